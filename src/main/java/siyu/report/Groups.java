package siyu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Population;
import siyu.fact.Type;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Personal;
import siyu.rule.Source;
import siyu.segment.Scores;

/**
 * Customers by the value of an expression, as of the as-of: words in their declared order, else ascending, last those of whom it is
 * not known.
 *
 * @param text the expression, null for none: then everybody is in group 0
 * @param names the value of each group
 * @param codes by customer number: his group
 */
public record Groups(@Nullable String text, List<@Nullable String> names, short[] codes) {
    /** Everybody together. */
    public static final Groups ALL = new Groups(null, List.of(""), new short[0]);

    /** Groups a report has at most. */
    static final int MOST = 1_000;

    private static final String FLAG = "--by";

    boolean given() {
        return text != null;
    }

    int size() {
        return names.size();
    }

    /** The group of a customer. */
    int of(int customer) {
        return text == null ? 0 : codes[customer];
    }

    /** Works the expression out for everybody. */
    public static Groups of(Facts facts, String text) {
        Diagnostics diagnostics = new Diagnostics();
        Source source = Source.of(FLAG, text);
        Expression expression = facts.program().definitions().expression(source, diagnostics);
        diagnostics.throwIfAny();
        Expression root = Objects.requireNonNull(expression);
        if (Personal.is(facts.vocabulary(), root)) {
            throw ReportCode.PERSONAL_GROUPS
                    .problem("'" + text + "' tells who customers are")
                    .failure();
        }
        List<Expression> roots = List.of(root);
        Population population = facts.population();
        Scores scores = Scores.of(facts.vocabulary(), population, facts.asOf(), facts.marks(), roots);
        List<Problem> problems = scores.problems(root);
        if (!problems.isEmpty()) {
            throw new Failure(problems);
        }
        Compiled compiled = Compiled.of(facts.vocabulary(), facts.asOf(), roots, List.of(source));
        short[] codes = new short[population.size()];
        Values values = new Values(text);
        population.scan(
                compiled.needs().inBits(), facts.asOf(), () -> new Worker(facts, compiled, scores, values, codes));
        return values.ordered(root.type(), codes);
    }

    /** The values met so far, each with a number; used by several threads. */
    private static final class Values {
        private final String text;
        private final Map<Object, Integer> numbers = new HashMap<>();
        private boolean unknown;

        Values(String text) {
            this.text = text;
        }

        /** 1 and on for values, 0 for an unknown one. */
        synchronized int number(@Nullable Object value) {
            if (value == null) {
                unknown = true;
                return 0;
            }
            int number = numbers.computeIfAbsent(value, none -> numbers.size() + 1);
            if (number > MOST) {
                throw ReportCode.TOO_MANY_GROUPS
                        .problem("'" + text + "' has more than " + MOST + " different values")
                        .failure();
            }
            return number;
        }

        Groups ordered(Type type, short[] codes) {
            List<Object> values = new ArrayList<>(numbers.keySet());
            values.sort(order(type));
            short[] places = new short[values.size() + 1];
            places[0] = (short) values.size();
            List<@Nullable String> names = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                places[Objects.requireNonNull(numbers.get(values.get(i)))] = (short) i;
                names.add(values.get(i).toString());
            }
            if (unknown || values.isEmpty()) {
                names.add(null);
            }
            for (int i = 0; i < codes.length; i++) {
                codes[i] = places[codes[i]];
            }
            return new Groups(text, names, codes);
        }

        @SuppressWarnings("unchecked") // All values of an expression are of one class.
        private static Comparator<Object> order(Type type) {
            return type.kind() == Type.Kind.WORD
                    ? Comparator.comparingInt(word -> type.words().indexOf(word))
                    : (one, other) -> ((Comparable<Object>) one).compareTo(other);
        }
    }

    /** Numbers the values of its blocks; a text or a word is looked up once per block. */
    private static final class Worker implements Population.Visitor {
        private final Facts facts;
        private final Compiled.Frame frame;
        private final Scores.Given given;
        private final Values values;
        private final short[] codes;

        Worker(Facts facts, Compiled compiled, Scores scores, Values values, short[] codes) {
            this.facts = facts;
            this.frame = compiled.frame();
            this.given = scores.given();
            this.values = values;
            this.codes = codes;
        }

        @Override
        public void visit(CustomerBlock block) {
            frame.load(given.with(block, facts.marks()));
            Column column = frame.value(0);
            Map<Long, Integer> met = new HashMap<>();
            boolean decimal = column.type.kind() == Type.Kind.DECIMAL;
            for (int row = 0; row < block.size; row++) {
                if (block.present != null && block.present[row] == 0) {
                    continue;
                }
                int number;
                if (column.known[row] == 0) {
                    number = values.number(null);
                } else {
                    long key = decimal ? Double.doubleToLongBits(column.doubles[row] + 0.0) : column.longs[row];
                    Integer known = met.get(key);
                    if (known == null) {
                        known = values.number(Cell.of(column, row, facts.vocabulary()));
                        met.put(key, known);
                    }
                    number = known;
                }
                codes[block.first + row] = (short) number;
            }
        }
    }
}
