package siyu.core;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong: what kind, in which words, where, and one hint at what to do.
 *
 * @param message one sentence without a full stop, naming the offending value
 */
public record Problem(
        Code code,
        String message,
        @Nullable Place place,
        @Nullable String hint) {
    public static Problem of(Code code, String message) {
        return new Problem(code, message, null, null);
    }

    public Problem at(Place where) {
        return new Problem(code, message, where, hint);
    }

    public Problem hint(@Nullable String words) {
        return new Problem(code, message, place, words);
    }

    /** This problem as a failure of its own. */
    public Failure failure() {
        return new Failure(java.util.List.of(this));
    }
}
