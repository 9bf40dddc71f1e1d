package siyu.level;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.points.Term;
import siyu.rule.Printer;

/** Levels as tables. */
public final class LevelTables {
    private final LevelRules rules;
    private final Vocabulary vocabulary;

    public LevelTables(LevelRules rules, Vocabulary vocabulary) {
        this.rules = rules;
        this.vocabulary = vocabulary;
    }

    /** Growth as a cell. */
    public Object growth(long growth) {
        return rules.money() ? money(growth) : (Object) growth;
    }

    /** Minor units as a cell. */
    private BigDecimal money(long minor) {
        return BigDecimal.valueOf(minor, vocabulary.decimals());
    }

    private Kind growthKind() {
        return rules.money() ? Kind.MONEY : Kind.INTEGER;
    }

    /** A day as a cell. */
    public static @Nullable LocalDate date(int day) {
        return day == Standing.NONE ? null : LocalDate.ofEpochDay(day);
    }

    /**
     * The steps of the program.
     *
     * @param years what a year of each costs in benefits, by place, minor units
     */
    public Table list(long[] years) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int place = rules.ladder().steps().size() - 1; place >= 0; place--) {
            Step step = rules.ladder().step(place);
            Term term = step.term();
            rows.add(new @Nullable Object[] {
                place + 1L,
                step.name(),
                step.earned() ? growth(step.growth()) : null,
                step.sold() ? money(step.price()) : null,
                term == null ? null : term.toString(),
                money(years[place])
            });
        }
        List<Heading> headings = List.of(
                Heading.of("place", Kind.INTEGER),
                Heading.text("level"),
                Heading.of("growth", growthKind()),
                Heading.of("price", Kind.MONEY),
                Heading.text("term"),
                Heading.of("benefits_year", Kind.MONEY));
        LevelRules.Downgrade downgrade = rules.downgrade();
        return Table.of("siyu.level.list/1", vocabulary.zone(), headings, Rows.of(rows))
                .with("growth", Printer.text(vocabulary, rules.growth()))
                .with("review", downgrade == null ? "none" : downgrade.review().word())
                .with("policy", downgrade == null ? "none" : downgrade.oneDown() ? "one_down" : "to_growth")
                .with("grace", downgrade == null ? "none" : downgrade.grace().toString());
    }

    /** The columns of {@link #run}. */
    public static final List<String> RUN = List.of("from", "to", "change", "customers");

    /** What a run came to: how many moved from where to where. */
    public Table run(LevelPlan plan, AsOf asOf) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        Ladder ladder = plan.scheme().ladder();
        for (int to = ladder.steps().size() - 1; to >= 0; to--) {
            for (Move move : plan.moves()) {
                if (move.to().equals(ladder.name(to))) {
                    counts.merge(
                            List.of(from(move, ladder), move.to(), move.kind().word()), 1L, Long::sum);
                }
            }
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(new @Nullable Object[] {key.get(0), key.get(1), key.get(2), count}));
        List<Heading> headings = List.of(
                Heading.text("from"),
                Heading.text("to"),
                Heading.text("change"),
                Heading.of("customers", Kind.INTEGER));
        return Table.of("siyu.level.run/1", vocabulary.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today())
                .with("customers", plan.customers())
                .with("undecided", plan.undecided());
    }

    private static String from(Move move, Ladder ladder) {
        return move.from().isEmpty() ? ladder.name(0) : move.from();
    }

    /** The columns of {@link #review}. */
    public static final List<String> REVIEW =
            List.of("customer", "change", "from", "to", "growth", "needed", "missing", "deadline");

    /** What a review comes to: who moves, who is warned and who is at risk, with what each needs to stay. */
    public Table review(LevelPlan plan, AsOf asOf, IntFunction<String> ids, boolean otherSteps, boolean applied) {
        Ladder ladder = plan.scheme().ladder();
        Rows rows = sink -> {
            for (Move move : plan.moves()) {
                boolean more = sink.row(new @Nullable Object[] {
                    ids.apply(move.customer()),
                    move.kind().word(),
                    from(move, ladder),
                    move.to(),
                    growth(move.growth()),
                    growth(move.needed()),
                    growth(move.missing()),
                    date(move.deadline())
                });
                if (!more) {
                    return;
                }
            }
        };
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.text("change"),
                Heading.text("from"),
                Heading.text("to"),
                Heading.of("growth", growthKind()),
                Heading.of("needed", growthKind()),
                Heading.of("missing", growthKind()),
                Heading.of("deadline", Kind.DATE));
        Table table = Table.of("siyu.level.review/1", vocabulary.zone(), headings, rows)
                .with("as_of", asOf.today())
                .with("customers", plan.customers())
                .with("undecided", plan.undecided());
        for (Move.Kind kind : Move.Kind.values()) {
            table = table.with(kind.word(), plan.count(kind));
        }
        return table.with("other_steps", otherSteps).with("applied", applied);
    }

    /** What happened to one customer, oldest first; what he bought stands at its first day. */
    public Table history(List<Move> moves, List<Membership> memberships, Ladder ladder) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Move move : moves) {
            rows.add(new @Nullable Object[] {
                date(move.day()),
                move.kind().word(),
                from(move, ladder),
                move.to(),
                growth(move.growth()),
                growth(move.needed()),
                date(move.deadline()),
                null
            });
        }
        for (Membership each : memberships) {
            int at = 0;
            while (at < rows.size()
                    && !LocalDate.ofEpochDay(each.first())
                            .isBefore((LocalDate) java.util.Objects.requireNonNull(rows.get(at)[0]))) {
                at++;
            }
            rows.add(at, new @Nullable Object[] {
                date(each.first()), "bought", null, each.level(), null, null, date(each.last()), money(each.price())
            });
        }
        List<Heading> headings = List.of(
                Heading.of("day", Kind.DATE),
                Heading.text("change"),
                Heading.text("from"),
                Heading.text("to"),
                Heading.of("growth", growthKind()),
                Heading.of("needed", growthKind()),
                Heading.of("until", Kind.DATE),
                Heading.of("price", Kind.MONEY));
        return Table.of("siyu.level.history/1", vocabulary.zone(), headings, Rows.of(rows));
    }

    /** The columns of {@link #bought}. */
    public static final List<String> BUY = List.of("purchase", "customer", "level", "price", "first", "last", "replay");

    /**
     * One purchase.
     *
     * @param number of it, or null when it was not stored
     */
    public Table bought(Membership membership, @Nullable Long number, String id, boolean replay) {
        List<Heading> headings = List.of(
                Heading.of("purchase", Kind.INTEGER),
                Heading.text("customer"),
                Heading.text("level"),
                Heading.of("price", Kind.MONEY),
                Heading.of("first", Kind.DATE),
                Heading.of("last", Kind.DATE),
                Heading.of("replay", Kind.BOOLEAN));
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {
            number,
            id,
            membership.level(),
            money(membership.price()),
            date(membership.first()),
            date(membership.last()),
            replay
        });
        return Table.of("siyu.level.buy/1", vocabulary.zone(), headings, Rows.of(rows))
                .one();
    }

    /**
     * All levels in figures, the highest first.
     *
     * @param benefits by level: what benefits cost that were used there, and of that what members used, minor units
     * @param spent before and during memberships, by place; empty when the program does not say what members spend
     */
    public Table report(
            Ladder ladder, LevelReport.Line[] lines, Map<String, long[]> benefits, long[][] spent, AsOf asOf) {
        long customers = 0;
        for (LevelReport.Line line : lines) {
            customers += line.customers();
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int place = lines.length - 1; place >= 0; place--) {
            LevelReport.Line line = lines[place];
            boolean sold = line.sold() > 0;
            long[] used = benefits.getOrDefault(ladder.name(place), new long[2]);
            rows.add(new @Nullable Object[] {
                ladder.name(place),
                line.customers(),
                customers == 0 ? 0.0 : (double) line.customers() / customers,
                line.bought(),
                line.atRisk(),
                line.sold(),
                money(line.fees()),
                money(used[0]),
                sold ? money(Math.subtractExact(line.fees(), used[1])) : null,
                sold && line.fees() > 0 ? (Double) ((double) used[1] / line.fees()) : null,
                sold && spent.length > 0 ? money(spent[0][place]) : null,
                sold && spent.length > 0 ? money(spent[1][place]) : null
            });
        }
        List<Heading> headings = List.of(
                Heading.text("level"),
                Heading.of("customers", Kind.INTEGER),
                Heading.of("share", Kind.SHARE),
                Heading.of("members", Kind.INTEGER),
                Heading.of("at_risk", Kind.INTEGER),
                Heading.of("sold", Kind.INTEGER),
                Heading.of("fees", Kind.MONEY),
                Heading.of("benefits", Kind.MONEY),
                Heading.of("net", Kind.MONEY),
                Heading.of("returned", Kind.SHARE),
                Heading.of("spent_before", Kind.MONEY),
                Heading.of("spent_during", Kind.MONEY));
        return Table.of("siyu.level.report/1", vocabulary.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today());
    }
}
