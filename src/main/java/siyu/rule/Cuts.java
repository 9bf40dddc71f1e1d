package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Reads the thresholds of a score. */
final class Cuts {
    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;

    Cuts(Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    /** All of one type, ascending; null when there was a problem. */
    @Nullable
    List<Expression.Literal> read(Type type, List<Source> sources) {
        List<Expression.Literal> cuts = new ArrayList<>();
        boolean ascending = true;
        for (Source source : sources) {
            Problems problems = new Problems(source, diagnostics);
            Expression.Literal cut = cut(type, problems);
            if (cut == null) {
                continue;
            }
            Expression.Literal before = cuts.isEmpty() ? null : cuts.get(cuts.size() - 1);
            if (before != null && !below(before, cut)) {
                problems.add(RuleCode.BAD_SCORE, cut.span(), source.text() + " does not lie above the cut before it");
                ascending = false;
            }
            cuts.add(cut);
        }
        return ascending && cuts.size() == sources.size() ? cuts : null;
    }

    private static boolean below(Expression.Literal low, Expression.Literal high) {
        return low.value() instanceof Double one && high.value() instanceof Double other
                ? one < other
                : low.value() instanceof Long less && high.value() instanceof Long more && less < more;
    }

    private Expression.@Nullable Literal cut(Type type, Problems problems) {
        Syntax syntax = Parser.parse(problems);
        if (syntax == null) {
            return null;
        }
        Literals literals = new Literals(vocabulary, problems);
        String digits = Literals.signed(syntax);
        if (syntax instanceof Syntax.Date date && type.kind() == Type.Kind.DATE) {
            return literals.date(date.text(), date.span());
        }
        if (digits != null && Operands.isNumber(type)) {
            return switch (type.kind()) {
                case MONEY -> literals.money(digits, syntax.span());
                case DECIMAL -> literals.decimal(digits, syntax.span());
                default -> integer(literals, problems, digits, syntax.span());
            };
        }
        problems.add(
                RuleCode.BAD_SCORE,
                syntax.span(),
                "'" + Literals.clip(problems.text()) + "' is not a written-out " + Literals.name(type));
        return null;
    }

    private static Expression.@Nullable Literal integer(
            Literals literals, Problems problems, String digits, Span span) {
        if (digits.indexOf('.') < 0) {
            return literals.number(digits, span);
        }
        problems.add(RuleCode.BAD_SCORE, span, digits + " is not an integer, as what is ranked is");
        return null;
    }
}
