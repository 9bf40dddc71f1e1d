package siyu.chart;

import java.util.List;

/** Figures along a time: a line each. */
public final class Lines {
    private static final double PLOT = 210;
    private static final double LEFT = 58;
    private static final int DOTS = 62;

    /** The first line's dots are the largest, so that they are seen behind those of another line that lies on it. */
    private static final double DOT = 4;

    private static final double LEAST_DOT = 2.5;

    private Lines() {}

    /**
     * @param at the names along the bottom, as many as each series has values
     * @param series the lines; a line has a gap where its figure is not known
     */
    public static Chart of(String title, List<String> at, List<Series> series, Measure measure) {
        Canvas canvas = new Canvas(title);
        double top = series.size() > 1
                ? canvas.legend(series.stream().map(Series::name).toList(), Canvas.TOP + 4, true)
                : Canvas.TOP;
        double bottom = top + PLOT;
        double right = Canvas.WIDTH - 12.0;
        double least = series.stream().mapToDouble(Series::least).min().orElse(0);
        double most = series.stream().mapToDouble(Series::most).max().orElse(1);
        Scale scale = Scale.of(least, most, true, bottom, top);
        for (int i = 0; i <= scale.marks(); i++) {
            double y = scale.at(scale.mark(i));
            canvas.line(LEFT, y, right, y, Math.abs(scale.mark(i)) < scale.step() / 2 ? "z" : "g");
            canvas.text(LEFT - 6, y + 4, "", "end", measure.tick(scale.mark(i)));
        }
        double widest = at.stream().mapToDouble(Canvas::width).max().orElse(0) + 12;
        double gap = at.size() < 2 ? 0 : (right - LEFT - 10 - widest / 2) / (at.size() - 1);
        int every = gap == 0 ? 1 : (int) Math.max(1, Math.ceil(widest / gap));
        for (int i = 0; i < at.size(); i += every) {
            double x = LEFT + 10 + i * gap;
            canvas.text(x, bottom + 18, "", "middle", at.get(i));
        }
        for (int i = 0; i < series.size(); i++) {
            line(canvas, at, series.get(i), i, gap, scale, measure);
        }
        return canvas.chart(bottom + 28);
    }

    private static void line(
            Canvas canvas, List<String> at, Series series, int number, double gap, Scale scale, Measure measure) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < at.size(); i++) {
            double value = series.values()[i];
            if (Double.isFinite(value)) {
                path.append(drawing ? 'L' : 'M')
                        .append(Canvas.number(LEFT + 10 + i * gap))
                        .append(' ');
                path.append(Canvas.number(scale.at(value)));
            }
            drawing = Double.isFinite(value);
        }
        if (path.length() > 0) {
            canvas.path(path.toString(), "class=\"k s" + number % 6 + "\"", series.name());
        }
        for (int i = 0; i < at.size() && at.size() <= DOTS; i++) {
            double value = series.values()[i];
            if (Double.isFinite(value)) {
                String tip = series.name() + ", " + at.get(i) + ": " + measure.text(value);
                canvas.circle(
                        LEFT + 10 + i * gap,
                        scale.at(value),
                        Math.max(LEAST_DOT, DOT - number),
                        Canvas.style("f", number),
                        tip);
            }
        }
    }
}
