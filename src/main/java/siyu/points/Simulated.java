package siyu.points;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import siyu.core.AsOf;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/**
 * What the ledger comes to under one program, by customer and by month, as of a moment. Made by several threads, each for
 * customers of its own.
 */
public final class Simulated {
    /**
     * What is counted of each customer, in points. They add up: earned − taken back − redeemed − expired + otherwise = outstanding
     * − owed.
     */
    public enum Figure {
        /** By events and as rewards. */
        EARNED,
        TAKEN_BACK,
        /** Less what was given back. */
        REDEEMED,
        /** Redemptions and gifts that were made and could not have been. */
        NOT_REDEEMED,
        /** In lots that ended, whether they were emptied or not. */
        EXPIRED,
        /** Opened, corrected, given by other customers less given to them. */
        OTHERWISE,
        /** Not expired. */
        OUTSTANDING,
        OWED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final int MONTHS = 12 * 10_000;

    private final PointsRules rules;
    private final long[][] figures = new long[Figure.values().length][];
    private final long[] changed = new long[MONTHS];
    private final long[] expired = new long[MONTHS];
    private long differing;

    private Simulated(PointsRules rules, int customers) {
        this.rules = rules;
        for (Figure figure : Figure.values()) {
            figures[at(figure)] = new long[customers];
        }
    }

    private static int at(Figure figure) {
        return figure.compareTo(Figure.EARNED);
    }

    /**
     * Works it out.
     *
     * @param stated the last days that the program of the ledger gives
     * @param moment entries count before it, microseconds
     * @throws siyu.core.Failure when a calculation overflows
     */
    public static Simulated of(
            PointsRules rules,
            Expiry stated,
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            long moment,
            Simulation.History history) {
        Simulated all = new Simulated(rules, population.size());
        Simulation.Facts facts =
                new Simulation.Facts(rules, stated, vocabulary, population, last(asOf, history.postings()), history);
        int today = (int) asOf.today().toEpochDay();
        Dating dating = new Dating(vocabulary.zone(), 0, Long.MIN_VALUE);
        for (Counting part :
                Simulation.run(facts, () -> new Counting(all, dating.at(0, Long.MIN_VALUE), moment, today))) {
            all.differing += part.differing;
            for (int month = 0; month < MONTHS; month++) {
                all.changed[month] = Math.addExact(all.changed[month], part.changed[month]);
                all.expired[month] = Math.addExact(all.expired[month], part.expired[month]);
            }
        }
        return all;
    }

    /** The as-of, or the last moment up to which events were considered. */
    private static AsOf last(AsOf asOf, PostingFacts postings) {
        long considered = postings.considered(postings.size()).end();
        return considered <= asOf.endMicros()
                ? asOf
                : AsOf.instant(Instant.EPOCH.plus(considered, ChronoUnit.MICROS), asOf.zone());
    }

    /** The program that it is under. */
    public PointsRules rules() {
        return rules;
    }

    /** How many customers there are. */
    public int customers() {
        return figures[0].length;
    }

    /** Of one customer. */
    public long of(Figure figure, int customer) {
        return figures[at(figure)][customer];
    }

    /** Of all customers. */
    public long of(Figure figure) {
        long sum = 0;
        for (long one : figures[at(figure)]) {
            sum = Math.addExact(sum, one);
        }
        return sum;
    }

    /** What the customer got in the end: earned and not taken back. */
    public long got(int customer) {
        return of(Figure.EARNED, customer) - of(Figure.TAKEN_BACK, customer);
    }

    /** How many customers have other entries in the ledger. */
    public long differing() {
        return differing;
    }

    /**
     * What happens in a month, and what is outstanding after it. Months to come are as they are if nothing more is earned or spent.
     *
     * @param expired points of lots that end in it
     */
    public record Month(long expired, long outstanding) {}

    /** By month since year 0, from the first to the last in which anything happens. */
    public SortedMap<Long, Month> months() {
        SortedMap<Long, Month> months = new TreeMap<>();
        long outstanding = 0;
        for (int month = 0; month < MONTHS; month++) {
            outstanding = Math.addExact(outstanding, changed[month]);
            if (changed[month] != 0 || expired[month] != 0) {
                months.put((long) month, new Month(expired[month], outstanding));
            }
        }
        return months;
    }

    /** What one thread counts. */
    private static final class Counting implements Simulation.Seen {
        private final Simulated all;
        private final Dating dating;
        private final long moment;
        private final int today;
        private final Account account = new Account();
        private final Entries before = new Entries();
        private final long[] changed = new long[MONTHS];
        private final long[] expired = new long[MONTHS];
        private int day = Integer.MIN_VALUE;
        private int month;
        private long differing;

        Counting(Simulated all, Dating dating, long moment, int today) {
            this.all = all;
            this.dating = dating;
            this.moment = moment;
            this.today = today;
        }

