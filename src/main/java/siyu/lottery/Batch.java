package siyu.lottery;

import java.util.List;

/**
 * What was asked for at once: some customers, each so often.
 *
 * @param lottery its name
 * @param key unique over all lotteries, empty for none
 * @param customers a hash of their ids in order; empty for everybody
 * @param times how often each draws; 0 for as often as he may
 * @param first the number of the first draw; 0 before it has one
 * @param draws how many draws it became
 */
public record Batch(String lottery, String key, String customers, long times, long first, long draws) {
    /** What some ids are known by. */
    public static String hash(List<String> ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids) {
            text.append(id.length()).append(':').append(id);
        }
        return Digests.sha256(text.toString());
    }

    /** Throws unless another batch, done before by the same key, asked for the same. */
    public void requireSame(Batch before) {
        String differs = null;
        if (!lottery.equals(before.lottery)) {
            differs = "lottery '" + before.lottery + "', not '" + lottery + "'";
        } else if (!customers.equals(before.customers)) {
            differs = "other customers";
        } else if (times != before.times) {
            differs = "times " + words(before.times) + ", not " + words(times);
        }
        if (differs != null) {
            throw LotteryCode.KEY_DIFFERS
                    .problem("the key was used before, for " + differs)
                    .hint("give another --key, or leave it out")
                    .failure();
        }
    }

    private static String words(long times) {
        return times == 0 ? "as often as allowed" : Long.toString(times);
    }
}
