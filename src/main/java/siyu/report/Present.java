package siyu.report;

import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Population;

/** Who is a customer when a window ends. */
final class Present implements Population.Visitor {
    private final boolean[] there;

    private Present(boolean[] there) {
        this.there = there;
    }

    /** By number. */
    static boolean[] of(Asked asked) {
        boolean[] there = new boolean[asked.facts().population().size()];
        asked.facts()
                .population()
                .scan(Needs.nothing(), Partitioned.end(asked, asked.dates().last()), () -> new Present(there));
        return there;
    }

    @Override
    public void visit(CustomerBlock block) {
        for (int row = 0; row < block.size; row++) {
            there[block.first + row] = block.present == null || block.present[row] != 0;
        }
    }
}
