package siyu.points;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Posts the ledger again in memory: from what was asked for and what was there, each customer's entries are decided a second time,
 * by code of its own that is simple and slow, and compared with those that were recorded. What an event earned is taken as it was
 * recorded, because the rules of that day are not kept; when it can be used and what becomes of it is decided again.
 */
final class Replay {
    private final ZoneId zone;
    private final PostingFacts postings;
    private final RuleNumbers rules;
    private final Gifts gifts;
    private final Differences differences;
    private final Tally tally = new Tally();

    /** When the days of two centuries began, as far as it was asked. */
    private final long[] starts = new long[80_000];

    private final Map<Long, Operation> operations = new HashMap<>();
    private final Set<Long> done = new HashSet<>();

    private Entries all = new Entries();
    private int start;
    private int end;

    /** @param gifts what transfers gave and brought, over all ranges */
    Replay(ZoneId zone, PostingFacts postings, RuleNumbers rules, Gifts gifts, Differences differences) {
        this.zone = zone;
        this.postings = postings;
        this.rules = rules;
        this.gifts = gifts;
        this.differences = differences;
    }

    /** Turns to a range of customers and goes through it. {@code asked} are the operations that its entries are part of. */
    void range(Entries entries, List<Operation> asked) {
        operations.clear();
        asked.forEach(operation -> operations.put(operation.number(), operation));
        all = entries;
        for (start = 0; start < all.size(); start = end) {
            end = all.end(start);
            customer();
        }
    }

    private void customer() {
        tally.start(all.customer[start]);
        done.clear();
        int row = start;
        while (row < end) {
            int next = step(row);
            int posting = all.posting[next - 1];
            if ((next == end || all.posting[next] != posting)
                    && tally.debt > 0
                    && tally.hasPoints(day(postings.recorded(posting)))) {
                differ(next - 1, "debt", "nothing owed while points are left", "debt " + tally.debt);
            }
            row = next;
        }
    }

    /** Goes through what was decided together, from a row on, and returns the row after it. */
    private int step(int row) {
        int posting = all.posting[row];
        if (posting < 1 || posting > postings.size()) {
            return as(row, row + 1);
        }
        long now = postings.recorded(posting);
        if (all.operation[row] != 0) {
            return operation(row, posting, now);
        }
        if (all.kind[row] == Kind.EARN.number()) {
            return earning(row, posting, now);
        }
        tally.expect(posting, 0);
        if (all.kind[row] == Kind.EXPIRE.number()) {
            Tally.Lot lot = tally.lot(all.lot[row]);
            int today = day(now);
            if (lot == null || lot.left == 0 || lot.until >= today) {
                differ(row, "replay", "nothing expires from this lot", Told.entry(all, row));
                return as(row, row + 1);
            }
            long over = Math.max(start(lot.until + 1), lot.raised);
            tally.change(Kind.EXPIRE.number(), lot, -lot.left, Math.max(over, openFrom(posting)));
            return compare(row, row + 1);
        }
        differ(row, "replay", "an operation", Told.entry(all, row));
        return as(row, row + 1);
    }

    private int earning(int row, int posting, long now) {
        long moment = Math.max(all.origin[row], openFrom(posting));
        int day = day(all.origin[row]);
        if (all.effective[row] != moment) {
            differ(row, "replay", "at " + Told.moment(moment), "at " + Told.moment(all.effective[row]));
        }
        if (all.from[row] < day || all.until[row] < day) {
            String days = "from " + Told.day(all.from[row]) + " until " + Told.day(all.until[row]);
            differ(row, "replay", "usable from " + Told.day(day) + " at the earliest", days);
        }
        as(row, row + 1);
        // What one event earns by several rules comes together; a reward comes alone.
        boolean more = row + 1 < end
                && postings.earning(posting)
                && all.posting[row + 1] == posting
                && all.operation[row + 1] == 0
                && all.kind[row + 1] == Kind.EARN.number()
                && all.event.compare(row + 1, all.event, row) == 0
                && kind(all.rule[row + 1]).equals(kind(all.rule[row]));
        if (more || tally.debt == 0) {
            return row + 1;
        }
        tally.expect(posting, 0);
        tally.settle(now, day(now));
        int to = row + 1;
        while (to < end
                && all.posting[to] == posting
                && all.operation[to] == 0
                && all.rule[to] == 0
                && all.kind[to] == Kind.REVERSE.number()) {
            to++;
        }
        return compare(row + 1, to);
    }

