package siyu.rule;

import siyu.fact.Type;

/** Nodes over dates and times, and the distance on the globe. */
final class Dates {
    /** Mean radius of the earth, kilometres (IUGG). */
    static final double EARTH = 6371.0088;

    private static final long NOTHING = Long.MIN_VALUE;

    private Dates() {}

    /** Time → its date in the zone. */
    static final class Day extends Node {
        private final Offsets offsets;

        Day(Key key, int id, Offsets offsets) {
            super(key, id);
            this.offsets = offsets;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            System.arraycopy(in[0].known, 0, out.known, 0, rows);
            int index = 0;
            for (int i = 0; i < rows; i++) {
                long micros = in[0].longs[i];
                index = offsets.index(micros, index);
                out.longs[i] = out.known[i] == 0 ? 0 : Math.floorDiv(offsets.local(micros, index), Offsets.DAY);
            }
        }
    }

    /** A date or time moved by a duration. */
    static final class Shifted extends Node {
        private final Window.Unit unit;
        private final long amount;
        private final Offsets offsets;

        Shifted(Key key, int id, Window.Unit unit, int amount, Offsets offsets) {
            super(key, id);
            this.unit = unit;
            this.amount = amount;
            this.offsets = offsets;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            System.arraycopy(in[0].known, 0, out.known, 0, rows);
            boolean time = type.kind() == Type.Kind.TIME;
            for (int i = 0; i < rows; i++) {
                long value = in[0].longs[i];
                if (out.known[i] == 0) {
                    out.longs[i] = 0;
                } else {
                    out.longs[i] = time ? time(value) : day(value);
                }
            }
        }

        private long day(long day) {
            return switch (unit) {
                case DAYS -> day + amount;
                case WEEKS -> day + 7 * amount;
                case MONTHS -> Civil.plusMonths(day, amount);
                case YEARS -> Civil.plusMonths(day, 12 * amount);
                default -> throw new IllegalArgumentException(unit.name());
            };
        }

        private long time(long micros) {
            if (unit == Window.Unit.HOURS) {
                return micros + amount * 3_600_000_000L;
            }
            long local = offsets.local(micros);
            long day = Math.floorDiv(local, Offsets.DAY);
            return offsets.moment(day(day) * Offsets.DAY + (local - day * Offsets.DAY), micros);
        }
    }

    /** A figure of one date. */
    static final class Part extends Node {
        private final Function function;
        private final long today;
        private final long argument;

        /** @param argument the days of {@code birthday_within} */
        Part(Key key, int id, Function function, long today, long argument) {
            super(key, id);
            this.function = function;
            this.today = today;
            this.argument = argument;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            long[] a = in[0].longs;
            byte[] known = in[0].known;
            if (type.kind() == Type.Kind.BOOLEAN) {
                for (int i = 0; i < rows; i++) {
                    out.put(i, toBirthday(a[i], today) <= argument, known[i] == 1);
                }
                return;
            }
            for (int i = 0; i < rows; i++) {
                long value = known[i] == 0 ? NOTHING : of(a[i]);
                out.known[i] = (byte) (value == NOTHING ? 0 : 1);
                out.longs[i] = value == NOTHING ? 0 : value;
            }
        }

        private long of(long day) {
            return switch (function) {
                case YEAR -> Civil.year(day);
                case MONTH -> Civil.month(day);
                case DAY -> Civil.day(day);
                case WEEKDAY -> Civil.weekday(day);
                default -> day > today ? NOTHING : age(day, today);
            };
        }
    }

    /** Whole years; someone born on 29 February completes a year on 1 March of a common year. */
    static long age(long birthday, long today) {
        long years = Civil.year(today) - Civil.year(birthday);
        long month = Civil.month(today) - Civil.month(birthday);
        boolean before = month < 0 || month == 0 && Civil.day(today) < Civil.day(birthday);
        return before ? years - 1 : years;
    }

    /** Days until the next anniversary, 0 today; 29 February is kept on the 28th in common years. */
    static long toBirthday(long birthday, long today) {
        long year = Civil.year(today);
        long next = anniversary(birthday, year);
        return (next < today ? anniversary(birthday, year + 1) : next) - today;
    }

    private static long anniversary(long birthday, long year) {
        long month = Civil.month(birthday);
        return Civil.epochDay(year, month, Math.min(Civil.day(birthday), Civil.daysInMonth(year, month)));
    }

    /** Kilometres between two points in degrees, on the sphere (haversine). */
    static double distance(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double north = Math.sin(Math.toRadians(otherLatitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(otherLongitude - longitude) / 2);
        double h = north * north
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(otherLatitude)) * east * east;
        return 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, h)));
    }

    /** {@code distance_km}. */
    static final class Distance extends Node {
        Distance(Key key, int id) {
            super(key, id);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            for (int i = 0; i < rows; i++) {
                int known = in[0].known[i] & in[1].known[i] & in[2].known[i] & in[3].known[i];
                out.known[i] = (byte) known;
                out.doubles[i] = known == 0
                        ? 0
                        : distance(in[0].doubles[i], in[1].doubles[i], in[2].doubles[i], in[3].doubles[i]);
            }
            Arithmetic.finite(out, id, rows);
        }
    }
}
