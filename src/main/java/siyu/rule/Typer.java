package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.fact.Attribute;
import siyu.fact.Type;
import siyu.fact.Type.Kind;

/**
 * Gives names their meaning and everything its type. Where something is wrong, null takes its place and the rest is looked at
 * all the same, so that all problems of an expression come out at once.
 */
final class Typer {
    private final Scope scope;
    private final Problems problems;
    private final Literals literals;
    private final Operands operands;
    private final Operators operators;

    Typer(Scope scope, Problems problems) {
        this.scope = scope;
        this.problems = problems;
        this.literals = new Literals(scope.vocabulary(), problems);
        this.operands = new Operands(problems, literals);
        this.operators = new Operators(this, problems, literals, operands);
    }

    Scope scope() {
        return scope;
    }

    Problems problems() {
        return problems;
    }

    Literals literals() {
        return literals;
    }

    Operands operands() {
        return operands;
    }

    /** What the text says, typed; null when it has problems. */
    static @Nullable Expression read(Scope scope, Problems problems) {
        Syntax syntax = Parser.parse(problems);
        Expression typed = syntax == null ? null : new Typer(scope, problems).type(syntax);
        return problems.any() ? null : typed;
    }

    /** As {@link #read}, but must be boolean. */
    static @Nullable Expression condition(Scope scope, Problems problems, String place) {
        Syntax syntax = Parser.parse(problems);
        Expression typed = syntax == null ? null : new Typer(scope, problems).condition(syntax, place);
        return problems.any() ? null : typed;
    }

    /** A condition: must be boolean. */
    @Nullable
    Expression condition(Syntax syntax, String place) {
        Expression typed = type(syntax);
        return typed == null ? null : operands.need(syntax, typed, Type.BOOLEAN, place);
    }

    /** Typed by itself; null when there was a problem. {@code unknown} by itself is boolean. */
    @Nullable
    Expression type(Syntax syntax) {
        if (syntax instanceof Syntax.Name name) {
            return name(name);
        }
        if (syntax instanceof Syntax.Numeral number) {
            return literals.number(number.digits(), number.span());
        }
        if (syntax instanceof Syntax.Text text) {
            return new Expression.Literal(Type.TEXT, text.value(), text.span());
        }
        if (syntax instanceof Syntax.Date date) {
            return literals.date(date.text(), date.span());
        }
        if (syntax instanceof Syntax.Binary binary) {
            return operators.binary(binary);
        }
        if (syntax instanceof Syntax.Unary unary) {
            return operators.unary(unary);
        }
        if (syntax instanceof Syntax.In in) {
            return operators.in(in);
        }
        if (syntax instanceof Syntax.Between between) {
            return operators.between(between);
        }
        if (syntax instanceof Syntax.Known known) {
            Expression operand = type(known.operand());
            return operand == null ? null : new Expression.Known(operand, known.wanted(), Type.BOOLEAN, known.span());
        }
        if (syntax instanceof Syntax.Call call) {
            return new Calls(this).call(call);
        }
        if (syntax instanceof Syntax.Aggregate aggregate) {
            return new Aggregates(this).aggregate(aggregate);
        }
        problems.add(
                RuleCode.WRONG_TYPE,
                syntax.span(),
                "a duration cannot stand here",
                "durations stand behind + or - beside a date, as a window, and in birthday_within");
        return null;
    }

    List<@Nullable Expression> types(List<Syntax> syntax) {
        List<@Nullable Expression> typed = new ArrayList<>();
        for (Syntax each : syntax) {
            typed.add(type(each));
        }
        return typed;
    }

    private @Nullable Expression name(Syntax.Name name) {
        Span span = name.span();
        switch (name.text()) {
            case "true", "false" -> {
                return new Expression.Literal(Type.BOOLEAN, name.text().equals("true"), span);
            }
            case "unknown" -> {
                return new Expression.Literal(Type.BOOLEAN, null, span);
            }
            case "today" -> {
                return new Expression.Today(Type.DATE, span);
            }
            default -> {}
        }
        int event = scope.eventAttribute(name.text());
        if (event >= 0) {
            return new Expression.EventAttribute(
                    event, scope.vocabulary().event().get(event).type(), span);
        }
        if (scope.ofEvents() && name.text().equals("kind")) {
            return new Expression.EventKind(Type.word(scope.vocabulary().kinds()), span);
        }
        int customer = scope.vocabulary().customer(name.text());
        if (customer >= 0) {
            return new Expression.CustomerAttribute(
                    customer, scope.vocabulary().customer().get(customer).type(), span);
        }
        return definition(name);
    }

    private @Nullable Expression definition(Syntax.Name name) {
        Definition definition = scope.definitions().get(name.text());
        boolean broken = scope.broken().contains(name.text());
        if ((definition != null || broken) && scope.ofEvents()) {
            problems.add(
                    RuleCode.NOT_HERE,
                    name.span(),
                    "'" + name.text() + "' cannot be named in the condition of an event",
                    "only attributes of the event and of the customer can; put it beside with and");
            return null;
        }
        if (definition != null) {
            return new Expression.Reference(definition, definition.type(), name.span());
        }
        if (!broken) {
            unknown(name);
        }
        return null;
    }

    private void unknown(Syntax.Name name) {
        String text = name.text();
        String message;
        if (!scope.ofEvents()) {
            message = "there is no attribute, metric, tag, score or segmentation '" + text + "'";
        } else {
            message = scope.events() + " have no attribute '" + text + "', and customers have none";
        }
        problems.add(RuleCode.UNKNOWN_NAME, name.span(), message, meant(text));
    }

    private @Nullable String meant(String text) {
        if (scope.vocabulary().kind(text) >= 0) {
            return "a kind of event stands in an aggregate: count(" + text + ")";
        }
        Functions.Signature function = Functions.get(text);
        if (function != null) {
            return "a function is called: " + function.usage();
        }
        if (isWord(text)) {
            return "words stand in single quotes: '" + text + "'";
        }
        return Nearest.hint(text, names());
    }

    private boolean isWord(String text) {
        for (Attribute attribute : scope.vocabulary().customer()) {
            if (attribute.type().words().contains(text)) {
                return true;
            }
        }
        for (Attribute attribute : scope.vocabulary().event()) {
            if (scope.ofEvents() && attribute.type().words().contains(text)) {
                return true;
            }
        }
        for (Definition definition : scope.definitions().values()) {
            if (definition.type().kind() == Kind.WORD
                    && definition.type().words().contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** Every name that could have been meant, in a fixed order, so that a hint does not depend on chance. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Attribute attribute : scope.vocabulary().customer()) {
            names.add(attribute.name());
        }
        if (scope.ofEvents()) {
            names.add("kind");
            for (Attribute attribute : scope.vocabulary().event()) {
                if (scope.eventAttribute(attribute.name()) >= 0) {
                    names.add(attribute.name());
                }
            }
        } else {
            names.addAll(scope.definitions().keySet());
            names.addAll(scope.broken());
        }
        names.addAll(List.of("true", "false", "today", "unknown"));
        return names;
    }
}
