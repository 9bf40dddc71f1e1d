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

    /** What becomes of each lot of one customer. */
    public static Why explain(RuleNumbers rules, Entries entries, Dating dating) {
        Why why = new Why(rules);
        if (entries.size() == 0) {
            return why;
        }
        Account account = new Account();
        Entries expired = expire(entries, new Account(), dating);
        account.load(entries, 0, entries.size());
        int written = 0;
        for (int lot = 0; lot < account.lots(); lot++) {
            int row = account.number(lot) - 1;
            why.about(entries.effective[row], Kind.of(entries.kind[row]).word(), entries.event.get(row));
            if (written < expired.size() && expired.lot[written] == account.number(lot)) {
                expired.until[written] = account.until(lot);
                why.wrote(rules.name(entries.rule[row]), Why.Reason.ENDED, 0, expired, written++);
            } else {
                boolean never = account.until(lot) == Entries.NEVER;
                why.before(
                        account.left(lot) == 0 ? Why.Reason.EMPTY : never ? Why.Reason.NEVER : Why.Reason.LASTS,
                        entries,
                        row);
            }
        }
        return why;
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
