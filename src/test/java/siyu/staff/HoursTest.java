package siyu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {
    /** 2 March 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "09:00-18:00,       2026-03-02T09:00:00, true",
        "09:00-18:00,       2026-03-02T17:59:59, true",
        "09:00-18:00,       2026-03-02T18:00:00, false",
        "09:00-18:00,       2026-03-02T08:59:59, false",
        "00:00-24:00,       2026-03-02T23:59:59, true",
        "1-5 09:00-18:00,   2026-03-07T10:00:00, false",
        "1-5 09:00-18:00,   2026-03-06T10:00:00, true",
        "'1,3 09:00-12:00', 2026-03-03T10:00:00, false",
        "'1,3 09:00-12:00', 2026-03-04T10:00:00, true",
    })
    void open(String hours, LocalDateTime at, boolean open) {
        assertThat(Objects.requireNonNull(Hours.of(hours)).open(at)).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9-18",
                "09:00",
                "18:00-09:00",
                "09:00-09:00",
                "09:00-25:00",
                "24:01-24:02",
                "8 09:00-18:00",
                "5-1 09:00-18:00",
                "1- 09:00-18:00",
                " 09:00-18:00",
                "0 09:00-10:00",
                "09:60-10:00",
                "1-5  09:00-18:00",
                "09:00-18:00-19:00",
                "０９:00-18:00"
            })
    void refused(String text) {
        assertThat(Hours.of(text)).isNull();
    }

    @Test
    void written() {
        for (String text : new String[] {"09:00-18:00", "1-5 09:00-18:00", "1,3-4,7 00:00-24:00", "6-7 10:05-16:30"}) {
            assertThat(Hours.of(text)).hasToString(text);
        }
    }

    /** The next opening is the first minute that is open. */
    @Test
    void next() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int from = random.nextInt(1440);
            Hours hours = new Hours(1 + random.nextInt(127), from, from + 1 + random.nextInt(1440 - from));
            assertThat(Hours.of(hours.toString())).as("%s", hours).isEqualTo(hours);
            LocalDateTime at = LocalDateTime.of(2026, 3, 2, 0, 0).plusMinutes(random.nextInt(20_000));
            LocalDateTime slow = at;
            while (!hours.open(slow)) {
                slow = slow.plusMinutes(1);
            }
            assertThat(hours.next(at)).as("seed %d, %s", seed, hours).isEqualTo(slow);
        }
    }
}
