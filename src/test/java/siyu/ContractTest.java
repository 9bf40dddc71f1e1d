package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import siyu.cli.CommandTree;
import siyu.cli.Io;
import siyu.cli.Verb;
import siyu.core.Code;
import siyu.out.Heading;
import siyu.out.Table;
import siyu.out.Width;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What every command promises whoever reads its output: a person, a terminal, a script, a pipe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    /** A working command line of every verb that answers with a table. */
    private static final Map<String, String> LINES = new TreeMap<>(Map.ofEntries(
            Map.entry("init", "init made"),
            Map.entry("sample", "sample samples --size 5"),
            Map.entry("validate", "validate"),
            Map.entry("import customers", "import customers customers.csv"),
            Map.entry("import events", "import events events.csv"),
            Map.entry("segment run", "segment run --members --show shout --show lower(phone) --show region"),
            Map.entry("segment list", "segment list"),
            Map.entry("segment explain", "segment explain c2"),
            Map.entry("segment diff", "segment diff --set segmentations.ring.segments.inner=visits>3"),
            Map.entry("segment history", "segment history c2"),
            Map.entry("segment flow", "segment flow ring --from 2026-02-10 --to 2026-02-20"),
            Map.entry("segment pin", "segment pin c1 inner in --reason because"),
            Map.entry("points earn", "points earn"),
            Map.entry("points redeem", "points redeem c1 1 --key once"),
            Map.entry("points reverse", "points reverse c1 purchase:e1"),
            Map.entry("points cancel", "points cancel c1 spent"),
            Map.entry("points adjust", "points adjust c1 +1 --reason because"),
            Map.entry("points transfer", "points transfer c1 c2 1 --key gift"),
            Map.entry("points open", "points open c1 10 --key old --reason before"),
            Map.entry("points forecast", "points forecast"),
            Map.entry("points liability", "points liability"),
            Map.entry("points close", "points close --through 2024-12-31 --yes"),
            Map.entry("points expire", "points expire"),
            Map.entry("points simulate", "points simulate --set points.earn[0].points=2"),
            Map.entry("points verify", "points verify"),
            Map.entry("points balance", "points balance"),
            Map.entry("points statement", "points statement c1"),
            Map.entry("level list", "level list"),
            Map.entry("level run", "level run"),
            Map.entry("level review", "level review"),
            Map.entry("level explain", "level explain c1"),
            Map.entry("level history", "level history c1"),
            Map.entry("level buy", "level buy c2 plus"),
            Map.entry("level report", "level report"),
            Map.entry("benefit list", "benefit list"),
            Map.entry("benefit use", "benefit use c1 coffee --key cup"),
            Map.entry("benefit grant", "benefit grant treat"),
            Map.entry("benefit status", "benefit status c1"),
            Map.entry("benefit report", "benefit report"),
            Map.entry("task list", "task list"),
            Map.entry("task run", "task run"),
            Map.entry("task status", "task status c2"),
            Map.entry("task explain", "task explain c2 visit"),
            Map.entry("task leaderboard", "task leaderboard shoppers --period 2026-02"),
            Map.entry("task close", "task close shoppers --period 2026-01"),
            Map.entry("lottery list", "lottery list"),
            Map.entry("lottery commit", "lottery commit free"),
            Map.entry("lottery draw", "lottery draw free c1 --key web"),
            Map.entry("lottery reveal", "lottery reveal over --yes"),
            Map.entry("lottery export", "lottery export over made"),
            Map.entry("lottery verify", "lottery verify published"),
            Map.entry("lottery simulate", "lottery simulate free --draws 100"),
            Map.entry("lottery report", "lottery report free"),
            Map.entry("import referrals", "import referrals referrals.csv"),
            Map.entry("referral tiers", "referral tiers"),
            Map.entry("referral record", "referral record c1 c9 --key i9"),
            Map.entry("referral status", "referral status"),
            Map.entry("referral list", "referral list"),
            Map.entry("referral explain", "referral explain c2"),
            Map.entry("referral decide", "referral decide i2 reject"),
            Map.entry("referral settle", "referral settle"),
            Map.entry("referral rewards", "referral rewards"),
            Map.entry("referral audit", "referral audit --set referral.within=1d"),
            Map.entry("referral tree", "referral tree c1"),
            Map.entry("referral top", "referral top"),
            Map.entry("import groups", "import groups groups.csv"),
            Map.entry("import members", "import members members.csv"),
            Map.entry("assign-group plan", "assign-group plan --members"),
            Map.entry("assign-group apply", "assign-group apply"),
            Map.entry("assign-group explain", "assign-group explain c2"),
            Map.entry("assign-group rebalance", "assign-group rebalance"),
            Map.entry("assign-group duplicates", "assign-group duplicates"),
            Map.entry("assign-group join", "assign-group join scan c1 c2 c3"),
            Map.entry("assign-group codes", "assign-group codes --groups"),
            Map.entry("assign-group due", "assign-group due --days 7 --members"),
            Map.entry("assign-group life", "assign-group life --groups"),
            Map.entry("simulate diff", "simulate diff --set referral.within=1d"),
            Map.entry("simulate referral", "simulate referral --runs 50"),
            Map.entry("simulate sweep", "simulate sweep --set referral.within=1..3:1d"),
            Map.entry("import staff", "import staff staff.csv"),
            Map.entry("import owners", "import owners owners.csv"),
            Map.entry("staff churn", "staff churn"),
            Map.entry("staff follow-up", "staff follow-up c3 --reason because"),
            Map.entry("staff handover plan", "staff handover plan --from s1 --reason moving --yes"),
            Map.entry("staff handover request", "staff handover request --yes"),
            Map.entry("staff handover settle", "staff handover settle"),
            Map.entry("staff handover list", "staff handover list"),
            Map.entry("staff assign", "staff assign door c1 c2"),
            Map.entry("staff status", "staff status"),
            Map.entry("staff audit", "staff audit"),
            Map.entry("staff explain", "staff explain c2"),
            Map.entry("show", "show c2"),
            Map.entry("report list", "report list"),
            Map.entry("report rings", "report rings --window 7d"),
            Map.entry("report flow", "report flow --window 2025-01-01..2026-02-10"),
            Map.entry("report lifecycle", "report lifecycle --segmentation ring --by region"),
            Map.entry("report active", "report active --window 2026-02"),
            Map.entry("report mau", "report mau --window 2m"),
            Map.entry("report retention", "report retention --unit week"),
            Map.entry("report rfm", "report rfm"),
            Map.entry("report gmv", "report gmv --by region"),
            Map.entry("report channels", "report channels --cost app=10.00 --window 2026"),
            Map.entry("report channel-flow", "report channel-flow --window 2026 --by region"),
            Map.entry("report value", "report value --window 2026"),
            Map.entry("report referral", "report referral --window 2m"),
            Map.entry("report levels", "report levels"),
            Map.entry("report tasks", "report tasks --window 2026"),
            Map.entry("report benefits", "report benefits"),
            Map.entry("report groups", "report groups --window 2026"),
            Map.entry("report staff", "report staff"),
            Map.entry("report repeat", "report repeat"),
            Map.entry("report points", "report points --window 2m --by ring"),
            Map.entry("report summary", "report summary --window 2026-02"),
            Map.entry("report funnel", "report funnel --step purchase --step login"),
            Map.entry("db info", "db info"),
            Map.entry("db check", "db check"),
            Map.entry("db backup", "db backup copy"),
            Map.entry("db compact", "db compact"),
            Map.entry("doctor", "doctor"),
            Map.entry("manual", "manual pages"),
            Map.entry("version", "version")));

    /** Every verb that explains its answer for one customer, asked to. */
    private static final Map<String, String> EXPLAINED = new TreeMap<>(Map.ofEntries(
            Map.entry("segment run", "segment run --explain c2"),
            Map.entry("points earn", "points earn --explain c1"),
            Map.entry("points redeem", "points redeem c1 1 --explain c1"),
            Map.entry("points reverse", "points reverse c1 purchase:e1 --explain c1"),
            Map.entry("points cancel", "points cancel c1 spent --explain c1"),
            Map.entry("points adjust", "points adjust c1 +1 --reason because --explain c1"),
            Map.entry("points transfer", "points transfer c1 c2 1 --explain c1"),
            Map.entry("points open", "points open c2 10 --reason before --explain c2"),
            Map.entry("points close", "points close --through 2024-12-31 --explain c1"),
            Map.entry("points expire", "points expire --explain c1"),
            Map.entry("points verify", "points verify --explain c1"),
            Map.entry("level run", "level run --explain c1"),
            Map.entry("level review", "level review --explain c1"),
            Map.entry("level buy", "level buy c2 plus --explain c2"),
            Map.entry("benefit use", "benefit use c1 coffee --explain c1"),
            Map.entry("benefit grant", "benefit grant treat --explain c1"),
            Map.entry("task run", "task run --explain c2"),
            Map.entry("task close", "task close shoppers --period 2026-01 --explain c1"),
            Map.entry("lottery draw", "lottery draw free --explain c1")));

    /** Verbs whose answer is no table: customers as they were imported, scripts. */
    private static final List<String> STREAMS = List.of("export customers", "export events", "completion", "shell");

    /** Verbs that show nothing of customers. */
    private static final List<String> FACTLESS =
            List.of("init", "sample", "db check", "db backup", "db compact", "doctor", "manual", "version");

    private Desk desk;

    @BeforeAll
    void fill(@TempDir Path temporary) throws IOException {
        desk = new Desk(temporary.toRealPath());
    }

    private static List<String> paths() {
        return paths("", Commands.tree().entries());
    }

    private static List<String> paths(String before, List<CommandTree.Entry> entries) {
        List<String> paths = new ArrayList<>();
        for (CommandTree.Entry entry : entries) {
            if (entry.group()) {
                paths.addAll(paths(before + entry.name() + " ", entry.entries()));
            } else {
                paths.add(before + entry.name());
            }
        }
        return paths;
    }

    private Said run(String line, String... more) throws IOException {
        delete(desk.directory.resolve("made"));
        delete(desk.directory.resolve("samples"));
        Files.deleteIfExists(desk.directory.resolve("copy.mv.db"));
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of(more));
        return desk.run(words.toArray(new String[0]));
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (java.util.stream.Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Test
    void everyVerbHasALineHere() {
        List<String> all = new ArrayList<>(LINES.keySet());
        all.addAll(STREAMS);
        assertThat(paths()).as("a new verb belongs into LINES").containsExactlyInAnyOrderElementsOf(all);
    }

    /** One JSON document per answer and one JSON object per error, whatever the names in the data hold. */
    @Test
    void jsonIsJson() throws IOException {
        for (Map.Entry<String, String> line : LINES.entrySet()) {
            Said said = run(line.getValue(), "-o", "json");
            assertThat(said.exit()).as("%s: %s", line.getValue(), said.err()).isZero();
            assertThat(parse(said.out())).as(line.getValue()).startsWith("schema");
            for (String row : run(line.getValue(), "-o", "jsonl").out().split("\n")) {
                if (!row.isEmpty()) {
                    parse(row);
                }
            }
            Said wrong = run(line.getValue(), "-o", "json", "--no-such-option", "--colour");
            assertThat(wrong.exit()).as(line.getValue()).isEqualTo(2);
            assertThat(wrong.out()).as(line.getValue()).isEmpty();
            assertThat(parse(wrong.err())).as(line.getValue()).startsWith("error");
        }
        for (String line : List.of(
                "segment rnu",
                "nothing",
                "segment",
                "show c99",
                "validate -C none",
                "segment run --show aum+ --members",
                "import customers none.csv",
                "db info --data none",
                "segment run --unmask",
                "version --columns x")) {
            Said wrong = run(line, "-o", "json");
            assertThat(wrong.exit()).as(line).isNotZero();
            assertThat(wrong.out()).as(line).isEmpty();
            assertThat(parse(wrong.err())).as(line).startsWith("error");
        }
    }

    /** Asked why, a verb answers as it does otherwise, and stores nothing. */
    @Test
    void explaining() throws IOException, SQLException {
        List<String> have = new ArrayList<>();
        for (String path : paths()) {
            boolean explains = Commands.tree().parts().verb(path).parameters().stream()
                    .anyMatch(parameter -> parameter.names().contains("--explain"));
            if (explains) {
                have.add(path);
            }
        }
        assertThat(EXPLAINED.keySet())
                .as("a verb that explains belongs into EXPLAINED")
                .containsExactlyInAnyOrderElementsOf(have);
        String before = desk.digest();
        for (String line : EXPLAINED.values()) {
            Said said = run(line, "-o", "json");
            assertThat(said.exit()).as("%s: %s", line, said.err()).isZero();
            assertThat(parse(said.out())).as(line).startsWith("schema");
            assertThat(said.all()).as(line).doesNotContain(Desk.SECRETS);
            assertThat(harmful(said.all())).as(line).isEmpty();
            Said nobody = run(line.substring(0, line.lastIndexOf(' ')) + " c99", "-o", "json");
            assertThat(nobody.exit()).as(line).isIn(2, 4);
            assertThat(nobody.out()).as(line).isEmpty();
        }
        assertThat(desk.digest()).isEqualTo(before);
    }

    /** Reads one document to its end and returns the name of its first key. */
    private static String parse(String text) {
        String first = "";
        try (JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), text.getBytes(StandardCharsets.UTF_8))) {
            int depth = 0;
            int documents = 0;
            for (tools.jackson.core.JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                documents += depth == 0 ? 1 : 0;
                if (first.isEmpty() && token == tools.jackson.core.JsonToken.PROPERTY_NAME) {
                    first = parser.currentName();
                }
            }
            assertThat(documents).as(text).isEqualTo(1);
        }
        return first;
    }

    /** What the data holds neither steers a terminal nor shows who a customer is, in whatever form. */
    @Test
    void scrubbedAndMasked() throws IOException {
        for (String format : List.of("table", "wide", "vertical", "markdown", "json", "jsonl", "csv", "tsv")) {
            for (boolean terminal : new boolean[] {false, true}) {
                desk.terminal = new Io.Terminal(false, terminal, terminal, 80, 0);
                for (Map.Entry<String, String> line : LINES.entrySet()) {
                    if (FACTLESS.contains(line.getKey())) {
                        continue;
                    }
                    Said said = run(line.getValue(), "-o", format, "--color", "never", "--no-pager");
                    String about = line.getValue() + " -o " + format;
                    assertThat(said.exit()).as("%s: %s", about, said.err()).isZero();
                    assertThat(said.all()).as(about).doesNotContain(Desk.SECRETS);
                    boolean raw = !terminal && List.of("csv", "tsv").contains(format);
                    String shown = raw ? said.err() : said.all();
                    assertThat(harmful(format.equals("tsv") ? shown.replace('\t', ' ') : shown))
                            .as(about)
                            .isEmpty();
                }
            }
        }
        desk.terminal = Io.Terminal.NONE;
    }

    private static String harmful(String text) {
        return text.replaceAll("[^\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]", "");
    }

    @Test
    void errorsAreScrubbedAndMasked() throws IOException {
        Files.createDirectories(desk.directory.resolve("sub"));
        desk.write("sub/siyu.yaml", "program: x\ntimezone: UTC\ncurrency: CNY\n\"a\\e[31m\\u202eb\": 1\n");
        desk.write("bad.csv", Desk.CUSTOMERS.replace("2025-01-01", "\u001b]0;x\u0007\u202e"));
        desk.write("bad.jsonl", """
                {"id": "c1", "name": "Everdeen", "phone": "13812345678", "vip": "\u202e"}
                {"id": "c1", "name": ["Everdeen"]}
                {"id": "c1", "name": "Everdeen
                """);
        for (String[] line : new String[][] {
            {"validate", "-C", "sub"},
            {"import", "customers", "bad.csv"},
            {"import", "customers", "bad.csv", "-o", "json"},
            {"import", "customers", "bad.jsonl"},
            {"import", "customers", "bad.csv", "--max-errors", "9", "-n"},
            {"show", "c\u001b[31m\u202e"},
            {"segment", "run", "\u001b[31m"},
            {"segment", "run", "--members", "--show", "aum + '\u001b\u202e'"},
            {"\u001b[31m"},
            {"version", "--\u001b[31m"},
            {"version", "--columns", "\u001b[31m"},
            {"help", "\u001b[31m"},
            {"import", "customers", "\u001b[31m.csv"},
            {"db", "info", "--data", "\u202e"},
        }) {
            Said said = desk.run(line);
            assertThat(said.exit()).as("%s", List.of(line)).isNotZero();
            assertThat(harmful(said.all()))
                    .as("%s: %s", List.of(line), said.all())
                    .isEmpty();
            assertThat(said.all()).as("%s", List.of(line)).doesNotContain(Desk.SECRETS);
        }
    }

    @Test
    void unmaskingIsRecorded() throws IOException {
        for (String line : List.of("show c1", "segment run --members --show name", "segment explain c2")) {
            String reason = "ticket " + line.length();
            Said said = run(line, "--unmask", "--reason", reason);
            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.out()).as(line).containsAnyOf("王小明", "Evil");
            assertThat(desk.done("db", "info", "-o", "json").out())
                    .contains("\"command\": \"unmask\", \"reason\": \"" + reason + "\"");
        }
        assertThat(desk.run("show", "c1", "--unmask").exit()).isEqualTo(2);
    }

    @Test
    void reasonsAreRecorded() {
        desk.done("import", "customers", "customers.csv", "--reason", "first");
        desk.done("import", "events", "events.csv", "--reason", "second");
        desk.done("segment", "run", "--apply", "--as-of", "2026-02-28", "--reason", "third");
        desk.done("segment", "pin", "c1", "inner", "in", "--reason", "fourth");
        assertThat(desk.done("db", "info", "-o", "json").out())
                .contains(
                        "\"reason\": \"first\"",
                        "\"reason\": \"second\"",
                        "\"reason\": \"third\"",
                        "\"reason\": \"fourth\"");
    }

    @Test
    void spreadsheetFormulasAreGuarded() throws IOException {
        desk.write("formula.csv", "id,vip,region\nf1,true,=1+1\nf2,true,@SUM(A1)\n");
        String line = "segment run ring --members --show region --customers formula.csv -o csv";
        assertThat(run(line).out()).contains("f1,ring,inner,'=1+1\n", "f2,ring,inner,'@SUM(A1)\n");
        assertThat(run(line, "--no-csv-safe").out()).contains("f1,ring,inner,=1+1\n");
    }

    /** Chinese takes two columns: what follows stands in one line with the heading. */
    @Test
    void chineseLinesUp() throws IOException {
        desk.write("wide.csv", "id,vip,region,aum\n甲,true,上海市浦东新区,1.00\nb,true,NY,20.00\n");
        String[] lines = run("segment run ring --members --show region --show aum --customers wide.csv")
                .out()
                .split("\n");
        for (int i = 0; i < 3; i++) {
            assertThat(Width.of(lines[i])).as(lines[i]).isEqualTo(Width.of(lines[0]));
        }
        assertThat(lines[1]).contains("上海市浦东新区   1.00");
    }

    @Test
    void colour() throws IOException {
        desk.terminal = new Io.Terminal(false, true, true, 80, 0);
        assertThat(run("segment rnu").err()).contains("\u001b[");
        assertThat(run("segment list", "--no-pager").out()).contains("\u001b[");
        assertThat(run("segment rnu", "--color", "never").err()).doesNotContain("\u001b");
        desk.environment = Map.of("NO_COLOR", "1");
        assertThat(run("segment rnu").err()).doesNotContain("\u001b");
        assertThat(run("segment list", "--no-pager").out()).doesNotContain("\u001b");
        assertThat(run("segment rnu", "--color", "always").err()).contains("\u001b[");
        desk.environment = Map.of();
        desk.terminal = Io.Terminal.NONE;
        assertThat(run("segment rnu").err()).doesNotContain("\u001b");
        assertThat(run("segment rnu", "--color", "always").err()).contains("\u001b[");
    }

    @Test
    void didYouMean() throws IOException {
        Map.of(
                        "segmnt run", "did you mean 'segment'?",
                        "segment rnu", "did you mean 'run'?",
                        "segment run rnig", "did you mean 'ring'?",
                        "segment run --member", "did you mean '--members'?",
                        "segment run --members --columns custmer", "did you mean 'customer'?",
                        "segment run -o jsno", "did you mean 'json'?",
                        "segment pin c1 iner in --reason x", "did you mean 'inner'?",
                        "segment run --members --show spnd", "did you mean 'spend'?")
                .forEach((line, hint) -> {
                    Said said = desk.run(line.split(" "));
                    assertThat(said.exit()).as(line).isIn(2, 3);
                    assertThat(said.err()).as(line).contains("hint: " + hint);
                });
    }

    /** An option that does not exist is the only problem an example has when one is added to it. */
    @Test
    void examplesAreCommandLines() {
        for (String path : paths()) {
            Verb verb = Commands.tree().parts().verb(path);
            assertThat(verb.manual().examples()).as(path).isNotEmpty();
            for (Verb.Example example : verb.manual().examples()) {
                String line = example.line().replaceAll(" [<>] \\S+$", "");
                List<String> words = new ArrayList<>(Transcript.words(line));
                assertThat(words.remove(0)).as(line).isEqualTo("siyu");
                assertThat(String.join(" ", words)).startsWith(path);
                words.addAll(List.of("--no-such-option", "-o", "table"));
                Said said = desk.run(words.toArray(new String[0]));
                assertThat(said.exit()).as(line).isEqualTo(2);
                assertThat(said.err().split("error\\[", -1))
                        .as("%s: %s", line, said.err())
                        .hasSize(2);
                assertThat(said.err()).as(line).contains("'--no-such-option'");
            }
        }
    }

    @Test
    void everyCodeHasAPage() {
        for (Code code : Commands.tree().parts().codes()) {
            assertThat(desk.done("help", code.id()).out()).startsWith(code.id() + ": " + code.title());
        }
    }

    /** Verbs that name their columns before they run name the right ones. */
    @Test
    void columnsKnownBeforehandAreTheColumns() throws IOException {
        for (String path : List.of(
                "init", "sample", "import customers", "import events", "segment pin", "db backup", "db compact")) {
            desk.seen.clear();
            String line = Objects.requireNonNull(LINES.get(path), path);
            assertThat(run(line).exit()).as(path).isZero();
            Table table = desk.seen.get(desk.seen.size() - 1);
            List<String> names = table.headings().stream().map(Heading::name).toList();
            assertThat(run(line, "--columns", String.join(",", names)).exit())
                    .as(path)
                    .isZero();
        }
    }

    /** A reader that goes away after one line is no failure and no noise. */
    @Test
    void aBrokenPipeIsQuiet() throws IOException, InterruptedException {
        StringBuilder rows = new StringBuilder("id,vip\n");
        for (int i = 0; i < 60_000; i++) {
            rows.append("customer").append(i).append(",true\n");
        }
        desk.write("pipe.csv", rows.toString());
        for (String format : List.of("csv", "table", "json")) {
            List<String> command =
                    new ArrayList<>(List.of("sh", "-c", "{ \"$@\"; echo exit $? >&2; } | head -1", "sh"));
            command.addAll(Desk.child(
                    "-Xmx200m", "segment", "run", "ring", "--members", "--customers", "pipe.csv", "-o", format));
            Said said = desk.process(command);
            assertThat(said.out().lines()).as(format).hasSize(1);
            assertThat(said.err()).as(format).isEqualTo("exit 0\n");
        }
    }
}
