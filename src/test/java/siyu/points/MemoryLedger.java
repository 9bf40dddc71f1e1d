package siyu.points;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Marks;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/** The ledger's own deciders over entries that are kept in memory: what the commands do, without a data file. */
final class MemoryLedger implements Population {
    final Vocabulary vocabulary;
    final PointsRules rules;
    final PostingFacts postings;
    final RuleNumbers numbers = new RuleNumbers(List.of());
    final List<Entries> entries = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();
    final List<Integer> operationPostings = new ArrayList<>();
    private final Dating zone;
    private final List<List<SlowLedger.Event>> events = new ArrayList<>();
    Ledger ledger = new Ledger(0, Ledger.FIRST_HEAD, Long.MIN_VALUE, Considered.NOTHING, Ledger.OPEN, 0, false, false);
    long now;
    int batch;

    MemoryLedger(Vocabulary vocabulary, PointsRules rules, int customers) {
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.postings = new PostingFacts(vocabulary.zone());
        this.zone = new Dating(vocabulary.zone(), 0, Long.MIN_VALUE);
        for (int i = 0; i < customers; i++) {
            entries.add(new Entries());
            events.add(new ArrayList<>());
        }
    }

    void add(SlowLedger.Event event) {
        events.get(event.customer()).add(event);
    }

    /** When something is recorded now: never before the last posting. */
    long recorded() {
        return Math.max(now, ledger.recorded());
    }

    Dating dating() {
        return zone.at(recorded(), openFrom());
    }

    long openFrom() {
        return ledger.closedThrough() == Ledger.OPEN ? Long.MIN_VALUE : zone.start(ledger.closedThrough() + 1);
    }

    Account account(int customer) {
        Entries all = entries.get(customer);
        Account account = new Account();
        return all.size() == 0 ? account.start(customer) : account.load(all, 0, all.size());
    }

    /** Decides one operation of a customer and posts it unless the decision is null. */
    @Nullable
    Operation operate(int customer, Function<Book, @Nullable Operation> deciding) {
        Entries fresh = new Entries();
        long number = ledger.operations() + 1;
        Operation done = deciding.apply(new Book(account(customer), fresh).operation(number));
        if (done != null) {
            done = done.numbered(number);
            post(
                    "operation",
                    List.of(new PointsPlan.Part(0, fresh, List.of(done))),
                    ledger.considered(),
                    ledger.closedThrough());
        }
        return done;
    }

    /** Posts as the store does: numbers the posting and goes on from it. */
    void post(String type, List<PointsPlan.Part> parts, Considered considered, int closed) {
        long count = 0;
        long points = 0;
        long asked = ledger.operations();
        int number = ledger.posting() + 1;
        for (PointsPlan.Part part : parts) {
            Entries fresh = part.entries();
            for (int row = 0; row < fresh.size(); row++) {
                fresh.posting[row] = number;
                entries.get(fresh.customer[row]).addAll(fresh, row, row + 1);
                points += fresh.points[row];
            }
            count += fresh.size();
            operations.addAll(part.operations());
            asked += part.operations().size();
            part.operations().forEach(operation -> operationPostings.add(number));
        }
        postings.add(new Posting(
                number,
                number,
                type,
                recorded(),
                "",
                count,
                asked - ledger.operations(),
                points,
                considered,
                closed,
                "",
                "",
                ""));
        ledger = new Ledger(number, Ledger.FIRST_HEAD, recorded(), considered, closed, asked, false, false);
    }

    EarnPlan earn() {
        EarnPlan plan = EarnPlan.of(rules, facts());
        post("earn", plan.plan().parts(), plan.plan().considered(), ledger.closedThrough());
        return plan;
    }

    /** What the same would bring one customer, and why. */
    Why whyEarn(int customer) {
        return EarnPlan.explain(rules, facts(), customer);
    }

    /** What expiring would take from one customer, and why. */
    Why whyExpire(int customer) {
        return ExpirePlan.explain(numbers, entries.get(customer), dating());
    }

