package siyu.points;

/**
 * One thing in the ledger that is not as it must be.
 *
 * @param customer his dense number, -1 when it is about no customer
 * @param entry the number of the entry in the customer's, 0 when it is about no single one
 * @param posting the number of the posting, 0 when it is about none
 * @param invariant the name of what does not hold
 * @param expected in words
 * @param found in words
 */
public record Difference(int customer, int entry, int posting, String invariant, String expected, String found) {}
