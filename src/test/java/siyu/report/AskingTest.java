package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Failure;
import siyu.real.RealWorld;

/** Windows, days, periods and groups: what a report is asked about. */
class AskingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

    @Test
    void windows() {
        Map.ofEntries(
                        Map.entry("30d", "2026-02-03..2026-03-04"),
                        Map.entry("1d", "2026-03-04..2026-03-04"),
                        Map.entry("2w", "2026-02-19..2026-03-04"),
                        Map.entry("1m", "2026-02-05..2026-03-04"),
                        Map.entry("1y", "2025-03-05..2026-03-04"),
                        Map.entry("today", "2026-03-04..2026-03-04"),
                        Map.entry("this_week", "2026-03-02..2026-03-04"),
                        Map.entry("last_week", "2026-02-23..2026-03-01"),
                        Map.entry("last_month", "2026-02-01..2026-02-28"),
                        Map.entry("this_quarter", "2026-01-01..2026-03-04"),
                        Map.entry("last_year", "2025-01-01..2025-12-31"),
                        Map.entry("ever", "..2026-03-04"),
                        Map.entry("2024", "2024-01-01..2024-12-31"),
                        Map.entry("2024-Q1", "2024-01-01..2024-03-31"),
                        Map.entry("2024-02", "2024-02-01..2024-02-29"),
                        Map.entry("2024-02-29", "2024-02-29..2024-02-29"),
                        Map.entry("2026-W01", "2025-12-29..2026-01-04"),
                        Map.entry("2020-W53", "2020-12-28..2021-01-03"),
                        Map.entry("2026-01-05..", "2026-01-05..2026-03-04"),
                        Map.entry("2025-12-31..2026-01-01", "2025-12-31..2026-01-01"))
                .forEach((text, dates) ->
                        assertThat(Dates.of(text, TODAY)).as(text).hasToString(dates));
        for (String wrong : List.of(
                "",
                "0d",
                "30",
                "d",
                "2026-13",
                "2026-02-29",
                "2025-W53",
                "2026-Q5",
                "2026-01-02..2026-01-01",
                "next_week",
                "1800-01-01..",
                "..",
                "９d",
                "99999y")) {
            assertThatThrownBy(() -> Dates.of(wrong, TODAY)).as(wrong).isInstanceOf(Failure.class);
        }
    }

    @Test
    void comparedWindows() {
        for (String[] line : new String[][] {
            {"2026-02", "previous", "2026-01-01..2026-01-31"},
            {"2026-Q1", "previous", "2025-10-01..2025-12-31"},
            {"2024", "previous", "2023-01-01..2023-12-31"},
            {"7d", "previous", "2026-02-19..2026-02-25"},
            {"this_month", "previous", "2026-02-25..2026-02-28"},
            {"2024-02", "year_ago", "2023-02-01..2023-02-28"},
            {"2025-02", "year_ago", "2024-02-01..2024-02-29"},
            {"2024-02-29", "year_ago", "2023-02-28..2023-02-28"},
            {"7d", "2026-01", "2026-01-01..2026-01-31"}
        }) {
            assertThat(Dates.of(line[0], TODAY).compared(line[1], TODAY))
                    .as("%s before %s", line[1], line[0])
                    .hasToString(line[2]);
        }
    }

    /** The day of any time is what the calendar says, in zones that change their offset at midnight too. */
    @Test
    void daysAreThoseOfTheCalendar() {
        for (String name : List.of("UTC", "Asia/Shanghai", "America/New_York", "America/Sao_Paulo", "Pacific/Apia")) {
            ZoneId zone = ZoneId.of(name);
            Days days = new Days(new Dates(LocalDate.of(2010, 6, 1), LocalDate.of(2012, 8, 31)), zone);
            Random random = new Random(name.hashCode());
            for (int i = 0; i < 20_000; i++) {
                long micros = days.from() + (long) (random.nextDouble() * (days.to() - days.from() - 1));
                LocalDate day = LocalDate.ofInstant(
                        Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), micros % 1_000_000 * 1000), zone);
                assertThat(days.first.plusDays(days.day(micros)))
                        .as("%s %s", name, micros)
                        .isEqualTo(day);
            }
            assertThat(days.day(days.from())).isZero();
            assertThat(days.day(days.to() - 1)).isEqualTo(days.size - 1);
        }
    }

    @Test
    void periodsCoverTheDays() {
        Days days = new Days(new Dates(LocalDate.of(2024, 12, 20), LocalDate.of(2026, 1, 10)), ZoneId.of("UTC"));
        for (Unit unit : Unit.values()) {
            Days.Periods periods = days.periods(unit);
            Set<String> names = new HashSet<>();
            for (int day = 0; day < days.size; day++) {
                String name = unit.name(days.first.plusDays(day));
                assertThat(periods.names().get(periods.of()[day])).isEqualTo(name);
                names.add(name);
            }
            assertThat(periods.names()).containsExactlyInAnyOrderElementsOf(names);
            for (int period = 0; period < periods.size(); period++) {
                int of = period;
                long inside = java.util.Arrays.stream(periods.of())
                        .filter(each -> each == of)
                        .count();
                LocalDate start = unit.start(periods.lasts().get(period));
                assertThat(periods.complete(period))
                        .as("%s %s", unit, periods.names().get(period))
                        .isEqualTo(inside == unit.plus(start, 1).toEpochDay() - start.toEpochDay());
            }
        }
        assertThat(days.periods(Unit.WEEK).names())
                .startsWith("2024-W51", "2024-W52", "2025-W01")
                .endsWith("2026-W02");
    }

    /** Parts are whole and add up, whatever is zero or has no meaning. */
    @Test
    void partsOfAChange() {
        double none = Double.NaN;
        assertThat(Shapley.split(new double[] {2, 3}, new double[] {4, 3}, 6)).containsExactly(6, 0);
        assertThat(Shapley.split(new double[] {0, none}, new double[] {5, 7}, 35))
                .containsExactly(35, 0);
        assertThat(Shapley.split(new double[] {5, 7}, new double[] {0, none}, -35))
                .containsExactly(-35, 0);
        assertThat(Shapley.split(new double[] {0, none}, new double[] {0, none}, 0))
                .containsExactly(0, 0);
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            double[] before = new double[4];
            double[] after = new double[4];
            double was = 1;
            double is = 1;
            for (int j = 0; j < 4; j++) {
                before[j] = random.nextInt(10) / 3.0;
                after[j] = random.nextInt(10) * 70.1;
                was *= before[j];
                is *= after[j];
            }
            long change = Math.round(is - was);
            long[] parts = Shapley.split(before, after, change);
            assertThat(parts[0] + parts[1] + parts[2] + parts[3]).isEqualTo(change);
        }
    }

    /** E1406: what has a thousand values and one is no way to form groups. */
    @Test
    void groupsAreFew(@TempDir Path directory) throws IOException {
        RealWorld world = new RealWorld(directory, "2026-03-04T00:00:00Z", """
                program: p
                timezone: UTC
                currency: CNY
                data: p
                customers: {size: integer}
                segmentations: {ring: {segments: {all: true}, otherwise: none}}
                """);
        List<String> lines = new ArrayList<>(List.of("id,size"));
        for (int i = 0; i <= Groups.MOST; i++) {
            lines.add("c" + i + "," + i);
        }
        world.write("customers.csv", lines);
        world.done("import", "customers", "customers.csv");
        RealWorld.Answer answer = world.siyu("report", "rings", "--by", "size");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.err()).contains("error[E1406]: 'size' has more than 1000 different values");
        assertThat(world.done("report", "rings", "--by", "size / 2 - size / 2", "-o", "csv")
                        .rows())
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).containsEntry("customers", "1001"));
    }
}
