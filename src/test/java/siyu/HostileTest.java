package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bad input, through the whole program: a clear error, a fitting exit code, and nothing has changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
    private static final long LONG_LINE = 100L << 20;

    private Desk desk;

    @BeforeAll
    void fill(@TempDir Path temporary) throws IOException {
        desk = new Desk(temporary.toRealPath());
    }

    /** A file, what is said about it (code and words), and how it is imported. */
    private record Bad(String name, byte[] bytes, int exit, String code, String words, String... options) {
        static Bad of(String name, String text, String code, String words, String... options) {
            return new Bad(name, text.getBytes(StandardCharsets.UTF_8), 3, code, words, options);
        }
    }

    private static List<Bad> files() throws IOException {
        Charset gb18030 = Charset.forName("GB18030");
        return List.of(
                Bad.of("height.csv", "id,weight\nx1,2\n", "E0411", "column 'weight' is not known"),
                Bad.of("twice.csv", "id,vip,id\nx1,true,x1\n", "E0410", "column 'id' is in the header twice"),
                Bad.of("boolean.csv", "id,vip\nx1,maybe\n", "E0430", "'maybe'"),
                Bad.of("nan.csv", "id,height\nx1,NaN\n", "E0433", "'NaN'"),
                Bad.of("infinite.csv", "id,height\nx1,1e999\n", "E0434", "'1e999'"),
                Bad.of("nan.jsonl", "{\"id\": \"x1\", \"height\": NaN}\n", "E0423", "NaN"),
                Bad.of("money.csv", "id,aum\nx1,1.005\n", "E0436", "1.005"),
                Bad.of("overflow.csv", "id,visits\nx1,99999999999999999999\n", "E0432", "64-bit"),
                Bad.of("large.csv", "id,aum\nx1,99999999999999999999.00\n", "E0437", "too large"),
                Bad.of("wide.csv", "id,visits\nx1,１２\n", "E0431", "full-width"),
                Bad.of("date.csv", "id,registered\nx1,2025-02-29\n", "E0438", "'2025-02-29' is not a date"),
                Bad.of("nul.csv", "id,name\nx1,a\0b\n", "E0419", "NUL"),
                Bad.of("nul.jsonl", "{\"id\": \"x1\", \"name\": \"a\\u0000b\"}\n", "E0419", "NUL"),
                Bad.of("short.csv", "id,name,vip\nx1,a\n", "E0420", "2 fields, the header 3"),
                Bad.of("quote.csv", "id,name\nx1,\"never closed\n", "E0421", "within quotes"),
                Bad.of("empty.csv", "", "E0403", "is empty"),
                Bad.of("noid.csv", "name,vip\na,true\n", "E0414", "'id'"),
                Bad.of("map.csv", "id,name\nx1,a\n", "E041", "'nme'", "--map", "nme=name"),
                new Bad(
                        "gb.csv",
                        "id,name\nx1,王小明\n".getBytes(gb18030),
                        3,
                        "E0408",
                        "hint: the bytes look like GB18030: use --encoding gb18030"),
                new Bad(
                        "utf16.csv",
                        "id,name\nx1,a\n".getBytes(StandardCharsets.UTF_16),
                        3,
                        "E0408",
                        "--encoding utf-16"),
                Bad.of("encoding.csv", "id,name\nx1,a\n", "E0407", "'utf-99'", "--encoding", "utf-99"),
                new Bad("cut.csv.gz", cut(), 3, "E0405", "ends too early"),
                Bad.of("plain.dat", "id\nx1\n", "E0406", "--format"));
    }

    private static byte[] cut() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("id,name\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50_000; i++) {
                gzip.write(("x" + i + ",n" + i * 31 + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    }

    @Test
    void badFilesChangeNothing() throws IOException, SQLException {
        String before = desk.digest();
        for (Bad bad : files()) {
            Files.write(desk.directory.resolve(bad.name()), bad.bytes());
            List<String> words = new ArrayList<>(List.of("import", "customers", bad.name()));
            words.addAll(List.of(bad.options()));
            Said said = desk.run(words.toArray(new String[0]));
            assertThat(said.exit()).as("%s: %s", bad.name(), said.err()).isIn(2, 3);
            assertThat(said.err()).as(bad.name()).contains("error[" + bad.code(), bad.words());
            assertThat(said.out()).as(bad.name()).isEmpty();
            assertThat(desk.digest()).as(bad.name()).isEqualTo(before);
        }
        desk.done("db", "check");
    }

    @Test
    void missingFilesAndDirectories() throws IOException, SQLException {
        String before = desk.digest();
        Files.createDirectories(desk.directory.resolve("folder.csv"));
        refused(3, "there is no file 'none.csv'", "import", "customers", "none.csv");
        refused(3, "is a directory", "import", "events", "folder.csv");
        refused(5, "there is no data file", "segment", "run", "--data", "none");
        refused(2, "no siyu.yaml", "validate", "-C", "none");
        refused(4, "no customer 'c99'", "show", "c99");
        refused(4, "no customer 'c99'", "segment", "pin", "c99", "inner", "in", "--reason", "why not");
        assertThat(desk.digest()).isEqualTo(before);
    }

    private void refused(int exit, String words, String... line) {
        Said said = desk.run(line);
        assertThat(said.exit()).as("%s: %s", List.of(line), said.err()).isEqualTo(exit);
        assertThat(said.err()).as("%s", List.of(line)).contains("error[").contains(words);
        assertThat(said.out()).as("%s", List.of(line)).isEmpty();
    }

    @Test
    void badProgramsChangeNothing() throws IOException, SQLException {
        String before = desk.digest();
        String[][] cases = {
            {"customers.aum=mony", "did you mean 'money'?"},
            {"metrics.spend=sum(purchase.amout, ever)", "did you mean 'amount'?"},
            {"segmentations.ring.segments.inner=visits", "boolean"},
            {"segmentations.ring.segments.inner=ring = 'named'", "'ring' names itself"},
            {"metrics.spend=spend + 1", "'spend' names itself"},
            {"segmentations.ring.segments.inner=aum > 1.005", "more decimals"},
            {"segmentations.ring.segments.inner=visits > 99999999999999999999", "99999999999999999999"},
            {"segmentations.ring.segments.inner=vip and", "found the end"},
            {"timezone=Asia/Shangai", "did you mean 'Asia/Shanghai'?"},
        };
        refused(2, "did you mean 'metrics'?", "segment", "run", "--apply", "--set", "metrcs.x=1");
        for (String[] one : cases) {
            refused(3, one[1], "segment", "run", "--apply", "--set", one[0]);
            assertThat(desk.digest()).as(one[0]).isEqualTo(before);
        }
        Said overflow = desk.run(
                "segment",
                "run",
                "--apply",
                "--as-of",
                "2026-02-11",
                "--set",
                "segmentations.ring.segments.inner=visits + 9223372036854775807 > 0");
        assertThat(overflow.exit()).as(overflow.err()).isEqualTo(3);
        assertThat(overflow.err()).contains("error[E0").contains("--set:1:");
        assertThat(desk.digest()).isEqualTo(before);
    }

    /** A misspelt column is found before the verb runs, so the change is not made and then denied. */
    @Test
    void misspeltColumnsChangeNothing() throws IOException, SQLException {
        String before = desk.digest();
        desk.write("one.csv", "id,vip\nc3,true\n");
        String[][] changes = {
            {"import", "customers", "one.csv"},
            {"import", "events", "events.csv"},
            {"segment", "run", "--apply", "--as-of", "2026-02-20"},
            {"segment", "pin", "c1", "inner", "out", "--reason", "try"},
            {"db", "compact"},
            {"db", "backup", "copy"},
            {"init", "elsewhere"},
            {"sample", "elsewhere", "--size", "5"},
        };
        for (String[] change : changes) {
            List<String> words = new ArrayList<>(List.of(change));
            words.addAll(List.of("--columns", "nonsense"));
            refused(2, "the answer has no column 'nonsense'", words.toArray(new String[0]));
            assertThat(desk.digest()).as("%s", words).isEqualTo(before);
        }
        assertThat(desk.directory.resolve("elsewhere")).doesNotExist();
        assertThat(desk.directory.resolve("copy.mv.db")).doesNotExist();
    }

    /** Slips of the keys that would cost data: strangers stored as customers, an input overwritten with its own rejects. */
    @Test
    void slipsChangeNothing() throws IOException, SQLException {
        String before = desk.digest();
        refused(2, "error[E0016]", "segment", "run", "--apply", "--customers", "customers.csv");
        refused(2, "error[E0016]", "segment", "run", "--apply", "--members");
        refused(2, "error[E0016]", "segment", "run", "--show", "aum");
        refused(2, "error[E0016]", "segment", "run", "--events", "events.csv");
        refused(2, "standard input can be read once", "segment", "run", "--customers", "-", "--events", "-");
        refused(2, "standard input can be read once", "import", "events", "-", "events.csv", "-");
        refused(2, "'siyu segment list' prints those there are", "segment", "run", "zzz");
        desk.write("mine.csv", "id,vip\nx1,maybe\n");
        refused(3, "something else than rejects", "import", "customers", "mine.csv", "--rejects", "mine.csv");
        assertThat(desk.directory.resolve("mine.csv")).hasContent("id,vip\nx1,maybe\n");
        refused(3, "something else than rejects", "import", "customers", "mine.csv", "--rejects", "tiny.mv.db");
        for (int i = 0; i < 2; i++) {
            refused(3, "'maybe'", "import", "customers", "mine.csv", "--rejects", "rejects.csv");
        }
        Files.createDirectories(desk.directory.resolve("real"));
        desk.write("real/customers.csv", "id\nprecious\n");
        refused(4, "is there already", "sample", "real", "--size", "5");
        assertThat(desk.directory.resolve("real/customers.csv")).hasContent("id\nprecious\n");
        assertThat(desk.directory.resolve("real/events.csv")).doesNotExist();
        desk.done("sample", "real", "--size", "5", "--yes");
        assertThat(desk.digest()).isEqualTo(before);
        desk.done("db", "check");
    }

    @Test
    void valuesNotOfTheirForm() throws SQLException {
        String before = desk.digest();
        for (String line : List.of(
                "show c1 --recent -1",
                "show c1 --recent x",
                "import customers customers.csv --max-errors -1",
                "import customers customers.csv --max-errors 1e3",
                "import customers customers.csv --delimiter ::",
                "import customers customers.csv --map name",
                "segment pin c1 inner in --reason x --until 2026-02-30",
                "segment pin c1 inner in --reason x --until 2020-01-01",
                "segment pin c1 inner inn --reason x",
                "segment flow ring --from yesterday",
                "segment flow ring --from 2026-02-11 --to 2026-02-10",
                "segment diff --samples -1",
                "segment run --as-of 20260101",
                "segment run --now 2026-01-01",
                "segment run --limit １２",
                "segment run --lock-timeout NaN",
                "db info --runs -1",
                "sample elsewhere --size 0",
                "sample elsewhere --dirt 0.6",
                "sample elsewhere --events-per-customer NaN",
                "sample elsewhere --seed 1.5",
                "sample elsewhere --today today")) {
            Said said = desk.run(line.split(" "));
            assertThat(said.exit()).as("%s: %s", line, said.err()).isEqualTo(2);
            assertThat(said.err()).as(line).contains("error[E0006]").doesNotContain("input string");
            assertThat(said.out()).as(line).isEmpty();
        }
        assertThat(desk.directory.resolve("elsewhere")).doesNotExist();
        assertThat(desk.digest()).isEqualTo(before);
    }

    @Test
    void dryRunsChangeNothing() throws IOException, SQLException {
        String before = desk.digest();
        desk.write("dry.csv", "id,vip\nc3,true\nc4,false\n");
        desk.write(
                "dry.jsonl",
                "{\"id\": \"e9\", \"customer\": \"c3\", \"kind\": \"login\", \"at\": \"2026-02-01T00:00:00Z\"}\n");
        desk.done("import", "customers", "dry.csv", "-n");
        desk.done("import", "events", "dry.jsonl", "--dry-run");
        desk.done("segment", "run", "--apply", "-n", "--as-of", "2026-02-20");
        desk.done("segment", "pin", "c1", "inner", "out", "--reason", "try", "-n");
        desk.done("init", "elsewhere", "-n");
        assertThat(desk.directory.resolve("elsewhere")).doesNotExist();
        assertThat(desk.digest()).isEqualTo(before);
    }

    @Test
    void timesInAGapAndUnknownCustomers() throws IOException {
        Desk own = new Desk(Files.createDirectories(desk.directory.resolve("gap")));
        own.write("gap.csv", "id,customer,kind,at\ng1,c1,login,2026-03-08T02:30:00\n");
        Said gap = own.run("import", "events", "gap.csv");
        assertThat(gap.exit()).isEqualTo(3);
        assertThat(gap.err()).contains("E0440", "America/New_York", "write the offset");
        own.write("apart.csv", "id,customer,kind,at\ng1,c77,login,2026-03-08T03:30:00\n");
        Said apart = own.done("import", "events", "apart.csv", "-o", "json");
        assertThat(apart.out()).contains("\"new\": 0, \"apart\": 1");
        own.write("late.csv", "id\nc77\n");
        assertThat(own.done("import", "customers", "late.csv", "-o", "json").out())
                .contains("\"events_joined\": 1");
        Files.write(own.directory.resolve("gb.csv"), "id,name\nx1,王小明\n".getBytes(Charset.forName("GB18030")));
        own.done("import", "customers", "gb.csv", "--encoding", "gb18030");
        assertThat(own.done("show", "x1", "--unmask", "--reason", "test").out()).contains("王小明");
    }

    /** One line of 100 MB is refused without being kept, in a process that could not keep it. */
    @Test
    void longLines() throws IOException, InterruptedException, SQLException {
        String before = desk.digest();
        for (String name : List.of("long.csv", "long.jsonl")) {
            boolean csv = name.endsWith("csv");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(desk.directory.resolve(name)))) {
                byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                out.write(
                        (csv ? "id,name\nx1,\"" : "{\"id\": \"x1\", \"name\": \"").getBytes(StandardCharsets.US_ASCII));
                for (long written = 0; written < LONG_LINE; written += block.length) {
                    out.write(block);
                }
                out.write((csv ? "\"\nx2,b\n" : "\"}\n").getBytes(StandardCharsets.US_ASCII));
            }
            long start = System.nanoTime();
            Said said = desk.process(Desk.child("-Xmx80m", "import", "customers", name));
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            assertThat(said.exit()).as(said.err()).isEqualTo(3);
            assertThat(said.err()).contains("error[").contains(name).doesNotContain("memory");
            assertThat(said.err().length()).isLessThan(3000);
            assertThat(seconds).as(name).isLessThan(60);
        }
        Files.copy(desk.directory.resolve("long.csv"), desk.directory.resolve("long.yaml"));
        refused(3, "256 KB", "segment", "diff", "--against", "long.yaml");
        assertThat(desk.digest()).isEqualTo(before);
    }

    /** An import that waits for its rows, once it has the data file. */
    private Process holder() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(Desk.child("-Xmx80m", "import", "customers", "--format", "csv", "-"))
                .directory(desk.directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(desk.directory.resolve("holder.out").toFile())
                .start();
        Said said = desk.run("db", "info", "--lock-timeout", "0");
        for (int i = 0; i < 1200 && !said.err().contains(String.valueOf(holder.pid())); i++) {
            Thread.sleep(50);
            said = desk.run("db", "info", "--lock-timeout", "0");
        }
        assertThat(said.exit()).as(said.err()).isEqualTo(5);
        assertThat(said.err()).contains("error[E0503]").contains("siyu import customers, process " + holder.pid());
        return holder;
    }

    @Test
    void aDataFileInUse() throws IOException, InterruptedException, SQLException {
        String before = desk.digest();
        Process holder = holder();
        try {
            desk.write("busy.csv", "id\nc9\n");
            refused(5, String.valueOf(holder.pid()), "import", "customers", "busy.csv", "--lock-timeout", "0");
        } finally {
            holder.destroyForcibly();
            holder.waitFor();
        }
        assertThat(desk.digest()).isEqualTo(before);
        desk.done("db", "check");
    }

    /**
     * The process ends as the shell expects of one that was asked to end, and nothing of it is left. Java takes Ctrl-C the same way,
     * but not where these tests run in the background, where it is ignored.
     */
    @Test
    void aSignal() throws IOException, InterruptedException, SQLException {
        String before = desk.digest();
        Process holder = holder();
        try {
            holder.outputWriter().append("id\nc8\n").flush();
            new ProcessBuilder("kill", "-TERM", String.valueOf(holder.pid()))
                    .start()
                    .waitFor();
            assertThat(holder.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(holder.exitValue()).isEqualTo(143);
            assertThat(desk.directory.resolve("tiny.holder")).doesNotExist();
        } finally {
            holder.destroyForcibly();
            holder.waitFor();
        }
        assertThat(desk.digest()).isEqualTo(before);
        desk.done("db", "check");
    }

    @Test
    void aFullDisk() throws IOException, InterruptedException, SQLException {
        String before = desk.digest();
        StringBuilder rows = new StringBuilder("id,name,region\n");
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 60_000; i++) {
            rows.append('f')
                    .append(i)
                    .append(",n")
                    .append(random.nextLong())
                    .append(",r")
                    .append(random.nextLong())
                    .append('\n');
        }
        desk.write("many.csv", rows.toString());
        long blocks = Files.size(desk.directory.resolve("tiny.mv.db")) / 512 + 200;
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        command.addAll(Desk.child("-Xmx200m", "import", "customers", "many.csv"));
        Said said = desk.process(command);
        assertThat(said.exit()).as(said.err()).isIn(1, 5);
        assertThat(said.err()).contains("error[E").doesNotContain("a defect of siyu");
        desk.done("db", "check");
        assertThat(desk.digest()).isEqualTo(before);
        desk.done("import", "customers", "many.csv", "-n");
    }

    /** The same on a disk that is really full: a small one in memory, which only this test's processes see. */
    @Test
    void aDiskWithoutRoom() throws IOException, InterruptedException, SQLException {
        Path file = desk.directory.resolve("tiny.mv.db");
        String before = desk.digest();
        byte[] kept = Files.readAllBytes(file);
        Files.createDirectories(desk.directory.resolve("small"));
        StringBuilder rows = new StringBuilder("id,name\n");
        java.util.Random random = new java.util.Random(8);
        for (int i = 0; i < 60_000; i++) {
            rows.append('f').append(i).append(",n").append(random.nextLong()).append('\n');
        }
        desk.write("room.csv", rows.toString());
        String script = """
                mount -t tmpfs -o size=$1k tmpfs small 2>/dev/null || exit 99
                shift
                cp siyu.yaml tiny.mv.db small/ && cd small && "$@"
                code=$?
                cp tiny.mv.db ../after.mv.db
                exit $code
                """;
        List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c"));
        command.addAll(List.of(script, "sh", String.valueOf(kept.length / 1024 + 300)));
        command.addAll(Desk.child("-Xmx200m", "import", "customers", "../room.csv"));
        Said said = null;
        try {
            said = desk.process(command);
        } catch (IOException e) {
            // There is no such program here.
        }
        org.junit.jupiter.api.Assumptions.assumeTrue(
                said != null && said.exit() != 99 && !said.err().contains("unshare"),
                "no small disk can be made here: it takes unshare and user namespaces");
        assertThat(said.exit()).as(said.err()).isEqualTo(5);
        assertThat(said.err())
                .contains("error[E0513]: there was no room to write", "tiny.mv.db")
                .contains("hint: free some space and do it again; nothing was changed");
        try {
            Files.copy(desk.directory.resolve("after.mv.db"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            desk.done("db", "check");
            assertThat(desk.digest()).isEqualTo(before);
        } finally {
            Files.write(file, kept);
        }
    }

    /** A million events take no more memory than those of a few thousand customers: the rest goes through a temporary file. */
    @Test
    void moreEventsThanMemory() throws IOException, InterruptedException {
        desk.done("init", "bank", "--template", "bank");
        desk.done("sample", "large", "--size", "60000", "--events-per-customer", "17");
        assertThat(Files.size(desk.directory.resolve("large/events.csv"))).isGreaterThan(80_000_000);
        desk.done("import", "customers", "large/customers.csv", "-C", "bank");
        Said said =
                desk.process(Desk.child("-Xmx160m", "import", "events", "large/events.csv", "-C", "bank", "-o", "csv"));
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("rows,new,").contains("\n1021913,");
        try (var left = Files.list(desk.directory.resolve("bank/data"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("harbour.mv.db");
        }
    }
}
