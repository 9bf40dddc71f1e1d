package siyu.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.out.Table;

/**
 * What a verb hands back. It never prints.
 *
 * @param table the answer for stdout; null when the command writes a stream of its own (export) or has nothing to say
 * @param notes lines for stderr, left out by {@code -q}
 * @param problems shown on stderr like a failure's; the exit code is {@code exit}
 */
public record Outcome(@Nullable Table table, Exit exit, List<String> notes, List<Problem> problems) {
    public static Outcome of(Table table) {
        return new Outcome(table, Exit.DONE, List.of(), List.of());
    }

    public static Outcome done(String... notes) {
        return new Outcome(null, Exit.DONE, List.of(notes), List.of());
    }

    public Outcome exit(Exit code) {
        return new Outcome(table, code, notes, problems);
    }

    public Outcome note(String line) {
        List<String> more = new java.util.ArrayList<>(notes);
        more.add(line);
        return new Outcome(table, exit, List.copyOf(more), problems);
    }

    public Outcome problems(List<Problem> found, Exit code) {
        return new Outcome(table, code, notes, List.copyOf(found));
    }
}
