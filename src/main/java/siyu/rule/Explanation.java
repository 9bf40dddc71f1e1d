package siyu.rule;

import java.util.List;

/**
 * One answer for one customer, explained.
 *
 * @param reason the tree of conditions
 * @param flips for a yes/no question at most one; for a segmentation one for each other segment that is within reach; otherwise
 *     none
 */
public record Explanation(Reason reason, List<Flip> flips) {
    public Explanation {
        flips = List.copyOf(flips);
    }
}
