package siyu.points;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import siyu.core.Watch;
import siyu.customer.Parallel;
import siyu.fact.Population;
import siyu.store.Store;

/**
 * The ledger held against everything that must be true of it, in three ways that know nothing of each other: each {@link
 * Invariant}, the chain of hashes, and a {@link Replay} in memory; and its {@link Columns} held against it. Entries are read
 * once; where the pass over them finds that an invariant may not hold, its query is asked and says what is wrong. Or all queries
 * are asked everywhere.
 *
 * @param found the differences, in order; of more than a hundred thousand the first that were found
 * @param count how many there are
 * @param head the last one of the chain
 */
public record Verification(
        List<Difference> found, long count, int postings, long entries, long operations, String head) {
    /** Customers of one query: few enough that its rows stay in memory. */
    private static final int CUSTOMERS = 2048;

    private static final int PARTS = Population.RANGE / CUSTOMERS;

    /** The same, and nobody looks how far it is. */
    public static Verification of(Store store, int people, ZoneId zone, @Nullable String told, boolean queries) {
        return of(store, people, zone, told, queries, Watch.NONE);
    }

    /**
     * @param people how many customers there are
     * @param zone the program's, in which days are counted
     * @param told a head that an answer gave once, which must be in the chain; null for none
     * @param queries whether the invariants of entries are asked as queries everywhere
     * @param watch told how many entries are verified
     */
    public static Verification of(
            Store store, int people, ZoneId zone, @Nullable String told, boolean queries, Watch watch) {
        VerifyStore ledgers = new VerifyStore(store);
        Differences differences = new Differences();
        Ledger ledger = ledgers.ledger();
        PostingFacts postings = new PostingFacts(zone);
        ledgers.postings(postings::add);
        LocalDate today =
                LocalDate.ofInstant(Instant.EPOCH.plus(Math.max(0, ledger.recorded()), ChronoUnit.MICROS), zone);
        RuleNumbers rules = ledgers.rules();
        Map<String, Long> numbers = Map.of(
                "last",
                (long) ledger.posting(),
                "people",
                (long) people,
                "rules",
                (long) rules.size(),
                "today",
                today.toEpochDay());
        ledgers.ask(Invariant.Scope.LEDGER, numbers, differences::add);
        // Where operations or postings are damaged, no pass is sure of what the queries would say.
        boolean ask = queries || differences.count() > 0;
        RangeDigests digests = new RangeDigests();
        Replay.Gifts gifts = new Replay.Gifts(differences);
        Columns columns = new Columns(differences);
        AtomicLong verified = new AtomicLong();
        long all = postings.said();
        int ranges = (int) (ledgers.lastId() / width(Population.RANGE)) + 1;
        Parallel.each(ranges, () -> {
            Replay replay = new Replay(zone, postings, rules, gifts, differences);
            RangeCheck check = new RangeCheck(postings, rules.size(), (int) today.toEpochDay());
            return range -> {
                Entries entries = new Entries();
                int[] ends = new int[PARTS];
                boolean[] sane = new boolean[PARTS];
                for (int part = 0; part < PARTS; part++) {
                    long from = from(range, part);
                    sane[part] = ledgers.entries(from, from + width(CUSTOMERS), ledger, entries) && !ask;
                    ends[part] = entries.size();
                }
                int first = range * Population.RANGE;
                Asked asked = ledgers.operations(first, first + Population.RANGE - 1, entries);
                for (int part = 0; part < PARTS; part++) {
                    int start = part == 0 ? 0 : ends[part - 1];
                    sane[part] &= check.holds(entries, start, ends[part], asked);
                }
                check.count();
                unseen(asked, first, sane);
                for (int part = 0; part < PARTS; part++) {
                    if (!sane[part]) {
                        ask(ledgers, range, part, ledger, numbers, postings, differences);
                    }
                }
                if (ledger.packed()) {
                    columns.range(entries, ledgers.columns(range, ledger));
                }
                digests.range(range, entries, postings.size());
                replay.range(entries, asked.operations());
                watch.at(verified.addAndGet(entries.size()), all);
            };
        });
        if (ledger.packed()) {
            columns.finish(ledgers.columns(ledger));
        }
        gifts.finish();
        postings.compare(differences);
        String head = new ChainCheck(ledgers, digests, differences).run(told);
        return new Verification(
                differences.sorted(),
                differences.count(),
                postings.size(),
                postings.entries(),
                ledger.operations(),
                head);
    }

    /** What was found of one customer. */
    public List<Difference> of(int customer) {
        return found.stream()
                .filter(difference -> difference.customer() == customer)
                .toList();
    }

    /** The entries of one customer, whatever stands in them. */
    public static Entries stored(Store store, int customer) {
        VerifyStore ledgers = new VerifyStore(store);
        Entries entries = new Entries();
        ledgers.entries(EntryStore.id(customer, 0), EntryStore.id(customer + 1, 0), ledgers.ledger(), entries);
        return entries;
    }

    /** The ids that so many customers take. */
    private static long width(int customers) {
        return (long) customers << EntryStore.NUMBER_BITS;
    }

    /** The first id of a part of a range. */
    private static long from(int range, int part) {
        return width(Population.RANGE) * range + width(CUSTOMERS) * part;
    }

    /** Operations that moved points and of which no entry was seen. */
    private static void unseen(Asked asked, int first, boolean[] sane) {
        for (int place = 0; place < asked.operations().size(); place++) {
            Operation operation = asked.operation(place);
            int part = (operation.customer() - first) / CUSTOMERS;
            boolean own = operation.customer() >= first && part < PARTS;
            if (own && operation.points() != 0 && !asked.seen(place)) {
                sane[part] = false;
            }
        }
    }

    /** Asks the queries of a part of a range. */
    private static void ask(
            VerifyStore ledgers,
            int range,
            int part,
            Ledger ledger,
            Map<String, Long> whole,
            PostingFacts postings,
            Differences differences) {
        Map<String, Long> numbers = new HashMap<>(whole);
        numbers.put("from", from(range, part));
        numbers.put("end", from(range, part) + width(CUSTOMERS));
        for (VerifyStore.Total total : ledgers.totals(numbers)) {
            if (total(total, ledger, postings, range, differences)) {
                numbers.put("posting", (long) total.posting());
                numbers.put("recorded", postings.recorded(total.posting()));
                numbers.put("open", postings.openFrom(total.posting()));
                ledgers.ask(Invariant.Scope.POSTING, numbers, differences::add);
            }
        }
        ledgers.ask(Invariant.Scope.RANGE, numbers, differences::add);
    }

    /** Says whether some moments of a posting are where they cannot be. */
    private static boolean total(
            VerifyStore.Total total, Ledger ledger, PostingFacts postings, int range, Differences differences) {
        int posting = total.posting();
        if (posting >= 1 && posting <= postings.size()) {
            return total.first() < postings.openFrom(posting) || total.last() > postings.recorded(posting);
        }
        // What an interrupted posting left behind counts for nothing, and is known to be there.
        if (posting < 1 || !ledger.leftOver()) {
            String where = total.entries() + " entries from customer " + (long) range * Population.RANGE + " on";
            differences.add(-1, 0, posting, "posting", "a posting from 1 to " + postings.size(), where);
        }
        return false;
    }
}
