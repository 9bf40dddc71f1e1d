package siyu.points;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a reward back that another part of the program gave. */
public final class Revoking {
    private Revoking() {}

    /**
     * Takes back what is left to be taken back of a reward, once for ever.
     *
     * @param entries the customer's
     * @param operation the number that the operation gets
     * @return the operation, or null when nothing was given or everything was taken back already
     * @throws siyu.core.Failure when points are missing and the program rejects that
     */
    public static @Nullable Operation revoke(
            Book book,
            Entries entries,
            Reward reward,
            RuleNumbers rules,
            long operation,
            long at,
            Dating dating,
            PointsRules.Shortage shortage,
            String reason) {
        byte[] key = reward.key().getBytes(StandardCharsets.UTF_8);
        List<Reversing.Earning> earnings =
                Reversing.earnings(entries, 0, entries.size(), rules, reward.kind(), key, 0, key.length);
        int rule = rules.find(reward.rule());
        List<Reversing.Earning> due = earnings.stream()
                .filter(earning -> earning.rule() == rule && earning.rest() > 0)
                .toList();
        if (due.isEmpty()) {
            return null;
        }
        long[] points = due.stream().mapToLong(Reversing.Earning::rest).toArray();
        long missing = Reversing.reverse(book, due, points, operation, reward.key(), at, dating, shortage);
        if (missing > 0) {
            throw PointsCode.SHORT_TO_REVERSE
                    .problem(missing + " of the points to be taken back are spent")
                    .failure();
        }
        return new Operation(
                operation,
                Operation.Type.REVERSE,
                "revoke:" + reward.rule() + ":" + reward.customer() + ":" + reward.key(),
                reward.customer(),
                -1,
                Arrays.stream(points).sum(),
                0,
                0,
                reward.kind(),
                reward.key(),
                0,
                at,
                reason);
    }
}
