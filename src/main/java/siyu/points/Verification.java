package siyu.points;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.customer.Parallel;
import siyu.fact.Population;
import siyu.store.Store;

/**
 * The ledger held against everything that must be true of it, in three ways that know nothing of each other: each {@link
 * Invariant} as a query, the chain of hashes, and a {@link Replay} in memory.
 *
 * @param found the differences, in order; of more than a hundred thousand the first that were found
 * @param count how many there are
 * @param head the last one of the chain
 */
public record Verification(
        List<Difference> found, long count, int postings, long entries, long operations, String head) {
    /** Customers of one query: few enough that its rows stay in memory. */
    private static final int CUSTOMERS = 2048;

    /**
     * @param people how many customers there are
     * @param zone the program's, in which days are counted
     * @param told a head that an answer gave once, which must be in the chain; null for none
     */
    public static Verification of(Store store, int people, ZoneId zone, @Nullable String told) {
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
        RangeDigests digests = new RangeDigests();
        Replay.Gifts gifts = new Replay.Gifts(differences);
        int ranges = (int) (ledgers.lastId() / width(Population.RANGE)) + 1;
        Parallel.each(ranges, () -> {
            Replay replay = new Replay(zone, postings, rules, gifts, differences);
            return range -> {
                Entries entries = range(ledgers, range, ledger, numbers, postings, differences);
                digests.range(range, entries, postings.size());
                int first = range * Population.RANGE;
                replay.range(entries, ledgers.operations(first, first + Population.RANGE - 1, entries));
            };
        });
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

    /** The ids that so many customers take. */
    private static long width(int customers) {
        return (long) customers << EntryStore.NUMBER_BITS;
    }

    /** Asks the queries of one range and reads its entries. */
    private static Entries range(
            VerifyStore ledgers,
            int range,
            Ledger ledger,
            Map<String, Long> whole,
            PostingFacts postings,
            Differences differences) {
        Entries entries = new Entries();
        Map<String, Long> numbers = new HashMap<>(whole);
        for (int part = 0; part < Population.RANGE / CUSTOMERS; part++) {
            long from = width(Population.RANGE) * range + width(CUSTOMERS) * part;
            numbers.put("from", from);
            numbers.put("end", from + width(CUSTOMERS));
            ledgers.entries(from, from + width(CUSTOMERS), ledger.posting(), entries);
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
        return entries;
    }

    /** Counts what a posting comes to, and says whether some of its moments are where they cannot be. */
    private static boolean total(
            VerifyStore.Total total, Ledger ledger, PostingFacts postings, int range, Differences differences) {
        int posting = total.posting();
        if (posting >= 1 && posting <= postings.size()) {
            postings.count(posting, total.entries(), total.points().longValue());
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
