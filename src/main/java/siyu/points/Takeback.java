package siyu.points;

/**
 * Points of rewards that another part of the program takes back: of the reward with the key first, then of the others by the same
 * rule, the latest first. Done once for ever.
 *
 * @param customer his dense number
 * @param kind the part of the program, as in {@link Reward}
 * @param rule as in {@link Reward}
 * @param key of the reward that caused it
 * @param points 1 or more
 * @param at when it counts, microseconds
 */
public record Takeback(int customer, String kind, String rule, String key, long points, long at) {
    /** What the operation is known by. Two customers may have a reward by the same rule and key, each his own. */
    String operationKey() {
        return "revoke:" + customer + ":" + rule + ":" + key;
    }

    /** What it was known by in ledgers of before, when customers were not told apart. */
    String olderKey() {
        return "revoke:" + rule + ":" + key;
    }

    /** Whether an operation took back rewards by a rule. */
    static boolean isBy(Operation operation, String rule) {
        Takeback takeback = new Takeback(operation.customer(), operation.eventKind(), rule, operation.event(), 1, 0);
        return operation.key().equals(takeback.operationKey())
                || operation.key().equals(takeback.olderKey());
    }
}
