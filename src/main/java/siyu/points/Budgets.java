package siyu.points;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares out what is left of the rules' budgets, over all customers in the order of the events. The first earning that does not
 * fit closes a budget: it gets the rest if the rule is {@code partial}, otherwise nothing; nobody after it gets anything.
 *
 * <p>A budget is about the whole population and a decision is about one customer, so it is done in two passes: everybody decides
 * as if there were no budget and says what he claims; where the claims are more than there is, they are put in order, and
 * everybody decides again with the cut.
 */
final class Budgets {
    /** No budget ends. */
    static final @Nullable Cut[] NONE = {};

    private Budgets() {}

    /** What earnings by rules with a budget would bring. */
    static final class Claims {
        private final List<long[]> all = new ArrayList<>();

        /** @param event the place of the event among those of its customer */
        void add(int rule, long at, int customer, int event, long points) {
            all.add(new long[] {rule, at, customer, event, points});
        }
    }

    /**
     * Where a budget ends.
     *
     * @param rest what the earning at this place gets
     */
    record Cut(long at, int customer, int event, long rest) {
        /** Of a budget of which nothing was left before. */
        static final Cut ALL = new Cut(Long.MIN_VALUE, -1, -1, 0);

        /** What an earning that claims some points gets. */
        long allow(long itsAt, int itsCustomer, int itsEvent, long points) {
            int order = Long.compare(itsAt, at);
            order = order != 0 ? order : Integer.compare(itsCustomer, customer);
            order = order != 0 ? order : Integer.compare(itsEvent, event);
            return order < 0 ? points : order == 0 ? Math.min(rest, points) : 0;
        }
    }

    /**
     * By rule: where its budget ends; null for one that has none or whose claims all fit.
     *
     * @param spent by rule: what it brought before
     */
    static @Nullable Cut[] cuts(List<EarnRule> rules, long[] spent, List<Claims> claimed) {
        @Nullable Cut[] cuts = new Cut[rules.size()];
        List<List<long[]>> claims = new ArrayList<>();
        rules.forEach(rule -> claims.add(new ArrayList<>()));
        for (Claims some : claimed) {
            for (long[] claim : some.all) {
                claims.get((int) claim[0]).add(claim);
            }
        }
        for (int rule = 0; rule < cuts.length; rule++) {
            Long budget = rules.get(rule).budget();
            if (budget != null) {
                cuts[rule] = cut(
                        claims.get(rule),
                        Math.max(0, budget - spent[rule]),
                        rules.get(rule).partial());
            }
        }
        return cuts;
    }

    private static @Nullable Cut cut(List<long[]> claims, long left, boolean partial) {
        claims.sort(Comparator.<long[]>comparingLong(claim -> claim[1])
                .thenComparingLong(claim -> claim[2])
                .thenComparingLong(claim -> claim[3]));
        long rest = left;
        for (long[] claim : claims) {
            if (claim[4] > rest) {
                return new Cut(claim[1], (int) claim[2], (int) claim[3], partial ? rest : 0);
            }
            rest -= claim[4];
        }
        return null;
    }

    /** Whether there is any cut. */
    static boolean any(@Nullable Cut[] cuts) {
        for (Cut cut : cuts) {
            if (cut != null) {
                return true;
            }
        }
        return false;
    }
}
