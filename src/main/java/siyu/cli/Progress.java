package siyu.cli;

import java.time.Clock;
import siyu.core.Watch;

/**
 * How far a long piece of work is: one line on stderr, only when that is a terminal and without {@code -q}; redrawn at most ten
 * times a second and erased at the end. Work that is done within a third of a second shows nothing. Safe for several threads.
 */
public final class Progress implements Watch {
    /** What the numbers count. */
    public enum Unit {
        BYTES,
        ROWS
    }

    private static final long FIRST_MILLIS = 300;
    private static final long EVERY_MILLIS = 100;
    private static final String ERASE = "\r\u001b[2K";
    private static final int BAR = 20;

    private final Io io;
    private final Clock clock;
    private final String what;
    private final Unit unit;
    private final boolean shown;
    private final long start;
    private long drawn;
    private boolean dirty;

    private Progress(Io io, boolean shown, String what, Unit unit) {
        this.io = io;
        this.clock = io.clock();
        this.what = what;
        this.unit = unit;
        this.shown = shown;
        this.start = clock.millis();
        this.drawn = start + FIRST_MILLIS - EVERY_MILLIS;
    }

    /** @param what a few words, {@code importing customers} */
    public static Progress of(Call call, String what, Unit unit) {
        Io io = call.io();
        boolean shown = io.terminal().err()
                && !call.value(Common.QUIET)
                && !"dumb".equals(io.environment().get("TERM"));
        return new Progress(io, shown, what, unit);
    }

    @Override
    public void at(long done, long total) {
        if (!shown) {
            return;
        }
        synchronized (this) {
            // Of two threads neither may be left out for having looked at the clock first.
            long now = clock.millis();
            if (now - drawn < EVERY_MILLIS) {
                return;
            }
            drawn = now;
            dirty = true;
            io.err().print(ERASE + line(done, total, now - start));
            io.err().flush();
        }
    }

    /** Erases the line. */
    @Override
    public synchronized void close() {
        if (dirty) {
            dirty = false;
            io.err().print(ERASE);
            io.err().flush();
        }
    }

    private String line(long done, long total, long millis) {
        StringBuilder line = new StringBuilder(what).append("  ");
        long rate = millis <= 0 ? 0 : (long) (done * 1000.0 / millis);
        if (total > 0) {
            long part = Math.min(done, total);
            int filled = (int) (part * (double) BAR / total);
            line.append('[')
                    .append("#".repeat(filled))
                    .append("-".repeat(BAR - filled))
                    .append("]  ");
            line.append((long) (part * 100.0 / total)).append("%  ");
            line.append(amount(done)).append(" of ").append(amount(total));
        } else {
            line.append(amount(done));
        }
        line.append("  ").append(amount(rate)).append("/s");
        if (total > done && rate > 0) {
            long seconds = (total - done) / rate;
            line.append("  ").append(seconds / 60).append(seconds % 60 < 10 ? ":0" : ":");
            line.append(seconds % 60).append(" left");
        }
        int width = io.terminal().width();
        return line.length() >= width ? line.substring(0, Math.max(0, width - 1)) : line.toString();
    }

    private String amount(long number) {
        if (unit == Unit.ROWS) {
            return grouped(number);
        }
        if (number < 1_000_000) {
            return number / 1000 + " kB";
        }
        return number < 1_000_000_000
                ? number / 1_000_000 + " MB"
                : number / 1_000_000_000 + "." + number / 100_000_000 % 10 + " GB";
    }

    private static String grouped(long number) {
        StringBuilder digits = new StringBuilder(String.valueOf(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
