package siyu.referral;

import java.util.SplittableRandom;

/** What is known of {@link Rates}: from the data with what it leaves open, or for certain. */
public interface Belief {
    /** How many random numbers a draw takes. */
    int NUMBERS = 3;

    /** One possible truth. */
    Rates draw(SplittableRandom random);
}
