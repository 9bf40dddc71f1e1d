package siyu.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A field of figures, the darker the more; each is written in its cell too. */
public final class Heat {
    private static final double MOST_LABEL = 150;
    private static final double HEIGHT = 22;
    private static final double CELL = 74;
    private static final int MOST_ROWS = 80;
    private static final double DEEP = 0.55;

    private Heat() {}

    /**
     * @param values by row and column, not negative; NaN for what is not known
     * @param down what the rows are, across what the columns are
     */
    public static Chart of(
            String title,
            String down,
            List<String> rows,
            String across,
            List<String> columns,
            double[][] values,
            Measure measure) {
        int shown = Math.min(MOST_ROWS, rows.size());
        Canvas canvas =
                new Canvas(shown < rows.size() ? title + " (the last " + shown + " of " + rows.size() + ")" : title);
        double left = Canvas.margin(Stream.concat(Stream.of(down), rows.stream()), MOST_LABEL);
        double widest = columns.stream().mapToDouble(Canvas::width).max().orElse(0) + 4;
        double wanted = Math.max(CELL, Math.min(MOST_LABEL, widest));
        double width = Math.min(wanted, (Canvas.WIDTH - left) / Math.max(1, columns.size()));
        double most = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double y = Canvas.TOP + 18;
        canvas.text(left, Canvas.TOP, "", "start", across);
        canvas.text(left - 8, y - 2, "", "end", down);
        int every = (int) Math.max(1, Math.ceil(widest / width));
        for (int column = 0; column < columns.size(); column += every) {
            canvas.text(left + (column + 0.5) * width, y - 2, "", "middle", columns.get(column));
        }
        y += 4;
        for (int row = rows.size() - shown; row < rows.size(); row++) {
            canvas.text(left - 8, y + HEIGHT / 2 + 4, "v", "end", Canvas.cut(rows.get(row), MOST_LABEL));
            for (int column = 0; column < columns.size(); column++) {
                double value = values[row][column];
                if (Double.isFinite(value)) {
                    double depth = most > 0 ? value / most : 0;
                    String text = measure.text(value);
                    String tip = rows.get(row) + ", " + columns.get(column) + ": " + text;
                    String depthText = Canvas.number(Math.round(depth * 1000) / 10.0) + "%";
                    double x = left + column * width;
                    canvas.rect(x, y, width - 1, HEIGHT - 1, "class=\"f0\" fill-opacity=\"" + depthText + "\"", tip);
                    if (Canvas.width(text) <= width - 2) {
                        canvas.text(x + width / 2, y + HEIGHT / 2 + 4, depth > DEEP ? "i" : "v", "middle", text);
                    }
                }
            }
            y += HEIGHT;
        }
        return canvas.chart(y + 6);
    }
}
