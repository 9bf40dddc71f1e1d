package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.real.RealWorld;

/** Channels, worked out again from a plain list of events. */
class ChannelsTest {
    private static final Instant FIRST = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration WITHIN = Duration.ofDays(10);
    private static final List<String> CHANNELS = List.of("app", "branch", "web");

    private record Event(String customer, String kind, Instant at, long amount, String channel) {
        boolean inside() {
            return !at.isBefore(FIRST) && at.isBefore(END);
        }

        boolean contact() {
            return !channel.isEmpty();
        }
    }

    private final List<Event> events = new ArrayList<>();

    private RealWorld world(Path directory, long seed) throws IOException {
        RealWorld world = new RealWorld(directory, "2026-03-04T00:00:00Z", """
                program: p
                timezone: UTC
                currency: CNY
                data: p
                customers: {town: [north, south]}
                events: {purchase: {}, sent: {}, opened: {}, login: {}}
                """);
        Random random = new Random(seed);
        List<String> customers = new ArrayList<>(List.of("id,town"));
        List<String> lines = new ArrayList<>(List.of("id,customer,kind,at,amount,channel"));
        for (int i = 0; i < 40; i++) {
            customers.add("c" + i + "," + (i % 3 == 0 ? "north" : "south"));
        }
        for (int i = 0; i < 700; i++) {
            String kind = List.of("purchase", "sent", "sent", "opened", "login").get(random.nextInt(5));
            String channel = random.nextInt(4) == 0 ? "" : CHANNELS.get(random.nextInt(3));
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(75 * 86_400));
            long amount = kind.equals("purchase") ? random.nextInt(100_000) : 0;
            Event event = new Event("c" + random.nextInt(40), kind, at, amount, channel);
            events.add(event);
            lines.add(String.join(
                    ",",
                    "e" + i,
                    event.customer(),
                    kind,
                    at.toString(),
                    kind.equals("purchase") ? BigDecimal.valueOf(amount, 2).toPlainString() : "",
                    channel));
        }
        events.sort(Comparator.comparing(Event::at));
        world.write("customers.csv", customers);
        world.write("events.csv", lines);
        world.done("import", "customers", "customers.csv", "--now", "2026-01-01T00:00:00Z");
        world.done("import", "events", "events.csv");
        return world;
    }

    private List<Event> path(Event purchase) {
        return events.stream()
                .filter(event -> event.customer().equals(purchase.customer()) && event.contact())
                .filter(event -> !event.at().isAfter(purchase.at()))
                .filter(event -> Duration.between(event.at(), purchase.at()).compareTo(WITHIN) <= 0)
                .toList();
    }

    private static double weight(String model, int i, int size, double days) {
        return switch (model) {
            case "first" -> i == 0 ? 1 : 0;
            case "last" -> i == size - 1 ? 1 : 0;
            case "linear" -> 1;
            case "position" -> size == 1 ? 1 : size == 2 ? 0.5 : i == 0 || i == size - 1 ? 0.4 : 0.2 / (size - 2);
            default -> Math.exp(-Math.log(2) * days / 7);
        };
    }

    /** What a model gives each channel, in cents. */
    private Map<String, Double> credit(String model) {
        Map<String, Double> credit = new TreeMap<>();
        for (Event purchase : events) {
            if (!purchase.kind().equals("purchase") || !purchase.inside()) {
                continue;
            }
            List<Event> path = path(purchase);
            if (path.isEmpty()) {
                credit.merge("", (double) purchase.amount(), Double::sum);
            }
            double[] weights = new double[path.size()];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                double days = Duration.between(path.get(i).at(), purchase.at()).toSeconds() / 86_400.0;
                weights[i] = weight(model, i, path.size(), days);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                credit.merge(path.get(i).channel(), purchase.amount() * weights[i] / sum, Double::sum);
            }
        }
        return credit;
    }

    private static String cell(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    private static long cents(String money) {
        return new BigDecimal(money).movePointRight(2).longValueExact();
    }

    private List<Map<String, String>> report(RealWorld world, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "report", "channels", "--window", "2026-02", "--within", "10d", "--as-of", "2026-03-03", "-o", "csv"));
        line.addAll(List.of(more));
        return world.done(line.toArray(new String[0])).rows();
    }

    @Test
    void channels(@TempDir Path directory) throws IOException {
        RealWorld world = world(directory, 4);
        List<Map<String, String>> rows =
                report(world, "--cost", "app=100.00", "--cost", "web=0.05/contact", "--threshold", "60%");
        long gmv = events.stream()
                .filter(event -> event.kind().equals("purchase") && event.inside())
                .mapToLong(Event::amount)
                .sum();
        for (String model : List.of("first", "last", "linear", "position", "decay")) {
            Map<String, Double> credit = credit(model);
            long whole = 0;
            for (Map<String, String> row : rows) {
                long given = cents(cell(row, model));
                whole += given;
                double exact = model.equals("first") || model.equals("last") ? 0.01 : 60;
                assertThat((double) given)
                        .as("%s of %s", model, row.get("channel"))
                        .isCloseTo(credit.getOrDefault(cell(row, "channel"), 0.0), within(exact));
            }
            assertThat(whole).as("%s gives all there is", model).isEqualTo(gmv);
        }
        for (int i = 0; i < CHANNELS.size(); i++) {
            String channel = CHANNELS.get(i);
            List<Event> contacts = events.stream()
                    .filter(event -> event.channel().equals(channel) && event.inside())
                    .toList();
            double sent = contacts.stream()
                    .filter(event -> event.kind().equals("sent"))
                    .count();
            double opened = contacts.stream()
                    .filter(event -> event.kind().equals("opened"))
                    .count();
            long acquired = acquired(channel);
            Map<String, String> row = rows.get(i);
            assertThat(row)
                    .containsEntry("channel", channel)
                    .containsEntry("contacts", String.valueOf(contacts.size()))
                    .containsEntry(
                            "customers",
                            String.valueOf(contacts.stream()
                                    .map(Event::customer)
                                    .distinct()
                                    .count()))
                    .containsEntry("acquired", String.valueOf(acquired))
                    .containsEntry("below", String.valueOf(opened / sent < 0.6));
            assertThat(Double.parseDouble(cell(row, "open_rate"))).isCloseTo(opened / sent, within(1e-12));
            double cost = channel.equals("app") ? 100 : channel.equals("web") ? 0.05 * contacts.size() : Double.NaN;
            assertThat(cell(row, "cost").isEmpty()).isEqualTo(Double.isNaN(cost));
            if (!Double.isNaN(cost)) {
                assertThat(Double.parseDouble(cell(row, "cost"))).isCloseTo(cost, within(1e-9));
                assertThat(Double.parseDouble(cell(row, "cost_per_acquisition")))
                        .isCloseTo(cost / acquired, within(1e-9));
            }
        }
    }

    private long acquired(String channel) {
        Set<String> met = new HashSet<>();
        long acquired = 0;
        for (Event event : events) {
            if (event.kind().equals("purchase") && met.add(event.customer()) && event.inside()) {
                List<Event> path = path(event);
                acquired +=
                        !path.isEmpty() && path.get(path.size() - 1).channel().equals(channel) ? 1 : 0;
            }
        }
        return acquired;
    }

    /** Groups divide what all have: also costs. */
    @Test
    void groupsAddUp(@TempDir Path directory) throws IOException {
        RealWorld world = world(directory, 5);
        List<Map<String, String>> all = report(world, "--cost", "app=100.01");
        List<Map<String, String>> parts = report(world, "--cost", "app=100.01", "--by", "town");
        for (Map<String, String> row : all) {
            for (String column : List.of("contacts", "customers", "acquired", "first", "linear", "decay", "cost")) {
                BigDecimal sum = parts.stream()
                        .filter(part -> Objects.equals(part.get("channel"), row.get("channel")))
                        .map(part -> cell(part, column))
                        .filter(text -> !text.isEmpty())
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                String whole = cell(row, column);
                assertThat(sum).as("%s of %s", column, row).isEqualByComparingTo(whole.isEmpty() ? "0" : whole);
            }
        }
    }

    @Test
    void flow(@TempDir Path directory) throws IOException {
        RealWorld world = world(directory, 6);
        Map<String, Integer> moves = new TreeMap<>();
        Map<String, Set<String>> customers = new TreeMap<>();
        Map<String, Event> last = new TreeMap<>();
        for (Event event : events) {
            if (!event.contact() || !event.inside()) {
                continue;
            }
            Event before = last.put(event.customer(), event);
            if (before == null || Duration.between(before.at(), event.at()).compareTo(WITHIN) <= 0) {
                String way = (before == null ? "" : before.channel()) + " " + event.channel();
                moves.merge(way, 1, Integer::sum);
                customers.computeIfAbsent(way, none -> new HashSet<>()).add(event.customer());
            }
        }
        List<Map<String, String>> rows = world.done(
                        "report",
                        "channel-flow",
                        "--window",
                        "2026-02",
                        "--within",
                        "10d",
                        "--as-of",
                        "2026-03-03",
                        "-o",
                        "csv")
                .rows();
        assertThat(rows).hasSameSizeAs(moves.keySet());
        for (Map<String, String> row : rows) {
            String way = cell(row, "from") + " " + cell(row, "to");
            assertThat(row)
                    .containsEntry("moves", String.valueOf(moves.get(way)))
                    .containsEntry(
                            "customers",
                            String.valueOf(
                                    Objects.requireNonNull(customers.get(way)).size()));
        }
    }

    /** E1413: what is no figure; and a gate names the row. */
    @Test
    void whatIsAsked(@TempDir Path directory) throws IOException {
        RealWorld world = world(directory, 7);
        for (String[] wrong : new String[][] {
            {"--cost", "app"}, {"--cost", "app=x"}, {"--cost", "app=1", "--cost", "app=2"}, {"--threshold", "300%"}
        }) {
            List<String> line = new ArrayList<>(List.of("report", "channels"));
            line.addAll(List.of(wrong));
            RealWorld.Answer answer = world.siyu(line.toArray(new String[0]));
            assertThat(answer.code()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(answer.err()).contains("error[E1413]: ");
        }
        RealWorld.Answer gate = world.siyu(
                "report", "channels", "--window", "2026-02", "--fail-if", "contacts > 0 and channel = 'web'");
        assertThat(gate.code()).isEqualTo(10);
        assertThat(gate.err()).contains("channel=web");
    }

    @Test
    void partsAddUp() {
        Random random = new Random(3);
        for (int run = 0; run < 2_000; run++) {
            int size = 1 + random.nextInt(9);
            double[] weights = random.doubles(size, 0.001, 5).toArray();
            long amount = random.nextLong(run % 2 == 0 ? 100 : 1_000_000_000_000L);
            long[] parts = new long[size];
            Attribution.split(amount, weights, size, parts);
            long sum = 0;
            for (long part : parts) {
                assertThat(part).isNotNegative();
                sum += part;
            }
            assertThat(sum).isEqualTo(amount);
        }
    }
}
