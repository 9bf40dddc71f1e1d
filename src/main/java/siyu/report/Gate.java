package siyu.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.core.Diagnostics;
import siyu.core.Problem;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.rule.Compiled;
import siyu.rule.Definitions;
import siyu.rule.Dependencies;
import siyu.rule.Expression;
import siyu.rule.Source;

/**
 * {@code --fail-if}: a condition of the expression language over the columns of a report's rows. A row is evaluated as a customer
 * whose attributes are the columns; what is empty is unknown, and only true fails.
 */
final class Gate {
    /** Rows named at most; the others are counted. */
    private static final int NAMED = 20;

    private static final String FLAG = "--fail-if";

    private Gate() {}

    /** What is wrong with the rows for which the condition is true; empty for none. */
    static List<Problem> problems(Figures figures, String text, AsOf asOf, Vocabulary program) {
        List<Attribute> columns = new ArrayList<>();
        for (Heading heading : figures.headings) {
            columns.add(new Attribute(heading.name(), type(heading), false));
        }
        Vocabulary vocabulary =
                new Vocabulary(ZoneOffset.UTC, program.currency(), program.decimals(), columns, Map.of());
        Diagnostics diagnostics = new Diagnostics();
        Source source = Source.of(FLAG, text);
        Expression condition = new Definitions(vocabulary, List.of()).condition(source, diagnostics);
        diagnostics.throwIfAny();
        Compiled compiled = Compiled.of(vocabulary, asOf, List.of(Objects.requireNonNull(condition)), List.of(source));
        Compiled.Frame frame = compiled.frame();
        frame.load(block(figures, vocabulary));
        Column values = frame.value(0);
        List<Integer> named = new ArrayList<>();
        collect(condition, named);
        List<Problem> problems = new ArrayList<>();
        long more = 0;
        for (int row = 0; row < figures.rows.size(); row++) {
            if (values.known[row] != 0 && values.longs[row] != 0) {
                if (problems.size() < NAMED) {
                    problems.add(problem(figures, text, row, named, vocabulary));
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            problems.add(ReportCode.FOUND.problem("'" + text + "' is true of " + more + " more rows"));
        }
        return problems;
    }

    private static Problem problem(Figures figures, String text, int row, List<Integer> named, Vocabulary vocabulary) {
        StringBuilder values = new StringBuilder();
        for (int attribute : named) {
            String name = vocabulary.customer().get(attribute).name();
            Object cell = figures.rows
                    .get(row)[attribute - Vocabulary.builtInCustomer().size()];
            values.append(values.length() == 0 ? " (" : ", ")
                    .append(name)
                    .append(' ')
                    .append(cell);
        }
        return ReportCode.FOUND.problem("'" + text + "' is true of row " + (row + 1) + ", "
                + figures.about(figures.rows.get(row)) + values + (values.length() == 0 ? "" : ")"));
    }

    /** The columns of figures that the condition names, in order. */
    private static void collect(Expression expression, List<Integer> into) {
        if (expression instanceof Expression.CustomerAttribute attribute && !into.contains(attribute.index())) {
            into.add(attribute.index());
        }
        Dependencies.operands(expression).forEach(operand -> collect(operand, into));
    }

    private static Type type(Heading heading) {
        return switch (heading.kind()) {
            case TEXT, PERSONAL, NESTED -> Type.TEXT;
            case INTEGER -> Type.INTEGER;
            case DECIMAL, SHARE -> Type.DECIMAL;
            case MONEY -> Type.MONEY;
            case BOOLEAN -> Type.BOOLEAN;
            case DATE -> Type.DATE;
            case TIME -> Type.TIME;
        };
    }

    private static CustomerBlock block(Figures figures, Vocabulary vocabulary) {
        int builtIn = Vocabulary.builtInCustomer().size();
        int size = figures.rows.size();
        @Nullable Column[] columns = new @Nullable Column[vocabulary.customer().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Column(vocabulary.customer().get(i).type(), size);
        }
        for (int i = 0; i < figures.headings.size(); i++) {
            Column column = Objects.requireNonNull(columns[builtIn + i]);
            BiConsumer<Integer, Object> put = putter(column, vocabulary.decimals());
            for (int row = 0; row < size; row++) {
                Object cell = figures.rows.get(row)[i];
                if (cell != null) {
                    put.accept(row, cell);
                    column.known[row] = 1;
                }
            }
        }
        return new CustomerBlock(0, size, columns, null, Map.of(), Marks.NONE);
    }

    private static BiConsumer<Integer, Object> putter(Column column, int decimals) {
        return switch (column.type.kind()) {
            case DECIMAL -> (row, cell) -> column.doubles[row] = ((Number) cell).doubleValue();
            case MONEY ->
                (row, cell) -> column.longs[row] =
                        ((BigDecimal) cell).movePointRight(decimals).longValueExact();
            case INTEGER -> (row, cell) -> column.longs[row] = ((Number) cell).longValue();
            case BOOLEAN -> (row, cell) -> column.longs[row] = Boolean.TRUE.equals(cell) ? 1 : 0;
            case DATE -> (row, cell) -> column.longs[row] = ((LocalDate) cell).toEpochDay();
            case TEXT, WORD, TIME -> (row, cell) -> column.longs[row] = column.dictionary.add(cell.toString());
        };
    }
}
