package siyu.customer;

import java.time.Instant;

/** Times as facts hold them. */
final class Times {
    private Times() {}

    /** Microseconds since 1970. */
    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }
}
