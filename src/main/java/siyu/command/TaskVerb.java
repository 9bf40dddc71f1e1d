package siyu.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.points.Ledger;
import siyu.points.PointsTables;
import siyu.points.RewardPlan;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Source;
import siyu.segment.Scores;
import siyu.task.Reached;
import siyu.task.Task;
import siyu.task.TaskCode;
import siyu.task.TaskPlan;
import siyu.task.TaskRules;
import siyu.task.TaskStore;
import siyu.task.TaskTables;

/** {@code task list|run|status}: what customers are asked to do, who has done it, and what they got. */
public final class TaskVerb implements Verb {
    /** Which of them. */
    public enum Does {
        LIST,
        RUN,
        STATUS
    }

    private final Does does;

    public TaskVerb(Does does) {
        this.does = does;
    }

    @Override
    public Manual manual() {
        return switch (does) {
            case LIST ->
                new Manual(
                        "List tasks, badges and leaderboards",
                        List.of("Each with its rule, how often it can be done and what it brings."),
                        List.of(new Example("siyu task list", "of this program")),
                        List.of("siyu.task.list/1"));
            case RUN ->
                new Manual(
                        "Record who has done which task and post the rewards",
                        List.of(
                                "Looks at the period of each task that holds the as-of: who meets its goal and was not recorded for"
                                        + " that period is recorded, and his reward is posted to the points ledger, both or neither."
                                        + " Badges are awarded in the same way, for good. Doing it again records nothing twice;"
                                        + " a period that is over is done by --as-of with its last day.",
                                Explaining.HELP,
                                "What is missing for a goal says 'siyu task explain'."),
                        List.of(
                                new Example("siyu task run -n", "what would be recorded"),
                                new Example("siyu task run --explain C00000007", "of one customer, and why"),
                                new Example("siyu task run --as-of 2026-02-28", "for the last day of February")),
                        List.of("siyu.task.run/1", PointsTables.EXPLAINED));
            case STATUS ->
                new Manual(
                        "Where one customer stands with each task and badge",
                        List.of(
                                "'reached' is whether he meets the goal now, 'recorded' since when that is on record for the period,"
                                        + " 'times' how many periods are."),
                        List.of(new Example("siyu task status C00000007", "of one customer")),
                        List.of("siyu.task.status/1"));
        };
    }

    @Override
    public List<Parameter<?>> parameters() {
        return switch (does) {
            case LIST -> List.of();
            case RUN -> List.of(Common.EXPLAIN);
            case STATUS -> List.of(LedgerDesk.ID);
        };
    }

