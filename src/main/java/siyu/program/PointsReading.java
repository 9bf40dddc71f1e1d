package siyu.program;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.points.CalendarUnit;
import siyu.points.Cap;
import siyu.points.EarnRule;
import siyu.points.Exchange;
import siyu.points.Expiry;
import siyu.points.PointsCode;
import siyu.points.PointsRules;
import siyu.points.Term;
import siyu.points.Worth;
import siyu.rule.Definitions;
import siyu.rule.Expression;
import siyu.rule.RuleCode;
import siyu.rule.Source;
import siyu.rule.Window;

/** What stands under {@code points:}, with everything about it that does not make sense. */
final class PointsReading {
    private static final Term AT_ONCE = new Term(Window.Unit.DAYS, 0);
    private static final int MULTIPLE_DECIMALS = 3;

    private final Mapping points;
    private final Definitions definitions;
    private final Draft draft;
    private final Set<String> names = new HashSet<>();

    PointsReading(Mapping points, Definitions definitions, Draft draft) {
        this.points = points;
        this.definitions = definitions;
        this.draft = draft;
    }

    PointsRules read() {
        Expiry expiry = expiry(points.get("expiry"), Expiry.NEVER);
        Term pending = term(points.scalar("pending"), AT_ONCE);
        List<EarnRule> earn = new ArrayList<>();
        if (points.get("earn") instanceof Sequence rules) {
            for (Node item : rules.items()) {
                EarnRule rule = item instanceof Mapping one ? rule(one, expiry, pending) : null;
                if (rule != null) {
                    earn.add(rule);
                }
            }
        }
        String shortage = points.text("shortage");
        return new PointsRules(
                exchange(),
                expiry,
                List.copyOf(earn),
                refunds(),
                "write_off".equals(shortage)
                        ? PointsRules.Shortage.WRITE_OFF
                        : "reject".equals(shortage) ? PointsRules.Shortage.REJECT : PointsRules.Shortage.DEBT);
    }

    private @Nullable Exchange exchange() {
        if (!(points.get("redeem") instanceof Mapping redeem)) {
            return null;
        }
        Long so = ScalarValues.whole(redeem.scalar("points"));
        Long money = ScalarValues.money(redeem.scalar("for"), draft);
        if (so == null || so < 1 || money == null) {
            return null;
        }
        if (money < 1) {
            bad(redeem.scalar("for"), "points are worth nothing: for is " + redeem.text("for"), null);
            return null;
        }
        return new Exchange(so, money);
    }

    private Term term(@Nullable Scalar scalar, Term otherwise) {
        Term term = ScalarValues.term(scalar, draft);
        return term == null ? otherwise : term;
    }

    private Expiry expiry(@Nullable Node node, Expiry otherwise) {
        if (node instanceof Scalar scalar) {
            return scalar.value().equals("never") ? Expiry.NEVER : after(scalar, CalendarUnit.DAY, otherwise);
        }
        if (node instanceof Mapping mapping) {
            String word = mapping.text("round_up");
            CalendarUnit unit = word == null ? CalendarUnit.DAY : CalendarUnit.of(word);
            return after(mapping.scalar("after"), unit == null ? CalendarUnit.DAY : unit, otherwise);
        }
        return otherwise;
    }

    private Expiry after(@Nullable Scalar scalar, CalendarUnit roundUp, Expiry otherwise) {
        if (scalar == null) {
            return otherwise;
        }
        Term term = ScalarValues.term(scalar, draft);
        if (term == null && scalar.value().matches(".*[dwmy]")) {
            bad(scalar, scalar.described() + " is no length of time", "write never, 90d, 6m or 1y");
        }
        return term == null ? otherwise : new Expiry(term, roundUp);
    }

    private int kind(@Nullable Scalar scalar) {
        if (scalar == null) {
            return -1;
        }
        int kind = definitions.vocabulary().kind(scalar.value());
        if (kind < 0) {
            draft.diagnostics.add(Problem.of(
                            RuleCode.UNKNOWN_KIND, "there is no kind of event '" + scalar.value() + "'")
                    .at(scalar.place())
                    .hint(Nearest.hint(scalar.value(), definitions.vocabulary().kinds())));
        }
        return kind;
    }

    private @Nullable EarnRule rule(Mapping one, Expiry expiry, Term pending) {
        Scalar name = one.scalar("name");
        int kind = kind(one.scalar("on"));
        if (name == null || kind < 0 || !Form.isName(name.value())) {
            return null;
        }
        if (!names.add(name.value())) {
            bad(name, "there are two rules '" + name.value() + "'", "each has a name of its own");
        }
        Source source = source(one.scalar("when"));
        Expression when = source == null ? null : definitions.eventCondition(kind, source, draft.ruleProblems);
        Worth worth = worth(one, kind);
        if (worth == null || source != null && when == null) {
            return null;
        }
        return new EarnRule(
                name.value(),
                kind,
                when,
                source,
                worth,
                cap(one),
                ScalarValues.whole(one.scalar("budget")),
                !"reject".equals(one.text("over")),
                term(one.scalar("pending"), pending),
                expiry(one.get("expiry"), expiry));
    }

