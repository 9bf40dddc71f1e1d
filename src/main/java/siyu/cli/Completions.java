package siyu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Completion for the shells: each script is fixed shell code ({@code siyu/completion} among the resources), whose
 * {@code @tables@} are filled with the commands, options and words there are. The scripts start no siyu, so that a tab costs
 * nothing.
 */
public final class Completions {
    /** Shell → the file's usual name. */
    private static final Map<String, String> FILES = Map.of("bash", "siyu.bash", "zsh", "_siyu", "fish", "siyu.fish");

    /** The shells there is a script for, in the order of help. */
    public static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private Completions() {}

    /** The script for one of {@link #SHELLS}. */
    public static String of(String shell, CommandTree tree) {
        Outline outline = new Outline(tree);
        String tables = switch (shell) {
            case "bash" -> BashCompletion.tables(outline);
            case "zsh" -> ZshCompletion.tables(outline);
            case "fish" -> FishCompletion.tables(outline);
            default -> throw new IllegalArgumentException(shell);
        };
        return Resources.text("completion/" + file(shell)).replace("@tables@\n", tables);
    }

    /** {@code siyu.bash}, {@code _siyu}, {@code siyu.fish}. */
    public static String file(String shell) {
        return String.valueOf(FILES.get(shell));
    }

    /** A word between single quotes, as bash and zsh read it. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Names of options that want a value, each once. */
    static List<String> valued(Outline outline) {
        List<String> names = new ArrayList<>();
        for (Parameter<?> option : outline.options()) {
            for (String name : option.names()) {
                if (Outline.kind(option) != Outline.Kind.SWITCH && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** {@code always}, {@code output}, …: what a set is called in the scripts. */
    static String name(Common.Set set) {
        return set.name().toLowerCase(java.util.Locale.ROOT);
    }
}
