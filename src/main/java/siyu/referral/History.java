package siyu.referral;

import java.util.Map;
import java.util.TreeMap;
import siyu.core.AsOf;

/**
 * What the past says about the referrals to come.
 *
 * @param classes customers alike in what matters, with how many there are
 * @param mature invitations whose outcome is known: the time to qualify was over
 * @param credited of those, how many brought somebody nobody else had the credit for
 * @param qualified of those, how many qualified
 * @param delay days from the invitation to the day the reward is due, on average over those that qualified
 * @param open invitations whose outcome is not known yet
 * @param due referrals that qualified and were not paid yet
 * @param brought the share of those that qualified whose referrer had been brought before, 0 to 1
 */
public record History(
        Map<Kin, Long> classes,
        long mature,
        long credited,
        long qualified,
        double delay,
        long open,
        long due,
        double brought) {
    /** Days in a month, on average over four years. */
    static final double MONTH = 30.4375;

    /**
     * Customers alike.
     *
     * @param invitations each made while he was watched
     * @param months each was watched, rounded
     * @param standing referrals each has that were paid or are due, as far as steps can tell them apart
     */
    public record Kin(int invitations, int months, int standing) implements Comparable<Kin> {
        @Override
        public int compareTo(Kin other) {
            int order = Integer.compare(months, other.months);
            order = order != 0 ? order : Integer.compare(invitations, other.invitations);
            return order != 0 ? order : Integer.compare(standing, other.standing);
        }
    }

    /**
     * Reads it off.
     *
     * @param months how long the past is looked at
     */
    public static History of(Decided decided, AsOf asOf, int months) {
        Invitations all = decided.invitations();
        Days days = decided.days();
        int today = (int) asOf.today().toEpochDay();
        int start = today - (int) Math.round(months * MONTH);
        int[] made = new int[decided.customers()];
        int[] standing = new int[decided.customers()];
        long mature = 0;
        long credited = 0;
        long qualified = 0;
        long open = 0;
        long due = 0;
        long brought = 0;
        double delay = 0;
        int[] broughtBy = decided.broughtBy();
        for (int i = 0; i < all.size(); i++) {
            int day = days.day(all.at(i));
            boolean counts = decided.credited(i) && decided.qualifiedAt(i) != Decided.NEVER;
            State state = decided.state(i);
            standing[all.referrer(i)] += state == State.REWARDED || state == State.QUALIFIED ? 1 : 0;
            due += state == State.QUALIFIED ? 1 : 0;
            if (day <= start) {
                continue;
            }
            made[all.referrer(i)]++;
            if (decided.lastDay(i) < today) {
                mature++;
                credited += decided.credited(i) && all.referee(i) >= 0 ? 1 : 0;
                if (counts) {
                    qualified++;
                    delay += days.day(decided.dueAt(i)) - day;
                    int above = broughtBy[all.referrer(i)];
                    brought += above >= 0 && above < i ? 1 : 0;
                }
            } else if (state == State.PENDING || state == State.FLAGGED) {
                open++;
            }
        }
        long last = decided.rules()
                .tiers()
                .steps()
                .get(decided.rules().tiers().steps().size() - 1)
                .from();
        Map<Kin, Long> classes = new TreeMap<>();
        for (int customer = 0; customer < made.length; customer++) {
            int registered = decided.registered(customer);
            if (registered > today) {
                continue;
            }
            int from = Math.max(start, registered == Gathering.UNKNOWN_DAY ? start : registered);
            int watched = (int) Math.round((today - from) / MONTH);
            int reached = (int) Math.min(standing[customer], last);
            classes.merge(new Kin(made[customer], watched, reached), 1L, Long::sum);
        }
        double of = Math.max(1, qualified);
        return new History(classes, mature, credited, qualified, delay / of, open, due, brought / of);
    }

    /** Customers there are. */
    public long customers() {
        return classes.values().stream().mapToLong(Long::longValue).sum();
    }
}
