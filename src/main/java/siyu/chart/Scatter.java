package siyu.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Things with two figures each, and which of them nothing beats: the frontier, joined by a line. */
public final class Scatter {
    private static final double PLOT = 300;
    private static final double LEFT = 64;
    private static final int LABELS = 12;

    private Scatter() {}

    /**
     * One thing.
     *
     * @param marked whether it lies on the frontier
     */
    public record Point(String name, double x, double y, boolean marked) {}

    /** @param x what goes to the right, {@code y} what goes up; points whose figures are not finite are left out */
    public static Chart of(String title, String x, String y, List<Point> points) {
        Canvas canvas = new Canvas(title);
        List<Point> drawn = points.stream()
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .toList();
        double top = canvas.legend(List.of("on the frontier", "beaten by another"), Canvas.TOP + 4) + 14;
        double bottom = top + PLOT;
        double right = Canvas.WIDTH - 20.0;
        Scale across = Scale.of(
                drawn.stream().mapToDouble(Point::x).min().orElse(0),
                drawn.stream().mapToDouble(Point::x).max().orElse(1),
                false,
                LEFT,
                right);
        Scale up = Scale.of(
                drawn.stream().mapToDouble(Point::y).min().orElse(0),
                drawn.stream().mapToDouble(Point::y).max().orElse(1),
                false,
                bottom,
                top);
        for (int i = 0; i <= up.marks(); i++) {
            double at = up.at(up.mark(i));
            canvas.line(LEFT, at, right, at, "g");
            canvas.text(LEFT - 6, at + 4, "", "end", Measure.NUMBER.tick(up.mark(i)));
        }
        for (int i = 0; i <= across.marks(); i++) {
            double at = across.at(across.mark(i));
            canvas.line(at, top, at, bottom, "g");
            canvas.text(at, bottom + 16, "", "middle", Measure.NUMBER.tick(across.mark(i)));
        }
        canvas.text(LEFT, top - 8, "v", "start", "↑ " + y);
        canvas.text(right, bottom + 34, "v", "end", x + " →");
        List<Point> frontier =
                new ArrayList<>(drawn.stream().filter(Point::marked).toList());
        frontier.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        StringBuilder path = new StringBuilder();
        for (Point point : frontier) {
            path.append(path.length() == 0 ? 'M' : 'L')
                    .append(Canvas.number(across.at(point.x())))
                    .append(' ');
            path.append(Canvas.number(up.at(point.y())));
        }
        if (frontier.size() > 1) {
            canvas.path(path.toString(), "class=\"k s0\"", "the frontier");
        }
        for (Point point : drawn) {
            String tip = point.name() + ": " + x + " " + Measure.NUMBER.text(point.x()) + ", " + y + " "
                    + Measure.NUMBER.text(point.y());
            String style = point.marked() ? "class=\"f0\"" : "class=\"w f1\"";
            canvas.circle(across.at(point.x()), up.at(point.y()), point.marked() ? 5 : 4, style, tip);
        }
        for (int i = 0; i < frontier.size() && frontier.size() <= LABELS; ) {
            Point point = frontier.get(i);
            double at = across.at(point.x());
            double level = up.at(point.y());
            int same = 1;
            while (i + same < frontier.size() && near(frontier.get(i + same), at, level, across, up)) {
                same++;
            }
            boolean before = at > Canvas.WIDTH * 0.6;
            String name =
                    Canvas.cut(point.name(), Canvas.WIDTH * 0.4) + (same == 1 ? "" : " and " + (same - 1) + " more");
            canvas.text(before ? at - 9 : at + 9, level + 4, "v", before ? "end" : "start", name);
            i += same;
        }
        return canvas.chart(bottom + 42);
    }

    /** Whether the name of a point would stand upon another's. */
    private static boolean near(Point point, double x, double y, Scale across, Scale up) {
        return Math.abs(across.at(point.x()) - x) < 12 && Math.abs(up.at(point.y()) - y) < 12;
    }
}
