package siyu.points;

/** Takes points from lots: nearest expiry first, then the older, those that never expire last. */
public final class Spending {
    private Spending() {}

    /** The lot to take from next at a moment, or -1. */
    static int next(Account account, long at, int day) {
        int best = -1;
        for (int lot = 0; lot < account.lots(); lot++) {
            if (account.left(lot) > 0 && account.usable(lot, at, day) && (best < 0 || account.before(lot, best))) {
                best = lot;
            }
        }
        return best;
    }

    /** The lot to take back from next: one that can be spent, else one that is not available yet; -1 for none. */
    static int nextToTakeBack(Account account, long at, int day) {
        int best = next(account, at, day);
        if (best >= 0) {
            return best;
        }
        for (int lot = 0; lot < account.lots(); lot++) {
            if (account.left(lot) > 0 && account.pending(lot, at, day) && (best < 0 || account.before(lot, best))) {
                best = lot;
            }
        }
        return best;
    }

    /**
     * Takes points, all or none.
     *
     * @param kind REDEEM, ADJUST or TRANSFER
     * @param at when it counts; lots are judged at this moment
     * @return how many points are missing; then nothing was taken
     */
    public static long take(Book book, Kind kind, long points, long at, int day) {
        Account account = book.account();
        long available = account.available(at, day);
        if (available < points) {
            return points - available;
        }
        long rest = points;
        while (rest > 0) {
            int lot = next(account, at, day);
            long part = Math.min(rest, account.left(lot));
            book.change(kind, lot, -part, at);
            rest -= part;
        }
        return 0;
    }

    /**
     * Settles what the customer owes from points he has now; called after whatever brings points. Two entries for each lot: out of
     * the lot, and off the debt.
     */
    static void settle(Book book, Dating dating) {
        Account account = book.account();
        if (account.debt() == 0) {
            return;
        }
        book.plain();
        while (account.debt() > 0) {
            int lot = nextToTakeBack(account, dating.now(), dating.today());
            if (lot < 0) {
                return;
            }
            long part = Math.min(account.debt(), account.left(lot));
            book.change(Kind.REVERSE, lot, -part, dating.now());
            book.owe(Kind.REVERSE, part, dating.now());
        }
    }
}
