package siyu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.out.Format;
import siyu.out.Heading;
import siyu.out.Look;
import siyu.out.Projection;
import siyu.out.Table;
import siyu.out.Utf8Out;
import siyu.out.WriteException;

/** Shows a verb's table on stdout as the call asks for it. */
final class Answer {
    private final Call call;
    private final Format format;

    Answer(Call call) {
        this.call = call;
        this.format = call.value(Common.OUTPUT);
    }

    /**
     * Refuses, before the verb runs, what could only be refused after it.
     *
     * @param known the columns of the answer, empty when not known yet
     */
    void check(List<String> known) {
        if (!known.isEmpty()) {
            indexes(known);
        }
        if (call.value(Common.UNMASK) && call.get(Common.REASON) == null) {
            throw Problem.of(CliCode.UNMASK_WITHOUT_REASON, "--unmask needs --reason TEXT, which is recorded")
                    .failure();
        }
    }

    void show(Table answer) {
        Io.Terminal terminal = call.io().terminal();
        Theme theme = Theme.of(call.value(Common.COLOR), terminal.out(), call.io());
        Look look = new Look(
                !call.value(Common.NO_HEADERS),
                call.value(Common.UNMASK),
                !call.value(Common.NO_CSV_SAFE),
                terminal.out(),
                terminal.width(),
                theme == Theme.COLOUR);
        Table table = columns(answer);
        Long limit = call.get(Common.LIMIT);
        if (limit != null) {
            table = Projection.limit(table, limit);
        }
        Pager pager = Pager.of(call);
        if (pager == null) {
            write(table, look, call.io().out());
            return;
        }
        try (pager) {
            write(table, look, pager);
        } catch (IOException failure) {
            throw new WriteException(failure);
        }
    }

    private void write(Table table, Look look, OutputStream stream) {
        List<WriteException> failure = new ArrayList<>();
        Utf8Out out = new Utf8Out(stream);
        Format shown = format == Format.TABLE && table.single() ? Format.VERTICAL : format;
        shown.renderer().render(Projection.guarded(table, failure), look, out);
        if (!failure.isEmpty()) {
            throw failure.get(0);
        }
        out.flush();
    }

    private Table columns(Table table) {
        if (call.value(Common.COLUMNS).isEmpty()) {
            return Projection.of(table, format);
        }
        List<String> known = new ArrayList<>();
        for (Heading heading : table.headings()) {
            known.add(heading.name());
        }
        return Projection.pick(table, indexes(known));
    }

    /** Where the columns asked for are among those there are; every misspelt one is told. */
    private List<Integer> indexes(List<String> known) {
        Diagnostics diagnostics = new Diagnostics();
        List<Integer> indexes = new ArrayList<>();
        for (String name : call.value(Common.COLUMNS)) {
            int index = known.indexOf(name);
            indexes.add(index);
            if (index < 0) {
                diagnostics.add(unknown(name, known));
            }
        }
        diagnostics.throwIfAny();
        return indexes;
    }

    private static Problem unknown(String name, List<String> known) {
        @Nullable String hint = Nearest.hint(name, known);
        return Problem.of(CliCode.UNKNOWN_COLUMN, "the answer has no column '" + name + "'")
                .hint(hint == null ? "it has " + String.join(", ", known) : hint);
    }
}
