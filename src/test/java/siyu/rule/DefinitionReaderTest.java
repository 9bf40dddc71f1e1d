package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.core.Diagnostics;
import siyu.core.Problem;

/** Whole programs: order, circles, names, reach, scores; and that nothing is said twice. */
class DefinitionReaderTest {
    private final Diagnostics diagnostics = new Diagnostics();
    private final DefinitionReader reader = new DefinitionReader(TestProgram.vocabulary(), diagnostics);

    private void metric(String name, String text) {
        reader.metric(name, Source.of(name, text));
    }

    private void tag(String name, String text) {
        reader.tag(name, Source.of(name, text));
    }

    private void segments(String name, @Nullable String otherwise, String... namesAndRules) {
        Map<String, Source> segments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndRules.length; i += 2) {
            segments.put(namesAndRules[i], Source.of(name + "." + namesAndRules[i], namesAndRules[i + 1]));
        }
        reader.segmentation(name, segments, otherwise, false);
    }

    private void score(String of, int quantiles, boolean tiesFirst, String... cuts) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (String cut : cuts) {
            sources.put(cut, Source.of("cut", cut));
        }
        reader.score("score", Source.of("score", of), quantiles, sources, false, tiesFirst);
    }

    /** Reads, and expects these problems, one a line, each after the name of its source. */
    private Definitions expect(String... problems) {
        Definitions definitions = reader.read();
        StringBuilder found = new StringBuilder();
        for (Problem problem : diagnostics.problems()) {
            assertThat(problem.place()).isNotNull();
            found.append(problem.place().file())
                    .append(' ')
                    .append(TestProgram.show(problem))
                    .append('\n');
        }
        assertThat(found.toString()).isEqualTo(problems.length == 0 ? "" : String.join("\n", problems) + "\n");
        return definitions;
    }

    @Test
    void eachAfterWhatItNames() {
        segments("stage", "other", "new", "second > 1 and fan");
        metric("second", "first_one + 1");
        tag("fan", "has_tag('friend')");
        tag("friend", "app");
        metric("first_one", "visits");
        assertThat(expect().all())
                .extracting(Definition::name)
                .containsExactly("first_one", "second", "friend", "fan", "stage");
    }

    @Test
    void circlesAreShownWholeAndOnce() {
        metric("a", "b + visits");
        metric("b", "count(login) + c");
        metric("c", "coalesce(1, a)");
        metric("own", "own + 1");
        metric("outside", "a + 1");
        tag("marked", "has_tag('marker')");
        tag("marker", "marked");
        Definitions definitions = expect(
                "c E0324 1:13+1 definitions go in a circle: a → b → c → a",
                "own E0324 1:1+3 'own' names itself",
                "marker E0324 1:1+6 definitions go in a circle: marked → marker → marked");
        assertThat(definitions.all()).isEmpty();
        assertThat(definitions.expression(Source.of("later", "outside > 1"), diagnostics))
                .isNull();
        assertThat(diagnostics.problems()).hasSize(3);
    }

    @Test
    void whatIsBrokenIsReportedOnceAndTheRestIsChecked() {
        metric("wrong", "visits +");
        metric("uses", "wrong + nobody");
        segments("ring", null, "inner", "wrong > 1 and vip > 2", "outer", "ap");
        metric("fine", "visits");
        Definitions definitions = expect(
                "wrong E0307 1:9+1 expected a value but found the end",
                "uses E0310 1:9+6 there is no attribute, metric, tag, score or segmentation 'nobody'",
                "ring.inner E0317 1:21+1 boolean and integer cannot be compared",
                "ring.outer E0310 1:1+2 there is no attribute, metric, tag, score or segmentation 'ap' | did you mean 'app'?");
        assertThat(definitions.all()).extracting(Definition::name).containsExactly("fine");
    }

    @Test
    void names() {
        metric("visits", "1");
        metric("login", "1");
        metric("weekday", "1");
        metric("today", "1");
        metric("count", "1");
        metric("two words", "1");
        metric("老客", "visits");
        tag("老客", "app");
        segments("ring", "inner", "inner", "app");
        expect(
                "visits E0322 1:1+1 'visits' cannot be the name of a definition: it is an attribute of the customers",
                "login E0322 1:1+1 'login' cannot be the name of a definition: it is a kind of event",
                "weekday E0322 1:1+1 'weekday' cannot be the name of a definition: it is a word of the language",
                "today E0322 1:1+1 'today' cannot be the name of a definition: it is a word of the language",
                "count E0322 1:1+1 'count' cannot be the name of a definition: it is a word of the language",
                "two words E0322 1:1+1 'two words' cannot be the name of a definition:"
                        + " names consist of letters, digits and _ and do not start with a digit",
                "老客 E0323 1:1+3 '老客' is defined twice",
                "ring.inner E0323 1:1+3 'inner' is a segment of 'ring' and its otherwise");
    }

    @Test
    void rulesAreConditions() {
        tag("rich", "aum");
        segments("ring", null, "inner", "visits + 1");
        expect(
                "rich E0317 1:1+3 a tag needs boolean, not money | compare it: > 0",
                "ring.inner E0317 1:1+10 a segment needs boolean, not integer | compare it: > 0");
    }

    @Test
    void segmentsThatNobodyReaches() {
        segments("never", null, "a", "app", "b", "false", "c", "vip and 1 > 2", "d", "visits > 5 and visits < 3");
        segments("all", null, "a", "app or true", "b", "vip");
        segments("same", null, "a", "app and vip", "b", "vip", "c", "(visits > 1) and (vip and app)");
        segments("bounds", null, "low", "aum >= 100", "high", "1000 <= aum and app", "none", "aum is unknown");
        segments("either", null, "a", "app or vip", "b", "consent and vip or app", "c", "consent or vip");
        segments("ranges", null, "a", "visits between 1 and 10", "b", "visits = 5", "c", "visits between 5 and 11");
        expect(
                "never.b E0325 1:1+5 nobody can come into segment 'b': its rule is never true",
                "never.c E0325 1:1+13 nobody can come into segment 'c': its rule is never true",
                "never.d E0325 1:1+25 nobody can come into segment 'd': its rule is never true",
                "all.b E0325 1:1+3 nobody can come into segment 'b': 'a' takes everybody first | put the narrower rule first",
                "same.c E0325 1:1+30 nobody can come into segment 'c': 'a' takes everybody first | put the narrower rule first",
                "bounds.high E0325 1:1+19 nobody can come into segment 'high': 'low' takes everybody first | put the narrower rule first",
                "either.b E0325 1:1+22 nobody can come into segment 'b': 'a' takes everybody first | put the narrower rule first",
                "ranges.b E0325 1:1+10 nobody can come into segment 'b': 'a' takes everybody first | put the narrower rule first");
    }

    @Test
    void scores() {
        score("aum", 0, false, "100", "99.5", "1.005", "x", "2026-01-31");
        expect(
                "cut E0326 1:1+4 99.5 does not lie above the cut before it",
                "cut E0321 1:1+5 1.005 has more decimals than CNY, which has 2 | write 1.01",
                "cut E0326 1:1+1 'x' is not a written-out money",
                "cut E0326 1:1+10 '2026-01-31' is not a written-out money");
    }

    @Test
    void scoreOfText() {
        score("city", 5, false);
        expect("score E0326 1:1+4 a score cannot rank text | rank an integer, decimal, money, date or time");
    }

    @Test
    void scoreWithNeitherOrBoth() {
        score("visits", 0, false);
        score("visits", 101, true);
        score("visits", 0, true, "1", "2");
        expect(
                "score E0326 1:1+6 score 'score' needs either quantiles or cuts",
                "score E0326 1:1+6 score 'score' cannot have 101 quantiles, only 2 to 100",
                "score E0323 1:1+6 'score' is defined twice",
                "score E0326 1:1+6 ties of score 'score' mean nothing beside cuts",
                "score E0323 1:1+6 'score' is defined twice");
    }

    @Test
    void scoreOfTimeIsCutByDates() {
        score("seen", 0, false, "2025-01-01", "2026-01-31");
        Definition.Score score = (Definition.Score) expect().get("score");
        assertThat(score).isNotNull();
        assertThat(score.of()).isInstanceOf(Expression.Convert.class);
        assertThat(score.cuts()).extracting(Expression.Literal::value).containsExactly(20089L, 20484L);
    }

    @Test
    void longChains() {
        for (int i = 0; i < 300; i++) {
            metric("m" + i, i == 299 ? "visits" : "m" + (i + 1) + " + 1");
        }
        Definitions definitions = expect("m149 E0308 1:1+4 'm149' and what it leans on are nested more than 300 deep");
        assertThat(definitions.all()).hasSize(150);
    }
}
