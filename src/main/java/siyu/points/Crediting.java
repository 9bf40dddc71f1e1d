package siyu.points;

/** Gives points that no event earned: corrections, opening balances, what another customer gives, redemptions given back. */
public final class Crediting {
    private Crediting() {}

    /**
     * Opens a lot and settles what is owed.
     *
     * @param kind ADJUST, OPENING, or EARN for a reward of another part of the program
     * @param at when it counts
     * @param origin when what it is for happened
     * @param from first day of use
     * @param until last day of use, {@link Entries#NEVER} for no end
     */
    public static void give(
            Book book, Kind kind, long points, long at, long origin, int from, int until, Dating dating) {
        refuseTooMany(book, points);
        book.open(kind, points, at, origin, from, until);
        Spending.settle(book, dating);
    }

    private static void refuseTooMany(Book book, long points) {
        if (book.tooMany(points)) {
            throw PointsCode.TOO_MANY
                    .problem(points + " points more are beyond what an entry or a balance may have")
                    .failure();
        }
    }

    /**
     * Gives a redemption back to the lots it came from, which keep their last days.
     *
     * @param entries the customer's entries
     * @param redemption the number of the operation
     * @return how many points that were
     */
    public static long cancel(Book book, Entries entries, long redemption, long at, Dating dating) {
        Account account = book.account();
        long sum = 0;
        for (int row = 0; row < entries.size(); row++) {
            if (entries.operation[row] == redemption && entries.kind[row] == Kind.REDEEM.number()) {
                book.change(Kind.CANCEL, account.lotOf(entries.lot[row]), -entries.points[row], at);
                sum -= entries.points[row];
            }
        }
        Spending.settle(book, dating);
        return sum;
    }

    /**
     * Gives points of one customer to another, who gets a lot for each lot they come from, with the same dates.
     *
     * @param giver what the giver has
     * @param receiver what the receiver has
     * @return how many points are missing; then nothing was written
     */
    public static long transfer(Book giver, Book receiver, Entries given, long points, long at, Dating dating) {
        refuseTooMany(receiver, points);
        int first = given.size();
        long missing = Spending.take(giver, Kind.TRANSFER, points, at, dating.day(at));
        for (int row = first; row < given.size() && missing == 0; row++) {
            Account account = giver.account();
            int lot = account.lotOf(given.lot[row]);
            receiver.open(Kind.TRANSFER, -given.points[row], at, at, account.from(lot), account.until(lot));
        }
        if (missing == 0) {
            Spending.settle(receiver, dating);
        }
        return missing;
    }
}
