package siyu.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import siyu.chart.Chart;
import siyu.chart.Page;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Parameter;

/** What the verbs share that draw: a page of all there is to see, and the first picture alone, both beside the table. */
final class Pictures {
    static final Parameter<String> HTML = Parameter.option(
            "--html", "FILE", "also write a page with the pictures, the figures and what they are", text -> text);
    static final Parameter<String> SVG =
            Parameter.option("--svg", "FILE", "also write the first picture", text -> text);

    private Pictures() {}

    /** Whether anything is to be drawn. */
    static boolean asked(Call call) {
        return call.get(HTML) != null || call.get(SVG) != null;
    }

    /** Writes the page and the picture that were asked for; there is at least one picture when a picture was. */
    static void write(Call call, List<Chart> charts, Page page) {
        String svg = call.get(SVG);
        String html = call.get(HTML);
        if (svg != null) {
            write(call, svg, charts.get(0).svg());
        }
        if (html != null) {
            write(call, html, page.html());
        }
    }

    private static void write(Call call, String file, String text) {
        OutFile.write(call, call.io().directory().resolve(file), text.getBytes(UTF_8));
    }

    /** An empty page with a title. */
    static Page page(Call call, String title) {
        return Page.of(title, call.value(Common.UNMASK));
    }
}
