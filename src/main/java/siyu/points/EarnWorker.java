package siyu.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;

/** Earns for one range of customers after the other, on one thread. */
public final class EarnWorker implements Population.Visitor {
    private final Earning earning;
    private final IntFunction<Earning.History> histories;
    private final Compiled.Frame frame;
    private final Account account = new Account();
    private final CapBook caps = new CapBook();
    private final List<Earned> done = new ArrayList<>();
    private final @Nullable Column[] conditions;
    private final @Nullable Column[] worths;
    private final boolean anyCaps;
    private final DayTable[] firstDays;
    private final DayTable[] lastDays;

    // What is at hand.
    private EarnRun run;
    private Budgets.Claims claims = new Budgets.Claims();
    private Earned out = new Earned(0, 0, new Entries());
    private Book book = new Book(account, out.entries);
    private EventBlock events;
    private Column at;
    private Column ids;
    private Column amounts;
    private Refunding refunding;

    /** Gets the reasons, when somebody asks for them. */
    private @Nullable Why why;

    EarnWorker(Earning earning, EarnRun run, IntFunction<Earning.History> histories) {
        this.earning = earning;
        this.run = run;
        this.histories = histories;
        this.frame = earning.compiled.frame();
        int rules = earning.rules.earn().size();
        this.conditions = new Column[rules];
        this.worths = new Column[rules];
        this.anyCaps = earning.rules.earn().stream().anyMatch(rule -> rule.cap() != null);
        this.firstDays = new DayTable[rules];
        this.lastDays = new DayTable[rules];
        for (int i = 0; i < rules; i++) {
            EarnRule rule = earning.rules.earn().get(i);
            firstDays[i] = new DayTable(day -> Math.toIntExact(
                    rule.pending().after(LocalDate.ofEpochDay(day)).toEpochDay()));
            lastDays[i] = new DayTable(rule.expiry()::lastDay);
        }
        Column nothing = new Column(siyu.fact.Type.INTEGER, 0);
        this.events = new EventBlock(new int[1], new short[0], new @Nullable Column[0]);
        this.at = nothing;
        this.ids = nothing;
        this.amounts = nothing;
        this.refunding = new Refunding(earning);
    }

    /** What each of its ranges came to. */
    public List<Earned> done() {
        return done;
    }

    @Override
    public void visit(CustomerBlock block) {
        int range = block.first / Population.RANGE;
        events = Objects.requireNonNull(block.events, "events were asked for");
        if (events.size == 0 || !anythingNew()) {
            return;
        }
        Entries entries = begin(block, range).entries();
        int row = 0;
        for (int i = 0; i < block.size; i++) {
            int customer = block.first + i;
            while (row < entries.size() && entries.customer[row] < customer) {
                row = entries.end(row);
            }
            int end = row < entries.size() && entries.customer[row] == customer ? entries.end(row) : row;
            if (block.present == null || block.present[i] != 0) {
                customer(customer, events.offsets[i], events.offsets[i + 1], entries, row, end);
            }
            row = end;
        }
        done.add(out);
    }

    private Earning.History begin(CustomerBlock block, int range) {
        Earning.History history = histories.apply(range);
        load(block, new Earned(range, earning.numbers.length, new Entries()), history);
        book.posting(run.posting());
        claims = out.claims;
        refunding.run(run);
        return history;
    }

    /** Decides for one customer of a block alone, and says why. */
    Why explain(CustomerBlock block, int customer) {
        Why reasons = new Why(earning.ruleNumbers);
        int row = customer - block.first;
        if (block.present != null && block.present[row] == 0) {
            reasons.about(run.dating().now(), "customer", "").nothing("", Why.Reason.ABSENT, 0);
            return reasons;
        }
        why = reasons;
        Entries entries = begin(block, block.first / Population.RANGE).entries();
        refunding.explain(reasons);
        int start = 0;
        while (start < entries.size() && entries.customer[start] < customer) {
            start = entries.end(start);
        }
        int end = start < entries.size() && entries.customer[start] == customer ? entries.end(start) : start;
        int from = events.offsets[row];
        int to = events.offsets[row + 1];
        open(customer, from, to, entries, start, end);
        boolean any = false;
        for (int event = from; event < to; event++) {
            if (earning.matters(events.kinds[event]) && isNew(event)) {
                any = true;
                event(customer, event, event - from);
            } else {
                passed(event, entries, start, end);
            }
        }
        if (any) {
            refunding.late();
        }
        return reasons;
    }

    private Why about(Why reasons, int event) {
        int kind = events.kinds[event];
        String word = kind < 0 ? "" : earning.vocabulary.kinds().get(kind);
        return reasons.about(times()[event], word, ids.dictionary.get((int) ids.longs[event]));
    }

