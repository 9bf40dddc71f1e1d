package siyu.sample;

/**
 * The rows of referrals.csv: every fifth customer was brought by one who was there before. Early customers bring far more than
 * late ones, so the counts per referrer fall as a power law. Blemishes: self-links, second inviters, circles of two.
 */
final class ReferralRows implements Ordered.Maker {
    static final String[] COLUMNS = {"id", "referrer", "referee", "at"};

    private static final int PURPOSE = 8;
    private static final int TRIES = 6;
    private static final long DAY = 86_400;

    private final SampleOptions options;
    private final Person referee;
    private final Person referrer;
    private final Draw draw = new Draw();

    ReferralRows(SampleOptions options) {
        this.options = options;
        this.referee = new Person(options);
        this.referrer = new Person(options);
    }

    @Override
    public int make(int part, Rows rows) {
        int count = 0;
        int from = part * CustomerRows.PART;
        int to = (int) Math.min(options.customers(), (long) from + CustomerRows.PART);
        for (int customer = from; customer < to; customer++) {
            draw.at(options.seed(), PURPOSE, customer);
            if (draw.chance(0.22)) {
                count += referral(rows, customer);
            }
        }
        return count;
    }

    private int referral(Rows rows, int customer) {
        referee.draw(customer);
        int by = find(customer);
        if (by < 0) {
            return 0;
        }
        int blemish = options.dirt() > 0 && draw.chance(options.dirt()) ? draw.below(3) : -1;
        long at = (referee.registered - draw.below(3)) * DAY + Seasons.second(draw);
        row(rows, 0, blemish == 0 ? customer : by, customer, at);
        if (blemish == 1) {
            row(rows, 1, find(customer) < 0 ? by : referrer.index, customer, at + draw.below((int) (5 * DAY)));
        } else if (blemish == 2) {
            row(rows, 1, customer, by, at + draw.below((int) (5 * DAY)));
        }
        return blemish > 0 ? 2 : 1;
    }

    /** Somebody with a smaller index who was there days before, or -1. */
    private int find(int customer) {
        for (int tries = 0; tries < TRIES; tries++) {
            double at = draw.unit();
            int candidate = (int) (customer * at * at * StrictMath.sqrt(at));
            referrer.draw(candidate);
            if (candidate < customer && referrer.registered < referee.registered - 3) {
                return candidate;
            }
        }
        return -1;
    }

    private static void row(Rows rows, int part, int referrer, int referee, long at) {
        rows.begin();
        rows.id('R', referee, 8, part);
        rows.id('C', referrer, 8);
        rows.id('C', referee, 8);
        rows.time(at);
        rows.end();
    }
}