        @Override
        public void customer(int customer, Entries recorded, int start, int end, Entries simulated, long refused) {
            // What a pass before this one came to is forgotten.
            for (long[] sums : all.figures) {
                sums[customer] = 0;
            }
            differing += unchanged(recorded, start, end, simulated) ? 0 : 1;
            Entries counted = simulated;
            if (moment != Long.MAX_VALUE) {
                counted = before;
                before.clear();
                for (int row = 0; row < simulated.size(); row++) {
                    if (simulated.effective[row] < moment) {
                        before.addAll(simulated, row, row + 1);
                    }
                }
            }
            add(Figure.NOT_REDEEMED, customer, refused);
            if (counted.size() > 0) {
                count(customer, counted);
            }
        }

        private void count(int customer, Entries entries) {
            account.load(entries, 0, entries.size());
            for (int row = 0; row < entries.size(); row++) {
                long points = entries.points[row];
                switch (Kind.of(entries.kind[row])) {
                    case EARN -> add(Figure.EARNED, customer, points);
                    case REDEEM, CANCEL -> add(Figure.REDEEMED, customer, -points);
                    case REVERSE -> add(Figure.TAKEN_BACK, customer, -points);
                    case EXPIRE -> add(Figure.EXPIRED, customer, -points);
                    case ADJUST, TRANSFER, OPENING -> add(Figure.OTHERWISE, customer, points);
                }
                boolean ended = entries.kind[row] == Kind.EXPIRE.number() && entries.operation[row] == 0;
                // A lot ends with its last day, which is over a moment before it is emptied.
                int in = month(entries.effective[row] - (ended ? 1 : 0));
                if (entries.kind[row] == Kind.EXPIRE.number()) {
                    expired[in] = Math.subtractExact(expired[in], points);
                }
                if (entries.lot[row] != Entries.DEBT) {
                    changed[in] = Math.addExact(changed[in], points);
                }
            }
            for (int lot = 0; lot < account.lots(); lot++) {
                if (account.left(lot) > 0) {
                    left(customer, lot);
                }
            }
            add(Figure.OWED, customer, account.debt());
        }

        private void left(int customer, int lot) {
            long points = account.left(lot);
            add(account.until(lot) < today ? Figure.EXPIRED : Figure.OUTSTANDING, customer, points);
            if (account.until(lot) != Entries.NEVER) {
                int in = Math.max(monthOf(account.until(lot)), month(account.raised(lot) - 1));
                expired[in] = Math.addExact(expired[in], points);
                changed[in] = Math.subtractExact(changed[in], points);
            }
        }

        private void add(Figure figure, int customer, long points) {
            long[] sums = all.figures[at(figure)];
            sums[customer] = Math.addExact(sums[customer], points);
        }

        private int month(long micros) {
            return monthOf(dating.day(micros));
        }

        private int monthOf(int ofDay) {
            if (ofDay != day) {
                LocalDate date = LocalDate.ofEpochDay(ofDay);
                day = ofDay;
                month = Math.max(0, Math.min(MONTHS - 1, date.getYear() * 12 + date.getMonthValue() - 1));
            }
            return month;
        }

        /** Whether the entries are the recorded ones. Refunds of events number their operations otherwise. */
        private static boolean unchanged(Entries recorded, int start, int end, Entries simulated) {
            if (simulated.size() != end - start) {
                return false;
            }
            for (int row = start; row < end; row++) {
                if (!same(recorded, row, simulated, row - start)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether two entries say the same, but for the number of their operation. */
    static boolean same(Entries a, int i, Entries b, int j) {
        return a.customer[i] == b.customer[j]
                && a.number[i] == b.number[j]
                && a.kind[i] == b.kind[j]
                && a.points[i] == b.points[j]
                && a.lot[i] == b.lot[j]
                && a.effective[i] == b.effective[j]
                && a.origin[i] == b.origin[j]
                && a.from[i] == b.from[j]
                && a.until[i] == b.until[j]
                && a.rule[i] == b.rule[j]
                && a.operation[i] == 0 == (b.operation[j] == 0)
                && a.posting[i] == b.posting[j]
                && a.event.compare(i, b.event, j) == 0;
    }

    /** Customers with a difference in any figure, by how much they got more or less; the largest differences first. */
    public static List<Integer> differing(Simulated before, Simulated after) {
        List<Integer> found = new ArrayList<>();
        for (int customer = 0; customer < before.figures[0].length; customer++) {
            for (Figure figure : Figure.values()) {
                if (before.of(figure, customer) != after.of(figure, customer)) {
                    found.add(customer);
                    break;
                }
            }
        }
        found.sort((a, b) -> {
            int order = Long.compare(Math.abs(after.got(b) - before.got(b)), Math.abs(after.got(a) - before.got(a)));
            return order != 0 ? order : Integer.compare(a, b);
        });
        return found;
    }
}
