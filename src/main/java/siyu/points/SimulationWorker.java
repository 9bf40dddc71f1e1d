package siyu.points;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Population;

/** Posts one range of customers after the other again, on one thread. */
final class SimulationWorker implements Population.Visitor {
    /** Refunds of events are numbered from here, apart from what was asked for. */
    private static final long OWN_NUMBERS = 1L << 40;

    private final Simulation.Facts facts;
    private final PostingFacts postings;
    private final RuleNumbers rules;
    private final Earning earning;
    private final Simulation.Seen seen;
    private final IntFunction<Budgets.@Nullable Cut[]> cuts;
    private final Map<Long, long[]> gifts;
    private final Map<Long, long[]> given;
    private final Map<Long, long[]> used;
    private final EarnWorker worker;
    private final Dating zone;
    private final boolean budgets;
    private final int registered;

    /** The postings that are runs over events, with where each of them ended. */
    private final int[] earnPostings;

    private final int[] batches;
    private final long[] ends;
    private final @Nullable EarnRun[] runs;

    private final Map<Integer, Budgets.Claims> claims = new HashMap<>();
    private final Map<Integer, long[]> granted = new HashMap<>();

    // The range at hand.
    private Recorded recorded = new Recorded(new Entries(), List.of(), new int[0]);
    private Entries entries = new Entries();
    private Earned out;
    private @Nullable EventBlock events;
    private int[] expiring = {};
    private int[] expiryDays = {};
    private final Map<Integer, List<Integer>> operations = new HashMap<>();

    // The customer at hand.
    private Book book;
    private int start;
    private int end;
    private int row;
    private int[] turns = new int[16];
    private long refused;

    SimulationWorker(
            Simulation.Facts facts,
            Earning earning,
            Simulation.Seen seen,
            IntFunction<Budgets.@Nullable Cut[]> cuts,
            Map<Long, long[]> gifts,
            Map<Long, long[]> given,
            Map<Long, long[]> used) {
        this.facts = facts;
        this.postings = facts.history().postings();
        this.rules = earning.ruleNumbers;
        this.earning = earning;
        this.seen = seen;
        this.cuts = cuts;
        this.gifts = gifts;
        this.given = given;
        this.used = used;
        this.zone = new Dating(facts.vocabulary().zone(), 0, Long.MIN_VALUE);
        this.budgets = facts.rules().earn().stream().anyMatch(rule -> rule.budget() != null);
        this.registered = facts.vocabulary().customer("registered");
        int count = 0;
        int[] found = new int[postings.size()];
        for (int posting = 1; posting <= postings.size(); posting++) {
            if (postings.earning(posting)) {
                found[count++] = posting;
            }
        }
        this.earnPostings = Arrays.copyOf(found, count);
        this.batches = new int[count];
        this.ends = new long[count];
        this.runs = new EarnRun[count];
        for (int i = 0; i < count; i++) {
            Considered through = postings.considered(earnPostings[i]);
            batches[i] = through.batch();
            ends[i] = through.end();
        }
        EarnRun none = new EarnRun(Considered.NOTHING, Considered.NOTHING, 0, zone, Budgets.NONE);
        this.worker = earning.worker(none, range -> new Earning.History(new Entries(), List.of()));
        this.out = new Earned(0, 0, new Entries());
        this.book = new Book(new Account(), out.entries);
    }

    static Needs needs(Earning earning) {
        return earning.needs();
    }

    /** By posting: what rules with a budget would bring. */
    Map<Integer, Budgets.Claims> claims() {
        return claims;
    }

    /** By posting: what each rule brought, where there are budgets. */
    Map<Integer, long[]> granted() {
        return granted;
    }

