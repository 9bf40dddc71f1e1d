package siyu.rule;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Expression.AggregateFunction;

/** Types of aggregates over events. */
final class Aggregates {
    private static final String WINDOWS = "windows are 90d, 12h, 2w, 6m, 1y, this_month, last_year, …";

    private final Typer typer;
    private final Problems problems;
    private final Vocabulary vocabulary;

    Aggregates(Typer typer) {
        this.typer = typer;
        this.problems = typer.problems();
        this.vocabulary = typer.scope().vocabulary();
    }

    /** How an aggregate is written. */
    static String usage(String name) {
        return switch (name) {
            case "count", "days_since" -> "write " + name + "(purchase, 90d)";
            case "first", "last" -> "write " + name + "(purchase) or " + name + "(purchase.amount)";
            default -> "write " + name + "(purchase.amount, 90d)";
        };
    }

    @Nullable
    Expression aggregate(Syntax.Aggregate syntax) {
        if (typer.scope().ofEvents()) {
            problems.add(
                    RuleCode.NOT_HERE,
                    syntax.name().span(),
                    "an aggregate cannot stand in the condition of an event",
                    "only attributes of the event and of the customer can; put it beside with and");
            return null;
        }
        AggregateFunction function =
                AggregateFunction.valueOf(syntax.name().text().toUpperCase(Locale.ROOT));
        int kind = kind(syntax);
        Typer events = new Typer(typer.scope().event(kind < 0 ? Scope.ANY : kind), problems);
        Expression filter = syntax.filter() == null ? null : events.condition(syntax.filter(), "a filter");
        Expression of = kind == Scope.CUSTOMER ? null : attribute(syntax, events.scope());
        Window window = window(syntax.window());
        boolean complete = kind != Scope.CUSTOMER
                && window != null
                && (filter != null || syntax.filter() == null)
                && (of != null || syntax.attribute() == null);
        if (!complete || !fits(function, syntax, of)) {
            return null;
        }
        Type type = type(function, of);
        return new Expression.Aggregate(
                function, kind, filter, of, java.util.Objects.requireNonNull(window), type, syntax.span());
    }

    /** The index of the kind, ANY, or CUSTOMER when there is no such kind. */
    private int kind(Syntax.Aggregate syntax) {
        String name = syntax.kind().text();
        if (name.equals("any")) {
            return Scope.ANY;
        }
        int kind = vocabulary.kind(name);
        if (kind >= 0) {
            return kind;
        }
        String hint = Nearest.hint(name, vocabulary.kinds());
        boolean value = vocabulary.customer(name) >= 0
                || typer.scope().definitions().containsKey(name)
                || typer.scope().broken().contains(name);
        if (hint == null && value && syntax.name().text().equals("min")) {
            hint = "the least of several values: least(x, y)";
        } else if (hint == null && value && syntax.name().text().equals("max")) {
            hint = "the greatest of several values: greatest(x, y)";
        } else if (hint == null && vocabulary.event(name) >= 0) {
            hint = "name the kind first: "
                    + (vocabulary.kinds().isEmpty() ? "any" : vocabulary.kinds().get(0)) + "." + name;
        }
        problems.add(RuleCode.UNKNOWN_KIND, syntax.kind().span(), "there is no kind of event '" + name + "'", hint);
        return Scope.CUSTOMER;
    }

    private @Nullable Expression attribute(Syntax.Aggregate syntax, Scope scope) {
        Syntax.Name name = syntax.attribute();
        if (name == null) {
            return null;
        }
        int index = scope.eventAttribute(name.text());
        if (index >= 0) {
            return new Expression.EventAttribute(
                    index, vocabulary.event().get(index).type(), name.span());
        }
        if (name.text().equals("kind")) {
            return new Expression.EventKind(Type.word(vocabulary.kinds()), name.span());
        }
        List<String> names = new java.util.ArrayList<>();
        vocabulary.event().forEach(attribute -> {
            if (scope.eventAttribute(attribute.name()) >= 0) {
                names.add(attribute.name());
            }
        });
        problems.add(
                RuleCode.UNKNOWN_ATTRIBUTE,
                name.span(),
                scope.events() + " have no attribute '" + name.text() + "'",
                Nearest.hint(name.text(), names));
        return null;
    }

    private @Nullable Window window(@Nullable Syntax syntax) {
        if (syntax == null) {
            return typer.scope().window();
        }
        if (syntax instanceof Syntax.Duration duration) {
            return typer.literals().duration(duration);
        }
        if (syntax instanceof Syntax.Name name) {
            Window window = Words.window(name.text());
            if (window == null) {
                String nearest = Nearest.hint(name.text(), Words.WINDOWS);
                problems.add(
                        RuleCode.UNKNOWN_WINDOW,
                        name.span(),
                        "'" + name.text() + "' is not a window",
                        nearest != null ? nearest : WINDOWS);
            }
            return window;
        }
        String digits = ((Syntax.Numeral) syntax).digits();
        problems.add(
                RuleCode.UNKNOWN_WINDOW,
                syntax.span(),
                "'" + Literals.clip(digits) + "' is not a window",
                digits.indexOf('.') < 0 && digits.length() < 7 ? "write " + digits + "d for days" : WINDOWS);
        return null;
    }

    /** Whether what is aggregated has a type the aggregate can use. */
    private boolean fits(AggregateFunction function, Syntax.Aggregate syntax, @Nullable Expression of) {
        String name = syntax.name().text();
        if (of == null) {
            boolean without = switch (function) {
                case COUNT, FIRST, LAST, DAYS_SINCE -> true;
                default -> false;
            };
            if (!without) {
                problems.add(
                        RuleCode.ARGUMENT_COUNT,
                        syntax.kind().span(),
                        name + " needs an attribute of the event",
                        usage(name));
            }
            return without;
        }
        Type type = of.type();
        boolean fits = switch (function) {
            case COUNT, DAYS_SINCE -> false;
            case SUM, AVG -> Operands.isNumber(type);
            case MIN, MAX -> Operands.isOrdered(type);
            case DISTINCT, FIRST, LAST -> true;
        };
        if (fits) {
            return true;
        }
        Span span = of.span();
        switch (function) {
            case COUNT, DAYS_SINCE ->
                problems.add(
                        RuleCode.ARGUMENT_COUNT,
                        span,
                        name + " takes the events themselves, not an attribute",
                        function == AggregateFunction.COUNT
                                ? "events that have it: count(" + syntax.kind().text() + "["
                                        + java.util.Objects.requireNonNull(syntax.attribute())
                                                .text() + " is known])"
                                : usage(name));
            default ->
                problems.add(
                        RuleCode.WRONG_TYPE,
                        span,
                        name + " needs "
                                + (function == AggregateFunction.SUM || function == AggregateFunction.AVG
                                        ? "a number"
                                        : "values that have an order")
                                + ", not " + Literals.name(type));
        }
        return false;
    }

    private static Type type(AggregateFunction function, @Nullable Expression of) {
        return switch (function) {
            case COUNT, DISTINCT, DAYS_SINCE -> Type.INTEGER;
            case AVG -> Type.DECIMAL;
            case SUM, MIN, MAX, FIRST, LAST -> of == null ? Type.TIME : of.type();
        };
    }
}
