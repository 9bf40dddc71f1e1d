package siyu.chart;

import java.util.List;

/** Figures of named things beside each other: a bar each, a colour for each series. */
public final class Bars {
    private static final int MOST = 60;
    private static final double MOST_LABEL = 220;
    private static final double VALUE = 82;

    private Bars() {}

    /**
     * @param names of what the bars are about, as many as each series has values; of more than sixty the first are drawn and the
     *     title tells
     */
    public static Chart of(String title, List<String> names, List<Series> series, Measure measure) {
        int rows = Math.min(MOST, names.size());
        Canvas canvas =
                new Canvas(rows < names.size() ? title + " (the first " + rows + " of " + names.size() + ")" : title);
        double y = series.size() > 1
                ? canvas.legend(series.stream().map(Series::name).toList(), Canvas.TOP + 4)
                : Canvas.TOP - 4;
        double left = Canvas.margin(names.stream(), MOST_LABEL);
        double least = series.stream().mapToDouble(Series::least).min().orElse(0);
        double most = series.stream().mapToDouble(Series::most).max().orElse(0);
        double under = least < 0 ? VALUE : 0;
        double thick = series.size() == 1 ? 16 : 12;
        double high = Math.max(0, most);
        double low = Math.min(0, least);
        double unit = high > low ? (Canvas.WIDTH - VALUE - left - under) / (high - low) : 0;
        double zero = left + under - low * unit;
        double top = y;
        for (int row = 0; row < rows; row++) {
            double middle = y + series.size() * thick / 2;
            canvas.text(left - 8, middle + 4, "v", "end", Canvas.cut(names.get(row), MOST_LABEL));
            for (int i = 0; i < series.size(); i++) {
                double value = series.get(i).values()[row];
                if (Double.isFinite(value)) {
                    String text = measure.text(value);
                    double size = Math.abs(value) * unit;
                    String tip = names.get(row)
                            + (series.size() > 1 ? ", " + series.get(i).name() : "") + ": " + text;
                    canvas.rect(value < 0 ? zero - size : zero, y + 1, size, thick - 2, Canvas.style("f", i), tip);
                    canvas.text(
                            value < 0 ? zero - size - 5 : zero + size + 5,
                            y + thick / 2 + 4,
                            "",
                            value < 0 ? "end" : "start",
                            text);
                } else {
                    // Not known, as the table says too: not nothing.
                    canvas.text(zero + 5, y + thick / 2 + 4, "", "start", measure.text(Double.NaN));
                }
                y += thick;
            }
            y += 7;
        }
        canvas.line(zero, top - 2, zero, y - 5, "z");
        return canvas.chart(y + 4);
    }
}
