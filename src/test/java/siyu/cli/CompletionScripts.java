package siyu.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the completion scripts: each is fixed shell code ({@code siyu/completion} among the tests' resources), whose
 * {@code @tables@} are filled with the commands, options and words there are.
 */
public final class CompletionScripts {
    private CompletionScripts() {}

    /** The script for one of {@link Completions#SHELLS}. */
    public static String of(String shell, CommandTree tree) {
        Outline outline = new Outline(tree);
        String tables = switch (shell) {
            case "bash" -> BashCompletion.tables(outline);
            case "zsh" -> ZshCompletion.tables(outline);
            case "fish" -> FishCompletion.tables(outline);
            default -> throw new IllegalArgumentException(shell);
        };
        return Resources.text("completion/" + Completions.file(shell)).replace("@tables@\n", tables);
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
