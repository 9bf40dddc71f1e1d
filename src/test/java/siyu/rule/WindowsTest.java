package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import siyu.core.AsOf;

class WindowsTest {
    @ParameterizedTest(name = "{2} {3} as of {1} in {0}")
    @CsvSource({
        // A date as as-of ends at the start of the next day.
        "Asia/Shanghai, 2026-03-31, DAYS, 1, 2026-03-31T00:00, 2026-04-01T00:00",
        "Asia/Shanghai, 2026-03-30, MONTHS, 1, 2026-02-28T00:00, 2026-03-31T00:00",
        "Asia/Shanghai, 2024-03-30, MONTHS, 1, 2024-02-29T00:00, 2024-03-31T00:00",
        "Asia/Shanghai, 2024-02-28, YEARS, 1, 2023-02-28T00:00, 2024-02-29T00:00",
        "Asia/Shanghai, 2024-02-29, YEARS, 4, 2020-03-01T00:00, 2024-03-01T00:00",
        "Asia/Shanghai, 2026-01-01, WEEKS, 2, 2025-12-19T00:00, 2026-01-02T00:00",
        "Asia/Shanghai, 2026-01-01, TODAY, 0, 2026-01-01T00:00, 2026-01-02T00:00",
        // ISO weeks start on Monday, over the turn of the year too.
        "Asia/Shanghai, 2026-01-01, THIS_WEEK, 0, 2025-12-29T00:00, 2026-01-02T00:00",
        "Asia/Shanghai, 2026-01-01, LAST_WEEK, 0, 2025-12-22T00:00, 2025-12-29T00:00",
        "Asia/Shanghai, 2026-11-22, THIS_WEEK, 0, 2026-11-16T00:00, 2026-11-23T00:00",
        "Asia/Shanghai, 2026-11-23, THIS_WEEK, 0, 2026-11-23T00:00, 2026-11-24T00:00",
        "Asia/Shanghai, 2026-03-31, THIS_MONTH, 0, 2026-03-01T00:00, 2026-04-01T00:00",
        "Asia/Shanghai, 2024-03-31, LAST_MONTH, 0, 2024-02-01T00:00, 2024-03-01T00:00",
        "Asia/Shanghai, 2026-01-31, LAST_MONTH, 0, 2025-12-01T00:00, 2026-01-01T00:00",
        "Asia/Shanghai, 2026-03-31, THIS_QUARTER, 0, 2026-01-01T00:00, 2026-04-01T00:00",
        "Asia/Shanghai, 2026-01-15, LAST_QUARTER, 0, 2025-10-01T00:00, 2026-01-01T00:00",
        "Asia/Shanghai, 2026-08-15, LAST_QUARTER, 0, 2026-04-01T00:00, 2026-07-01T00:00",
        "Asia/Shanghai, 2026-08-15, THIS_YEAR, 0, 2026-01-01T00:00, 2026-08-16T00:00",
        "Asia/Shanghai, 2026-08-15, LAST_YEAR, 0, 2025-01-01T00:00, 2026-01-01T00:00",
        // Over a change of the clock the local time of day stays, hours do not.
        "Europe/Berlin, 2026-03-29, DAYS, 1, 2026-03-29T00:00, 2026-03-30T00:00",
        "Europe/Berlin, 2026-03-29, HOURS, 24, 2026-03-28T23:00, 2026-03-30T00:00",
        "Europe/Berlin, 2026-10-25, HOURS, 24, 2026-10-25T01:00, 2026-10-26T00:00",
        // In Beirut the gap is at midnight: the day starts at one.
        "Asia/Beirut, 2026-03-29, DAYS, 1, 2026-03-29T01:00, 2026-03-30T00:00",
        "Asia/Beirut, 2026-03-29, TODAY, 0, 2026-03-29T01:00, 2026-03-30T00:00",
    })
    void ofDates(ZoneId zone, LocalDate today, Window.Unit unit, int amount, LocalDateTime from, LocalDateTime to) {
        Window.Bounds bounds = Windows.bounds(new Window(unit, amount), AsOf.date(today, zone));
        assertThat(local(bounds.from(), zone)).isEqualTo(from);
        assertThat(local(bounds.to(), zone)).isEqualTo(to);
    }

    @Test
    void ofInstants() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        // 02:30 of the day before does not exist; the window starts at 03:30.
        AsOf gap =
                AsOf.instant(ZonedDateTime.of(2026, 3, 30, 2, 30, 0, 0, berlin).toInstant(), berlin);
        Window.Bounds day = Windows.bounds(new Window(Window.Unit.DAYS, 1), gap);
        assertThat(local(day.from(), berlin)).isEqualTo(LocalDateTime.parse("2026-03-29T03:30"));
        assertThat(day.to()).isEqualTo(gap.endMicros());

        AsOf second = AsOf.instant(Instant.parse("2026-10-25T01:30:00Z"), berlin);
        assertThat(Windows.bounds(new Window(Window.Unit.DAYS, 0), second))
                .as("the second 02:30 of an overlap stays the second")
                .isEqualTo(new Window.Bounds(second.endMicros(), second.endMicros()));

        AsOf midMonth = AsOf.instant(Instant.parse("2026-05-15T10:00:00Z"), berlin);
        Window.Bounds month = Windows.bounds(new Window(Window.Unit.THIS_MONTH, 0), midMonth);
        assertThat(local(month.from(), berlin)).isEqualTo(LocalDateTime.parse("2026-05-01T00:00"));
        assertThat(month.to()).isEqualTo(midMonth.endMicros());
        assertThat(Windows.bounds(Window.EVER, midMonth))
                .isEqualTo(new Window.Bounds(Long.MIN_VALUE, midMonth.endMicros()));
    }

    private static LocalDateTime local(long micros, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.EPOCH.plusNanos(0).plusMillis(micros / 1000), zone);
    }
}
