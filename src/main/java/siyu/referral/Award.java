package siyu.referral;

import java.math.BigDecimal;
import siyu.fact.Vocabulary;

/**
 * What one reward is: points, which the ledger gets, or money or a coupon, which are put on the list of what is to be paid.
 *
 * @param coupon its name; empty for points and money
 * @param amount points, minor units of money, or how many coupons; 0 or more
 */
public record Award(Unit unit, String coupon, long amount) {
    /** What a reward is counted in. The number is what is stored, so it never changes. */
    public enum Unit {
        POINTS(0),
        MONEY(1),
        COUPON(2);

        private static final Unit[] ALL = values();

        private final int number;

        Unit(int number) {
            this.number = number;
        }

        /** As it is stored. */
        public int number() {
            return number;
        }

        /** The unit with a number. */
        public static Unit of(int number) {
            return ALL[number];
        }
    }

    /** Whether amounts of both can be added. */
    public boolean sameUnit(Award other) {
        return unit == other.unit && coupon.equals(other.coupon);
    }

    /** The same in another amount. */
    public Award of(long other) {
        return new Award(unit, coupon, other);
    }

    /** What it is counted in, for people: {@code points}, the currency, or the coupon's name. */
    public String unitName(Vocabulary vocabulary) {
        return switch (unit) {
            case POINTS -> "points";
            case MONEY -> vocabulary.currency();
            case COUPON -> coupon;
        };
    }

    /** Decimal places of an amount as people write it. */
    public int decimals(Vocabulary vocabulary) {
        return unit == Unit.MONEY ? vocabulary.decimals() : 0;
    }

    /** As it is written in YAML: {@code 50 points}. */
    public String text(Vocabulary vocabulary) {
        return BigDecimal.valueOf(amount, decimals(vocabulary)).toPlainString() + " " + unitName(vocabulary);
    }
}
