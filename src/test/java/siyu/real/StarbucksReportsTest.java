package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of a rewards programme (simulated by Starbucks) in reports, each figure worked out again from the lines of its files. */
class StarbucksReportsTest {
    /** The hours of the transcript are counted from somewhere; from here is as good. */
    private static final LocalDate START = LocalDate.of(2018, 7, 2);

    private static final LocalDate END = START.plusDays(29);

    private static final String PROGRAM = """
            program: rewards
            timezone: UTC
            currency: USD
            data: rewards
            customers:
              gender: [F, M, O]
              income: money
            events:
              offer_received: {}
              offer_viewed: {}
              offer_completed: {reward: money}
              transaction: {}
            segmentations:
              ring:
                segments:
                  inner: count(offer_completed) > 0
                  middle: count(offer_viewed) > 0
                  outer: count(offer_received) > 0
                otherwise: none
            scores:
              recency: {of: days_since(transaction), cuts: [2, 7, 14], best: low}
              frequency: {of: count(transaction), cuts: [3, 6, 9], best: high}
              monetary: {of: sum(transaction.amount), cuts: [20, 100, 250], best: high}
            """;

    private record Event(String person, String kind, int hour, String channel, long cents) {
        int day() {
            return hour / 24;
        }

        boolean is(String wanted) {
            return kind.equals(wanted);
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> gender = new HashMap<>();
    private final Map<String, LocalDate> registered = new HashMap<>();
    private BigDecimal income = BigDecimal.ZERO;

    @TempDir
    Path directory;

    /** Gives events a time of the calendar, an id that is their line, and the kind of their offer as channel. */
    private RealWorld world() throws IOException {
        RealWorld world = new RealWorld(directory, "2018-08-02T00:00:00Z", PROGRAM);
        Map<String, String> kinds = new HashMap<>();
        for (String line : lines("portfolio.json")) {
            kinds.put(StarbucksTest.value(line, "id"), StarbucksTest.value(line, "offer_type"));
        }
        for (String line : lines("profile.json")) {
            String id = StarbucksTest.value(line, "id");
            gender.put(id, StarbucksTest.value(line, "gender").replace("null", ""));
            registered.put(
                    id,
                    LocalDate.parse(
                            StarbucksTest.value(line, "became_member_on"),
                            java.time.format.DateTimeFormatter.BASIC_ISO_DATE));
            String earned = StarbucksTest.value(line, "income");
            income = earned.equals("null") ? income : income.add(new BigDecimal(earned));
        }
        Set<String> seen = new HashSet<>();
        List<String> prepared = new ArrayList<>();
        for (String line : lines("transcript.json.gz")) {
            String kind = StarbucksTest.value(line, "event").replace(' ', '_');
            int hour = Integer.parseInt(StarbucksTest.value(line, "time"));
            boolean sale = kind.equals("transaction");
            String offer = line.contains("\"offer id\"") ? "offer id" : "offer_id";
            String channel = sale ? "" : Objects.requireNonNull(kinds.get(StarbucksTest.value(line, offer)));
            prepared.add("{\"id\": \"" + StarbucksTest.hash(line) + "\", \"kind\": \"" + kind + "\", \"channel\": \""
                    + channel + "\", \"at\": \"" + START.atStartOfDay().plusHours(hour) + "Z\", " + line.substring(1));
            if (seen.add(line)) {
                long cents = sale ? cents(StarbucksTest.value(line, "amount")) : 0;
                events.add(new Event(StarbucksTest.value(line, "person"), kind, hour, channel, cents));
            }
        }
        assertThat(events).hasSize(306_534 - 397);
        world.write("events.jsonl", prepared);
        String profile = RealWorld.data("starbucks_rewards/profile.json").toString();
        world.imported(
                "customers",
                profile,
                "--map",
                "age=-",
                "--map",
                "became_member_on=registered",
                "--date-format",
                "yyyyMMdd");
        Map<String, String> taken = world.imported(
                "events",
                "events.jsonl",
                "--map",
                "person=customer",
                "--map",
                "value.offer id=-",
                "--map",
                "value.offer_id=-",
                "--map",
                "value.amount=amount",
                "--map",
                "value.reward=reward",
                "--map",
                "event=-",
                "--map",
                "time=-");
        assertThat(taken).containsEntry("new", "306137").containsEntry("duplicates", "397");
        return world;
    }

    @Test
    void aMonthInReports() throws IOException {
        RealWorld world = world();
        active(world);
        mau(world);
        retention(world);
        gmv(world);
        channels(world);
        channelFlow(world);
        rfm(world);
        rings(world);
        value(world);
        repeat(world);
        summary(world);
    }

    private void active(RealWorld world) {
        List<Map<String, String>> rows = report(world, "active", "--kind", "transaction");
        assertThat(rows).hasSize(30);
        for (int day = 0; day < 30; day++) {
            int today = day;
            long dau = people(event -> event.is("transaction") && event.day() == today);
            long mau = people(event -> event.is("transaction") && event.day() <= today);
            assertThat(rows.get(day))
                    .containsEntry("period", START.plusDays(day).toString())
                    .containsEntry("dau", Long.toString(dau))
                    .containsEntry(
                            "wau",
                            count(event -> event.is("transaction") && event.day() <= today && event.day() > today - 7))
                    .containsEntry("mau", Long.toString(mau));
            near(rows.get(day), "stickiness", dau / (double) mau);
        }
    }

    private void mau(RealWorld world) {
        List<Map<String, String>> rows = report(world, "mau", "--of", "income");
        assertThat(rows).hasSize(1);
        Map<String, String> row = rows.get(0);
        long days = events.stream()
                .map(event -> event.person() + event.day())
                .distinct()
                .count();
        assertThat(row)
                .containsEntry("mau", "17000")
                .containsEntry("customers", "17000")
                .containsEntry("complete", "false");
        assertThat(new BigDecimal(row.get("aum"))).isEqualByComparingTo(income);
        near(row, "mean_dau", days / 30.0);
    }

    private void retention(RealWorld world) {
        Map<String, Set<Integer>> weeks = new HashMap<>();
        for (Event event : events) {
            if (event.is("transaction")) {
                weeks.computeIfAbsent(event.person(), none -> new HashSet<>()).add(event.day() / 7);
            }
        }
        List<Map<String, String>> rows = report(world, "retention", "--kind", "transaction", "--unit", "week");
        assertThat(rows).hasSize(5 + 4 + 3 + 2 + 1);
        for (Map<String, String> row : rows) {
            int first = Integer.parseInt(String.valueOf(row.get("cohort")).substring(6)) - 27;
            int after = Integer.parseInt(row.get("after"));
            List<Set<Integer>> cohort = weeks.values().stream()
                    .filter(of -> of.stream().min(Integer::compare).orElseThrow() == first)
                    .toList();
            long again =
                    cohort.stream().filter(of -> of.contains(first + after)).count();
            assertThat(row)
                    .containsEntry("customers", Integer.toString(cohort.size()))
                    .containsEntry("active", Long.toString(again))
                    .containsEntry("complete", Boolean.toString(first + after < 4));
            near(row, "retention", again / (double) cohort.size());
        }
    }

    private void gmv(RealWorld world) {
        List<Map<String, String>> rows =
                report(world, "gmv", "--purchase", "transaction", "--unit", "week", "--by", "gender");
        assertThat(rows).hasSize(4 * 5);
        BigDecimal all = BigDecimal.ZERO;
        for (Map<String, String> row : rows) {
            int week = Integer.parseInt(String.valueOf(row.get("period")).substring(6)) - 27;
            Predicate<Event> here =
                    event -> event.day() / 7 == week && Objects.equals(gender.get(event.person()), row.get("group"));
            Predicate<Event> sale = here.and(event -> event.is("transaction"));
            assertThat(row)
                    .containsEntry("customers", count(here))
                    .containsEntry("buyers", count(sale))
                    .containsEntry(
                            "orders", Long.toString(events.stream().filter(sale).count()))
                    .containsEntry("gmv", dollars(sum(sale)))
                    .containsEntry("refunds", "0.00");
            all = all.add(new BigDecimal(row.get("gmv")));
        }
        assertThat(all).isEqualByComparingTo("1775451.97");

        BigDecimal parts = BigDecimal.ZERO;
        for (Map<String, String> row : world.report(
                        "gmv", "--purchase", "transaction", "--window", "2018-W29", "--compare", "previous")
                .subList(0, 4)) {
            parts = parts.add(new BigDecimal(row.get("contribution")));
        }
        assertThat(parts.toPlainString())
                .isEqualTo(dollars(sum(event -> event.day() / 7 == 2) - sum(event -> event.day() / 7 == 1)));
    }

    /** What purchases of two weeks owe to the offers that were looked at in the seven days before. */
    private void channels(RealWorld world) {
        List<Map<String, String>> rows = world.report(
                "channels",
                "--kind",
                "offer_viewed",
                "--purchase",
                "transaction",
                "--sent",
                "offer_received",
                "--opened",
                "offer_viewed",
                "--threshold",
                "75%",
                "--within",
                "7d",
                "--window",
                "2018-07-09..2018-07-22");
        Map<String, Long> first = new TreeMap<>();
        Map<String, Long> last = new TreeMap<>();
        Map<String, Double> linear = new TreeMap<>();
        Map<String, Long> acquired = new TreeMap<>();
        for (List<Event> history : histories().values()) {
            List<Event> seen = new ArrayList<>();
            boolean bought = false;
            for (Event event : history) {
                if (event.is("offer_viewed")) {
                    seen.add(event);
                }
                if (event.is("transaction")) {
                    List<String> path = seen.stream()
                            .filter(view -> event.hour() - view.hour() <= 7 * 24)
                            .map(Event::channel)
                            .toList();
                    if (event.day() >= 7 && event.day() < 21) {
                        List<String> touched = path.isEmpty() ? List.of("") : path;
                        first.merge(touched.get(0), event.cents(), Long::sum);
                        last.merge(touched.get(touched.size() - 1), event.cents(), Long::sum);
                        touched.forEach(
                                each -> linear.merge(each, event.cents() / (double) touched.size(), Double::sum));
                        acquired.merge(touched.get(touched.size() - 1), bought ? 0L : 1L, Long::sum);
                    }
                    bought = true;
                }
            }
        }
        assertThat(rows).hasSize(4);
        long gmv = sum(event -> event.day() >= 7 && event.day() < 21);
        for (String model : List.of("first", "last", "linear", "position", "decay")) {
            BigDecimal all =
                    rows.stream().map(row -> new BigDecimal(row.get(model))).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(all.toPlainString()).as(model).isEqualTo(dollars(gmv));
        }
        for (Map<String, String> row : rows) {
            String channel = String.valueOf(row.get("channel"));
            Predicate<Event> here = event ->
                    event.day() >= 7 && event.day() < 21 && event.channel().equals(channel);
            Predicate<Event> viewed = here.and(event -> event.is("offer_viewed"));
            assertThat(row)
                    .containsEntry("first", dollars(first.getOrDefault(channel, 0L)))
                    .containsEntry("last", dollars(last.getOrDefault(channel, 0L)))
                    .containsEntry("acquired", String.valueOf(acquired.get(channel)))
                    .containsEntry("customers", count(viewed))
                    .containsEntry(
                            "contacts",
                            Long.toString(events.stream().filter(viewed).count()));
            // A part is rounded to the cent at most once for each of 65,000 purchases, up as often as down.
            assertThat(Double.parseDouble(row.get("linear")))
                    .isCloseTo(linear.getOrDefault(channel, 0.0) / 100, offset(5.0));
            if (!channel.isEmpty()) {
                double rate = events.stream().filter(viewed).count()
                        / (double) events.stream()
                                .filter(here.and(event -> event.is("offer_received")))
                                .count();
                near(row, "open_rate", rate);
                assertThat(row).containsEntry("below", Boolean.toString(rate < 0.75));
            }
        }
    }

    private void channelFlow(RealWorld world) {
        Map<String, Integer> moves = new TreeMap<>();
        Map<String, Set<String>> movers = new TreeMap<>();
        for (List<Event> history : histories().values()) {
            Event before = null;
            for (Event event : history) {
                if (event.is("offer_received")) {
                    if (before == null || event.hour() - before.hour() <= 10 * 24) {
                        String way = (before == null ? "" : before.channel()) + ">" + event.channel();
                        moves.merge(way, 1, Integer::sum);
                        movers.computeIfAbsent(way, none -> new HashSet<>()).add(event.person());
                    }
                    before = event;
                }
            }
        }
        List<Map<String, String>> rows = report(world, "channel-flow", "--kind", "offer_received", "--within", "10d");
        assertThat(rows).hasSameSizeAs(moves.keySet());
        for (Map<String, String> row : rows) {
            String way = row.get("from") + ">" + row.get("to");
            assertThat(row)
                    .containsEntry("moves", String.valueOf(moves.get(way)))
                    .containsEntry(
                            "customers",
                            Integer.toString(movers.getOrDefault(way, Set.of()).size()));
        }
    }

    private void rfm(RealWorld world) {
        Map<String, long[]> cells = new TreeMap<>();
        Map<String, List<Event>> histories = histories();
        for (String person : gender.keySet()) {
            List<Event> sales = histories.getOrDefault(person, List.of()).stream()
                    .filter(event -> event.is("transaction"))
                    .toList();
            long worth = sales.stream().mapToLong(Event::cents).sum();
            int since = sales.isEmpty() ? -1 : 29 - sales.get(sales.size() - 1).day();
            String recency = since < 0 ? "" : String.valueOf(4 - above(since, 2, 7, 14));
            String key = recency + "," + (1 + above(sales.size(), 3, 6, 9));
            long[] cell = cells.computeIfAbsent(key, none -> new long[3]);
            cell[0]++;
            cell[1] += 1 + above(worth, 2_000, 10_000, 25_000);
            cell[2] += worth;
        }
        List<Map<String, String>> rows = world.report("rfm", "--as-of", END.toString());
        assertThat(rows).hasSameSizeAs(cells.keySet());
        for (Map<String, String> row : rows) {
            long[] cell =
                    Objects.requireNonNull(cells.get(row.get("recency") + "," + row.get("frequency")), row::toString);
            assertThat(row).containsEntry("customers", Long.toString(cell[0])).containsEntry("worth", dollars(cell[2]));
            near(row, "mean_monetary", cell[1] / (double) cell[0]);
        }
    }

    private static int above(long value, long... cuts) {
        int above = 0;
        for (long cut : cuts) {
            above += value >= cut ? 1 : 0;
        }
        return above;
    }

    private void rings(RealWorld world) {
        Map<String, List<Event>> histories = histories();
        Map<String, Long> flow = new TreeMap<>();
        Map<String, Long> before = new TreeMap<>();
        Map<String, Long> after = new TreeMap<>();
        Map<String, Long> joined = new TreeMap<>();
        registered.forEach((person, date) -> {
            String was =
                    date.isBefore(START.plusDays(7)) ? ring(histories.getOrDefault(person, List.of()), 7) : "absent";
            String is = ring(histories.getOrDefault(person, List.of()), 14);
            if (date.isBefore(START.plusDays(14))) {
                flow.merge((was.equals("absent") ? "" : was) + ">" + is, 1L, Long::sum);
                after.merge(is, 1L, Long::sum);
                joined.merge(is, was.equals(is) ? 0L : 1L, Long::sum);
                before.merge(was, 1L, Long::sum);
            }
        });
        for (Map<String, String> row : world.report("rings", "--window", "2018-W28", "--as-of", "2018-07-15")) {
            String ring = row.get("segment");
            long is = after.getOrDefault(ring, 0L);
            long was = before.getOrDefault(ring, 0L);
            long came = joined.getOrDefault(ring, 0L);
            assertThat(row)
                    .containsEntry("customers", Long.toString(is))
                    .containsEntry("before", Long.toString(was))
                    .containsEntry("joined", Long.toString(came))
                    .containsEntry("went", Long.toString(was + came - is))
                    .containsEntry("change", Long.toString(is - was));
            after.remove(ring);
        }
        assertThat(after).as("a row each").isEmpty();
        Map<String, Long> moved = new TreeMap<>();
        for (Map<String, String> row : world.report("flow", "--window", "2018-W28", "--as-of", "2018-07-15")) {
            moved.put(row.get("from") + ">" + row.get("to"), Long.valueOf(row.get("customers")));
        }
        assertThat(moved).isEqualTo(flow);
    }

    private static String ring(List<Event> history, int days) {
        Set<String> kinds = new HashSet<>();
        history.stream().filter(event -> event.day() < days).forEach(event -> kinds.add(event.kind()));
        return kinds.contains("offer_completed")
                ? "inner"
                : kinds.contains("offer_viewed") ? "middle" : kinds.contains("offer_received") ? "outer" : "";
    }

    private void value(RealWorld world) {
        Map<String, long[]> rings = new TreeMap<>();
        histories().values().forEach(history -> {
            List<Event> sales =
                    history.stream().filter(event -> event.is("transaction")).toList();
            long[] ring = rings.computeIfAbsent(ring(history, 30), none -> new long[5]);
            ring[0]++;
            ring[1] += sales.isEmpty() ? 0 : 1;
            ring[2] += sales.size() > 1 ? 1 : 0;
            ring[3] += sales.size();
            ring[4] += sales.stream().mapToLong(Event::cents).sum();
        });
        List<Map<String, String>> rows = report(world, "value", "--purchase", "transaction");
        assertThat(rows).hasSameSizeAs(rings.keySet());
        for (Map<String, String> row : rows) {
            long[] ring = Objects.requireNonNull(rings.get(row.get("segment")), row::toString);
            assertThat(row)
                    .containsEntry("customers", Long.toString(ring[0]))
                    .containsEntry("gmv", dollars(ring[4]))
                    .containsEntry("cost", "0.00");
            near(row, "loyalty", ring[2] / (double) ring[1]);
            near(row, "frequency", ring[3] / (double) ring[1]);
            near(row, "order_value", ring[4] / 100.0 / ring[3]);
            near(row, "per_customer", ring[4] / 100.0 / ring[0]);
        }
    }

    /** What the models rest on: buyers, those who came again on another day; and that every buyer is in one row. */
    private void repeat(RealWorld world) {
        Map<String, Set<Integer>> days = new HashMap<>();
        for (Event event : events) {
            if (event.is("transaction")) {
                days.computeIfAbsent(event.person(), none -> new HashSet<>()).add(event.day());
            }
        }
        String json = world.done(
                        "report", "repeat", "--purchase", "transaction", "--as-of", END.toString(), "-o", "json")
                .out();
        long again = days.values().stream().filter(of -> of.size() > 1).count();
        assertThat(json).contains("\"buyers\": " + days.size() + ",", "\"repeaters\": " + again + ",");
        long all = 0;
        for (Map<String, String> row : world.report("repeat", "--purchase", "transaction", "--as-of", END.toString())) {
            all += Long.parseLong(row.get("customers"));
        }
        assertThat(all).isEqualTo(days.size());
    }

    private void summary(RealWorld world) {
        Map<String, String> now = new TreeMap<>();
        Map<String, String> before = new TreeMap<>();
        for (Map<String, String> row :
                world.report("summary", "--purchase", "transaction", "--window", "2018-W29", "--as-of", "2018-07-22")) {
            now.put(row.get("figure"), row.get("now"));
            before.put(row.get("figure"), row.get("before"));
        }
        assertThat(now).isEqualTo(week(2));
        assertThat(before).isEqualTo(week(1));
    }

    private Map<String, String> week(int week) {
        LocalDate from = START.plusWeeks(week);
        LocalDate end = from.plusWeeks(1);
        long there =
                registered.values().stream().filter(date -> date.isBefore(end)).count();
        long fresh = registered.values().stream()
                .filter(date -> date.isBefore(end) && !date.isBefore(from))
                .count();
        // Who registers later is no customer yet, though the transcript has him buy.
        Predicate<Event> here = event -> event.day() / 7 == week
                && Objects.requireNonNull(registered.get(event.person())).isBefore(START.plusWeeks(3));
        Predicate<Event> sale = here.and(event -> event.is("transaction"));
        return new TreeMap<>(Map.of(
                "customers", Long.toString(there),
                "new", Long.toString(fresh),
                "active", count(here),
                "buyers", count(sale),
                "orders", Long.toString(events.stream().filter(sale).count()),
                "gmv", dollars(sum(sale)),
                "refunds", "0.00"));
    }

    private Map<String, List<Event>> histories() {
        Map<String, List<Event>> histories = new HashMap<>();
        events.forEach(event -> histories
                .computeIfAbsent(event.person(), none -> new ArrayList<>())
                .add(event));
        return histories;
    }

    private long people(Predicate<Event> wanted) {
        return events.stream().filter(wanted).map(Event::person).distinct().count();
    }

    private String count(Predicate<Event> wanted) {
        return Long.toString(people(wanted));
    }

    private long sum(Predicate<Event> wanted) {
        return events.stream().filter(wanted).mapToLong(Event::cents).sum();
    }

    private static List<Map<String, String>> report(RealWorld world, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--as-of", END.toString(), "--window", START + ".." + END));
        return world.report(line.toArray(new String[0]));
    }

    private static void near(Map<String, String> row, String column, double value) {
        assertThat(Double.parseDouble(row.get(column)))
                .as("%s of %s", column, row)
                .isCloseTo(value, offset(1e-9 * value));
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    private static String dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static List<String> lines(String name) throws IOException {
        return RealWorld.text("starbucks_rewards/" + name)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
