package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bank branches and cash machines of Hong Kong: traditional Chinese in, through tables, out and in again. */
class HongKongTest {
    private static final String PROGRAM = """
            program: hong-kong
            timezone: Asia/Hong_Kong
            currency: HKD
            data: data/branches
            customers: {bank: text, area: text, service: text, address: text}
            segmentations:
              everybody: {segments: {all: true}, otherwise: none}
              side:
                segments:
                  island: region in ('中西區', '灣仔區', '東區', '南區')
                  harbour: contains(area, '尖') or starts_with(address, '九龍')
                otherwise: none
            """;

    private static final List<String> COLUMNS = List.of("ID", "銀行牌子", "18區", "sub區", "我們的分類", "地址");
    private static final List<String> FIELDS = List.of("bank", "region", "area", "service", "address");

    private static final double LATITUDE = 22.2819;
    private static final double LONGITUDE = 114.1582;

    @TempDir
    Path directory;

    private RealWorld world;

    /** By row: longitude, latitude, and the columns. */
    private final List<List<String>> places = new ArrayList<>();

    @BeforeEach
    void places() throws IOException {
        for (String file : List.of("branch", "branch_rich", "rich", "service")) {
            read(file);
        }
        assertThat(places).as("branches").hasSize(893);
        read("atm");
        assertThat(places).as("and cash machines").hasSize(893 + 1057);
        world = new RealWorld(directory, "2026-03-01T00:00:00Z", PROGRAM);
    }

    private void read(String file) throws IOException {
        String text = RealWorld.text("hk_bank_branches/" + file + ".js");
        Matcher place = Pattern.compile("\"coordinates\":\\s*\\[([^,]*),([^]]*)](.*?\\}.*?)\\}", Pattern.DOTALL)
                .matcher(text);
        while (place.find()) {
            List<String> row = new ArrayList<>(
                    List.of(place.group(1).strip(), place.group(2).strip()));
            for (String column : COLUMNS) {
                Matcher value = Pattern.compile("\"" + column + "\":\\s*\"?([^\"\n]*?)\"?,?\\s*\n")
                        .matcher(place.group(3));
                assertThat(value.find()).as("%s in %s", column, place.group()).isTrue();
                row.add(value.group(1));
            }
            places.add(row);
        }
    }

    private Map<String, String> imported(Charset charset, String... more) throws IOException {
        StringBuilder csv = new StringBuilder("longitude,latitude," + String.join(",", COLUMNS) + "\r\n");
        for (List<String> place : places) {
            List<String> quoted = place.stream()
                    .map(text -> text.contains(",") ? '"' + text + '"' : text)
                    .toList();
            csv.append(String.join(",", quoted)).append("\r\n");
        }
        Files.write(directory.resolve("places.csv"), csv.toString().getBytes(charset));
        List<String> line = new ArrayList<>(List.of("customers", "places.csv", "--map", "ID=id"));
        for (int i = 0; i < FIELDS.size(); i++) {
            line.addAll(List.of("--map", COLUMNS.get(i + 1) + "=" + FIELDS.get(i)));
        }
        line.addAll(List.of(more));
        return world.imported(line.toArray(new String[0]));
    }

    private static String[] members(String output) {
        List<String> line = new ArrayList<>(List.of("segment", "run", "everybody", "--members", "-o", output));
        FIELDS.forEach(field -> line.addAll(List.of("--show", field)));
        return line.toArray(new String[0]);
    }

    @Test
    void columnsLineUp() throws IOException {
        assertThat(imported(StandardCharsets.UTF_8)).containsEntry("new", "1950");
        List<String> lines = world.done(members("table")).out().lines().toList();
        String header = lines.get(0);
        List<Integer> starts = new ArrayList<>();
        Matcher word = Pattern.compile("\\S+").matcher(header);
        while (word.find()) {
            starts.add(word.start());
        }
        assertThat(starts).hasSize(3 + FIELDS.size());
        for (int i = 0; i < places.size(); i++) {
            List<String> place = places.get(i);
            List<String> cells = cells(lines.get(i + 1), starts);
            List<String> expected = new ArrayList<>(List.of(place.get(2), "everybody", "all"));
            place.subList(3, 8).forEach(text -> expected.add(text.isEmpty() ? "-" : text));
            assertThat(cells).as("row %s", lines.get(i + 1)).isEqualTo(expected);
        }
    }

