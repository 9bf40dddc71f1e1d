package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rewards programme (simulated by Starbucks) in JSON Lines: blank lines, two spellings of one key, duplicates, an age of 118. */
class StarbucksTest {
    /** The hours of the transcript are counted from somewhere; from here is as good. */
    private static final Instant START = Instant.parse("2018-07-01T00:00:00Z");

    private static final String OFFER = "fafdcd668e3743c1bb461111dcafc2a4";

    private static final String PROGRAM = """
            program: rewards
            timezone: UTC
            currency: USD
            data: data/rewards
            customers:
              gender: [F, M, O]
              years: integer
              income: integer
            events:
              offer_received: {offer: text}
              offer_viewed: {offer: text}
              offer_completed: {offer: text, reward: money}
              transaction: {}
            segmentations:
              everybody: {segments: {all: true}, otherwise: none}
              ages: {segments: {young: years < 40, old: years >= 40}, otherwise: none}
              genders: {segments: {f: gender = 'F', m: gender = 'M', o: gender = 'O'}, otherwise: none}
              offers:
                segments:
                  completed: count(offer_completed) > 0
                  viewed: count(offer_viewed) > 0
                  received: count(offer_received) > 0
                otherwise: none
            """;

    @TempDir
    Path directory;

    private RealWorld world;
    private final Map<String, Long> perKind = new TreeMap<>();
    private final Map<String, Set<String>> kindsOf = new HashMap<>();
    private BigDecimal spend = BigDecimal.ZERO;
    private long paid;
    private long paidOnce;
    private long offers;
    private long duplicates;

    @BeforeEach
    void open() throws IOException {
        world = new RealWorld(directory, "2018-08-01T00:00:00Z", PROGRAM);
    }

    @Test
    void membersOffersAndTransactions() throws IOException {
        Path profile = RealWorld.data("starbucks_rewards/profile.json");
        assertThat(world.imported(
                        "customers",
                        profile.toString(),
                        "--map",
                        "age=years",
                        "--map",
                        "became_member_on=registered",
                        "--date-format",
                        "yyyyMMdd",
                        "--null",
                        "years=118"))
                .containsEntry("rows", "17000")
                .containsEntry("new", "17000");
        members();
        prepare();
        assertThat(perKind)
                .isEqualTo(Map.of(
                        "transaction", 138_953L,
                        "offer_received", 76_277L,
                        "offer_viewed", 57_725L,
                        "offer_completed", 33_579L));
        assertThat(spend).isEqualByComparingTo("1775451.97");
        assertThat(paid).isEqualTo(164_676);
        assertThat(duplicates).isEqualTo(397);

        assertThat(events())
                .containsEntry("rows", "306534")
                .containsEntry("new", Long.toString(306_534 - 397))
                .containsEntry("duplicates", "397")
                .containsEntry("apart", "0")
                .containsEntry("conflicts", "0");
        figures();
        assertThat(events()).as("once more").containsEntry("new", "0").containsEntry("duplicates", "306534");
    }

    private void members() throws IOException {
        Map<String, Long> ages = new TreeMap<>();
        Map<String, Long> genders = new TreeMap<>();
        for (String line :
                RealWorld.text("starbucks_rewards/profile.json").lines().toList()) {
            int age = Integer.parseInt(value(line, "age"));
            ages.merge(age == 118 ? "" : age < 40 ? "young" : "old", 1L, Long::sum);
            String gender = value(line, "gender");
            genders.merge(gender.equals("null") ? "" : gender.toLowerCase(java.util.Locale.ROOT), 1L, Long::sum);
        }
        assertThat(ages).containsEntry("", 2175L);
        assertThat(world.counts("ages")).isEqualTo(ages);
        assertThat(world.counts("genders")).isEqualTo(genders);
        String answer = world.done("segment", "run", "ages", "-o", "csv").out();
        assertThat(RealWorld.rows(answer).get(0)).containsEntry("undecided", "2175");
    }

