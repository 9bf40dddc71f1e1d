package siyu.out;

/**
 * Makes text from data harmless on a terminal: control characters become their pictures (␛ for escape), and what turns the
 * direction of writing, hides itself, breaks lines or is half a surrogate pair becomes {@code \u202e}.
 */
public final class Scrub {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Scrub() {}

    /** The text without anything a terminal would obey; the very same object when there was nothing. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F && harmful(text, i)) {
                return scrub(text, i);
            }
        }
        return text;
    }

    /** Whether the character is not to reach a terminal as it is. */
    static boolean harmful(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ' || c == 0x7F) {
            return true;
        }
        if (c < 0xA0) {
            return c > 0x7F;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1)) || hidden(c);
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)) || hidden(text.charAt(at - 1));
        }
        return c == 0x061C
                || c == 0x180E
                || c >= 0x200B && c <= 0x200F && c != 0x200D && c != 0x200C
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xFFF9 && c <= 0xFFFB;
    }

    /** Whether it starts one of the invisible tags and selectors from U+E0000 to U+E0FFF. */
    private static boolean hidden(char high) {
        return high >= 0xDB40 && high <= 0xDB43;
    }

    private static String scrub(String text, int from) {
        StringBuilder clean = new StringBuilder(text.length() + 8).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                clean.append((char) (0x2400 + c));
            } else if (c == 0x7F) {
                clean.append('\u2421');
            } else if (harmful(text, i)) {
                clean.append("\\u");
                hex(c, clean);
            } else {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static void hex(char c, StringBuilder into) {
        into.append(HEX[c >> 12 & 15])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }
}