    /** What stands from one column of the screen to the next; fails when a character lies across the border. */
    private static List<String> cells(String line, List<Integer> starts) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int at = 0;
        for (int cp : line.codePoints().toArray()) {
            int next = cells.size() + 1;
            if (next < starts.size() && at >= starts.get(next)) {
                assertThat(at).as("where column %d begins in %s", next, line).isEqualTo(starts.get(next));
                assertThat(cell.toString())
                        .as("before column %d of %s", next, line)
                        .endsWith("  ");
                cells.add(cell.toString().stripTrailing());
                cell.setLength(0);
            }
            cell.appendCodePoint(cp);
            at += wide(cp) ? 2 : 1;
        }
        cells.add(cell.toString().stripTrailing());
        return cells;
    }

    /** CJK radicals to Yi, compatibility ideographs, fullwidth forms, the supplementary ideographic planes. */
    private static boolean wide(int cp) {
        return cp >= 0x2E80 && cp <= 0xA4CF
                || cp >= 0xF900 && cp <= 0xFAFF
                || cp >= 0xFE30 && cp <= 0xFE6F
                || cp >= 0xFF00 && cp <= 0xFF60
                || cp >= 0xFFE0 && cp <= 0xFFE6
                || cp >= 0x20000 && cp <= 0x3FFFD;
    }

    @Test
    void textsSurviveOutAndInAgain() throws IOException {
        imported(StandardCharsets.UTF_8);
        List<Map<String, String>> rows =
                RealWorld.rows(world.done(members("csv")).out());
        for (int i = 0; i < places.size(); i++) {
            assertThat(List.copyOf(rows.get(i).values()).subList(3, 8))
                    .isEqualTo(places.get(i).subList(3, 8));
        }
        Path second = Files.createDirectory(directory.resolve("second"));
        RealWorld other = new RealWorld(second, "2026-03-01T00:00:00Z", PROGRAM);
        String out = world.done("export", "customers").out();
        Files.writeString(second.resolve("out.csv"), out);
        assertThat(other.imported("customers", "out.csv")).containsEntry("new", "1950");
        assertThat(other.done("export", "customers").out()).isEqualTo(out);

        String lines = world.done("export", "customers", "-o", "jsonl").out();
        Files.writeString(second.resolve("out.jsonl"), lines);
        assertThat(other.imported("customers", "out.jsonl")).containsEntry("unchanged", "1950");
        assertThat(other.done("export", "customers", "-o", "jsonl").out()).isEqualTo(lines);
    }

    @Test
    void anotherEncodingIsNamedAndGivesTheSame() throws IOException {
        imported(StandardCharsets.UTF_8);
        String out = world.done(members("csv")).out();
        Charset gb18030 = Charset.forName("GB18030");
        assertThat(imported(gb18030, "--encoding", "gb18030")).containsEntry("unchanged", "1950");
        assertThat(world.done(members("csv")).out()).isEqualTo(out);
        RealWorld.Answer unnamed = world.siyu("import", "customers", "places.csv", "--map", "ID=id");
        assertThat(unnamed.code()).isEqualTo(3);
        assertThat(unnamed.err()).contains("gb18030");
    }

    @Test
    void chineseInRulesAndDistances() throws IOException {
        imported(StandardCharsets.UTF_8);
        Map<String, Long> sides = new TreeMap<>();
        for (List<String> place : places) {
            String side = List.of("中西區", "灣仔區", "東區", "南區").contains(place.get(4))
                    ? "island"
                    : place.get(5).contains("尖") || place.get(7).startsWith("九龍") ? "harbour" : "";
            sides.merge(side, 1L, Long::sum);
        }
        assertThat(world.counts("side")).isEqualTo(sides).hasSize(3);

        String distance = "distance_km(" + LATITUDE + ", " + LONGITUDE + ")";
        List<Map<String, String>> rows = world.done(
                        "segment", "run", "everybody", "--members", "--show", distance, "-o", "csv")
                .rows();
        for (int i = 0; i < places.size(); i++) {
            double longitude = Math.toRadians(Double.parseDouble(places.get(i).get(0)));
            double latitude = Math.toRadians(Double.parseDouble(places.get(i).get(1)));
            double cosine = Math.sin(latitude) * Math.sin(Math.toRadians(LATITUDE))
                    + Math.cos(latitude)
                            * Math.cos(Math.toRadians(LATITUDE))
                            * Math.cos(longitude - Math.toRadians(LONGITUDE));
            double expected = 6371.0 * Math.acos(Math.min(1, cosine));
            assertThat(Double.parseDouble(rows.get(i).get(distance)))
                    .as("from %s", places.get(i))
                    .isCloseTo(expected, within(0.001 + expected * 1e-5));
        }
    }
}