    private static @Nullable Source source(@Nullable Scalar scalar) {
        return scalar == null ? null : new NodeSource(scalar);
    }

    private @Nullable Worth worth(Mapping one, int kind) {
        Scalar per = one.scalar("per");
        Scalar fixed = one.scalar("points");
        Scalar times = one.scalar("times");
        Scalar base = one.scalar("base");
        if (times != null) {
            if (per != null || fixed != null || base != null) {
                bad(times, "times stands alone: it multiplies what the other rules bring", null);
                return null;
            }
            return multiple(times);
        }
        if (fixed == null) {
            bad(
                    one,
                    "the rule '" + one.text("name") + "' does not say what it is worth",
                    "add points, or per and points");
            return null;
        }
        if (per == null) {
            if (base != null) {
                bad(base, "base is about an amount, and this rule has no per", null);
            }
            return points(fixed, kind);
        }
        return perAmount(per, fixed, base);
    }

    private @Nullable Worth perAmount(Scalar per, Scalar fixed, @Nullable Scalar base) {
        Long minor = ScalarValues.money(per, draft);
        Long many = ScalarValues.whole(fixed);
        if (minor == null) {
            return null;
        }
        if (minor < 1 || many == null || many < 1) {
            bad(
                    minor < 1 ? per : fixed,
                    "with per, points is a whole number from 1 on and per an amount above 0",
                    null);
            return null;
        }
        if (base == null) {
            bad(
                    per,
                    "the rule does not say whether what was paid by points earns",
                    "add base: gross if it does, base: net if not");
            return null;
        }
        return new Worth.PerAmount(minor, many, base.value().equals("net"));
    }

    private @Nullable Worth multiple(Scalar times) {
        BigDecimal number = ScalarValues.decimal(times);
        if (number == null) {
            return null;
        }
        if (number.compareTo(BigDecimal.ONE) <= 0
                || number.stripTrailingZeros().scale() > MULTIPLE_DECIMALS
                || number.compareTo(BigDecimal.valueOf(1000)) > 0) {
            bad(
                    times,
                    "times is a number above 1, at most 1000, with at most three decimals",
                    "2 doubles, 1.5 adds half");
            return null;
        }
        return new Worth.Multiple(number.subtract(BigDecimal.ONE)
                .movePointRight(MULTIPLE_DECIMALS)
                .longValueExact());
    }

    private @Nullable Worth points(Scalar scalar, int kind) {
        Long many = ScalarValues.whole(scalar);
        if (many != null) {
            if (many < 1 || many > siyu.points.Account.MOST_PER_ENTRY) {
                bad(scalar, "points is a number from 1 to 10^12", null);
                return null;
            }
            return new Worth.Fixed(many);
        }
        Source source = new NodeSource(scalar);
        Expression expression = definitions.eventExpression(kind, source, draft.ruleProblems);
        if (expression == null) {
            return null;
        }
        if (expression.type().kind() != Type.Kind.INTEGER) {
            bad(scalar, "points are whole numbers, and this is " + expression.type(), "round it: floor(…)");
            return null;
        }
        return new Worth.Computed(expression, source);
    }

    private @Nullable Cap cap(Mapping one) {
        if (!(one.get("cap") instanceof Mapping cap)) {
            return null;
        }
        Long most = ScalarValues.whole(cap.scalar("points"));
        Long times = ScalarValues.whole(cap.scalar("times"));
        String per = cap.text("per");
        CalendarUnit unit = per == null ? null : CalendarUnit.of(per);
        if ((most == null) == (times == null)) {
            bad(cap, "a cap says either points or times", null);
            return null;
        }
        return unit == null ? null : new Cap(most == null ? times == null ? 0 : times : most, most == null, unit);
    }

    private List<PointsRules.RefundRule> refunds() {
        List<PointsRules.RefundRule> found = new ArrayList<>();
        if (points.get("refunds") instanceof Sequence all) {
            for (Node item : all.items()) {
                if (item instanceof Mapping one) {
                    int on = kind(one.scalar("on"));
                    int of = kind(one.scalar("of"));
                    if (on >= 0 && on == of) {
                        bad(one, "a refund cannot be of its own kind", null);
                    } else if (on >= 0 && of >= 0) {
                        found.add(new PointsRules.RefundRule(on, of));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private void bad(@Nullable Node node, String message, @Nullable String hint) {
        draft.diagnostics.add(Problem.of(PointsCode.BAD_RULE, message)
                .at((node == null ? points : node).place())
                .hint(hint));
    }
}
