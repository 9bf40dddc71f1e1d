package siyu.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.level.Ladder;
import siyu.level.LevelCode;
import siyu.level.LevelRules;
import siyu.level.Step;
import siyu.points.CalendarUnit;
import siyu.points.Term;
import siyu.rule.Definitions;
import siyu.rule.Expression;
import siyu.rule.RuleCode;
import siyu.rule.Window;

/** What stands under {@code levels:}, with everything about it that does not make sense. */
final class LevelsReading {
    private final Mapping levels;
    private final Definitions definitions;
    private final Draft draft;

    LevelsReading(Mapping levels, Definitions definitions, Draft draft) {
        this.levels = levels;
        this.definitions = definitions;
        this.draft = draft;
    }

    @Nullable
    LevelRules read() {
        Scalar of = levels.get("growth") instanceof Mapping growth ? growth.scalar("of") : null;
        Expression expression = of == null ? null : growth(of);
        List<Step> steps = steps(expression != null && expression.type().kind() == Type.Kind.MONEY);
        LevelRules.Downgrade downgrade = downgrade();
        int spend = spend(levels.scalar("spend"));
        if (levels.get("benefits") instanceof Mapping benefits && !steps.isEmpty()) {
            draft.benefits.levels(benefits, new Ladder(steps));
        }
        return of == null || expression == null || steps.isEmpty()
                ? null
                : new LevelRules(expression, new NodeSource(of), new Ladder(steps), downgrade, spend);
    }

    private @Nullable Expression growth(Scalar of) {
        Term window = levels.get("growth") instanceof Mapping growth
                ? ScalarValues.term(growth.scalar("window"), draft)
                : null;
        Expression expression = definitions.expression(
                new NodeSource(of),
                draft.ruleProblems,
                window == null ? Window.EVER : new Window(window.unit(), window.amount()));
        if (expression != null
                && expression.type().kind() != Type.Kind.INTEGER
                && expression.type().kind() != Type.Kind.MONEY) {
            bad(of, "growth is a whole number or money, and this is " + expression.type(), "round it: floor(…)");
            return null;
        }
        return expression;
    }

    private List<Step> steps(boolean money) {
        List<Step> steps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long before = -1;
        if (levels.get("steps") instanceof Sequence all) {
            for (Node item : all.items()) {
                Entry entry = item instanceof Mapping one && !one.entries().isEmpty()
                        ? one.entries().values().iterator().next()
                        : null;
                Step step = entry == null ? null : step(entry, (Mapping) item, money);
                if (step == null || entry == null) {
                    continue;
                }
                if (!names.add(step.name())) {
                    bad(entry.key(), "there are two levels '" + step.name() + "'", "each has a name of its own");
                }
                if (steps.isEmpty() && (step.growth() != 0 || step.sold())) {
                    bad(
                            entry.value(),
                            "the first level is everybody's, and '" + step.name() + "' is not",
                            "begin with a step that needs a growth of 0 and has no price");
                } else if (step.earned() && step.growth() <= before) {
                    bad(entry.value(), "'" + step.name() + "' does not need more growth than the step below it", null);
                }
                before = step.earned() ? Math.max(before, step.growth()) : before;
                steps.add(step);
            }
        }
        return List.copyOf(steps);
    }

    private @Nullable Step step(Entry entry, Mapping item, boolean money) {
        if (!Form.isName(entry.key().value())) {
            return null;
        }
        if (item.entries().size() > 1) {
            bad(item, "there is one level in each item of the list", "write - {silver: 1000}");
        }
        if (entry.value() instanceof Scalar scalar) {
            Long growth = threshold(scalar, money);
            return growth == null ? null : new Step(entry.key().value(), growth, Step.NOT_SOLD, null);
        }
        if (!(entry.value() instanceof Mapping sold)) {
            return null;
        }
        Scalar needed = sold.scalar("growth");
        Long growth = needed == null ? Long.valueOf(Step.NOT_EARNED) : threshold(needed, money);
        Long price = ScalarValues.money(sold.scalar("price"), draft);
        Term term = ScalarValues.term(sold.scalar("term"), draft);
        if (growth == null || price == null || term == null) {
            return null;
        }
        if (price < 0) {
            bad(sold.scalar("price"), "a price is not less than nothing", null);
        }
        if (term.amount() == 0) {
            bad(sold.scalar("term"), "a membership of no time is nothing", "write 30d, 6m or 1y");
        }
        return new Step(entry.key().value(), growth, Math.max(0, price), term);
    }

    private @Nullable Long threshold(Scalar scalar, boolean money) {
        Long growth = money ? ScalarValues.money(scalar, draft) : ScalarValues.whole(scalar);
        if (growth == null && !money && ScalarValues.decimal(scalar) != null) {
            bad(scalar, "growth is a whole number here, and " + scalar.described() + " is none", null);
        }
        if (growth != null && (growth < 0 || growth == Step.NOT_EARNED)) {
            bad(scalar, "a level needs a growth of 0 or more", null);
            return null;
        }
        return growth;
    }

    private LevelRules.@Nullable Downgrade downgrade() {
        if (!(levels.get("downgrade") instanceof Mapping downgrade)) {
            return null;
        }
        String review = downgrade.text("review");
        CalendarUnit unit = review == null ? null : unit(review);
        Term grace = ScalarValues.term(downgrade.scalar("grace"), draft);
        return unit == null
                ? null
                : new LevelRules.Downgrade(
                        unit,
                        "one_down".equals(downgrade.text("policy")),
                        grace == null ? new Term(Window.Unit.DAYS, 0) : grace);
    }

    private static @Nullable CalendarUnit unit(String review) {
        return switch (review) {
            case "daily" -> CalendarUnit.DAY;
            case "weekly" -> CalendarUnit.WEEK;
            case "monthly" -> CalendarUnit.MONTH;
            case "quarterly" -> CalendarUnit.QUARTER;
            case "yearly" -> CalendarUnit.YEAR;
            default -> null;
        };
    }

    private int spend(@Nullable Scalar scalar) {
        int kind = scalar == null ? -1 : definitions.vocabulary().kind(scalar.value());
        if (scalar != null && kind < 0) {
            draft.diagnostics.add(Problem.of(
                            RuleCode.UNKNOWN_KIND, "there is no kind of event '" + scalar.value() + "'")
                    .at(scalar.place())
                    .hint(Nearest.hint(scalar.value(), definitions.vocabulary().kinds())));
        }
        return kind;
    }

    private void bad(@Nullable Node node, String message, @Nullable String hint) {
        draft.diagnostics.add(Problem.of(LevelCode.BAD_LEVELS, message)
                .at((node == null ? levels : node).place())
                .hint(hint));
    }
}
