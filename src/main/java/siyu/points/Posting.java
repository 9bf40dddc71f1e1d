package siyu.points;

/**
 * One posting as it was recorded: a block of the chain.
 *
 * @param number from 1, without gaps
 * @param run the data file's run it is part of
 * @param type {@code earn}, {@code redeem}, …
 * @param recorded microseconds; never less than that of the posting before
 * @param entries how many
 * @param operations how many
 * @param points the change of all balances together
 * @param content SHA-256 of its entries, operations and new rules
 */
public record Posting(
        int number,
        long run,
        String type,
        long recorded,
        String programHash,
        long entries,
        long operations,
        long points,
        Considered considered,
        int closedThrough,
        String content,
        String headBefore,
        String headAfter) {
    /** The same with the head that follows. */
    Posting sealed() {
        return new Posting(
                number,
                run,
                type,
                recorded,
                programHash,
                entries,
                operations,
                points,
                considered,
                closedThrough,
                content,
                headBefore,
                Chain.head(this));
    }
}
