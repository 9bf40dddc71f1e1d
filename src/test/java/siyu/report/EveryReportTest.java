package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import siyu.real.RealWorld;

/** What every report takes, tried with each that there is, over the example of a bank with something in all its parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryReportTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("basedir", "")).resolve("examples/harbour-bank");

    /** Of each report: options that it needs, its keys, the column that counts customers, columns whose groups add up to all. */
    private record About(String options, String keys, String counted, String additive) {}

    private static final Map<String, About> REPORTS = new TreeMap<>(Map.ofEntries(
            Map.entry("rings", new About("", "segment", "customers", "customers before joined went change")),
            Map.entry("flow", new About("", "from to", "customers", "customers registered")),
            Map.entry("lifecycle", new About("", "segment", "customers", "customers stays ended")),
            Map.entry("active", new About("", "period", "mau", "dau wau mau")),
            Map.entry("mau", new About("", "period", "mau", "mau customers aum")),
            Map.entry("retention", new About("", "cohort after", "customers", "customers active")),
            Map.entry("rfm", new About("", "recency frequency", "customers", "customers worth")),
            Map.entry("gmv", new About("", "period", "customers", "customers buyers orders gmv refunds net")),
            Map.entry("funnel", new About("--step login --step purchase", "step event", "customers", "customers")),
            Map.entry(
                    "channels",
                    new About(
                            "--cost app=9.99",
                            "channel",
                            "customers",
                            "customers contacts acquired cost first last linear position decay")),
            Map.entry("channel-flow", new About("", "from to", "customers", "customers moves")),
            Map.entry("value", new About("", "segment", "customers", "customers gmv")),
            Map.entry("referral", new About("", "period", "inviters", "invitations inviters qualified customers")),
            Map.entry("levels", new About("", "level", "customers", "customers bought at_risk rose fell")),
            Map.entry("tasks", new About("", "task", "customers", "done customers points")),
            Map.entry("benefits", new About("", "benefit", "customers", "units customers cost points")),
            Map.entry("groups", new About("", "kind", "customers", "members customers joined left active")),
            Map.entry("staff", new About("", "staff", "customers", "customers came went active gmv")),
            Map.entry("repeat", new About("", "alive", "customers", "customers")),
            Map.entry(
                    "points",
                    new About(
                            "",
                            "period",
                            "holders",
                            "issued redeemed reversed adjusted expired outstanding ending holders")),
            Map.entry("summary", new About("", "figure", "customers", "now before"))));

    private @org.jspecify.annotations.Nullable RealWorld filled;

    @BeforeAll
    void fill(@TempDir Path directory) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        RealWorld world =
                new RealWorld(directory, "2026-03-01T04:00:00Z", Files.readString(EXAMPLE.resolve("siyu.yaml")));
        for (String kind : List.of("customers", "events", "groups", "members", "staff", "referrals")) {
            world.done("import", kind, EXAMPLE.resolve("files/" + kind + ".csv").toString());
        }
        world.write(
                "owners.csv",
                List.of(
                        "customer,staff,since",
                        "C00000007,S0000,2025-11-03",
                        "C00000008,S0000,2026-02-03",
                        "C00000009,S0001,2026-02-04"));
        world.done("import", "owners", "owners.csv");
        for (String line : List.of(
                "segment run --apply --yes --as-of 2025-12-31",
                "segment run --apply --yes --as-of 2026-01-31",
                "segment run --apply --yes --as-of 2026-02-28",
                "points earn --yes --now 2026-01-31T10:00:00Z",
                "level run --yes --now 2026-02-20T10:00:00Z",
                "task run --yes --now 2026-02-21T10:00:00Z",
                "benefit grant coffee --yes --now 2026-02-21T11:00:00Z",
                "points earn --yes",
                "points expire --yes")) {
            RealWorld.Answer answer = world.siyu(line.split(" "));
            assertThat(answer.code()).as("%s: %s", line, answer.err()).isZero();
        }
        filled = world;
    }

    private RealWorld world() {
        return Objects.requireNonNull(filled);
    }

    static Set<String> names() {
        return new TreeSet<>(Reports.LINES.stream().map(line -> line.get(0)).toList());
    }

    private About about(String report) {
        return Objects.requireNonNull(REPORTS.get(report), "a new report needs its line here");
    }

    private String[] line(String report, String... more) {
        List<String> line = new ArrayList<>(List.of("report", report));
        Stream.of(about(report).options().split(" "))
                .filter(word -> !word.isEmpty())
                .forEach(line::add);
        line.addAll(List.of("--window", "2026-02"));
        line.addAll(List.of(more));
        return line.toArray(new String[0]);
    }

    private List<Map<String, String>> rows(String report, String... more) {
        List<String> line = new ArrayList<>(List.of(line(report, more)));
        line.addAll(List.of("-o", "csv"));
        return world().done(line.toArray(new String[0])).rows();
    }

    private String key(String report, Map<String, String> row) {
        StringBuilder key = new StringBuilder();
        for (String name : about(report).keys().split(" ")) {
            key.append(Objects.requireNonNull(row.get(name), name)).append('/');
        }
        return key.toString();
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        String cell = Objects.requireNonNull(row.get(column), column + " of " + row);
        return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    }

    @ParameterizedTest
    @MethodSource("names")
    void thereIsSomethingToSee(String report) {
        assertThat(rows(report)).isNotEmpty();
    }

    /** Every column that is no key has its definition, and it is told what was looked at, of which dates, and how many rows came out. */
    @ParameterizedTest
    @MethodSource("names")
    void definesItsColumns(String report) {
        Map<String, String> items = new LinkedHashMap<>();
        rows(report, "--define").forEach(row -> items.put(row.get("item"), row.get("definition")));
        assertThat(items).containsKeys("window", "as of", "rows");
        assertThat(items.get("window")).contains("2026-02-01..2026-02-28");
        assertThat(items.keySet()).anyMatch(item -> item.endsWith(" looked at"));
        List<Map<String, String>> rows = rows(report);
        assertThat(items).containsEntry("rows", String.valueOf(rows.size()));
        List<String> defined = items.keySet().stream()
                .flatMap(item -> Stream.of(item.split(", ")))
                .toList();
        List<String> columns = new ArrayList<>(rows.get(0).keySet());
        if (report.equals("summary")) {
            columns.remove("now");
            rows.forEach(row -> columns.add(row.get("figure")));
        }
        columns.removeAll(Arrays.asList(about(report).keys().split(" ")));
        assertThat(defined).containsAll(columns);
    }

    /** Groups are the same figures of fewer customers: what counts or sums up adds up to that of everybody. */
    @ParameterizedTest
    @MethodSource("names")
    void groupsAddUp(String report) {
        List<Map<String, String>> all = rows(report);
        List<Map<String, String>> parts = rows(report, "--by", "risk");
        assertThat(parts.stream().map(row -> row.get("group")).distinct()).hasSizeGreaterThan(1);
        for (String column : about(report).additive().split(" ")) {
            Map<String, BigDecimal> whole = new TreeMap<>();
            Map<String, BigDecimal> sums = new TreeMap<>();
            all.forEach(row -> whole.merge(key(report, row), number(row, column), BigDecimal::add));
            parts.forEach(row -> sums.merge(key(report, row), number(row, column), BigDecimal::add));
            sums.values().removeIf(sum -> sum.signum() == 0);
            whole.values().removeIf(sum -> sum.signum() == 0);
            assertThat(sums.keySet()).as(column).isEqualTo(whole.keySet());
            whole.forEach((key, sum) ->
                    assertThat(sums.get(key)).as("%s of %s", column, key).isEqualByComparingTo(sum));
        }
    }

    /** Figures as they are, as the same report of the other dates has them, and what is between them. */
    @ParameterizedTest
    @MethodSource("names")
    void comparesWithOtherDates(String report) {
        List<Map<String, String>> rows = rows(report, "--compare", "previous");
        assertThat(world().done(line(report, "--compare", "previous")).out())
                .contains("compared with: 2026-01-01..2026-01-31");
        if (report.equals("gmv")) {
            BigDecimal parts = BigDecimal.ZERO;
            for (Map<String, String> row : rows.subList(0, 4)) {
                parts = parts.add(number(row, "contribution"));
            }
            assertThat(parts).isEqualByComparingTo(number(rows.get(4), "contribution"));
            return;
        }
        List<String> before = world().done(line(report, "--window", "2026-01", "-o", "csv"))
                .out()
                .lines()
                .toList();
        assertThat(before).hasSizeGreaterThan(1);
        Map<String, Map<String, String>> now = new TreeMap<>();
        rows(report).forEach(row -> now.put(key(report, row), row));
        String counted = about(report).counted();
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<String, String> row : rows) {
            Map<String, String> same = now.remove(key(report, row));
            for (String column : row.keySet()) {
                if (column.endsWith("_change")) {
                    String plain = column.substring(0, column.length() - "_change".length());
                    String is = String.valueOf(row.get(plain));
                    String was = String.valueOf(row.get(plain + "_before"));
                    if (same != null) {
                        assertThat(is).as(plain).isEqualTo(same.get(plain));
                    }
                    if (!is.isEmpty() && !was.isEmpty()) {
                        double change = Double.parseDouble(is) - Double.parseDouble(was);
                        assertThat(number(row, column).doubleValue())
                                .isCloseTo(change, offset(1e-9 * Math.max(1, Double.parseDouble(is))));
                    }
                }
            }
            sum = sum.add(number(row, counted + "_before"));
        }
        assertThat(now).as("rows that are not compared").isEmpty();
        BigDecimal expected = BigDecimal.ZERO;
        for (Map<String, String> row : RealWorld.rows(String.join("\n", before))) {
            expected = expected.add(number(row, counted));
        }
        assertThat(sum).isEqualByComparingTo(expected);
    }

    /** Nothing about fewer customers than asked for; keys stay, other rows are as they are but for one that would give them away. */
    @ParameterizedTest
    @MethodSource("names")
    void smallCellsAreEmpty(String report) {
        About about = about(report);
        List<String> keys = Arrays.asList(about.keys().split(" "));
        for (String[] more : new String[][] {{}, {"--compare", "previous"}}) {
            List<Map<String, String>> rows = rows(report, more);
            String[] least = Arrays.copyOf(more, more.length + 2);
            least[more.length] = "--min-cell";
            least[more.length + 1] = "12";
            List<Map<String, String>> shown = rows(report, least);
            assertThat(shown).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = rows.get(i);
                Map<String, String> left = shown.get(i);
                List<String> counts = new ArrayList<>(List.of(about.counted(), about.counted() + "_before"));
                counts.addAll(List.of("buyers", "buyers_before"));
                if (report.equals("summary")
                        && !Set.of("orders", "gmv", "refunds").contains(row.get("figure"))) {
                    counts.addAll(List.of("now", "before"));
                }
                counts.retainAll(row.keySet());
                boolean small = counts.stream()
                        .map(column -> number(row, column))
                        .anyMatch(count -> count.signum() > 0 && count.compareTo(BigDecimal.valueOf(12)) < 0);
                boolean emptied = !left.equals(row);
                assertThat(emptied || !small).as("%s", row).isTrue();
                left.forEach((column, cell) -> assertThat(cell)
                        .as(column)
                        .isEqualTo(
                                emptied && !keys.contains(column) && !column.equals("factor") ? "" : row.get(column)));
            }
        }
        String[] most = line(report, "--min-cell", "1000000", "--fail-if", about.counted() + " > 0");
        RealWorld.Answer answer = world().siyu(most);
        assertThat(answer.code()).as("what is not told fails nothing").isZero();
        assertThat(answer.err()).contains("--min-cell");
    }

    /** A condition that is true of a row is found there, and one that is true of none is not. */
    @ParameterizedTest
    @MethodSource("names")
    void failsWhenToldTo(String report) {
        String counted = about(report).counted();
        assertThat(world().siyu(line(report, "--fail-if", counted + " < 0")).code())
                .isZero();
        List<Map<String, String>> rows = rows(report);
        BigDecimal most = rows.stream()
                .map(row -> number(row, counted))
                .max(BigDecimal::compareTo)
                .orElseThrow();
        RealWorld.Answer answer =
                world().siyu(line(report, "--fail-if", counted + " = " + most.toPlainString(), "-o", "json"));
        assertThat(answer.code()).isEqualTo(10);
        assertThat(answer.out()).startsWith("{");
        for (int i = 0; i < rows.size(); i++) {
            String key = about(report).keys().split(" ")[0];
            String value = String.valueOf(rows.get(i).get(key));
            String named = "row " + (i + 1) + ", " + key + "=" + (value.isEmpty() ? "-" : value);
            boolean found = number(rows.get(i), counted).compareTo(most) == 0;
            assertThat(answer.err().contains(named)).as(named).isEqualTo(found);
        }
        assertThat(world().siyu(line(report, "--fail-if", counted + " <")).code())
                .isNotIn(0, 10);
    }

    /** A page of its own, without anything from elsewhere, and a picture when there is something to draw. */
    @ParameterizedTest
    @MethodSource("names")
    void writesAPage(String report) throws IOException {
        world().done(line(report, "--html", "page.html", "--yes"));
        String page = Files.readString(world().directory.resolve("page.html"));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("What the figures are", "prefers-color-scheme:dark", "@media print")
                .doesNotContain("<script", "<link", "@import", "url(http", "src=\"http");
        assertThat(world().siyu(line(report, "--svg", "picture.svg", "--yes")).code())
                .isIn(0, 4);
    }
}
