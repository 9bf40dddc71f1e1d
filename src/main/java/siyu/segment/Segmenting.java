package siyu.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import siyu.core.AsOf;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;
import siyu.rule.Definition;
import siyu.rule.Dependencies;
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
    private final List<Moment> moments;

    /**
     * A date at which segmentations are worked out.
     *
     * @param marks those in force at the as-of
     */
    public record Moment(AsOf asOf, Marks marks) {}

    public Segmenting(Vocabulary vocabulary, Population population, AsOf asOf, Marks marks) {
        this(vocabulary, population, List.of(new Moment(asOf, marks)));
    }

    /** The same for several dates, for which customers and events are read but once. */
    public Segmenting(Vocabulary vocabulary, Population population, List<Moment> moments) {
        this.vocabulary = vocabulary;
        this.population = population;
        this.moments = moments;
    }

    /** One result per segmentation, in the order given, at the first date. */
    public List<Segmented> run(List<Definition.Segmentation> segmentations) {
        return runs(segmentations).get(0);
    }

    /** The same for each date. */
    public List<List<Segmented>> runs(List<Definition.Segmentation> segmentations) {
        List<Run> runs = new ArrayList<>();
        Needs needs = Needs.nothing();
        for (Moment moment : moments) {
            Run run = new Run(moment, segmentations);
            runs.add(run);
            needs = needs.and(run.compiled.needs());
        }
        List<AsOf> dates = moments.stream().map(Moment::asOf).collect(Collectors.toList());
        boolean dateless = dateless(segmentations);
        population.scan(
                needs.inBits(),
                dates,
                () -> new Dates(runs.stream().map(Run::worker).collect(Collectors.toList()), dateless));
        return runs.stream().map(Run::merged).collect(Collectors.toList());
    }

    /** Whether a customer is where he is at all dates as long as his attributes are the same. */
    private boolean dateless(List<Definition.Segmentation> segmentations) {
        for (Definition.Segmentation segmentation : segmentations) {
            List<Definition> all = new ArrayList<>(Dependencies.of(segmentation));
            all.add(segmentation);
            if (!Dependencies.dateless(reference(segmentation)) || !all.stream().allMatch(this::pinnedAlike)) {
                return false;
            }
        }
        return true;
    }

    private boolean pinnedAlike(Definition definition) {
        return moments.stream()
                        .map(moment -> moment.marks.pins(definition.name(), 0, population.size()))
                        .distinct()
                        .count()
                == 1;
    }

    /** One thread's workers by date. */
    private static final class Dates implements Population.Dated {
        private final List<Worker> workers;
        private final boolean dateless;

        Dates(List<Worker> workers, boolean dateless) {
            this.workers = workers;
            this.dateless = dateless;
        }

        @Override
        public void visit(int date, CustomerBlock block) {
            workers.get(date).visit(block);
        }

        @Override
        public void visitAgain(int date, int last, CustomerBlock block) {
            Worker other = workers.get(last);
            if (dateless && other.stays(block)) {
                workers.get(date).take(other, block);
            } else {
                workers.get(date).visit(block);
            }
        }
    }

    /** What is worked out at one date. */
    private final class Run {
        private final Moment moment;
        private final List<Definition.Segmentation> segmentations;
        private final List<Expression> roots = new ArrayList<>();
        private final List<short[]> codes = new ArrayList<>();
        private final List<Worker> workers = Collections.synchronizedList(new ArrayList<>());
        private final Scores scores;
        private final Compiled compiled;

        Run(Moment moment, List<Definition.Segmentation> segmentations) {
            this.moment = moment;
            this.segmentations = segmentations;
            List<Source> sources = new ArrayList<>();
            for (Definition.Segmentation segmentation : segmentations) {
                roots.add(reference(segmentation));
                sources.add(segmentation.segments().get(0).source());
                codes.add(new short[population.size()]);
            }
            scores = Scores.of(vocabulary, population, moment.asOf, moment.marks, roots);
            compiled = Compiled.of(vocabulary, moment.asOf, roots, sources);
        }

        Worker worker() {
            Worker worker = new Worker(compiled, scores, moment.marks, segmentations, codes);
            workers.add(worker);
            return worker;
        }

        List<Segmented> merged() {
            List<Segmented> all = new ArrayList<>();
            for (int i = 0; i < segmentations.size(); i++) {
                all.add(merge(segmentations.get(i), codes.get(i), scores.problems(roots.get(i)), workers, i));
            }
            return all;
        }
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
        long leftOver = segmentation.total() ? done.counts()[done.names().size()] : 0;
        return leftOver == 0 ? done : Segmented.broken(segmentation, List.of(leftOver(segmentation, leftOver)));
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
    private static final class Worker implements Population.Visitor {
        private final Compiled.Frame frame;
        private final Scores.Given given;
        private final Marks marks;
        private final List<short[]> codes;
        private final List<long[]> undecided = new ArrayList<>();
        private final List<List<Problem>> problems = new ArrayList<>();

        private final List<Definition.Segmentation> segmentations;

        /** Whose frame has the block that was visited last. */
        private Worker loaded = this;

        Worker(
                Compiled compiled,
                Scores scores,
                Marks marks,
                List<Definition.Segmentation> segmentations,
                List<short[]> codes) {
            this.frame = compiled.frame();
            this.given = scores.given();
            this.marks = marks;
            this.codes = codes;
            this.segmentations = segmentations;
            for (Definition.Segmentation segmentation : segmentations) {
                undecided.add(new long[segmentation.segments().size()]);
                problems.add(new ArrayList<>());
            }
        }

        @Override
        public void visit(CustomerBlock block) {
            loaded = this;
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

        /** Whether where this worker put the customers of a block says where those of them are who are there at another date. */
        boolean stays(CustomerBlock block) {
            for (int root = 0; root < codes.size(); root++) {
                if (!problems.get(root).isEmpty()
                        || !marks.pins(segmentations.get(root).name(), block.first, block.size)
                                .isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        /** Instead of a visit: where another worker put the customers of this block, of whom no more were there. */
        void take(Worker other, CustomerBlock block) {
            loaded = other.loaded;
            int first = block.first;
            for (int root = 0; root < codes.size(); root++) {
                short[] into = codes.get(root);
                System.arraycopy(other.codes.get(root), first, into, first, block.size);
                leaveOut(into, block);
                add(loaded.frame.undecided(root, block.present), undecided.get(root));
            }
        }

        private static void leaveOut(short[] into, CustomerBlock block) {
            byte[] present = block.present;
            int first = block.first;
            for (int i = 0; present != null && i < block.size; i++) {
                into[first + i] = (short) ((into[first + i] | (present[i] - 1)) & (Segmented.ABSENT | present[i]));
            }
        }

        private void store(Column value, short[] into, CustomerBlock block) {
            // Without branches: NOBODY has all bits set, and ABSENT all but the lowest.
            byte[] known = value.known;
            long[] places = value.longs;
            int first = block.first;
            for (int i = 0; i < block.size; i++) {
                into[first + i] = (short) (places[i] | (known[i] - 1));
            }
            leaveOut(into, block);
        }

        private void add(int[] more, long[] into) {
            for (int i = 0; i < more.length; i++) {
                into[i] += more[i];
            }
        }
    }
}