    @Override
    public void visit(CustomerBlock block) {
        recorded = facts.history().recorded().apply(block.first / Population.RANGE);
        entries = recorded.entries();
        events = Objects.requireNonNull(block.events, "events were asked for");
        out = new Earned(block.first / Population.RANGE, earning.numbers.length, new Entries());
        out.firstOperation = OWN_NUMBERS;
        worker.load(block, out, new Earning.History(new Entries(), List.of()));
        operations.clear();
        for (int i = 0; i < recorded.operations().size(); i++) {
            operations
                    .computeIfAbsent(recorded.operations().get(i).customer(), none -> new ArrayList<>())
                    .add(i);
        }
        expiries();
        Column since = registered < 0 ? null : block.attributes[registered];
        int next = 0;
        for (int i = 0; i < block.size; i++) {
            int customer = block.first + i;
            while (next < entries.size() && entries.customer[next] < customer) {
                next = entries.end(next);
            }
            start = next;
            end = next < entries.size() && entries.customer[next] == customer ? entries.end(next) : next;
            next = end;
            int from = events.offsets[i];
            int to = events.offsets[i + 1];
            if (start < end || from < to || operations.containsKey(customer)) {
                int known = since == null || since.known[i] == 0 ? Integer.MIN_VALUE : (int) since.longs[i];
                out.entries.clear();
                refused = 0;
                customer(customer, from, to, known);
                seen.customer(customer, entries, start, end, out.entries, refused);
            }
        }
    }

