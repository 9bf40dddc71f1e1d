package siyu.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import siyu.points.CalendarUnit;

/** Where the periods of a limit begin, in zones with and without daylight saving. */
class LimitTest {
    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-01, Asia/Shanghai, 2026-02-28T16:00:00Z",
        "WEEK, 2026-03-01, Asia/Shanghai, 2026-02-22T16:00:00Z",
        "WEEK, 2026-03-02, Asia/Shanghai, 2026-03-01T16:00:00Z",
        "MONTH, 2026-03-31, Asia/Shanghai, 2026-02-28T16:00:00Z",
        "QUARTER, 2026-05-31, UTC, 2026-04-01T00:00:00Z",
        "YEAR, 2026-12-31, America/New_York, 2026-01-01T05:00:00Z",
        // The day on which the clock jumps at midnight begins at one o'clock.
        "DAY, 2018-11-04, America/Sao_Paulo, 2018-11-04T03:00:00Z",
        "DAY, 2026-11-01, America/New_York, 2026-11-01T04:00:00Z",
        "DAY, 2026-11-02, America/New_York, 2026-11-02T05:00:00Z",
    })
    void periodsBegin(CalendarUnit per, LocalDate day, String zone, String start) {
        assertThat(Drawn.time(new Limit(1, per).startMicros(day, ZoneId.of(zone))))
                .isEqualTo(start);
    }

    @Test
    void everHasNoBeginning() {
        assertThat(new Limit(1, CalendarUnit.EVER).startMicros(LocalDate.EPOCH, ZoneId.of("UTC")))
                .isEqualTo(Long.MIN_VALUE);
    }

    /** Two moments are in one period by the number of the period exactly when the later one's period began before the earlier. */
    @Test
    void beginningsAndNumbersOfPeriodsAgree() {
        SplittableRandom random = new SplittableRandom(5);
        for (String name : new String[] {"Asia/Shanghai", "America/New_York", "Pacific/Apia", "UTC"}) {
            ZoneId zone = ZoneId.of(name);
            for (int i = 0; i < 5000; i++) {
                ZonedDateTime first =
                        ZonedDateTime.of(2011, 1, 1, 0, 0, 0, 0, zone).plusMinutes(random.nextInt(60 * 24 * 800));
                ZonedDateTime second = first.plusMinutes(random.nextInt(60 * 24 * 400));
                CalendarUnit per = List.of(CalendarUnit.values()).get(random.nextInt(6));
                Limit limit = new Limit(1, per);
                boolean same = per.period((int) first.toLocalDate().toEpochDay())
                        == per.period((int) second.toLocalDate().toEpochDay());
                long start = limit.startMicros(second.toLocalDate(), zone);
                assertThat(first.toEpochSecond() * 1_000_000 >= start)
                        .as("%s %s %s", per, first, second)
                        .isEqualTo(same);
            }
        }
    }
}
