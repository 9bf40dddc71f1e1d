package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import siyu.Said;
import siyu.cli.Io;
import siyu.real.RealWorld;

/** Every report has a page and a picture, and what data say stays text in them. */
class DrawingsTest {
    @TempDir
    Path directory;

    /** Reports about parts of a program that this one lacks; {@link SectionsTest} draws them. */
    private static final List<String> ELSEWHERE = List.of("referral", "levels", "tasks", "benefits", "groups", "staff");

    private static List<String> names() {
        return Reports.LINES.stream()
                .map(line -> line.get(0))
                .filter(name -> !ELSEWHERE.contains(name))
                .toList();
    }

    private RealWorld world() throws IOException {
        RealWorld world = new RealWorld(directory, "2026-03-04T00:00:00Z", """
                program: p
                timezone: UTC
                currency: CNY
                data: p
                customers: {aum: money}
                events: {purchase: {}, login: {}}
                segmentations:
                  ring: {segments: {inner: aum > 50, outer: aum > 10}, otherwise: none}
                  lifecycle: {segments: {active: days_since(any) < 20}, otherwise: none}
                scores:
                  recency: {of: days_since(purchase), cuts: [10, 40], best: low}
                  frequency: {of: count(purchase), cuts: [1, 3], best: high}
                  monetary: {of: sum(purchase.amount), cuts: [50, 200], best: high}
                points: {redeem: {points: 100, for: 1.00}, earn: [{name: s, on: purchase, per: 1.00, points: 1, base: gross}]}
                """);
        List<String> customers = new ArrayList<>(List.of("id,name,region,aum"));
        List<String> events = new ArrayList<>(List.of("id,customer,kind,at,amount,channel"));
        for (int i = 0; i < 60; i++) {
            customers.add(
                    "c" + i + ",<script>alert(1)</script>," + (i % 4 < 2 ? "<script>x</script>" : "a&b") + "," + i);
            for (int day = 1; day < 28; day += 1 + i % 5) {
                boolean login = day % 2 == 0;
                String at = "2026-0" + (1 + i % 2) + "-" + (day < 10 ? "0" : "") + day + "T10:00:00Z";
                events.add(String.join(
                        ",",
                        "e" + i + "-" + day,
                        "c" + i,
                        login ? "login" : "purchase",
                        at,
                        login ? "" : "12.50",
                        day % 3 == 0 ? "app" : "web"));
            }
        }
        world.write("customers.csv", customers);
        world.write("events.csv", events);
        world.done("import", "customers", "customers.csv", "--now", "2026-01-01T00:00:00Z");
        world.done("import", "events", "events.csv");
        world.done("points", "earn");
        return world;
    }

    private static Document parsed(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (Exception e) {
            throw new IOException(file + " is not well-formed: " + e.getMessage(), e);
        }
    }

    private static String[] line(String name, String... more) {
        List<String> line = new ArrayList<>(List.of("report", name));
        if (name.equals("funnel")) {
            line.addAll(List.of("--step", "login", "--step", "purchase"));
        }
        line.addAll(List.of(more));
        return line.toArray(new String[0]);
    }

    @Test
    void everyReportIsDrawn() throws IOException {
        RealWorld world = world();
        for (String name : names()) {
            String bare = world.done(line(name, "-o", "csv")).out();
            assertThat(world.done(line(name, "-o", "csv", "--html", name + ".html", "--svg", name + ".svg"))
                            .out())
                    .as("what %s answers does not depend on its page", name)
                    .isEqualTo(bare);
            Document page = parsed(directory.resolve(name + ".html"));
            assertThat(page.getElementsByTagName("svg").getLength()).as(name).isPositive();
            assertThat(page.getElementsByTagName("table").getLength()).as(name).isEqualTo(2);
            assertThat(page.getElementsByTagName("tr").getLength())
                    .as("%s has all its rows, those of the definition, and two heads", name)
                    .isEqualTo(bare.lines().count()
                            + world.done(line(name, "-o", "csv", "--define"))
                                    .rows()
                                    .size()
                            + 1);
            assertThat(parsed(directory.resolve(name + ".svg"))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("svg");
        }
    }

    @Test
    void whatDataSayIsText() throws IOException {
        RealWorld world = world();
        for (String name : names()) {
            String file = name + "-by.html";
            world.done(line(name, "--by", "region", "--html", file, "--define"));
            Document page = parsed(directory.resolve(file));
            assertThat(page.getElementsByTagName("script").getLength()).as(name).isZero();
            assertThat(page.getDocumentElement().getTextContent()).as(name).contains("<script>x</script>");
            assertThat(Files.readString(directory.resolve(file))).as(name).doesNotContain("alert(1)");
        }
    }

    /** E1412: what cannot be drawn, and what is there already. */
    @Test
    void nothingIsWrittenOver() throws IOException {
        RealWorld world = world();
        world.done("report", "rings", "--svg", "r.svg");
        RealWorld.Answer again = world.siyu("report", "rings", "--svg", "r.svg");
        assertThat(again.code()).isNotZero();
        assertThat(again.err()).contains("is there already");
        world.done("report", "rings", "--svg", "r.svg", "--yes");
        RealWorld.Answer none = world.siyu("report", "repeat", "--window", "2020", "--svg", "n.svg");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("error[E1412]: there is no picture of these rows of 'repeat'");
        assertThat(directory.resolve("n.svg")).doesNotExist();
    }

    /** What is left out because of few customers is not drawn. */
    @Test
    void smallCellsAreNotDrawn() throws IOException {
        RealWorld world = world();
        world.done("report", "rings", "--svg", "all.svg");
        world.done("report", "rings", "--svg", "few.svg", "--min-cell", "30");
        int all = parsed(directory.resolve("all.svg"))
                .getElementsByTagName("rect")
                .getLength();
        int few = parsed(directory.resolve("few.svg"))
                .getElementsByTagName("rect")
                .getLength();
        assertThat(few).isLessThan(all);
    }

    @Test
    void barsAndLinesShowOnATerminal() throws IOException {
        world();
        assertThat(terminal("report", "rings")).contains("BAR").contains("████████████████████████");
        assertThat(terminal("report", "mau", "--window", "3m")).containsPattern("mau: [▁▂▃▄▅▆▇█]{3,4}\n");
        assertThat(terminal("report", "rings", "-o", "csv")).doesNotContain("█");
    }

    private String terminal(String... line) {
        Said said = new Said.Scene(
                        directory,
                        Clock.fixed(Instant.parse("2026-03-04T00:00:00Z"), ZoneOffset.UTC),
                        new Io.Terminal(false, true, true, 160, 0),
                        Map.of("NO_COLOR", "1"))
                .run(line);
        assertThat(said.exit()).isZero();
        return said.out();
    }
}
