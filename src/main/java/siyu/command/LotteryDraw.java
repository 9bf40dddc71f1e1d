package siyu.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.lottery.Batch;
import siyu.lottery.DrawPlan;
import siyu.lottery.Drawn;
import siyu.lottery.Entitlement;
import siyu.lottery.Limit;
import siyu.lottery.Lottery;
import siyu.lottery.LotteryCode;
import siyu.lottery.LotteryStore;
import siyu.lottery.LotteryTables;
import siyu.lottery.Names;
import siyu.lottery.Prize;
import siyu.lottery.State;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.points.Reward;
import siyu.points.RewardPlan;

/** {@code lottery draw}: some customers, or all, draw. */
public final class LotteryDraw implements Verb {
    private static final Parameter<List<String>> IDS = Parameter.positionals("ID", "external ids of those who draw");
    private static final Parameter<Boolean> ALL =
            Parameter.flag("--all", "everybody who may draw, in the order of first import");
    private static final Parameter<Integer> TIMES = Parameter.option(
            "--times",
            "N",
            "how often each draws (default: once; with --all: as often as he may)",
            new Forms.Whole(1, DrawPlan.MOST));
    private static final Parameter<String> KEY = Parameter.option(
            "--key", "KEY", "what this batch is known by for ever; the same again does nothing", text -> text);
    private static final int LONGEST_KEY = 200;

