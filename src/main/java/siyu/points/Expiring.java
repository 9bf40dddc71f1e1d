package siyu.points;

/**
 * Takes away what is left in lots whose last day is over. Dated at the first moment after that day, however late it is done; later
 * only where the lot got points after it (a redemption given back), or the period is closed.
 */
public final class Expiring {
    private Expiring() {}

    /** Expires the account's lots that ended before today, and returns how many points that were. */
    public static long expire(Book book, Dating dating) {
        Account account = book.account();
        long sum = 0;
        for (int lot = 0; lot < account.lots(); lot++) {
            long left = account.left(lot);
            if (left > 0 && account.until(lot) < dating.today()) {
                long over = Math.max(dating.start(account.until(lot) + 1), account.raised(lot));
                book.change(Kind.EXPIRE, lot, -left, dating.open(over));
                sum += left;
            }
        }
        return sum;
    }
}
