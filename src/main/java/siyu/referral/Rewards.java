package siyu.referral;

import java.util.Arrays;
import java.util.Set;

/**
 * Rewards and what was taken back of them, as columns, in the order in which they came about. There is at most one reward for an
 * invitation and side, and at most one row that takes it back.
 */
public final class Rewards {
    private int size;

    int[] invitation = new int[16];
    byte[] side = new byte[16];

    /** Whether a row takes back. */
    boolean[] back = new boolean[16];

    /** Who gets or loses it. */
    int[] customer = new int[16];

    /** In the unit of the side, 0 or more, of a row that takes back too. */
    long[] amount = new long[16];

    /** Whether a limit or the budget left nothing of it. */
    boolean[] refused = new boolean[16];

    /** When the referee had qualified, microseconds. */
    long[] qualified = new long[16];

    /** When it counts, microseconds. */
    long[] at = new long[16];

    public int size() {
        return size;
    }

    public int invitation(int row) {
        return invitation[row];
    }

    public Side side(int row) {
        return Side.of(side[row]);
    }

    /** Whether a row takes back what an earlier one gave. */
    public boolean back(int row) {
        return back[row];
    }

    public int customer(int row) {
        return customer[row];
    }

    /** In the unit of the side, 0 or more. */
    public long amount(int row) {
        return amount[row];
    }

    public boolean refused(int row) {
        return refused[row];
    }

    /** When it counts, microseconds. */
    public long at(int row) {
        return at[row];
    }

    void add(
            int itsInvitation,
            Side itsSide,
            boolean takesBack,
            int itsCustomer,
            long itsAmount,
            boolean isRefused,
            long wasQualified,
            long itsAt) {
        if (size == at.length) {
            int capacity = size * 2;
            invitation = Arrays.copyOf(invitation, capacity);
            side = Arrays.copyOf(side, capacity);
            back = Arrays.copyOf(back, capacity);
            customer = Arrays.copyOf(customer, capacity);
            amount = Arrays.copyOf(amount, capacity);
            refused = Arrays.copyOf(refused, capacity);
            qualified = Arrays.copyOf(qualified, capacity);
            at = Arrays.copyOf(at, capacity);
        }
        invitation[size] = itsInvitation;
        side[size] = (byte) itsSide.number();
        back[size] = takesBack;
        customer[size] = itsCustomer;
        amount[size] = itsAmount;
        refused[size] = isRefused;
        qualified[size] = wasQualified;
        at[size] = itsAt;
        size++;
    }

    /** The rows but some. */
    public Rewards without(Set<Integer> some) {
        Rewards rest = new Rewards();
        for (int i = 0; i < size; i++) {
            if (!some.contains(i)) {
                rest.add(invitation[i], side(i), back[i], customer[i], amount[i], refused[i], qualified[i], at[i]);
            }
        }
        return rest;
    }
}
