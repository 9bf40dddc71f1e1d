package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.fact.Type;
import siyu.fact.Type.Kind;
import siyu.fact.Vocabulary;
import siyu.rule.Functions.Implied;
import siyu.rule.Functions.Parameter;
import siyu.rule.Functions.Result;
import siyu.rule.Functions.Signature;

/** Types of calls, by the table of functions. */
final class Calls {
    private final Typer typer;
    private final Problems problems;

    Calls(Typer typer) {
        this.typer = typer;
        this.problems = typer.problems();
    }

    @Nullable
    Expression call(Syntax.Call call) {
        String name = call.name().text();
        Signature signature = Functions.get(name);
        if (signature == null) {
            String nearest = Nearest.of(name, Functions.names());
            problems.add(
                    RuleCode.UNKNOWN_FUNCTION,
                    call.name().span(),
                    "there is no function '" + name + "'",
                    nearest == null ? null : "did you mean '" + nearest + "'?");
            if (nearest == null || !Words.AGGREGATES.contains(nearest)) {
                typer.types(call.arguments());
            }
            return null;
        }
        int count = call.arguments().size();
        if (count < signature.least() || count > signature.most()) {
            problems.add(
                    RuleCode.ARGUMENT_COUNT,
                    call.span(),
                    name + " does not take " + count + (count == 1 ? " argument" : " arguments"),
                    "write " + signature.usage());
            return null;
        }
        if (signature.parameter(0) == Parameter.TAG) {
            return hasTag(call.arguments().get(0), call.span());
        }
        List<Expression> arguments = arguments(call, signature);
        return arguments == null ? null : typed(signature, imply(signature, arguments, call), call.span());
    }

    private static Expression typed(Signature signature, List<Expression> arguments, Span span) {
        Type first = arguments.get(0).type();
        Type result = switch (signature.result()) {
            case FIRST -> first;
            case WHOLE -> whole(first, arguments.size());
            case BOOLEAN -> Type.BOOLEAN;
            case INTEGER -> Type.INTEGER;
            case DECIMAL -> Type.DECIMAL;
            case TEXT -> Type.TEXT;
        };
        return new Expression.Call(signature.function(), List.copyOf(arguments), result, span);
    }

    private static Type whole(Type first, int arguments) {
        if (first.kind() == Kind.MONEY) {
            return Type.MONEY;
        }
        return arguments == 2 ? Type.DECIMAL : Type.INTEGER;
    }

