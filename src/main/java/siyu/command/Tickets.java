package siyu.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.lottery.Entitlement;
import siyu.lottery.Lottery;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Source;
import siyu.segment.Scores;

/** What a lottery asks about customers: whether they may draw, and how many tickets they have. */
final class Tickets {
    private final Lottery lottery;
    private final World world;
    private final List<Expression> roots = new ArrayList<>();
    private final Scores scores;
    private final Compiled compiled;

    Tickets(Lottery lottery, World world) {
        this.lottery = lottery;
        this.world = world;
        List<Source> sources = new ArrayList<>();
        add(lottery.when(), sources);
        add(lottery.tickets(), sources);
        this.scores = Scores.of(world.vocabulary(), world.population(), world.asOf(), world.marks(), roots);
        List<Problem> problems = new ArrayList<>();
        roots.forEach(root -> problems.addAll(scores.problems(root)));
        if (!problems.isEmpty()) {
            throw new siyu.core.Failure(problems);
        }
        this.compiled = Compiled.of(world.vocabulary(), world.asOf(), roots, sources);
    }

    private void add(Lottery.@Nullable Asked asked, List<Source> sources) {
        if (asked != null) {
            roots.add(asked.expression());
            sources.add(asked.source());
        }
    }

    /** Takes customers one at a time. */
    @FunctionalInterface
    interface Sink {
        void customer(int number, Entitlement entitlement);
    }

    /** How often each customer has drawn: {in all, in the period}. */
    @FunctionalInterface
    interface Drawn {
        long[] of(int customer);
    }

    /** What one customer is entitled to. */
    Entitlement of(int customer, long[] drawn) {
        CustomerBlock block = world.population().customer(customer, compiled.needs(), world.asOf());
        Compiled.Frame frame = compiled.frame();
        frame.load(scores.given().with(block, world.marks()));
        return entitlement(frame, block, customer - block.first, drawn);
    }

    /** Everybody, in the order of numbers. */
    void each(Drawn drawn, Sink sink) {
        int ranges = world.population().ranges();
        Compiled.Frame frame = compiled.frame();
        Scores.Given given = scores.given();
        for (int range = 0; range < ranges; range++) {
            CustomerBlock block = world.population().range(range, compiled.needs(), world.asOf());
            frame.load(given.with(block, world.marks()));
            for (int row = 0; row < block.size; row++) {
                int customer = block.first + row;
                sink.customer(customer, entitlement(frame, block, row, drawn.of(customer)));
            }
        }
    }

    private Entitlement entitlement(Compiled.Frame frame, CustomerBlock block, int row, long[] drawn) {
        int root = 0;
        Boolean may = block.present == null || block.present[row] != 0;
        if (lottery.when() != null) {
            Column value = frame.value(root++);
            may = !may ? may : value.known[row] == 0 ? null : Boolean.valueOf(value.longs[row] != 0);
        }
        Long tickets = null;
        if (lottery.tickets() != null) {
            Column value = frame.value(root);
            tickets = value.known[row] == 0 ? null : Long.valueOf(value.longs[row]);
        }
        return new Entitlement(may, tickets, lottery.tickets() != null, drawn[0], drawn[1], lottery.limit());
    }
}
