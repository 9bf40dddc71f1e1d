package siyu.level;

import java.util.List;

/**
 * The level that a customer has on a day: the higher of the one by growth and of those he bought.
 *
 * @param place on the ladder in force
 * @param bought whether only a membership brings it
 * @param until the last day of the membership that brings it, otherwise {@link Standing#NONE}
 */
public record Held(int place, boolean bought, int until) {
    public static Held of(Ladder ladder, Standing standing, List<Membership> memberships, int day) {
        Held best = new Held(Math.max(0, standing.place(ladder)), false, Standing.NONE);
        for (Membership each : memberships) {
            int place = each.holds(day) ? ladder.place(each.level()) : -1;
            if (place > best.place) {
                best = new Held(place, true, each.last());
            }
        }
        return best;
    }
}