    /** Says why an event is not considered now. */
    private void passed(int event, Entries entries, int start, int end) {
        Why reasons = about(Objects.requireNonNull(why, "somebody asks"), event);
        if (!earning.matters(events.kinds[event])) {
            reasons.nothing("", Why.Reason.NO_RULE, 0);
            return;
        }
        if (!run.isOld(batch(event), times()[event])) {
            reasons.nothing("", Why.Reason.LATER, 0);
            return;
        }
        String kind = earning.vocabulary.kinds().get(events.kinds[event]);
        int id = (int) ids.longs[event];
        byte[] bytes = ids.dictionary.bytes();
        boolean earned = refunding.tookBack(event);
        if (earned) {
            reasons.nothing("", Why.Reason.REFUNDED, 0);
        }
        for (int row = start; row < end; row++) {
            if (entries.kind[row] == Kind.EARN.number()
                    && entries.event.is(row, bytes, ids.dictionary.start(id), ids.dictionary.end(id))
                    && earning.ruleNumbers.kind(entries.rule[row]).equals(kind)) {
                reasons.before(Why.Reason.BEFORE, entries, row);
                earned = true;
            }
        }
        if (!earned) {
            reasons.nothing("", Why.Reason.CONSIDERED, 0);
        }
    }

    private void tell(int index, int event, Why.Reason reason, long missing, boolean wrote) {
        if (why == null) {
            return;
        }
        Why reasons = about(why, event);
        String rule = earning.rules.earn().get(index).name();
        if (wrote) {
            int row = out.entries.size() - 1;
            boolean late = reason == Why.Reason.EARNED && out.entries.effective[row] != out.entries.origin[row];
            reasons.wrote(rule, late ? Why.Reason.LATE : reason, missing, out.entries, row);
        } else {
            reasons.nothing(rule, reason, missing);
        }
    }

    /** Turns to a block, whose entries go to {@code into}. */
    void load(CustomerBlock block, Earned into, Earning.History history) {
        events = Objects.requireNonNull(block.events, "events were asked for");
        out = into;
        book = new Book(account, out.entries);
        at = column(Vocabulary.EVENT_AT);
        ids = column(Vocabulary.EVENT_ID);
        amounts = column(Vocabulary.EVENT_AMOUNT);
        frame.load(block);
        for (int rule = 0; rule < conditions.length; rule++) {
            conditions[rule] = earning.conditions[rule] < 0 ? null : frame.value(earning.conditions[rule]);
            worths[rule] = earning.worths[rule] < 0 ? null : frame.value(earning.worths[rule]);
        }
        refunding.start(block, history, out);
    }

    /** Turns to a customer of the block of whom there is no entry yet, and returns the book that he is written in. */
    Book start(int customer) {
        account.start(customer);
        caps.clear();
        return book;
    }

    /** What a customer has done to him by operations counts for what his events earn. */
    void done(Operation operation) {
        refunding.done(operation);
    }

    /** How much of an event's amount was refunded so far, minor units. */
    long refunded(Operation about) {
        return refunding.refunded(about);
    }

    /**
     * What the next run brings the customer that was started: new entries join his earlier ones.
     *
     * @param from his events
     * @param claimed gets what rules with a budget would bring
     */
    void run(EarnRun next, int customer, int from, int to, Budgets.Claims claimed) {
        run = next;
        claims = claimed;
        book.posting(next.posting());
        refunding.run(next);
        refunding.customer(account, book, customer, from, to, out.entries, 0, out.entries.size());
        events(customer, from, from, to);
    }

    private Column column(int attribute) {
        return Objects.requireNonNull(events.attributes[attribute], "the attribute was asked for");
    }

    private boolean isNew(int event) {
        return run.isNew(batch(event), times()[event]);
    }

    /** The batch that an event came with. */
    int batch(int event) {
        return events.batches == null ? Integer.MAX_VALUE : events.batches[event];
    }