    @Override
    public Manual manual() {
        return new Manual(
                "Customers draw",
                List.of(
                        "Every draw gets the next number. The prize follows from the committed seed, the rules, the number and the"
                                + " customer, so nobody can influence it any more. The weight of a prize that is out of stock leaves"
                                + " the wheel. All draws of the command are written together or not at all; with --key the command"
                                + " can be given again without harm.",
                        "Whoever has fewer tickets or draws left than asked for is refused, and nobody draws; with --all each draws"
                                + " as often as he may. A dry run says who would draw, but not what they would win: looking"
                                + " before drawing is what a lottery must not allow.",
                        "With --explain the answer is about one customer: whether he may draw, how often, and what stands against it;"
                                + " nobody draws."),
                List.of(
                        new Example("siyu lottery draw spring C00000007 --key web-4711", "one draw, once"),
                        new Example(
                                "siyu lottery draw spring --explain C00000007",
                                "whether one customer may draw, and why"),
                        new Example("siyu lottery draw spring --all --times 1 -n", "who would draw")),
                List.of("siyu.lottery.draw/1", "siyu.lottery.entitlement/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LotteryDesk.NAME, IDS, ALL, TIMES, KEY, Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return Explaining.asked(call) ? LotteryTables.EXPLAIN : LotteryTables.DRAWS;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Explaining.session(call);
        if (Explaining.asked(call)) {
            return explain(call, session);
        }
        List<String> ids = ids(call);
        String key = key(call);
        Integer times = call.get(TIMES);
        String name = call.value(LotteryDesk.NAME);
        LotteryDesk desk = LotteryDesk.of(session);
        World world = World.stored(session, session.program());
        State state = desk.state(name);
        Batch wanted = new Batch(
                name, key, ids.isEmpty() ? "" : Batch.hash(ids), times != null ? times : ids.isEmpty() ? 0 : 1, 0, 0);
        Batch before = key.isEmpty() ? null : desk.store().batch(key);
        if (before != null) {
            wanted.requireSame(before);
            return Outcome.of(replayed(desk, world, state, before));
        }
        Lottery lottery = LotteryDesk.require(session, name);
        requireOpen(desk, lottery, state);
        long at = Math.max(desk.now(), state.last());
        List<DrawPlan.Turn> turns = turns(desk, world, lottery, state, ids, wanted.times(), at);
        if (session.dryRun()) {
            return Outcome.of(told(Rows.of(preview(state, turns, at)), world, state.draws(), state.head()));
        }
        if (ids.isEmpty()) {
            long sum = turns.stream().mapToLong(DrawPlan.Turn::times).sum();
            Confirm.ask(
                    call,
                    "draw " + counted(sum, "time") + " in '" + name + "' for " + counted(turns.size(), "customer")
                            + "?");
        }
        DrawPlan plan = DrawPlan.of(state, wanted, turns, at);
        apply(session, desk, plan);
        return Outcome.of(told(
                Rows.of(drawn(plan, world)), world, state.draws() + plan.drawn().size(), plan.head()));
    }

    /** What one customer is entitled to. */
    private static Outcome explain(Call call, Session session) {
        String name = call.value(LotteryDesk.NAME);
        LotteryDesk desk = LotteryDesk.of(session);
        World world = World.stored(session, session.program());
        State state = desk.state(name);
        Lottery lottery = LotteryDesk.require(session, name);
        requireOpen(desk, lottery, state);
        long at = Math.max(desk.now(), state.last());
        int customer = Explaining.customer(call, world);
        String id = call.value(Common.EXPLAIN);
        long since = since(lottery, state, at);
        Entitlement entitlement =
                new Tickets(lottery, world).of(customer, desk.store().drawn(state.committed(), since, customer));
        return Outcome.of(LotteryTables.explain(id, entitlement, world.asOf().zone())
                .with("draws", state.draws())
                .with("head", state.head()));
    }

    /** From when on draws of the period that holds a moment count; refused when the lottery is not open then. */
    private static long since(Lottery lottery, State state, long at) {
        ZoneId zone = state.committed().rules().zone();
        LocalDate day = day(at, zone);
        LocalDate from = lottery.from();
        LocalDate until = lottery.until();
        if (from != null && day.isBefore(from) || until != null && day.isAfter(until)) {
            throw Problem.of(
                            LotteryCode.NOT_OPEN,
                            from != null && day.isBefore(from)
                                    ? "'" + lottery.name() + "' begins on " + from + ", and it is " + day
                                    : "'" + lottery.name() + "' ended on " + until + ", and it is " + day)
                    .failure();
        }
        Limit limit = lottery.limit();
        return limit == null ? Long.MIN_VALUE : limit.startMicros(day, zone);
    }

    /** Writes the draws, and the points that were won with them: both or neither. */
    private static void apply(Session session, LotteryDesk desk, DrawPlan plan) {
        List<Reward> won = new ArrayList<>();
        List<Prize> prizes = plan.before().committed().rules().prizes();
        String name = plan.before().committed().name();
        for (int i = 0; i < plan.drawn().size(); i++) {
            Prize prize = prizes.get(plan.prizes().get(i));
            Drawn drawn = plan.drawn().get(i);
            if (prize.points() > 0) {
                won.add(new Reward(
                        plan.customers().get(i),
                        "lottery",
                        "lottery." + name,
                        Long.toString(drawn.number()),
                        prize.points(),
                        drawn.at()));
            }
        }
        if (won.isEmpty()) {
            if (!plan.empty()) {
                desk.store().apply(plan, session.run("lottery draw", ""));
            }
            return;
        }
        LedgerDesk ledger = LedgerDesk.of(session);
        RewardPlan rewards = RewardPlan.of(ledger.rewards("lottery"), won, List.of());
        ledger.store()
                .post(
                        rewards.plan(),
                        session.run("lottery draw", ""),
                        connection -> LotteryStore.write(connection, plan));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static List<String> ids(Call call) {
        List<String> ids = call.value(IDS);
        if (ids.isEmpty() != call.value(ALL)) {
            throw Problem.of(
                            ids.isEmpty() ? LotteryCode.NEEDS_SELECTION : CliCode.CLASH,
                            ids.isEmpty() ? "nobody is named who draws" : "--all is everybody, so no ids go with it")
                    .hint(ids.isEmpty() ? "give their ids, or --all" : null)
                    .failure();
        }
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw Problem.of(CliCode.BAD_VALUE, "'" + id + "' is named twice")
                        .hint("--times 2 lets each draw twice")
                        .failure();
            }
        }
        return ids;
    }

    private static String key(Call call) {
        String key = call.get(KEY);
        if (key != null && (key.isBlank() || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY)) {
            throw Problem.of(CliCode.BAD_VALUE, "--key is a text of 1 to " + LONGEST_KEY + " bytes")
                    .failure();
        }
        return key == null ? "" : key;
    }

    private static void requireOpen(LotteryDesk desk, Lottery lottery, State state) {
        if (state.revealed() != null) {
            throw Problem.of(LotteryCode.CLOSED, "the seed of '" + lottery.name() + "' is revealed, so it is closed")
                    .failure();
        }
        desk.requireUnchanged(lottery, state.committed());
    }

    private static LocalDate day(long micros, ZoneId zone) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
    }

