package siyu.points;

/**
 * What one customer has at a moment. The parts add up: balance = available + pending + expired − debt.
 *
 * @param available can be spent
 * @param pending not available yet
 * @param expired in lots whose last day is over, which no run of expiry has taken away yet
 * @param debt owed
 * @param nextExpiry last day of the lot that ends first among those with points not expired; {@link Entries#NEVER} for none
 * @param nextPoints what is left in lots that end on that day
 */
public record Balance(
        long balance, long available, long pending, long expired, long debt, int nextExpiry, long nextPoints) {
    /**
     * @param account with the entries that count at the moment
     * @param day of the moment
     */
    public static Balance of(Account account, int day) {
        long available = 0;
        long pending = 0;
        long expired = 0;
        int next = Entries.NEVER;
        long nextPoints = 0;
        for (int lot = 0; lot < account.lots(); lot++) {
            long left = account.left(lot);
            if (left == 0) {
                continue;
            }
            if (account.until(lot) < day) {
                expired += left;
                continue;
            }
            if (account.from(lot) <= day) {
                available += left;
            } else {
                pending += left;
            }
            if (account.until(lot) < next) {
                next = account.until(lot);
                nextPoints = 0;
            }
            nextPoints += account.until(lot) == next && next != Entries.NEVER ? left : 0;
        }
        return new Balance(account.balance(), available, pending, expired, account.debt(), next, nextPoints);
    }

    /**
     * The account of rows {@code start} to {@code end} as of a moment: only entries that count before it. Lots are as those entries
     * left them.
     */
    public static Account asOf(Entries entries, int start, int end, long moment) {
        Entries until = new Entries();
        for (int row = start; row < end; row++) {
            if (entries.effective[row] < moment) {
                until.addAll(entries, row, row + 1);
            }
        }
        Account account = new Account();
        return until.size() == 0
                ? account.start(end > start ? entries.customer[start] : 0)
                : account.load(until, 0, until.size());
    }
}
