package siyu.referral;

import java.util.Arrays;

/**
 * When the referee of each invitation qualified, and when and why that was lost; {@link #NEVER} for not so far. Moments in
 * microseconds.
 */
final class Qualified {
    static final long NEVER = Long.MIN_VALUE;

    final long[] at;
    final long[] lostAt;
    final Cause[] lostBy;

    Qualified(int invitations) {
        this.at = new long[invitations];
        this.lostAt = new long[invitations];
        this.lostBy = new Cause[invitations];
        Arrays.fill(at, NEVER);
        Arrays.fill(lostAt, NEVER);
        Arrays.fill(lostBy, Cause.NONE);
    }
}
