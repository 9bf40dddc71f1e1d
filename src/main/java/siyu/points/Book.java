package siyu.points;

/**
 * Writes new entries of one customer after another, and keeps what holds for each of them: the account follows, numbers go on
 * without gaps, no lot falls below nothing or rises above what it opened with, no limit is passed. Deciders ask first; what is
 * refused here is a defect of theirs.
 */
public final class Book {
    private static final byte[] NO_EVENT = {};

    private final Account account;
    private final Entries written;
    private int posting;
    private long operation;
    private int rule;
    private byte[] event = NO_EVENT;
    private int eventStart;
    private int eventEnd;

    /** @param written where new entries go */
    public Book(Account account, Entries written) {
        this.account = account;
        this.written = written;
    }

    public Account account() {
        return account;
    }

    /** Turns to the customer of rows {@code start} to {@code end}. */
    Book of(Entries entries, int start, int end) {
        account.load(entries, start, end);
        return this;
    }

    /** The posting that new entries belong to. */
    Book posting(int number) {
        posting = number;
        return this;
    }

    /** The operation that new entries belong to. */
    public Book operation(long number) {
        return about(number);
    }

    /** The operation, rule and event that new entries belong to, until they are told otherwise. */
    Book about(long partOf, int byRule, byte[] bytes, int start, int end) {
        operation = partOf;
        rule = byRule;
        event = bytes;
        eventStart = start;
        eventEnd = end;
        return this;
    }

    /** The same without rule and event. */
    Book about(long partOf) {
        return about(partOf, 0, NO_EVENT, 0, 0);
    }

    /** What follows is about no rule and no event; the operation stays. */
    Book plain() {
        return about(operation);
    }

    /** Whether so many more points would pass a limit. */
    boolean tooMany(long points) {
        return points > Account.MOST_PER_ENTRY || account.balance() + points > Account.MOST_PER_BALANCE;
    }

    /** Opens a lot. */
    int open(Kind kind, long points, long effective, long origin, int from, int until) {
        require(points > 0 && !tooMany(points), "an opening within the limits");
        int number = account.entries() + 1;
        return write(kind, points, number, effective, origin, from, until);
    }

    /** Changes what is left in a lot, by its place in the account. */
    void change(Kind kind, int lot, long points, long effective) {
        long after = Math.addExact(account.left(lot), points);
        require(points != 0 && after >= 0 && after <= account.opened(lot), "a lot between nothing and full");
        require(points > 0 || effective >= account.raised(lot), "points that were there at its moment");
        write(kind, points, account.number(lot), effective, effective, 0, 0);
    }

    /** Changes what is owed: negative points are owed more. */
    void owe(Kind kind, long points, long effective) {
        long after = Math.subtractExact(account.debt(), points);
        require(points != 0 && after >= 0 && after <= Account.MOST_PER_BALANCE, "a debt of nothing or more");
        write(kind, points, Entries.DEBT, effective, effective, 0, 0);
    }

    private int write(Kind kind, long points, int lot, long effective, long origin, int from, int until) {
        int row = written.add(
                account.customer(),
                account.entries() + 1,
                kind,
                points,
                lot,
                effective,
                origin,
                from,
                until,
                rule,
                operation,
                posting,
                event,
                eventStart,
                eventEnd);
        account.take(written, row);
        return row;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("customer " + account.customer() + ": an entry needs " + what);
        }
    }
}
