package siyu.points;

import org.jspecify.annotations.Nullable;

/**
 * One run over events: which of them are new in it, and what is recorded with them. For one thread, like its dates.
 *
 * @param before up to where events were considered before it
 * @param through up to where they are considered after it
 * @param posting the number of its posting
 * @param cuts by rule, where its budget ends, null where it does not; empty when none does
 */
record EarnRun(Considered before, Considered through, int posting, Dating dating, Budgets.@Nullable Cut[] cuts) {
    boolean isNew(int batch, long at) {
        return through.covers(batch, at) && !before.covers(batch, at);
    }

    /** Whether an event was considered by an earlier run. */
    boolean isOld(int batch, long at) {
        return before.covers(batch, at);
    }

    /** Whether an event counts after this run. */
    boolean isThere(int batch, long at) {
        return through.covers(batch, at);
    }
}
