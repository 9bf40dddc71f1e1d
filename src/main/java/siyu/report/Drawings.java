package siyu.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.chart.Bars;
import siyu.chart.Blocks;
import siyu.chart.Chart;
import siyu.chart.Heat;
import siyu.chart.Lines;
import siyu.chart.Measure;
import siyu.chart.Ribbons;
import siyu.chart.Series;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Scrub;
import siyu.out.Table;

/** Pictures of figures, as a report says how it is drawn. Figures that were left out because of few customers are not drawn. */
public final class Drawings {
    /** Groups drawn at most; the title tells how many there are. */
    private static final int MOST_GROUPS = 6;

    /** Columns of the longest bar on a terminal. */
    private static final int BAR = 24;

    /** Periods a sparkline shows at most: the last ones. */
    private static final int SPARK = 60;

    private static final String ALL = "";

    private Drawings() {}

    /** The pictures of a report's figures, in the report's order; empty for a report without any that can be drawn. */
    public static List<Chart> charts(Report report, Figures figures) {
        List<Chart> charts = new ArrayList<>();
        for (Drawing drawing : report.drawings()) {
            Drawn drawn = Drawn.of(drawing, figures);
            if (drawn != null) {
                charts.addAll(drawn.charts(report.name()));
            }
        }
        return charts;
    }

    /** The table with what shows its first picture on a terminal: a bar a row, or a line a group below the rows. */
    public static Table onTerminal(Report report, Figures figures, Table table) {
        Drawn drawn = null;
        for (Drawing drawing : report.drawings()) {
            drawn = drawn == null ? Drawn.of(drawing, figures) : drawn;
        }
        if (drawn == null || drawn.drawing.shape() == Drawing.Shape.HEAT) {
            return table;
        }
        return drawn.drawing.shape() == Drawing.Shape.LINES ? drawn.sparks(table) : drawn.bars(table);
    }

