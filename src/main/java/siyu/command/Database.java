package siyu.command;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.customer.CustomerBlocks;
import siyu.level.MoveStore;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.points.ColumnStore;
import siyu.segment.SegmentBlocks;
import siyu.store.BlockTable;
import siyu.store.DataFile;
import siyu.store.RunRecord;

/** {@code db info|check|backup|compact}: the data file as a whole. */
public final class Database implements Verb {
    /** What is done with it. */
    public enum Does {
        INFO,
        CHECK,
        BACKUP,
        COMPACT
    }

    private static final Parameter<String> TARGET = Parameter.positional("FILE", "the copy; it must not be there yet");
    private static final Parameter<Integer> RUNS = Parameter.option(
                    "--runs", "N", "how many of the last runs to show", new Forms.Whole(0, 1000))
            .or(10);

    private final Does does;

    public Database(Does does) {
        this.does = does;
    }

    @Override
    public Manual manual() {
        return switch (does) {
            case INFO ->
                new Manual(
                        "What is in the data file",
                        List.of("Its size, tables and the last runs: who changed it when, with which command."),
                        List.of(new Example("siyu db info", "of this workspace")),
                        List.of("siyu.db.info/1"));
            case CHECK ->
                new Manual(
                        "Read everything and verify every checksum",
                        List.of("Reads every row and every block. Exits 10 and lists what is wrong when something is."),
                        List.of(new Example("siyu db check", "after a crash, or before a backup")),
                        List.of("siyu.db.check/1"));
            case BACKUP ->
                new Manual(
                        "Make a checked copy",
                        List.of(
                                "Copies the data file as it is at one moment, opens the copy and compares it block by block."),
                        List.of(new Example(
                                "siyu db backup backup/harbour-2026-03-01", "a copy in the folder 'backup'")),
                        List.of("siyu.db.backup/1"));
            case COMPACT ->
                new Manual(
                        "Rewrite the data file to its smallest size",
                        List.of("Writes a compact copy, checks it and puts it in the place of the file."),
                        List.of(new Example("siyu db compact", "after large imports")),
                        List.of("siyu.db.compact/1"));
        };
    }

    @Override
    public List<Parameter<?>> parameters() {
        return switch (does) {
            case INFO -> List.of(RUNS);
            case BACKUP -> List.of(TARGET);
            case CHECK, COMPACT -> List.of();
        };
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<Exit> exits() {
        return does == Does.CHECK ? List.of(Exit.FOUND) : List.of();
    }

    @Override
    public List<String> columns(Call call) {
        return switch (does) {
            case BACKUP -> List.of("path", "bytes", "tables_compared");
            case COMPACT -> List.of("path", "bytes_before", "bytes_after");
            case INFO, CHECK -> List.of();
        };
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        return switch (does) {
            case INFO -> Outcome.of(info(session, DataFile.info(session.store(), tables(), call.value(RUNS))));
            case CHECK -> check(DataFile.check(session.store(), tables()));
            case BACKUP ->
                backup(session, DataFile.backup(session.store(), session.path(call.value(TARGET)), tables()));
            case COMPACT ->
                compact(
                        session,
                        DataFile.compact(
                                session.dataFile(), call.value(Common.LOCK_TIMEOUT), session.opener(), tables()));
        };
    }

    private static List<BlockTable> tables() {
        List<BlockTable> all = new ArrayList<>(CustomerBlocks.TABLES);
        all.addAll(SegmentBlocks.TABLES);
        all.addAll(MoveStore.TABLES);
        all.addAll(ColumnStore.TABLES);
        return all;
    }

    private static Table info(Session session, DataFile.Info info) {
        List<Object> runs = new ArrayList<>();
        for (RunRecord record : info.last()) {
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("id", record.id());
            run.put("started", record.run().started());
            run.put("actor", record.run().actor());
            run.put("command", record.run().command());
            run.put("reason", record.run().reason());
            runs.add(run);
        }
        List<Object> tables = new ArrayList<>();
        for (DataFile.TableFacts table : info.tables()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("table", table.name());
            one.put("rows", table.rows());
            one.put("blocks", table.blocks());
            tables.add(one);
        }
        @Nullable
        Object[] row = {
            session.shown(info.path()),
            info.bytes(),
            (long) info.form(),
            info.program(),
            info.created(),
            info.runs(),
            tables,
            runs
        };
        List<Heading> headings = List.of(
                Heading.text("path"),
                Heading.of("bytes", Heading.Kind.INTEGER),
                Heading.of("form", Heading.Kind.INTEGER),
                Heading.text("program"),
                Heading.of("created", Heading.Kind.TIME),
                Heading.of("runs", Heading.Kind.INTEGER),
                Heading.of("tables", Heading.Kind.NESTED),
                Heading.of("last_runs", Heading.Kind.NESTED));
        return Table.of("siyu.db.info/1", ZoneOffset.UTC, headings, Rows.of(List.<@Nullable Object[]>of(row)))
                .one();
    }

    private static Outcome check(DataFile.Check check) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (DataFile.TableFacts table : check.tables()) {
            rows.add(new @Nullable Object[] {table.name(), table.rows(), table.blocks(), table.bytes()});
        }
        List<Heading> headings = List.of(
                Heading.text("table"),
                Heading.of("rows", Heading.Kind.INTEGER),
                Heading.of("blocks", Heading.Kind.INTEGER),
                Heading.of("bytes", Heading.Kind.INTEGER));
        Table table = Table.of("siyu.db.check/1", ZoneOffset.UTC, headings, Rows.of(rows))
                .with("sound", check.sound())
                .with("problems", check.problems());
        return Outcome.of(table).exit(check.sound() ? Exit.DONE : Exit.FOUND);
    }

    private static Outcome backup(Session session, DataFile.Copy copy) {
        @Nullable
        Object[] row = {
            session.shown(copy.path()), copy.bytes(), (long) copy.tables().size()
        };
        List<Heading> headings = List.of(
                Heading.text("path"),
                Heading.of("bytes", Heading.Kind.INTEGER),
                Heading.of("tables_compared", Heading.Kind.INTEGER));
        return Outcome.of(
                Table.of("siyu.db.backup/1", ZoneOffset.UTC, headings, Rows.of(List.<@Nullable Object[]>of(row))));
    }

    private static Outcome compact(Session session, DataFile.Compaction compaction) {
        @Nullable Object[] row = {session.shown(compaction.path()), compaction.before(), compaction.after()};
        List<Heading> headings = List.of(
                Heading.text("path"),
                Heading.of("bytes_before", Heading.Kind.INTEGER),
                Heading.of("bytes_after", Heading.Kind.INTEGER));
        return Outcome.of(
                Table.of("siyu.db.compact/1", ZoneOffset.UTC, headings, Rows.of(List.<@Nullable Object[]>of(row))));
    }
}
