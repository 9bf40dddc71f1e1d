package siyu.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.CodeSource;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Io;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.program.Program;
import siyu.store.DataFile;
import siyu.store.Store;

/** {@code siyu doctor}: what is in effect here, and what is wrong with it. Changes nothing and waits for nobody. */
public final class Doctor implements Verb {
    /** Environment variables that siyu or its launcher reads, as {@code siyu help environment} lists them. */
    static final List<String> VARIABLES = List.of(
            "SIYU_JAVA_HOME",
            "JAVA_HOME",
            "SIYU_JAVA_OPTIONS",
            "SIYU_ARCHIVE",
            "SIYU_CACHE",
            "XDG_CACHE_HOME",
            "SIYU_PAGER",
            "PAGER",
            "NO_COLOR",
            "TERM");

    private final String version;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private boolean wrong;

    /** @param version of siyu */
    public Doctor(String version) {
        this.version = version;
    }

    @Override
    public Manual manual() {
        return new Manual(
                "Say what is in effect here, and what is wrong",
                List.of(
                        "Tells which siyu and Java run, the terminal, the variables that are set, the workspace, its files and the"
                                + " data file. What cannot work is 'wrong', with what helps; what works but may surprise is a 'note'."
                                + " Whether every block of the data file is sound is for 'siyu db check'."),
                List.of(
                        new Example("siyu doctor", "everything"),
                        new Example(
                                "siyu doctor --columns part,value --no-headers -q -o tsv", "for a report of a defect")),
                List.of("siyu.doctor/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.FOUND);
    }

    @Override
    public List<String> columns(Call call) {
        return List.of("part", "state", "value", "advice");
    }

    @Override
    public boolean opens() {
        return false;
    }

    @Override
    public Outcome run(Call call) {
        machine();
        terminal(call.io());
        for (String variable : VARIABLES) {
            String value = call.io().environment().get(variable);
            if (value != null) {
                tell(variable, value.isEmpty() ? "(empty)" : value);
            }
        }
        Session session = Session.of(call);
        try {
            tell("workspace", session.root().toString());
            program(session);
            data(session);
        } catch (Failure failure) {
            wrong("workspace", failure);
        }
        List<Heading> headings =
                List.of(Heading.text("part"), Heading.text("state"), Heading.text("value"), Heading.text("advice"));
        return Outcome.of(Table.of("siyu.doctor/1", ZoneOffset.UTC, headings, Rows.of(rows)))
                .exit(wrong ? Exit.FOUND : Exit.DONE);
    }

    private void machine() {
        CodeSource source = Doctor.class.getProtectionDomain().getCodeSource();
        tell(
                "siyu",
                version
                        + (source == null
                                ? ""
                                : ", " + Path.of(URI.create(source.getLocation().toString()))));
        tell("java", Runtime.version() + ", " + System.getProperty("java.home"));
        Runtime runtime = Runtime.getRuntime();
        tell("memory", megabytes(runtime.maxMemory()) + " at most, processors: " + runtime.availableProcessors());
    }

    private void terminal(Io io) {
        Io.Terminal terminal = io.terminal();
        List<String> streams = new ArrayList<>();
        if (terminal.in()) {
            streams.add("stdin");
        }
        if (terminal.out()) {
            streams.add("stdout");
        }
        if (terminal.err()) {
            streams.add("stderr");
        }
        boolean any = !streams.isEmpty();
        tell("terminal", any ? String.join(", ", streams) + ", " + terminal.width() + " columns" : "none");
        Map<String, String> environment = io.environment();
        for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                boolean utf8 = locale.toLowerCase(Locale.ROOT).replace("-", "").endsWith("utf8");
                if (utf8 || !any) {
                    tell(variable, locale);
                } else {
                    note(variable, locale, "siyu writes UTF-8; a terminal of another encoding shows Chinese wrong");
                }
                break;
            }
        }
    }

    private void program(Session session) {
        try {
            Program program = session.program();
            tell(
                    "program",
                    program.name() + ", " + program.vocabulary().zone() + ", "
                            + program.vocabulary().currency());
            tell("files", String.join(", ", program.content().names()));
        } catch (Failure failure) {
            wrong("program", failure);
        }
    }

    private void data(Session session) {
        Call call = session.call();
        Path file;
        try {
            file = session.dataFile();
        } catch (Failure failure) {
            if (call.get(Common.DATA) == null && !wrong) {
                wrong("data file", failure);
            }
            return;
        }
        try (Store store = Store.openToRead(file, Duration.ZERO, session.opener())) {
            DataFile.Info info = DataFile.info(store, List.of(), 0);
            Path path = Path.of(info.path());
            tell("data file", path + ", " + megabytes(info.bytes()) + ", changes: " + info.runs());
            permissions(path);
            space(path, info.bytes());
            // Reading an older form fails, which is worth a note and no more: the next change brings it up to date.
            store.read(connection -> true);
        } catch (Failure failure) {
            boolean older = failure.problems().get(0).code() == siyu.store.StoreCode.OLDER;
            if (older) {
                Problem problem = failure.problems().get(0);
                note("data file", problem.message(), problem.hint());
            } else {
                wrong("data file", failure);
            }
        }
    }

    private void permissions(Path file) {
        try {
            Set<PosixFilePermission> all = Files.getPosixFilePermissions(file);
            if (all.contains(PosixFilePermission.OTHERS_READ) || all.contains(PosixFilePermission.GROUP_READ)) {
                note("permissions", "others may read the data file", "chmod 600 " + file);
            }
        } catch (IOException | UnsupportedOperationException none) {
            // A file system without such permissions.
        }
    }

    /** Compacting and large imports write a copy beside the file. */
    private void space(Path file, long bytes) {
        Path folder = file.toAbsolutePath().getParent();
        long free = folder == null ? 0 : folder.toFile().getUsableSpace();
        if (free < 2 * bytes) {
            note(
                    "disk",
                    megabytes(free) + " free",
                    "compacting and large imports need as much again as the data file has");
        }
    }

    private static String megabytes(long bytes) {
        return bytes < 1_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }

    private void tell(String part, String value) {
        rows.add(new @Nullable Object[] {part, "ok", value, null});
    }

    private void note(String part, String value, @Nullable String advice) {
        rows.add(new @Nullable Object[] {part, "note", value, advice});
    }

    private void wrong(String part, Failure failure) {
        wrong = true;
        for (Problem problem : failure.problems()) {
            String place = problem.place() == null ? "" : problem.place() + ": ";
            rows.add(new @Nullable Object[] {
                part, "wrong", problem.code().id() + " " + place + problem.message(), problem.hint()
            });
        }
    }
}
