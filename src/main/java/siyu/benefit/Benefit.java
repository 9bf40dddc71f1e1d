package siyu.benefit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A thing given.
 *
 * @param name unique among the benefits
 * @param cost of a unit, minor units
 * @param points that a unit brings; 0 unless it is of kind POINTS
 * @param stock how many units there are, or {@link #UNLIMITED}
 * @param budget what all units together may cost, minor units, or {@link #UNLIMITED}
 */
public record Benefit(String name, Kind kind, long cost, long points, long stock, long budget) {
    public static final long UNLIMITED = -1;

    /** Units of anything, at most. */
    public static final long MOST = 1_000_000_000;

    /** What is given. */
    public enum Kind {
        /** Points, which are posted to the ledger. */
        POINTS,
        MONEY,
        COUPON,
        SERVICE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a word of the YAML, or null. */
        public static @Nullable Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** What the ledger knows its points by. */
    public String rule() {
        return "benefit." + name;
    }

    /** How many more units stock and budget allow. */
    public long most(Gone gone) {
        long inStock = stock == UNLIMITED ? Long.MAX_VALUE : Math.max(0, stock - gone.units());
        return Math.min(inStock, affordable(gone));
    }

    /** How many more units the budget allows. */
    long affordable(Gone gone) {
        return budget == UNLIMITED || cost == 0 ? Long.MAX_VALUE : Math.max(0, budget - gone.cost()) / cost;
    }

    /**
     * What of a benefit is gone, over all customers and for ever.
     *
     * @param cost minor units
     */
    public record Gone(long units, long cost) {
        public static final Gone NOTHING = new Gone(0, 0);

        Gone and(long more, long itsCost) {
            return new Gone(Math.addExact(units, more), Math.addExact(cost, itsCost));
        }
    }
}
