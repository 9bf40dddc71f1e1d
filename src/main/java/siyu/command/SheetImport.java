package siyu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Progress;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.importing.RecordChunk;
import siyu.importing.RecordReader;
import siyu.importing.Reject;
import siyu.importing.Sheet;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.store.Store;

/**
 * An import of rows that a {@link Sheet} describes: files, mapping, bad rows, progress and one transaction, as customers and
 * events are imported. What the rows mean is the business of a {@link Taking}.
 */
abstract class SheetImport implements Verb {
    private static final Parameter<List<String>> FILES =
            Parameter.positionals("FILE", "CSV or JSON Lines, .gz too; - is standard input");
    private static final List<String> COLUMNS = List.of("rows", "new", "changed", "unchanged", "rejected");

    /** What rows come to. One call at a time, in order of the files. */
    interface Taking {
        /**
         * Takes one row.
         *
         * @return what is wrong with it, without a place; null when it was taken
         */
        @Nullable
        Problem take(RecordChunk chunk, int row);

        /** What taking all of it would change. Asked once, after the last row. */
        Counts counts();

        /** Changes the data file, all or nothing; not called for a dry run or when nothing changes. */
        void write(Store.Run run);

        /** What is worth telling beside the counts. */
        default List<String> notes() {
            return List.of();
        }
    }

    /** Rows that are new, that change what was there, and that repeat it. */
    record Counts(long created, long changed, long unchanged) {}

    private final String noun;
    private final Sheet sheet;

    /** @param noun the last word of the command, in the plural */
    SheetImport(String noun, Sheet sheet) {
        this.noun = noun;
        this.sheet = sheet;
    }

    /** Begins an import. */
    abstract Taking begin(Session session);

    /** The first paragraph of the help. */
    abstract String about();

    @Override
    public Manual manual() {
        String id = sheet.fields().get(0).name();
        return new Manual(
                "Take in " + noun + " from CSV or JSON Lines",
                List.of(
                        about(),
                        "One transaction: with a bad row beyond --max-errors nothing is taken, and doing it again changes"
                                + " nothing."),
                List.of(
                        new Example("siyu import " + noun + " " + noun + ".csv", "the usual case"),
                        new Example(
                                "siyu import " + noun + " --map 'No=" + id
                                        + "' --rejects bad.csv --max-errors 100 export.csv",
                                "another heading; up to 100 bad rows are put aside")),
                List.of("siyu.import." + noun + "/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(List.of(FILES));
        all.addAll(Reading.PARAMETERS);
        return all;
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.PARTLY);
    }

    @Override
    public List<String> columns(Call call) {
        return COLUMNS;
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        Taking taking = begin(session);
        try (Progress progress = Progress.of(call, "reading " + noun, Progress.Unit.BYTES);
                BadRows bad = Reading.badRows(call, progress)) {
            List<String> inputs = call.value(FILES).isEmpty() ? List.of("-") : call.value(FILES);
            RecordReader.Result read = RecordReader.read(
                    sheet,
                    session.program().vocabulary(),
                    Reading.options(call, inputs),
                    Reading.setting(call),
                    new Taker(taking, bad));
            Counts counts = taking.counts();
            if (!session.dryRun() && counts.created() + counts.changed() > 0) {
                taking.write(session.run("import " + noun, read.hash()));
            }
            Outcome outcome = Outcome.of(table(session, counts, read));
            for (String note : taking.notes()) {
                outcome = outcome.note(note);
            }
            return bad.problems().isEmpty() ? outcome : outcome.problems(bad.problems(), Exit.PARTLY);
        }
    }

    private Table table(Session session, Counts counts, RecordReader.Result read) {
        long taken = counts.created() + counts.changed() + counts.unchanged();
        Object[] row = {taken + read.rejected(), counts.created(), counts.changed(), counts.unchanged(), read.rejected()
        };
        List<Heading> headings = new ArrayList<>();
        COLUMNS.forEach(name -> headings.add(Heading.of(name, Heading.Kind.INTEGER)));
        Table table = Table.of(
                "siyu.import." + noun + "/1",
                session.program().vocabulary().zone(),
                headings,
                Rows.of(List.<Object[]>of(row)));
        return session.dryRun() ? table.with("dry_run", true) : table;
    }

    /** Hands rows on, and treats those that are refused as those that could not be read. */
    private final class Taker implements RecordReader.Consumer {
        private final Taking taking;
        private final BadRows bad;

        Taker(Taking taking, BadRows bad) {
            this.taking = taking;
            this.bad = bad;
        }

        @Override
        public void ordered(RecordChunk chunk) {
            for (int row = 0; row < chunk.rows(); row++) {
                Problem problem = taking.take(chunk, row);
                if (problem != null) {
                    Place place = Place.line(chunk.file(), chunk.lines()[row]);
                    chunk.rejects().add(new Reject(problem.at(place), "", shown(chunk, row)));
                }
            }
            chunk.rejects().forEach(bad::reject);
        }

        @Override
        public void progress(long bytes, long total) {
            bad.progress(bytes, total);
        }
    }

    /** What a refused row holds, in the order of the sheet. */
    private String shown(RecordChunk chunk, int row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sheet.fields().size(); i++) {
            text.append(i == 0 ? "" : ",");
            Column column = chunk.attributes()[i];
            Object value = column == null ? null : column.get(row);
            if (value != null && column != null) {
                text.append(
                        switch (column.type.kind()) {
                            case DATE ->
                                java.time.LocalDate.ofEpochDay((Long) value).toString();
                            default -> value.toString();
                        });
            }
        }
        return text.toString();
    }

    /** The text of a field, or null when it is unknown. */
    static @Nullable String text(RecordChunk chunk, int field, int row) {
        Column column = chunk.attributes()[field];
        return column == null || column.known[row] == 0 ? null : column.dictionary.get((int) column.longs[row]);
    }

    /** The whole number, word, date or amount of a field, or null when it is unknown. */
    static @Nullable Long whole(RecordChunk chunk, int field, int row) {
        Column column = chunk.attributes()[field];
        return column == null || column.known[row] == 0 ? null : column.longs[row];
    }

    /** The decimal of a field, or null when it is unknown. */
    static @Nullable Double decimal(RecordChunk chunk, int field, int row) {
        Column column = chunk.attributes()[field];
        return column == null || column.known[row] == 0 ? null : column.doubles[row];
    }

    /** The text of a required field. */
    static String named(RecordChunk chunk, int field, int row) {
        return Objects.requireNonNull(text(chunk, field, row));
    }
}
