package siyu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That samples look like a bank and a shop: skew, growth, churn, seasons, and dirt that is all legal. */
final class PlausibleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int CUSTOMERS = 20_000;

    @TempDir
    static Path directory;

    private static List<Map<String, String>> cleanCustomers;
    private static List<Map<String, String>> cleanEvents;
    private static List<Map<String, String>> shopEvents;
    private static List<Map<String, String>> dirtyCustomers;
    private static List<Map<String, String>> dirtyEvents;

    @BeforeAll
    static void make() throws Exception {
        generate(Theme.BANK, 0, "clean");
        generate(Theme.RETAIL, 0, "shop");
        generate(Theme.BANK, 0.02, "dirty");
        cleanCustomers = rows("clean/customers.csv");
        cleanEvents = rows("clean/events.csv");
        shopEvents = rows("shop/events.csv");
        dirtyCustomers = rows("dirty/customers.csv");
        dirtyEvents = rows("dirty/events.csv");
    }

    private static void generate(Theme theme, double dirt, String name) throws Exception {
        Sample.generate(
                new SampleOptions(5, CUSTOMERS, 5, TODAY, theme, dirt, false, false, 2),
                directory.resolve(name),
                Sample.Progress.SILENT);
    }

    private static List<Map<String, String>> rows(String file) throws Exception {
        List<String> lines = Files.readAllLines(directory.resolve(file));
        String[] columns = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells =
                            line.replaceAll("\"([^\",]*), ([^\"]*)\"", "$2 $1").split(",", -1);
                    assertThat(cells).as(line).hasSameSizeAs(columns);
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < cells.length; i++) {
                        row.put(columns[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        assertThat(value).as(column).isNotNull();
        return value == null ? "" : value;
    }

    @Test
    void registrationsGrowAndEndBeforeToday() {
        int[] years = new int[3];
        for (Map<String, String> customer : cleanCustomers) {
            long before = TODAY.toEpochDay()
                    - LocalDate.parse(cell(customer, "registered")).toEpochDay();
            assertThat(before).isBetween(1L, 1095L);
            years[2 - (int) ((before - 1) / 365)]++;
        }
        assertThat(years[0]).isPositive().isLessThan(years[1]);
        assertThat(years[1]).isLessThan(years[2]);
    }

    @Test
    void eventsAreFiveEachHeavyTailedAndAfterRegistration() {
        assertThat((double) cleanEvents.size() / CUSTOMERS).isCloseTo(5, within(0.25));
        Map<String, Integer> counts = new HashMap<>();
        Map<String, LocalDate> registered = new HashMap<>();
        cleanCustomers.forEach(row -> registered.put(cell(row, "id"), LocalDate.parse(cell(row, "registered"))));
        Set<String> ids = new HashSet<>();
        for (Map<String, String> event : cleanEvents) {
            assertThat(ids.add(cell(event, "id"))).as(event.toString()).isTrue();
            counts.merge(cell(event, "customer"), 1, Integer::sum);
            LocalDate day = OffsetDateTime.parse(cell(event, "at")).toLocalDate();
            assertThat(day).as(event.toString()).isBetween(registered.get(event.get("customer")), TODAY.minusDays(1));
            assertThat(cell(event, "amount").isEmpty()).isNotEqualTo("purchase".equals(event.get("kind")));
        }
        List<Integer> sorted =
                counts.values().stream().sorted(Collections.reverseOrder()).toList();
        int top = sorted.stream()
                .limit(CUSTOMERS / 10)
                .mapToInt(Integer::intValue)
                .sum();
        assertThat((double) top / cleanEvents.size()).isBetween(0.35, 0.6);
    }

    @Test
    void cardsBoundAgreeWithTheFlags() {
        Set<String> bound = new HashSet<>();
        for (Map<String, String> event : cleanEvents) {
            if ("card_bound".equals(event.get("kind"))) {
                bound.add(event.get("customer") + event.get("card"));
            }
        }
        int flagged = 0;
        for (Map<String, String> customer : cleanCustomers) {
            for (String card : List.of("debit", "credit", "other")) {
                boolean flag = "true".equals(customer.get(card.equals("other") ? "other_bank_card" : card + "_card"));
                flagged += flag ? 1 : 0;
                assertThat(bound.contains(customer.get("id") + card)).isEqualTo(flag);
            }
        }
        assertThat(bound).hasSize(flagged);
    }

    @Test
    void daysAndHoursDiffer() {
        int[] hours = new int[24];
        int[] weekdays = new int[7];
        for (Map<String, String> event : cleanEvents) {
            OffsetDateTime at = OffsetDateTime.parse(cell(event, "at"));
            hours[at.getHour()]++;
            weekdays[at.getDayOfWeek().getValue() - 1]++;
        }
        assertThat(hours[20]).isGreaterThan(hours[3] * 10);
        assertThat(weekdays[5]).isGreaterThan(weekdays[1] * 11 / 10);
    }

    @Test
    void cornersAreThere() {
        assertThat(cleanCustomers).anyMatch(row -> cell(row, "birthday").endsWith("-02-29"));
        assertThat(cleanCustomers)
                .anyMatch(row ->
                        cell(row, "latitude").isEmpty() && cell(row, "region").isEmpty());
        assertThat(cleanCustomers)
                .anyMatch(row ->
                        cell(row, "latitude").isEmpty() && !cell(row, "region").isEmpty());
        for (String column : List.of("name", "phone", "birthday", "consent", "app_installed", "risk", "aum")) {
            assertThat(cleanCustomers)
                    .as(column)
                    .anyMatch(row -> cell(row, column).isEmpty());
        }
        for (Map<String, String> row : cleanCustomers) {
            if (!cell(row, "birthday").isEmpty()) {
                assertThat(LocalDate.parse(cell(row, "birthday")))
                        .isBetween(TODAY.minusYears(95), TODAY.minusYears(17));
            }
        }
    }

    @Test
    void refundsNameAPurchaseBeforeThemAndNoMoreThanItsAmount() {
        Map<String, Map<String, String>> purchases = new HashMap<>();
        shopEvents.stream()
                .filter(row -> "purchase".equals(row.get("kind")))
                .forEach(row -> purchases.put(cell(row, "id"), row));
        int refunds = 0;
        for (Map<String, String> row : shopEvents) {
            if ("refund".equals(row.get("kind"))) {
                refunds++;
                Map<String, String> purchase = purchases.getOrDefault(cell(row, "ref"), Map.of());
                assertThat(purchase).as(row.toString()).isNotEmpty();
                for (String column : List.of("customer", "category", "order")) {
                    assertThat(row.get(column)).isEqualTo(purchase.get(column));
                }
                assertThat(OffsetDateTime.parse(cell(row, "at"))).isAfter(OffsetDateTime.parse(cell(purchase, "at")));
                assertThat(new BigDecimal(cell(row, "amount")))
                        .isBetween(new BigDecimal("0.01"), new BigDecimal(cell(purchase, "amount")));
            }
        }
        assertThat(refunds).isGreaterThan(purchases.size() / 50);
    }

    @Test
    void dirtIsThereInAllItsKinds() {
        Map<String, String> bodies = new HashMap<>();
        int duplicates = 0;
        int unknown = 0;
        int poor = 0;
        int late = 0;
        String before = "";
        for (Map<String, String> event : dirtyEvents) {
            String earlier = bodies.put(cell(event, "id"), event.toString());
            if (earlier != null) {
                duplicates++;
                assertThat(earlier).isEqualTo(event.toString());
            }
            unknown += cell(event, "customer").startsWith("X") ? 1 : 0;
            poor += "purchase".equals(event.get("kind"))
                            && cell(event, "amount").isEmpty()
                    ? 1
                    : 0;
            late += cell(event, "at").compareTo(before) < 0 ? 1 : 0;
            before = cell(event, "at");
        }
        assertThat(Arrays.asList(duplicates, unknown, poor, late)).allMatch(count -> count > 100);
        Set<String> ids = new HashSet<>();
        long repeated =
                dirtyCustomers.stream().filter(row -> !ids.add(cell(row, "id"))).count();
        assertThat(repeated).isBetween(CUSTOMERS * 15L / 1000, CUSTOMERS * 25L / 1000);
    }

    @Test
    void referralsAreHeavyTailedAndFromThoseWhoWereThere() throws Exception {
        Map<String, LocalDate> registered = new HashMap<>();
        cleanCustomers.forEach(row -> registered.put(cell(row, "id"), LocalDate.parse(cell(row, "registered"))));
        Map<String, Integer> counts = new HashMap<>();
        List<Map<String, String>> referrals = rows("clean/referrals.csv");
        Set<String> referees = new HashSet<>();
        for (Map<String, String> row : referrals) {
            counts.merge(cell(row, "referrer"), 1, Integer::sum);
            assertThat(referees.add(cell(row, "referee"))).isTrue();
            assertThat(registered.get(row.get("referrer")))
                    .isBefore(OffsetDateTime.parse(cell(row, "at")).toLocalDate());
        }
        assertThat(referrals.size()).isBetween(CUSTOMERS / 8, CUSTOMERS / 4);
        assertThat(Collections.max(counts.values())).isGreaterThan(20);
    }

    @Test
    void groupsStaffAndMembersNameEachOther() throws Exception {
        Set<String> staff = new HashSet<>();
        rows("clean/staff.csv").forEach(row -> staff.add(cell(row, "id")));
        Set<String> groups = new HashSet<>();
        for (Map<String, String> row : rows("clean/groups.csv")) {
            groups.add(cell(row, "id"));
            assertThat(staff).contains(cell(row, "owner"));
        }
        List<Map<String, String>> members = rows("clean/members.csv");
        assertThat(members.size()).isBetween(CUSTOMERS / 3, CUSTOMERS / 2);
        assertThat(members).allMatch(row -> groups.contains(cell(row, "group")));
    }
}
