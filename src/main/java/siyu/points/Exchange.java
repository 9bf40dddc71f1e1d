package siyu.points;

import java.math.BigInteger;

/**
 * What points are worth when they are spent: so many for so much.
 *
 * @param points 1 or more
 * @param money minor units, 1 or more
 */
public record Exchange(long points, long money) {
    /** What some points are worth, minor units, rounded down. */
    public long value(long spent) {
        return BigInteger.valueOf(spent)
                .multiply(BigInteger.valueOf(money))
                .divide(BigInteger.valueOf(points))
                .longValueExact();
    }
}
