package siyu.report;

import java.util.Arrays;
import java.util.Objects;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Population;

/** The day on which each customer registered. */
final class Registered implements Population.Visitor {
    /** Of somebody who is no customer by the as-of, or whose day is not known. */
    static final int NONE = Integer.MIN_VALUE;

    private final int attribute;
    private final int[] days;

    private Registered(int attribute, int[] days) {
        this.attribute = attribute;
        this.days = days;
    }

    /** Epoch days by number. */
    static int[] of(Asked asked) {
        int[] days = new int[asked.facts().population().size()];
        Arrays.fill(days, NONE);
        int attribute = asked.facts().vocabulary().customer("registered");
        asked.facts().population().scan(Needs.nothing(), asked.facts().asOf(), () -> new Registered(attribute, days));
        return days;
    }

    @Override
    public void visit(CustomerBlock block) {
        Column dates = Objects.requireNonNull(block.attributes[attribute], "registered is always read");
        for (int row = 0; row < block.size; row++) {
            if ((block.present == null || block.present[row] != 0) && dates.known[row] != 0) {
                days[block.first + row] = (int) dates.longs[row];
            }
        }
    }
}
