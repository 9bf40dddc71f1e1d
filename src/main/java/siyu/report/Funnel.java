package siyu.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.out.Heading;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Source;

/** {@code funnel}: how many customers went through some steps in order, and where the others stopped. */
final class Funnel implements Report {
    private static final String FLAG = "--step";
    private static final int MOST = 20;

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public String text() {
        return "Customers who did the first step in the window, and how far they got: each later step after the one before it, all of"
                + " them --within so long after the first (h, d or w; 30d unless told). A step is a kind of event, with a condition"
                + " in brackets if wanted. A customer counts once, with the attempt that got furthest; later steps may lie after"
                + " the window.";
    }

    @Override
    public List<String> example() {
        return List.of(
                "funnel --step login --step 'purchase[amount >= 100]' --within 7d --window 2026-02",
                "from a login to a larger purchase");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.STEP, Option.WITHIN);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {"step", "steps in order: " + String.join(", then ", asked.texts(Option.STEP))},
                new String[] {
                    "customers",
                    "customers who did the steps up to this one in order, the first in the window, the last at most "
                            + Within.text(asked) + " after the first"
                },
                new String[] {"of_first", "customers / customers of the first step"},
                new String[] {"of_previous", "customers / customers of the step before"},
                new String[] {"stopped", "customers of the step before who did not come here"});
    }

    /** The kinds of the steps and their conditions, null for none. */
    private record Steps(short[] kinds, List<@Nullable Expression> conditions) {
        static Steps of(Asked asked) {
            List<String> texts = asked.texts(Option.STEP);
            if (texts.size() < 2 || texts.size() > MOST) {
                throw ReportCode.BAD_STEPS
                        .problem("a funnel has 2 to " + MOST + " steps, and " + texts.size() + " were given")
                        .hint("name each by --step")
                        .failure();
            }
            Diagnostics diagnostics = new Diagnostics();
            short[] kinds = new short[texts.size()];
            List<@Nullable Expression> conditions = new ArrayList<>();
            for (int i = 0; i < kinds.length; i++) {
                String text = texts.get(i).strip();
                int bracket = text.indexOf('[');
                kinds[i] = (short) asked.kind(bracket < 0 ? text : text.substring(0, bracket), FLAG);
                if (bracket >= 0 && !text.endsWith("]")) {
                    throw ReportCode.BAD_STEPS
                            .problem("'" + text + "' has no ] at its end")
                            .failure();
                }
                String condition = bracket < 0 ? null : text.substring(bracket + 1, text.length() - 1);
                conditions.add(
                        condition == null
                                ? null
                                : asked.facts()
                                        .program()
                                        .definitions()
                                        .eventCondition(kinds[i], Source.of(FLAG, condition), diagnostics));
            }
            diagnostics.throwIfAny();
            return new Steps(kinds, conditions);
        }

        Compiled compiled(Facts facts) {
            List<Expression> roots =
                    conditions.stream().filter(Objects::nonNull).toList();
            List<@Nullable Source> sources = new ArrayList<>();
            roots.forEach(root -> sources.add(null));
            return Compiled.ofEvents(facts.vocabulary(), facts.asOf(), roots, sources);
        }
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.bars("event", "customers"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                2,
                "customers",
                Heading.of("step", Heading.Kind.INTEGER),
                Heading.text("event"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("of_first", Heading.Kind.SHARE),
                Heading.of("of_previous", Heading.Kind.SHARE),
                Heading.of("stopped", Heading.Kind.INTEGER));
        Steps steps = Steps.of(asked);
        Within within = Within.of(asked, "steps");
        Compiled compiled = steps.compiled(asked.facts());
        Needs needs = Asked.events().and(compiled.needs());
        Days days = asked.days();
        List<Worker> workers = Events.scan(asked, needs, () -> new Worker(asked, days, steps, compiled, within));
        Worker all = workers.get(0);
        workers.subList(1, workers.size()).forEach(worker -> Events.add(worker.reached, all.reached));
        for (int group = 0; group < asked.groups().size(); group++) {
            long[] reached = all.reached[group];
            for (int step = reached.length - 2; step >= 0; step--) {
                reached[step] += reached[step + 1];
            }
            for (int step = 0; step < reached.length; step++) {
                figures.row(
                        group,
                        step + 1L,
                        asked.texts(Option.STEP).get(step).strip(),
                        reached[step],
                        Figures.share(reached[step], reached[0]),
                        step == 0 ? null : Figures.share(reached[step], reached[step - 1]),
                        step == 0 ? null : (Long) (reached[step - 1] - reached[step]));
            }
        }
        return Events.told(figures, workers);
    }

    /**
     * By group and step: customers for whom it was the furthest. Of all attempts that reached a step, only the one that began
     * last can still matter: it has the longest time left.
     */
    private static final class Worker extends Events {
        private static final long NEVER = Long.MIN_VALUE;

        private final Days days;
        private final short[] steps;
        private final Compiled.@Nullable Frame frame;
        private final int[] root;
        private final Within within;
        private final long[] began;
        private Column[] conditions = {};
        final long[][] reached;

        Worker(Asked asked, Days days, Steps steps, Compiled compiled, Within within) {
            super(asked);
            this.days = days;
            this.steps = steps.kinds();
            this.within = within;
            this.began = new long[this.steps.length];
            this.root = new int[this.steps.length];
            int roots = 0;
            for (int i = 0; i < root.length; i++) {
                root[i] = steps.conditions().get(i) == null ? -1 : roots++;
            }
            this.frame = roots == 0 ? null : compiled.frame();
            this.reached = new long[asked.groups().size()][this.steps.length];
        }

        @Override
        void block(CustomerBlock block, EventBlock events) {
            if (frame == null) {
                return;
            }
            frame.load(block);
            conditions = new Column[Arrays.stream(root).max().orElse(-1) + 1];
            for (int i = 0; i < conditions.length; i++) {
                conditions[i] = frame.value(i);
            }
        }

        private boolean is(int step, int event) {
            if (kinds[event] != steps[step]) {
                return false;
            }
            if (root[step] < 0) {
                return true;
            }
            Column condition = conditions[root[step]];
            if (condition.known[event] == 0) {
                Problem overflow = Objects.requireNonNull(frame).overflow(root[step], event);
                if (overflow != null) {
                    throw overflow.failure();
                }
                return false;
            }
            return condition.longs[event] != 0;
        }

        @Override
        void customer(int number, int group, int from, int to) {
            long first = days.from();
            long end = days.to();
            int furthest = -1;
            Arrays.fill(began, NEVER);
            int i = from;
            while (i < to && at[i] < first) {
                i++;
            }
            for (; i < to && furthest < steps.length - 1; i++) {
                boolean used = false;
                for (int step = steps.length - 1; step > 0; step--) {
                    long start = began[step - 1];
                    if (start != NEVER && within.holds(start, at[i]) && start > began[step] && is(step, i)) {
                        began[step] = start;
                        furthest = Math.max(furthest, step);
                        used = true;
                    }
                }
                if (at[i] < end && is(0, i)) {
                    began[0] = at[i];
                    furthest = Math.max(furthest, 0);
                    used = true;
                }
                counted += used ? 1 : 0;
            }
            if (furthest >= 0) {
                reached[group][furthest]++;
            }
        }
    }
}
