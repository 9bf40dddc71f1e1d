package siyu.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Nodes for {@code floor}, {@code ceil} and {@code round} (half away from zero). */
final class Rounding {
    private Rounding() {}

    /** A decimal to a whole number. Exact: the fraction of a double is a double. */
    static double whole(Function function, double x) {
        if (function == Function.FLOOR) {
            return Math.floor(x);
        }
        if (function == Function.CEIL) {
            return Math.ceil(x);
        }
        double size = Math.abs(x);
        double down = Math.floor(size);
        return Math.copySign(size - down >= 0.5 ? down + 1 : down, x);
    }

    /**
     * A decimal to some places, half away from zero, of the number as it is written in the fewest digits: {@code round(2.675, 2)}
     * is 2.68, although the nearest double lies a little below.
     */
    static double places(double x, int digits, double power) {
        double scaled = Math.abs(x) * power;
        double down = Math.floor(scaled);
        double fraction = scaled - down;
        if (scaled < 1e15 && Math.abs(fraction - 0.5) > 1e-6 * Math.max(1, scaled * 1e-9)) {
            return Math.copySign((fraction > 0.5 ? down + 1 : down) / power, x);
        }
        return BigDecimal.valueOf(x).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }

    /** Decimal → integer. */
    static final class ToInteger extends Node {
        private final Function function;

        ToInteger(Key key, int id, Function function) {
            super(key, id);
            this.function = function;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            System.arraycopy(in[0].known, 0, out.known, 0, rows);
            for (int i = 0; i < rows; i++) {
                double whole = whole(function, in[0].doubles[i]);
                if (whole >= -0x1p63 && whole < 0x1p63) {
                    out.longs[i] = (long) whole;
                } else {
                    out.overflow(i, id, rows);
                }
            }
        }
    }

    /** Decimal → decimal with some places. */
    static final class ToPlaces extends Node {
        private final int digits;
        private final double power;

        ToPlaces(Key key, int id, int digits) {
            super(key, id);
            this.digits = digits;
            this.power = Math.pow(10, digits);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            System.arraycopy(in[0].known, 0, out.known, 0, rows);
            for (int i = 0; i < rows; i++) {
                out.doubles[i] = places(in[0].doubles[i], digits, power) + 0.0;
            }
        }
    }

    /** Money → money in whole major units. */
    static final class ToMajor extends Node {
        private final Function function;
        private final long scale;

        ToMajor(Key key, int id, Function function, long scale) {
            super(key, id);
            this.function = function;
            this.scale = scale;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            System.arraycopy(in[0].known, 0, out.known, 0, rows);
            for (int i = 0; i < rows; i++) {
                long a = in[0].longs[i];
                long units = units(a);
                if (Math.multiplyHigh(units, scale) != (units * scale) >> 63) {
                    out.overflow(i, id, rows);
                } else {
                    out.longs[i] = units * scale;
                }
            }
        }

        private long units(long minor) {
            return switch (function) {
                case FLOOR -> Math.floorDiv(minor, scale);
                case CEIL -> minor / scale + (minor % scale > 0 ? 1 : 0);
                default -> {
                    long whole = minor / scale;
                    long rest = Math.abs(minor % scale);
                    yield rest >= scale - rest && rest > 0 ? whole + Long.signum(minor) : whole;
                }
            };
        }
    }
}
