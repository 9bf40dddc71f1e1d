package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a year of a shop's invoices comes to on leaderboards, and what closing says of one customer, beside the raw file. */
class LeaderboardsTest {
    private static final String PERIOD = "2011-11";
    private static final int TOP = 30;

    @TempDir
    Path directory;

    private RealWorld world;
    private final List<Invoice> invoices = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private record Invoice(String id, String customer, String at, BigDecimal amount) {
        long points() {
            return amount.setScale(0, RoundingMode.FLOOR).longValueExact();
        }
    }

    /** Where somebody is. */
    private record Place(String customer, BigDecimal score, String reached) {}

    @BeforeEach
    void open() throws IOException {
        world = new RealWorld(directory, "2012-01-05T09:00:00Z", """
                program: online-retail
                timezone: Europe/London
                currency: {code: GBP, decimals: 3}
                data: data/retail
                events:
                  purchase: {}
                points:
                  expiry: {after: 6m}
                  earn:
                    - {name: pound, on: purchase, per: 1.00, points: 1, base: gross}
                leaderboards:
                  spent: {of: amount, on: purchase, per: month, top: 30}
                  invoices: {of: count, on: purchase, per: month, top: 30}
                  points: {of: points, per: month, top: 30}
                """);
        Map<String, Invoice> all = new LinkedHashMap<>();
        RealWorld.text("online_retail/online_retail.csv.gz").lines().skip(1).forEach(line -> {
            List<String> fields = RealWorld.fields(line, ',');
            if (!fields.get(6).isEmpty() && !fields.get(0).startsWith("C")) {
                BigDecimal amount = new BigDecimal(fields.get(5)).multiply(new BigDecimal(fields.get(3)));
                numbers.putIfAbsent(fields.get(6), numbers.size());
                all.merge(
                        fields.get(0),
                        new Invoice(fields.get(0), fields.get(6), fields.get(4), amount),
                        (first, more) -> new Invoice(
                                first.id(),
                                first.customer(),
                                first.at(),
                                first.amount().add(more.amount())));
            }
        });
        invoices.addAll(all.values());
        List<String> customers = new ArrayList<>(List.of("id"));
        customers.addAll(numbers.keySet());
        List<String> events = new ArrayList<>(List.of("id,customer,kind,at,amount"));
        for (Invoice invoice : invoices) {
            events.add(invoice.id() + "," + invoice.customer() + ",purchase," + invoice.at() + "," + invoice.amount());
        }
        world.write("customers.csv", customers);
        world.write("events.csv", events);
        world.imported("customers", "customers.csv");
        world.imported("events", "events.csv");
    }

    /** Everybody who has a score, best first. */
    private List<Place> everybody(String board) {
        Map<String, BigDecimal> scores = new HashMap<>();
        Map<String, String> reached = new HashMap<>();
        for (Invoice invoice : invoices) {
            if (invoice.at().startsWith(PERIOD)) {
                BigDecimal more = switch (board) {
                    case "spent" -> invoice.amount();
                    case "points" -> BigDecimal.valueOf(invoice.points());
                    default -> BigDecimal.ONE;
                };
                scores.merge(invoice.customer(), more, BigDecimal::add);
                if (more.signum() > 0) {
                    reached.merge(invoice.customer(), invoice.at(), (a, b) -> a.compareTo(b) > 0 ? a : b);
                }
            }
        }
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .map(entry -> new Place(entry.getKey(), entry.getValue(), reached.getOrDefault(entry.getKey(), "")))
                .sorted(Comparator.comparing(Place::score)
                        .reversed()
                        .thenComparing(Place::reached)
                        .thenComparing(place -> numbers.getOrDefault(place.customer(), -1)))
                .toList();
    }