    /** As of which day lots were emptied by each posting that did so in this range: at the earliest, which is enough. */
    private void expiries() {
        Map<Integer, Integer> days = new java.util.TreeMap<>();
        int first = 0;
        for (int at = 0; at < entries.size(); at++) {
            first = entries.customer[at] == entries.customer[first] ? first : at;
            int posting = entries.posting[at];
            if (entries.kind[at] == Kind.EXPIRE.number() && postings.expiring(posting)) {
                days.merge(posting, entries.until[first + entries.lot[at] - 1] + 1, Math::max);
            }
        }
        expiring = days.keySet().stream().mapToInt(Integer::intValue).toArray();
        expiryDays = days.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private void customer(int customer, int from, int to, int since) {
        book = worker.start(customer);
        row = start;
        if (from == to && earned()) {
            // His events are gone with what was known of him; what they brought stays.
            out.entries.addAll(entries, start, end);
            return;
        }
        int turnCount = turns(from, to, since);
        List<Integer> asked = operations.getOrDefault(customer, List.of());
        int turn = 0;
        int operation = 0;
        int expiry = 0;
        while (true) {
            int earn = turn < turnCount ? earnPostings[turns[turn]] : Integer.MAX_VALUE;
            int ask = operation < asked.size() ? recorded.postings()[asked.get(operation)] : Integer.MAX_VALUE;
            int entry = row < end ? entries.posting[row] : Integer.MAX_VALUE;
            int expire = expiry < expiring.length ? expiring[expiry] : Integer.MAX_VALUE;
            int posting = Math.min(Math.min(earn, ask), Math.min(entry, expire));
            if (posting == Integer.MAX_VALUE) {
                return;
            }
            if (posting == earn) {
                earn(turns[turn++], customer, from, to);
            } else if (posting == expire) {
                Dating dating = zone.at(zone.start(expiryDays[expiry++]), postings.openFrom(posting));
                Expiring.expire(book.posting(posting).about(0), dating);
            } else if (!postings.earning(posting)) {
                operation = other(posting, asked, operation);
            }
            while (row < end && entries.posting[row] == posting) {
                row++;
            }
            while (operation < asked.size() && recorded.postings()[asked.get(operation)] == posting) {
                operation++;
            }
        }
    }

    /** Whether the customer at hand has earned by events. */
    private boolean earned() {
        for (int at = start; at < end; at++) {
            if (entries.kind[at] == Kind.EARN.number() && postings.earning(entries.posting[at])) {
                return true;
            }
        }
        return false;
    }

    /** Finds the runs over events in which something of the customer is new, in order. */
    private int turns(int from, int to, int since) {
        EventBlock block = Objects.requireNonNull(events);
        long[] times = worker.times();
        int count = 0;
        for (int event = from; event < to; event++) {
            if (!earning.matters(block.kinds[event])) {
                continue;
            }
            int index = Math.max(first(worker.batch(event), batches), after(times[event], ends));
            // Whoever registered only later was not there.
            if (index == ends.length || since > zone.day(ends[index] - 1)) {
                continue;
            }
            int at = count;
            while (at > 0 && turns[at - 1] > index) {
                at--;
            }
            if (at > 0 && turns[at - 1] == index) {
                continue;
            }
            if (count == turns.length) {
                turns = Arrays.copyOf(turns, 2 * count);
            }
            System.arraycopy(turns, at, turns, at + 1, count - at);
            turns[at] = index;
            count++;
        }
        return count;
    }

    /** The first place whose value is at least {@code least}; values ascend. */
    private static int first(int least, int[] values) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] >= least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The first place whose value is after {@code moment}; values ascend. */
    private static int after(long moment, long[] values) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] > moment) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void earn(int index, int customer, int from, int to) {
        int posting = earnPostings[index];
        EarnRun run = runs[index];
        if (run == null) {
            run = new EarnRun(
                    postings.considered(posting - 1),
                    postings.considered(posting),
                    posting,
                    zone.at(postings.recorded(posting), postings.openFrom(posting)),
                    cuts.apply(posting));
            runs[index] = run;
        }
        int before = out.entries.size();
        worker.run(
                run,
                customer,
                from,
                to,
                budgets ? claims.computeIfAbsent(posting, none -> new Budgets.Claims()) : out.claims);
        for (int at = before; budgets && at < out.entries.size(); at++) {
            for (int rule = 0; rule < earning.numbers.length; rule++) {
                if (out.entries.kind[at] == Kind.EARN.number() && out.entries.rule[at] == earning.numbers[rule]) {
                    granted.computeIfAbsent(posting, none -> new long[earning.numbers.length])[rule] +=
                            out.entries.points[at];
                }
            }
        }
    }

    /** What the customer asked for in a posting, was given by others, or got as rewards; returns the next operation. */
    private int other(int posting, List<Integer> asked, int from) {
        Dating dating = zone.at(postings.recorded(posting), postings.openFrom(posting));
        book.posting(posting);
        int operation = from;
        long received = 0;
        for (; row < end && entries.posting[row] == posting; row++) {
            long number = entries.operation[row];
            boolean given = entries.kind[row] == Kind.TRANSFER.number() && entries.points[row] > 0;
            if (number == 0) {
                if (entries.kind[row] == Kind.EARN.number()) {
                    reward(dating);
                }
            } else if (given && number != received) {
                received = number;
                receive(number, dating);
            }
            while (operation < asked.size()
                    && recorded.postings()[asked.get(operation)] == posting
                    && recorded.operations().get(asked.get(operation)).number() <= number) {
                perform(recorded.operations().get(asked.get(operation++)), dating);
            }
        }
        while (operation < asked.size() && recorded.postings()[asked.get(operation)] == posting) {
            perform(recorded.operations().get(asked.get(operation++)), dating);
        }
        return operation;
    }

    private void reward(Dating dating) {
        int day = dating.day(entries.origin[row]);
        book.about(0, entries.rule[row], entries.event.bytes(), entries.event.start(row), entries.event.end(row));
        Crediting.give(
                book,
                Kind.EARN,
                entries.points[row],
                dating.open(entries.origin[row]),
                entries.origin[row],
                entries.from[row],
                lastDay(day, entries.until[row]),
                dating);
    }

    /** The last day of a lot that began on a day, where the ledger has {@code until}. */
    private int lastDay(int day, int until) {
        boolean stated = facts.stated().lastDay(day) == until;
        return stated ? facts.rules().expiry().lastDay(day) : until;
    }

    private void receive(long number, Dating dating) {
        // What the giver gives in this pass, where it is known already.
        long[] pieces = given.containsKey(number) ? given.get(number) : gifts.get(number);
        if (pieces == null) {
            pieces = new long[0];
            for (int at = row; at < end && entries.operation[at] == number; at++) {
                if (entries.kind[at] == Kind.TRANSFER.number()) {
                    pieces = with(pieces, entries.points[at], entries.from[at], entries.until[at]);
                }
            }
        }
        used.put(number, pieces);
        book.operation(number);
        long at = entries.effective[row];
        for (int i = 0; i < pieces.length; i += 3) {
            book.open(Kind.TRANSFER, pieces[i], at, at, (int) pieces[i + 1], (int) pieces[i + 2]);
        }
        if (pieces.length > 0) {
            Spending.settle(book, dating);
        }
    }

    private static long[] with(long[] pieces, long points, int from, int until) {
        long[] more = Arrays.copyOf(pieces, pieces.length + 3);
        more[pieces.length] = points;
        more[pieces.length + 1] = from;
        more[pieces.length + 2] = until;
        return more;
    }

    private void perform(Operation asked, Dating dating) {
        book.operation(asked.number());
        long at = asked.effective();
        long points = asked.points();
        int day = dating.day(at);
        switch (asked.type()) {
            case REDEEM -> done(asked, Spending.take(book, Kind.REDEEM, points, at, day) == 0);
            case CANCEL -> {
                if (Crediting.cancel(book, out.entries, asked.of(), at, dating) > 0) {
                    worker.done(asked);
                }
            }
            case ADJUST -> {
                if (points < 0) {
                    done(asked, Spending.take(book, Kind.ADJUST, -points, at, day) == 0);
                } else {
                    give(asked, Kind.ADJUST, day, dating);
                }
            }
            case OPENING -> give(asked, Kind.OPENING, day, dating);
            case TRANSFER -> {
                int before = out.entries.size();
                done(asked, Spending.take(book, Kind.TRANSFER, points, at, day) == 0);
                long[] pieces = {};
                for (int i = before; i < out.entries.size(); i++) {
                    int lot = book.account().lotOf(out.entries.lot[i]);
                    pieces = with(
                            pieces,
                            -out.entries.points[i],
                            book.account().from(lot),
                            book.account().until(lot));
                }
                given.put(asked.number(), pieces);
            }
            case REVERSE -> reverse(asked, dating);
        }
    }

    private void done(Operation operation, boolean is) {
        if (is) {
            worker.done(operation);
        } else {
            refused = Math.addExact(refused, Math.abs(operation.points()));
        }
    }

    private void give(Operation asked, Kind kind, int day, Dating dating) {
        int until = Entries.NEVER;
        for (int at = start; at < end; at++) {
            if (entries.operation[at] == asked.number() && entries.opens(at)) {
                until = entries.until[at];
            }
        }
        Crediting.give(
                book, kind, asked.points(), asked.effective(), asked.effective(), day, lastDay(day, until), dating);
    }

    /** Takes back what an event earned, or what rewards were taken back. */
    private void reverse(Operation asked, Dating dating) {
        Entries all = new Entries();
        all.addAll(out.entries, 0, out.entries.size());
        int taken = 0;
        for (int rule = 1; rule <= rules.size(); rule++) {
            taken = Takeback.isBy(asked, rules.name(rule)) ? rule : taken;
        }
        List<Reversing.Earning> earnings;
        long[] due;
        if (taken > 0) {
            earnings = RewardWalk.ofRule(all, taken, asked.event());
            due = RewardWalk.due(earnings, asked.points());
        } else {
            byte[] event = asked.event().getBytes(StandardCharsets.UTF_8);
            earnings = Reversing.earnings(all, 0, all.size(), rules, asked.eventKind(), event, 0, event.length);
            long refunded = worker.refunded(asked) + asked.amount();
            due = earnings.stream()
                    .mapToLong(one -> asked.amount() == 0 ? one.rest() : one.due(refunded, asked.total()))
                    .toArray();
        }
        long missing = Reversing.reverse(
                book,
                all,
                earnings,
                due,
                asked.number(),
                asked.effective(),
                dating,
                facts.rules().shortage());
        if (missing == 0) {
            worker.done(asked.of(Arrays.stream(due).sum()));
        }
    }
}
