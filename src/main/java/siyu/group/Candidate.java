package siyu.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group that a customer could be in, and what became of that.
 *
 * @param distance decimetres, null when it is not known
 * @param room seats up to the limit that the plan leaves free; null when the group is closed
 */
public record Candidate(
        Group group, @Nullable Integer distance, @Nullable Integer room, Verdict verdict) {
    /** What excludes a group, or does not. */
    public enum Verdict {
        IN_IT("is in it"),
        CHOSEN("chosen"),
        CLOSED("closed"),
        NO_PLACE("place unknown"),
        OTHER_REGION("other region"),
        TOO_FAR("too far"),
        FULL("full"),
        /** Its live code fills groups of another kind. */
        OTHER_KIND("other kind"),
        /** It has room, and its live code fills another one before. */
        LATER("later"),
        /** It has room and is within reach; the plan as a whole has him elsewhere. */
        POSSIBLE("possible");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** For people and JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * The groups of a kind for one customer: nearest first, then those at no known distance.
     *
     * @param index of the kind among those the facts were asked for
     * @param all every group
     * @param most how many, beside the one he is in or gets
     */
    public static List<Candidate> of(GroupPlan plan, int index, Facts facts, List<Group> all, int customer, int most) {
        int[] taken = plan.members().clone();
        for (int i = 0; i < plan.why().length; i++) {
            if (plan.why()[i] == Why.PLACED.number()) {
                taken[plan.group()[i]]++;
            }
        }
        boolean located = facts.located(index, customer);
        int his = plan.group()[customer];
        List<Candidate> found = new ArrayList<>();
        for (Group group : all) {
            if (!group.kind().equals(plan.kind().name())) {
                continue;
            }
            int place = plan.groups().indexOf(group);
            Integer distance = located && group.latitude() != null && group.longitude() != null
                    ? Sphere.between(
                            facts.latitude(customer), facts.longitude(customer), group.latitude(), group.longitude())
                    : null;
            Integer room = place < 0 ? null : (Integer) Math.max(0, plan.limits()[place] - taken[place]);
            Verdict verdict = place >= 0 && place == his
                    ? plan.why(customer) == Why.STAYS ? Verdict.IN_IT : Verdict.CHOSEN
                    : verdict(plan.kind(), facts, customer, group, located, distance, room);
            found.add(new Candidate(group, distance, room, verdict));
        }
        found.sort(Comparator.comparingInt((Candidate each) -> order(each.verdict()))
                .thenComparingInt(each -> each.distance() == null ? Integer.MAX_VALUE : each.distance())
                .thenComparingInt(each -> each.group().number()));
        return List.copyOf(found.subList(0, Math.min(found.size(), most)));
    }

    private static int order(Verdict verdict) {
        return switch (verdict) {
            case IN_IT, CHOSEN -> 0;
            case NO_PLACE, OTHER_REGION -> 2;
            default -> 1;
        };
    }

    private static Verdict verdict(
            GroupRules.Kind kind,
            Facts facts,
            int customer,
            Group group,
            boolean located,
            @Nullable Integer distance,
            @Nullable Integer room) {
        if (group.closed() || room == null) {
            return Verdict.CLOSED;
        }
        if (located) {
            if (distance == null) {
                return Verdict.NO_PLACE;
            }
            if (distance > kind.radius()) {
                return Verdict.TOO_FAR;
            }
        } else if (!kind.byRegion() || !facts.sameRegion(customer, group)) {
            return Verdict.OTHER_REGION;
        }
        return room == 0 ? Verdict.FULL : Verdict.POSSIBLE;
    }
}
