package siyu.points;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is by the month in which it ends, and what is owed to customers: points not expired, less what they owe.
 *
 * <p>Merged from the accounts of all customers; a month is the number of months since year 0.
 */
public final class Forecast {
    private final SortedMap<Long, Long> ending = new TreeMap<>();
    private long never;
    private long available;
    private long pending;
    private long expired;
    private long debt;
    private long customers;

    /** Adds what a customer has on a day. */
    public void add(Account account, int day) {
        Balance balance = Balance.of(account, day);
        available = Math.addExact(available, balance.available());
        pending = Math.addExact(pending, balance.pending());
        expired = Math.addExact(expired, balance.expired());
        debt = Math.addExact(debt, balance.debt());
        customers += balance.available() + balance.pending() > 0 ? 1 : 0;
        for (int lot = 0; lot < account.lots(); lot++) {
            if (account.left(lot) == 0 || account.until(lot) < day) {
                continue;
            }
            if (account.until(lot) == Entries.NEVER) {
                never = Math.addExact(never, account.left(lot));
            } else {
                ending.merge(month(account.until(lot)), account.left(lot), Math::addExact);
            }
        }
    }

    /** Adds what another thread has gathered. */
    public void add(Forecast other) {
        available = Math.addExact(available, other.available);
        pending = Math.addExact(pending, other.pending);
        expired = Math.addExact(expired, other.expired);
        debt = Math.addExact(debt, other.debt);
        never = Math.addExact(never, other.never);
        customers += other.customers;
        other.ending.forEach((month, points) -> ending.merge(month, points, Math::addExact));
    }

    /** The month of a day. */
    public static long month(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }

    /** Points by the month in which their lots end. */
    public SortedMap<Long, Long> ending() {
        return ending;
    }

    /** Points of lots without end. */
    public long never() {
        return never;
    }

    public long available() {
        return available;
    }

    public long pending() {
        return pending;
    }

    /** Points of lots that ended and were not taken away yet. */
    public long expired() {
        return expired;
    }

    public long debt() {
        return debt;
    }

    /** Customers with points that are not expired. */
    public long customers() {
        return customers;
    }

    /** Points that customers can still spend, now or later. */
    public long outstanding() {
        return available + pending;
    }
}
