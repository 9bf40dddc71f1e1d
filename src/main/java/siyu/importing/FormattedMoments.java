package siyu.importing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Any pattern of {@code DateTimeFormatter}, with English names; strict, so that 31 February is no date. Slow. */
final class FormattedMoments extends Moments {
    private final String pattern;
    private final DateTimeFormatter formatter;

    FormattedMoments(String pattern) {
        this.pattern = pattern;
        try {
            this.formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(prolepticYears(pattern))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw Cell.problem(
                            ImportCode.DATE_FORMAT_WRONG,
                            Cell.quote(pattern) + " is not a date format",
                            "formats are written as yyyy-MM-dd or dd/MM/yyyy HH:mm")
                    .failure();
        }
    }

    /** Strict reading of {@code y} asks for an era; {@code u} is the same year without one. Quoted text stays. */
    private static String prolepticYears(String pattern) {
        StringBuilder text = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (c == 'y' && !quoted) {
                text.setCharAt(i, 'u');
            }
        }
        return text.toString();
    }

    @Override
    String form() {
        return pattern;
    }

    @Override
    boolean read(byte[] bytes, int from, int to) {
        offset = LOCAL;
        micros = 0;
        try {
            TemporalAccessor parsed = formatter.parse(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            LocalDate date = parsed.query(TemporalQueries.localDate());
            timed = parsed.isSupported(ChronoField.NANO_OF_DAY);
            if (date == null || !date(date.getYear(), date.getMonthValue(), date.getDayOfMonth())) {
                return false;
            }
            if (timed) {
                micros = parsed.getLong(ChronoField.NANO_OF_DAY) / 1000;
            }
            if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
                offset = parsed.get(ChronoField.OFFSET_SECONDS);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
