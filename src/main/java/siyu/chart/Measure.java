package siyu.chart;

import java.util.Locale;

/** How figures are written beside a picture. */
public enum Measure {
    /** Counts and sums. */
    NUMBER,
    /** Parts of a whole, in percent. */
    SHARE;

    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e4;

    /** A figure as it is told of one mark; "-" for one that is not known. */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (this == SHARE) {
            return trim(String.format(Locale.ROOT, "%.1f", 100 * value)) + "%";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }

    /** A figure as it is told of an axis, short. */
    String tick(double value) {
        if (this == SHARE) {
            return trim(String.format(Locale.ROOT, "%.2f", 100 * value)) + "%";
        }
        double size = Math.abs(value);
        if (size >= 1e9) {
            return trim(String.format(Locale.ROOT, "%.2f", value / 1e9)) + "G";
        }
        if (size >= MILLION) {
            return trim(String.format(Locale.ROOT, "%.2f", value / MILLION)) + "M";
        }
        return size >= THOUSAND
                ? trim(String.format(Locale.ROOT, "%.2f", value / 1e3)) + "k"
                : trim(String.format(Locale.ROOT, "%.4f", value));
    }

    private static String trim(String decimal) {
        String text = decimal.contains(".") ? decimal.replaceFirst("\\.?0+$", "") : decimal;
        return text.equals("-0") ? "0" : text;
    }
}
