package siyu.chart;

import java.util.Arrays;

/** Bars and sparklines of block characters, for a terminal. */
public final class Blocks {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

    private Blocks() {}

    /**
     * A bar as long as the figure's part of the largest one, in eighths of a column; empty for none, for a negative one and for one
     * that is not known.
     *
     * @param columns of the largest one's bar
     */
    public static String bar(double value, double most, int columns) {
        if (!(value > 0) || !(most > 0)) {
            return "";
        }
        // What is not nothing is seen.
        long eighths = Math.max(1, Math.round(8.0 * columns * Math.min(1, value / most)));
        String whole = "█".repeat((int) (eighths / 8));
        return eighths % 8 == 0 ? whole : whole + EIGHTHS.charAt((int) (eighths % 8));
    }

    /** One character a figure, from the lowest to the highest of them; a blank where it is not known. */
    public static String spark(double[] values) {
        double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (double value : values) {
            int height = most > least ? (int) Math.min(7, Math.floor(8 * (value - least) / (most - least))) : 3;
            line.append(Double.isFinite(value) ? HEIGHTS.charAt(height) : ' ');
        }
        return line.toString();
    }
}