    @Override
    public List<Common.Set> shared() {
        return does == Does.RUN
                ? List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT)
                : List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return does == Does.RUN ? Explaining.columns(call, TaskTables.RUN) : List.of();
    }

    @Override
    public List<Exit> exits() {
        return List.of();
    }

    @Override
    public Outcome run(Call call) {
        Session session = does == Does.RUN ? Explaining.session(call) : Session.of(call);
        TaskRules rules = session.program().tasks();
        if (does == Does.LIST) {
            return Outcome.of(TaskTables.list(rules, session.program().vocabulary()));
        }
        if (rules.tasks().isEmpty() && rules.badges().isEmpty()) {
            throw Problem.of(TaskCode.NO_RULES, "program '" + session.program().name() + "' has no tasks")
                    .hint("add tasks: to it")
                    .failure();
        }
        LedgerDesk desk = LedgerDesk.of(session);
        return does == Does.RUN ? run(call, desk, rules) : status(desk, rules, call.value(LedgerDesk.ID));
    }

    private static List<Expression> conditions(TaskRules rules) {
        List<Expression> all = new ArrayList<>();
        rules.tasks().forEach(task -> all.add(task.goal()));
        rules.badges().forEach(badge -> all.add(badge.when()));
        return all;
    }

    private static List<Source> sources(TaskRules rules) {
        List<Source> all = new ArrayList<>();
        rules.tasks().forEach(task -> all.add(task.source()));
        rules.badges().forEach(badge -> all.add(badge.source()));
        return all;
    }

    private static Outcome run(Call call, LedgerDesk desk, TaskRules rules) {
        World world = desk.world();
        AsOf asOf = desk.asOf();
        TaskStore store = new TaskStore(desk.session().store());
        // A reward of a day that is over counts in that day.
        long at = asOf.endMicros() == desk.recorded() ? desk.recorded() : asOf.endMicros() - 1;
        BiFunction<String, String, BitSet> before =
                (name, period) -> period.isEmpty() ? store.bearers(name) : store.done(name, period);
        Outcome why = Explaining.of(call, desk, customer -> {
            Reached reached = reached(desk, rules, asOf, customer);
            TaskPlan plan = TaskPlan.of(rules.tasks(), rules.badges(), asOf, at, reached, before);
            RewardPlan rewards = RewardPlan.of(desk.rewards("task"), plan.rewards(), List.of());
            return plan.explain(
                    customer, reached, at, desk.rules(), rewards.plan().only());
        });
        if (why != null) {
            return why;
        }
        Reached reached = Reached.of(
                world.vocabulary(), world.population(), asOf, world.marks(), conditions(rules), sources(rules));
        TaskPlan plan = TaskPlan.of(rules.tasks(), rules.badges(), asOf, at, reached, before);
        Ledger ledger = desk.ledger();
        RewardPlan rewards = RewardPlan.of(desk.rewards("task"), plan.rewards(), List.of());
        Ledger after = ledger;
        if (desk.session().stores(plan.done().size() + plan.awards().size(), "tasks and badges")) {
            after = desk.store()
                    .post(
                            rewards.plan(),
                            desk.session().run("task run", ""),
                            connection -> TaskStore.write(connection, plan));
        }
        return desk.noted(Outcome.of(LedgerDesk.told(TaskTables.run(plan, asOf), after)));
    }

    private static Outcome status(LedgerDesk desk, TaskRules rules, String id) {
        World world = desk.world();
        int customer = world.number(id);
        @Nullable Boolean[] state = state(desk, rules, world.asOf(), customer);
        TaskStore store = new TaskStore(desk.session().store());
        return Outcome.of(
                TaskTables.status(rules, state, store.doneBy(customer), store.badgesOf(customer), world.asOf()));
    }

    /** The conditions that one customer meets. */
    private static Reached reached(LedgerDesk desk, TaskRules rules, AsOf asOf, int customer) {
        @Nullable Boolean[] state = state(desk, rules, asOf, customer);
        List<BitSet> who = new ArrayList<>();
        long[] undecided = new long[state.length];
        for (int i = 0; i < state.length; i++) {
            who.add(new BitSet());
            Boolean met = state[i];
            undecided[i] = met == null ? 1 : 0;
            who.get(i).set(customer, met != null && met);
        }
        return new Reached(who, undecided);
    }

    /** By condition: true, false, or null for unknown. */
    private static @Nullable Boolean[] state(LedgerDesk desk, TaskRules rules, AsOf asOf, int customer) {
        World world = desk.world();
        List<Expression> conditions = conditions(rules);
        Scores scores = Scores.of(world.vocabulary(), world.population(), asOf, world.marks(), conditions);
        Compiled compiled = Compiled.of(world.vocabulary(), asOf, conditions, sources(rules));
        CustomerBlock block = world.population().customer(customer, compiled.needs(), asOf);
        Compiled.Frame frame = compiled.frame();
        frame.load(scores.given().with(block, world.marks()));
        @Nullable Boolean[] state = new Boolean[conditions.size()];
        Arrays.setAll(state, i -> {
            Column value = frame.value(i);
            int row = customer - block.first;
            return value.known[row] == 0 ? null : (Boolean) (value.longs[row] != 0);
        });
        return state;
    }

    /** The task of a name. */
    static Task named(TaskRules rules, String name) {
        for (Task task : rules.tasks()) {
            if (task.name().equals(name)) {
                return task;
            }
        }
        throw Problem.of(TaskCode.NO_TASK, "no task '" + name + "'")
                .hint(siyu.core.Nearest.hint(
                        name, rules.tasks().stream().map(Task::name).toList()))
                .failure();
    }
}
