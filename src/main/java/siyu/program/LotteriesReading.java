package siyu.program;

import java.time.LocalDate;
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
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.lottery.Limit;
import siyu.lottery.Lottery;
import siyu.lottery.LotteryCode;
import siyu.lottery.Prize;
import siyu.points.CalendarUnit;
import siyu.rule.Definitions;
import siyu.rule.Expression;

/** What stands under {@code lotteries:}, with everything about it that does not make sense. */
final class LotteriesReading {
    private final Definitions definitions;
    private final Draft draft;

    private LotteriesReading(Definitions definitions, Draft draft) {
        this.definitions = definitions;
        this.draft = draft;
    }

    static List<Lottery> read(Mapping section, Definitions definitions, Draft draft) {
        LotteriesReading reading = new LotteriesReading(definitions, draft);
        List<Lottery> found = new ArrayList<>();
        for (Node.Entry entry : section.entries().values()) {
            if (Form.isName(entry.key().value()) && entry.value() instanceof Mapping one) {
                found.add(reading.lottery(entry.key(), one));
            }
        }
        return List.copyOf(found);
    }

    private Lottery lottery(Scalar name, Mapping one) {
        LocalDate from = date(one.scalar("from"));
        LocalDate until = date(one.scalar("until"));
        if (from != null && until != null && until.isBefore(from)) {
            bad(one.get("until"), "the lottery ends before it begins on " + from, null);
        }
        if (one.get("tickets") == null && one.get("limit") == null) {
            bad(
                    name,
                    "'" + name.value() + "' does not say how often a customer may draw",
                    "add tickets, or limit: {times: 1, per: day}");
        }
        Long budget = ScalarValues.money(one.scalar("budget"), draft);
        if (budget != null && budget < 0) {
            bad(one.get("budget"), "a budget is not less than nothing", null);
        }
        return new Lottery(
                name.value(),
                when(one.scalar("when")),
                tickets(one.scalar("tickets")),
                limit(one.get("limit")),
                from,
                until,
                !"ids".equals(one.text("customers")),
                budget,
                prizes(one.get("prizes")));
    }

    private Lottery.@Nullable Asked when(@Nullable Scalar scalar) {
        if (scalar == null) {
            return null;
        }
        NodeSource source = new NodeSource(scalar);
        Expression condition = definitions.condition(source, draft.ruleProblems);
        return condition == null ? null : new Lottery.Asked(condition, source);
    }

    private Lottery.@Nullable Asked tickets(@Nullable Scalar scalar) {
        if (scalar == null) {
            return null;
        }
        NodeSource source = new NodeSource(scalar);
        Expression expression = definitions.expression(source, draft.ruleProblems);
        if (expression == null) {
            return null;
        }
        if (expression.type().kind() != Type.Kind.INTEGER) {
            bad(scalar, "tickets are whole numbers, and this is " + expression.type(), "round it: floor(…)");
            return null;
        }
        return new Lottery.Asked(expression, source);
    }

    private static @Nullable Limit limit(@Nullable Node node) {
        if (!(node instanceof Mapping limit)) {
            return null;
        }
        Long times = ScalarValues.whole(limit.scalar("times"));
        String per = limit.text("per");
        CalendarUnit unit = per == null ? null : CalendarUnit.of(per);
        return times == null || unit == null ? null : new Limit(times, unit);
    }

    private static @Nullable LocalDate date(@Nullable Scalar scalar) {
        return scalar == null ? null : Form.date(scalar.value());
    }

    private List<Prize> prizes(@Nullable Node node) {
        List<Prize> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (node instanceof Sequence all) {
            for (Node item : all.items()) {
                Prize prize = item instanceof Mapping one ? prize(one) : null;
                if (prize != null && !names.add(prize.name())) {
                    bad(item, "there are two prizes '" + prize.name() + "'", "each has a name of its own");
                } else if (prize != null) {
                    found.add(prize);
                }
            }
        }
        return List.copyOf(found);
    }

    private @Nullable Prize prize(Mapping one) {
        String name = one.text("name");
        Long weight = ScalarValues.whole(one.scalar("weight"));
        Long stock = ScalarValues.whole(one.scalar("stock"));
        Long cost = ScalarValues.money(one.scalar("cost"), draft);
        Long points = ScalarValues.whole(one.scalar("points"));
        if (name == null || weight == null) {
            return null;
        }
        if (cost != null && cost < 0) {
            bad(one.get("cost"), "a prize does not cost less than nothing", null);
        }
        return new Prize(
                name,
                weight,
                stock == null ? Prize.UNLIMITED : stock,
                cost == null ? 0 : cost,
                points == null ? 0 : points);
    }

    private void bad(@Nullable Node node, String message, @Nullable String hint) {
        if (node != null) {
            draft.diagnostics.add(Problem.of(LotteryCode.BAD_LOTTERY, message)
                    .at(node.place())
                    .hint(hint));
        }
    }
}
