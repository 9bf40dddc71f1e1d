package siyu.points;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Vocabulary;

/**
 * Refund events of one customer after the other: each takes back its share of what the event earned that its {@code ref} names,
 * once. One that comes before its event waits for it. Refunds are few, so this part may use objects.
 */
final class Refunding {
    private final Earning earning;
    private final boolean wanted;
    private final Map<Integer, List<Operation>> operations = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final List<Integer> waiting = new ArrayList<>();
    private @Nullable EventBlock events;
    private @Nullable Earned out;
    private @Nullable Book book;
    private @Nullable EarnRun run;
    private Entries entries = new Entries();
    private int customer;
    private int from;
    private int to;
    private int start;
    private int end;
    private int mine;

    /** Gets the reasons, when somebody asks for them, and what came of the last refund. */
    private @Nullable Why why;

    private Why.Reason reason = Why.Reason.TAKEN_BACK;

    Refunding(Earning earning) {
        this.earning = earning;
        this.wanted = !earning.rules.refunds().isEmpty();
    }

    /** Turns to a range of customers. */
    void start(CustomerBlock block, Earning.History history, Earned range) {
        events = block.events;
        out = range;
        operations.clear();
        keys.clear();
        history.operations().forEach(this::done);
    }

    /** Turns to a run. */
    void run(EarnRun next) {
        run = next;
    }

    /** From now on says why. */
    void explain(Why reasons) {
        why = reasons;
    }

    /** Whether a refund has taken something back before this run. */
    boolean tookBack(int event) {
        return earning.refunds[block().kinds[event]] >= 0 && keys.contains(key(event));
    }

    private void tell(int event) {
        if (why != null) {
            String kind = earning.vocabulary.kinds().get(block().kinds[event]);
            why.about(moment(event), kind, id(event)).nothing("", reason, 0);
            why.written(range().entries, customer);
        }
    }

    /** Takes in what was done to a customer of the range. */
    void done(Operation operation) {
        operations
                .computeIfAbsent(operation.customer(), none -> new ArrayList<>())
                .add(operation);
        keys.add(operation.key());
    }

    /** How much was refunded so far of the event that an operation is about, minor units. */
    long refunded(Operation about) {
        List<Operation> earlier = operations.getOrDefault(about.customer(), List.of());
        return Reversing.refunded(earlier, about.eventKind(), about.event());
    }

    /** Turns to a customer: his events and his entries so far. */
    void customer(
            Account account,
            Book itsBook,
            int its,
            int firstEvent,
            int lastEvent,
            Entries earlier,
            int first,
            int last) {
        book = itsBook;
        customer = its;
        from = firstEvent;
        to = lastEvent;
        entries = earlier;
        start = first;
        end = last;
        mine = range().entries.size();
        waiting.clear();
        for (int event = from; wanted && event < to; event++) {
            if (earning.refunds[block().kinds[event]] >= 0
                    && run().isOld(batch(event), moment(event))
                    && !keys.contains(key(event))) {
                waiting.add(event);
            }
        }
    }

    private int batch(int event) {
        int[] batches = block().batches;
        return batches == null ? Integer.MAX_VALUE : batches[event];
    }

    private long moment(int event) {
        return column(Vocabulary.EVENT_AT).longs[event];
    }

    private EarnRun run() {
        return Objects.requireNonNull(run, "there is a run");
    }

    private EventBlock block() {
        return Objects.requireNonNull(events, "started");
    }

    private Earned range() {
        return Objects.requireNonNull(out, "started");
    }

    private Column column(int attribute) {
        return Objects.requireNonNull(block().attributes[attribute], "the attribute was asked for");
    }

    private String id(int event) {
        Column ids = column(Vocabulary.EVENT_ID);
        return ids.dictionary.get((int) ids.longs[event]);
    }

    private String key(int event) {
        return "event:" + earning.vocabulary.kinds().get(block().kinds[event]) + ":" + id(event);
    }

