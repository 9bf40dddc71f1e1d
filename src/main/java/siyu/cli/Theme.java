package siyu.cli;

/** Colours on one stream, or none. Colour never carries a meaning of its own: the words say it too. */
public enum Theme {
    PLAIN,
    COLOUR;

    private static final String ESCAPE = "\u001b[";

    /**
     * Whether a stream is to be coloured.
     *
     * @param when {@code always}, {@code never}, or {@code auto}: on a terminal that is not dumb, unless NO_COLOR is set
     */
    public static Theme of(String when, boolean terminal, Io io) {
        return switch (when) {
            case "always" -> COLOUR;
            case "never" -> PLAIN;
            default ->
                terminal
                                && io.environment().getOrDefault("NO_COLOR", "").isEmpty()
                                && !"dumb".equals(io.environment().get("TERM"))
                        ? COLOUR
                        : PLAIN;
        };
    }

    String error(String text) {
        return paint("1;31m", text);
    }

    String dim(String text) {
        return paint("2m", text);
    }

    String bold(String text) {
        return paint("1m", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : ESCAPE + code + text + ESCAPE + "0m";
    }
}
