package siyu.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Type;

/** Writes the values of one column in the form {@link Cell}s read. */
final class FieldWriter {
    private static final long DAY_SECONDS = 86_400;
    private static final int DAYS = (int) LocalDate.of(2100, 1, 1).toEpochDay();
    private static final int NOT_ASKED = Integer.MIN_VALUE;
    private static final int CHANGES = Integer.MIN_VALUE + 1;

    private final Type type;
    private final int decimals;
    private final ZoneId zone;
    private final boolean json;
    private final long unit;
    private final byte[][] words;

    /** Seconds east of Greenwich by day of UTC from 1970, asked once; {@link #CHANGES} on a day with a change. */
    private final int[] offsets;

    private int offset;

    private FieldWriter(Type type, int decimals, ZoneId zone, boolean json) {
        this.type = type;
        this.decimals = decimals;
        this.zone = zone;
        this.json = json;
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        this.unit = power;
        this.offsets = new int[type.kind() == Type.Kind.TIME ? DAYS : 0];
        Arrays.fill(offsets, NOT_ASKED);
        this.words = new byte[type.words().size()][];
        for (int i = 0; i < words.length; i++) {
            String word = type.words().get(i);
            words[i] = json ? TextOut.jsonText(word) : TextOut.csvText(word);
        }
    }

    static FieldWriter of(Type type, int decimals, ZoneId zone, boolean json) {
        return new FieldWriter(type, decimals, zone, json);
    }

    /** Writes a known value. */
    void write(Column column, int row, TextOut out) {
        switch (type.kind()) {
            case BOOLEAN -> out.ascii(column.longs[row] != 0 ? "true" : "false");
            case INTEGER -> out.number(column.longs[row]);
            case DECIMAL -> out.ascii(Double.toString(column.doubles[row]));
            case MONEY -> money(column.longs[row], out);
            case TEXT -> text(column.dictionary, (int) column.longs[row], out);
            case WORD -> out.put(words[(int) column.longs[row]]);
            case DATE -> {
                quote(out);
                date(column.longs[row], out);
                quote(out);
            }
            case TIME -> {
                quote(out);
                time(column.longs[row], out);
                quote(out);
            }
        }
    }

    private void quote(TextOut out) {
        if (json) {
            out.put('"');
        }
    }

    void text(Texts texts, int index, TextOut out) {
        if (json) {
            out.json(texts.bytes(), texts.start(index), texts.end(index));
        } else {
            out.csv(texts.bytes(), texts.start(index), texts.end(index));
        }
    }

    private void money(long minor, TextOut out) {
        if (minor < 0) {
            out.put('-');
        }
        // Quotient and remainder first: the least long cannot be negated, its parts can.
        out.number(Math.abs(minor / unit));
        if (decimals > 0) {
            out.put('.');
            out.padded(Math.abs(minor % unit), decimals);
        }
    }

    private static void date(long day, TextOut out) {
        // Days since 0000-03-01, in cycles of 400 years; valid for years 0 to 9999.
        long days = day + 719468;
        long cycle = days / 146097;
        long ofCycle = days % 146097;
        long yearOfCycle = (ofCycle - ofCycle / 1460 + ofCycle / 36524 - ofCycle / 146096) / 365;
        long ofYear = ofCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
        long fromMarch = (5 * ofYear + 2) / 153;
        long month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        out.padded(cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), 4);
        out.put('-');
        out.padded(month, 2);
        out.put('-');
        out.padded(ofYear - (153 * fromMarch + 2) / 5 + 1, 2);
    }

    /** With the zone's offset at that time, so that no local time is left in doubt. */
    private void time(long micros, TextOut out) {
        long seconds = Math.floorDiv(micros, 1_000_000L);
        long fraction = Math.floorMod(micros, 1_000_000L);
        offset = offset(seconds);
        long local = seconds + offset;
        long day = Math.floorDiv(local, DAY_SECONDS);
        long ofDay = Math.floorMod(local, DAY_SECONDS);
        if (offset % 60 != 0 || day < LocalDate.of(1, 1, 1).toEpochDay()) {
            // Offsets before standard time had seconds, which the form of an offset does not.
            out.ascii(Instant.ofEpochSecond(seconds, fraction * 1000).toString());
            return;
        }
        date(day, out);
        out.put('T');
        out.padded(ofDay / 3600, 2);
        out.put(':');
        out.padded(ofDay / 60 % 60, 2);
        out.put(':');
        out.padded(ofDay % 60, 2);
        if (fraction != 0) {
            out.put('.');
            out.padded(fraction, 6);
        }
        if (offset == 0) {
            out.put('Z');
            return;
        }
        out.put(offset < 0 ? '-' : '+');
        out.padded(Math.abs(offset) / 3600, 2);
        out.put(':');
        out.padded(Math.abs(offset) / 60 % 60, 2);
    }

    private int offset(long seconds) {
        long day = Math.floorDiv(seconds, DAY_SECONDS);
        if (day < 0 || day >= DAYS) {
            return offsetAt(seconds);
        }
        if (offsets[(int) day] == NOT_ASKED) {
            int first = offsetAt(day * DAY_SECONDS);
            ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.ofEpochSecond(day * DAY_SECONDS));
            boolean same = next == null || next.toEpochSecond() >= (day + 1) * DAY_SECONDS;
            offsets[(int) day] = same ? first : CHANGES;
        }
        int known = offsets[(int) day];
        return known == CHANGES ? offsetAt(seconds) : known;
    }

    private int offsetAt(long seconds) {
        return zone.getRules().getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    }
}
