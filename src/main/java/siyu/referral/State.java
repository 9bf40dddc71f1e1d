package siyu.referral;

import java.util.Locale;

/**
 * Where an invitation is. It follows from what happened and from the program, so it is never stored.
 *
 * <pre>
 * pending → qualified → rewarded → revoked
 *    ↓          ↓
 * expired    revoked        flagged ⇄ the same, while nobody has decided;  rejected: blocked, or decided so
 * </pre>
 */
public enum State {
    /** The referee can still qualify, or is not known yet. */
    PENDING,
    /** The referee qualified; the reward was not settled yet. */
    QUALIFIED,
    /** The reward was settled. */
    REWARDED,
    /** It looks like fraud; not paid unless somebody accepts it, or the program pays at the deadline. */
    FLAGGED,
    /** It never counted. */
    REJECTED,
    /** The referee did not qualify in time. */
    EXPIRED,
    /** It counted, and does not any more: what was paid is taken back. */
    REVOKED;

    /** As it is shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
