package siyu.points;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** What follows from a day by the calendar, worked out once for days that come again and again. For one thread. */
final class DayTable {
    private static final int SLOTS = 2048;

    private final IntUnaryOperator calendar;
    private final int[] days = new int[SLOTS];
    private final int[] results = new int[SLOTS];

    DayTable(IntUnaryOperator calendar) {
        this.calendar = calendar;
        Arrays.fill(days, Integer.MIN_VALUE);
    }

    int of(int day) {
        int slot = day & (SLOTS - 1);
        if (days[slot] != day) {
            results[slot] = calendar.applyAsInt(day);
            days[slot] = day;
        }
        return results[slot];
    }
}
