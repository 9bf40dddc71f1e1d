package siyu.core;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the candidate nearest to a word that is not known. */
public final class Nearest {
    /** Longer words are nobody's typing error, and the search takes time by their length. */
    private static final int MOST_CHARACTERS = 100;

    private Nearest() {}

    /** The nearest candidate by edit distance (ignoring case), or null when none is near enough to be meant. */
    public static @Nullable String of(String word, Collection<String> candidates) {
        if (word.length() > MOST_CHARACTERS) {
            return null;
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Math.max(1, wanted.length() / 3) + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - wanted.length()) >= least) {
                continue;
            }
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), least);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** {@code did you mean 'x'?}, or null. */
    public static @Nullable String hint(String word, Collection<String> candidates) {
        String nearest = of(word, candidates);
        return nearest == null ? null : "did you mean '" + nearest + "'?";
    }

    /** Edits (insert, delete, replace, swap of neighbours) from one word to the other. */
    static int distance(String a, String b) {
        return distance(a, b, Integer.MAX_VALUE);
    }

    /** The same; {@code enough} or more when there are at least so many. */
    private static int distance(String a, String b, int enough) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] cost = new int[b.length() + 1];
        int leastBefore = 0;
        for (int i = 0; i <= a.length(); i++) {
            int least = i;
            cost[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                if (i == 0) {
                    cost[j] = j;
                    continue;
                }
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[j] = Math.min(replace, Math.min(last[j], cost[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[j] = Math.min(cost[j], before[j - 2] + 1);
                }
                least = Math.min(least, cost[j]);
            }
            // What follows is built on the last two rows and never less than both.
            if (Math.min(least, leastBefore) >= enough) {
                return enough;
            }
            leastBefore = least;
            int[] spare = before;
            before = last;
            last = cost;
            cost = spare;
        }
        return last[b.length()];
    }
}
