package siyu.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Code;

/**
 * All commands of a program. Knowing their names costs nothing: a verb is built only when it was asked for, by its path, such
 * as {@code segment run}.
 *
 * @param program the program's name
 * @param version shown by {@code --version}
 * @param summary one line for the top of the help
 * @param entries in the order of help
 */
public record CommandTree(String program, String version, String summary, List<Entry> entries, Parts parts) {
    /**
     * A command or a group of commands.
     *
     * @param summary one line without a full stop
     * @param entries what a group holds; empty for a command
     */
    public record Entry(String name, String summary, List<Entry> entries) {
        public boolean group() {
            return !entries.isEmpty();
        }
    }

    /** What the tree is put together from, each part built on demand. */
    public interface Parts {
        /** The verb of a command's path; every path of the tree has one. */
        Verb verb(String path);

        /** Begins, beside the caller, what opening a data file takes whichever it is. */
        default void opening() {}

        /** Every code an error can have, for {@code siyu help E0312}. */
        List<Code> codes();
    }

    /** A command. */
    public static Entry verb(String name, String summary) {
        return new Entry(name, summary, List.of());
    }

    /** A group of commands; groups are not nested further than the tree's author wants. */
    public static Entry group(String name, String summary, Entry... entries) {
        return new Entry(name, summary, List.of(entries));
    }

    /** The entry of this name in a list, or null. */
    static @Nullable Entry find(List<Entry> entries, String name) {
        for (Entry entry : entries) {
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        return null;
    }

    static List<String> names(List<Entry> entries) {
        List<String> names = new java.util.ArrayList<>();
        for (Entry entry : entries) {
            names.add(entry.name());
        }
        return names;
    }
}
