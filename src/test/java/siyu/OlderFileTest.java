package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A data file of the siyu before this one: questions leave it alone and say what to do, changes bring it up to date. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OlderFileTest {
    private Desk desk;
    private Path data;
    private byte[] older = {};

    @BeforeAll
    void fill(@TempDir Path temporary) throws IOException, SQLException {
        desk = new Desk(temporary.toRealPath());
        data = desk.directory.resolve("tiny.mv.db");
        takeBack("V004__points.sql");
        older = Files.readAllBytes(data);
    }

    /** As if a step that every file has had never been: its tables and its line in the list of steps go. */
    private void takeBack(String step) throws IOException, SQLException {
        String url =
                "jdbc:h2:file:" + desk.directory.resolve("tiny") + ";IFEXISTS=TRUE;WRITE_DELAY=0;MAX_COMPACT_TIME=0";
        try (Connection connection = DriverManager.getConnection(url, "SIYU", "");
                Statement statement = connection.createStatement()) {
            List<String> tables = Pattern.compile("CREATE TABLE (\\w+)")
                    .matcher(script(step))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(tables).as(step).isNotEmpty();
            for (String table : tables) {
                statement.execute("DROP TABLE " + table + " CASCADE");
            }
            assertThat(statement.executeUpdate("DELETE FROM schema_step WHERE name = '" + step + "'"))
                    .isEqualTo(1);
        }
    }

    private static String script(String name) throws IOException {
        String file = "/siyu/migrations/" + name;
        try (InputStream in = Objects.requireNonNull(Main.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void questionsSayWhatToDoAndChangeNothing() throws IOException, SQLException {
        Files.write(data, older);
        String before = desk.digest();
        for (String line : List.of(
                "segment run",
                "segment explain c1",
                "segment history c1",
                "segment diff --set segmentations.ring.segments.inner=vip",
                "segment run --apply -n",
                "import customers customers.csv -n",
                "segment pin c1 inner in --reason x -n",
                "show c1")) {
            Files.write(data, older);
            Said said = desk.run(line.split(" "));
            assertThat(said.exit()).as("%s: %s", line, said.err()).isEqualTo(5);
            assertThat(said.err()).as(line).contains("error[E0506]", "'siyu db compact' brings it up to date");
            assertThat(desk.digest()).as(line).isEqualTo(before);
        }
    }

    @Test
    void theFileAsAWholeIsToldCheckedAndCopiedAsItIs() throws IOException, SQLException {
        Files.write(data, older);
        String before = desk.digest();
        assertThat(desk.done("db", "info", "-o", "json").out()).contains("\"program\": \"tiny\"");
        assertThat(desk.done("db", "check").out()).contains("sound: yes");
        desk.done("db", "backup", "kept");
        assertThat(desk.digest()).isEqualTo(before);
        assertThat(desk.run("segment", "run", "--data", "kept").err()).contains("error[E0506]");
        desk.done("db", "check", "--data", "kept");
    }

    @Test
    void changesBringItUpToDate() throws IOException {
        for (String line : List.of(
                "import customers customers.csv",
                "import events events.csv",
                "segment run --apply --as-of 2026-02-20",
                "segment pin c1 inner in --reason x",
                "db compact")) {
            Files.write(data, older);
            desk.done(line.split(" "));
            Said said = desk.done("segment", "run", "ring", "--as-of", "2026-02-20", "-o", "csv", "--no-headers");
            assertThat(said.out()).as(line).startsWith("ring,inner,1,");
            assertThat(desk.done("db", "check").out()).as(line).contains("sound: yes");
        }
    }
}
