package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.core.Diagnostics;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Vocabulary;

/** Expressions with a row an event: each row as the slow evaluator has it, and as many true ones as an aggregate counts. */
class OfEventsTest {
    private static final List<String> KINDS = List.of("purchase", "login", "card_bound", "any");
    private static final int ROUNDS = 40;
    private static final int EXPRESSIONS = 40;
    private static final long SEED = Long.getLong("siyu.seed", 20261125);

    private int values;
    private int overflows;
    private int counted;

    @Test
    void sameAsTheSlowOneAndAsCounts() {
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            new Round(new RandomFacts(random, 20), random, "seed " + (SEED + round)).run();
        }
        assertThat(values).isGreaterThan(ROUNDS * EXPRESSIONS * 10);
        assertThat(overflows).isPositive();
        assertThat(counted).isGreaterThan(ROUNDS * EXPRESSIONS * 5);
    }

    /** What is true or false of every event has a row for each as well. */
    @Test
    void conditionsThatLookAtNoEvent() {
        Vocabulary vocabulary = TestProgram.vocabulary();
        Definitions definitions = TestProgram.definitions(vocabulary);
        List<Expression> roots = new ArrayList<>();
        for (String text : List.of("true", "vip", "kind = 'login'", "1 + 1")) {
            roots.add(Objects.requireNonNull(
                    definitions.eventExpression(Scope.ANY, Source.of("text", text), new Diagnostics())));
        }
        Compiled compiled = Compiled.ofEvents(vocabulary, RULED.asOf, roots, sources(roots));
        Blocks.Customer customer =
                Blocks.Customer.of("vip", true).event("login", 5).event("purchase", 7);
        CustomerBlock block =
                new Blocks(vocabulary).block(0, List.of(customer), compiled.needs(), new TreeMap<>(), Marks.NONE);
        Compiled.Frame frame = compiled.frame();
        frame.load(block);
        assertThat(Blocks.values(frame.value(0), 2)).containsExactly(true, true);
        assertThat(Blocks.values(frame.value(1), 2)).containsExactly(true, true);
        assertThat(Blocks.values(frame.value(2), 2)).containsExactly(true, false);
        assertThat(Blocks.values(frame.value(3), 2)).containsExactly(2L, 2L);
    }

    private static final RandomFacts RULED = new RandomFacts(new SplittableRandom(1), 0);

    private static List<@Nullable Source> sources(List<Expression> roots) {
        return Collections.nCopies(roots.size(), null);
    }

    private final class Round {
        private final RandomFacts facts;
        private final SplittableRandom random;
        private final String seed;
        private final Definitions definitions;
        private final SlowEvaluator slow;
        private final List<String> texts = new ArrayList<>();
        private final List<String> kinds = new ArrayList<>();
        private final List<Expression> roots = new ArrayList<>();

        Round(RandomFacts facts, SplittableRandom random, String seed) {
            this.facts = facts;
            this.random = random;
            this.seed = seed;
            this.definitions = TestProgram.definitions(facts.vocabulary);
            this.slow = new SlowEvaluator(facts.vocabulary, facts.asOf);
            RandomExpressions expressions = new RandomExpressions(random);
            for (int i = 0; i < EXPRESSIONS; i++) {
                String kind = KINDS.get(random.nextInt(KINDS.size()));
                int depth = random.nextInt(1, 5);
                String text = i % 2 == 0 ? expressions.filter(kind, depth) : expressions.ofEvent(kind, depth);
                Diagnostics diagnostics = new Diagnostics();
                Source source = Source.of("random", text);
                Expression root = i % 2 == 0
                        ? definitions.eventCondition(number(kind), source, diagnostics)
                        : definitions.eventExpression(number(kind), source, diagnostics);
                assertThat(root)
                        .as(
                                "%s: %s of %s %s",
                                seed,
                                text,
                                kind,
                                diagnostics.problems().stream()
                                        .map(TestProgram::show)
                                        .toList())
                        .isNotNull();
                texts.add(text);
                kinds.add(kind);
                roots.add(Objects.requireNonNull(root));
            }
        }

        private int number(String kind) {
            return kind.equals("any") ? Scope.ANY : facts.vocabulary.kind(kind);
        }

        void run() {
            Compiled compiled = Compiled.ofEvents(facts.vocabulary, facts.asOf, roots, sources(roots));
            Compiled.Frame frame = compiled.frame();
            int size = 1 + random.nextInt(facts.people.size());
            for (int from = 0; from < facts.people.size(); from += size) {
                int to = Math.min(facts.people.size(), from + size);
                CustomerBlock block = facts.block(from, to, compiled.needs());
                frame.load(block);
                for (int root = 0; root < EXPRESSIONS; root++) {
                    rows(frame, root, block, from, to);
                }
            }
        }

        private void rows(Compiled.Frame frame, int root, CustomerBlock block, int from, int to) {
            Column column = frame.value(root);
            int[] offsets = Objects.requireNonNull(block.events).offsets;
            for (int i = from; i < to; i++) {
                SlowEvaluator.Person person = facts.people.get(i);
                List<Blocks.Event> events = person.customer().events().stream()
                        .sorted(Comparator.comparingLong(Blocks.Event::at))
                        .toList();
                long count = 0;
                boolean overflow = false;
                for (int k = 0; k < events.size(); k++) {
                    Blocks.Event event = events.get(k);
                    int row = offsets[i - from] + k;
                    if (kinds.get(root).equals("any") || event.kind().equals(kinds.get(root))) {
                        boolean before = event.at() < facts.asOf.endMicros();
                        Problem problem = row(frame, root, row, column, person, event);
                        overflow |= before && problem != null;
                        count += before && Boolean.TRUE.equals(column.get(row)) ? 1 : 0;
                    }
                }
                if (root % 2 == 0) {
                    count(root, person, overflow ? null : count);
                }
            }
        }

        private @Nullable Problem row(
                Compiled.Frame frame,
                int root,
                int row,
                Column column,
                SlowEvaluator.Person person,
                Blocks.Event event) {
            String words = seed + ", " + kinds.get(root) + "[" + texts.get(root) + "] of " + event + " of " + person;
            Problem problem = frame.overflow(root, row);
            Object value = column.get(row);
            try {
                Object wanted = slow.shown(roots.get(root), person, event);
                assertThat(problem).as(words).isNull();
                if (wanted instanceof Double number && value instanceof Double other) {
                    assertThat(Math.abs(number - other))
                            .as(words)
                            .isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(number)));
                } else {
                    assertThat(value).as(words).isEqualTo(wanted);
                }
                values++;
            } catch (SlowFunctions.Overflow overflow) {
                assertThat(problem).as(words).isNotNull();
                assertThat(value).as(words).isNull();
                overflows++;
            }
            return problem;
        }

        /** @param wanted null for an overflow */
        private void count(int root, SlowEvaluator.Person person, @Nullable Long wanted) {
            String text = "count(" + kinds.get(root) + "[" + texts.get(root) + "], ever)";
            Expression expression =
                    Objects.requireNonNull(definitions.expression(Source.of("count", text), new Diagnostics()), text);
            try {
                assertThat(slow.shown(expression, person))
                        .as("%s: %s", seed, text)
                        .isEqualTo(wanted);
                Compiled compiled = Compiled.of(facts.vocabulary, facts.asOf, List.of(expression));
                Compiled.Frame frame = compiled.frame();
                int at = facts.people.indexOf(person);
                frame.load(facts.block(at, at + 1, compiled.needs()));
                if (person.present()) {
                    assertThat(frame.value(0).get(0)).as("%s: %s", seed, text).isEqualTo(wanted);
                }
                counted++;
            } catch (SlowFunctions.Overflow overflow) {
                assertThat(wanted).as("%s: %s", seed, text).isNull();
            }
        }
    }
}
