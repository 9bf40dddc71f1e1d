package siyu.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.fact.Column;

/** The cells against the slow and obvious readers of the JDK. */
class ValuesTest {
    private static Object read(Cell cell, String text) {
        Column column = new Column(cell.type, 1);
        cell.begin(column, 1);
        byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
        ImportCode wrong = cell.read(bytes, 1, bytes.length - 1, column, 0);
        return wrong != null ? wrong : String.valueOf(column.get(0));
    }

    private static String number(Random random) {
        StringBuilder text = new StringBuilder();
        String alphabet = random.nextInt(5) == 0 ? "0123456789.-+eE x" : "0123456789";
        text.append(random.nextInt(3) == 0 ? "-" : "");
        for (int i = random.nextInt(22) + 1; i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        if (random.nextInt(2) == 0) {
            text.insert(random.nextInt(text.length() + 1), '.');
        }
        return text.toString();
    }

    @Test
    void numbersAreThoseOfBigDecimal() {
        IntegerCell integers = new IntegerCell();
        MoneyCell money = new MoneyCell(2);
        DecimalCell decimals = new DecimalCell();
        for (int seed = 0; seed < 30_000; seed++) {
            String text = number(new Random(seed));
            assertThat(read(integers, text)).as("integer %s", text).isEqualTo(integer(text));
            assertThat(read(money, text)).as("money %s", text).isEqualTo(money(text));
            assertThat(read(decimals, text)).as("decimal %s", text).isEqualTo(decimal(text));
        }
        assertThat(read(integers, "-9223372036854775808")).isEqualTo("-9223372036854775808");
        assertThat(read(money, "-92233720368547758.08")).isEqualTo("-9223372036854775808");
        assertThat(read(money, "1.")).isEqualTo(ImportCode.NOT_MONEY);
        assertThat(read(new MoneyCell(0), "7")).isEqualTo("7");
        assertThat(read(new MoneyCell(0), "7.0")).isEqualTo(ImportCode.MONEY_DECIMALS);
    }

    private static Object integer(String text) {
        if (!text.matches("[-+]?[0-9]+(\\.0+)?")) {
            boolean beyond = text.matches("[-+]?[0-9]{20,}.*");
            return beyond && new BigInteger(text.replaceAll("^[-+]?([0-9]+).*", "$1")).bitLength() > 63
                    ? ImportCode.INTEGER_RANGE
                    : orRange(text);
        }
        BigInteger value = new BigDecimal(text).toBigIntegerExact();
        return value.bitLength() > 63 ? ImportCode.INTEGER_RANGE : value.toString();
    }

    /** Out of range is found before what follows is looked at. */
    private static ImportCode orRange(String text) {
        String digits = text.replaceAll("^([-+]?[0-9]*).*", "$1");
        return digits.matches("[-+]?[0-9]+")
                        && new BigInteger(digits).bitLength() > 63
                        && !digits.equals("9223372036854775808")
                ? ImportCode.INTEGER_RANGE
                : ImportCode.NOT_INTEGER;
    }

    private static Object money(String text) {
        if (!text.matches("[-+]?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)")) {
            return ImportCode.NOT_MONEY;
        }
        BigDecimal value = new BigDecimal(text);
        boolean digitsFit = new BigInteger(text.replaceAll("[-+.]", "")).bitLength() <= 63;
        if (!digitsFit) {
            return ImportCode.MONEY_RANGE;
        }
        if (value.scale() > 2) {
            return ImportCode.MONEY_DECIMALS;
        }
        BigInteger minor = value.movePointRight(2).toBigIntegerExact();
        return minor.bitLength() > 63 ? ImportCode.MONEY_RANGE : minor.toString();
    }

    private static Object decimal(String text) {
        if (!text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
            return ImportCode.NOT_DECIMAL;
        }
        double value = Double.parseDouble(text);
        boolean zero = text.replaceAll("[eE].*", "").matches("[-+.0]*");
        return Double.isInfinite(value) || value == 0 && !zero ? ImportCode.DECIMAL_RANGE : String.valueOf(value);
    }

    @Test
    void everyDayOfTheCalendarAndNoOther() {
        DateCell dates = new DateCell(Moments.of(null));
        DateCell short2 = new DateCell(Moments.of("yyMMdd"));
        for (int seed = 0; seed < 30_000; seed++) {
            Random random = new Random(seed);
            String text = String.format("%04d-%02d-%02d", random.nextInt(2200), random.nextInt(14), random.nextInt(33));
            Object expected;
            try {
                expected = text.startsWith("0000")
                        ? ImportCode.NOT_DATE
                        : String.valueOf(LocalDate.parse(text).toEpochDay());
            } catch (DateTimeException e) {
                expected = ImportCode.NOT_DATE;
            }
            assertThat(read(dates, text)).as(text).isEqualTo(expected);
        }
        assertThat(read(short2, "931107")).isEqualTo(day("1993-11-07"));
        assertThat(read(short2, "300101")).isEqualTo(day("1930-01-01"));
        assertThat(read(short2, "291231")).isEqualTo(day("2029-12-31"));
        for (String wrong :
                List.of("2026-1-31", "2026-01-31T00:00", "2026/01/31", "20260131", "", "2026-01-3", "-026-01-31")) {
            if (!wrong.isEmpty()) {
                assertThat(read(dates, wrong)).as(wrong).isEqualTo(ImportCode.NOT_DATE);
            }
        }
    }

    private static String day(String iso) {
        return String.valueOf(LocalDate.parse(iso).toEpochDay());
    }

    /** Random local times around the changes of many zones, against java.time; the earlier of two, none in a gap. */
    @Test
    void localTimesAreThoseOfTheZone() {
        for (String name : List.of(
                "Europe/Berlin",
                "America/New_York",
                "America/Sao_Paulo",
                "Asia/Shanghai",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Africa/Casablanca",
                "UTC",
                "Asia/Kolkata")) {
            ZoneId zone = ZoneId.of(name);
            TimeCell times = new TimeCell(Moments.of(null), zone, new ZoneDays(zone));
            for (int seed = 0; seed < 1500; seed++) {
                Random random = new Random(seed);
                LocalDateTime local = LocalDateTime.of(1940 + random.nextInt(180), 1, 1, 0, 0)
                        .plusMinutes(random.nextInt(366 * 24 * 60));
                var next = zone.getRules().nextTransition(local.toInstant(ZoneOffset.UTC));
                if (random.nextBoolean() && next != null) {
                    local = next.getDateTimeBefore().plusMinutes(random.nextInt(360) - 180);
                }
                String text = local.toString();
                List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
                Object expected = offsets.isEmpty() ? ImportCode.TIME_GAP : micros(local.toInstant(offsets.get(0)));
                assertThat(read(times, text)).as("%s %s", name, text).isEqualTo(expected);
                LocalDate date = local.toLocalDate();
                assertThat(read(times, date.toString()))
                        .as("%s start of %s", name, date)
                        .isEqualTo(micros(date.atStartOfDay(zone).toInstant()));
            }
        }
    }

    private static String micros(Instant instant) {
        return String.valueOf(Math.addExact(instant.getEpochSecond() * 1_000_000, instant.getNano() / 1000));
    }

    @Test
    void formsOfTimes() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        String eight = micros(Instant.parse("2026-01-31T00:00:00Z"));
        for (String same : List.of(
                "2026-01-31T08:00",
                "2026-01-31 08:00:00",
                "2026-01-31T08:00:00.000",
                "2026-01-31T00:00Z",
                "2026-01-31T08:00:00+08:00",
                "2026-01-31T08:00:00.000000000+0800",
                "2026-01-30T19:30:00-0430",
                "2026-01-31T08:00+08")) {
            assertThat(read(time(null, zone), same)).as(same).isEqualTo(eight);
        }
        for (String wrong : List.of(
                "2026-01-31T8:00",
                "2026-01-31T08",
                "2026-01-31T08:00:60",
                "2026-01-31T08:00:00.",
                "2026-01-31T08:00+8",
                "2026-01-31T08:00:00.0000001",
                "2026-01-31T08:00 +08:00",
                "2026-01-31T08:00+19:00",
                "2026-01-31T08:00:0",
                "2026-01-31T08:00Zz",
                "2026-01-31T08:60",
                "1769817600")) {
            assertThat(read(time(null, zone), wrong)).as(wrong).isEqualTo(ImportCode.NOT_TIME);
        }
        assertThat(read(time("yyMMdd HH:mm:ss", zone), "260131 08:00:00")).isEqualTo(eight);
        assertThat(read(time("yyyy-MM-dd HH:mm:ss", zone), "2026-01-31 08:00:00"))
                .isEqualTo(eight);
        assertThat(read(time("dd.MM.yyyy", zone), "31.01.2026"))
                .isEqualTo(micros(Instant.parse("2026-01-30T16:00:00Z")));
        assertThat(read(time("d/M/yyyy H:mm", zone), "31/1/2026 8:00")).isEqualTo(eight);
        assertThat(read(time("d/M/yyyy H:mm", zone), "31/2/2026 8:00")).isEqualTo(ImportCode.NOT_TIME);
        assertThat(read(time("MMM d, yyyy h:mm a", zone), "Jan 31, 2026 8:00 am"))
                .isEqualTo(eight);
        assertThat(read(new DateCell(Moments.of("yyMMdd HH:mm:ss")), "260131 08:00:00"))
                .isEqualTo(day("2026-01-31"));
    }