    private int operation(int row, int posting, long now) {
        long number = all.operation[row];
        int to = row;
        while (to < end && all.operation[to] == number) {
            to++;
        }
        Operation operation = operations.get(number);
        if (operation == null || !done.add(number)) {
            differ(row, "replay", "an operation of its own", Told.entry(all, row));
            return as(row, to);
        }
        if (operation.effective() > now || operation.effective() < openFrom(posting)) {
            String dates = Told.moment(openFrom(posting)) + " to " + Told.moment(now);
            differ(row, "replay", "dated " + dates, Told.moment(operation.effective()));
        }
        tally.expect(posting, number);
        long at = operation.effective();
        switch (operation.type()) {
            case REDEEM -> spend(row, Kind.REDEEM, operation.points(), at);
            case CANCEL -> cancel(operation, now);
            case REVERSE -> reverse(operation, row, to, now);
            case ADJUST -> {
                if (operation.points() < 0) {
                    spend(row, Kind.ADJUST, -operation.points(), at);
                } else {
                    give(Kind.ADJUST, operation, row, now);
                }
            }
            case OPENING -> give(Kind.OPENING, operation, row, now);
            case TRANSFER -> {
                if (all.customer[row] == operation.customer()) {
                    spend(row, Kind.TRANSFER, operation.points(), at);
                    for (int i = 0; i < tally.expected.size(); i++) {
                        Tally.Lot lot = tally.lot(tally.expected.lot[i]);
                        gifts.add(operation, false, -tally.expected.points[i], lot);
                    }
                } else {
                    receive(operation, row, to, now);
                }
            }
        }
        return compare(row, to);
    }

    private void spend(int row, Kind kind, long points, long at) {
        long missing = tally.spend(kind.number(), points, at, day(at));
        if (missing != 0) {
            differ(row, "replay", points + " points that can be spent", points - missing + "");
        }
    }

    private void give(Kind kind, Operation operation, int row, long now) {
        int day = day(operation.effective());
        // The last day was given by a person or by the program of that time.
        tally.open(kind.number(), operation.points(), operation.effective(), day, Math.max(day, all.until[row]));
        tally.settle(now, day(now));
    }

    private void receive(Operation operation, int row, int to, long now) {
        for (int gift = row; gift < to && all.kind[gift] == Kind.TRANSFER.number(); gift++) {
            tally.open(
                    Kind.TRANSFER.number(), all.points[gift], operation.effective(), all.from[gift], all.until[gift]);
            gifts.add(operation, true, all.points[gift], tally.lots.get(tally.lots.size() - 1));
        }
        tally.settle(now, day(now));
    }

    private void cancel(Operation operation, long now) {
        for (int row = start; row < end; row++) {
            if (all.operation[row] == operation.of() && all.kind[row] == Kind.REDEEM.number()) {
                Tally.Lot lot = tally.lot(all.lot[row]);
                if (lot != null) {
                    tally.change(Kind.CANCEL.number(), lot, -all.points[row], operation.effective());
                }
            }
        }
        tally.settle(now, day(now));
    }

