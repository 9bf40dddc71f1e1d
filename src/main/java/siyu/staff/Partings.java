package siyu.staff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.points.Term;

/** Which customers and which people have removed each other, and when last. */
public final class Partings {
    private static final int[] NOBODY = {};

    private final Term coolDown;
    private final Map<Integer, int[]> from = new HashMap<>();
    private final Map<Integer, LocalDate> last = new HashMap<>();

    public Partings(Term coolDown) {
        this.coolDown = coolDown;
    }

    /** One parting; in any order. */
    public void add(int customer, int person, LocalDate day) {
        int[] before = from(customer);
        int[] now = Arrays.copyOf(before, before.length + 1);
        now[before.length] = person;
        from.put(customer, now);
        last.merge(customer, day, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Whom a customer has parted from; somebody may be named twice. */
    public int[] from(int customer) {
        return from.getOrDefault(customer, NOBODY);
    }

    /** The first day on which a customer may be given to somebody again; null when he never parted. */
    public @Nullable LocalDate coolUntil(int customer) {
        LocalDate day = last.get(customer);
        return day == null ? null : coolDown.after(day);
    }
}
