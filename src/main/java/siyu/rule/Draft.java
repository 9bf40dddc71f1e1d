package siyu.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition whose expressions are parsed but not yet typed.
 *
 * @param parts its expressions
 */
record Draft(String name, List<Part> parts, Making making) {
    /** Puts the definition together once names can be resolved; null when it has problems, which are then reported. */
    @FunctionalInterface
    interface Making {
        @Nullable
        Definition make(Typing typing);
    }

    @Nullable
    Definition typed(Scope scope) {
        return making.make(new Typing(parts, scope));
    }

    /** Types the parts of a draft in a scope. */
    record Typing(List<Part> parts, Scope scope) {
        @Nullable
        Expression expression(int part) {
            Syntax syntax = parts.get(part).syntax();
            Expression typed =
                    syntax == null ? null : new Typer(scope, parts.get(part).problems()).type(syntax);
            return parts.get(part).problems().any() ? null : typed;
        }

        @Nullable
        Expression condition(int part, String place) {
            Syntax syntax = parts.get(part).syntax();
            Expression typed =
                    syntax == null ? null : new Typer(scope, parts.get(part).problems()).condition(syntax, place);
            return parts.get(part).problems().any() ? null : typed;
        }
    }
}
