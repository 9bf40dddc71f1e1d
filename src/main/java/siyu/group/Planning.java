package siyu.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.customer.Parallel;

/** Decides who is put into which group of a kind: who is in one stays, the others are placed at the least total cost. */
public final class Planning {
    private static final int CHUNK = 4096;

    /** Hears how many of those who do not find room next to them have been placed. */
    @FunctionalInterface
    public interface Watch {
        Watch NOBODY = (done, total) -> {};

        /** So many of all. */
        void at(long done, long total);
    }

    private final Facts facts;
    private final List<Group> all;
    private final Stays stays;
    private final int day;
    private final Map<String, Integer> regions;

    /**
     * @param all every group, in order of numbers
     * @param regions as the facts were asked with
     * @param day of the as-of
     */
    public Planning(Facts facts, List<Group> all, Stays stays, int day, Map<String, Integer> regions) {
        this.facts = facts;
        this.all = all;
        this.stays = stays;
        this.day = day;
        this.regions = regions;
    }

    /** Numbers for the regions of groups, in order of appearance. */
    public static Map<String, Integer> regions(List<Group> groups) {
        Map<String, Integer> regions = new LinkedHashMap<>();
        for (Group group : groups) {
            if (group.region() != null) {
                regions.putIfAbsent(group.region(), regions.size());
            }
        }
        return regions;
    }

    /**
     * Plans one kind.
     *
     * @param index of the kind among those the facts were asked for
     * @param costs what to go by instead of distances, or null
     * @param optimal whether a large problem too is solved to its end
     * @param watch hears how far it is
     */
    public GroupPlan plan(int index, GroupRules.Kind kind, @Nullable CostTable costs, boolean optimal, Watch watch) {
        List<Group> groups = new ArrayList<>();
        int[] place = new int[all.size()];
        Arrays.fill(place, -1);
        boolean[] ofKind = new boolean[all.size()];
        for (Group group : all) {
            ofKind[group.number()] = group.kind().equals(kind.name());
            if (ofKind[group.number()] && !group.closed()) {
                place[group.number()] = groups.size();
                groups.add(group);
            }
        }
        int size = facts.size();
        byte[] why = new byte[size];
        int[] where = new int[size];
        Arrays.fill(where, -1);
        int[] members = new int[groups.size()];
        int[] limits = new int[groups.size()];
        int[] seats = new int[groups.size()];
        stand(kind, ofKind, place, why, where, members);
        for (int g = 0; g < groups.size(); g++) {
            limits[g] = kind.limit(groups.get(g).capacity());
            seats[g] = Math.max(0, limits[g] - members[g]);
        }
        int[] who = candidates(index, why);
        Offers offers = costs == null ? places(index, kind, who, groups, seats) : costs.offers(who, groups, seats);
        Transport.Answer answer = Transport.solve(offers, seats, optimal, watch::at);
        long[] cost = new long[size];
        Arrays.fill(cost, -1);
        for (int i = 0; i < who.length; i++) {
            int customer = who[i];
            if (answer.group()[i] == Transport.NOWHERE) {
                continue;
            }
            why[customer] = (byte) Why.PLACED.number();
            where[customer] = answer.group()[i];
            cost[customer] = costs != null || facts.located(index, customer) ? answer.cost()[i] : -1;
        }
        int[] every = new int[groups.size()];
        Arrays.fill(every, 1);
        Offers reach = costs == null ? places(index, kind, who, groups, every) : costs.offers(who, groups, every);
        long nearest = explain(index, kind, costs != null, who, answer, reach, why);
        return new GroupPlan(
                kind, groups, members, limits, day, why, where, cost, answer.total(), answer.bound(), nearest);
    }

