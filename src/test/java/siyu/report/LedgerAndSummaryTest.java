package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.report.Shop.Customer;
import siyu.report.Shop.Event;

/** The points of the ledger and the figures of a week, worked out again from statements and plain lists. */
class LedgerAndSummaryTest {
    /** One line of a statement. */
    private record Line(String customer, LocalDate day, String kind, long points, String lot, LocalDate until) {}

    private static List<Line> statements(Shop shop) {
        List<Line> lines = new ArrayList<>();
        for (Customer customer : shop.customers) {
            for (Map<String, String> row : shop.world
                    .done("points", "statement", customer.id(), "-o", "csv")
                    .rows()) {
                String until = Objects.requireNonNull(row.get("expires_on"));
                lines.add(new Line(
                        customer.id(),
                        OffsetDateTime.parse(Objects.requireNonNull(row.get("at")))
                                .atZoneSameInstant(Shop.ZONE)
                                .toLocalDate(),
                        Objects.requireNonNull(row.get("kind")),
                        Long.parseLong(Objects.requireNonNull(row.get("points"))),
                        customer.id() + " " + row.get("lot"),
                        until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until)));
            }
        }
        return lines;
    }

    /** What is left in each lot at the end of a day. */
    private static Map<String, Long> left(List<Line> lines, LocalDate day) {
        Map<String, Long> left = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.day().isAfter(day))
                .forEach(line -> left.merge(line.lot(), line.points(), Long::sum));
        return left;
    }

    private static Map<String, LocalDate> ends(List<Line> lines) {
        Map<String, LocalDate> ends = new TreeMap<>();
        lines.stream()
                .filter(line -> List.of("earn", "adjust", "transfer").contains(line.kind()) && line.points() > 0)
                .forEach(line -> ends.put(line.lot(), line.until()));
        return ends;
    }

    @Test
    void points(@TempDir Path directory) throws IOException {
        Shop shop = new Shop(directory, 9);
        shop.world.done("points", "earn", "--as-of", "2026-01-20", "--now", "2026-01-21T12:00:00Z");
        for (int i = 0; i < 5; i++) {
            shop.world.done("points", "adjust", "c" + i, "+300", "--reason", "test", "--now", "2026-01-22T12:00:00Z");
            shop.world.done("points", "redeem", "c" + i, "120", "--key", "k" + i, "--now", "2026-01-23T12:00:00Z");
        }
        shop.world.done("points", "cancel", "c1", "k1", "--now", "2026-01-24T12:00:00Z");
        shop.world.done("points", "transfer", "c2", "c3", "50", "--key", "t", "--now", "2026-01-25T12:00:00Z");
        shop.world.done("points", "expire", "--now", "2026-02-03T12:00:00Z");
        shop.world.done("points", "earn", "--as-of", "2026-03-19", "--now", "2026-03-20T12:00:00Z");
        List<Line> lines = statements(shop);
        assertThat(lines.stream().map(Line::kind).distinct())
                .contains("earn", "redeem", "cancel", "expire", "adjust", "transfer");
        List<Map<String, String>> rows = shop.report("points", "--window", "2025-10-01..");
        List<String> months = Shop.months(LocalDate.of(2025, 10, 1), Shop.AS_OF);
        assertThat(rows).hasSameSizeAs(months);
        for (int i = 0; i < months.size(); i++) {
            LocalDate first = LocalDate.parse(months.get(i) + "-01");
            LocalDate end = first.plusMonths(1).minusDays(1);
            LocalDate last = end.isAfter(Shop.AS_OF) ? Shop.AS_OF : end;
            Map<String, String> row = rows.get(i);
            long expired = expired(lines, last) - expired(lines, first.minusDays(1));
            long redeemed = -sum(lines, first, last, "redeem") - sum(lines, first, last, "cancel");
            long outstanding = outstanding(lines, last);
            assertThat(row)
                    .containsEntry("period", months.get(i))
                    .containsEntry("issued", String.valueOf(sum(lines, first, last, "earn")))
                    .containsEntry("redeemed", String.valueOf(redeemed))
                    .containsEntry("adjusted", String.valueOf(sum(lines, first, last, "adjust")))
                    .containsEntry("transferred", "0")
                    .containsEntry("reversed", "0")
                    .containsEntry("expired", String.valueOf(expired))
                    .containsEntry("outstanding", String.valueOf(outstanding))
                    .containsEntry(
                            "ending",
                            String.valueOf(
                                    ending(lines, last, first.plusMonths(2).minusDays(1))))
                    .containsEntry(
                            "liability", BigDecimal.valueOf(outstanding, 2).toPlainString());
            assertThat(outstanding - outstanding(lines, first.minusDays(1)))
                    .as("what there is changes by what came and went in %s", months.get(i))
                    .isEqualTo(
                            sum(lines, first, last, "earn") - redeemed + sum(lines, first, last, "adjust") - expired);
        }
        assertThat(rows.get(3).get("redeemed")).isEqualTo("480");
        assertThat(rows).anyMatch(row -> !"0".equals(row.get("ending")));
    }

    private static long sum(List<Line> lines, LocalDate first, LocalDate last, String kind) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind))
                .filter(line -> !line.day().isBefore(first) && !line.day().isAfter(last))
                .mapToLong(Line::points)
                .sum();
    }

    private static long outstanding(List<Line> lines, LocalDate day) {
        long sum = 0;
        Map<String, LocalDate> ends = ends(lines);
        for (Map.Entry<String, Long> lot : left(lines, day).entrySet()) {
            sum += ends.getOrDefault(lot.getKey(), LocalDate.MAX).isBefore(day) ? 0 : lot.getValue();
        }
        return sum;
    }

    /** What is left on a day in lots that are not over then, but will be by another. */
    private static long ending(List<Line> lines, LocalDate day, LocalDate by) {
        Map<String, LocalDate> ends = ends(lines);
        return left(lines, day).entrySet().stream()
                .filter(lot -> !ends.getOrDefault(lot.getKey(), LocalDate.MAX).isBefore(day))
                .filter(lot -> ends.getOrDefault(lot.getKey(), LocalDate.MAX).isBefore(by))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long expired(List<Line> lines, LocalDate day) {
        long sum = -sum(lines, LocalDate.MIN, day, "expire");
        Map<String, LocalDate> ends = ends(lines);
        for (Map.Entry<String, Long> lot : left(lines, day).entrySet()) {
            sum += ends.getOrDefault(lot.getKey(), LocalDate.MAX).isBefore(day) ? lot.getValue() : 0;
        }
        return sum;
    }

    @Test
    void summary(@TempDir Path directory) throws IOException {
        Shop shop = new Shop(directory, 10);
        List<Map<String, String>> rows = shop.report("summary", "--window", "2026-W10", "--by", "town");
        assertThat(rows).hasSize(7 * Shop.TOWNS.size());
        for (int group = 0; group < Shop.TOWNS.size(); group++) {
            String town = Shop.TOWNS.get(group);
            for (int side = 0; side < 2; side++) {
                LocalDate monday = LocalDate.of(2026, 3, 2).minusWeeks(side);
                LocalDate sunday = monday.plusDays(6);
                List<Event> events = shop.events(event -> !event.day().isBefore(monday)
                        && !event.day().isAfter(sunday)
                        && Shop.in(town).test(event));
                List<Event> purchases =
                        events.stream().filter(event -> event.is("purchase")).toList();
                long there = shop.there(sunday).stream()
                        .filter(customer -> of(customer, town))
                        .count();
                long before = shop.there(monday.minusDays(1)).stream()
                        .filter(customer -> of(customer, town))
                        .count();
                List<BigDecimal> expected = List.of(
                        BigDecimal.valueOf(there),
                        BigDecimal.valueOf(there - before),
                        BigDecimal.valueOf(Shop.people(events)),
                        BigDecimal.valueOf(Shop.people(purchases)),
                        BigDecimal.valueOf(purchases.stream()
                                .map(event -> event.customer().id()
                                        + (event.order().isEmpty() ? "#" + event.id() : event.order()))
                                .distinct()
                                .count()),
                        BigDecimal.valueOf(
                                purchases.stream().mapToLong(Event::amount).sum(), 2),
                        BigDecimal.valueOf(
                                events.stream()
                                        .filter(event -> event.is("refund"))
                                        .mapToLong(Event::amount)
                                        .sum(),
                                2));
                for (int i = 0; i < 7; i++) {
                    Map<String, String> row = rows.get(7 * group + i);
                    assertThat(new BigDecimal(row.get(side == 0 ? "now" : "before")))
                            .as("%s of %s", row, side == 0 ? "the week" : "the week before")
                            .isEqualByComparingTo(expected.get(i));
                }
            }
        }
    }

    private static boolean of(Customer customer, String town) {
        return town.equals(customer.town() == null ? "" : customer.town());
    }
}
