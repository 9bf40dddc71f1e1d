package siyu.cli;

import java.util.List;
import java.util.Map;

/** Completion for the shells: the scripts of {@code completions/}, as they are. They start no siyu, so that a tab costs nothing. */
public final class Completions {
    /** Shell → the file's usual name. */
    private static final Map<String, String> FILES = Map.of("bash", "siyu.bash", "zsh", "_siyu", "fish", "siyu.fish");

    /** The shells there is a script for, in the order of help. */
    public static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private Completions() {}

    /** The script for one of {@link #SHELLS}. */
    public static String of(String shell) {
        return Resources.text("completions/" + file(shell));
    }

    /** {@code siyu.bash}, {@code _siyu}, {@code siyu.fish}. */
    public static String file(String shell) {
        return String.valueOf(FILES.get(shell));
    }
}
