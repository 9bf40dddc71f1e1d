package siyu.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.core.AsOf;
import siyu.core.Problem;
import siyu.core.Watch;
import siyu.fact.Population;
import siyu.out.Table;
import siyu.points.Account;
import siyu.points.Balance;
import siyu.points.Book;
import siyu.points.Dating;
import siyu.points.Earning;
import siyu.points.Entries;
import siyu.points.Ledger;
import siyu.points.Operation;
import siyu.points.PointsCode;
import siyu.points.PointsPlan;
import siyu.points.PointsRules;
import siyu.points.PointsStore;
import siyu.points.PointsTables;
import siyu.points.RewardPlan;
import siyu.points.RuleNumbers;
import siyu.points.Term;
import siyu.points.Why;
import siyu.rule.Window;

/** What the verbs of the ledger share: how far it is, one customer's account, and posting one operation of it. */
final class LedgerDesk {
    static final Parameter<String> ID = Parameter.positional("ID", "the customer's external id");
    static final Parameter<String> KEY = Parameter.option(
            "--key", "KEY", "what this operation is known by for ever; the same again does nothing", text -> text);
    static final Parameter<Instant> AT =
            Parameter.option("--at", "INSTANT", "when it counts (default: now)", new Forms.Moment());

    private static final long LONGEST_KEY = 200;

    private final Session session;
    private final World world;
    private final PointsStore store;
    private final Ledger ledger;
    private final RuleNumbers rules;
    private final Dating zone;

    private LedgerDesk(Session session) {
        this.session = session;
        this.world = World.stored(session, session.program());
        this.store = new PointsStore(session.store());
        this.ledger = store.ledger();
        this.rules = store.rules();
        this.zone = new Dating(world.asOf().zone(), 0, Long.MIN_VALUE);
    }

    static LedgerDesk of(Session session) {
        return new LedgerDesk(session.ahead());
    }

    Session session() {
        return session;
    }

    World world() {
        return world;
    }

    PointsStore store() {
        return store;
    }

    Ledger ledger() {
        return ledger;
    }

    RuleNumbers rules() {
        return rules;
    }

    PointsRules program() {
        return session.program().points();
    }

    /** When what is posted now is recorded: never before the last posting. */
    long recorded() {
        return Math.max(AsOf.instant(session.now(), world.asOf().zone()).endMicros(), ledger.recorded());
    }

    /** The date of what is posted now; for one thread. */
    Dating dating() {
        return zone.at(recorded(), openFrom());
    }

    /** The first moment that is not closed, microseconds. */
    long openFrom() {
        if (ledger.closedThrough() == Ledger.OPEN) {
            return Long.MIN_VALUE;
        }
        return zone.start(ledger.closedThrough() + 1);
    }

    /** The as-of, or now when its end has not come yet: nothing counts from a moment to come. */
    AsOf asOf() {
        AsOf asOf = world.asOf();
        return asOf.endMicros() <= recorded()
                ? asOf
                : AsOf.instant(Instant.EPOCH.plus(recorded(), ChronoUnit.MICROS), asOf.zone());
    }

    /** The dates of a run over everything as of the as-of: what ended before its end has ended. */
    Dating datingAsOf() {
        return zone.at(asOf().endMicros(), openFrom());
    }

    /** How rewards of another part of the program are written: usable at once, with the ledger's own expiry. */
    RewardPlan.Terms rewards(String type) {
        return new RewardPlan.Terms(
                type,
                ledger,
                rules,
                range -> store.history(range, ledger),
                dating(),
                new Term(Window.Unit.DAYS, 0),
                program().expiry(),
                program().shortage());
    }

    /** A note when the clock says less than the last posting. */
    Outcome noted(Outcome outcome) {
        boolean backwards = AsOf.instant(session.now(), world.asOf().zone()).endMicros() < ledger.recorded();
        return backwards
                ? outcome.note("the clock is before the last posting, so the time of that posting is recorded")
                : outcome;
    }

    /** How many ranges of customers there are. */
    int ranges() {
        return world.population().ranges();
    }

    /** Does what reads the entries and operations of all ranges, each once, and shows how far it is. */
    <T> T through(Function<IntFunction<Earning.History>, T> work) {
        int customers = world.population().size();
        AtomicLong read = new AtomicLong();
        try (Watch watch = session.watch("going through the ledger")) {
            return work.apply(range -> {
                Earning.History history = store.history(range, ledger);
                watch.at(Math.min(read.addAndGet(Population.RANGE), customers), customers);
                return history;
            });
        }
    }

    /** The entries and operations of one customer. */
    Earning.History history(int customer) {
        return store.history(customer, customer, ledger);
    }

    /** What a customer has when all his entries count, at a moment. */
    static Balance balance(Entries entries, Dating dating) {
        Account account = new Account();
        if (entries.size() > 0) {
            account.load(entries, 0, entries.size());
        }
        return Balance.of(account, dating.today());
    }

