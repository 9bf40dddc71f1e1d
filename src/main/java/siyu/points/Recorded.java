package siyu.points;

import java.util.List;

/**
 * What a range of customers has in the ledger, as it was recorded.
 *
 * @param entries by customer and number
 * @param operations of these customers by number; of a transfer only the giver's
 * @param postings by operation: what it is part of
 */
public record Recorded(Entries entries, List<Operation> operations, int[] postings) {}
