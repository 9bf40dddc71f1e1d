package siyu.referral;

import java.util.SplittableRandom;

/**
 * How often customers invite and how often that succeeds.
 *
 * @param shape of the gamma distribution of the customers' rates, above 0
 * @param mean invitations per customer and month, above 0
 * @param chance that an invitation succeeds, 0 to 1
 */
public record Rates(double shape, double mean, double chance) implements Belief {
    /** Certain; takes as many numbers as {@link Fit}, so that the luck of what follows is the same. */
    @Override
    public Rates draw(SplittableRandom random) {
        for (int i = 0; i < NUMBERS; i++) {
            random.nextLong();
        }
        return this;
    }
}
