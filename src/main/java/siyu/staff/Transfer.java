package siyu.staff;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer on his way from one person to another.
 *
 * @param handover the number of the plan
 * @param from who hands him over
 * @param to who gets him
 * @param due the day it is planned for
 * @param batch from 1 within the day and the person who gets him
 * @param requested microseconds; null before it was
 * @param settled microseconds; null before it was
 */
public record Transfer(
        int handover,
        int customer,
        int from,
        int to,
        boolean leaving,
        LocalDate due,
        int batch,
        State state,
        @Nullable Long requested,
        @Nullable Long settled) {
    /** How far it is. */
    public enum State {
        /** Not asked for yet. */
        PLANNED(1),
        /** Asked for; the customer can still refuse. */
        WAITING(2),
        /** He has moved. */
        DONE(3),
        /** He refused. */
        REFUSED(4),
        /** The platform did not do it, for example because the other one is full there. */
        FAILED(5),
        /** Another plan took its place before it was asked for. */
        CANCELLED(6);

        private final int number;

        State(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static State of(int number) {
            for (State state : values()) {
                if (state.number == number) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state " + number);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
