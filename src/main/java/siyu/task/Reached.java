package siyu.task;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Source;
import siyu.segment.Scores;

/**
 * Who meets which conditions at a date: one scan for all of them. A bit a customer and condition.
 *
 * @param who by condition: the customers' numbers
 * @param undecided by condition: how many for whom it was unknown
 */
public record Reached(List<BitSet> who, long[] undecided) {
    /** @throws siyu.core.Failure on overflow, with its place */
    public static Reached of(
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            Marks marks,
            List<Expression> conditions,
            List<Source> sources) {
        Scores scores = Scores.of(vocabulary, population, asOf, marks, conditions);
        Compiled compiled = Compiled.of(vocabulary, asOf, conditions, sources);
        List<Worker> workers =
                population.scan(compiled.needs(), asOf, () -> new Worker(compiled, scores, marks, conditions.size()));
        List<BitSet> who = new ArrayList<>();
        long[] undecided = new long[conditions.size()];
        for (int i = 0; i < conditions.size(); i++) {
            BitSet all = new BitSet(population.size());
            for (Worker worker : workers) {
                all.or(worker.who.get(i));
                undecided[i] += worker.undecided[i];
            }
            who.add(all);
        }
        return new Reached(who, undecided);
    }

    private static final class Worker implements Population.Visitor {
        private final Compiled.Frame frame;
        private final Scores.Given given;
        private final Marks marks;
        private final List<BitSet> who = new ArrayList<>();
        private final long[] undecided;

        Worker(Compiled compiled, Scores scores, Marks marks, int conditions) {
            this.frame = compiled.frame();
            this.given = scores.given();
            this.marks = marks;
            this.undecided = new long[conditions];
            for (int i = 0; i < conditions; i++) {
                who.add(new BitSet());
            }
        }

        @Override
        public void visit(CustomerBlock block) {
            frame.load(given.with(block, marks));
            for (int i = 0; i < undecided.length; i++) {
                Column value = frame.value(i);
                for (int row = 0; row < block.size; row++) {
                    if (block.present != null && block.present[row] == 0) {
                        continue;
                    }
                    if (value.known[row] == 0) {
                        undecided[i]++;
                    } else if (value.longs[row] != 0) {
                        who.get(i).set(block.first + row);
                    }
                }
            }
        }
    }
}
