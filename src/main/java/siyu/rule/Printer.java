package siyu.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Expression.BinaryOperator;
import siyu.rule.Expression.UnaryOperator;

/**
 * Writes a typed expression as text: one form for each meaning, with no more brackets than needed. Read again in the same
 * scope, the text gives an equal tree, so it can stand for the tree where two are compared.
 */
public final class Printer {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int NEGATION = 7;
    private static final int PRIMARY = 8;

    private final Vocabulary vocabulary;
    private final StringBuilder out = new StringBuilder();

    private Printer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The canonical text of an expression. */
    public static String text(Vocabulary vocabulary, Expression expression) {
        Printer printer = new Printer(vocabulary);
        printer.print(expression, OR);
        return printer.out.toString();
    }

    /** Everything a definition says, as text that is equal when and only when the meaning is. */
    public static String text(Vocabulary vocabulary, Definition definition) {
        if (definition instanceof Definition.Metric metric) {
            return "metric " + text(vocabulary, metric.expression());
        }
        if (definition instanceof Definition.Tag tag) {
            return "tag " + text(vocabulary, tag.rule());
        }
        StringBuilder out = new StringBuilder();
        if (definition instanceof Definition.Score score) {
            out.append("score ").append(text(vocabulary, score.of()));
            out.append(score.lowIsBest() ? "; best low" : "; best high");
            out.append(score.tiesFirst() ? "; ties first" : "; ties same");
            out.append(score.quantiles() > 0 ? "; quantiles " + score.quantiles() : "; cuts");
            for (Expression.Literal cut : score.cuts()) {
                out.append(' ').append(text(vocabulary, cut));
            }
            return out.toString();
        }
        Definition.Segmentation segmentation = (Definition.Segmentation) definition;
        out.append("segmentation");
        for (Definition.Segment segment : segmentation.segments()) {
            out.append(' ').append(quoted(segment.name())).append(": ");
            out.append(text(vocabulary, segment.rule())).append(';');
        }
        String otherwise = segmentation.otherwise();
        out.append(" otherwise ");
        return out.append(otherwise != null ? quoted(otherwise) : segmentation.total() ? "error" : "none")
                .toString();
    }

    /** @param least the loosest binding that needs no brackets here */
    private void print(Expression expression, int least) {
        Expression inner = expression;
        while (inner instanceof Expression.Convert convert) {
            inner = convert.operand();
        }
        boolean brackets = binding(inner) < least;
        if (brackets) {
            out.append('(');
        }
        write(inner);
        if (brackets) {
            out.append(')');
        }
    }

