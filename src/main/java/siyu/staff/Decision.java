package siyu.staff;

import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a customer of a live code.
 *
 * @param person the number of who looks after him; -1 for nobody
 * @param rule for {@link Outcome#NOBODY} the rule that kept out the one who came nearest; null when there is nobody at all
 * @param again when it is worth trying again; null when time alone changes nothing
 */
public record Decision(
        Outcome outcome,
        int person,
        @Nullable Rule rule,
        @Nullable LocalDateTime again) {
    /** What it comes to. */
    public enum Outcome {
        /** Goes to whose turn it is. */
        ASSIGNED(0),
        /** Goes to a backup, because nobody else can. */
        BACKUP(1),
        /** Has an owner, and keeps him. */
        KEPT(2),
        /** The code's condition is false for him. */
        NOT_FOR(3),
        /** It is unknown. */
        UNDECIDED(4),
        /** He parted from his staff member lately. */
        COOL_DOWN(5),
        /** The code wants people of his region, which is unknown. */
        NO_REGION(6),
        /** Nobody can take him. */
        NOBODY(7);

        static final int COUNT = 8;

        private final int number;

        Outcome(int number) {
            this.number = number;
        }

        /** From 0, below {@link #COUNT}. */
        int number() {
            return number;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Decision of(Outcome outcome) {
        return new Decision(outcome, -1, null, null);
    }

    /** Whether he is given to somebody. */
    public boolean placed() {
        return outcome == Outcome.ASSIGNED || outcome == Outcome.BACKUP;
    }
}
