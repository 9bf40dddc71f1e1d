package siyu.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;

/** The functions of the language over boxed values, as the description of the language says them; null is unknown. */
final class SlowFunctions {
    /** A result that is out of range. */
    static final class Overflow extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final int decimals;
    private final LocalDate today;

    SlowFunctions(int decimals, LocalDate today) {
        this.decimals = decimals;
        this.today = today;
    }

    static Long whole(BigInteger value) {
        if (value.bitLength() > 63) {
            throw new Overflow();
        }
        return value.longValue();
    }

    static Double finite(double value) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            throw new Overflow();
        }
        return value;
    }

    BigInteger minor() {
        return BigInteger.TEN.pow(decimals);
    }

    /** Order of two values of one type, texts by code point. */
    static int compare(Object a, Object b) {
        if (a instanceof String one) {
            int[] left = one.codePoints().toArray();
            int[] right = ((String) b).codePoints().toArray();
            for (int i = 0; i < Math.min(left.length, right.length); i++) {
                if (left[i] != right[i]) {
                    return Integer.compare(left[i], right[i]);
                }
            }
            return Integer.compare(left.length, right.length);
        }
        if (a instanceof Double one) {
            double other = (Double) b;
            return one < other ? -1 : one > other ? 1 : 0;
        }
        return both(a, b);
    }

    @SuppressWarnings("unchecked")
    private static int both(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    @Nullable
    Object call(Function function, Type type, List<@Nullable Object> arguments) {
        if (function == Function.COALESCE) {
            for (Object argument : arguments) {
                if (argument != null) {
                    return argument;
                }
            }
            return null;
        }
        for (Object argument : arguments) {
            if (argument == null) {
                return null;
            }
        }
        Object first = arguments.get(0);
        return switch (function) {
            case COALESCE, HAS_TAG, IN_GROUP -> throw new IllegalStateException();
            case ABS ->
                first instanceof Double number
                        ? Math.abs(number)
                        : (Object) whole(big(first).abs());
            case FLOOR -> rounded(first, type, RoundingMode.FLOOR);
            case CEIL -> rounded(first, type, RoundingMode.CEILING);
            case ROUND ->
                arguments.size() == 1
                        ? rounded(first, type, RoundingMode.HALF_UP)
                        : digits((Double) first, ((Long) arguments.get(1)).intValue());
            case LEAST -> extreme(arguments, -1);
            case GREATEST -> extreme(arguments, 1);
            case LOWER -> ((String) first).toLowerCase(Locale.ROOT);
            case UPPER -> ((String) first).toUpperCase(Locale.ROOT);
            case STARTS_WITH -> ((String) first).startsWith((String) arguments.get(1));
            case CONTAINS -> ((String) first).contains((String) arguments.get(1));
            case YEAR -> (long) ((LocalDate) first).getYear();
            case MONTH -> (long) ((LocalDate) first).getMonthValue();
            case DAY -> (long) ((LocalDate) first).getDayOfMonth();
            case WEEKDAY -> (long) ((LocalDate) first).getDayOfWeek().getValue();
            case AGE -> age((LocalDate) first);
            case DAYS_BETWEEN -> ChronoUnit.DAYS.between((LocalDate) first, (LocalDate) arguments.get(1));
            case DISTANCE_KM -> distance(arguments);
            case BIRTHDAY_WITHIN -> birthday((LocalDate) first) <= (Long) arguments.get(1);
        };
    }

    private static BigInteger big(Object value) {
        return BigInteger.valueOf((Long) value);
    }

    private @Nullable Object rounded(Object value, Type type, RoundingMode mode) {
        if (value instanceof Double number) {
            return whole(new BigDecimal(number).setScale(0, mode).toBigInteger());
        }
        if (type.kind() == Type.Kind.INTEGER) {
            return value;
        }
        BigDecimal major = new BigDecimal(big(value), decimals).setScale(0, mode);
        return whole(major.toBigInteger().multiply(minor()));
    }

    private static Double digits(double value, int digits) {
        return finite(
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue());
    }

    private static @Nullable Object extreme(List<@Nullable Object> arguments, int sign) {
        Object best = arguments.get(0);
        for (Object argument : arguments) {
            if (best != null && argument != null && compare(argument, best) * sign > 0) {
                best = argument;
            }
        }
        return best;
    }

    private @Nullable Long age(LocalDate born) {
        return born.isAfter(today) ? null : ChronoUnit.YEARS.between(born, today);
    }

    /** Days from today to the next birthday. */
    private long birthday(LocalDate born) {
        for (int year = today.getYear(); ; year++) {
            LocalDate day = born.getMonthValue() == 2 && born.getDayOfMonth() == 29 && !Year.isLeap(year)
                    ? LocalDate.of(year, 2, 28)
                    : LocalDate.of(year, born.getMonth(), born.getDayOfMonth());
            if (!day.isBefore(today)) {
                return ChronoUnit.DAYS.between(today, day);
            }
        }
    }

    private static Double distance(List<@Nullable Object> arguments) {
        double[] radians = new double[4];
        for (int i = 0; i < 4; i++) {
            radians[i] = Math.toRadians((Double) java.util.Objects.requireNonNull(arguments.get(i)));
        }
        double latitude = Math.sin((radians[2] - radians[0]) / 2);
        double longitude = Math.sin((radians[3] - radians[1]) / 2);
        double a = latitude * latitude + Math.cos(radians[0]) * Math.cos(radians[2]) * longitude * longitude;
        return 2 * 6371.0088 * Math.asin(Math.sqrt(Math.min(1, a)));
    }

    /** A date moved by calendar units. */
    static LocalDate move(LocalDate date, Window.Unit unit, int amount) {
        try {
            return switch (unit) {
                case DAYS -> date.plusDays(amount);
                case WEEKS -> date.plusWeeks(amount);
                case MONTHS -> date.plusMonths(amount);
                case YEARS -> date.plusYears(amount);
                default -> throw new IllegalStateException();
            };
        } catch (DateTimeException outside) {
            throw new Overflow();
        }
    }
}
