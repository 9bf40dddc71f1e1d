package siyu.out;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns and rows of a table that are to be shown: {@code --columns}, {@code --limit}, and wide headings. */
public final class Projection {
    private Projection() {}

    /** What a format shows when no columns were named: everything, or all but the headings that are wide only. */
    public static Table of(Table table, Format format) {
        List<Integer> picked = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            if (format.wide() || !table.headings().get(i).wide()) {
                picked.add(i);
            }
        }
        return picked.size() == table.headings().size() ? table : pick(table, picked);
    }

    /** The columns with these indexes, in this order; an index may occur twice. */
    public static Table pick(Table table, List<Integer> indexes) {
        int[] from = new int[indexes.size()];
        List<Heading> headings = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            from[i] = indexes.get(i);
            headings.add(table.headings().get(from[i]));
        }
        Rows rows = sink -> {
            @Nullable Object[] picked = new @Nullable Object[from.length];
            table.rows().each(cells -> {
                for (int i = 0; i < from.length; i++) {
                    picked[i] = cells[from[i]];
                }
                return sink.row(picked);
            });
        };
        return new Table(table.schema(), List.copyOf(headings), rows, table.extras(), table.zone(), table.single());
    }

    /** The first rows only. */
    public static Table limit(Table table, long limit) {
        Rows rows = sink -> {
            if (limit <= 0) {
                return;
            }
            long[] seen = {0};
            table.rows().each(cells -> sink.row(cells) && ++seen[0] < limit);
        };
        return new Table(table.schema(), table.headings(), rows, table.extras(), table.zone(), table.single());
    }

    /**
     * The same table, whose rows end early, and properly, when the output fails; {@code failure} then holds why. Otherwise an
     * exception would cross the code that hands the rows over.
     */
    public static Table guarded(Table table, List<WriteException> failure) {
        Rows rows = sink -> table.rows().each(cells -> {
            try {
                return failure.isEmpty() && sink.row(cells);
            } catch (WriteException closed) {
                failure.add(closed);
                return false;
            }
        });
        return new Table(table.schema(), table.headings(), rows, table.extras(), table.zone(), table.single());
    }
}
