package siyu.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import siyu.core.AsOf;
import siyu.points.CalendarUnit;
import siyu.points.Term;
import siyu.rule.Window;

/** Edge cases of rising and falling, each as a small history. */
class RulingTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final Ladder LADDER = new Ladder(List.of(
            new Step("ordinary", 0, Step.NOT_SOLD, null),
            new Step("silver", 1000, Step.NOT_SOLD, null),
            new Step("plus", Step.NOT_EARNED, 99, new Term(Window.Unit.YEARS, 1)),
            new Step("gold", 5000, 99, new Term(Window.Unit.YEARS, 1)),
            new Step("diamond", 20000, Step.NOT_SOLD, null)));

    /**
     * A history.
     *
     * @param rule {@code month one_down 30d}, or {@code none}
     * @param lines {@code 2026-01-31 review 4000 = warning gold until 2026-03-02}: the as-of, what is done, the growth, what comes
     */
    record Case(String name, String rule, String lines) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("nobody falls without a rule", "none", """
                        2026-01-01 run 5000 = rise gold
                        2026-02-01 review 0 =
                        2026-02-01 run 20000 = rise diamond
                        """),
                new Case("exactly the threshold is enough", "month one_down 0d", """
                        2026-01-01 run 999 =
                        2026-01-01 run 1000 = rise silver
                        2026-02-01 review 1000 =
                        2026-02-01 review 999 = fall ordinary
                        """),
                new Case("a step that is only sold is passed over, up and down", "month one_down 0d", """
                        2026-01-01 run 4999 = rise silver
                        2026-01-02 run 5000 = rise gold
                        2026-02-01 review 0 = fall silver
                        """),
                new Case("one step in a period, whatever is missing", "month one_down 0d", """
                        2026-01-01 run 20000 = rise diamond
                        2026-02-01 review 0 = fall gold
                        2026-02-28 review 0 = at_risk gold
                        2026-03-01 review 0 = fall silver
                        2026-03-02 run 0 =
                        """),
                new Case("to what growth reaches", "month to_growth 0d", """
                        2026-01-01 run 20000 = rise diamond
                        2026-02-01 review 1500 = fall silver
                        2026-02-02 review 0 = at_risk silver
                        """),
                new Case("who rose again in the period may not fall twice in it", "month one_down 0d", """
                        2026-01-01 run 5000 = rise gold
                        2026-02-01 review 1000 = fall silver
                        2026-02-02 run 5000 = rise gold
                        2026-02-20 review 1000 = at_risk gold
                        2026-03-01 review 1000 = fall silver
                        """),
                new Case("the last day of grace counts to its end", "month one_down 30d", """
                        2026-01-01 run 5000 = rise gold
                        2026-01-30 review 4000 = warning gold until 2026-03-01
                        2026-02-28 review 4000 = at_risk gold until 2026-03-01
                        2026-03-01T23:59:59 review 4000 = at_risk gold until 2026-03-01
                        2026-03-01 review 4000 = fall silver
                        """),
                new Case("made up for in time", "month one_down 30d", """
                        2026-01-01 run 5000 = rise gold
                        2026-01-31 review 4999 = warning gold until 2026-03-02
                        2026-02-10 run 4999 =
                        2026-03-02 run 5000 = kept gold
                        2026-03-31 review 4999 = warning gold until 2026-04-30
                        """),
                new Case("the grace is over, but there was no review yet", "quarter one_down 30d", """
                        2026-01-01 run 5000 = rise gold
                        2026-01-31 review 0 = warning gold until 2026-03-02
                        2026-05-01 run 0 =
                        2026-05-02 run 5000 = kept gold
                        2026-06-01 review 0 = warning gold until 2026-07-01
                        """),
                new Case("a fall of one step brings a new grace when more is missing", "month one_down 30d", """
                        2025-12-01 run 20000 = rise diamond
                        2025-12-31 review 1500 = warning diamond until 2026-01-30
                        2026-01-31 review 1500 = fall gold until 2026-03-02
                        2026-02-28 review 1500 = at_risk gold until 2026-03-02
                        2026-03-31 review 1500 = fall silver
                        2026-04-30 review 1500 =
                        """),
                new Case("rising ends a warning", "month one_down 30d", """
                        2026-01-01 run 1000 = rise silver
                        2026-01-31 review 0 = warning silver until 2026-03-02
                        2026-02-01 review 5000 = rise gold
                        2026-02-02 review 4000 = warning gold until 2026-03-04
                        """),
                new Case("a grace of a month ends at the end of February", "month one_down 1m", """
                        2026-01-01 run 1000 = rise silver
                        2026-01-31 review 0 = warning silver until 2026-02-28
                        2026-02-28 review 0 = fall ordinary
                        """),
                new Case("weeks begin on Monday", "week one_down 0d", """
                        2026-01-01 run 20000 = rise diamond
                        2026-02-22 review 0 = fall gold
                        2026-02-23 review 0 = fall silver
                        2026-03-01 review 0 = at_risk silver
                        """),
                new Case("less than nothing is nothing", "month one_down 0d", """
                        2026-01-01 run -5 =
                        2026-01-31 review -5 =
                        2026-01-31 run 1000 = rise silver
                        2026-02-01 review -5 = fall ordinary
                        2026-03-01 review -5 =
                        """));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void history(Case it) {
        LevelRules.Downgrade rule = rule(it.rule());
        Standing standing = Standing.LOWEST;
        List<String> got = new ArrayList<>();
        for (String line : it.lines().strip().split("\n")) {
            String[] words = line.strip().split(" ");
            AsOf asOf = words[0].contains("T")
                    ? AsOf.instant(Instant.parse(words[0] + "+08:00"), ZONE)
                    : AsOf.date(LocalDate.parse(words[0]), ZONE);
            Move move =
                    new Ruling(LADDER, rule, words[1].equals("review"), asOf).of(7, standing, Long.parseLong(words[2]));
            StringBuilder told = new StringBuilder(words[0] + " " + words[1] + " " + words[2] + " =");
            if (move != null) {
                standing = standing.after(move);
                told.append(' ').append(move.kind().word()).append(' ').append(move.to());
                if (move.deadline() != Standing.NONE) {
                    told.append(" until ").append(LocalDate.ofEpochDay(move.deadline()));
                }
            }
            got.add(told.toString());
        }
        assertThat(String.join("\n", got)).isEqualTo(it.lines().strip());
    }

    private static LevelRules.@org.jspecify.annotations.Nullable Downgrade rule(String text) {
        if (text.equals("none")) {
            return null;
        }
        String[] words = text.split(" ");
        int amount = Integer.parseInt(words[2].substring(0, words[2].length() - 1));
        Term grace = new Term(words[2].endsWith("m") ? Window.Unit.MONTHS : Window.Unit.DAYS, amount);
        CalendarUnit unit = java.util.Objects.requireNonNull(CalendarUnit.of(words[0]));
        return new LevelRules.Downgrade(unit, words[1].equals("one_down"), grace);
    }
}
