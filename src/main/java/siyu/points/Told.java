package siyu.points;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Entries and dates in words, for those that read what a verification found. */
final class Told {
    private Told() {}

    static String day(int day) {
        return day == Entries.NEVER ? "never" : LocalDate.ofEpochDay(day).toString();
    }

    static String moment(long micros) {
        return micros == Long.MIN_VALUE
                ? "the beginning"
                : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    static String kind(int kind) {
        return kind < 0 || kind >= Kind.values().length
                ? "kind " + kind
                : Kind.of(kind).word();
    }

    static String entry(Entries all, int row) {
        StringBuilder told = new StringBuilder(kind(all.kind[row]))
                .append(' ')
                .append(all.points[row])
                .append(all.lot[row] == Entries.DEBT ? " debt" : " lot " + all.lot[row])
                .append(" at ")
                .append(moment(all.effective[row]));
        if (all.opens(row)) {
            told.append(" from ").append(day(all.from[row])).append(" until ").append(day(all.until[row]));
        }
        if (all.rule[row] != 0) {
            told.append(" rule ").append(all.rule[row]);
        }
        if (all.event.end(row) > all.event.start(row)) {
            told.append(" event ").append(all.event.get(row));
        }
        if (all.operation[row] != 0) {
            told.append(" operation ").append(all.operation[row]);
        }
        return told.toString();
    }

    /** Whether two entries say the same. */
    static boolean same(Entries a, int i, Entries b, int j) {
        return a.customer[i] == b.customer[j]
                && a.number[i] == b.number[j]
                && a.kind[i] == b.kind[j]
                && a.points[i] == b.points[j]
                && a.lot[i] == b.lot[j]
                && a.effective[i] == b.effective[j]
                && a.origin[i] == b.origin[j]
                && a.from[i] == b.from[j]
                && a.until[i] == b.until[j]
                && a.rule[i] == b.rule[j]
                && a.operation[i] == b.operation[j]
                && a.posting[i] == b.posting[j]
                && a.event.compare(i, b.event, j) == 0;
    }
}
