package siyu.group;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import siyu.rule.Expression;
import siyu.rule.Source;

/** {@code groups:} of a program: the kinds of groups there are. A customer is in at most one group of a kind. */
public record GroupRules(List<Kind> kinds) {
    public static final GroupRules NONE = new GroupRules(List.of());

    /** A condition as it was written. */
    public record Asked(Expression expression, Source source) {}

    /**
     * A live code of groups: who scans it is put into the first of its groups that has room. Groups name it themselves, with their
     * places in its order.
     *
     * @param when whom it is for; null for everybody who may be in a group of the kind
     */
    public record Code(String name, @Nullable Asked when) {}

    /** Which membership of a customer in several groups of one kind survives. */
    public enum Keep {
        /** The one he joined first. */
        EARLIEST,
        /** The one he joined last. */
        LATEST,
        /** The one that is nearest to him; those whose distance is not known come last, of equal ones the earliest is kept. */
        NEAREST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The rule of a word of the YAML, or null. */
        public static @Nullable Keep of(String word) {
            for (Keep keep : values()) {
                if (keep.word().equals(word)) {
                    return keep;
                }
            }
            return null;
        }
    }

    /**
     * A kind of groups.
     *
     * @param who may be put into one; null for everybody
     * @param located whose place may be used; null for everybody
     * @param fillTo how full groups are made, percent of their capacity, 1 to 100
     * @param reserve seats of each group that are kept free
     * @param radius no group farther away is offered, decimetres
     * @param byRegion whether those whose place is not known or may not be used are put into a group of their region
     * @param rejoinAfter days after which one who left a group of the kind is put into one again, -1 for never
     * @param codes live codes that fill groups of the kind, in the order of the file
     * @param schedule what they are sent
     */
    public record Kind(
            String name,
            @Nullable Asked who,
            @Nullable Asked located,
            int fillTo,
            int reserve,
            int radius,
            boolean byRegion,
            Keep keep,
            int rejoinAfter,
            List<Code> codes,
            Schedule schedule) {
        /** How many members a group of this capacity may have, sooner than it is full. */
        public int limit(int capacity) {
            return (int) Math.max(0, Math.min((long) capacity * fillTo / 100, (long) capacity - reserve));
        }

        /** The same for those whom a condition is for. */
        Kind who(@Nullable Asked other) {
            return new Kind(
                    name, other, located, fillTo, reserve, radius, byRegion, keep, rejoinAfter, codes, schedule);
        }
    }

    /** The kind of a name, or null. */
    public @Nullable Kind kind(String name) {
        for (Kind kind : kinds) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }
}
