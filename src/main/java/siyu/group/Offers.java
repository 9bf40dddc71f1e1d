package siyu.group;

/** Which groups a customer may be put into, and at what cost. Immutable; any number of threads may make finders. */
interface Offers {
    int customers();

    int groups();

    /** No cost is higher. */
    long highest();

    /** Goes by these prices from now on, in so far as it keeps something by them. */
    default void follow(Prices prices) {}

    /** A number for each group so that near numbers are near groups. */
    default int[] places() {
        int[] places = new int[groups()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return places;
    }

    /** Lists that are known as a whole from the beginning. */
    Whole whole();

    /**
     * The cost of a group for a customer whose list is not known as a whole: a distance, so that a detour by a third place is never
     * shorter.
     *
     * @return {@link Long#MAX_VALUE} when the group is not offered to him
     */
    long cost(int customer, int group);

    /** How far a customer is from the group he is in, which costs him so much. */
    default long away(int customer, int group, long cost) {
        return cost;
    }

    /** Where a customer is put first when nothing is cheaper, or -1. */
    default int first(int customer) {
        return -1;
    }

    /** For one thread. */
    Finder finder();

    /**
     * Whole lists.
     *
     * @param start by customer where his list starts; several may share one
     * @param size by customer, -1 for those whose list is not known as a whole
     */
    record Whole(int[] group, long[] cost, int[] start, int[] size) {}

    /**
     * Finds the cheapest groups by cost plus price; equal ones in order of their numbers, so that the answer does not depend on
     * how they are kept.
     */
    abstract class Finder {
        /** How many were found by the last call. */
        int found;

        /** What was found, the cheapest first. */
        int[] group = new int[16];

        /** What they cost, without price. */
        long[] cost = new long[16];

        /** Nothing else that was asked for has less cost and price together; {@link Long#MAX_VALUE} when there is nothing else. */
        long rest;

        private long[] value = new long[16];
        private int wanted;

        /**
         * Looks for the cheapest groups of a customer.
         *
         * @param most how many are wanted
         * @param prices by group, none below zero
         * @param leave groups to leave out
         */
        final void find(int customer, int most, Prices prices, Leave leave) {
            begin(most);
            search(customer, prices, leave);
            end(most);
        }

        /** The same for whoever stands where a group is; reaches farther than a customer, by so much. */
        final void around(int centre, long farther, int most, Prices prices, Leave leave) {
            begin(most);
            searchAround(centre, farther, prices, leave);
            end(most);
        }

        /** The cheapest group of a customer by cost and price together, with its cost first in {@link #cost}; -1 without one. */
        final int cheapest(int customer, Prices prices) {
            find(customer, 0, prices, Leave.NOTHING);
            return rest == Long.MAX_VALUE ? -1 : group[0];
        }

        /**
         * The group with the least cost, of equal ones the one with the smallest number, with its cost first in {@link #cost}; -1
         * without one.
         *
         * @param none prices that are followed, all of them zero
         */
        int nearest(int customer, Prices none) {
            find(customer, 1, none, Leave.NOTHING);
            return found == 0 ? -1 : group[0];
        }

        private void begin(int most) {
            found = 0;
            wanted = most + 1;
            if (value.length < wanted) {
                group = new int[wanted];
                cost = new long[wanted];
                value = new long[wanted];
            }
        }

        private void end(int most) {
            rest = found == wanted ? value[found - 1] : Long.MAX_VALUE;
            found = Math.min(found, most);
        }

        abstract void search(int customer, Prices prices, Leave leave);

        abstract void searchAround(int centre, long farther, Prices prices, Leave leave);

        /** What a group must not be dearer than to be worth offering. */
        final long bound() {
            return found < wanted ? Long.MAX_VALUE : value[found - 1];
        }

        final void offer(int which, long its, long price) {
            long sum = its + price;
            if (found == wanted) {
                if (sum > value[found - 1] || sum == value[found - 1] && which > group[found - 1]) {
                    return;
                }
                found--;
            }
            int at = found++;
            while (at > 0 && (value[at - 1] > sum || value[at - 1] == sum && group[at - 1] > which)) {
                value[at] = value[at - 1];
                group[at] = group[at - 1];
                cost[at] = cost[at - 1];
                at--;
            }
            value[at] = sum;
            group[at] = which;
            cost[at] = its;
        }
    }

    /** Groups that are not wanted. */
    @FunctionalInterface
    interface Leave {
        Leave NOTHING = group -> false;

        boolean leave(int group);
    }
}
