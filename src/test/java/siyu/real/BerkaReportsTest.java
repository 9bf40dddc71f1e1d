package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Czech bank (PKDD'99) in reports: rings by the cards that owners of accounts bound over five years, and fifteen months of what
 * went over their accounts, with the balances imported when each month ended.
 */
class BerkaReportsTest {
    private static final YearMonth FIRST = YearMonth.of(1993, 1);
    private static final int MONTHS = 15;

    private static final String PROGRAM = """
            program: berka
            timezone: Europe/Prague
            currency: CZK
            data: berka
            customers:
              aum: money
            events:
              deposit: {}
              withdrawal: {}
              card_bound: {card: [junior, classic, gold]}
            segmentations:
              ring:
                segments:
                  inner: count(card_bound[card = 'gold']) > 0
                  middle: count(card_bound) > 0
                  outer: count(any) > 0
                otherwise: none
            """;

    private record Event(String owner, LocalDate day, String kind, String channel, BigDecimal amount, String card) {
        YearMonth month() {
            return YearMonth.from(day);
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final Map<String, LocalDate> opened = new TreeMap<>();
    private final Map<String, String> district = new HashMap<>();

    /** By month: what every owner had on his account when it ended. */
    private final List<Map<String, BigDecimal>> balances = new ArrayList<>();

    /** By month: the ring of everybody then there. */
    private final List<Map<String, String>> rings = new ArrayList<>();

    @TempDir
    Path directory;

    private RealWorld world() throws IOException {
        Map<String, String> owners = new HashMap<>();
        Map<String, String> cardholders = new HashMap<>();
        for (List<String> row : table("disp")) {
            if (row.get(3).equals("OWNER")) {
                owners.put(row.get(2), row.get(1));
                cardholders.put(row.get(0), row.get(1));
            }
        }
        List<String> customers = new ArrayList<>(List.of("id,registered,region"));
        for (List<String> row : table("account")) {
            String owner = owner(owners, row.get(0));
            opened.put(owner, day(row.get(3)));
            district.put(owner, row.get(1));
            customers.add(owner + "," + opened.get(owner) + "," + row.get(1));
        }
        assertThat(opened).hasSize(4_500);
        transactions(owners);
        for (List<String> row : table("card")) {
            LocalDate day = day(row.get(3).substring(0, 6));
            events.add(new Event(owner(cardholders, row.get(1)), day, "card_bound", "", BigDecimal.ZERO, row.get(2)));
        }
        List<String> lines = new ArrayList<>(List.of("id,customer,at,kind,amount,channel,card"));
        for (Event event : events) {
            lines.add(lines.size() + "," + event.owner() + "," + event.day() + "," + event.kind() + ","
                    + (event.card().isEmpty() ? event.amount() : "") + "," + event.channel() + "," + event.card());
        }
        RealWorld world = new RealWorld(directory, "1999-01-01T12:00:00Z", PROGRAM);
        world.write("customers.csv", customers);
        world.write("events.csv", lines);
        assertThat(world.imported("customers", "customers.csv", "--now", FIRST + "-01T00:30:00Z"))
                .containsEntry("new", "4500");
        assertThat(world.imported("events", "events.csv")).containsEntry("new", Integer.toString(49_102 + 892));
        return world;
    }

    /** All but the last line, which was cut off. Balances of a day are in the order of the file. */
    private void transactions(Map<String, String> owners) throws IOException {
        List<String> raw =
                RealWorld.text("berka/trans_first3MiB.asc").lines().skip(1).toList();
        Map<String, BigDecimal> now = new TreeMap<>();
        YearMonth month = FIRST;
        for (String line : raw.subList(0, raw.size() - 1)) {
            List<String> row = RealWorld.fields(line, ';');
            LocalDate day = day(row.get(2));
            for (; month.isBefore(YearMonth.from(day)); month = month.plusMonths(1)) {
                balances.add(new TreeMap<>(now));
            }
            String owner = owner(owners, row.get(1));
            now.put(owner, new BigDecimal(row.get(6)));
            String kind = row.get(3).equals("PRIJEM") ? "deposit" : "withdrawal";
            events.add(new Event(owner, day, kind, row.get(4), new BigDecimal(row.get(5)), ""));
        }
        balances.add(now);
        assertThat(balances.size()).isEqualTo(MONTHS);
    }

    private static LocalDate day(String yymmdd) {
        return LocalDate.parse("19" + yymmdd, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String owner(Map<String, String> owners, String key) {
        return Objects.requireNonNull(owners.get(key), key);
    }

    @Test
    void yearsInReports() throws IOException {
        RealWorld world = world();
        for (int i = 0; i < MONTHS; i++) {
            List<String> lines = new ArrayList<>(List.of("id,aum"));
            balances.get(i).forEach((owner, balance) -> lines.add(owner + "," + balance));
            world.write("balances.csv", lines);
            world.imported(
                    "customers", "balances.csv", "--now", FIRST.plusMonths(i).atEndOfMonth() + "T20:00:00Z");
            rings.add(ringsAt(FIRST.plusMonths(i).atEndOfMonth()));
        }
        mau(world);
        retention(world);
        withdrawals(world);
        channelFlow(world);
        ringsByCard(world);
        stays(world);
    }

    private void mau(RealWorld world) {
        List<Map<String, String>> rows = world.report("mau", "--window", "1993-01-01..1994-03-31");
        assertThat(rows).hasSize(MONTHS);
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            BigDecimal aum = balances.get(i).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            Set<String> active = new HashSet<>();
            Set<String> days = new HashSet<>();
            events.stream().filter(event -> event.month().equals(month)).forEach(event -> {
                active.add(event.owner());
                days.add(event.owner() + event.day());
            });
            assertThat(rows.get(i))
                    .containsEntry("period", month.toString())
                    .containsEntry("mau", Integer.toString(active.size()))
                    .containsEntry("customers", Long.toString(customers(month.atEndOfMonth())))
                    .containsEntry("complete", "true");
            assertThat(new BigDecimal(rows.get(i).get("aum"))).as("%s", month).isEqualByComparingTo(aum);
            near(rows.get(i), "mean_dau", days.size() / (double) month.lengthOfMonth());
        }
    }

    private long customers(LocalDate day) {
        return opened.values().stream().filter(date -> !date.isAfter(day)).count();
    }

    /** Owners by the quarter of their first deposit. */
    private void retention(RealWorld world) {
        Map<String, Set<Integer>> quarters = new HashMap<>();
        for (Event event : events) {
            if (event.kind().equals("deposit")) {
                int quarter = (int) ChronoUnit.MONTHS.between(FIRST, event.month()) / 3;
                quarters.computeIfAbsent(event.owner(), none -> new HashSet<>()).add(quarter);
            }
        }
        List<Map<String, String>> rows = world.report(
                "retention", "--kind", "deposit", "--unit", "quarter", "--window", "1993-01-01..1994-03-31");
        assertThat(rows).hasSize(15);
        for (Map<String, String> row : rows) {
            String cohort = String.valueOf(row.get("cohort"));
            int first = 4 * (Integer.parseInt(cohort.substring(0, 4)) - 1993) + cohort.charAt(6) - '1';
            int after = Integer.parseInt(row.get("after"));
            List<Set<Integer>> of = quarters.values().stream()
                    .filter(each -> each.stream().min(Integer::compare).orElseThrow() == first)
                    .toList();
            assertThat(row)
                    .containsEntry("customers", Integer.toString(of.size()))
                    .containsEntry(
                            "active",
                            Long.toString(of.stream()
                                    .filter(each -> each.contains(first + after))
                                    .count()));
        }
    }

    /** What went out in the first quarter of 1994, by district: the parts are the whole. */
    private void withdrawals(RealWorld world) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Set<String>> buyers = new TreeMap<>();
        Map<String, Integer> orders = new TreeMap<>();
        for (Event event : events) {
            if (event.kind().equals("withdrawal") && event.day().getYear() == 1994) {
                String region = owner(district, event.owner());
                sums.merge(region, event.amount(), BigDecimal::add);
                buyers.computeIfAbsent(region, none -> new HashSet<>()).add(event.owner());
                orders.merge(region, 1, Integer::sum);
            }
        }
        List<Map<String, String>> rows = world.report(
                "gmv", "--purchase", "withdrawal", "--unit", "quarter", "--window", "1994-Q1", "--by", "region");
        assertThat(rows).hasSize(77);
        BigDecimal all = BigDecimal.ZERO;
        for (Map<String, String> row : rows) {
            String region = String.valueOf(row.get("group"));
            assertThat(row)
                    .containsEntry(
                            "buyers",
                            Integer.toString(
                                    buyers.getOrDefault(region, Set.of()).size()))
                    .containsEntry("orders", Integer.toString(orders.getOrDefault(region, 0)));
            assertThat(new BigDecimal(row.get("gmv"))).isEqualByComparingTo(sums.getOrDefault(region, BigDecimal.ZERO));
            all = all.add(new BigDecimal(row.get("gmv")));
        }
        Map<String, String> whole = world.report(
                        "gmv", "--purchase", "withdrawal", "--unit", "quarter", "--window", "1994-Q1")
                .get(0);
        assertThat(all).isEqualByComparingTo(whole.get("gmv"));
    }

    /** The way money moves (cash, card, transfer), which some rows leave out; events of one day are in the order of the file. */
    private void channelFlow(RealWorld world) {
        Map<String, Event> last = new HashMap<>();
        Map<String, Integer> moves = new TreeMap<>();
        for (Event event : events) {
            if (!event.channel().isEmpty() && event.day().getYear() == 1993) {
                Event before = last.put(event.owner(), event);
                if (before == null || ChronoUnit.DAYS.between(before.day(), event.day()) <= 30) {
                    moves.merge((before == null ? "" : before.channel()) + ">" + event.channel(), 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> found = new TreeMap<>();
        for (Map<String, String> row : world.report("channel-flow", "--window", "1993")) {
            found.put(row.get("from") + ">" + row.get("to"), Integer.valueOf(row.get("moves")));
        }
        assertThat(found).isEqualTo(moves).hasSizeGreaterThan(10);
    }

    private Map<String, String> ringsAt(LocalDate day) {
        Map<String, String> at = new TreeMap<>();
        opened.forEach((owner, date) -> {
            if (!date.isAfter(day)) {
                at.put(owner, "");
            }
        });
        for (Event event : events) {
            if (!event.day().isAfter(day)) {
                String ring = event.card().isEmpty() ? "outer" : event.card().equals("gold") ? "inner" : "middle";
                at.computeIfPresent(event.owner(), (owner, is) -> rank(ring) > rank(is) ? ring : is);
            }
        }
        return at;
    }

    private static int rank(String ring) {
        return List.of("", "outer", "middle", "inner").indexOf(ring);
    }

    private void ringsByCard(RealWorld world) {
        Map<String, String> before = ringsAt(LocalDate.of(1997, 12, 31));
        Map<String, String> after = ringsAt(LocalDate.of(1998, 12, 31));
        Map<String, Integer> flow = new TreeMap<>();
        after.forEach((owner, ring) -> flow.merge(before.getOrDefault(owner, "") + ">" + ring, 1, Integer::sum));
        Map<String, Integer> moved = new TreeMap<>();
        for (Map<String, String> row : world.report("flow", "--window", "1998")) {
            moved.put(row.get("from") + ">" + row.get("to"), Integer.valueOf(row.get("customers")));
        }
        assertThat(moved).isEqualTo(flow).containsKey("middle>middle").containsKey("outer>inner");
        for (Map<String, String> row : world.report("rings", "--window", "1998")) {
            String ring = String.valueOf(row.get("segment"));
            long now = after.values().stream().filter(ring::equals).count();
            long then = before.values().stream().filter(ring::equals).count();
            assertThat(row)
                    .containsEntry("customers", Long.toString(now))
                    .containsEntry("before", Long.toString(then))
                    .containsEntry("change", Long.toString(now - then));
            near(row, "share", now / 4_500.0);
        }
    }

    /** Rings stored at every month's end, so a stay lasts from one end to another; half of them are over when the median says. */
    private void stays(RealWorld world) {
        Map<String, List<long[]>> stays = new TreeMap<>();
        Map<String, LocalDate> since = new HashMap<>();
        for (int i = 0; i < MONTHS; i++) {
            LocalDate day = FIRST.plusMonths(i).atEndOfMonth();
            world.done("segment", "run", "ring", "--apply", "--yes", "--now", day + "T21:00:00Z");
            Map<String, String> was = i == 0 ? Map.of() : rings.get(i - 1);
            rings.get(i).forEach((owner, ring) -> {
                String before = was.getOrDefault(owner, "");
                if (!ring.equals(before)) {
                    if (!before.isEmpty()) {
                        stays.computeIfAbsent(before, none -> new ArrayList<>())
                                .add(new long[] {ChronoUnit.DAYS.between(since.get(owner), day), 1});
                    }
                    since.put(owner, day);
                }
            });
        }
        LocalDate end = FIRST.plusMonths(MONTHS - 1L).atEndOfMonth();
        since.forEach((owner, day) -> stays.computeIfAbsent(
                        String.valueOf(rings.get(MONTHS - 1).get(owner)), none -> new ArrayList<>())
                .add(new long[] {ChronoUnit.DAYS.between(day, end), 0}));
        List<Map<String, String>> rows =
                world.report("lifecycle", "--segmentation", "ring", "--now", end + "T21:30:00Z");
        Set<String> found = new HashSet<>();
        for (Map<String, String> row : rows) {
            String ring = String.valueOf(row.get("segment"));
            long there =
                    rings.get(MONTHS - 1).values().stream().filter(ring::equals).count();
            assertThat(row).containsEntry("customers", Long.toString(there));
            if (!ring.isEmpty()) {
                List<long[]> of = stays.getOrDefault(ring, List.of());
                long ended = of.stream().filter(stay -> stay[1] == 1).count();
                assertThat(row)
                        .containsEntry("stays", Integer.toString(of.size()))
                        .containsEntry("ended", Long.toString(ended));
                if (ended > 0) {
                    double days = of.stream()
                            .filter(stay -> stay[1] == 1)
                            .mapToLong(stay -> stay[0])
                            .sum();
                    near(row, "mean_days", days / ended);
                }
            }
            found.add(ring);
        }
        assertThat(found).contains("middle", "outer");
    }

    private static void near(Map<String, String> row, String column, double value) {
        assertThat(Double.parseDouble(row.get(column)))
                .as("%s of %s", column, row)
                .isCloseTo(value, offset(1e-9 * value));
    }

    private static List<List<String>> table(String name) throws IOException {
        return RealWorld.text("berka/" + name + ".asc")
                .lines()
                .skip(1)
                .map(line -> RealWorld.fields(line, ';'))
                .toList();
    }
}