    /**
     * A drawing with the columns it found.
     *
     * @param keys the indexes of its keys
     * @param columns the indexes of its figures, each followed by its figure of other dates if there is one
     * @param rows those that are drawn
     */
    private record Drawn(
            Drawing drawing,
            Figures figures,
            List<Integer> keys,
            List<Integer> columns,
            List<@Nullable Object[]> rows) {
        static @Nullable Drawn of(Drawing drawing, Figures figures) {
            List<String> names = figures.headings.stream().map(Heading::name).toList();
            List<Integer> keys = new ArrayList<>();
            List<Integer> columns = new ArrayList<>();
            drawing.keys().forEach(key -> keys.add(names.indexOf(key)));
            for (String figure : drawing.figures()) {
                columns.add(names.indexOf(figure));
                if (names.contains(figure + "_before")) {
                    columns.add(names.indexOf(figure + "_before"));
                }
            }
            if (keys.contains(-1) || columns.contains(-1)) {
                return null;
            }
            List<@Nullable Object[]> rows = new ArrayList<>(figures.rows);
            rows.removeIf(row -> !draws(drawing, keys, row));
            return rows.stream().allMatch(row -> columns.stream().allMatch(column -> row[column] == null))
                    ? null
                    : new Drawn(drawing, figures, keys, columns, rows);
        }

        private static boolean draws(Drawing drawing, List<Integer> keys, @Nullable Object[] row) {
            return !drawing.named() || row[keys.get(0)] != null;
        }

        /** The rows of each group; of all under one name when there are none. */
        private Map<String, List<@Nullable Object[]>> groups() {
            Map<String, List<@Nullable Object[]>> groups = new LinkedHashMap<>();
            for (@Nullable Object[] row : rows) {
                groups.computeIfAbsent(figures.grouped() ? text(row[0]) : ALL, none -> new ArrayList<>())
                        .add(row);
            }
            return groups;
        }

        private static String text(@Nullable Object cell) {
            return cell == null ? "-" : cell.toString();
        }

        private static double number(@Nullable Object cell) {
            return cell instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        private String name(int column) {
            return figures.headings.get(column).name().replace('_', ' ');
        }

        private Measure measure(int column) {
            return figures.headings.get(column).kind() == Heading.Kind.SHARE ? Measure.SHARE : Measure.NUMBER;
        }

        /** The values of a key column, in order of appearance. */
        private static List<String> names(List<@Nullable Object[]> rows, int key) {
            Set<String> names = new LinkedHashSet<>();
            rows.forEach(row -> names.add(text(row[key])));
            return List.copyOf(names);
        }

        private static Series series(String name, List<String> at, List<@Nullable Object[]> rows, int key, int column) {
            double[] values = new double[at.size()];
            Arrays.fill(values, Double.NaN);
            rows.forEach(row -> values[at.indexOf(text(row[key]))] = number(row[column]));
            return new Series(name, values);
        }

        List<Chart> charts(String report) {
            Map<String, List<@Nullable Object[]>> groups = groups();
            List<String> shown = groups.keySet().stream().limit(MOST_GROUPS).toList();
            String left = rows.size() < figures.rows.size() ? ", without -" : "";
            String some = left
                    + (shown.size() < groups.size() ? ", " + shown.size() + " of " + groups.size() + " groups" : "");
            boolean field = drawing.shape() == Drawing.Shape.HEAT || drawing.shape() == Drawing.Shape.FLOW;
            List<Chart> charts = new ArrayList<>();
            if (field) {
                shown.forEach(group -> charts.add(field(
                        report + ": " + name(columns.get(0)) + (group.equals(ALL) ? "" : ", " + group) + some,
                        groups.getOrDefault(group, List.of()))));
                return charts;
            }
            List<String> at = names(rows, keys.get(0));
            if (!figures.grouped()) {
                List<Series> series = new ArrayList<>();
                columns.forEach(column -> series.add(series(name(column), at, rows, keys.get(0), column)));
                charts.add(row(report + ": " + together() + some, at, series));
                return charts;
            }
            for (int column : columns) {
                List<Series> series = new ArrayList<>();
                shown.forEach(group ->
                        series.add(series(group, at, groups.getOrDefault(group, List.of()), keys.get(0), column)));
                charts.add(row(report + ": " + name(column) + some, at, series));
            }
            return charts;
        }

        private String together() {
            return String.join(", ", drawing.figures()).replace('_', ' ');
        }

        private Chart row(String title, List<String> at, List<Series> series) {
            Measure measure = measure(columns.get(0));
            return drawing.shape() == Drawing.Shape.LINES
                    ? Lines.of(title, at, series, measure)
                    : Bars.of(title, at, series, measure);
        }

        private Chart field(String title, List<@Nullable Object[]> rows) {
            int column = columns.get(0);
            List<String> down = names(rows, keys.get(0));
            List<String> across = names(rows, keys.get(1));
            double[][] values = new double[down.size()][across.size()];
            for (double[] line : values) {
                Arrays.fill(line, Double.NaN);
            }
            for (@Nullable Object[] row : rows) {
                values[down.indexOf(text(row[keys.get(0)]))][across.indexOf(text(row[keys.get(1)]))] =
                        number(row[column]);
            }
            if (drawing.shape() == Drawing.Shape.HEAT) {
                return Heat.of(title, name(keys.get(0)), down, name(keys.get(1)), across, values, measure(column));
            }
            long[][] counts = new long[down.size()][across.size()];
            for (int i = 0; i < counts.length; i++) {
                for (int j = 0; j < counts[i].length; j++) {
                    counts[i][j] = Double.isFinite(values[i][j]) ? Math.round(values[i][j]) : 0;
                }
            }
            return Ribbons.of(title, down, across, counts);
        }

        /** One more column, of bars. */
        Table bars(Table table) {
            int column = columns.get(0);
            double most = rows.stream()
                    .mapToDouble(row -> number(row[column]))
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
            List<Heading> headings = new ArrayList<>(table.headings());
            headings.add(Heading.text("bar"));
            List<@Nullable Object[]> longer = new ArrayList<>();
            for (@Nullable Object[] row : figures.rows) {
                @Nullable Object[] more = Arrays.copyOf(row, row.length + 1);
                more[row.length] = draws(drawing, keys, row) ? Blocks.bar(number(row[column]), most, BAR) : null;
                longer.add(more);
            }
            return new Table(table.schema(), headings, Rows.of(longer), table.extras(), table.zone(), table.single());
        }

        /** One more line below the rows for each group. */
        Table sparks(Table table) {
            int column = columns.get(0);
            Table more = table;
            List<Map.Entry<String, List<@Nullable Object[]>>> groups =
                    groups().entrySet().stream().limit(MOST_GROUPS).toList();
            for (Map.Entry<String, List<@Nullable Object[]>> group : groups) {
                double[] values = group.getValue().stream()
                        .mapToDouble(row -> number(row[column]))
                        .toArray();
                String name = name(column) + (group.getKey().equals(ALL) ? "" : " of " + Scrub.text(group.getKey()));
                more = more.with(
                        name,
                        Blocks.spark(Arrays.copyOfRange(values, Math.max(0, values.length - SPARK), values.length)));
            }
            return more;
        }
    }
}
