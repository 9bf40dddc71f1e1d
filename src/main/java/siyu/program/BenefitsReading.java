package siyu.program;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.benefit.Allowance;
import siyu.benefit.Benefit;
import siyu.benefit.BenefitCode;
import siyu.benefit.BenefitRules;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.level.Ladder;
import siyu.level.Step;
import siyu.points.CalendarUnit;

/** What stands under {@code benefits:} and {@code levels.benefits}, with everything about it that does not make sense. */
final class BenefitsReading {
    private final Draft draft;
    private final List<Benefit> benefits = new ArrayList<>();
    private final List<Allowance> allowances = new ArrayList<>();

    /** Whether something was left out, so that sums say nothing. */
    private boolean doubtful;

    BenefitsReading(Draft draft) {
        this.draft = draft;
    }

    BenefitRules rules() {
        return new BenefitRules(List.copyOf(benefits), List.copyOf(allowances));
    }

    /** Reads {@code benefits:}. */
    void benefits(Mapping section) {
        for (Entry entry : section.entries().values()) {
            if (Form.isName(entry.key().value()) && entry.value() instanceof Mapping one) {
                benefit(entry.key().value(), one);
            } else {
                doubtful = true;
            }
        }
    }

    /** Reads {@code levels.benefits}, after {@code benefits:}. */
    void levels(Mapping section, Ladder ladder) {
        for (Entry entry : section.entries().values()) {
            if (ladder.place(entry.key().value()) < 0) {
                bad(
                        entry.key(),
                        "there is no level '" + entry.key().value() + "'",
                        Nearest.hint(
                                entry.key().value(),
                                ladder.steps().stream().map(Step::name).toList()));
            } else if (entry.value() instanceof Sequence all) {
                all.items().forEach(item -> doubtful |= !allowance(entry.key().value(), item));
            }
        }
        if (!doubtful) {
            requireRising(section, ladder);
        }
    }

    private void benefit(String name, Mapping one) {
        Long cost = amount(one.scalar("cost"));
        String word = one.text("kind");
        Benefit.Kind kind = word == null ? Benefit.Kind.SERVICE : Benefit.Kind.of(word);
        Long points = ScalarValues.whole(one.scalar("points"));
        Long stock = ScalarValues.whole(one.scalar("stock"));
        Long budget = amount(one.scalar("budget"));
        doubtful |= cost == null;
        if ((kind == Benefit.Kind.POINTS) != (points != null)) {
            bad(
                    one,
                    points == null ? "'" + name + "' does not say how many points" : "'" + name + "' is not of points",
                    points == null ? "add points: 100" : "add kind: points");
        }
        // With a problem it stands in for itself, so that nobody is told that it is not there.
        benefits.add(new Benefit(
                name,
                kind == null ? Benefit.Kind.SERVICE : kind,
                cost == null ? 0 : cost,
                points == null ? 0 : points,
                stock == null ? Benefit.UNLIMITED : stock,
                budget == null ? Benefit.UNLIMITED : budget));
    }

    private @Nullable Long amount(@Nullable Scalar scalar) {
        Long amount = ScalarValues.money(scalar, draft);
        if (amount != null && amount < 0) {
            bad(scalar, "nothing costs less than nothing", null);
            return null;
        }
        return amount;
    }

    /** Whether it could be taken. */
    private boolean allowance(String level, Node item) {
        if (!(item instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            return false;
        }
        Entry entry = mapping.entries().values().iterator().next();
        String name = entry.key().value();
        if (mapping.entries().size() > 1) {
            bad(item, "there is one benefit in each item of the list", "write - {lounge: {per: quarter, times: 2}}");
        }
        if (!Form.isName(name) || !(entry.value() instanceof Mapping one)) {
            return false;
        }
        Benefit benefit = of(entry.key(), one.scalar("cost"));
        String word = one.text("per");
        CalendarUnit per = word == null ? null : CalendarUnit.of(word);
        Long times = ScalarValues.whole(one.scalar("times"));
        if (benefit == null || per == null || times != null && (times < 1 || times > Benefit.MOST)) {
            return false;
        }
        if (allowances.stream()
                .anyMatch(each ->
                        each.level().equals(level) && each.benefit().name().equals(name))) {
            bad(entry.key(), "'" + level + "' brings '" + name + "' twice", null);
        }
        allowances.add(new Allowance(level, benefit, times == null ? 1 : times, per));
        return true;
    }

    /** The benefit of a name; one with its cost here is a service of its own. */
    private @Nullable Benefit of(Scalar name, @Nullable Scalar cost) {
        Benefit known = null;
        for (Benefit benefit : benefits) {
            known = benefit.name().equals(name.value()) ? benefit : known;
        }
        if (known != null && cost != null) {
            bad(cost, "what '" + name.value() + "' costs is said before", "leave cost out here");
            return null;
        }
        if (known != null) {
            return known;
        }
        if (cost == null) {
            bad(
                    name,
                    "there is no benefit '" + name.value() + "', and no cost of it here",
                    Nearest.hint(
                            name.value(), benefits.stream().map(Benefit::name).toList()));
            return null;
        }
        Long amount = amount(cost);
        if (amount == null) {
            return null;
        }
        Benefit made = new Benefit(name.value(), Benefit.Kind.SERVICE, amount, 0, Benefit.UNLIMITED, Benefit.UNLIMITED);
        benefits.add(made);
        return made;
    }

    /** A level that names benefits brings more than the one below it. */
    private void requireRising(Mapping section, Ladder ladder) {
        for (int place = 1; place < ladder.steps().size(); place++) {
            Entry entry = section.entries().get(ladder.name(place));
            if (entry == null) {
                continue;
            }
            try {
                long below = rules().year(ladder, place - 1);
                long here = rules().year(ladder, place);
                if (here <= below) {
                    bad(
                            entry.key(),
                            "'" + ladder.name(place) + "' brings " + amount(here) + " a year, and '"
                                    + ladder.name(place - 1) + "' below it " + amount(below),
                            "benefits rise in value with the level");
                }
            } catch (ArithmeticException tooMuch) {
                bad(entry.key(), "a year of '" + ladder.name(place) + "' costs more than there is money", null);
            }
        }
    }

    private String amount(long minor) {
        return BigDecimal.valueOf(minor, draft.decimals).toPlainString();
    }

    private void bad(@Nullable Node node, String message, @Nullable String hint) {
        doubtful = true;
        Problem problem = Problem.of(BenefitCode.BAD_BENEFIT, message).hint(hint);
        draft.diagnostics.add(node == null ? problem : problem.at(node.place()));
    }
}
