package siyu.group;

import java.util.Locale;

/**
 * The systems that places in China are told in. Maps there are shifted by law: GCJ-02 moves a place by some hundred metres that change
 * from place to place, BD-09 (Baidu) moves it once more. Distances between places of two systems are wrong by up to a kilometre, so
 * everything is turned into WGS-84, which phones and satellites tell. Outside China GCJ-02 is WGS-84.
 *
 * <p>Source: the constants that were found out and published in 2010 (eviltransform, coordtransform); the way back is found by
 * repeated approximation, to a millimetre.
 */
public enum Coordinates {
    WGS84,
    GCJ02,
    BD09;

    private static final double AXIS = 6378245.0;
    private static final double FLATNESS = 0.006693421622965943;
    private static final double TURN = Math.PI * 3000.0 / 180.0;
    private static final int ROUNDS = 12;

    /** A place in degrees. */
    public record Point(double latitude, double longitude) {}

    /** The word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A place told in this system, in WGS-84. */
    public Point toWgs84(double latitude, double longitude) {
        return switch (this) {
            case WGS84 -> new Point(latitude, longitude);
            case GCJ02 -> fromGcj(latitude, longitude);
            case BD09 -> {
                double x = longitude - 0.0065;
                double y = latitude - 0.006;
                double z = StrictMath.sqrt(x * x + y * y) - 0.00002 * StrictMath.sin(y * TURN);
                double angle = StrictMath.atan2(y, x) - 0.000003 * StrictMath.cos(x * TURN);
                yield fromGcj(z * StrictMath.sin(angle), z * StrictMath.cos(angle));
            }
        };
    }

    private static Point fromGcj(double latitude, double longitude) {
        if (outside(latitude, longitude)) {
            return new Point(latitude, longitude);
        }
        double north = latitude;
        double east = longitude;
        for (int i = 0; i < ROUNDS; i++) {
            Point there = toGcj(north, east);
            north += latitude - there.latitude;
            east += longitude - there.longitude;
        }
        return new Point(north, east);
    }

    private static boolean outside(double latitude, double longitude) {
        return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
    }

    /** A WGS-84 place as maps of China show it. */
    static Point toGcj(double latitude, double longitude) {
        double x = longitude - 105;
        double y = latitude - 35;
        double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * StrictMath.sqrt(Math.abs(x));
        double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * StrictMath.sqrt(Math.abs(x));
        double both = (20 * sin(6 * x) + 20 * sin(2 * x)) * 2 / 3;
        north += both + (20 * sin(y) + 40 * sin(y / 3)) * 2 / 3 + (160 * sin(y / 12) + 320 * sin(y / 30)) * 2 / 3;
        east += both + (20 * sin(x) + 40 * sin(x / 3)) * 2 / 3 + (150 * sin(x / 12) + 300 * sin(x / 30)) * 2 / 3;
        double angle = StrictMath.toRadians(latitude);
        double sine = StrictMath.sin(angle);
        double magic = 1 - FLATNESS * sine * sine;
        double root = StrictMath.sqrt(magic);
        return new Point(
                latitude + StrictMath.toDegrees(north / (AXIS * (1 - FLATNESS) / (magic * root))),
                longitude + StrictMath.toDegrees(east / (AXIS / root * StrictMath.cos(angle))));
    }

    private static double sin(double turns) {
        return StrictMath.sin(turns * Math.PI);
    }
}
