package siyu.importing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns in which every part has a fixed number of digits, such as {@code yyMMdd HH:mm:ss}: read by position.
 *
 * <p>Two digits of a year mean 1930 to 2029: wide enough behind for the birthdays of customers, and no date of registration or
 * event lies further ahead.
 */
final class FixedMoments extends Moments {
    private static final int CENTURY_PIVOT = 30;

    private final String pattern;
    private final char[] letters;
    private final int[] sizes;
    private final boolean withTime;

    private FixedMoments(String pattern, char[] letters, int[] sizes) {
        this.pattern = pattern;
        this.letters = letters;
        this.sizes = sizes;
        this.withTime = pattern.indexOf('H') >= 0;
    }

    /** Null when the pattern is not of this simple kind. */
    static @Nullable FixedMoments compile(String pattern) {
        List<Character> letters = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String seen = "";
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            int size = 1;
            while (i + size < pattern.length() && pattern.charAt(i + size) == c && Character.isLetter(c)) {
                size++;
            }
            boolean known = c == 'y' || c == 'u'
                    ? size == 2 || size == 4
                    : c == 'S' ? size <= 6 : size == 2 && "MdHms".indexOf(c) >= 0;
            boolean literal = !Character.isLetterOrDigit(c) && c < 128 && "'[]{}#".indexOf(c) < 0;
            char part = c == 'u' ? 'y' : c;
            if (!known && !literal || known && seen.indexOf(part) >= 0) {
                return null;
            }
            letters.add(part);
            sizes.add(size);
            seen += known ? String.valueOf(part) : "";
            i += size;
        }
        boolean complete = seen.contains("y") && seen.contains("M") && seen.contains("d");
        boolean time = !seen.contains("m") && !seen.contains("s") && !seen.contains("S") || seen.contains("H");
        if (!complete || !time) {
            return null;
        }
        char[] allLetters = new char[letters.size()];
        int[] allSizes = new int[letters.size()];
        for (int i = 0; i < allLetters.length; i++) {
            allLetters[i] = letters.get(i);
            allSizes[i] = sizes.get(i);
        }
        return new FixedMoments(pattern, allLetters, allSizes);
    }

    @Override
    String form() {
        return pattern;
    }

    @Override
    boolean read(byte[] bytes, int from, int to) {
        offset = LOCAL;
        timed = withTime;
        int year = 0;
        int month = 0;
        int dayOfMonth = 0;
        int hour = 0;
        int minute = 0;
        int second = 0;
        int fraction = 0;
        int i = from;
        for (int part = 0; part < letters.length; part++) {
            int size = sizes[part];
            if (i + size > to) {
                return false;
            }
            switch (letters[part]) {
                case 'y' -> year = year(digits(bytes, i, size), size);
                case 'M' -> month = digits(bytes, i, size);
                case 'd' -> dayOfMonth = digits(bytes, i, size);
                case 'H' -> hour = digits(bytes, i, size);
                case 'm' -> minute = digits(bytes, i, size);
                case 's' -> second = digits(bytes, i, size);
                case 'S' -> fraction = micros(digits(bytes, i, size), size);
                default -> {
                    if (bytes[i] != letters[part]) {
                        return false;
                    }
                }
            }
            i += size;
        }
        return i == to && date(year, month, dayOfMonth) && time(hour, minute, second, fraction);
    }

    private static int year(int digits, int size) {
        return size == 4 || digits < 0 ? digits : digits < CENTURY_PIVOT ? 2000 + digits : 1900 + digits;
    }

    private static int micros(int digits, int size) {
        int value = digits;
        for (int i = size; i < 6; i++) {
            value *= 10;
        }
        return value;
    }
}
