package siyu.customer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.Vocabulary;

/** Who is there at an as-of: everybody but those registered later. Who has no such date is there. */
final class Registered {
    private Registered() {}

    /** The attribute that says since when a customer is there. */
    static int index(Vocabulary vocabulary) {
        return vocabulary.customer("registered");
    }

    /** 1 by customer who is there; null when all are. */
    static byte @Nullable [] present(@Nullable Column[] columns, Vocabulary vocabulary, int size, AsOf asOf) {
        Column registered = Objects.requireNonNull(columns[index(vocabulary)], "registered is always read");
        long today = asOf.today().toEpochDay();
        // Locals, because the quick compiler reads a field again for every row.
        long[] days = registered.longs;
        byte[] known = registered.known;
        byte[] present = null;
        for (int i = 0; i < size; i++) {
            if (days[i] > today && known[i] != 0) {
                if (present == null) {
                    present = new byte[size];
                    java.util.Arrays.fill(present, (byte) 1);
                }
                present[i] = 0;
            }
        }
        return present;
    }
}
