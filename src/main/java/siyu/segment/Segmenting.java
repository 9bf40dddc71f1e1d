package siyu.segment;

import java.util.ArrayList;
import java.util.List;
import siyu.core.AsOf;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;
import siyu.rule.Definition;
import siyu.rule.Expression;
import siyu.rule.Source;
import siyu.rule.Span;

/**
 * Works out segmentations over a population: scores first, then one scan in which every block is evaluated for all
 * segmentations at once. A segmentation that breaks (overflow, a total one that leaves somebody over) does not stop the others.
 *
 * <p>Cost: two bytes a customer and segmentation, whatever else the program holds.
 */
public final class Segmenting {
    private final Vocabulary vocabulary;
    private final Population population;
    private final AsOf asOf;
    private final Marks marks;

    public Segmenting(Vocabulary vocabulary, Population population, AsOf asOf, Marks marks) {
        this.vocabulary = vocabulary;
        this.population = population;
        this.asOf = asOf;
        this.marks = marks;
    }

    /** One result per segmentation, in the order given. */
    public List<Segmented> run(List<Definition.Segmentation> segmentations) {
        List<Expression> roots = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (Definition.Segmentation segmentation : segmentations) {
            roots.add(reference(segmentation));
            sources.add(segmentation.segments().get(0).source());
        }
        Scores scores = Scores.of(vocabulary, population, asOf, marks, roots);
        Compiled compiled = Compiled.of(vocabulary, asOf, roots, sources);
        List<short[]> codes = new ArrayList<>();
        segmentations.forEach(segmentation -> codes.add(Segmented.fresh(population.size())));
        List<Worker> workers =
                population.scan(compiled.needs(), asOf, () -> new Worker(compiled, scores, segmentations, codes));
        List<Segmented> all = new ArrayList<>();
        for (int i = 0; i < segmentations.size(); i++) {
            all.add(merge(segmentations.get(i), codes.get(i), scores.problems(roots.get(i)), workers, i));
        }
        return all;
    }

    /** A segmentation as an expression of its own. */
    public static Expression reference(Definition definition) {
        return new Expression.Reference(definition, definition.type(), new Span(0, 0));
    }

    private static Segmented merge(
            Definition.Segmentation segmentation,
            short[] codes,
            List<Problem> scoreProblems,
            List<Worker> workers,
            int index) {
        List<Problem> problems = new ArrayList<>(scoreProblems);
        long[] undecided = new long[segmentation.segments().size()];
        for (Worker worker : workers) {
            problems.addAll(worker.problems.get(index));
            for (int i = 0; i < undecided.length; i++) {
                undecided[i] += worker.undecided.get(index)[i];
            }
        }
        if (!problems.isEmpty()) {
            return Segmented.broken(segmentation, problems.subList(0, 1));
        }
        Segmented done = new Segmented(segmentation, codes, undecided, List.of());
        long leftOver = done.counts()[done.names().size()];
        if (segmentation.total() && leftOver > 0) {
            return Segmented.broken(segmentation, List.of(leftOver(segmentation, leftOver)));
        }
        return done;
    }

    private static Problem leftOver(Definition.Segmentation segmentation, long count) {
        return Problem.of(
                        SegmentCode.LEFT_OVER,
                        "segmentation '" + segmentation.name() + "' must place everybody, but " + count
                                + (count == 1 ? " customer is" : " customers are") + " in none of its segments")
                .at(segmentation.segments().get(0).source().place(new Span(0, 1)))
                .hint("name a segment for them: otherwise: NAME");
    }

    /** Evaluates its blocks and writes codes to the shared arrays, each range by exactly one worker. */
    private final class Worker implements Population.Visitor {
        private final Compiled.Frame frame;
        private final Scores.Given given;
        private final List<short[]> codes;
        private final List<long[]> undecided = new ArrayList<>();
        private final List<List<Problem>> problems = new ArrayList<>();

        Worker(Compiled compiled, Scores scores, List<Definition.Segmentation> segmentations, List<short[]> codes) {
            this.frame = compiled.frame();
            this.given = scores.given();
            this.codes = codes;
            for (Definition.Segmentation segmentation : segmentations) {
                undecided.add(new long[segmentation.segments().size()]);
                problems.add(new ArrayList<>());
            }
        }

        @Override
        public void visit(CustomerBlock block) {
            frame.load(given.with(block, marks));
            for (int root = 0; root < codes.size(); root++) {
                if (!problems.get(root).isEmpty()) {
                    continue;
                }
                try {
                    store(frame.value(root), codes.get(root), block);
                    add(frame.undecided(root), undecided.get(root));
                } catch (Failure failure) {
                    problems.get(root).addAll(failure.problems());
                }
            }
        }

        private void store(Column value, short[] into, CustomerBlock block) {
            for (int i = 0; i < block.size; i++) {
                if (block.present == null || block.present[i] != 0) {
                    into[block.first + i] = value.known[i] == 0 ? Segmented.NOBODY : (short) value.longs[i];
                }
            }
        }

        private void add(int[] more, long[] into) {
            for (int i = 0; i < more.length; i++) {
                into[i] += more[i];
            }
        }
    }
}