    /** Who draws how often; refused as a whole when one of those named may not. */
    private static List<DrawPlan.Turn> turns(
            LotteryDesk desk, World world, Lottery lottery, State state, List<String> ids, long times, long at) {
        long since = since(lottery, state, at);
        Tickets tickets = new Tickets(lottery, world);
        return ids.isEmpty()
                ? everybody(desk, world, state, tickets, since, times)
                : some(desk, world, state, tickets, since, times, ids);
    }

    private static List<DrawPlan.Turn> some(
            LotteryDesk desk, World world, State state, Tickets tickets, long since, long times, List<String> ids) {
        List<DrawPlan.Turn> turns = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        for (String id : ids) {
            int customer = world.number(id);
            Entitlement entitlement = tickets.of(customer, desk.store().drawn(state.committed(), since, customer));
            if (entitlement.left() < times) {
                refused.add(entitlement.refusal(id, times));
            }
            turns.add(new DrawPlan.Turn(customer, id, times));
        }
        if (!refused.isEmpty()) {
            throw new siyu.core.Failure(refused);
        }
        requireFew(turns);
        return turns;
    }

    private static List<DrawPlan.Turn> everybody(
            LotteryDesk desk, World world, State state, Tickets tickets, long since, long times) {
        Map<Integer, long[]> drawn = desk.store().drawn(state.committed(), since);
        long[] never = {0, 0};
        List<DrawPlan.Turn> turns = new ArrayList<>();
        tickets.each(customer -> drawn.getOrDefault(customer, never), (customer, entitlement) -> {
            long left = times == 0 ? entitlement.left() : Math.min(times, entitlement.left());
            if (left > 0) {
                turns.add(new DrawPlan.Turn(customer, world.ids().apply(customer), left));
            }
        });
        requireFew(turns);
        return turns;
    }

    private static void requireFew(List<DrawPlan.Turn> turns) {
        long sum = 0;
        for (DrawPlan.Turn turn : turns) {
            sum = Math.min(Long.MAX_VALUE / 2, sum + Math.min(turn.times(), Long.MAX_VALUE / 4));
        }
        if (sum > DrawPlan.MOST) {
            throw Problem.of(CliCode.BAD_VALUE, "that is more than " + DrawPlan.MOST + " draws at once")
                    .hint("--times limits how often each draws")
                    .failure();
        }
    }

    private static List<@Nullable Object[]> preview(State state, List<DrawPlan.Turn> turns, long at) {
        Names names = state.committed().names();
        List<@Nullable Object[]> rows = new ArrayList<>();
        long number = state.draws();
        for (DrawPlan.Turn turn : turns) {
            for (long i = 0; i < turn.times(); i++) {
                number++;
                rows.add(LotteryTables.draw(turn.id(), new Drawn(number, at, names.of(turn.id()), "", ""), null));
            }
        }
        return rows;
    }

    private static List<@Nullable Object[]> drawn(DrawPlan plan, World world) {
        List<Prize> prizes = plan.before().committed().rules().prizes();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < plan.drawn().size(); i++) {
            String id = world.ids().apply(plan.customers().get(i));
            rows.add(LotteryTables.draw(
                    id, plan.drawn().get(i), prizes.get(plan.prizes().get(i))));
        }
        return rows;
    }

    /** What was drawn by the same key before. */
    private static Table replayed(LotteryDesk desk, World world, State state, Batch batch) {
        List<Prize> prizes = state.committed().rules().prizes();
        Names names = state.committed().names();
        List<@Nullable Object[]> rows = new ArrayList<>();
        long end = batch.first() + batch.draws();
        desk.store().draws(state.committed(), batch.first(), (number, customer, at, prize, head) -> {
            if (number < end) {
                String id = world.ids().apply(customer);
                Drawn drawn = new Drawn(number, at, names.of(id), "", head);
                rows.add(LotteryTables.draw(id, drawn, prizes.get(prize)));
            }
            return number + 1 < end;
        });
        return told(Rows.of(rows), world, state.draws(), state.head()).with("replay", true);
    }

    private static Table told(Rows rows, World world, long draws, String head) {
        return LotteryTables.draws(rows, world.asOf().zone())
                .with("draws", draws)
                .with("head", head);
    }
}
