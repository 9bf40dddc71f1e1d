package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.core.AsOf;
import siyu.core.Diagnostics;
import siyu.core.Failure;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Vocabulary;

/** Random expressions over random customers: the compiled answer is the slow one, in blocks of any size. */
class CompiledAgainstSlowTest {
    /** Stands for an overflow among values. */
    private static final String OVERFLOW = "overflow";

    /** Stands for the values of customers who are not there yet: only of segmentations is said what they are. */
    private static final String ANYTHING = "anything";

    private static final int ROUNDS = Integer.getInteger("siyu.rounds", 60);
    private static final long SEED = Long.getLong("siyu.seed", 20261122);

    @Test
    void sameAnswers() {
        int answers = 0;
        int overflows = 0;
        int unknowns = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Round one = new Round(SEED + round);
            one.run();
            answers += one.answers;
            overflows += one.overflows;
            unknowns += one.unknowns;
        }
        // The comparison means something only while most answers are values.
        assertThat(answers).isGreaterThan(ROUNDS * 500);
        assertThat(overflows).isBetween(1, answers / 5);
        assertThat(unknowns).isBetween(1, answers * 2 / 3);
    }

    /** Every day about the end of February in leap and common years, for people born about then. */
    @Test
    void birthdays() {
        Vocabulary vocabulary = TestProgram.vocabulary();
        Definitions definitions = TestProgram.definitions(vocabulary);
        List<Expression> roots = new ArrayList<>();
        for (String text : List.of("age()", "birthday_within(0d)", "birthday_within(1d)", "birthday_within(1w)")) {
            roots.add(Objects.requireNonNull(definitions.expression(Source.of("text", text), new Diagnostics())));
        }
        List<Blocks.Customer> customers = new ArrayList<>();
        for (long born = LocalDate.of(1996, 1, 1).toEpochDay();
                born < LocalDate.of(1998, 4, 1).toEpochDay();
                born++) {
            customers.add(Blocks.Customer.of("birthday", born));
        }
        CustomerBlock block = new Blocks(vocabulary).block(customers);
        for (LocalDate today = LocalDate.of(1997, 2, 20); today.getYear() < 2001; today = today.plusDays(1)) {
            if (today.getDayOfYear() < 50 || today.getDayOfYear() > 62) {
                continue;
            }
            AsOf asOf = AsOf.date(today, vocabulary.zone());
            SlowEvaluator slow = new SlowEvaluator(vocabulary, asOf);
            Compiled.Frame frame = Compiled.of(vocabulary, asOf, roots).frame();
            frame.load(block);
            for (int root = 0; root < roots.size(); root++) {
                Column column = frame.value(root);
                for (int i = 0; i < customers.size(); i++) {
                    Blocks.Customer customer = customers.get(i);
                    assertThat(column.get(i))
                            .as(today + " " + Printer.text(vocabulary, roots.get(root)) + " " + customer)
                            .isEqualTo(slow.shown(
                                    roots.get(root),
                                    new SlowEvaluator.Person(customer, Map.of(), Map.of(), Set.of(), Set.of(), true)));
                }
            }
        }
    }

    /** One set of customers, one as-of, many expressions. */
    private static final class Round {
        private final long seed;
        private final SplittableRandom random;
        private final RandomFacts facts;
        private final Definitions definitions;
        private final SlowEvaluator slow;
        private final List<String> texts = new ArrayList<>();
        private final List<Expression> roots = new ArrayList<>();
        private final List<List<@Nullable Object>> expected = new ArrayList<>();

        /** Whether booleans come as bits. */
        private boolean bits;

        int answers;
        int overflows;
        int unknowns;

        Round(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            this.facts = new RandomFacts(random, random.nextInt(6) == 0 ? 150 : 24);
            this.definitions = TestProgram.definitions(facts.vocabulary);
            this.slow = new SlowEvaluator(facts.vocabulary, facts.asOf);
            RandomExpressions expressions = new RandomExpressions(random);
            for (int i = 0; i < 60; i++) {
                texts.add(i == 0 ? "ring" : i == 1 ? "stage" : expressions.any(random.nextInt(1, 5)));
                roots.add(read(texts.get(i)));
                expected.add(slowly(roots.get(i)));
            }
        }

        private Expression read(String text) {
            Diagnostics diagnostics = new Diagnostics();
            Expression expression = definitions.expression(Source.of("random", text), diagnostics);
            if (expression == null) {
                throw new AssertionError("seed " + seed + ": " + text + "\n"
                        + TestProgram.show(diagnostics.problems().get(0)));
            }
            return expression;
        }

        private List<@Nullable Object> slowly(Expression expression) {
            List<@Nullable Object> values = new ArrayList<>();
            for (SlowEvaluator.Person person : facts.people) {
                if (!person.present()) {
                    values.add(segmentation(expression) ? null : ANYTHING);
                    continue;
                }
                try {
                    values.add(slow.shown(expression, person));
                } catch (SlowFunctions.Overflow overflow) {
                    values.add(OVERFLOW);
                }
            }
            return values;
        }

        private static boolean segmentation(Expression expression) {
            return expression instanceof Expression.Reference reference
                    && reference.definition() instanceof Definition.Segmentation;
        }

        void run() {
            Compiled compiled = Compiled.of(facts.vocabulary, facts.asOf, roots);
            Compiled.Frame reused = compiled.frame();
            int size = facts.people.size();
            blocks(compiled, reused, size);
            bits = true;
            blocks(compiled, reused, size);
            blocks(compiled, reused, random.nextInt(2, 9));
            blocks(compiled, reused, 1);
            blocks(compiled, compiled.frame(), size);
            undecided(compiled, reused);
        }

        /** All customers in blocks of a size. */
        private void blocks(Compiled compiled, Compiled.Frame frame, int size) {
            for (int from = 0; from < facts.people.size(); from += size) {
                int to = Math.min(facts.people.size(), from + size);
                frame.load(facts.block(from, to, bits ? compiled.needs().inBits() : compiled.needs()));
                for (int root = 0; root < roots.size(); root++) {
                    compare(frame, root, from, to);
                }
            }
        }

        private void compare(Compiled.Frame frame, int root, int from, int to) {
            List<@Nullable Object> wanted = expected.get(root).subList(from, to);
            Column column;
            try {
                column = frame.value(root);
            } catch (Failure failure) {
                overflows++;
                if (!wanted.contains(OVERFLOW)) {
                    throw different(root, from, to, "no overflow", "" + failure.problems());
                }
                return;
            }
            for (int i = 0; i < wanted.size(); i++) {
                Object value = column.get(i);
                answers++;
                unknowns += value == null ? 1 : 0;
                if (!same(wanted.get(i), value)) {
                    throw different(root, from + i, from + i + 1, "slow " + wanted.get(i), "compiled " + value);
                }
            }
        }

        private AssertionError different(int root, int from, int to, String slowly, String compiled) {
            return new AssertionError("seed " + seed + ", as of " + facts.asOf + "\n" + texts.get(root) + "\n"
                    + Printer.text(facts.vocabulary, roots.get(root)) + "\ncustomers " + from + " to " + to + ": "
                    + slowly + ", " + compiled + "\n" + facts.people.get(from));
        }

        private void undecided(Compiled compiled, Compiled.Frame frame) {
            frame.load(facts.block(0, facts.people.size(), compiled.needs()));
            for (int root = 0; root < 2; root++) {
                if (expected.get(root).contains(OVERFLOW)) {
                    continue;
                }
                Definition.Segmentation segmentation =
                        (Definition.Segmentation) ((Expression.Reference) roots.get(root)).definition();
                int[] counts = new int[segmentation.segments().size()];
                int[] fewer = new int[counts.length];
                byte[] some = new byte[facts.people.size()];
                for (int i = 0; i < some.length; i++) {
                    SlowEvaluator.Person person = facts.people.get(i);
                    if (!person.present()) {
                        continue;
                    }
                    List<String> undecided = new ArrayList<>();
                    slow.segment(segmentation, person, undecided);
                    some[i] = (byte) (person.pins().isEmpty() ? random.nextInt(2) : 0);
                    for (String name : undecided) {
                        counts[segmentation.type().words().indexOf(name)]++;
                        fewer[segmentation.type().words().indexOf(name)] += some[i];
                    }
                }
                frame.value(root);
                assertThat(frame.undecided(root))
                        .as("seed " + seed + " " + texts.get(root))
                        .isEqualTo(counts);
                assertThat(frame.undecided(root, some))
                        .as("seed " + seed + " " + texts.get(root))
                        .isEqualTo(fewer);
            }
        }
    }

    /** Equal; distances are computed in another order, so decimals may differ in the last digits. */
    private static boolean same(@Nullable Object wanted, @Nullable Object value) {
        if (wanted instanceof Double a && value instanceof Double b) {
            return a.doubleValue() == b.doubleValue() || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
        }
        return wanted == null ? value == null : wanted.equals(value) || wanted.equals(ANYTHING);
    }
}