    /** When the events of the block happened. */
    long[] times() {
        return Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]).longs;
    }

    private boolean anythingNew() {
        for (int event = 0; event < events.size; event++) {
            if (isNew(event)) {
                return true;
            }
        }
        return false;
    }

    private void customer(int customer, int from, int to, Entries entries, int start, int end) {
        int first = from;
        while (first < to && !(earning.matters(events.kinds[first]) && isNew(first))) {
            first++;
        }
        if (first == to) {
            return;
        }
        open(customer, from, to, entries, start, end);
        events(customer, from, first, to);
    }

    private void open(int customer, int from, int to, Entries entries, int start, int end) {
        if (end > start) {
            account.load(entries, start, end);
        } else {
            account.start(customer);
        }
        if (anyCaps) {
            caps.clear();
            countEarlier(entries, start, end);
        }
        refunding.customer(account, book, customer, from, to, entries, start, end);
    }

    private void events(int customer, int from, int first, int to) {
        for (int event = first; event < to; event++) {
            if (earning.matters(events.kinds[event]) && isNew(event)) {
                event(customer, event, event - from);
            }
        }
        refunding.late();
    }

    private void event(int customer, int event, int place) {
        earn(customer, event, place);
        if (earning.refunds[events.kinds[event]] >= 0) {
            refunding.refund(event);
        }
    }

    private void countEarlier(Entries entries, int start, int end) {
        for (int row = start; row < end; row++) {
            if (entries.kind[row] == Kind.EARN.number()) {
                for (int rule = 0; rule < earning.numbers.length; rule++) {
                    Cap cap = earning.rules.earn().get(rule).cap();
                    if (earning.numbers[rule] == entries.rule[row] && cap != null) {
                        caps.add(rule, cap, run.dating().day(entries.origin[row]), entries.points[row]);
                    }
                }
            }
        }
    }

    private void earn(int customer, int event, int place) {
        int kind = events.kinds[event];
        long base = 0;
        for (int rule : earning.plain[kind]) {
            base = Math.addExact(base, earn(rule, customer, event, place, 0));
        }
        for (int rule : earning.multiples[kind]) {
            earn(rule, customer, event, place, base);
        }
        Spending.settle(book, run.dating());
        if (why != null) {
            why.written(out.entries, customer);
        }
    }

    /** What one event brings by one rule. */
    private long earn(int index, int customer, int event, int place, long base) {
        out.events[index]++;
        EarnRule rule = earning.rules.earn().get(index);
        Column condition = conditions[index];
        if (condition != null && (condition.known[event] == 0 || condition.longs[event] == 0)) {
            if (condition.known[event] == 0) {
                undecided(index, earning.conditions[index], event);
            }
            tell(index, event, condition.known[event] == 0 ? Why.Reason.UNKNOWN : Why.Reason.NOT_TRUE, 0, false);
            return 0;
        }
        long unknown = out.undecided[index];
        long worth = worth(index, rule.worth(), event, base);
        Why.Reason reason = worth > 0
                ? Why.Reason.EARNED
                : out.undecided[index] > unknown ? Why.Reason.UNKNOWN : Why.Reason.NOTHING;
        int day = run.dating().day(at.longs[event]);
        Cap cap = rule.cap();
        long points = worth;
        if (cap != null && worth > 0) {
            points = allowed(worth, caps.room(index, cap, day), rule.partial());
            out.capped[index] += worth - points;
            reason = points < worth ? Why.Reason.CAPPED : reason;
        }
        if (rule.budget() != null && points > 0) {
            claims.add(index, at.longs[event], customer, place, points);
            Budgets.Cut cut = run.cuts().length == 0 ? null : run.cuts()[index];
            long granted = cut == null ? points : cut.allow(at.longs[event], customer, place, points);
            out.overBudget[index] += points - granted;
            reason = granted < points ? Why.Reason.OVER_BUDGET : reason;
            points = granted;
        }
        if (points > 0) {
            if (cap != null) {
                caps.add(index, cap, day, points);
            }
            write(index, rule, event, day, points);
        }
        tell(index, event, reason, worth - points, points > 0);
        return points;
    }

    private static long allowed(long wanted, long room, boolean partial) {
        return wanted <= room ? wanted : partial ? room : 0;
    }

    private void undecided(int index, int root, int event) {
        Problem overflow = frame.overflow(root, event);
        if (overflow != null) {
            throw overflow.failure();
        }
        out.undecided[index]++;
    }

    private long worth(int index, Worth worth, int event, long base) {
        if (worth instanceof Worth.Fixed fixed) {
            return fixed.points();
        }
        if (worth instanceof Worth.Multiple multiple) {
            return multiple.of(base);
        }
        if (worth instanceof Worth.PerAmount perAmount) {
            if (amounts.known[event] == 0) {
                out.undecided[index]++;
                return 0;
            }
            long amount = amounts.longs[event];
            return perAmount.of(perAmount.net() ? refunding.net(event, amount) : amount);
        }
        Column column = Objects.requireNonNull(worths[index], "a computed worth has a root");
        if (column.known[event] == 0) {
            undecided(index, earning.worths[index], event);
        }
        return Math.max(0, column.longs[event]);
    }

    private void write(int index, EarnRule rule, int event, int day, long points) {
        if (book.tooMany(points)) {
            throw PointsCode.TOO_MANY
                    .problem("the event '" + ids.dictionary.get((int) ids.longs[event]) + "' would earn " + points
                            + " points by '" + rule.name() + "'")
                    .failure();
        }
        int id = (int) ids.longs[event];
        book.about(0, earning.numbers[index], ids.dictionary.bytes(), ids.dictionary.start(id), ids.dictionary.end(id));
        long moment = at.longs[event];
        int from = rule.pending().amount() == 0 ? day : firstDays[index].of(day);
        book.open(Kind.EARN, points, run.dating().open(moment), moment, from, lastDays[index].of(day));
        out.earnings[index]++;
        out.points[index] = Math.addExact(out.points[index], points);
    }
}
