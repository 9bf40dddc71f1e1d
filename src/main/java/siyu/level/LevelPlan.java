package siyu.level;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.segment.Scores;

/**
 * What a run or a review comes to: one scan over all customers.
 *
 * @param scheme in force afterwards
 * @param moves by customer; also those that are only told
 * @param undecided customers whose growth is unknown: they stay where they are
 */
public record LevelPlan(boolean review, int day, Scheme scheme, List<Move> moves, long customers, long undecided) {
    /**
     * Works it out.
     *
     * @param standings by range, by place in it
     * @throws siyu.core.Failure on overflow, with its place
     */
    public static LevelPlan of(
            LevelRules rules,
            Scheme scheme,
            boolean review,
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            Marks marks,
            IntFunction<Standing[]> standings) {
        List<Expression> roots = List.of(rules.growth());
        Scores scores = Scores.of(vocabulary, population, asOf, marks, roots);
        Compiled compiled = Compiled.of(vocabulary, asOf, roots, List.of(rules.source()));
        Ruling ruling = new Ruling(scheme.ladder(), rules.downgrade(), review, asOf);
        List<Worker> workers =
                population.scan(compiled.needs(), asOf, () -> new Worker(compiled, scores, marks, ruling, standings));
        List<Move> moves = new ArrayList<>();
        long customers = 0;
        long undecided = 0;
        for (Worker worker : workers) {
            moves.addAll(worker.moves);
            customers += worker.customers;
            undecided += worker.undecided;
        }
        moves.sort(Comparator.comparingInt(Move::customer));
        int day = Math.toIntExact(asOf.today().toEpochDay());
        return new LevelPlan(review, day, scheme, moves, customers, undecided);
    }

    /** How many moves of a kind there are. */
    public long count(Move.Kind kind) {
        return moves.stream().filter(move -> move.kind() == kind).count();
    }

    /** Moves that are to be stored. */
    public List<Move> stored() {
        return moves.stream().filter(move -> move.kind() != Move.Kind.AT_RISK).toList();
    }

    private static final class Worker implements Population.Visitor {
        private final Compiled.Frame frame;
        private final Scores.Given given;
        private final Marks marks;
        private final Ruling ruling;
        private final IntFunction<Standing[]> standings;
        private final List<Move> moves = new ArrayList<>();
        private long customers;
        private long undecided;

        Worker(Compiled compiled, Scores scores, Marks marks, Ruling ruling, IntFunction<Standing[]> standings) {
            this.frame = compiled.frame();
            this.given = scores.given();
            this.marks = marks;
            this.ruling = ruling;
            this.standings = standings;
        }

        @Override
        public void visit(CustomerBlock block) {
            frame.load(given.with(block, marks));
            Column growth = frame.value(0);
            Standing[] before = standings.apply(block.first / Population.RANGE);
            for (int row = 0; row < block.size; row++) {
                if (block.present != null && block.present[row] == 0) {
                    continue;
                }
                customers++;
                if (growth.known[row] == 0) {
                    undecided++;
                    continue;
                }
                Move move = ruling.of(block.first + row, before[row], growth.longs[row]);
                if (move != null) {
                    moves.add(move);
                }
            }
        }
    }
}
