package siyu.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import siyu.core.AsOf;

/** All customers of a run with their events, wherever they are kept. */
public interface Population {
    /** Customers in a block, at most: the range that workers share, and a block's unit in the data file. */
    int RANGE = 8192;

    /** How many customers there are; their numbers are 0 to {@code size() - 1}. */
    int size();

    /** How many ranges of {@link #RANGE} customers that is; the last may be shorter. */
    default int ranges() {
        return (size() + RANGE - 1) / RANGE;
    }

    /**
     * Visits every range once, several at a time. Each thread makes one worker; the workers are returned so that what they
     * gathered can be merged. Attributes are those in force at the as-of. The order of visits is not fixed, so a result must not
     * depend on it. A worker that throws stops the scan.
     */
    <W extends Visitor> List<W> scan(Needs needs, AsOf asOf, Supplier<W> worker);

    /**
     * The same as of several dates: every range is visited once for each of them, one after the other, which costs little more
     * than one date where a range is read but once.
     *
     * @param dates at least one, in any order
     */
    default <W extends Dated> List<W> scan(Needs needs, List<AsOf> dates, Supplier<W> worker) {
        List<W> workers = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < dates.size(); i++) {
            int date = i;
            scan(needs, dates.get(i), () -> {
                W mine = worker.get();
                workers.add(mine);
                return block -> mine.visit(date, block);
            });
        }
        return List.copyOf(workers);
    }

    /** The block of one range ({@code number / RANGE}) on this thread. */
    CustomerBlock range(int range, Needs needs, AsOf asOf);

    /**
     * A block in which that customer is, at best he alone: what is asked about one customer need not be worked out for all of his
     * range. His row is {@code customer - first}.
     */
    default CustomerBlock customer(int customer, Needs needs, AsOf asOf) {
        return range(customer / RANGE, needs, asOf);
    }

    /** The number of the customer with this external id, or -1. */
    int number(String id);

    /** Sees one block after the other on one thread. */
    interface Visitor {
        void visit(CustomerBlock block);
    }

    /** Sees every block of its ranges as of one date after the other, on one thread. */
    interface Dated {
        /** @param date the date's place in the list that was given */
        void visit(int date, CustomerBlock block);

        /**
         * The same of a block that differs from the one that was seen last of this range only in who is there: of those who were
         * not, nobody is.
         *
         * @param last the date of that one
         */
        default void visitAgain(int date, int last, CustomerBlock block) {
            visit(date, block);
        }
    }
}