    private void reverse(Operation operation, int row, int to, long now) {
        int taken = takebackOf(operation);
        List<Integer> earned = taken == 0 ? byEvent(operation, row) : byRule(operation, taken, row);
        long[] due = new long[earned.size()];
        long[] expired = new long[earned.size()];
        long rest = operation.points();
        for (int i = 0; i < due.length; i++) {
            long most = due(taken == 0 ? operation.amount() : 0, operation, earned.get(i), row);
            due[i] = taken == 0 ? most : Math.min(rest, most);
            rest -= due[i];
            for (int before = start; before < row; before++) {
                if (all.kind[before] == Kind.EXPIRE.number() && all.lot[before] == all.number[earned.get(i)]) {
                    expired[i] -= all.points[before];
                }
            }
        }
        if (rest != 0) {
            differ(row, "replay", "reversed " + (operation.points() - rest), "reversed " + operation.points());
        }
        for (int i = 0; i < due.length; i++) {
            int first = earned.get(i);
            Tally.Lot own = tally.lot(all.number[first]);
            if (own != null) {
                byte[] event = all.event.get(first).getBytes(StandardCharsets.UTF_8);
                reverse(own, due[i], expired[i], all.rule[first], event, operation.effective(), now);
                writeOff(row, to, operation.effective());
            }
        }
    }

    /** The rule whose rewards an operation takes back, which its key names; 0 for one that is about an event. */
    private int takebackOf(Operation operation) {
        for (int rule = 1; rule <= rules.size() && operation.key().startsWith("revoke:"); rule++) {
            String reward = rules.name(rule) + ":" + operation.event();
            if (operation.key().equals("revoke:" + operation.customer() + ":" + reward)
                    || operation.key().equals("revoke:" + reward)) {
                return rule;
            }
        }
        return 0;
    }

    /** What an event earned, by all rules. */
    private List<Integer> byEvent(Operation operation, int row) {
        byte[] event = operation.event().getBytes(StandardCharsets.UTF_8);
        List<Integer> earned = new ArrayList<>();
        for (int before = start; before < row; before++) {
            if (all.kind[before] == Kind.EARN.number()
                    && all.event.is(before, event, 0, event.length)
                    && kind(all.rule[before]).equals(operation.eventKind())) {
                earned.add(before);
            }
        }
        return earned;
    }

    /** What a rule earned: the reward that the operation is about first, then the latest first. */
    private List<Integer> byRule(Operation operation, int rule, int row) {
        List<Integer> earned = new ArrayList<>();
        for (int before = row - 1; before >= start; before--) {
            if (all.kind[before] == Kind.EARN.number() && all.rule[before] == rule) {
                boolean itself = all.event.get(before).equals(operation.event());
                earned.add(itself ? 0 : earned.size(), before);
            }
        }
        return earned;
    }

    /** The kind of event of a rule, empty for one that is not there. */
    private String kind(int rule) {
        return rule < 1 || rule > rules.size() ? "" : rules.kind(rule);
    }

    /** What is to be taken back of an earning when so much more is refunded, or all that is left of it for 0. */
    private long due(long amount, Operation operation, int earned, int row) {
        long reversed = 0;
        long refunded = amount;
        for (int before = start; before < row; before++) {
            boolean about = all.rule[before] == all.rule[earned] && all.event.compare(before, all.event, earned) == 0;
            if (about && all.kind[before] == Kind.REVERSE.number()) {
                reversed -= all.points[before];
            }
        }
        if (amount == 0) {
            return all.points[earned] - reversed;
        }
        for (Operation other : operations.values()) {
            if (other.number() < operation.number()
                    && other.type() == Operation.Type.REVERSE
                    && other.customer() == operation.customer()
                    && other.event().equals(operation.event())
                    && other.eventKind().equals(operation.eventKind())) {
                refunded += other.amount();
            }
        }
        BigInteger share = BigInteger.valueOf(all.points[earned])
                .multiply(BigInteger.valueOf(refunded))
                .divide(BigInteger.valueOf(Math.max(1, operation.total())));
        return Math.max(0, share.subtract(BigInteger.valueOf(reversed)).longValue());
    }