    /** An event's amount without what was paid by points. */
    long net(int event, long amount) {
        Exchange exchange = earning.rules.exchange();
        List<Operation> mineAll = operations.getOrDefault(customer, List.of());
        if (exchange == null || mineAll.isEmpty()) {
            return amount;
        }
        String id = id(event);
        String kind = earning.vocabulary.kinds().get(block().kinds[event]);
        long paid = 0;
        for (Operation operation : mineAll) {
            if (operation.type() == Operation.Type.REDEEM
                    && operation.event().equals(id)
                    && operation.eventKind().equals(kind)
                    && mineAll.stream()
                            .noneMatch(other ->
                                    other.type() == Operation.Type.CANCEL && other.of() == operation.number())) {
                paid = Math.addExact(paid, exchange.value(operation.points()));
            }
        }
        return amount - paid;
    }

    /** A refund whose turn has come; it waits when its event has earned nothing so far. */
    void refund(int event) {
        if (settle(event)) {
            tell(event);
        } else {
            waiting.add(event);
        }
    }

    /** Those that wait, after all events of the customer. */
    void late() {
        for (int event : waiting) {
            if (!settle(event)) {
                range().unmatchedRefunds++;
            }
            tell(event);
        }
    }

    /** Takes back by one refund, and says whether it is done with: also when it is refused. */
    private boolean settle(int event) {
        Column refs = column(Vocabulary.EVENT_REF);
        if (refs.known[event] == 0) {
            reason = Why.Reason.NO_REF;
            return false;
        }
        String ref = refs.dictionary.get((int) refs.longs[event]);
        int of = earning.refunds[block().kinds[event]];
        int source = find(of, ref);
        if (source < 0) {
            reason = Why.Reason.NO_EVENT;
            return false;
        }
        String kind = earning.vocabulary.kinds().get(of);
        byte[] utf8 = ref.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Entries all = together();
        List<Reversing.Earning> earnings =
                Reversing.earnings(all, 0, all.size(), earning.ruleNumbers, kind, utf8, 0, utf8.length);
        if (earnings.isEmpty()) {
            reason = Why.Reason.UNEARNED;
            return false;
        }
        Column amounts = column(Vocabulary.EVENT_AMOUNT);
        long refunded = Math.abs(amounts.known[event] == 0 ? 0 : amounts.longs[event]);
        long total = amounts.known[source] == 0 ? 0 : amounts.longs[source];
        long before = Reversing.refunded(operations.getOrDefault(customer, List.of()), kind, ref);
        if (refunded == 0 || total <= 0 || before + refunded > total) {
            reason = Why.Reason.TOO_MUCH;
            range().refusedRefunds++;
            return true;
        }
        long[] due = new long[earnings.size()];
        long sum = 0;
        for (int i = 0; i < due.length; i++) {
            due[i] = earnings.get(i).due(before + refunded, total);
            sum += due[i];
        }
        Dating dating = run().dating();
        long moment = dating.open(moment(event));
        long number = range().firstOperation + range().operations.size();
        long missing = Reversing.reverse(
                Objects.requireNonNull(book), all, earnings, due, number, moment, dating, earning.rules.shortage());
        if (missing > 0) {
            reason = Why.Reason.SPENT;
            range().refusedRefunds++;
            return true;
        }
        reason = Why.Reason.TAKEN_BACK;
        Operation operation = new Operation(
                number,
                Operation.Type.REVERSE,
                key(event),
                customer,
                -1,
                sum,
                refunded,
                total,
                kind,
                ref,
                0,
                moment,
                "");
        range().operations.add(operation);
        done(operation);
        return true;
    }

    private int find(int kind, String id) {
        byte[] utf8 = id.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Column ids = column(Vocabulary.EVENT_ID);
        for (int event = from; event < to; event++) {
            if (block().kinds[event] == kind
                    && run().isThere(batch(event), moment(event))
                    && ids.dictionary.is((int) ids.longs[event], utf8, 0, utf8.length)) {
                return event;
            }
        }
        return -1;
    }

    /** The customer's entries, those of this run with them. */
    private Entries together() {
        Entries all = new Entries();
        all.addAll(entries, start, end);
        all.addAll(range().entries, mine, range().entries.size());
        return all;
    }
}
