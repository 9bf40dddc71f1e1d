package siyu.customer;

import java.util.Arrays;

/** The heads of the rows of one partition as {@link EventIntake} wrote them. Memory is kept for the next partition. */
final class EventHeads {
    final Spool.Cursor cursor = new Spool.Cursor();
    private byte[] scratch = new byte[0];
    int size;

    /** By row: where its kind starts, behind the head. */
    int[] bodies = new int[0];

    int[] customers = new int[0];
    long[] times = new long[0];

    /** Chunk above line: the order of arrival. */
    long[] sequences = new long[0];

    /** For events kept apart: where the customer's id starts, with its length. */
    int[] who = new int[0];

    void read(Spool rows, int partition) {
        Spool.Bytes bytes = rows.read(partition, scratch);
        scratch = bytes.array();
        cursor.on(bytes);
        boolean apart = Partitions.isApart(partition);
        size = 0;
        while (cursor.at < cursor.end) {
            if (size == bodies.length) {
                grow();
            }
            int next = cursor.at + cursor.fixedInt();
            sequences[size] = cursor.fixed();
            who[size] = cursor.at;
            if (apart) {
                int length = (int) cursor.whole();
                cursor.at += length;
                customers[size] = 0;
            } else {
                customers[size] = cursor.fixedInt();
            }
            times[size] = cursor.fixed();
            bodies[size++] = cursor.at;
            cursor.at = next;
        }
    }

    private void grow() {
        int capacity = bodies.length * 2 + 1024;
        bodies = Arrays.copyOf(bodies, capacity);
        customers = Arrays.copyOf(customers, capacity);
        times = Arrays.copyOf(times, capacity);
        sequences = Arrays.copyOf(sequences, capacity);
        who = Arrays.copyOf(who, capacity);
    }

    int kind(int row) {
        cursor.at = bodies[row];
        return (int) cursor.whole();
    }

    long hash(int row) {
        int kind = kind(row);
        int length = (int) cursor.whole();
        return EventKeys.hash(kind, cursor.bytes, cursor.at, cursor.at + length);
    }

    byte[] id(int row) {
        cursor.at = bodies[row];
        cursor.whole();
        int length = (int) cursor.whole();
        return Arrays.copyOfRange(cursor.bytes, cursor.at, cursor.at + length);
    }
}
