package siyu.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fewest moves that bring the groups of a kind under their limits: each takes a member of a group with too many straight to one
 * with room, and of all ways of so few moves these have the least total distance.
 *
 * @param groups the open ones of the kind
 * @param limits how many members each may have
 * @param before how many it has
 * @param after how many it has after the moves; above the limit where room runs out
 * @param moves by customer
 * @param total distance of the moves that have one, decimetres
 * @param bound no other way of so few moves is shorter
 */
public record Rebalancing(
        GroupRules.Kind kind,
        List<Group> groups,
        int[] limits,
        int[] before,
        int[] after,
        List<Move> moves,
        long total,
        long bound) {
    /**
     * One customer who goes from one group to another.
     *
     * @param stay the membership that ends
     * @param to place among the groups
     * @param distance decimetres, -1 when it is not known
     */
    public record Move(Stay stay, int from, int to, long distance) {}

    /**
     * Works one kind out.
     *
     * @param index of the kind among those the facts were asked for
     * @param all every group, in order of numbers
     */
    public static Rebalancing of(
            int index, GroupRules.Kind kind, List<Group> all, Stays stays, Facts facts, int day, Planning planning) {
        List<Group> groups = new ArrayList<>();
        int[] place = new int[all.size()];
        Arrays.fill(place, -1);
        for (Group group : all) {
            if (group.kind().equals(kind.name()) && !group.closed()) {
                place[group.number()] = groups.size();
                groups.add(group);
            }
        }
        int[] limits = new int[groups.size()];
        int[] before = new int[groups.size()];
        for (int g = 0; g < limits.length; g++) {
            limits[g] = kind.limit(groups.get(g).capacity());
        }
        for (int row = 0; row < stays.size(); row++) {
            if (place[stays.group(row)] >= 0 && stays.holds(row, day)) {
                before[place[stays.group(row)]]++;
            }
        }
        List<Stay> his = new ArrayList<>();
        for (int row = 0; row < stays.size(); row++) {
            int group = place[stays.group(row)];
            boolean over = group >= 0 && stays.holds(row, day) && before[group] > limits[group];
            if (over && stays.customer(row) < facts.size()) {
                his.add(stays.get(row));
            }
        }
        return solve(index, kind, groups, place, limits, before, his, planning);
    }

    private static Rebalancing solve(
            int index,
            GroupRules.Kind kind,
            List<Group> groups,
            int[] place,
            int[] limits,
            int[] before,
            List<Stay> his,
            Planning planning) {
        int[] who = new int[his.size()];
        int[] own = new int[his.size()];
        for (int i = 0; i < who.length; i++) {
            who[i] = his.get(i).customer();
            own[i] = place[his.get(i).group()];
        }
        int[] room = new int[groups.size()];
        int[] seats = new int[groups.size()];
        for (int g = 0; g < seats.length; g++) {
            room[g] = Math.max(0, limits[g] - before[g]);
            seats[g] = before[g] > limits[g] ? limits[g] : room[g];
        }
        Places rooms = planning.places(index, kind, who, groups, room);
        Transport.Answer answer = Transport.solve(new Staying(rooms, own), seats);
        int[] after = before.clone();
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < who.length; i++) {
            int to = answer.group()[i];
            if (to != Transport.NOWHERE && to != own[i]) {
                after[own[i]]--;
                after[to]++;
                moves.add(new Move(his.get(i), own[i], to, rooms.located(i) ? answer.cost()[i] : -1));
            }
        }
        return new Rebalancing(kind, groups, limits, before, after, moves, answer.total(), answer.bound());
    }
}
