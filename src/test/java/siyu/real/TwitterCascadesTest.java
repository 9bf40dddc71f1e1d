package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Retweets of 818 tweets as invitations: who was first seen to have it from whom. Dirt: people who have it from themselves, from
 * several, before those they have it from, and in circles.
 */
class TwitterCascadesTest {
    private static final Instant START = Instant.parse("2016-01-01T00:00:00Z");

    private static final String PROGRAM = """
            program: tweets
            timezone: UTC
            currency: USD
            data: data/tweets
            referral:
              qualifies: count(referral, ever) >= 0
              within: 1d
              tiers:
                mode: cumulative_bracket
                steps: [{from: 1, reward: 50 points}, {from: 4, reward: 80 points}, {from: 11, reward: 120 points}]
              referee_reward: 1 cup
            """;

    @TempDir
    Path directory;

    /** One retweet. */
    private record Edge(String id, String from, String to, Instant at) {}

    private final List<Edge> edges = new ArrayList<>();
    private final Set<String> people = new LinkedHashSet<>();
    private final Map<String, Long> causes = new TreeMap<>();
    private final Map<String, Long> brought = new HashMap<>();
    private final Map<String, String> above = new HashMap<>();

    private void read() throws IOException {
        int row = 0;
        for (String line :
                RealWorld.text("twitter_cascades/twitter16_edges_anon.csv.gz").split("\n")) {
            String[] cells = line.strip().split(",");
            row++;
            if (row == 1 || cells[3].equals("0")) {
                continue;
            }
            String from = cells[1] + "-" + cells[3];
            String to = cells[1] + "-" + cells[2];
            long micros = Math.round(Double.parseDouble(cells[4]) * 60_000_000);
            edges.add(new Edge(String.format("e%06d", row), from, to, START.plusNanos(micros * 1000)));
            people.add(from);
            people.add(to);
        }
    }

    /** The slow and obvious way: in order of time, each against the tree so far. */
    private void decide() {
        List<Edge> ordered = new ArrayList<>(edges);
        ordered.sort(Comparator.comparing(Edge::at).thenComparing(Edge::id));
        for (Edge edge : ordered) {
            String cause = "";
            if (edge.from().equals(edge.to())) {
                cause = "self";
            } else if (above.containsKey(edge.to())) {
                cause = "already_referred";
            } else {
                for (String up = edge.from(); up != null; up = above.get(up)) {
                    cause = up.equals(edge.to()) ? "cycle" : cause;
                }
            }
            causes.merge(cause, 1L, Long::sum);
            if (cause.isEmpty()) {
                above.put(edge.to(), edge.from());
                brought.merge(edge.from(), 1L, Long::sum);
            }
        }
    }

    private static long bracket(long n) {
        return 50 * Math.min(n, 3) + 80 * Math.max(0, Math.min(n, 10) - 3) + 120 * Math.max(0, n - 10);
    }

    private static long perUnit(long n) {
        return n * (n >= 11 ? 120 : n >= 4 ? 80 : 50);
    }

    private static long threshold(long n) {
        return (n >= 1 ? 50L : 0) + (n >= 4 ? 80L : 0) + (n >= 11 ? 120L : 0);
    }

    @Test
    void forestOfInvitations() throws IOException {
        read();
        decide();
        assertThat(edges).hasSize(362_718);
        RealWorld world = new RealWorld(directory, "2020-01-01T00:00:00Z", PROGRAM);
        StringBuilder customers = new StringBuilder("id\n");
        people.forEach(id -> customers.append(id).append('\n'));
        Files.writeString(directory.resolve("customers.csv"), customers);
        StringBuilder rows = new StringBuilder("id,referrer,referee,at\n");
        edges.forEach(edge -> rows.append(edge.id() + "," + edge.from() + "," + edge.to() + "," + edge.at() + "\n"));
        Files.writeString(directory.resolve("referrals.csv"), rows);
        world.done("import", "customers", "customers.csv");
        world.done("import", "referrals", "referrals.csv");

        Map<String, Long> found = new TreeMap<>();
        for (Map<String, String> row :
                world.done("referral", "status", "-o", "csv").rows()) {
            found.put(String.valueOf(row.get("cause")), Long.parseLong(String.valueOf(row.get("invitations"))));
        }
        assertThat(found).isEqualTo(causes);
        assertThat(causes).containsKeys("self", "already_referred", "cycle");

        long counting = causes.getOrDefault("", 0L);
        Map<String, String> settled =
                world.done("referral", "settle", "--yes", "-o", "csv").rows().get(0);
        assertThat(settled)
                .containsEntry("rewards", Long.toString(counting))
                .containsEntry("amount", Long.toString(sum(TwitterCascadesTest::bracket)));
        for (String mode : List.of("per_unit", "threshold", "cumulative_bracket")) {
            Map<String, String> cost = world.done(
                            "referral", "audit", "--set", "referral.tiers.mode=" + mode, "--by", "cost", "-o", "csv")
                    .rows()
                    .get(0);
            long after = sum(
                    mode.equals("per_unit")
                            ? TwitterCascadesTest::perUnit
                            : mode.equals("threshold") ? TwitterCascadesTest::threshold : TwitterCascadesTest::bracket);
            assertThat(cost)
                    .as(mode)
                    .containsEntry("before", Long.toString(sum(TwitterCascadesTest::bracket)))
                    .containsEntry("after", Long.toString(after));
        }
        Map<String, String> first =
                world.done("referral", "top", "--top", "1", "-o", "csv").rows().get(0);
        long most = brought.values().stream().mapToLong(Long::longValue).max().orElse(0);
        assertThat(first).containsEntry("brought", Long.toString(most));
        assertThat(first.get("paid")).isEqualTo(Long.toString(bracket(most)));
        assertThat(world.done("points", "balance", String.valueOf(first.get("customer")), "-o", "csv")
                        .rows()
                        .get(0))
                .containsEntry("balance", Long.toString(bracket(most)));
    }

    private long sum(java.util.function.LongUnaryOperator tiers) {
        return brought.values().stream().mapToLong(tiers::applyAsLong).sum();
    }
}
