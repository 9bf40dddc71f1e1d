package siyu.staff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Working hours: the same on some days of the week, in the program's zone.
 *
 * @param days bit 0 is Monday; at least one
 * @param from minute of the day, inclusive
 * @param until minute of the day, exclusive; after {@code from}, at most 1440
 */
public record Hours(int days, int from, int until) {
    private static final int EVERY_DAY = 0b1111111;
    private static final int DAY = 24 * 60;

    /** Reads {@code 09:00-18:00} (every day), {@code 1-5 09:00-18:00} (Monday to Friday) or {@code 1,3 09:00-12:00}; null for else. */
    public static @Nullable Hours of(String text) {
        int space = text.indexOf(' ');
        int days = space < 0 ? EVERY_DAY : days(text.substring(0, space));
        String[] ends = text.substring(space + 1).split("-", -1);
        if (days <= 0 || ends.length != 2) {
            return null;
        }
        int from = minute(ends[0]);
        int until = minute(ends[1]);
        return from < 0 || until <= from ? null : new Hours(days, from, until);
    }

    private static int days(String text) {
        int days = 0;
        for (String part : text.split(",", -1)) {
            if (!part.matches("[1-7](-[1-7])?")) {
                return -1;
            }
            int first = part.charAt(0) - '0';
            int last = part.charAt(part.length() - 1) - '0';
            for (int day = first; day <= last; day++) {
                days |= 1 << day - 1;
            }
            if (last < first) {
                return -1;
            }
        }
        return days;
    }

    private static int minute(String text) {
        if (!text.matches("[0-2][0-9]:[0-5][0-9]")) {
            return -1;
        }
        int minute = Integer.parseInt(text, 0, 2, 10) * 60 + Integer.parseInt(text, 3, 5, 10);
        return minute > DAY ? -1 : minute;
    }

    private boolean on(DayOfWeek day) {
        return (days >> day.getValue() - 1 & 1) != 0;
    }

    /** Whether somebody with these hours works at a moment. */
    public boolean open(LocalDateTime at) {
        int minute = at.getHour() * 60 + at.getMinute();
        return on(at.getDayOfWeek()) && minute >= from && minute < until;
    }

    /** The first moment from this one on that is within the hours. */
    public LocalDateTime next(LocalDateTime at) {
        if (open(at)) {
            return at;
        }
        for (LocalDate day = at.toLocalDate(); ; day = day.plusDays(1)) {
            LocalDateTime opening = day.atTime(LocalTime.of(from / 60, from % 60));
            if (on(day.getDayOfWeek()) && opening.isAfter(at)) {
                return opening;
            }
        }
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int day = 1; days != EVERY_DAY && day <= 7; day++) {
            int last = day;
            while (last < 7 && (days >> last & 1) != 0) {
                last++;
            }
            if ((days >> day - 1 & 1) != 0) {
                text.append(text.isEmpty() ? "" : ",").append(day).append(last > day ? "-" + last : "");
                day = last;
            }
        }
        return text + (text.isEmpty() ? "" : " ") + clock(from) + "-" + clock(until);
    }

    private static String clock(int minute) {
        return (minute / 60 < 10 ? "0" : "") + minute / 60 + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
    }
}