    private EarnPlan.Facts facts() {
        AsOf asOf = AsOf.instant(Instant.EPOCH.plus(recorded(), ChronoUnit.MICROS), vocabulary.zone());
        return new EarnPlan.Facts(
                vocabulary,
                this,
                batch,
                asOf,
                recorded(),
                openFrom(),
                ledger,
                numbers,
                range -> new Earning.History(all(), operations),
                rule -> earnedBy(rule));
    }

    private long earnedBy(int rule) {
        Entries all = all();
        long sum = 0;
        for (int row = 0; row < all.size(); row++) {
            sum += all.rule[row] == rule && all.kind[row] == Kind.EARN.number() ? all.points[row] : 0;
        }
        return sum;
    }

    ExpirePlan expire() {
        ExpirePlan plan = ExpirePlan.of(
                1, ledger, numbers, range -> new Earning.History(all(), List.of()), this::dating, recorded());
        post("expire", plan.plan().parts(), ledger.considered(), ledger.closedThrough());
        return plan;
    }

    /** The history of the ledger posted again in memory under some rules; each customer is shown. */
    void simulate(PointsRules other, Simulation.Seen seen) {
        Simulation.History history = new Simulation.History(
                postings,
                numbers,
                range -> new Recorded(
                        all(),
                        operations,
                        operationPostings.stream().mapToInt(Integer::intValue).toArray()));
        AsOf asOf = AsOf.instant(Instant.EPOCH.plus(recorded(), ChronoUnit.MICROS), vocabulary.zone());
        Simulation.Facts facts = new Simulation.Facts(other, rules.expiry(), vocabulary, this, asOf, history);
        Simulation.run(facts, () -> seen);
    }

    /** All entries by customer. */
    Entries all() {
        Entries all = new Entries();
        entries.forEach(its -> all.addAll(its, 0, its.size()));
        return all;
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public <W extends Visitor> List<W> scan(Needs needs, AsOf asOf, Supplier<W> worker) {
        W one = worker.get();
        one.visit(range(0, needs, asOf));
        return List.of(one);
    }

    @Override
    public int number(String id) {
        return Integer.parseInt(id);
    }

    @Override
    public CustomerBlock range(int range, Needs needs, AsOf asOf) {
        List<SlowLedger.Event> sorted = new ArrayList<>();
        int[] offsets = new int[size() + 1];
        for (int i = 0; i < size(); i++) {
            events.get(i).stream()
                    .filter(event -> event.at() < asOf.endMicros())
                    .sorted(Comparator.comparingLong(SlowLedger.Event::at))
                    .forEach(sorted::add);
            offsets[i + 1] = sorted.size();
        }
        int rows = sorted.size();
        @Nullable Column[] columns = new @Nullable Column[vocabulary.event().size()];
        BitSet asked = needs.event();
        for (int i = asked.nextSetBit(0); i >= 0; i = asked.nextSetBit(i + 1)) {
            columns[i] = new Column(vocabulary.event().get(i).type(), rows);
        }
        short[] kinds = new short[rows];
        int[] batches = new int[rows];
        for (int row = 0; row < rows; row++) {
            SlowLedger.Event event = sorted.get(row);
            kinds[row] = (short) vocabulary.kind(event.kind());
            batches[row] = event.batch();
            set(columns[Vocabulary.EVENT_AT], row, event.at());
            set(columns[Vocabulary.EVENT_AMOUNT], row, event.amount());
            set(columns[Vocabulary.EVENT_ID], row, event.id());
            set(columns[Vocabulary.EVENT_REF], row, event.ref());
        }
        EventBlock block = new EventBlock(offsets, kinds, columns, batches);
        return new CustomerBlock(
                0,
                size(),
                new @Nullable Column[vocabulary.customer().size()],
                block,
                new HashMap<>(Map.of()),
                Marks.NONE);
    }

    private static void set(@Nullable Column column, int row, long value) {
        if (column != null) {
            column.known[row] = 1;
            column.longs[row] = value;
        }
    }

    private static void set(@Nullable Column column, int row, String text) {
        if (column != null && !text.isEmpty()) {
            column.known[row] = 1;
            column.longs[row] = column.dictionary.add(text);
        }
    }
}
