package siyu.command;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Vocabulary;
import siyu.points.Earning;
import siyu.points.Entries;
import siyu.points.Operation;
import siyu.points.PointsCode;
import siyu.points.PointsTables;
import siyu.points.Reversing;

/** {@code points reverse}: takes back what one event earned, all of it or a part. */
public final class PointsReverse implements Verb {
    private static final Parameter<String> EVENT = Parameter.positional("KIND:ID", "the event, purchase:E100");
    private static final Parameter<String> AMOUNT = Parameter.option(
            "--amount", "MONEY", "how much of its amount was refunded (default: all that is left of it)", text -> text);

    @Override
    public Manual manual() {
        return new Manual(
                "Take back what one event earned",
                List.of(
                        "What was recorded then is taken back, by whatever rules: all of it, or with --amount in proportion to the"
                                + " refunds of the event so far, rounded down over all of them together. First from the own lot,"
                                + " then what of it had expired, then other lots in the order of spending, then by the program's"
                                + " 'shortage'. Refunds that are events themselves are taken by 'points earn'.",
                        "With --key a partial one is done once; one of everything is known by its event."),
                List.of(new Example("siyu points reverse C00000000 purchase:E00000000-7", "the whole order went back")),
                List.of("siyu.points.reverse/1", PointsTables.EXPLAINED));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, EVENT, AMOUNT, LedgerDesk.KEY, LedgerDesk.AT, Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return Explaining.columns(call, PointsTables.OPERATION);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        LedgerDesk desk = LedgerDesk.of(Explaining.session(call));
        int customer = desk.world().number(call.value(LedgerDesk.ID));
        String[] event = Objects.requireNonNull(PointsRedeem.event(call.value(EVENT)));
        Long amount = amount(call.get(AMOUNT), desk.world().vocabulary());
        String key = LedgerDesk.key(call);
        if (key.isEmpty() && amount == null) {
            key = "reverse:" + event[0] + ":" + event[1];
        }
        long at = desk.at(call);
        Earning.History history = desk.history(customer);
        Operation before = key.isEmpty() ? null : desk.store().operation(key);
        // What is taken back depends on what is left, so of one that was done its own points count.
        Operation wanted = new Operation(
                0,
                Operation.Type.REVERSE,
                key,
                customer,
                -1,
                before == null ? 0 : before.points(),
                amount == null ? 0 : amount,
                0,
                event[0],
                event[1],
                0,
                at,
                LedgerDesk.reason(call));
        return desk.post("siyu.points.reverse/1", wanted, (book, dating) -> {
            List<Reversing.Earning> earnings = earnings(desk, history.entries(), event);
            long total = amount == null ? 0 : total(desk, customer, event);
            long[] due = due(
                    earnings,
                    history.operations(),
                    event,
                    amount,
                    total,
                    desk.world().vocabulary().decimals());
            long missing = Reversing.reverse(
                    book,
                    history.entries(),
                    earnings,
                    due,
                    desk.ledger().operations() + 1,
                    at,
                    dating,
                    desk.program().shortage());
            if (missing > 0) {
                throw Problem.of(PointsCode.SHORT_TO_REVERSE, missing + " of the points to be taken back are spent")
                        .failure();
            }
            return new Operation(
                    0,
                    wanted.type(),
                    wanted.key(),
                    customer,
                    -1,
                    Arrays.stream(due).sum(),
                    wanted.amount(),
                    total,
                    event[0],
                    event[1],
                    0,
                    at,
                    wanted.reason());
        });
    }

    private static @Nullable Long amount(@Nullable String text, Vocabulary vocabulary) {
        if (text == null) {
            return null;
        }
        try {
            long minor =
                    new BigDecimal(text).movePointRight(vocabulary.decimals()).longValueExact();
            if (minor > 0 && text.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9')) {
                return minor;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below.
        }
        throw Problem.of(
                        CliCode.BAD_VALUE,
                        "--amount '" + text + "' is not an amount above 0 with at most " + vocabulary.decimals()
                                + " decimals")
                .failure();
    }

    private static List<Reversing.Earning> earnings(LedgerDesk desk, Entries entries, String[] event) {
        byte[] utf8 = event[1].getBytes(StandardCharsets.UTF_8);
        List<Reversing.Earning> earnings =
                Reversing.earnings(entries, 0, entries.size(), desk.rules(), event[0], utf8, 0, utf8.length);
        if (earnings.isEmpty()) {
            throw Problem.of(
                            PointsCode.NOT_EARNED,
                            "event '" + event[0] + ":" + event[1] + "' has earned nothing for this customer")
                    .failure();
        }
        return earnings;
    }

    private static long[] due(
            List<Reversing.Earning> earnings,
            List<Operation> operations,
            String[] event,
            @Nullable Long amount,
            long total,
            int decimals) {
        long refunded = amount == null ? 0 : Reversing.refunded(operations, event[0], event[1]) + amount;
        if (refunded > total) {
            throw Problem.of(
                            PointsCode.TOO_MUCH_REFUNDED,
                            "the refunds of the event would be " + BigDecimal.valueOf(refunded, decimals) + " of "
                                    + BigDecimal.valueOf(total, decimals))
                    .failure();
        }
        return earnings.stream()
                .mapToLong(earning -> amount == null ? earning.rest() : earning.due(refunded, total))
                .toArray();
    }

    /** The event's amount, minor units. */
    private static long total(LedgerDesk desk, int customer, String[] event) {
        Vocabulary vocabulary = desk.world().vocabulary();
        Needs needs = Needs.nothing();
        needs.event().set(Vocabulary.EVENT_ID);
        needs.event().set(Vocabulary.EVENT_AMOUNT);
        CustomerBlock block = desk.world().population().customer(customer, needs, desk.asOf());
        EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
        Column ids = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_ID]);
        Column amounts = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AMOUNT]);
        byte[] utf8 = event[1].getBytes(StandardCharsets.UTF_8);
        int kind = vocabulary.kind(event[0]);
        for (int i = events.offsets[customer - block.first]; i < events.offsets[customer - block.first + 1]; i++) {
            if (events.kinds[i] == kind
                    && ids.dictionary.is((int) ids.longs[i], utf8, 0, utf8.length)
                    && amounts.known[i] != 0
                    && amounts.longs[i] > 0) {
                return amounts.longs[i];
            }
        }
        throw Problem.of(PointsCode.NO_AMOUNT, "event '" + event[0] + ":" + event[1] + "' has no amount")
                .failure();
    }
}
