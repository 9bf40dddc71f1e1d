package siyu.out;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Values as programs read them: numbers exact, dates ISO, times ISO with the zone's offset. Writes without objects per value. */
final class Data {
    private static final int SECONDS_OF_DAY = 86_400;

    private final ZoneRules rules;

    Data(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** A value that is not text, without quotes. */
    void bare(Object value, Utf8Out out) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            out.put(((Number) value).longValue());
        } else if (value instanceof BigDecimal money) {
            out.put(money.toPlainString());
        } else if (value instanceof Double || value instanceof Float) {
            out.put(Numbers.exact(((Number) value).doubleValue()));
        } else if (value instanceof LocalDate date) {
            date(date, out);
        } else if (value instanceof Instant time) {
            time(time, out);
        } else {
            out.put(value.toString());
        }
    }

    private static void date(LocalDate date, Utf8Out out) {
        int year = date.getYear();
        if (year < 0 || year > 9999) {
            out.put(date.toString());
            return;
        }
        out.padded(year, 4);
        out.put('-').padded(date.getMonthValue(), 2);
        out.put('-').padded(date.getDayOfMonth(), 2);
    }

    private void time(Instant time, Utf8Out out) {
        int offset = local(time, 'T', true, out);
        if (offset == 0) {
            out.put('Z');
            return;
        }
        int size = Math.abs(offset);
        out.put(offset < 0 ? '-' : '+').padded(size / 3600, 2);
        out.put(':').padded(size / 60 % 60, 2);
        if (size % 60 != 0) {
            out.put(':').padded(size % 60, 2);
        }
    }

    /** Date and time of day in the zone; returns the zone's offset in seconds. */
    int local(Instant time, char separator, boolean fraction, Utf8Out out) {
        int offset = rules.getOffset(time).getTotalSeconds();
        long second = time.getEpochSecond() + offset;
        date(LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_OF_DAY)), out);
        int ofDay = Math.floorMod(second, SECONDS_OF_DAY);
        out.put(separator).padded(ofDay / 3600, 2);
        out.put(':').padded(ofDay / 60 % 60, 2);
        out.put(':').padded(ofDay % 60, 2);
        int micros = time.getNano() / 1000;
        if (fraction && micros != 0) {
            out.put('.');
            if (micros % 1000 == 0) {
                out.padded(micros / 1000, 3);
            } else {
                out.padded(micros, 6);
            }
        }
        return offset;
    }
}
