package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.level.LevelCode;
import siyu.level.LevelPlan;
import siyu.level.LevelTables;
import siyu.level.Move;
import siyu.level.Ruling;
import siyu.level.Scheme;
import siyu.level.Standing;
import siyu.out.Table;

/** {@code level run}, which only raises, and {@code level review}, which may let fall. */
public final class LevelRun implements Verb {
    private static final Parameter<Boolean> APPLY =
            Parameter.flag("--apply", "store it; without it the review is a preview");

    private final boolean review;

    /** @param review whether customers may fall */
    public LevelRun(boolean review) {
        this.review = review;
    }

    @Override
    public Manual manual() {
        return review
                ? new Manual(
                        "Who falls, who is warned, and what each needs to stay",
                        List.of(
                                "Customers below the threshold of their level are first warned and have the grace of the program"
                                        + " to make up for it; at the first review after it they fall, once at most in a review"
                                        + " period. A preview until --apply. With --as-of and a date to come the preview says who"
                                        + " would fall if nobody did anything until then.",
                                "Other thresholds, steps or another growth in the program move nobody before a review is applied;"
                                        + " 'other steps' tells that there are some. 'missing' is what a customer needs to stay,"
                                        + " until the end of 'deadline'.",
                                "With --explain the answer is about one customer: what the review would do with him, and the parts of"
                                        + " his growth beside what he needs. Nothing is stored then."),
                        List.of(
                                new Example("siyu level review", "who would fall now"),
                                new Example(
                                        "siyu level review --set levels.steps[1].silver=2500 --limit 10",
                                        "and with another threshold"),
                                new Example(
                                        "siyu level review --explain C00000007",
                                        "what happens to one customer, and why"),
                                new Example("siyu level review --apply", "let them fall")),
                        List.of("siyu.level.review/1", "siyu.level.explain/1"))
                : new Manual(
                        "Raise customers whose growth reached a higher level",
                        List.of(
                                "Up at once, and nobody falls: that is what 'siyu level review' is for. Whoever was warned and made up"
                                        + " for it keeps his level. The thresholds are those in force: an edit of the program counts"
                                        + " from the next review on. Meant to be run every day; doing it again changes nothing.",
                                "With --explain the answer is about one customer, whether he would rise and why; nothing is stored then."),
                        List.of(
                                new Example("siyu level run -n", "who would rise"),
                                new Example(
                                        "siyu level run --explain C00000007", "whether one customer would, and why"),
                                new Example("siyu level run", "raise them")),
                        List.of("siyu.level.run/1", "siyu.level.explain/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return review ? List.of(APPLY, Common.EXPLAIN) : List.of(Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return Explaining.asked(call) ? List.of() : review ? LevelTables.REVIEW : LevelTables.RUN;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        boolean apply = !review || call.value(APPLY);
        LevelDesk desk =
                LevelDesk.of(apply ? Explaining.session(call) : Session.of(call).reading());
        AsOf asOf = apply ? desk.stored() : desk.preview();
        Scheme scheme = review ? desk.program() : desk.scheme();
        if (!scheme.growth().equals(desk.program().growth())) {
            throw Problem.of(LevelCode.OTHER_GROWTH, "the program counts growth otherwise than the levels in force")
                    .hint("siyu level review")
                    .failure();
        }
        World world = desk.world();
        if (Explaining.asked(call)) {
            return Outcome.of(explain(call, desk, scheme, Explaining.customer(call, world), asOf));
        }
        LevelPlan plan = LevelPlan.of(
                desk.rules(),
                scheme,
                review,
                world.vocabulary(),
                world.population(),
                asOf,
                world.marks(),
                range -> desk.store().standings(range, Integer.MAX_VALUE));
        boolean edited = desk.edited();
        boolean stores = apply && !desk.session().dryRun();
        if (stores && changes(desk, plan)) {
            Confirm.big(call, plan.stored().size(), "moves between levels");
            desk.store().apply(plan, desk.last(), desk.session().run(review ? "level review" : "level run", ""));
        }
        if (review) {
            return Outcome.of(desk.tables().review(plan, asOf, world.ids(), edited, stores));
        }
        Outcome outcome = Outcome.of(desk.tables().run(plan, asOf));
        return edited
                ? outcome.note(
                        "the program has other steps than those in force; 'siyu level review' shows who would move")
                : outcome;
    }

    /** What would happen to one customer. */
    private Table explain(Call call, LevelDesk desk, Scheme scheme, int customer, AsOf asOf) {
        Table table = LevelExplain.table(call, desk, scheme.ladder(), customer, asOf);
        Long growth = LevelExplain.growth(desk, customer, asOf);
        if (growth == null) {
            return table.with("outcome", "undecided");
        }
        Standing standing = desk.store().standing(customer, Integer.MAX_VALUE);
        Move move = new Ruling(scheme.ladder(), desk.rules().downgrade(), review, asOf).of(customer, standing, growth);
        if (move == null) {
            return table.with("outcome", "stays");
        }
        return table.with("outcome", move.kind().word())
                .with("to", move.to())
                .with("missing", desk.tables().growth(move.missing()));
    }

    /** Whether there is anything to store: moves, steps, or the day of a review. */
    private static boolean changes(LevelDesk desk, LevelPlan plan) {
        return !plan.stored().isEmpty()
                || desk.last().number() == 0
                || desk.edited() && plan.review()
                || plan.review() && desk.store().lastReview() != plan.day();
    }
}