    /** Fixed patterns against the formatter, on texts with random mistakes. */
    @Test
    void fixedPatternsAreThoseOfTheFormatter() {
        for (String pattern : List.of("yyyyMMdd", "uuuu-MM-dd HH:mm:ss", "dd/MM/yyyy HH:mm", "yyyyMMddHHmmss.SSS")) {
            Moments fixed = Moments.of(pattern);
            assertThat(fixed).isInstanceOf(FixedMoments.class);
            Moments slow = new FormattedMoments(pattern);
            DateTimeFormatter writer = DateTimeFormatter.ofPattern(pattern);
            for (int seed = 0; seed < 3000; seed++) {
                Random random = new Random(seed);
                LocalDateTime time = LocalDateTime.of(1900, 1, 1, 0, 0).plusSeconds(random.nextLong(6_000_000_000L));
                StringBuilder text = new StringBuilder(writer.format(time));
                if (random.nextInt(2) == 0) {
                    text.setCharAt(random.nextInt(text.length()), "0123456789 -x".charAt(random.nextInt(13)));
                }
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                boolean right = slow.read(bytes, 0, bytes.length);
                assertThat(fixed.read(bytes, 0, bytes.length))
                        .as("%s by %s", text, pattern)
                        .isEqualTo(right);
                if (right) {
                    assertThat(fixed.day).isEqualTo(slow.day);
                    assertThat(fixed.micros).isEqualTo(slow.micros);
                }
            }
        }
    }

    private static TimeCell time(@Nullable String pattern, ZoneId zone) {
        return new TimeCell(Moments.of(pattern), zone, new ZoneDays(zone));
    }
}
