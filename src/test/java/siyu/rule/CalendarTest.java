package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Dates by arithmetic and offsets by table, beside java.time. */
class CalendarTest {
    @Test
    void civilDates() {
        for (long day = LocalDate.of(-401, 1, 1).toEpochDay();
                day < LocalDate.of(2401, 1, 1).toEpochDay();
                day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            if (Civil.year(day) != date.getYear()
                    || Civil.month(day) != date.getMonthValue()
                    || Civil.day(day) != date.getDayOfMonth()
                    || Civil.weekday(day) != date.getDayOfWeek().getValue()
                    || Civil.epochDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth()) != day) {
                throw new AssertionError(date);
            }
        }
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            long day = random.nextLong(-700_000, 3_000_000);
            int months = random.nextInt(-500, 500);
            assertThat(Civil.plusMonths(day, months))
                    .as("%s plus %d months", LocalDate.ofEpochDay(day), months)
                    .isEqualTo(LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay());
            long later = day + random.nextLong(0, 40_000);
            assertThat(Dates.age(day, later))
                    .isEqualTo(ChronoUnit.YEARS.between(LocalDate.ofEpochDay(day), LocalDate.ofEpochDay(later)));
        }
    }

    @Test
    void birthdays() {
        LocalDate leap = LocalDate.of(2000, 2, 29);
        assertThat(toBirthday(leap, LocalDate.of(2026, 2, 28))).isZero();
        assertThat(toBirthday(leap, LocalDate.of(2026, 3, 1))).isEqualTo(364);
        assertThat(toBirthday(leap, LocalDate.of(2028, 2, 28))).isEqualTo(1);
        assertThat(toBirthday(LocalDate.of(1990, 1, 2), LocalDate.of(2025, 12, 30)))
                .isEqualTo(3);
        assertThat(toBirthday(LocalDate.of(1990, 6, 2), LocalDate.of(2025, 6, 2)))
                .isZero();
        assertThat(toBirthday(LocalDate.of(1990, 6, 2), LocalDate.of(2025, 6, 3)))
                .isEqualTo(364);
    }

    private static long toBirthday(LocalDate birthday, LocalDate today) {
        return Dates.toBirthday(birthday.toEpochDay(), today.toEpochDay());
    }

    @Test
    void offsets() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        for (String name : List.of(
                "Asia/Shanghai",
                "Europe/Berlin",
                "America/Sao_Paulo",
                "Asia/Beirut",
                "Australia/Lord_Howe",
                "UTC",
                "+05:45")) {
            ZoneId zone = ZoneId.of(name);
            Offsets offsets = new Offsets(zone);
            int hint = 0;
            for (int i = 0; i < 4_000; i++) {
                boolean near = random.nextInt(4) > 0;
                Instant base = near ? change(zone, random) : Instant.EPOCH;
                long reach = near ? 4 * 3_600_000_000L : 8_000_000_000_000_000L;
                long micros = base.getEpochSecond() * 1_000_000 + random.nextLong(-reach, reach);
                ZonedDateTime time =
                        Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
                String what = time + " seed " + seed;
                hint = offsets.index(micros, hint);
                assertThat(Math.floorDiv(offsets.local(micros, hint), Offsets.DAY))
                        .as(what)
                        .isEqualTo(time.toLocalDate().toEpochDay());
                int days = random.nextInt(-400, 400);
                long local = offsets.local(micros) + days * Offsets.DAY;
                ZonedDateTime moved = time.plusDays(days);
                assertThat(offsets.moment(local, micros))
                        .as("%s plus %d days", what, days)
                        .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, moved.toInstant()));
            }
        }
    }

    /** Some change of the clock between 1980 and 2100, or the epoch where there is none. */
    private static Instant change(ZoneId zone, SplittableRandom random) {
        Instant from = Instant.ofEpochSecond(random.nextLong(315_532_800L, 4_102_444_800L));
        java.time.zone.ZoneOffsetTransition next = zone.getRules().nextTransition(from);
        return next == null ? Instant.EPOCH : next.getInstant();
    }
}
