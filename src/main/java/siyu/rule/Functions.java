package siyu.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the language: how each is written, what it takes and gives, and what it makes of unknown. A new function is a
 * constant of {@link Function}, an entry here, its evaluation, and a row in the tests.
 */
final class Functions {
    /** Stands for "as many as you like". */
    private static final int MANY = 1000;

    /** What an argument must be. */
    enum Parameter {
        /** Any type, the same as all other arguments (which are brought together as in a comparison). */
        SAME,
        /** As SAME, of a type that has an order: a number, money, date, time or text. */
        ORDERED,
        /** Integer, decimal or money, left as it is. */
        NUMBER,
        /** Decimal, or what can be brought to it. */
        DECIMAL,
        TEXT,
        /** A date, or a time for its date. */
        DATE,
        /** The name of a declared tag, in quotes. */
        TAG,
        /** The name of a group, in quotes. */
        GROUP,
        /** An integer 0 to 9, written out. */
        DIGITS,
        /** A duration of whole days or weeks, written out; becomes an integer of days. */
        DAYS
    }

    /** What a call gives. */
    enum Result {
        /** The type of the first argument. */
        FIRST,
        /** Integer, but money for money; decimal when {@code round} is told how many digits. */
        WHOLE,
        BOOLEAN,
        INTEGER,
        DECIMAL,
        TEXT
    }

    /** Arguments that are not written but come from the customer. */
    enum Implied {
        NONE,
        /** The birthday, when no argument is written. */
        BIRTHDAY_IF_NONE,
        /** The birthday, before the others. */
        BIRTHDAY_FIRST,
        /** Latitude and longitude, after the others. */
        POSITION_LAST
    }

    /** What a call is when an argument is unknown. */
    enum Unknown {
        /** Unknown. */
        UNKNOWN,
        /** The first known argument; unknown only when all are. */
        PASSED_OVER,
        /** Cannot happen: the argument is written out. */
        NEVER
    }

    /**
     * One function.
     *
     * @param least fewest arguments
     * @param most most arguments
     * @param parameters by position; the last one stands for all further ones
     */
    record Signature(
            Function function,
            String usage,
            int least,
            int most,
            List<Parameter> parameters,
            Result result,
            Implied implied,
            Unknown unknown) {
        String name() {
            return usage.substring(0, usage.indexOf('('));
        }

        Parameter parameter(int position) {
            return parameters.get(Math.min(position, parameters.size() - 1));
        }
    }

    private static final Map<String, Signature> BY_NAME = new LinkedHashMap<>();
    private static final Map<Function, Signature> BY_FUNCTION = new java.util.EnumMap<>(Function.class);

    static {
        add(Function.COALESCE, "coalesce(x, y, …)", 1, MANY, Result.FIRST, Parameter.SAME);
        add(Function.ABS, "abs(number)", 1, 1, Result.FIRST, Parameter.NUMBER);
        add(Function.FLOOR, "floor(number)", 1, 1, Result.WHOLE, Parameter.NUMBER);
        add(Function.CEIL, "ceil(number)", 1, 1, Result.WHOLE, Parameter.NUMBER);
        add(Function.ROUND, "round(number[, digits])", 1, 2, Result.WHOLE, Parameter.NUMBER, Parameter.DIGITS);
        add(Function.LEAST, "least(x, y, …)", 2, MANY, Result.FIRST, Parameter.ORDERED);
        add(Function.GREATEST, "greatest(x, y, …)", 2, MANY, Result.FIRST, Parameter.ORDERED);
        add(Function.LOWER, "lower(text)", 1, 1, Result.TEXT, Parameter.TEXT);
        add(Function.UPPER, "upper(text)", 1, 1, Result.TEXT, Parameter.TEXT);
        add(Function.STARTS_WITH, "starts_with(text, start)", 2, 2, Result.BOOLEAN, Parameter.TEXT);
        add(Function.CONTAINS, "contains(text, part)", 2, 2, Result.BOOLEAN, Parameter.TEXT);
        add(Function.YEAR, "year(date)", 1, 1, Result.INTEGER, Parameter.DATE);
        add(Function.MONTH, "month(date)", 1, 1, Result.INTEGER, Parameter.DATE);
        add(Function.DAY, "day(date)", 1, 1, Result.INTEGER, Parameter.DATE);
        add(Function.WEEKDAY, "weekday(date)", 1, 1, Result.INTEGER, Parameter.DATE);
        add(Function.AGE, "age([date])", 0, 1, Result.INTEGER, Parameter.DATE);
        add(Function.DAYS_BETWEEN, "days_between(from, to)", 2, 2, Result.INTEGER, Parameter.DATE);
        add(Function.DISTANCE_KM, "distance_km(latitude, longitude)", 2, 2, Result.DECIMAL, Parameter.DECIMAL);
        add(Function.HAS_TAG, "has_tag('tag')", 1, 1, Result.BOOLEAN, Parameter.TAG);
        add(Function.IN_GROUP, "in_group('group')", 1, 1, Result.BOOLEAN, Parameter.GROUP);
        add(Function.BIRTHDAY_WITHIN, "birthday_within(7d)", 1, 1, Result.BOOLEAN, Parameter.DAYS);
    }

    private Functions() {}

    private static void add(
            Function function, String usage, int least, int most, Result result, Parameter... parameters) {
        Implied implied = switch (function) {
            case AGE -> Implied.BIRTHDAY_IF_NONE;
            case BIRTHDAY_WITHIN -> Implied.BIRTHDAY_FIRST;
            case DISTANCE_KM -> Implied.POSITION_LAST;
            default -> Implied.NONE;
        };
        Unknown unknown = switch (function) {
            case COALESCE -> Unknown.PASSED_OVER;
            case HAS_TAG, IN_GROUP -> Unknown.NEVER;
            default -> Unknown.UNKNOWN;
        };
        Signature signature =
                new Signature(function, usage, least, most, List.of(parameters), result, implied, unknown);
        BY_NAME.put(signature.name(), signature);
        BY_FUNCTION.put(function, signature);
    }

    static @Nullable Signature get(String name) {
        return BY_NAME.get(name);
    }

    static Signature get(Function function) {
        return java.util.Objects.requireNonNull(BY_FUNCTION.get(function));
    }

    /** All names that are called with brackets: functions, then aggregates. */
    static List<String> names() {
        List<String> names = new ArrayList<>(BY_NAME.keySet());
        names.addAll(Words.AGGREGATES);
        return names;
    }
}
