package siyu.staff;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A customer who parted from his staff member, and the task that follows from it.
 *
 * @param byCustomer whether he removed the other, instead of the other way round
 * @param day of the parting
 * @param due the last day on which he should be asked why
 * @param by the number of who asks: the person himself when he can, -1 for somebody else
 * @param free the first day on which a live code may give him to somebody
 * @param asked what came of it; null when nobody asked
 */
public record Churn(
        int customer,
        int staff,
        long begun,
        boolean byCustomer,
        LocalDate day,
        LocalDate due,
        int by,
        LocalDate free,
        State state,
        OwnerStore.@Nullable FollowUp asked) {
    /** How far the task is. */
    public enum State {
        /** Somebody is to ask. */
        OPEN,
        /** Somebody should have asked. */
        OVERDUE,
        /** Somebody asked. */
        ASKED,
        /** The customer has an owner again. */
        RETURNED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public OwnerStore.Key key() {
        return new OwnerStore.Key(customer, staff, begun);
    }

    /**
     * The last parting of every customer, the earliest first.
     *
     * @param past in the order of their end
     * @param owner of a customer's number: who looks after him now, -1 for nobody
     */
    public static List<Churn> of(
            List<OwnerStore.Past> past,
            Map<OwnerStore.Key, OwnerStore.FollowUp> asked,
            IntUnaryOperator owner,
            List<Person> people,
            StaffRules rules,
            LocalDate today,
            ZoneId zone) {
        Map<Integer, OwnerStore.Past> last = new HashMap<>();
        for (OwnerStore.Past one : past) {
            if (one.parting() <= 2) {
                last.put(one.customer(), one);
            }
        }
        List<Churn> churn = new ArrayList<>();
        for (OwnerStore.Past one : past) {
            if (!one.equals(last.get(one.customer()))) {
                continue;
            }
            LocalDate day = StaffStore.day(one.ended(), zone);
            LocalDate due = rules.followUp().after(day);
            boolean himself = one.parting() == 1 && people.get(one.staff()).active();
            OwnerStore.FollowUp came = asked.get(new OwnerStore.Key(one.customer(), one.staff(), one.begun()));
            churn.add(new Churn(
                    one.customer(),
                    one.staff(),
                    one.begun(),
                    one.parting() == 1,
                    day,
                    due,
                    himself ? one.staff() : -1,
                    rules.coolDown().after(day),
                    owner.applyAsInt(one.customer()) >= 0
                            ? State.RETURNED
                            : came != null ? State.ASKED : today.isAfter(due) ? State.OVERDUE : State.OPEN,
                    came));
        }
        return churn;
    }
}
