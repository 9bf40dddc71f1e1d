package siyu.out;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table, handed over one at a time so that millions need no memory. */
@FunctionalInterface
public interface Rows {
    /** Hands each row to the sink, in order. A cell may be null. The array may be reused for the next row. */
    void each(Sink sink);

    /** Takes rows; says whether it wants more. */
    @FunctionalInterface
    interface Sink {
        /** @return false to end the hand-over early ({@code --limit}, a closed pipe) */
        boolean row(@Nullable Object[] cells);
    }

    static Rows of(List<@Nullable Object[]> rows) {
        return sink -> {
            for (@Nullable Object[] row : rows) {
                if (!sink.row(row)) {
                    return;
                }
            }
        };
    }
}