    /** The moment a command gives with {@code --at}, or now; refused in a closed period and in the future. */
    long at(Call call) {
        Instant given = call.get(AT);
        if (given == null) {
            return recorded();
        }
        long micros = AsOf.instant(given, world.asOf().zone()).endMicros();
        if (micros > recorded()) {
            throw Problem.of(PointsCode.FUTURE, "--at " + given + " has not come yet")
                    .failure();
        }
        if (micros < openFrom()) {
            throw Problem.of(
                            PointsCode.CLOSED,
                            "--at " + given + " lies in the period closed through "
                                    + java.time.LocalDate.ofEpochDay(ledger.closedThrough()))
                    .failure();
        }
        return micros;
    }

    /** The key of a command, or an empty one; of commands only, as those of events are made from the event. */
    static String key(Call call) {
        String key = call.get(KEY);
        if (key == null) {
            return "";
        }
        if (key.isBlank() || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw Problem.of(CliCode.BAD_VALUE, "--key is a text of 1 to " + LONGEST_KEY + " bytes")
                    .failure();
        }
        return "key:" + key;
    }

    /** A positional number of points. */
    static long points(String text) {
        try {
            long points = text.length() <= 19 && text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9')
                    ? Long.parseLong(text)
                    : 0;
            if (points != 0 && Math.abs(points) <= Account.MOST_PER_ENTRY) {
                return points;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problem.of(CliCode.BAD_VALUE, "'" + text + "' is not a number of points from 1 to 10^12")
                .failure();
    }

    /** An operation of one customer, as it is decided. */
    @FunctionalInterface
    interface Deciding {
        /** Writes entries and returns the operation with what is known now, or throws what stands against it. */
        Operation decide(Book book, Dating dating);
    }

    /**
     * Decides and posts one operation, or answers with what was done by the same key before.
     *
     * @param type of the posting
     */
    Outcome post(String schema, Operation wanted, Deciding deciding) {
        String customer = world.ids().apply(wanted.customer());
        Earning.History history = history(wanted.customer());
        Dating dating = dating();
        Operation before = wanted.key().isEmpty() ? null : store.operation(wanted.key());
        if (before != null) {
            wanted.requireSame(before);
            Outcome why = explained(wanted.customer(), Why.recorded(rules, history.entries(), before));
            if (why != null) {
                return why;
            }
            return Outcome.of(told(
                    PointsTables.operation(
                            schema, customer, before, balance(history.entries(), dating), true, world.asOf()),
                    ledger));
        }
        Entries fresh = new Entries();
        Account account = new Account();
        if (history.entries().size() > 0) {
            account.load(history.entries(), 0, history.entries().size());
        } else {
            account.start(wanted.customer());
        }
        long number = ledger.operations() + 1;
        Operation done = deciding.decide(new Book(account, fresh).operation(number), dating)
                .numbered(number);
        Outcome why = explained(wanted.customer(), Why.written(rules, fresh));
        if (why != null) {
            return why;
        }
        PointsPlan plan = PointsPlan.of(
                wanted.type().word(),
                ledger,
                dating.now(),
                rules,
                List.of(new PointsPlan.Part(wanted.customer() / Population.RANGE, fresh, List.of(done))));
        Ledger after = post(plan, "points " + wanted.type().word());
        return noted(Outcome.of(told(
                PointsTables.operation(
                        schema, customer, done, Balance.of(account, dating.today()), false, world.asOf()),
                after)));
    }

    /** The entries of an operation of one customer, when the call asks for them. */
    @Nullable
    Outcome explained(int customer, Why why) {
        return Explaining.of(session.call(), this, asked -> {
            Explaining.requireSame(world, asked, customer);
            return why;
        });
    }

    /** Posts a plan unless it is a dry run or would change nothing, and returns how far the ledger is then. */
    Ledger post(PointsPlan plan, String command) {
        if (session.dryRun() || plan.empty()) {
            return ledger;
        }
        Confirm.big(session.call(), plan.entries(), "entries of the ledger");
        return store.post(plan, session.run(command, ""));
    }

    /** A table with how far the ledger is. */
    static Table told(Table table, Ledger after) {
        return table.with("posting", after.posting()).with("head", after.head());
    }

    /** The rules of the program, which has some. */
    PointsRules require() {
        if (program().earn().isEmpty()) {
            throw Problem.of(
                            PointsCode.NO_RULES,
                            "program '" + session.program().name() + "' has no rule by which points are earned")
                    .hint("add points: with earn: to it")
                    .failure();
        }
        return program();
    }

    /** An operation about no event. */
    static Operation operation(Operation.Type type, String key, int customer, long points, long at, Call call) {
        return new Operation(0, type, key, customer, -1, points, 0, 0, "", "", 0, at, reason(call));
    }

    /** Throws when points are missing for what a customer was to spend. */
    static void refuseShort(String id, long points, long missing) {
        if (missing > 0) {
            throw Problem.of(
                            PointsCode.SHORT, "'" + id + "' can spend " + (points - missing) + " points, not " + points)
                    .hint("siyu points balance " + id)
                    .failure();
        }
    }

    static String reason(Call call) {
        String reason = call.get(Common.REASON);
        return reason == null ? "" : reason;
    }
}