    @Test
    void placesAndWhoHasNone() {
        world.done("points", "earn", "--yes");
        TreeSet<String> seen = new TreeSet<>();
        for (String board : List.of("spent", "invoices", "points")) {
            List<Place> all = everybody(board);
            Place last = all.get(TOP - 1);
            List<Map<String, String>> rows = world.done("task", "close", board, "--period", PERIOD, "-n", "-o", "csv")
                    .rows();
            assertThat(rows).hasSize(TOP);
            for (int i = 0; i < TOP; i++) {
                assertThat(rows.get(i))
                        .as("%s %d", board, i)
                        .containsEntry("customer", all.get(i).customer());
                assertThat(new BigDecimal(rows.get(i).get("score")))
                        .isEqualByComparingTo(all.get(i).score());
            }
            // Those around the last place, and the very last of all.
            for (int i = TOP - 3; i < all.size(); i += i < TOP + 9 ? 1 : all.size() / 9) {
                Place his = all.get(i);
                String said = explained(board, his.customer());
                String why = i < TOP
                        ? "has a place"
                        : his.score().compareTo(last.score()) < 0
                                ? "less than the last place"
                                : his.reached().equals(last.reached())
                                        ? "as much as the last place and as early, but imported after it"
                                        : "as much as the last place, but later";
                seen.add(why);
                assertThat(said).contains("\"why\": \"" + why + "\"", "\"places\": 30,");
                assertThat(number(said, "score", said.indexOf("\"why\""))).isEqualByComparingTo(his.score());
                assertThat(number(said, "last_score", 0)).isEqualByComparingTo(last.score());
                assertThat(said.contains("\"place\": " + (i + 1) + ",")).isEqualTo(i < TOP);
                for (Invoice invoice : invoices) {
                    boolean counts = invoice.customer().equals(his.customer())
                            && invoice.at().startsWith(PERIOD);
                    assertThat(said.contains("\"about\": \"" + invoice.id() + "\""))
                            .isEqualTo(counts && (!board.equals("points") || invoice.points() > 0));
                }
            }
            String none = numbers.keySet().stream()
                    .filter(id ->
                            all.stream().noneMatch(place -> place.customer().equals(id)))
                    .findFirst()
                    .orElseThrow();
            assertThat(explained(board, none)).contains("\"why\": \"nothing counts in the period\"");
        }
        assertThat(seen).hasSizeGreaterThan(2);
    }

    private String explained(String board, String customer) {
        return world.done("task", "close", board, "--period", PERIOD, "--explain", customer, "-o", "json")
                .out();
    }

    private static BigDecimal number(String json, String key, int from) {
        int start = json.indexOf("\"" + key + "\": ", from) + key.length() + 4;
        int end = start;
        while ("0123456789.-".indexOf(json.charAt(end)) >= 0) {
            end++;
        }
        return new BigDecimal(json.substring(start, end));
    }

    /** What of each customer stands in the way of closing half a year is, all together, what it is refused for. */
    @Test
    void whatStandsInTheWay() {
        LocalDate through = LocalDate.of(2010, 12, 1);
        String[] close = {"points", "close", "--through", through.toString(), "--yes"};
        Map<String, Long> waiting = new HashMap<>();
        for (Invoice invoice : invoices) {
            if (!LocalDate.parse(invoice.at().substring(0, 10)).isAfter(through)) {
                waiting.merge(invoice.customer(), 1L, Long::sum);
            }
        }
        long sum = 0;
        for (Map.Entry<String, Long> each : waiting.entrySet()) {
            long lines = closing(through, each.getKey()).split("\"not considered yet\"", -1).length - 1L;
            assertThat(lines).as(each.getKey()).isEqualTo(each.getValue());
            sum += lines;
        }
        assertThat(world.siyu(close).err()).contains("not considered yet: " + sum);

        world.done("points", "earn", "--yes");
        LocalDate later = LocalDate.of(2011, 6, 1);
        Map<String, Long> ended = new HashMap<>();
        for (Invoice invoice : invoices) {
            LocalDate last = LocalDate.parse(invoice.at().substring(0, 10)).plusMonths(6);
            if (!last.isAfter(later)) {
                ended.merge(invoice.customer(), invoice.points(), Long::sum);
            }
        }
        assertThat(ended).hasSizeGreaterThan(50);
        long points = 0;
        for (Map.Entry<String, Long> each : ended.entrySet()) {
            String said = closing(later, each.getKey());
            assertThat(number(said, "points", said.indexOf("\"customer\"")))
                    .as(each.getKey())
                    .isEqualByComparingTo(BigDecimal.valueOf(-each.getValue()));
            points += each.getValue();
        }
        close[3] = later.toString();
        assertThat(world.siyu(close).err()).contains("points in them: " + points);
    }

    private String closing(LocalDate through, String customer) {
        return world.done("points", "close", "--through", through.toString(), "--explain", customer, "-o", "json")
                .out();
    }
}
