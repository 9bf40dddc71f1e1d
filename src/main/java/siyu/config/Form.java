package siyu.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import siyu.config.Node.Scalar;
import siyu.core.Nearest;
import siyu.core.Problem;

/** The forms of a single value. No regular expressions here: they cost start-up time. */
public enum Form {
    /** Anything but nothing, at most 1,000 characters. */
    TEXT("a text", null),
    BOOLEAN("true or false", null),
    /** A 64-bit whole number. */
    INTEGER("a whole number", null),
    DECIMAL("a number", "-?[0-9]+(\\.[0-9]+)?"),
    /** Major units with decimals; how many are allowed depends on the currency. */
    MONEY("an amount of money", "-?[0-9]+(\\.[0-9]+)?"),
    /** A whole number of percent. */
    PERCENT("a share such as 90%", "[0-9]{1,3}%"),
    DATE("a date such as 2026-01-31", "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    DURATION("a duration such as 30d, 12h, 2w, 6m or 1y", "[0-9]+[hdwmy]"),
    NAME("a name", "[\\p{L}_][\\p{L}\\p{M}0-9_]*"),
    /** The path of a file, relative to the workspace. */
    PATH("a path", null),
    /** Text of the expression language; {@code siyu.rule} reads it. */
    EXPRESSION("an expression", null),
    ZONE("a time zone such as Asia/Shanghai", null),
    CURRENCY("a currency code such as CNY", "[A-Z]{3}");

    /** Characters of a name, and of a text, at most. */
    public static final int MAX_NAME = 64;

    private static final int MAX_TEXT = 1000;
    private static final String NAME_HINT =
            "a name has letters, digits and _, does not begin with a digit, and has at most 64 characters";

    private final String words;
    private final @Nullable String pattern;

    Form(String words, @Nullable String pattern) {
        this.words = words;
        this.pattern = pattern;
    }

    /** What it is, with its article. */
    String words() {
        return words;
    }

    /** The form as a regular expression for the JSON Schema, or null. */
    @Nullable
    String pattern() {
        return pattern;
    }

    /** What is wrong with a scalar that should be of this form, or null. */
    @Nullable
    Problem check(String path, Scalar scalar) {
        String text = scalar.value();
        boolean right = switch (this) {
            case TEXT, PATH -> !text.isBlank();
            case EXPRESSION -> true;
            case BOOLEAN -> scalar.bool() != null;
            case INTEGER -> isWhole(text);
            case DECIMAL, MONEY -> isDecimal(text);
            case PERCENT -> isPercent(text);
            case DATE -> date(text) != null;
            case DURATION -> isDuration(text);
            case NAME -> isName(text);
            case ZONE -> isZone(text);
            case CURRENCY -> Currencies.decimals(text) >= 0;
        };
        if (right) {
            return (this == TEXT || this == PATH) && text.length() > MAX_TEXT
                    ? Problem.of(ConfigCode.OUT_OF_RANGE, path + " has more than " + MAX_TEXT + " characters")
                    : null;
        }
        return switch (this) {
            case NAME -> notAName(scalar);
            case ZONE ->
                Problem.of(ConfigCode.UNKNOWN_ZONE, scalar.described() + " is not a time zone")
                        .hint(zoneHint(text));
            case CURRENCY ->
                Problem.of(ConfigCode.UNKNOWN_CURRENCY, scalar.described() + " is not a currency")
                        .hint(currencyHint(text));
            case BOOLEAN -> ShapeCheck.wrongType(path, words, scalar).hint(booleanHint(text));
            default -> ShapeCheck.wrongType(path, words, scalar).hint(widthHint(text));
        };
    }

    static Problem notAName(Scalar scalar) {
        return Problem.of(ConfigCode.BAD_NAME, scalar.described() + " is not a name")
                .hint(NAME_HINT);
    }

    /** Whether a text is a name: letters of any script, {@code _} and (not first) digits; not their full-width doubles. */
    public static boolean isName(String text) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > MAX_NAME) {
            return false;
        }
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean within = i > 0 && (c >= '0' && c <= '9' || isMark(c));
            if (!within && !isLetter(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean isLetter(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        }
        return Character.isLetter(c) && !(c >= 0xFF01 && c <= 0xFF5E);
    }

    /** Vowel signs and the like, which belong to letters of many scripts. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return c >= 128 && (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK);
    }

    static boolean isWhole(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        if (text.length() == start || text.length() - start > 19 || !areDigits(text, start, text.length())) {
            return false;
        }
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int dot = text.indexOf('.');
        int whole = dot < 0 ? text.length() : dot;
        return text.length() <= 40
                && whole > start
                && areDigits(text, start, whole)
                && (dot < 0 || (dot + 1 < text.length() && areDigits(text, dot + 1, text.length())));
    }

    private static boolean isPercent(String text) {
        int last = text.length() - 1;
        return last >= 1 && last <= 3 && text.charAt(last) == '%' && areDigits(text, 0, last);
    }

    /** The date that a text of the form {@link #DATE} is, null when it is none. What Java has for it costs a start 4 ms. */
    public static @Nullable LocalDate date(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        if (!areDigits(text, 0, 4) || !areDigits(text, 5, 7) || !areDigits(text, 8, 10)) {
            return null;
        }
        try {
            return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isDuration(String text) {
        int last = text.length() - 1;
        return last >= 1 && last <= 6 && "hdwmy".indexOf(text.charAt(last)) >= 0 && areDigits(text, 0, last);
    }

    private static boolean isZone(String text) {
        // Offsets and three-letter short cuts hide daylight saving; only regions and UTC are taken.
        if (!text.equals("UTC") && text.indexOf('/') < 0) {
            return false;
        }
        try {
            return !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static String booleanHint(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        return switch (lower) {
            case "yes", "on", "y" -> "write true: yes, no, on and off are text";
            case "no", "off", "n" -> "write false: yes, no, on and off are text";
            default -> "write true or false, without quotes";
        };
    }

    private static @Nullable String widthHint(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\uFF01' && text.charAt(i) <= '\uFF5E') {
                return "type digits and signs half-width: '" + text.charAt(i) + "' is full-width";
            }
        }
        return null;
    }

    private static String zoneHint(String text) {
        String nearest = Nearest.hint(
                text, ZoneId.getAvailableZoneIds().stream().sorted().toList());
        return nearest == null ? "give an IANA name such as Asia/Shanghai" : nearest;
    }

    private static String currencyHint(String text) {
        String nearest = Nearest.hint(text, Currencies.codes());
        return nearest == null ? "give an ISO 4217 code such as CNY, or {code: PTS, decimals: 0}" : nearest;
    }
}
