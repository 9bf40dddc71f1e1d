package siyu.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.out.Heading;

/** Figures beside those of other dates: each as it is, as it was, and the difference. */
final class Compared {
    /** Keys that are names of dates, which differ when dates do. */
    private static final List<String> PERIODS = List.of("period", "cohort");

    private Compared() {}

    /**
     * Rows of the same keys stand together; of rows by period the first with the first, the second with the second, and so on,
     * within their group.
     */
    static Figures of(Figures now, Figures before) {
        List<Heading> headings = new ArrayList<>(now.headings.subList(0, now.keys));
        List<Integer> figures = new ArrayList<>();
        for (int i = now.keys; i < now.headings.size(); i++) {
            Heading heading = now.headings.get(i);
            if (numeric(heading)) {
                figures.add(i);
                headings.add(heading);
                headings.add(Heading.of(heading.name() + "_before", heading.kind()));
                headings.add(Heading.of(heading.name() + "_change", heading.kind()));
            }
        }
        int counted = headings.stream()
                .map(Heading::name)
                .toList()
                .indexOf(now.headings.get(now.counted).name());
        Figures all = now.shaped(headings, now.keys, counted);
        Map<List<@Nullable Object>, @Nullable Object[]> earlier = keyed(before);
        Map<List<@Nullable Object>, @Nullable Object[]> later = keyed(now);
        later.forEach((key, row) -> {
            @Nullable Object[] was = earlier.remove(key);
            all.whole(row(now.keys, figures, row, was));
            all.behind(now.customers(row), was == null ? 0 : before.customers(was));
        });
        earlier.values().forEach(row -> {
            all.whole(row(now.keys, figures, null, row));
            all.behind(before.customers(row));
        });
        return all;
    }

    private static boolean numeric(Heading heading) {
        return switch (heading.kind()) {
            case INTEGER, DECIMAL, MONEY, SHARE -> true;
            case TEXT, PERSONAL, BOOLEAN, DATE, TIME, NESTED -> false;
        };
    }

    /** Rows by their keys; of a period its place among those of its group stands for its name. */
    private static Map<List<@Nullable Object>, @Nullable Object[]> keyed(Figures figures) {
        Map<List<@Nullable Object>, @Nullable Object[]> keyed = new LinkedHashMap<>();
        Map<@Nullable Object, List<@Nullable Object>> periods = new HashMap<>();
        for (@Nullable Object[] row : figures.rows) {
            List<@Nullable Object> key = new ArrayList<>(Arrays.asList(row).subList(0, figures.keys));
            for (int i = 0; i < figures.keys; i++) {
                if (PERIODS.contains(figures.headings.get(i).name())) {
                    List<@Nullable Object> met =
                            periods.computeIfAbsent(figures.grouped() ? row[0] : "", none -> new ArrayList<>());
                    if (!met.contains(row[i])) {
                        met.add(row[i]);
                    }
                    key.set(i, met.indexOf(row[i]));
                }
            }
            keyed.put(key, row);
        }
        return keyed;
    }

    private static @Nullable Object[] row(
            int keys, List<Integer> figures, @Nullable Object @Nullable [] now, @Nullable Object @Nullable [] before) {
        @Nullable Object[] about = now == null ? before : now;
        List<@Nullable Object> cells = new ArrayList<>(
                Arrays.asList(about == null ? new Object[0] : about).subList(0, keys));
        for (int figure : figures) {
            Object is = now == null ? null : now[figure];
            Object was = before == null ? null : before[figure];
            cells.add(is);
            cells.add(was);
            cells.add(is == null || was == null ? null : difference(is, was));
        }
        return cells.toArray();
    }

    private static Object difference(Object is, Object was) {
        if (is instanceof BigDecimal money && was instanceof BigDecimal other) {
            return money.subtract(other);
        }
        if (is instanceof Long whole && was instanceof Long other) {
            return Math.subtractExact(whole, other);
        }
        return ((Number) is).doubleValue() - ((Number) was).doubleValue();
    }
}
