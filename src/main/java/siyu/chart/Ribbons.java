package siyu.chart;

import java.util.Arrays;
import java.util.List;

/** How many went from where to where: a ribbon each, as thick as they are many. */
public final class Ribbons {
    private static final double HEIGHT = 300;
    private static final double GAP = 26;
    private static final double LEFT = 190;
    private static final double NODE = 12;

    private Ribbons() {}

    /** @param counts by place in {@code from} and in {@code to}; not negative */
    public static Chart of(String title, List<String> from, List<String> to, long[][] counts) {
        Canvas canvas = new Canvas(title);
        long total = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
        double unit = total == 0 ? 0 : HEIGHT / total;
        double right = Canvas.WIDTH - LEFT;
        double top = Canvas.TOP + 4;
        double[] leave = new double[from.size()];
        double[] reach = new double[to.size()];
        double end = top;
        for (int i = 0; i < from.size(); i++) {
            leave[i] = node(
                    canvas,
                    end,
                    LEFT - NODE,
                    i,
                    from.get(i),
                    Arrays.stream(counts[i]).sum(),
                    unit);
            end = leave[i] + Arrays.stream(counts[i]).sum() * unit + GAP;
        }
        double other = top;
        for (int i = 0; i < to.size(); i++) {
            int column = i;
            long sum = Arrays.stream(counts).mapToLong(row -> row[column]).sum();
            reach[i] = node(canvas, other, right, place(to.get(i), from, i), to.get(i), sum, unit);
            other = reach[i] + sum * unit + GAP;
        }
        for (int i = 0; i < from.size(); i++) {
            for (int j = 0; j < to.size(); j++) {
                if (counts[i][j] > 0) {
                    double size = counts[i][j] * unit;
                    String tip = from.get(i) + " → " + to.get(j) + ": " + Measure.NUMBER.text((double) counts[i][j]);
                    canvas.path(ribbon(leave[i], reach[j], size, right), "class=\"w f" + i % 6 + "\"", tip);
                    leave[i] += size;
                    reach[j] += size;
                }
            }
        }
        return canvas.chart(Math.max(end, other) - GAP + 14);
    }

    /** The colour of a place on the right is that of the place of the same name on the left. */
    private static int place(String name, List<String> from, int otherwise) {
        int place = from.indexOf(name);
        return place < 0 ? otherwise : place;
    }

    private static double node(Canvas canvas, double y, double x, int colour, String name, long sum, double unit) {
        boolean left = x < Canvas.WIDTH / 2.0;
        String text = Measure.NUMBER.text((double) sum);
        canvas.rect(x, y, NODE, Math.max(1, sum * unit), Canvas.style("f", colour), name + ": " + text);
        double at = left ? x - 6 : x + NODE + 6;
        double middle = y + sum * unit / 2;
        String anchor = left ? "end" : "start";
        canvas.text(at, middle + 1, "v", anchor, Canvas.cut(name, LEFT - NODE - 10));
        canvas.text(at, middle + 14, "", anchor, text);
        return y;
    }

    private static String ribbon(double from, double to, double size, double right) {
        double middle = (LEFT + right) / 2;
        return "M" + point(LEFT, from) + "C" + point(middle, from) + " " + point(middle, to) + " " + point(right, to)
                + "L"
                + point(right, to + size) + "C" + point(middle, to + size) + " " + point(middle, from + size) + " "
                + point(LEFT, from + size) + "Z";
    }

    private static String point(double x, double y) {
        return Canvas.number(x) + " " + Canvas.number(y);
    }
}
