package siyu.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Diagnostics;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.level.Held;
import siyu.level.Ladder;
import siyu.level.LevelTables;
import siyu.level.Standing;
import siyu.level.Step;
import siyu.out.Heading;
import siyu.out.Mask;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.rule.Compiled;
import siyu.rule.Explain;
import siyu.rule.Expression;
import siyu.rule.Printer;
import siyu.rule.ReasonText;
import siyu.rule.Source;
import siyu.segment.Scores;

/** {@code level explain}: why a customer has his level, what he needs to stay there and to rise. */
public final class LevelExplain implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "Say why a customer has his level, what he needs to stay and to rise",
                List.of(
                        "The level he has, by growth or by a membership, since when and until when; then his growth with its parts"
                                + " beside the threshold of his level and of the next one."),
                List.of(new Example("siyu level explain C00000007", "one customer")),
                List.of("siyu.level.explain/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID);
    }

    @Override
    public Outcome run(Call call) {
        LevelDesk desk = LevelDesk.of(Session.of(call));
        World world = desk.world();
        int customer = world.number(call.value(LedgerDesk.ID));
        Outcome outcome = Outcome.of(table(call, desk, desk.ladder(), customer, world.asOf()));
        return desk.edited()
                ? outcome.note("the program has other steps than those in force, which are the ones shown")
                : outcome;
    }

    /** Where a customer stands among some steps, and what it takes to stay and to rise. */
    static Table table(Call call, LevelDesk desk, Ladder ladder, int customer, AsOf asOf) {
        Standing standing = desk.store().standing(customer, desk.day(asOf));
        Held held = Held.of(ladder, standing, desk.store().memberships(customer), desk.day(asOf));
        int earned = Math.max(0, standing.place(ladder));
        int above = ladder.above(earned);
        UnaryOperator<String> personal = call.value(Common.UNMASK) ? text -> text : Mask::of;
        boolean ascii = "dumb".equals(call.io().environment().get("TERM"));
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (earned > 0) {
            lines(desk, asOf, customer, ladder.step(earned), "stay", personal, ascii, rows);
        }
        if (above > 0) {
            lines(desk, asOf, customer, ladder.step(above), "rise", personal, ascii, rows);
        }
        Table table = Table.of("siyu.level.explain/1", asOf.zone(), List.of(Heading.text("explanation")), Rows.of(rows))
                .with("level", ladder.name(held.place()))
                .with("by", held.bought() ? "membership" : "growth")
                .with("by_growth", ladder.name(earned));
        table = with(table, "since", LevelTables.date(standing.since()));
        Long growth = growth(desk, customer, asOf);
        table = with(table, "growth", growth == null ? null : desk.tables().growth(growth));
        table = with(table, "deadline", LevelTables.date(standing.deadline()));
        table = with(table, "until", LevelTables.date(held.until()));
        return table.with("as_of", asOf.today());
    }

    private static Table with(Table table, String name, @Nullable Object value) {
        return value == null ? table : table.with(name, value);
    }

    /** The growth of a customer, or null when it is unknown. */
    static @Nullable Long growth(LevelDesk desk, int customer, AsOf asOf) {
        World world = desk.world();
        List<Expression> roots = List.of(desk.rules().growth());
        Scores scores = Scores.of(world.vocabulary(), world.population(), asOf, world.marks(), roots);
        Compiled compiled = Compiled.of(
                world.vocabulary(), asOf, roots, List.of(desk.rules().source()));
        CustomerBlock block = world.population().customer(customer, compiled.needs(), asOf);
        Compiled.Frame frame = compiled.frame();
        frame.load(scores.given().with(block, world.marks()));
        Column growth = frame.value(0);
        int row = customer - block.first;
        return growth.known[row] == 0 ? null : (Long) growth.longs[row];
    }

    private static void lines(
            LevelDesk desk,
            AsOf asOf,
            int customer,
            Step step,
            String what,
            UnaryOperator<String> personal,
            boolean ascii,
            List<@Nullable Object[]> rows) {
        World world = desk.world();
        Expression condition = reached(desk, step.growth());
        Scores scores = Scores.of(world.vocabulary(), world.population(), asOf, world.marks(), List.of(condition));
        Explain explain = new Explain(world.vocabulary(), asOf, condition, personal);
        CustomerBlock block = world.population().customer(customer, explain.needs(), asOf);
        rows.add(new @Nullable Object[] {"to " + what + ", " + step.name() + ":"});
        for (String line : ReasonText.lines(
                explain.explain(scores.given().with(block, world.marks()), customer - block.first), ascii)) {
            rows.add(new @Nullable Object[] {"  " + line});
        }
    }

    /** The condition that growth reaches a threshold. */
    private static Expression reached(LevelDesk desk, long threshold) {
        World world = desk.world();
        String number = desk.rules().money()
                ? BigDecimal.valueOf(threshold, world.vocabulary().decimals()).toPlainString()
                : Long.toString(threshold);
        String text = "(" + Printer.text(world.vocabulary(), desk.rules().growth()) + ") >= " + number;
        Expression condition =
                desk.session().program().definitions().condition(Source.of("growth", text), new Diagnostics());
        return Objects.requireNonNull(condition, "growth is a number, so it compares with one");
    }
}