    private void reverse(Tally.Lot own, long due, long expired, int rule, byte[] event, long at, long now) {
        long moment = Math.max(at, own.raised);
        long rest = due;
        long part = Math.min(rest, own.left);
        if (part > 0) {
            tally.change(Kind.REVERSE.number(), own, -part, moment, rule, event);
            rest -= part;
        }
        part = Math.min(rest, expired);
        if (part > 0) {
            tally.change(Kind.EXPIRE.number(), own, part, moment, rule, event);
            tally.change(Kind.REVERSE.number(), own, -part, moment, rule, event);
            rest -= part;
        }
        rest = tally.takeBack(rest, at, day(at), rule, event);
        rest = tally.takeBack(rest, now, day(now), rule, event);
        if (rest > 0) {
            tally.owe(Kind.REVERSE.number(), -rest, at, rule, event);
        }
    }

    /** Where the program of that time let a debt go, the entry after it says so. */
    private void writeOff(int row, int to, long at) {
        int last = tally.expected.size() - 1;
        int next = row + tally.expected.size();
        if (last >= 0
                && tally.expected.lot[last] == Entries.DEBT
                && next < to
                && all.kind[next] == Kind.ADJUST.number()) {
            tally.owe(Kind.ADJUST.number(), -tally.expected.points[last], at);
        }
    }

    /** Compares what should have been written with rows {@code from} to {@code to}, and goes on from what was. */
    private int compare(int from, int to) {
        Entries expected = tally.expected;
        boolean same = expected.size() == to - from;
        for (int i = 0; i < Math.max(expected.size(), to - from); i++) {
            if (i >= expected.size() || from + i >= to || !Told.same(expected, i, all, from + i)) {
                String should = i < expected.size() ? Told.entry(expected, i) : "no entry";
                String is = from + i < to ? Told.entry(all, from + i) : "no entry";
                differ(Math.min(from + i, end - 1), "replay", should, is);
                same = false;
            }
        }
        if (!same) {
            tally.start(all.customer[start]);
            for (int row = start; row < from; row++) {
                tally.take(all, row);
            }
            as(from, to);
        }
        return Math.max(to, from);
    }

    /** Goes on from rows as they were recorded. */
    private int as(int from, int to) {
        for (int row = from; row < to; row++) {
            String against = tally.take(all, row);
            if (against != null) {
                differ(row, "replay", against, Told.entry(all, row));
            }
        }
        return to;
    }

    private void differ(int row, String what, String expected, String found) {
        differences.add(all.customer[row], all.number[row], all.posting[row], what, expected, found);
    }

    /** The day that holds a moment: the one that begins last before it. */
    private int day(long micros) {
        int day = (int) Math.floorDiv(micros, 86_400_000_000L);
        while (start(day) > micros) {
            day--;
        }
        while (start(day + 1) <= micros) {
            day++;
        }
        return day;
    }

    private long start(int day) {
        boolean usual = day >= 0 && day < starts.length;
        if (usual && starts[day] != 0) {
            return starts[day];
        }
        long start = LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond() * 1_000_000;
        if (usual) {
            starts[day] = start;
        }
        return start;
    }

    private long openFrom(int posting) {
        return postings.openFrom(posting);
    }

    /** What transfers took from one customer and brought another, which may be in different ranges. */
    static final class Gifts {
        private final Map<Long, List<String>> open = new HashMap<>();
        private final Differences differences;

        Gifts(Differences differences) {
            this.differences = differences;
        }

        synchronized void add(Operation operation, boolean received, long points, Tally.@Nullable Lot lot) {
            List<String> pieces = open.computeIfAbsent(operation.number(), none -> new ArrayList<>());
            String piece = points + " points"
                    + (lot == null ? "" : " from " + Told.day(lot.from) + " until " + Told.day(lot.until));
            if (!pieces.remove((received ? "given " : "received ") + piece)) {
                pieces.add((received ? "received " : "given ") + piece);
            }
            if (pieces.isEmpty()) {
                open.remove(operation.number());
            }
        }

        /** What was given and not received, or the other way round, when everybody was gone through. */
        void finish() {
            open.forEach((operation, pieces) -> pieces.forEach(piece -> differences.add(
                    -1, 0, 0, "transfer", "given and received alike", "operation " + operation + ": " + piece)));
        }
    }
}
