/**
 * Segmentations over a population: who is in which segment, what that changes (a plan), how it was before, and by hand (pins).
 *
 * <p>Membership = (rule or pinned in) and not pinned out; the first segment that takes a customer keeps him. Stored memberships
 * are intervals; a customer is in at most one segment of a segmentation at any time.
 */
@NullMarked
package siyu.segment;

import org.jspecify.annotations.NullMarked;
