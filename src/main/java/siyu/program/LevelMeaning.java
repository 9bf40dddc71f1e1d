package siyu.program;

import java.math.BigDecimal;
import java.util.List;
import siyu.benefit.Allowance;
import siyu.benefit.Benefit;
import siyu.fact.Vocabulary;
import siyu.level.Ladder;
import siyu.level.LevelRules;
import siyu.level.Step;
import siyu.rule.Printer;

/** What levels and benefits mean, as rows: what each takes, what it brings, and what a year of that costs. */
final class LevelMeaning {
    private LevelMeaning() {}

    static void rows(Program program, List<Validation.Row> rows) {
        Vocabulary vocabulary = program.vocabulary();
        for (Benefit benefit : program.benefits().benefits()) {
            StringBuilder text = new StringBuilder(money(vocabulary, benefit.cost()) + " a unit");
            text.append(benefit.points() == 0 ? "" : ", " + benefit.points() + " points");
            text.append(benefit.stock() == Benefit.UNLIMITED ? "" : "; stock " + benefit.stock());
            text.append(benefit.budget() == Benefit.UNLIMITED ? "" : "; budget " + money(vocabulary, benefit.budget()));
            rows.add(new Validation.Row(
                    "benefits", benefit.name(), benefit.kind().word(), text.toString(), List.of()));
        }
        LevelRules levels = program.levels();
        if (levels == null) {
            return;
        }
        String growth = Printer.text(vocabulary, levels.growth());
        rows.add(new Validation.Row("levels", "growth", levels.growth().type().toString(), growth, List.of()));
        Ladder ladder = levels.ladder();
        for (int place = 0; place < ladder.steps().size(); place++) {
            Step step = ladder.step(place);
            List<Allowance> brings = program.benefits().at(ladder, place);
            rows.add(new Validation.Row(
                    "levels",
                    step.name(),
                    "level",
                    takes(step, levels.money(), vocabulary)
                            + (brings.isEmpty()
                                    ? ""
                                    : "; benefits up to "
                                            + money(
                                                    vocabulary,
                                                    program.benefits().year(ladder, place))
                                            + " a customer and year"),
                    brings.stream().map(each -> each.benefit().name()).toList()));
            for (Allowance each : program.benefits().allowances()) {
                if (each.level().equals(step.name())) {
                    rows.add(new Validation.Row(
                            "levels",
                            step.name() + "." + each.benefit().name(),
                            "benefit",
                            each.text() + ", up to " + money(vocabulary, each.year()) + " a year",
                            List.of(each.benefit().name())));
                }
            }
        }
    }

    private static String takes(Step step, boolean money, Vocabulary vocabulary) {
        String growth = !step.earned()
                ? ""
                : "growth from " + (money ? money(vocabulary, step.growth()) : Long.toString(step.growth()));
        String price = !step.sold() ? "" : money(vocabulary, step.price()) + " for " + step.term();
        return growth.isEmpty() || price.isEmpty() ? growth + price : growth + ", or " + price;
    }

    private static String money(Vocabulary vocabulary, long minor) {
        return BigDecimal.valueOf(minor, vocabulary.decimals()).toPlainString();
    }
}