    /** Who is in a group already, or left one. */
    private void stand(GroupRules.Kind kind, boolean[] ofKind, int[] place, byte[] why, int[] where, int[] members) {
        for (int row = 0; row < stays.size(); row++) {
            int customer = stays.customer(row);
            int group = stays.group(row);
            if (!ofKind[group] || stays.joined(row) > day) {
                continue;
            }
            if (stays.holds(row, day)) {
                why[customer] = (byte) Why.STAYS.number();
                if (place[group] >= 0) {
                    members[place[group]]++;
                    where[customer] = place[group];
                }
            } else if (why[customer] != Why.STAYS.number()
                    && (kind.rejoinAfter() < 0 || (long) stays.left(row) + kind.rejoinAfter() > day)) {
                why[customer] = (byte) Why.LEFT.number();
            }
        }
    }

    /** Those to be placed; says of the others why not. */
    private int[] candidates(int index, byte[] why) {
        int[] who = new int[why.length];
        int count = 0;
        for (int i = 0; i < why.length; i++) {
            Facts.May may = facts.may(index, i);
            if (may == Facts.May.ABSENT) {
                why[i] = (byte) Why.ABSENT.number();
            } else if (why[i] != Why.STAYS.number() && may == Facts.May.NO) {
                why[i] = (byte) Why.NOT_ELIGIBLE.number();
            } else if (why[i] != Why.STAYS.number() && may == Facts.May.UNKNOWN) {
                why[i] = (byte) Why.UNDECIDED.number();
            } else if (why[i] != Why.STAYS.number() && why[i] != Why.LEFT.number()) {
                who[count++] = i;
            }
        }
        return Arrays.copyOf(who, count);
    }

    Places places(int index, GroupRules.Kind kind, int[] who, List<Group> groups, int[] seats) {
        Places.Points customers = Places.Points.of(who.length);
        Parallel.each((who.length + CHUNK - 1) / CHUNK, () -> chunk -> {
            for (int i = chunk * CHUNK; i < Math.min(who.length, (chunk + 1) * CHUNK); i++) {
                if (facts.located(index, who[i])) {
                    customers.set(i, facts.latitude(who[i]), facts.longitude(who[i]));
                } else if (kind.byRegion()) {
                    customers.region()[i] = Math.max(Places.NOWHERE, facts.region(who[i]));
                }
            }
        });
        return new Places(customers, points(groups), seats, kind.radius(), regions.size());
    }

    private Places.Points points(List<Group> groups) {
        Places.Points points = Places.Points.of(groups.size());
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            if (group.latitude() != null && group.longitude() != null) {
                points.set(g, group.latitude(), group.longitude());
            }
            if (group.region() != null) {
                points.region()[g] = regions.getOrDefault(group.region(), Places.NOWHERE);
            }
        }
        return points;
    }

    /** Says why each one left over is, and counts those who have no nearer group; {@code reach} knows no seats. */
    private long explain(
            int index,
            GroupRules.Kind kind,
            boolean table,
            int[] who,
            Transport.Answer answer,
            Offers reach,
            byte[] why) {
        Prices none = new Prices(reach.groups());
        reach.follow(none);
        int chunks = (who.length + CHUNK - 1) / CHUNK;
        long[] nearest = new long[chunks];
        Parallel.each(chunks, () -> {
            Offers.Finder finder = reach.finder();
            return chunk -> {
                for (int i = chunk * CHUNK; i < Math.min(who.length, (chunk + 1) * CHUNK); i++) {
                    boolean by = table || facts.located(index, who[i]);
                    if (answer.group()[i] != Transport.NOWHERE && !by) {
                        continue;
                    }
                    int next = finder.nearest(i, none);
                    if (answer.group()[i] != Transport.NOWHERE) {
                        nearest[chunk] += finder.cost[0] == answer.cost()[i] ? 1 : 0;
                    } else {
                        why[who[i]] = (byte)
                                reason(index, kind, table, who[i], next >= 0).number();
                    }
                }
            };
        });
        return Arrays.stream(nearest).sum();
    }

    private Why reason(int index, GroupRules.Kind kind, boolean table, int customer, boolean within) {
        if (within) {
            return Why.FULL;
        }
        if (table) {
            return Why.NO_COST;
        }
        if (facts.located(index, customer)) {
            return Why.TOO_FAR;
        }
        return !kind.byRegion() || facts.region(customer) == Places.NOWHERE ? Why.NO_PLACE : Why.NO_GROUP_IN_REGION;
    }
}
