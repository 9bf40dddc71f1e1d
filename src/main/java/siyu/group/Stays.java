package siyu.group;

import java.util.Arrays;

/** Memberships, ended ones too, in columns: by customer, group and day of joining. */
public final class Stays {
    private int[] customer = new int[256];
    private int[] group = new int[256];
    private int[] joined = new int[256];
    private int[] left = new int[256];
    private int size;

    /** Adds one; they come in their order. */
    void add(int itsCustomer, int itsGroup, int itsJoined, int itsLeft) {
        if (size == customer.length) {
            customer = Arrays.copyOf(customer, 2 * size);
            group = Arrays.copyOf(group, 2 * size);
            joined = Arrays.copyOf(joined, 2 * size);
            left = Arrays.copyOf(left, 2 * size);
        }
        customer[size] = itsCustomer;
        group[size] = itsGroup;
        joined[size] = itsJoined;
        left[size++] = itsLeft;
    }

    public int size() {
        return size;
    }

    int customer(int row) {
        return customer[row];
    }

    int group(int row) {
        return group[row];
    }

    /** One of them. */
    public Stay get(int row) {
        return new Stay(customer[row], group[row], joined[row], left[row]);
    }

    boolean holds(int row, long day) {
        return joined[row] <= day && day < left[row];
    }

    int joined(int row) {
        return joined[row];
    }

    int left(int row) {
        return left[row];
    }
}
