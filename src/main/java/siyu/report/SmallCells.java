package siyu.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out figures behind which are so few customers that they would tell about single ones. */
final class SmallCells {
    private SmallCells() {}

    /**
     * Empties the figures of rows with fewer customers than asked for (of none at all nothing is told). When that is one row alone
     * in its group, the next small one goes too: otherwise it could be worked out from the total.
     *
     * @return how many rows were emptied
     */
    static long suppress(Figures figures, long least) {
        Map<@Nullable Object, List<@Nullable Object[]>> groups = new LinkedHashMap<>();
        for (@Nullable Object[] row : figures.rows) {
            if (figures.customers(row) > 0) {
                groups.computeIfAbsent(figures.grouped() ? row[0] : "", none -> new ArrayList<>())
                        .add(row);
            }
        }
        long emptied = 0;
        for (List<@Nullable Object[]> rows : groups.values()) {
            rows.sort(Comparator.comparingLong(figures::customers));
            int small = 0;
            while (small < rows.size() && figures.customers(rows.get(small)) < least) {
                small++;
            }
            small = small == 1 ? Math.min(2, rows.size()) : small;
            rows.subList(0, small).forEach(row -> Arrays.fill(row, figures.keys, row.length, null));
            emptied += small;
        }
        return emptied;
    }
}
