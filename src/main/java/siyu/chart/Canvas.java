package siyu.chart;

import java.util.List;
import java.util.stream.Stream;
import siyu.out.Scrub;
import siyu.out.Width;

/** Puts a picture's elements together. Belongs to one thread. */
final class Canvas {
    static final int WIDTH = 760;
    static final int TOP = 34;
    private static final double CHARACTER = 6.8;
    private static final double LEGEND = 18;
    private static final double BLOCK = 10;
    private static final double LINE = 26;

    private final String title;
    private final StringBuilder body = new StringBuilder();

    Canvas(String title) {
        this.title = title;
        text(0, 16, "t", "start", title);
    }

    /** Text that nothing of it can become markup, control characters told by their pictures. */
    static String escape(String text) {
        String clean = Scrub.text(text);
        StringBuilder escaped = new StringBuilder(clean.length() + 8);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\uFFFE', '\uFFFF' -> escaped.append('\uFFFD');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** A coordinate: tenths of a pixel are enough. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }

    /** About how many pixels a label takes. */
    static double width(String text) {
        return Width.of(text) * CHARACTER;
    }

    /**
     * The margin for labels that end 8 pixels before what they name. An eighth more than they take about, as some letters are wide:
     * a label that begins outside the picture would be read as another.
     *
     * @param most pixels of a label that is cut
     */
    static double margin(Stream<String> labels, double most) {
        return Math.min(most, labels.mapToDouble(Canvas::width).max().orElse(0)) * 1.125 + 8;
    }

    /** The beginning of a label that fits. */
    static String cut(String text, double pixels) {
        if (width(text) <= pixels) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end)) + CHARACTER > pixels) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    Canvas text(double x, double y, String style, String anchor, String text) {
        body.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" class=\"");
        body.append(style).append("\" text-anchor=\"").append(anchor).append("\">");
        body.append(escape(text)).append("</text>\n");
        return this;
    }

    Canvas line(double x, double y, double toX, double toY, String style) {
        body.append("<line x1=\"")
                .append(number(x))
                .append("\" y1=\"")
                .append(number(y))
                .append("\" x2=\"");
        body.append(number(toX)).append("\" y2=\"").append(number(toY));
        body.append("\" class=\"").append(style).append("\"/>\n");
        return this;
    }

    /** @param tip what a pointer over it shows */
    Canvas rect(double x, double y, double width, double height, String attributes, String tip) {
        body.append("<rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"");
        body.append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" ")
                .append(attributes);
        return tip("rect", tip);
    }

    Canvas path(String commands, String attributes, String tip) {
        body.append("<path d=\"").append(commands).append("\" ").append(attributes);
        return tip("path", tip);
    }

    Canvas circle(double x, double y, double radius, String attributes, String tip) {
        body.append("<circle cx=\"")
                .append(number(x))
                .append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"");
        body.append(number(radius)).append("\" ").append(attributes);
        return tip("circle", tip);
    }

    private Canvas tip(String element, String tip) {
        if (tip.isEmpty()) {
            body.append("/>\n");
        } else {
            body.append("><title>")
                    .append(escape(tip))
                    .append("</title></")
                    .append(element)
                    .append(">\n");
        }
        return this;
    }

    /** Names beside their colours; returns where what follows may begin. */
    double legend(List<String> names, double top) {
        return legend(names, top, false);
    }

    /**
     * The same.
     *
     * @param lines whether each stands beside a piece of its line, so that one is known by its dashes too where it lies on another
     */
    double legend(List<String> names, double top, boolean lines) {
        double sample = lines ? LINE : BLOCK;
        double x = 0;
        double y = top;
        for (int i = 0; i < names.size(); i++) {
            String name = cut(names.get(i), WIDTH / 2.0);
            double needed = width(name) + sample + 20;
            if (x > 0 && x + needed > WIDTH) {
                x = 0;
                y += LEGEND;
            }
            if (lines) {
                line(x, y - 4, x + sample, y - 4, "k s" + i % 6);
            } else {
                rect(x, y - 9, sample, sample, style("f", i), "");
            }
            text(x + sample + 5, y, "v", "start", name);
            x += needed;
        }
        return y + LEGEND;
    }

    /** The class attribute of a series: six colours in turn. */
    static String style(String kind, int series) {
        return "class=\"" + kind + series % 6 + "\"";
    }

    Chart chart(double height) {
        return new Chart(title, WIDTH, (int) Math.ceil(height), body.toString());
    }
}
