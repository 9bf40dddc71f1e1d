package siyu.out;

/**
 * What is left of a personal text when it is shown masked: of a phone number its last 4 digits, of anything else its first
 * character. The number of stars is fixed, because a length tells something too.
 */
public final class Mask {
    private static final int KEPT_DIGITS = 4;
    private static final int PHONE_DIGITS = 7;

    private Mask() {}

    /** The masked text; an empty one stays empty. */
    public static String of(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int digits = 0;
        boolean phone = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (" +-()/.".indexOf(c) < 0) {
                phone = false;
            }
        }
        if (phone) {
            return digits < PHONE_DIGITS ? "****" : "****" + text.substring(text.length() - KEPT_DIGITS);
        }
        return text.substring(0, text.offsetByCodePoints(0, 1)) + "**";
    }
}
