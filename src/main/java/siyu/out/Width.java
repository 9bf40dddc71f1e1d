package siyu.out;

/**
 * Columns a text takes on a terminal: 2 for East Asian wide and fullwidth characters and emoji, 0 for combining ones, 1 for
 * the rest. An emoji sequence (joined, with a skin tone or the emoji selector) takes 2, as terminals show it.
 *
 * <p>The ranges are the W and F entries of the Unicode Character Database, EastAsianWidth, version 14.
 */
public final class Width {
    private static final int JOINER = 0x200D;
    private static final int EMOJI_SELECTOR = 0xFE0F;

    /** First and last code point of each wide range, ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA,
        0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
        0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18CD5, 0x18D00, 0x18D08, 0x1AFF0,
        0x1B122, 0x1B150, 0x1B2FB, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200,
        0x1F265, 0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF,
        0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF,
        0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB,
        0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4,
        0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAF6, 0x20000,
        0x3FFFD
    };

    private Width() {}

    /** Columns of a whole text, which has no control characters. */
    public static int of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) >= 0x300) {
                return measure(text, Integer.MAX_VALUE, new int[1]);
            }
        }
        return length;
    }

    /** The longest beginning that takes at most {@code columns}; the very same object when all of it does. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int[] end = new int[1];
        measure(text, columns, end);
        return text.substring(0, end[0]);
    }

    /** Sums up to a limit; {@code end} gets where the part within the limit ends. */
    private static int measure(String text, int limit, int[] end) {
        int columns = 0;
        boolean joined = false;
        int before = 0;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            int width = of(point);
            if (joined || isTone(point) && before == 2) {
                width = 0;
            } else if (point == EMOJI_SELECTOR && before == 1) {
                width = 1;
            }
            if (columns + width > limit) {
                break;
            }
            columns += width;
            joined = point == JOINER && before == 2;
            if (width > 0) {
                before = point == EMOJI_SELECTOR ? 2 : width;
            }
            i += Character.charCount(point);
        }
        end[0] = i;
        return columns;
    }

    private static boolean isTone(int point) {
        return point >= 0x1F3FB && point <= 0x1F3FF;
    }

    /** Columns of one code point that stands alone. */
    public static int of(int point) {
        if (point < 0x300) {
            return 1;
        }
        if (point < 0x1100) {
            return isCombining(point) ? 0 : 1;
        }
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (point < WIDE[2 * middle]) {
                high = middle - 1;
            } else if (point > WIDE[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return isCombining(point) ? 0 : 2;
            }
        }
        return isCombining(point) ? 0 : 1;
    }

    private static boolean isCombining(int point) {
        // Vowels and finals of Hangul that join the syllable before them.
        if (point >= 0x1160 && point <= 0x11FF || point >= 0xD7B0 && point <= 0xD7FF) {
            return true;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
