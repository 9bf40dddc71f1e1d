package siyu.group;

/**
 * Distances on the sphere in whole decimetres, between points as unit vectors. With a chord of two half lengths {@code h} the way
 * along the surface is {@code 2 R asin h}, which is the haversine formula without its cancellation; whole numbers make sums exact
 * and the same on every machine.
 */
final class Sphere {
    /** The mean radius of the Earth (IUGG) in decimetres, as for {@code distance_km}. */
    static final double RADIUS = 63_710_088;

    /** No two places are farther apart, decimetres. */
    static final int FARTHEST = 200_151_145;

    /** Below this half chord (1,270 km) nine terms of the series are exact to the last bit that matters, and faster. */
    private static final double NEAR = 0.1;

    /** The series of asin h / h in powers of the square of h. */
    private static final double[] SERIES = series(10);

    private static double[] series(int terms) {
        double[] series = new double[terms];
        double factor = 1;
        for (int n = 0; n < terms; n++) {
            series[n] = factor / (2 * n + 1);
            factor *= (2 * n + 1) / (2.0 * n + 2);
        }
        return series;
    }

    private Sphere() {}

    static double x(double latitude, double longitude) {
        return StrictMath.cos(StrictMath.toRadians(latitude)) * StrictMath.cos(StrictMath.toRadians(longitude));
    }

    static double y(double latitude, double longitude) {
        return StrictMath.cos(StrictMath.toRadians(latitude)) * StrictMath.sin(StrictMath.toRadians(longitude));
    }

    static double z(double latitude) {
        return StrictMath.sin(StrictMath.toRadians(latitude));
    }

    /** The way along the surface for a squared chord, decimetres. */
    static int arc(double squaredChord) {
        double half = Math.sqrt(squaredChord) / 2;
        double angle;
        if (half < NEAR) {
            double square = half * half;
            double sum = SERIES[SERIES.length - 1];
            for (int n = SERIES.length - 2; n >= 0; n--) {
                sum = sum * square + SERIES[n];
            }
            angle = half * sum;
        } else {
            angle = StrictMath.asin(Math.min(1, half));
        }
        return (int) (2 * RADIUS * angle + 0.5);
    }

    /** The distance between two places in degrees, decimetres. */
    static int between(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double dx = x(latitude, longitude) - x(otherLatitude, otherLongitude);
        double dy = y(latitude, longitude) - y(otherLatitude, otherLongitude);
        double dz = z(latitude) - z(otherLatitude);
        return arc(dx * dx + dy * dy + dz * dz);
    }

    /** No squared chord of a way along the surface of so many decimetres, or fewer, is longer than this. */
    static double most(int arc) {
        double chord = (arc + 1.0) / RADIUS;
        return chord * chord;
    }

    /** No way along the surface is shorter than this for a squared chord; cheaper than {@link #arc}. */
    static int least(double squaredChord) {
        return (int) (RADIUS * Math.sqrt(squaredChord));
    }
}
