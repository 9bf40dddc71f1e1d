package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import siyu.core.Diagnostics;
import siyu.fact.Vocabulary;

/** The canonical text of an expression stands for its tree: read again it gives the same one. */
class PrinterTest {
    private static final long SEED = 20261122;

    private final Vocabulary vocabulary = TestProgram.vocabulary();
    private final Definitions definitions = TestProgram.definitions(vocabulary);

    private Expression read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Expression expression = definitions.expression(Source.of("random", text), diagnostics);
        if (expression == null) {
            throw new AssertionError(
                    text + "\n" + TestProgram.show(diagnostics.problems().get(0)));
        }
        return expression;
    }

    @Test
    void readAgainItIsTheSameTree() {
        RandomExpressions expressions = new RandomExpressions(new SplittableRandom(SEED));
        for (int i = 0; i < 3000; i++) {
            String text = expressions.any(i % 6);
            Expression tree = read(text);
            String canonical = Printer.text(vocabulary, tree);
            Expression again = read(canonical);
            assertThat(same(again, tree))
                    .as("seed " + SEED + ": " + text + " → " + canonical)
                    .isTrue();
            assertThat(Printer.text(vocabulary, again)).isEqualTo(canonical);
        }
    }

    /** Every pair of brackets is needed: without any one of them the text means something else or nothing. */
    @Test
    void noBracketTooMany() {
        RandomExpressions expressions = new RandomExpressions(new SplittableRandom(SEED));
        int pairs = 0;
        for (int i = 0; i < 4000; i++) {
            Expression tree = read(expressions.any(i % 6));
            String text = Printer.text(vocabulary, tree);
            for (int open = 0; open < text.length(); open++) {
                int close = groups(text, open) ? closing(text, open) : -1;
                if (close > 0) {
                    pairs++;
                    String without =
                            text.substring(0, open) + text.substring(open + 1, close) + text.substring(close + 1);
                    Expression other = definitions.expression(Source.of("less", without), new Diagnostics());
                    assertThat(other != null && same(other, tree))
                            .as("seed " + SEED + ": " + text + " and " + without)
                            .isFalse();
                }
            }
        }
        assertThat(pairs).isGreaterThan(300);
    }

    /** Whether a bracket opens here that groups, not one of a call or of a list. */
    private static boolean groups(String text, int open) {
        if (text.charAt(open) != '(' || quoted(text, open)) {
            return false;
        }
        String before = text.substring(0, open).stripTrailing();
        boolean list = before.endsWith(" in") || before.equals("in");
        boolean call = open > 0 && (Character.isLetterOrDigit(text.charAt(open - 1)) || text.charAt(open - 1) == '_');
        return !list && !call;
    }

    private static boolean quoted(String text, int at) {
        return text.substring(0, at).chars().filter(c -> c == '\'').count() % 2 == 1;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (!quoted(text, i)) {
                depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            }
            if (depth == 0) {
                return i;
            }
        }
        throw new AssertionError(text);
    }

    /** Equal but for where they stand. */
    private static boolean same(Expression a, Expression b) {
        if (a.getClass() != b.getClass() || !a.type().equals(b.type())) {
            return false;
        }
        List<Expression> left = Dependencies.operands(a);
        List<Expression> right = Dependencies.operands(b);
        if (left.size() != right.size() || !head(a).equals(head(b))) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What an expression is besides its operands, type and place. */
    private static String head(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return "" + literal.value();
        }
        if (expression instanceof Expression.CustomerAttribute attribute) {
            return "" + attribute.index();
        }
        if (expression instanceof Expression.EventAttribute attribute) {
            return "" + attribute.index();
        }
        if (expression instanceof Expression.Reference reference) {
            return reference.definition().name();
        }
        if (expression instanceof Expression.Unary unary) {
            return unary.operator().name();
        }
        if (expression instanceof Expression.Binary binary) {
            return binary.operator().name();
        }
        if (expression instanceof Expression.In in) {
            return "" + in.negated();
        }
        if (expression instanceof Expression.Known known) {
            return "" + known.wanted();
        }
        if (expression instanceof Expression.Shift shift) {
            return shift.amount() + shift.unit().name();
        }
        if (expression instanceof Expression.Call call) {
            return call.function().name();
        }
        return expression instanceof Expression.Aggregate aggregate
                ? aggregate.function() + " " + aggregate.kind() + " " + aggregate.window() + " "
                        + (aggregate.filter() != null) + (aggregate.of() != null)
                : "";
    }
}
