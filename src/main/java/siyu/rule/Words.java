package siyu.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words the language keeps for itself, and the form of names. */
public final class Words {
    /** Words with a meaning of their own everywhere. */
    static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "in", "between", "is", "unknown", "known", "true", "false", "today", "any");

    /** Windows by name, in the order of help texts. */
    static final List<String> WINDOWS = List.of(
            "today",
            "this_week",
            "last_week",
            "this_month",
            "last_month",
            "this_quarter",
            "last_quarter",
            "this_year",
            "last_year",
            "ever");

    static final List<String> AGGREGATES =
            List.of("count", "sum", "avg", "min", "max", "distinct", "first", "last", "days_since");

    private Words() {}

    /** Whether a name means something to the language itself, so that a definition or an attribute of this name could not be told from it. */
    public static boolean reserved(String name) {
        return KEYWORDS.contains(name) || AGGREGATES.contains(name) || Functions.get(name) != null;
    }

    /** Whether this is a name: letters of any script, digits and {@code _}, not starting with a digit. */
    public static boolean isName(String text) {
        if (text.isEmpty() || !startsName(text.codePointAt(0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!continuesName(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean startsName(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        }
        return Character.isLetter(c) && !fullWidth(c);
    }

    static boolean continuesName(int c) {
        if (startsName(c) || c >= '0' && c <= '9') {
            return true;
        }
        if (c < 128) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether a character is a wide double of an ASCII one, as input methods for Chinese type it. */
    static boolean fullWidth(int c) {
        return c >= 0xFF01 && c <= 0xFF5E || c == 0x3000;
    }

    /** The window of this name, or null. */
    static @Nullable Window window(String name) {
        return WINDOWS.contains(name) ? new Window(Window.Unit.valueOf(name.toUpperCase(Locale.ROOT)), 0) : null;
    }

    /** The name of a window that has one. */
    static String name(Window.Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /** The unit of a duration by its letter, or null. */
    static Window.@Nullable Unit unit(char letter) {
        return switch (letter) {
            case 'h' -> Window.Unit.HOURS;
            case 'd' -> Window.Unit.DAYS;
            case 'w' -> Window.Unit.WEEKS;
            case 'm' -> Window.Unit.MONTHS;
            case 'y' -> Window.Unit.YEARS;
            default -> null;
        };
    }

    /** The letter of a unit of durations. */
    static char letter(Window.Unit unit) {
        return switch (unit) {
            case HOURS -> 'h';
            case DAYS -> 'd';
            case WEEKS -> 'w';
            case MONTHS -> 'm';
            case YEARS -> 'y';
            default -> throw new IllegalArgumentException(unit.name());
        };
    }
}