    /** Gives every event a time of the calendar and an id, which is made of its content: it has none of its own. */
    private void prepare() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> lines = new ArrayList<>();
        int blank = 0;
        for (String line :
                RealWorld.text("starbucks_rewards/transcript.json.gz").split("\n", -1)) {
            if (line.isBlank()) {
                blank++;
                lines.add(line);
                continue;
            }
            String kind = value(line, "event").replace(' ', '_');
            Instant at = START.plusSeconds(3600L * Integer.parseInt(value(line, "time")));
            lines.add("{\"id\": \"" + hash(line) + "\", \"at\": \"" + at + "\", \"kind\": \"" + kind + "\", "
                    + line.substring(1));
            boolean first = seen.add(line);
            duplicates += first ? 0 : 1;
            perKind.merge(kind, 1L, Long::sum);
            kindsOf.computeIfAbsent(value(line, "person"), none -> new HashSet<>())
                    .add(kind);
            if (kind.equals("transaction")) {
                spend = spend.add(new BigDecimal(value(line, "amount")));
            }
            if (kind.equals("offer_completed")) {
                long reward = Long.parseLong(value(line, "reward"));
                paid += reward;
                paidOnce += first ? reward : 0;
            }
            offers += first && line.contains(OFFER) ? 1 : 0;
        }
        // What follows the last line end is no line.
        assertThat(blank - 1).isEqualTo(114);
        lines.remove(lines.size() - 1);
        world.write("events.jsonl", lines);
    }

    private Map<String, String> events() {
        return world.imported(
                "events",
                "events.jsonl",
                "--map",
                "person=customer",
                "--map",
                "value.offer id=offer",
                "--map",
                "value.offer_id=offer",
                "--map",
                "value.amount=amount",
                "--map",
                "value.reward=reward",
                "--map",
                "event=-",
                "--map",
                "time=-");
    }

    private void figures() throws IOException {
        List<String> shown = List.of(
                "count(transaction)",
                "count(offer_received)",
                "count(offer_viewed)",
                "count(offer_completed)",
                "sum(transaction.amount)",
                "sum(offer_completed.reward)",
                "count(offer_received[offer = '" + OFFER + "'])",
                "count(offer_viewed[offer = '" + OFFER + "'])",
                "count(offer_completed[offer = '" + OFFER + "'])");
        List<String> line = new ArrayList<>(List.of("segment", "run", "everybody", "--members", "-o", "csv"));
        shown.forEach(expression -> line.addAll(List.of("--show", expression)));
        BigDecimal[] sums = new BigDecimal[shown.size()];
        java.util.Arrays.fill(sums, BigDecimal.ZERO);
        for (Map<String, String> row : world.done(line.toArray(new String[0])).rows()) {
            List<String> cells = List.copyOf(row.values());
            for (int i = 0; i < sums.length; i++) {
                sums[i] = sums[i].add(new BigDecimal(cells.get(3 + i)));
            }
        }
        assertThat(sums[0]).isEqualByComparingTo("138953");
        assertThat(sums[1]).isEqualByComparingTo("76277");
        assertThat(sums[2]).isEqualByComparingTo("57725");
        assertThat(sums[3]).as("duplicates left out").isEqualByComparingTo(new BigDecimal(33_579 - duplicates));
        assertThat(sums[4]).isEqualByComparingTo(spend);
        assertThat(sums[5]).isEqualByComparingTo(new BigDecimal(paidOnce));
        assertThat(sums[6].add(sums[7]).add(sums[8]))
                .as("under both spellings of the key")
                .isEqualByComparingTo(new BigDecimal(offers));

        everyOffer();
        windows();

        Map<String, Long> stages = new TreeMap<>();
        for (Set<String> kinds : kindsOf.values()) {
            String stage = "";
            for (String word : List.of("received", "viewed", "completed")) {
                stage = kinds.contains("offer_" + word) ? word : stage;
            }
            stages.merge(stage, 1L, Long::sum);
        }
        assertThat(kindsOf).as("everybody did something").hasSize(17_000);
        assertThat(world.counts("offers")).isEqualTo(stages);
    }

    /**
     * Received, viewed, then completed while the offer was valid: of each offer how many members, as a funnel within its own
     * duration, beside all attempts tried one by one.
     */
    private void windows() throws IOException {
        Map<String, Map<String, List<long[]>>> histories = new HashMap<>();
        List<String> steps = List.of("offer_received", "offer_viewed", "offer_completed");
        for (String line :
                RealWorld.text("starbucks_rewards/transcript.json.gz").lines().toList()) {
            int step = line.isBlank() ? -1 : steps.indexOf(value(line, "event").replace(' ', '_'));
            if (step >= 0) {
                String offer = value(line, line.contains("\"offer id\"") ? "offer id" : "offer_id");
                histories
                        .computeIfAbsent(offer, none -> new HashMap<>())
                        .computeIfAbsent(value(line, "person"), none -> new ArrayList<>())
                        .add(new long[] {step, Long.parseLong(value(line, "time"))});
            }
        }
        for (String line :
                RealWorld.text("starbucks_rewards/portfolio.json").lines().toList()) {
            String offer = value(line, "id");
            long days = new BigDecimal(value(line, "duration")).longValueExact();
            long[] expected = new long[steps.size()];
            for (List<long[]> history : histories.getOrDefault(offer, Map.of()).values()) {
                for (int step = furthest(history, 24 * days); step >= 0; step--) {
                    expected[step]++;
                }
            }
            List<String> command = new ArrayList<>(List.of("report", "funnel", "-o", "csv", "--window", "2018-07"));
            command.addAll(List.of("--within", days + "d"));
            steps.forEach(step -> command.addAll(List.of("--step", step + "[offer = '" + offer + "']")));
            List<Map<String, String>> rows =
                    world.done(command.toArray(new String[0])).rows();
            for (int step = 0; step < expected.length; step++) {
                assertThat(rows.get(step)).as(offer).containsEntry("customers", Long.toString(expected[step]));
            }
            assertThat(expected[2] > 0)
                    .as(offer)
                    .isEqualTo(!value(line, "reward").equals("0"));
        }
    }

    /** The last step that any attempt came to in order and in time; -1 for none. */
    private static int furthest(List<long[]> history, long hours) {
        int furthest = -1;
        for (int first = 0; first < history.size(); first++) {
            int reached = -1;
            for (int i = first; i < history.size() && history.get(first)[0] == 0; i++) {
                boolean next = history.get(i)[0] == reached + 1;
                reached += next && history.get(i)[1] - history.get(first)[1] <= hours ? 1 : 0;
            }
            furthest = Math.max(furthest, reached);
        }
        return furthest;
    }

    /** The ten offers of the portfolio are those that events name, whichever way they spell the key. */
    private void everyOffer() throws IOException {
        Set<String> portfolio = new HashSet<>();
        for (String line :
                RealWorld.text("starbucks_rewards/portfolio.json").lines().toList()) {
            portfolio.add(value(line, "id"));
        }
        assertThat(portfolio).hasSize(10);
        Set<String> named = new HashSet<>();
        for (Map<String, String> row :
                world.done("export", "events", "-o", "csv").rows()) {
            named.add(row.get("offer"));
        }
        named.remove("");
        assertThat(named).isEqualTo(portfolio);
    }

    /** The value of a key of a line, which stands there once: a text without its quotes, or a number. */
    static String value(String line, String key) {
        int from = line.indexOf("\"" + key + "\": ") + key.length() + 4;
        if (line.charAt(from) == '"') {
            return line.substring(from + 1, line.indexOf('"', from + 1));
        }
        int to = from;
        while (line.charAt(to) != ',' && line.charAt(to) != '}') {
            to++;
        }
        return line.substring(from, to);
    }

    static String hash(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
