package siyu.group;

import java.util.List;

/**
 * Who joined and left some groups in the periods of a time, and how soon newcomers left again. Days are epoch days.
 *
 * @param lasts the last day of each period, ascending
 * @param joined by group and period, memberships that began in it
 * @param left those that ended in it
 * @param members those there are when its last day ends
 * @param seen by {@link #WITHIN}, group and period: of those that began in it, the ones that many days of which are known
 * @param soon those of them that ended within these days
 */
public record Life(int[] lasts, long[][] joined, long[][] left, long[][] members, long[][][] seen, long[][][] soon) {
    /** How soon somebody leaves, days after joining. */
    public static final List<Integer> WITHIN = List.of(7, 30);

    /**
     * @param place by number of a group, where it is counted; -1 for not at all
     * @param places how many there are
     * @param firsts the first day of each period; the second begins after the first ends, and so on
     * @param lasts the last day of each
     * @param today what happened after this day is not known yet
     */
    public static Life of(Stays stays, int[] place, int places, int[] firsts, int[] lasts, int today) {
        int periods = firsts.length;
        Life life = new Life(
                lasts.clone(),
                new long[places][periods],
                new long[places][periods],
                new long[places][periods],
                new long[WITHIN.size()][places][periods],
                new long[WITHIN.size()][places][periods]);
        for (int row = 0; row < stays.size(); row++) {
            int at = place[stays.group(row)];
            int began = stays.joined(row);
            if (at < 0 || began > today) {
                continue;
            }
            int end = stays.left(row);
            int in = period(firsts, lasts, began);
            if (in >= 0) {
                life.joined[at][in]++;
                for (int k = 0; k < WITHIN.size(); k++) {
                    if (began + WITHIN.get(k) <= today) {
                        life.seen[k][at][in]++;
                        life.soon[k][at][in] += end - (long) began <= WITHIN.get(k) ? 1 : 0;
                    }
                }
            }
            int out = end > today ? -1 : period(firsts, lasts, end);
            if (out >= 0) {
                life.left[at][out]++;
            }
            for (int period = 0; period < periods; period++) {
                life.members[at][period] += began <= lasts[period] && lasts[period] < end ? 1 : 0;
            }
        }
        return life;
    }

    /** The period of a day, -1 for none. */
    private static int period(int[] firsts, int[] lasts, int day) {
        int at = java.util.Arrays.binarySearch(firsts, day);
        int period = at >= 0 ? at : -at - 2;
        return period >= 0 && day <= lasts[period] ? period : -1;
    }
}
