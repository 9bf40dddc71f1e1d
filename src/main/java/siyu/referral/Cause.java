package siyu.referral;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an invitation is where it is. */
public enum Cause {
    NONE,
    /** Referrer and referee are the same. */
    SELF,
    /** The referee was a customer before. */
    EXISTING_CUSTOMER,
    /** Somebody invited the referee before, and keeps the credit. */
    ALREADY_REFERRED,
    /** The referee brought, through others, the referrer. */
    CYCLE,
    /** It looks like fraud, and nobody has decided. */
    FLAG,
    /** A person decided. */
    DECIDED,
    /** A purchase was refunded, and without it the referee does not qualify. */
    REFUND,
    /** The referee left. */
    LEFT;

    /** The causes by which a program can block an invitation. */
    public static final java.util.List<Cause> BLOCKS =
            java.util.List.of(SELF, EXISTING_CUSTOMER, ALREADY_REFERRED, CYCLE);

    /** As it is written and shown; {@code NONE} is empty. */
    public String word() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** The block of a word of the YAML, or null. */
    public static @Nullable Cause block(String word) {
        for (Cause cause : BLOCKS) {
            if (cause.word().equals(word)) {
                return cause;
            }
        }
        return null;
    }
}
