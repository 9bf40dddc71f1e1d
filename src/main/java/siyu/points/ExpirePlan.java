package siyu.points;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import siyu.customer.Parallel;

/**
 * What all customers lose by the end of their lots.
 *
 * @param customers who lose something
 * @param points how many, 0 or more
 */
public record ExpirePlan(PointsPlan plan, long customers, long lots, long points) {
    /**
     * @param ranges the numbers of the ranges, each of which is read and decided by itself
     * @param dating makes the date as of which lots have ended, for each thread its own
     * @param recorded when it would be recorded, microseconds
     */
    public static ExpirePlan of(
            int ranges,
            Ledger ledger,
            RuleNumbers rules,
            IntFunction<Earning.History> history,
            Supplier<Dating> dating,
            long recorded) {
        PointsPlan.Part[] parts = new PointsPlan.Part[ranges];
        Parallel.each(ranges, () -> {
            Dating mine = dating.get();
            Account account = new Account();
            return range -> parts[range] =
                    new PointsPlan.Part(range, expire(history.apply(range).entries(), account, mine), List.of());
        });
        List<PointsPlan.Part> all = new ArrayList<>();
        long customers = 0;
        long lots = 0;
        long points = 0;
        for (PointsPlan.Part part : parts) {
            Entries entries = part.entries();
            if (entries.size() > 0) {
                all.add(part);
            }
            lots += entries.size();
            for (int row = 0; row < entries.size(); row++) {
                points = Math.subtractExact(points, entries.points[row]);
                customers += row == 0 || entries.customer[row] != entries.customer[row - 1] ? 1 : 0;
            }
        }
        PointsPlan plan = PointsPlan.of("expire", ledger, recorded, rules, all);
        return new ExpirePlan(plan, customers, lots, points);
    }

    private static Entries expire(Entries entries, Account account, Dating dating) {
        Entries expired = new Entries();
        Book book = new Book(account, expired).about(0);
        for (int start = 0; start < entries.size(); ) {
            int end = entries.end(start);
            Expiring.expire(book.of(entries, start, end), dating);
            start = end;
        }
        return expired;
    }
}
