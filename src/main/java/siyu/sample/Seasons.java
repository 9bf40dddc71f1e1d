package siyu.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** When people buy: how busy each day of the three years is (weekends, months, promotions), and each hour. */
final class Seasons {
    private static final int[] MONTHS = {120, 85, 100, 98, 108, 122, 95, 96, 104, 110, 135, 128};
    private static final byte[] HOURS =
            Draw.wheel(1, 1, 1, 1, 1, 2, 5, 10, 14, 17, 19, 21, 24, 19, 17, 17, 18, 20, 25, 30, 33, 29, 17, 6);

    private final int firstDay;
    private final byte[] busy;

    /** Works out {@code days} days from {@code firstDay} (epoch day) on. */
    Seasons(int firstDay, int days) {
        this.firstDay = firstDay;
        this.busy = new byte[days];
        for (int i = 0; i < days; i++) {
            LocalDate date = LocalDate.ofEpochDay((long) firstDay + i);
            int weight = MONTHS[date.getMonthValue() - 1];
            if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
                weight = weight * 135 / 100;
            }
            busy[i] = (byte) Math.min(255, promotion(date) ? 255 : weight);
        }
    }

    /** The shopping festivals of 18 June and 11 November. */
    private static boolean promotion(LocalDate date) {
        return date.getMonthValue() == 6 && date.getDayOfMonth() == 18
                || date.getMonthValue() == 11 && date.getDayOfMonth() == 11;
    }

    /** A day from {@code from} to before {@code to}, busier ones more often. */
    int day(Draw draw, int from, int to) {
        int length = Math.max(1, to - from);
        int day = from;
        for (int tries = 0; tries < 6; tries++) {
            day = from + draw.below(length);
            if (draw.below(256) < (busy[day - firstDay] & 0xFF)) {
                break;
            }
        }
        return day;
    }

    /** A second of the day, in waking hours mostly. */
    static int second(Draw draw) {
        return draw.spin(HOURS) * 3600 + draw.below(3600);
    }

    /** The nearest 11 November before a day, when that is not before {@code earliest}. */
    static int towardsPromotion(int day, int earliest) {
        LocalDate date = LocalDate.ofEpochDay(day);
        LocalDate festival = LocalDate.of(date.getYear(), 11, 11);
        int promoted = (int) (festival.isAfter(date) ? festival.minusYears(1) : festival).toEpochDay();
        return promoted < earliest ? day : promoted;
    }
}
