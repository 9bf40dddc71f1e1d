package siyu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** That the files are the same everywhere; whether they are plausible is {@code PlausibleTest}'s business. */
final class SampleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path directory;

    private static SampleOptions options(Theme theme, int customers, int threads, boolean json, boolean gzip) {
        return new SampleOptions(11, customers, 5, TODAY, theme, 0.01, json, gzip, threads);
    }

    private Path make(SampleOptions options, String name) throws IOException {
        Path made = directory.resolve(name);
        Sample.generate(options, made, Sample.Progress.SILENT);
        return made;
    }

    private static String hash(Path folder, List<String> names) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String name : names) {
            digest.update(Files.readAllBytes(folder.resolve(name)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** These may only change on purpose: published figures and other tests lean on the bytes. */
    @ParameterizedTest
    @CsvSource({
        "BANK, false, 6e294f90d26a511838c70fbccf0a849f5c99e6e74d697f735a6cbfaf9551f1df",
        "RETAIL, false, 5d8dd556996c90082f0f71b418863d1fdef2479e6a948f71010d6dda2c38a6d5",
        "BANK, true, 63f0c8336779e9787aab574350eaa21ef5eb7d4602a38230a32a36f3749fa919",
    })
    void bytesNeverChange(Theme theme, boolean json, String expected) throws Exception {
        SampleOptions options = options(theme, 3000, 3, json, false);
        Path made = make(options, "golden");
        assertThat(hash(made, Sample.files(options))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void bytesDoNotDependOnThreads(Theme theme) throws Exception {
        SampleOptions one = options(theme, 40_000, 1, false, false);
        String expected = hash(make(one, "one"), Sample.files(one));
        for (int threads : new int[] {2, 5, 16}) {
            Path made = make(options(theme, 40_000, threads, false, false), "t" + threads);
            assertThat(hash(made, Sample.files(one))).as("%d threads", threads).isEqualTo(expected);
        }
    }

    @Test
    void anotherSeedIsAnotherBank() throws Exception {
        SampleOptions one = SampleOptions.of(1, 500, TODAY, Theme.BANK);
        SampleOptions two = SampleOptions.of(2, 500, TODAY, Theme.BANK);
        List<String> names = Sample.files(one);
        assertThat(hash(make(one, "one"), names)).isNotEqualTo(hash(make(two, "two"), names));
    }

    @Test
    void aCustomerIsTheSameAtAnySize() throws Exception {
        Path small = make(options(Theme.BANK, 1500, 2, false, false), "small");
        Path large = make(options(Theme.BANK, 30_000, 2, false, false), "large");
        String customers = Files.readString(small.resolve("customers.csv"));
        assertThat(Files.readString(large.resolve("customers.csv"))).startsWith(customers);
        List<String> wanted = new ArrayList<>(Files.readAllLines(small.resolve("events.csv")));
        List<String> found = new ArrayList<>(Files.readAllLines(large.resolve("events.csv")).stream()
                .filter(line -> line.startsWith("id,") || line.compareTo("E00001500") < 0)
                .toList());
        wanted.sort(null);
        found.sort(null);
        assertThat(found).isEqualTo(wanted);
        assertThat(Files.readString(large.resolve("referrals.csv")))
                .startsWith(Files.readString(small.resolve("referrals.csv")));
    }

    @Test
    void gzipHoldsTheSameBytes() throws Exception {
        SampleOptions packed = options(Theme.RETAIL, 20_000, 3, false, true);
        Path plain = make(options(Theme.RETAIL, 20_000, 3, false, false), "plain");
        Path gzip = make(packed, "gzip");
        assertThat(Sample.files(packed)).startsWith("customers.csv.gz", "events.csv.gz");
        for (String name : List.of("customers.csv", "events.csv")) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip.resolve(name + ".gz")))) {
                assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain.resolve(name)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void jsonLinesSayWhatCsvSays(Theme theme) throws Exception {
        Path csv = make(options(theme, 2000, 2, false, false), "csv");
        Path json = make(options(theme, 2000, 2, true, false), "json");
        for (String name : List.of("customers", "events")) {
            List<String> rows = Files.readAllLines(csv.resolve(name + ".csv"));
            List<String> objects = Files.readAllLines(json.resolve(name + ".jsonl"));
            String[] columns = rows.get(0).split(",", -1);
            assertThat(objects).hasSize(rows.size() - 1);
            for (int i = 0; i < objects.size(); i++) {
                assertThat(cells(objects.get(i), columns)).as(objects.get(i)).isEqualTo(cells(rows.get(i + 1)));
            }
        }
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static List<String> cells(String object, String[] columns) {
        Map<String, String> values = new java.util.HashMap<>();
        try (JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), object.getBytes(StandardCharsets.UTF_8))) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                values.put(key, parser.getString());
            }
        }
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(values.getOrDefault(column, ""));
        }
        return cells;
    }

    @Test
    void oneCustomerWithoutEventsIsASample() throws Exception {
        SampleOptions least = new SampleOptions(1, 1, 0, TODAY, Theme.BANK, 0, false, true, 8);
        Path made = make(least, "least");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(made.resolve("events.csv.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("id,customer,kind,at,amount,channel,ref,category,order,card\n");
        }
    }

    @Test
    void progressEndsAtItsTotal() throws Exception {
        List<Long> left = new ArrayList<>();
        Sample.generate(
                options(Theme.BANK, 20_000, 4, false, false), directory, (made, total) -> left.add(total - made));
        assertThat(left).isSortedAccordingTo((a, b) -> Long.compare(b, a)).endsWith(0L);
    }

    @Test
    void whatCannotBeWrittenLeavesNothingHalf() throws Exception {
        Files.createDirectories(directory.resolve("events.csv/full"));
        assertThatThrownBy(() ->
                        Sample.generate(options(Theme.BANK, 100, 2, false, false), directory, Sample.Progress.SILENT))
                .isInstanceOf(IOException.class);
        try (var files = Files.list(directory)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("customers.csv", "events.csv");
        }
    }

    @Test
    void aFailingListenerStopsEveryThread() {
        assertThatThrownBy(() ->
                        Sample.generate(options(Theme.BANK, 100_000, 4, false, false), directory, (made, total) -> {
                            throw new IllegalStateException("enough");
                        }))
                .hasRootCauseMessage("enough");
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 0, 1", "100000000, 5, 0, 1", "1, -1, 0, 1", "1, 1001, 0, 1", "1, 5, 0.6, 1", "1, 5, 0, 0"})
    void sizesHaveLimits(int customers, double events, double dirt, int threads) {
        assertThatThrownBy(
                        () -> new SampleOptions(1, customers, events, TODAY, Theme.BANK, dirt, false, false, threads))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