    private static int binding(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return binding(binary.operator());
        }
        if (expression instanceof Expression.Unary unary) {
            return unary.operator() == UnaryOperator.NOT ? NOT : NEGATION;
        }
        if (expression instanceof Expression.In
                || expression instanceof Expression.Between
                || expression instanceof Expression.Known) {
            return COMPARISON;
        }
        if (expression instanceof Expression.Shift) {
            return SUM;
        }
        if (expression instanceof Expression.Literal literal && literal.value() instanceof Number number) {
            return number.doubleValue() < 0 && literal.type().kind() != Type.Kind.DATE ? NEGATION : PRIMARY;
        }
        return PRIMARY;
    }

    private static int binding(BinaryOperator operator) {
        return switch (operator) {
            case OR -> OR;
            case AND -> AND;
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> COMPARISON;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, REMAINDER -> PRODUCT;
        };
    }

    /** How an operator is written. */
    static String sign(BinaryOperator operator) {
        return switch (operator) {
            case OR -> "or";
            case AND -> "and";
            case EQUAL -> "=";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
            case REMAINDER -> "%";
        };
    }

    private void write(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            int own = binding(binary.operator());
            print(binary.left(), own == COMPARISON ? SUM : own);
            out.append(' ').append(sign(binary.operator())).append(' ');
            print(binary.right(), own + 1);
        } else if (expression instanceof Expression.Unary unary) {
            boolean not = unary.operator() == UnaryOperator.NOT;
            out.append(not ? "not " : "-");
            print(unary.operand(), not ? NOT : NEGATION);
        } else if (expression instanceof Expression.In in) {
            print(in.operand(), SUM);
            out.append(in.negated() ? " not in " : " in ");
            list(in.options());
        } else if (expression instanceof Expression.Between between) {
            print(between.operand(), SUM);
            out.append(" between ");
            print(between.low(), SUM);
            out.append(" and ");
            print(between.high(), SUM);
        } else if (expression instanceof Expression.Known known) {
            print(known.operand(), SUM);
            out.append(known.wanted() ? " is known" : " is unknown");
        } else if (expression instanceof Expression.Shift shift) {
            print(shift.operand(), SUM);
            out.append(shift.amount() < 0 ? " - " : " + ").append(Math.abs(shift.amount()));
            out.append(Words.letter(shift.unit()));
        } else if (expression instanceof Expression.Call call) {
            call(call);
        } else if (expression instanceof Expression.Aggregate aggregate) {
            aggregate(aggregate);
        } else {
            leaf(expression);
        }
    }

    private void leaf(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            out.append(literal(literal));
        } else if (expression instanceof Expression.CustomerAttribute attribute) {
            out.append(vocabulary.customer().get(attribute.index()).name());
        } else if (expression instanceof Expression.EventAttribute attribute) {
            out.append(vocabulary.event().get(attribute.index()).name());
        } else if (expression instanceof Expression.EventKind) {
            out.append("kind");
        } else if (expression instanceof Expression.Reference reference) {
            out.append(reference.definition().name());
        } else {
            out.append("today");
        }
    }

    private void list(List<Expression> expressions) {
        out.append('(');
        for (int i = 0; i < expressions.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            print(expressions.get(i), OR);
        }
        out.append(')');
    }

    private void call(Expression.Call call) {
        Functions.Signature signature = Functions.get(call.function());
        out.append(signature.name());
        List<Expression> arguments = call.arguments();
        switch (signature.implied()) {
            case BIRTHDAY_FIRST -> {
                out.append('(');
                print(arguments.get(1), OR);
                out.append("d)");
            }
            case BIRTHDAY_IF_NONE -> list(birthday(arguments.get(0)) ? List.of() : arguments);
            case POSITION_LAST -> list(arguments.subList(0, arguments.size() - 2));
            case NONE -> list(arguments);
        }
    }

    private boolean birthday(Expression expression) {
        return expression instanceof Expression.CustomerAttribute attribute
                && attribute.index() == vocabulary.customer("birthday");
    }

    private void aggregate(Expression.Aggregate aggregate) {
        out.append(aggregate.function().name().toLowerCase(Locale.ROOT)).append('(');
        out.append(aggregate.kind() < 0 ? "any" : vocabulary.kinds().get(aggregate.kind()));
        if (aggregate.filter() != null) {
            out.append('[');
            print(aggregate.filter(), OR);
            out.append(']');
        }
        if (aggregate.of() != null) {
            out.append('.');
            print(aggregate.of(), OR);
        }
        if (aggregate.window().unit() != Window.Unit.EVER) {
            out.append(", ").append(window(aggregate.window()));
        }
        out.append(')');
    }

    /** How a window is written. */
    public static String window(Window window) {
        return switch (window.unit()) {
            case HOURS, DAYS, WEEKS, MONTHS, YEARS -> "" + window.amount() + Words.letter(window.unit());
            default -> Words.name(window.unit());
        };
    }

    private String literal(Expression.Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return "unknown";
        }
        return switch (literal.type().kind()) {
            case BOOLEAN, INTEGER -> value.toString();
            case DECIMAL -> decimal((Double) value);
            case MONEY ->
                BigDecimal.valueOf((Long) value, vocabulary.decimals()).toPlainString();
            case TEXT -> quoted((String) value);
            case DATE -> LocalDate.ofEpochDay((Long) value).toString();
            case WORD -> quoted(literal.type().words().get(((Long) value).intValue()));
            case TIME -> throw new IllegalStateException("a time is never written out");
        };
    }

    /** All digits, no exponent, always with a point, which is what makes it a decimal. */
    private static String decimal(double value) {
        String plain = new BigDecimal(Double.toString(value)).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