    private @Nullable List<Expression> arguments(Syntax.Call call, Signature signature) {
        if (signature.parameter(0) == Parameter.SAME || signature.parameter(0) == Parameter.ORDERED) {
            return same(call, signature);
        }
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = argument(
                    signature.parameter(i), call.arguments().get(i), call.name().text());
            if (argument != null) {
                arguments.add(argument);
            }
        }
        if (arguments.size() < call.arguments().size()) {
            return null;
        }
        boolean digits = signature.result() == Result.WHOLE && arguments.size() == 2;
        if (digits && arguments.get(0).type().kind() != Kind.DECIMAL) {
            Expression decimal = typer.operands().convert(call.arguments().get(0), arguments.get(0), Type.DECIMAL);
            if (decimal == null) {
                return null;
            }
            arguments.set(0, decimal);
        }
        return arguments;
    }

    private @Nullable List<Expression> same(Syntax.Call call, Signature signature) {
        String name = call.name().text();
        List<Expression> one =
                typer.operands().unify(call.arguments(), typer.types(call.arguments()), "arguments of one call");
        if (one == null || signature.parameter(0) == Parameter.SAME) {
            return one;
        }
        Type type = one.get(0).type();
        if (!Operands.isOrdered(type)) {
            problems.add(
                    RuleCode.WRONG_TYPE,
                    call.arguments().get(0).span(),
                    name + " needs values that have an order, not " + Literals.name(type));
            return null;
        }
        return one;
    }

    private @Nullable Expression argument(Parameter parameter, Syntax syntax, String name) {
        return switch (parameter) {
            case DIGITS -> digits(syntax, name);
            case DAYS -> days(syntax, name);
            case GROUP -> group(syntax, name);
            case NUMBER -> number(syntax, name);
            default -> {
                Expression typed = typer.type(syntax);
                yield typed == null ? null : typer.operands().need(syntax, typed, wanted(parameter), name);
            }
        };
    }

    private static Type wanted(Parameter parameter) {
        return switch (parameter) {
            case DECIMAL -> Type.DECIMAL;
            case TEXT -> Type.TEXT;
            case DATE -> Type.DATE;
            default -> throw new IllegalStateException(parameter.name());
        };
    }

    private @Nullable Expression number(Syntax syntax, String name) {
        Expression typed = typer.type(syntax);
        if (typed == null || Operands.isNumber(typed.type())) {
            return typed;
        }
        problems.add(RuleCode.WRONG_TYPE, syntax.span(), name + " needs a number, not " + Literals.name(typed.type()));
        return null;
    }

    private @Nullable Expression digits(Syntax syntax, String name) {
        if (syntax instanceof Syntax.Numeral number && number.digits().length() == 1) {
            return typer.type(syntax);
        }
        problems.add(
                RuleCode.NUMBER_RANGE,
                syntax.span(),
                "the digits of " + name + " are not a written-out number from 0 to 9",
                "write " + name + "(x, 2)");
        return null;
    }

    private @Nullable Expression days(Syntax syntax, String name) {
        Window duration =
                syntax instanceof Syntax.Duration written ? typer.literals().duration(written) : null;
        if (duration != null && duration.unit() == Window.Unit.DAYS) {
            return new Expression.Literal(Type.INTEGER, (long) duration.amount(), syntax.span());
        }
        if (duration != null && duration.unit() == Window.Unit.WEEKS) {
            return new Expression.Literal(Type.INTEGER, duration.amount() * 7L, syntax.span());
        }
        if (duration != null || !(syntax instanceof Syntax.Duration)) {
            problems.add(
                    RuleCode.WRONG_TYPE, syntax.span(), name + " needs whole days or weeks", "write " + name + "(7d)");
        }
        return null;
    }

    private @Nullable Expression group(Syntax syntax, String name) {
        if (typer.scope().ofEvents()) {
            notHere(syntax, name);
            return null;
        }
        if (syntax instanceof Syntax.Text) {
            return typer.type(syntax);
        }
        problems.add(
                RuleCode.WRONG_TYPE, syntax.span(), name + " needs a name in single quotes", "write " + name + "('x')");
        return null;
    }

    private void notHere(Syntax syntax, String name) {
        problems.add(
                RuleCode.NOT_HERE,
                syntax.span(),
                name + " cannot stand in the condition of an event",
                "put it beside the aggregate with and");
    }

    private @Nullable Expression hasTag(Syntax syntax, Span span) {
        if (typer.scope().ofEvents()) {
            notHere(syntax, "has_tag");
            return null;
        }
        if (!(syntax instanceof Syntax.Text text)) {
            problems.add(
                    RuleCode.WRONG_TYPE,
                    syntax.span(),
                    "has_tag needs the name of a tag in single quotes",
                    "write has_tag('x')");
            return null;
        }
        Definition definition = typer.scope().definitions().get(text.value());
        if (definition instanceof Definition.Tag) {
            return new Expression.Reference(definition, Type.BOOLEAN, span);
        }
        if (!typer.scope().broken().contains(text.value())) {
            List<String> tags = new ArrayList<>();
            for (Definition each : typer.scope().definitions().values()) {
                if (each instanceof Definition.Tag) {
                    tags.add(each.name());
                }
            }
            String nearest = Nearest.hint(text.value(), tags);
            problems.add(
                    RuleCode.UNKNOWN_TAG,
                    syntax.span(),
                    "there is no tag '" + Literals.clip(text.value()) + "'",
                    nearest != null
                            ? nearest
                            : "declare it under tags: as " + Literals.clip(text.value())
                                    + ": false when it is pinned by hand");
        }
        return null;
    }

    /** The arguments with those that come from the customer. */
    private List<Expression> imply(Signature signature, List<Expression> written, Syntax.Call call) {
        List<Expression> all = new ArrayList<>(written);
        Implied implied = signature.implied();
        if (implied == Implied.BIRTHDAY_FIRST || implied == Implied.BIRTHDAY_IF_NONE && written.isEmpty()) {
            all.add(0, customer("birthday", call.name().span()));
        } else if (implied == Implied.POSITION_LAST) {
            all.add(customer("latitude", call.name().span()));
            all.add(customer("longitude", call.name().span()));
        }
        return all;
    }

    private Expression customer(String name, Span span) {
        Vocabulary vocabulary = typer.scope().vocabulary();
        int index = vocabulary.customer(name);
        return new Expression.CustomerAttribute(
                index, vocabulary.customer().get(index).type(), span);
    }
}
