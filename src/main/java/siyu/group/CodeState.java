package siyu.group;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a live code of groups stands, and until when its groups last.
 *
 * @param joined memberships of its groups that began in the last {@code days} days
 * @param left those that ended in them
 * @param days how far back is looked, but not before the first one joined; at least 1
 */
public record CodeState(String code, Filling filling, LocalDate today, long joined, long left, int days) {
    /**
     * @param all every group, in order of numbers
     * @param standing of the end of the day, and since {@code days} days
     * @param day epoch day
     * @param days how far back to look, at least 1
     */
    public static CodeState of(
            GroupRules.Kind kind, String code, List<Group> all, GroupStore.Standing standing, int day, int days) {
        Filling filling = new Filling(kind, code, all, standing.members());
        long joined = 0;
        long left = 0;
        int first = day;
        for (Group group : filling.groups()) {
            joined += standing.joined()[group.number()];
            left += standing.left()[group.number()];
            first = Math.min(first, standing.first()[group.number()]);
        }
        return new CodeState(
                code, filling, LocalDate.ofEpochDay(day), joined, left, (int) Math.min(days, (long) day - first + 1));
    }

    /** The same after some more have been put into its groups today. */
    public CodeState after(long more) {
        return new CodeState(code, filling, today, joined + more, left, days);
    }

    /** How many join a day, rounded to hundredths. */
    public BigDecimal perDay() {
        return BigDecimal.valueOf(joined).divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_EVEN);
    }

    /** The first day that needs more seats than there are, when as many join as in the days looked at; null for none to foresee. */
    public @Nullable LocalDate runsOut() {
        return Filling.runsOut(today, filling.seats(), joined, days);
    }
}
