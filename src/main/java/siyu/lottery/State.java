package siyu.lottery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a lottery is.
 *
 * @param draws how many there were
 * @param head of the chain after the last one
 * @param last when the last one was, microseconds; the commitment's moment before the first
 * @param won by prize
 * @param revealed how it was closed; null while it is open
 */
public record State(
        Committed committed,
        long draws,
        String head,
        long last,
        List<Long> won,
        @Nullable Revealed revealed) {
    /** Goes on drawing from here. */
    Drawing drawing() {
        return new Drawing(
                        committed.rules(),
                        committed.rulesHash(),
                        Digests.bytes(committed.seed()),
                        committed.firstHead())
                .after(draws, head, won);
    }

    /** The same, closed. */
    public State with(Revealed how) {
        return new State(committed, draws, head, last, won, how);
    }

    /** How many more draws there can be; {@code Long.MAX_VALUE} when a prize has no stock. */
    public long left() {
        long left = 0;
        List<Prize> prizes = committed.rules().prizes();
        for (int i = 0; i < prizes.size(); i++) {
            if (!prizes.get(i).limited()) {
                return Long.MAX_VALUE;
            }
            left += prizes.get(i).stock() - won.get(i);
        }
        return left;
    }
}
