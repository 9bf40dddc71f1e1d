package siyu.referral;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a referrer gets by how many of his referrals stand (were rewarded and not revoked).
 *
 * @param steps ascending, the first from 1; at least one
 */
public record Tiers(Mode mode, List<Step> steps) {
    /** How steps become a sum. {@code n} is how many stand. */
    public enum Mode {
        /** All of them at the rate of the step that n has reached: reaching a step lifts the earlier ones too. */
        PER_UNIT,
        /** Once for each step that was reached: nothing between the steps. */
        THRESHOLD,
        /** Each at the rate of its own step, as in tax brackets. */
        CUMULATIVE_BRACKET;

        /** As it is written in YAML. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The mode of a word, or null. */
        public static @Nullable Mode of(String word) {
            for (Mode mode : values()) {
                if (mode.word().equals(word)) {
                    return mode;
                }
            }
            return null;
        }
    }

    /**
     * One step.
     *
     * @param from the first referral it is about, 1 or more
     * @param reward in the unit of all steps, 0 or more
     */
    public record Step(long from, long reward) {}

    public Tiers {
        steps = List.copyOf(steps);
    }

    /**
     * What so many standing referrals come to together.
     *
     * @throws ArithmeticException beyond 64 bits
     */
    public long total(long standing) {
        long sum = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (standing < step.from()) {
                break;
            }
            sum = switch (mode) {
                case PER_UNIT -> Math.multiplyExact(standing, step.reward());
                case THRESHOLD -> Math.addExact(sum, step.reward());
                case CUMULATIVE_BRACKET -> {
                    long next = i + 1 < steps.size() ? steps.get(i + 1).from() : Long.MAX_VALUE;
                    long inside = Math.min(standing, next - 1) - step.from() + 1;
                    yield Math.addExact(sum, Math.multiplyExact(inside, step.reward()));
                }
            };
        }
        return sum;
    }

    /** What one more brings when so many stand. */
    public long next(long standing) {
        return total(standing + 1) - total(standing);
    }
}
