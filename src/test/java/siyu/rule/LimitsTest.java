package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import siyu.core.AsOf;
import siyu.core.Diagnostics;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.fact.Vocabulary;

/** Long, deep and senseless texts: an answer or a problem with a place, never anything else. */
class LimitsTest {
    private final Vocabulary vocabulary = TestProgram.vocabulary();
    private final Definitions definitions = TestProgram.definitions(vocabulary);

    private List<Problem> problems(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Expression expression = definitions.expression(Source.of("text", text), diagnostics);
        assertThat(expression == null).as(text).isEqualTo(!diagnostics.isEmpty());
        return diagnostics.problems();
    }

    private String problem(String text) {
        List<Problem> problems = problems(text);
        assertThat(problems).hasSize(1);
        return TestProgram.show(problems.get(0));
    }

    @Test
    void depth() {
        assertThat(problems("(".repeat(50) + "app" + ")".repeat(50))).isEmpty();
        assertThat(problem("(".repeat(51) + "app" + ")".repeat(51)))
                .isEqualTo(
                        "E0308 1:51+1 the expression is nested more than 50 deep | give a part a name of its own under metrics");
        assertThat(problem("not ".repeat(51) + "app")).startsWith("E0308 1:201+3");
        assertThat(problem("- ".repeat(51) + "visits")).startsWith("E0308 1:101+1");
        assertThat(problem("abs(".repeat(51) + "visits" + ")".repeat(51))).startsWith("E0308 1:204+1");
    }

    @Test
    void length() {
        assertThat(problems("app" + " and app".repeat(298))).isEmpty();
        assertThat(problem("app" + " and app".repeat(300)))
                .isEqualTo("E0309 1:1+2403 the expression has more than 300 operators in a row"
                        + " | use in (…) for long lists, or give parts names of their own under metrics");
        assertThat(problem("app" + " and app".repeat(1000) + " or vip"))
                .isEqualTo("E0309 1:8005+2 the expression has more than 1000 operators"
                        + " | use in (…) for long lists, or give parts names of their own under metrics");
        assertThat(problem("visits in (" + "1, ".repeat(30_000) + "2)"))
                .isEqualTo("E0309 1:1+1 the expression has 90013 characters, at most 64000 are allowed"
                        + " | give parts names of their own under metrics");
        assertThat(problem("visits > " + "9".repeat(50_000)))
                .startsWith("E0305 1:10+50000 99999999999999999999… is out");
        assertThat(problem("rate > " + "9".repeat(400))).startsWith("E0305");
        assertThat(problem("aum > " + "9".repeat(18))).startsWith("E0305");
        assertThat(problem("count(login, " + "9".repeat(300) + "d)")).startsWith("E0305");
        assertThat(problem("count(login, 10000y)"))
                .isEqualTo("E0305 1:14+6 the duration 10000y is out of range | at most 9999y");
    }

    /** The highest trees are also printed and compiled without running out of stack. */
    @Test
    void theHighestTree() {
        Diagnostics diagnostics = new Diagnostics();
        DefinitionReader reader = new DefinitionReader(vocabulary, diagnostics);
        for (int i = 0; i < 150; i++) {
            reader.metric("m" + i, Source.of("m" + i, i == 0 ? "visits" : "m" + (i - 1) + " + 1"));
        }
        Definitions deep = reader.read();
        Expression tree = deep.expression(Source.of("high", "m149" + " + 1".repeat(299)), diagnostics);
        assertThat(diagnostics.problems()).isEmpty();
        assertThat(tree).isNotNull();
        assertThat(Printer.text(vocabulary, tree)).hasSize(4 + 4 * 299);
        AsOf asOf = AsOf.date(LocalDate.of(2026, 1, 1), vocabulary.zone());
        Compiled compiled = Compiled.of(vocabulary, asOf, List.of(tree));
        Compiled.Frame frame = compiled.frame();
        frame.load(new Blocks(vocabulary).block(List.of(Blocks.Customer.of("visits", 1L))));
        assertThat(frame.value(0).get(0)).isEqualTo(1L + 149 + 299);
    }

    /** Names used twice at every level: as many paths as grains on the chess board, but not as much work. */
    @Test
    void manyPathsAreOneTree() {
        Diagnostics diagnostics = new Diagnostics();
        DefinitionReader reader = new DefinitionReader(vocabulary, diagnostics);
        for (int i = 0; i < 100; i++) {
            reader.metric("m" + i, Source.of("m" + i, i == 0 ? "visits" : "m" + (i - 1) + " + m" + (i - 1)));
        }
        Expression tree = reader.read().expression(Source.of("top", "m99"), diagnostics);
        assertThat(tree).isNotNull();
        assertThat(Dependencies.of(tree)).hasSize(100);
        AsOf asOf = AsOf.date(LocalDate.of(2026, 1, 1), vocabulary.zone());
        Compiled.Frame frame = Compiled.of(vocabulary, asOf, List.of(tree)).frame();
        frame.load(new Blocks(vocabulary).block(List.of(Blocks.Customer.of("visits", 1L))));
        assertThatThrownBy(() -> frame.value(0))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(
                                        TestProgram.show(failure.problems().get(0)))
                                .isEqualTo("E0330 1:1+9 'm62 + m62' is too large"));
    }

    /** Pieces of good expressions in any order: most are nonsense, each must get a place inside the text. */
    @Test
    void nonsense() {
        String[] pieces = {
            "app",
            "visits",
            "aum",
            "risk",
            "'x'",
            "'",
            "\"",
            "(",
            ")",
            "[",
            "]",
            ",",
            ".",
            "and",
            "or",
            "not",
            "in",
            "between",
            "is",
            "unknown",
            "known",
            "=",
            "==",
            "!",
            "<",
            ">=",
            "+",
            "-",
            "*",
            "/",
            "%",
            "1",
            "2.5",
            "90d",
            "2026-01-31",
            "2026-13-01",
            "count",
            "sum",
            "purchase",
            "any",
            "today",
            "this_month",
            "lower",
            "coalesce",
            "（",
            "１",
            "上海",
            "😀",
            "\n",
            "1e5",
            "\u0000"
        };
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 6_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
            for (Problem problem : problems(text.toString())) {
                assertThat(problem.place()).isNotNull();
                assertThat(problem.place().line()).as(text.toString()).isBetween(1, lines);
                assertThat(problem.message()).doesNotEndWith(".").isNotBlank();
            }
        }
    }
}
