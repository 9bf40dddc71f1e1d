package siyu.points;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why one customer gets what a run would give or take, or nothing: a line for everything that was looked at, in the order in which
 * it was decided. The points of all lines are what his balance would change by. For one customer and one thread.
 */
public final class Why {
    /** What came of one thing. */
    public enum Reason {
        EARNED("earned"),
        LATE("earned, dated after the closed period"),
        CAPPED("cap reached"),
        OVER_BUDGET("budget used up"),
        NOT_TRUE("condition not true"),
        UNKNOWN("condition unknown"),
        NOTHING("less than a point"),
        NO_RULE("no rule for it"),
        BEFORE("earned before"),
        CONSIDERED("considered before, earned nothing"),
        LATER("after the as-of"),
        WAITS("not considered yet"),
        ABSENT("not registered yet"),
        TAKEN_BACK("takes back"),
        NO_REF("names no event"),
        NO_EVENT("its event is not there"),
        UNEARNED("its event earned nothing"),
        TOO_MUCH("more refunded than paid"),
        SPENT("points are spent"),
        REFUNDED("took back before"),
        OPENS("opens a lot"),
        TAKES("taken from the lot"),
        GIVES("back to the lot"),
        OWED("owed"),
        SETTLED("off the debt"),
        ENDED("last day is over"),
        LASTS("last day has not come"),
        NEVER("has no last day"),
        EMPTY("nothing left"),
        REACHED("reached"),
        RECORDED("recorded before"),
        GIVEN("given"),
        NOT_OF_LEVEL("level does not bring it"),
        USED("had it all in the period"),
        OUT("stock or budget used up");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** In words, which scripts may rely on. */
        public String words() {
            return words;
        }
    }

    /**
     * One of them.
     *
     * @param at when it happened, microseconds
     * @param what the kind of event, entry, task, …
     * @param about the event, or the period
     * @param rule empty for none
     * @param points of the entry that would be written; 0 for none
     * @param missing points that were not given
     * @param lot 0 for none
     * @param from first day of use, 0 when it opens no lot
     * @param until last day of use, 0 when it is about no lot
     * @param entry number of the entry, 0 for none
     * @param posting that recorded it before; 0 for what would be recorded now
     */
    public record Line(
            long at,
            String what,
            String about,
            String rule,
            Reason reason,
            long points,
            long missing,
            int lot,
            int from,
            int until,
            int entry,
            int posting) {}

    private final List<Line> lines = new ArrayList<>();
    private final RuleNumbers rules;
    private long at;
    private String what = "";
    private String about = "";
    private final BitSet told = new BitSet();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** @param rules with what entries know rules by */
    public Why(RuleNumbers rules) {
        this.rules = rules;
    }

    /** The entries that were written for one customer. */
    public static Why written(RuleNumbers rules, Entries entries) {
        Why why = new Why(rules);
        if (entries.size() > 0) {
            why.written(entries, entries.customer[0]);
        }
        return why;
    }

    /** The entries of an operation that was done before. */
    public static Why recorded(RuleNumbers rules, Entries entries, Operation operation) {
        Why why = new Why(rules);
        for (int row = 0; row < entries.size(); row++) {
            if (entries.operation[row] == operation.number()) {
                why.about(entries.effective[row], Kind.of(entries.kind[row]).word(), entries.event.get(row));
                why.before(Reason.RECORDED, entries, row);
            }
        }
        return why;
    }

    public List<Line> lines() {
        return lines;
    }

    /** What else is to be known, once for all lines, by names of the JSON contract. */
    public Map<String, Object> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /**
     * Adds something that is to be known for all lines.
     *
     * @param name in snake_case
     * @param value as in the cells of a table
     */
    public Why with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    /** What the next lines are about. */
    public Why about(long moment, String itsWhat, String itself) {
        at = moment;
        what = itsWhat;
        about = itself;
        return this;
    }

    /** Nothing was written for it. */
    public void nothing(String rule, Reason reason, long missing) {
        lines.add(new Line(at, what, about, rule, reason, 0, missing, 0, 0, 0, 0, 0));
    }

    /** The entry of a row was written for it, and is told by this. */
    public void wrote(String rule, Reason reason, long missing, Entries entries, int row) {
        told.set(row);
        lines.add(line(rule, reason, entries.points[row], missing, entries, row, 0));
    }

    /** An entry was recorded for it before. */
    void before(Reason reason, Entries entries, int row) {
        lines.add(line(rules.name(entries.rule[row]), reason, 0, 0, entries, row, entries.posting[row]));
    }

    private Line line(String rule, Reason reason, long points, long missing, Entries entries, int row, int posting) {
        return new Line(
                at,
                what,
                about,
                rule,
                reason,
                points,
                missing,
                entries.lot[row],
                entries.from[row],
                entries.until[row],
                entries.number[row],
                posting);
    }

    /** Adds the entries of a customer that were written since, and not told by anything else. */
    public void written(Entries entries, int customer) {
        for (int row = told.nextClearBit(0); row < entries.size(); row = told.nextClearBit(row + 1)) {
            if (entries.customer[row] == customer) {
                about(entries.effective[row], Kind.of(entries.kind[row]).word(), entries.event.get(row));
                wrote(rules.name(entries.rule[row]), reason(entries, row), 0, entries, row);
            }
        }
    }

    /**
     * A reward, with its entry if there is one: none when the same was given before, or is no points.
     *
     * @param reward null for none
     */
    public void reward(Reason reason, String rule, @Nullable Reward reward, long missing, Entries entries) {
        for (int row = 0; reward != null && row < entries.size(); row++) {
            if (entries.opens(row)
                    && rules.name(entries.rule[row]).equals(reward.rule())
                    && entries.event.get(row).equals(reward.key())) {
                wrote(rule, reason, missing, entries, row);
                return;
            }
        }
        nothing(rule, reason, missing);
    }

    private static Reason reason(Entries entries, int row) {
        boolean more = entries.points[row] > 0;
        if (entries.lot[row] == Entries.DEBT) {
            return more ? Reason.SETTLED : Reason.OWED;
        }
        return entries.opens(row) ? Reason.OPENS : more ? Reason.GIVES : Reason.TAKES;
    }
}
