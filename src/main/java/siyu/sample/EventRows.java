package siyu.sample;

import java.util.Arrays;

/**
 * The rows of events.csv. A part holds everything that every n-th customer did, in order of time, so neighbouring rows are about
 * customers from all over the file, as in a real log; blemished ones come late. A part is some tens of thousands of rows,
 * whatever the size, so memory does not grow.
 *
 * <p>Cost: about a microsecond a row on one core, most of it drawing and formatting.
 */
final class EventRows implements Ordered.Maker {
    private static final int PURPOSE = 4;
    private static final int MOST_IN_PART = 1 << 24;
    private static final long DAY = 86_400;

    /** In place of cents. */
    private static final long NO_AMOUNT = -1;

    /** Card-bound events of an average bank customer, see {@link Person}; and what the mean of all factors comes to. */
    private static final double CARDS = 0.933;

    private static final double BANK_FACTORS = 1.702;
    private static final double RETAIL_FACTORS = 1.971;

    private final SampleOptions options;
    private final Person person;
    private final Seasons seasons;
    private final Shopping shopping;
    private final int base;
    private final int today;
    private final Rows unsorted;
    private final Draw draw = new Draw();
    private long[] order = new long[1 << 16];
    private int[] starts = new int[1 << 16];
    private int rowsDrawn;
    private int placed;
    private int sequence;

    EventRows(SampleOptions options, Seasons seasons, Rows unsorted) {
        this.options = options;
        this.person = new Person(options);
        this.seasons = seasons;
        this.shopping = Shopping.of(options.theme());
        this.today = (int) options.today().toEpochDay();
        this.base = today - Person.SPAN - 400;
        this.unsorted = unsorted;
    }

    private static int customersInPart(SampleOptions options) {
        return (int) Math.max(32, Math.min(8192, 40_960 / Math.max(1, options.eventsPerCustomer())));
    }

    static int parts(SampleOptions options) {
        return options.eventsPerCustomer() == 0 ? 0 : (options.customers() - 1) / customersInPart(options) + 1;
    }

    @Override
    public int make(int part, Rows rows) {
        unsorted.clear();
        rowsDrawn = 0;
        placed = 0;
        int parts = parts(options);
        for (long customer = part; customer < options.customers(); customer += parts) {
            person.draw((int) customer);
            draw.at(options.seed(), PURPOSE, customer);
            sequence = 0;
            cards();
            for (int left = count(); left > 0; left--) {
                one();
            }
        }
        Arrays.sort(order, 0, placed);
        for (int i = 0; i < placed; i++) {
            int row = (int) (order[i] & (MOST_IN_PART - 1));
            rows.copy(unsorted, starts[row], row + 1 < rowsDrawn ? starts[row + 1] : unsorted.size());
        }
        return placed;
    }

    /** How often this customer does something: heavy-tailed, more the longer he stays, less without the app. */
    private int count() {
        boolean bank = options.theme() == Theme.BANK;
        double mean = bank ? Math.max(0, options.eventsPerCustomer() - CARDS) : options.eventsPerCustomer();
        double stay = 0.4 + 2.0 * (person.until - person.registered) / Person.SPAN;
        double keen = bank && person.flags[Person.APP] != 1 ? 0.6 : 1;
        double factors = bank ? BANK_FACTORS : RETAIL_FACTORS;
        return (int) (mean * person.activity * stay * keen / factors + draw.unit());
    }

    /** Each card of the flags was bound once. */
    private void cards() {
        if (options.theme() != Theme.BANK) {
            return;
        }
        for (int card = Person.DEBIT; card <= Person.OTHER; card++) {
            if (person.flags[card] == 1) {
                row(shopping.bound(), moment(), NO_AMOUNT, -1, card - 1);
            }
        }
    }

    private void one() {
        long at = moment();
        int kind = shopping.kind(draw, person);
        if (!shopping.purchase(kind)) {
            row(kind, at, NO_AMOUNT, -1, -1);
            return;
        }
        int category = shopping.category(draw);
        long amount = shopping.amount(draw, category, person.purse);
        int number = sequence;
        row(kind, at, amount, category, number);
        if (options.theme() == Theme.RETAIL && draw.chance(0.05)) {
            long back = at + DAY + draw.below((int) (20 * DAY));
            long part = draw.chance(0.6) ? amount : 1 + (long) (draw.unit() * amount);
            if (back < today * DAY) {
                row(shopping.refund(), back, Math.min(part, amount), category, number);
            }
        }
    }

    private long moment() {
        return seasons.day(draw, person.registered, person.until) * DAY + Seasons.second(draw);
    }

    /** @param detail of a purchase or refund the number of the purchase, of a binding the card */
    private void row(int kind, long at, long amount, int category, int detail) {
        int blemish = options.dirt() > 0 && draw.chance(options.dirt()) ? draw.below(4) : -1;
        begin(at, blemish == 0 ? at + draw.below((int) (30 * DAY)) : -1, blemish == 1);
        unsorted.begin();
        unsorted.id('E', person.index, 8, sequence++);
        unsorted.id(blemish == 2 ? 'X' : 'C', person.index, 8);
        unsorted.text(shopping.kinds()[kind]);
        unsorted.time(at);
        boolean poor = blemish == 3;
        if (amount == NO_AMOUNT || poor) {
            unsorted.skip();
        } else {
            unsorted.fixed(amount, 2);
        }
        if (poor) {
            unsorted.skip();
        } else {
            unsorted.text(shopping.channel(draw, kind));
        }
        boolean refund = kind == shopping.refund();
        if (refund) {
            unsorted.id('E', person.index, 8, detail);
        } else {
            unsorted.skip();
        }
        if (category < 0) {
            unsorted.skip();
            unsorted.skip();
        } else {
            unsorted.text(shopping.categories()[category]);
            unsorted.id('O', person.index, 8, detail);
        }
        if (options.theme() == Theme.BANK) {
            if (kind == shopping.bound()) {
                unsorted.text(Shopping.CARDS[detail]);
            } else {
                unsorted.skip();
            }
        }
        unsorted.end();
    }

    /** Notes where the next row begins and where it belongs: by its time, once more for a duplicate, later when it is late. */
    private void begin(long at, long again, boolean late) {
        if (placed + 2 > order.length) {
            order = Arrays.copyOf(order, order.length * 2);
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        if (rowsDrawn >= MOST_IN_PART) {
            throw new IllegalStateException("too many events in a part");
        }
        starts[rowsDrawn] = unsorted.size();
        place(late ? at + DAY + draw.below((int) (30 * DAY)) : at);
        if (again >= 0) {
            place(again);
        }
        rowsDrawn++;
    }

    private void place(long at) {
        order[placed++] = (at - base * DAY) * MOST_IN_PART + rowsDrawn;
    }
}
