package siyu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.out.Table;

/**
 * What a verb hands back. It never prints.
 *
 * @param table the answer for stdout; null when there is a text or nothing to say
 * @param text what goes to stdout as it is, such as an export; null when there is a table or nothing to say
 * @param notes lines for stderr, left out by {@code -q}
 * @param problems shown on stderr like a failure's; the exit code is {@code exit}
 */
public record Outcome(
        @Nullable Table table, @Nullable Text text, Exit exit, List<String> notes, List<Problem> problems) {
    /** Writes bytes to stdout. */
    @FunctionalInterface
    public interface Text {
        void write(OutputStream out) throws IOException;
    }

    public static Outcome of(Table table) {
        return new Outcome(table, null, Exit.DONE, List.of(), List.of());
    }

    public static Outcome text(Text text) {
        return new Outcome(null, text, Exit.DONE, List.of(), List.of());
    }

    public static Outcome done(String... notes) {
        return new Outcome(null, null, Exit.DONE, List.of(notes), List.of());
    }

    public Outcome exit(Exit code) {
        return new Outcome(table, text, code, notes, problems);
    }

    public Outcome note(String line) {
        List<String> more = new java.util.ArrayList<>(notes);
        more.add(line);
        return new Outcome(table, text, exit, List.copyOf(more), problems);
    }

    public Outcome problems(List<Problem> found, Exit code) {
        return new Outcome(table, text, code, notes, List.copyOf(found));
    }
}
