package siyu.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What moves a result most: for each cause the result at its low and at its high end, the widest first. */
public final class Tornado {
    private static final double MOST_LABEL = 230;
    private static final double THICK = 20;
    private static final double VALUE = 70;

    private Tornado() {}

    /**
     * One cause.
     *
     * @param low the result when the cause is at its low end
     * @param high the result when it is at its high end
     */
    public record Cause(String name, double low, double high) {
        double reach(double base) {
            return Math.max(Math.max(low, high), base) - Math.min(Math.min(low, high), base);
        }
    }

    /** @param base the result when all causes are as stated */
    public static Chart of(String title, double base, List<Cause> causes, Measure measure) {
        Canvas canvas = new Canvas(title);
        List<Cause> sorted = new ArrayList<>(causes);
        sorted.sort(Comparator.comparingDouble((Cause cause) -> -cause.reach(base)));
        double y = canvas.legend(List.of("at its low end", "at its high end"), Canvas.TOP + 4);
        double left = Canvas.margin(causes.stream().map(Cause::name), MOST_LABEL);
        double least = causes.stream()
                .mapToDouble(cause -> Math.min(cause.low(), cause.high()))
                .min()
                .orElse(base);
        double most = causes.stream()
                .mapToDouble(cause -> Math.max(cause.low(), cause.high()))
                .max()
                .orElse(base);
        double low = Math.min(base, least);
        double high = Math.max(base, most);
        double from = left + VALUE;
        double unit = high > low ? (Canvas.WIDTH - VALUE - from) / (high - low) : 0;
        double middle = from + (base - low) * unit;
        canvas.text(middle, y, "v", "middle", measure.text(base));
        y += 8;
        double top = y;
        for (Cause cause : sorted) {
            canvas.text(left, y + THICK / 2 + 4, "v", "end", Canvas.cut(cause.name(), MOST_LABEL));
            boolean same = (cause.low() - base) * (cause.high() - base) > 0;
            bar(canvas, cause.name() + ", low: ", cause.low(), base, middle, unit, y, 0, measure);
            bar(
                    canvas,
                    cause.name() + ", high: ",
                    cause.high(),
                    base,
                    middle,
                    unit,
                    same ? y + THICK / 2 : y,
                    1,
                    measure);
            y += THICK + 6;
        }
        canvas.line(middle, top - 2, middle, y - 4, "z");
        return canvas.chart(y + 4);
    }

    private static void bar(
            Canvas canvas,
            String about,
            double value,
            double base,
            double middle,
            double unit,
            double y,
            int colour,
            Measure measure) {
        double size = Math.abs(value - base) * unit;
        boolean below = value < base;
        canvas.rect(
                below ? middle - size : middle,
                y + 1,
                size,
                THICK - 2,
                Canvas.style("f", colour),
                about + measure.text(value));
        if (size > 0) {
            double at = below ? middle - size - 5 : middle + size + 5;
            canvas.text(at, y + THICK / 2 + 4, "", below ? "end" : "start", measure.text(value));
        }
    }
}
