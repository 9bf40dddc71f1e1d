package siyu.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;

/** Pictures are well-formed, show lengths in the proportion of their figures, and take data for nothing but text. */
class ChartTest {
    private static final String EVIL = "</title><script>alert('1 & \"2\"')</script>\u0000\u202E\uD800\uFFFE]]>";

    private static Document parsed(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    /** The elements of a name that have a title, in order. */
    private static List<Element> told(Document document, String name) {
        NodeList all = document.getElementsByTagName(name);
        List<Element> told = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getElementsByTagName("title").getLength() > 0) {
                told.add(element);
            }
        }
        return told;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Chart> everyKind(String text) {
        List<String> names = List.of(text, "b");
        Series series = new Series(text, new double[] {1, Double.NaN});
        return List.of(
                Lines.of(text, names, List.of(series, series), Measure.NUMBER),
                Bars.of(text, names, List.of(series, series), Measure.SHARE),
                Heat.of(text, text, names, text, names, new double[][] {{0.5, 1}, {0, Double.NaN}}, Measure.SHARE),
                Ribbons.of(text, names, names, new long[][] {{1, 2}, {0, 4}}),
                Scatter.of(
                        text,
                        text,
                        text,
                        List.of(new Scatter.Point(text, 1, 2, true), new Scatter.Point("b", 2, 3, true))),
                Tornado.of(text, 5, List.of(new Tornado.Cause(text, 3, 9)), Measure.NUMBER));
    }

    @Test
    void dataNeverBecomesMarkup() {
        for (Chart chart : everyKind(EVIL)) {
            Document document = parsed(chart.svg());
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                    .startsWith("</title><script>alert('1 & \"2\"')</script>␀");
        }
        Table table = Table.of(
                        "siyu.test/1",
                        ZoneOffset.UTC,
                        List.of(Heading.text(EVIL), Heading.of("name", Heading.Kind.PERSONAL)),
                        Rows.of(List.<Object[]>of(new Object[] {EVIL, "王小明"})))
                .with(EVIL, EVIL);
        Document page = parsed(Page.of(EVIL, List.of(EVIL), List.of(table), everyKind(EVIL))
                .heading(EVIL)
                .html());
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(6);
        assertThat(page.getElementsByTagName("td").item(0).getTextContent()).contains("<script>");
        assertThat(page.getElementsByTagName("td").item(1).getTextContent()).isEqualTo("王**");
        assertThat(parsed(Page.of("t", true).table(table).html())
                        .getElementsByTagName("td")
                        .item(1)
                        .getTextContent())
                .isEqualTo("王小明");
    }

    @Test
    void aPageNeedsNothingFromElsewhere() {
        String html = Page.of("page", List.of(), List.of(), everyKind("a")).html();
        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContain("<script")
                .doesNotContain("@import");
        assertThat(html.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("url(")
                .doesNotContain("src=");
    }

    @Test
    void aLongTableIsCutAndToldOf() {
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < Page.MOST_ROWS + 7L; i++) {
            rows.add(new Object[] {i});
        }
        Table table =
                Table.of("siyu.test/1", ZoneOffset.UTC, List.of(Heading.of("n", Heading.Kind.INTEGER)), Rows.of(rows));
        String html = Page.of("t", false).table(table).html();
        assertThat(parsed(html).getElementsByTagName("td").getLength()).isEqualTo(Page.MOST_ROWS);
        assertThat(html).contains("rows that are not shown here: 7");
    }

    /** In a common font "80-100%" takes 7.06 pixels a character, and what was cut off its first one made a 3 of the 8. */
    @Test
    void labelsBeginInsideThePicture() {
        List<String> names = List.of("80-100%", "community", "a name of many, many words, longer than a margin may be");
        double[] values = {1, 2, 3};
        for (Chart chart : List.of(
                Bars.of("t", names, List.of(new Series("s", values)), Measure.NUMBER),
                Heat.of("t", "down", names, "", List.of("x"), new double[][] {{1}, {2}, {3}}, Measure.NUMBER))) {
            NodeList all = parsed(chart.svg()).getElementsByTagName("text");
            int labels = 0;
            for (int i = 0; i < all.getLength(); i++) {
                Element label = (Element) all.item(i);
                if (label.getAttribute("text-anchor").equals("end")) {
                    labels++;
                    assertThat(number(label, "x"))
                            .as(label.getTextContent())
                            .isGreaterThanOrEqualTo(7.1 * label.getTextContent().length());
                }
            }
            assertThat(labels).isGreaterThanOrEqualTo(names.size());
        }
    }

    @Test
    void barsAreAsLongAsTheirFigures() {
        Random random = new Random(11);
        for (int run = 0; run < 200; run++) {
            double[] values = random.doubles(12, run % 2 == 0 ? 0 : -500, 1000).toArray();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                names.add("n" + i);
            }
            List<Element> bars = told(
                    parsed(Bars.of("t", names, List.of(new Series("s", values)), Measure.NUMBER)
                            .svg()),
                    "rect");
            double largest = 0;
            int at = 0;
            for (int i = 0; i < values.length; i++) {
                if (Math.abs(values[i]) > largest) {
                    largest = Math.abs(values[i]);
                    at = i;
                }
            }
            for (int i = 0; i < values.length; i++) {
                assertThat(number(bars.get(i), "width"))
                        .isCloseTo(number(bars.get(at), "width") * Math.abs(values[i]) / largest, within(0.2));
                assertThat(number(bars.get(i), "x") + number(bars.get(i), "width"))
                        .isLessThanOrEqualTo(Canvas.WIDTH);
                assertThat(number(bars.get(i), "x")).isNotNegative();
            }
        }
    }

    @Test
    void pointsOfALineLieWhereTheirFiguresAre() {
        double[] values = {0, 50, Double.NaN, 100, 25};
        Document document =
                parsed(Lines.of("t", List.of("a", "b", "c", "d", "e"), List.of(new Series("s", values)), Measure.NUMBER)
                        .svg());
        List<Element> points = told(document, "circle");
        assertThat(points).hasSize(4);
        double zero = number(points.get(0), "cy");
        double hundred = number(points.get(2), "cy");
        assertThat(hundred).isLessThan(zero);
        assertThat(number(points.get(1), "cy")).isCloseTo((zero + hundred) / 2, within(0.11));
        assertThat(number(points.get(3), "cy")).isCloseTo(zero + (hundred - zero) / 4, within(0.11));
        String path = ((Element) document.getElementsByTagName("path").item(0)).getAttribute("d");
        assertThat(path.chars().filter(c -> c == 'M').count())
                .as("a gap begins anew")
                .isEqualTo(2);
    }

    /** Where two lines are one, the dots of the first show behind those of the second, and the legend tells their dashes. */
    @Test
    void linesOnEachOtherAreTold() {
        double[] values = {1, 2};
        Document document = parsed(Lines.of(
                        "t",
                        List.of("a", "b"),
                        List.of(new Series("gmv", values), new Series("net", values.clone())),
                        Measure.NUMBER)
                .svg());
        List<Element> dots = told(document, "circle");
        for (int i = 0; i < 2; i++) {
            assertThat(number(dots.get(i + 2), "cy")).isEqualTo(number(dots.get(i), "cy"));
            assertThat(number(dots.get(i + 2), "r")).isLessThan(number(dots.get(i), "r"));
        }
        NodeList lines = document.getElementsByTagName("line");
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < lines.getLength(); i++) {
            samples.add(((Element) lines.item(i)).getAttribute("class"));
        }
        assertThat(samples).contains("k s0", "k s1");
    }

    @Test
    void aBarThatIsNotKnownIsTold() {
        String svg = Bars.of(
                        "t",
                        List.of("new", "refunds"),
                        List.of(new Series("change", new double[] {-0.1, Double.NaN})),
                        Measure.SHARE)
                .svg();
        assertThat(told(parsed(svg), "rect")).hasSize(1);
        assertThat(svg).contains(">-10%</text>").contains(">-</text>");
    }

    @Test
    void ribbonsFillTheirEnds() {
        long[][] counts = {{5, 3, 0}, {2, 0, 7}};
        Document document = parsed(Ribbons.of("t", List.of("a", "b"), List.of("a", "b", "c"), counts)
                .svg());
        assertThat(told(document, "path")).hasSize(4);
        List<Element> nodes = told(document, "rect");
        double unit = number(nodes.get(0), "height") / 8;
        double[] sums = {8, 9, 7, 3, 7};
        for (int i = 0; i < sums.length; i++) {
            assertThat(number(nodes.get(i), "height")).isCloseTo(sums[i] * unit, within(0.2));
        }
        assertThat(nodes.get(0).getAttribute("class"))
                .as("a place keeps its colour")
                .isEqualTo(nodes.get(2).getAttribute("class"));
    }

    @Test
    void theWidestCauseStandsFirst() {
        Document document = parsed(Tornado.of(
                        "t",
                        10,
                        List.of(new Tornado.Cause("small", 9, 11), new Tornado.Cause("large", 2, 30)),
                        Measure.NUMBER)
                .svg());
        List<Element> bars = told(document, "rect");
        assertThat(bars.get(0).getTextContent()).startsWith("large");
        assertThat(number(bars.get(1), "width")).isCloseTo(number(bars.get(0), "width") * 20 / 8, within(0.3));
    }

    @Test
    void theFrontierJoinsItsPointsInOrder() {
        String svg = Scatter.of(
                        "t",
                        "cost",
                        "result",
                        List.of(
                                new Scatter.Point("c", 3, 3, true),
                                new Scatter.Point("a", 1, 1, true),
                                new Scatter.Point("beaten", 2, 0.5, false),
                                new Scatter.Point("nowhere", Double.NaN, 1, false),
                                new Scatter.Point("b", 2, 2, true)))
                .svg();
        Document document = parsed(svg);
        assertThat(told(document, "circle")).hasSize(4);
        String[] stops = ((Element) document.getElementsByTagName("path").item(0))
                .getAttribute("d")
                .split("[ML]");
        assertThat(stops).hasSize(4);
        double before = 0;
        for (String stop : List.of(stops).subList(1, 4)) {
            double x = Double.parseDouble(stop.split(" ")[0]);
            assertThat(x).isGreaterThan(before);
            before = x;
        }
    }

    @Test
    void nothingAtAllIsDrawnToo() {
        Series none = new Series("s", new double[0]);
        List<Chart> empty = List.of(
                Lines.of("t", List.of(), List.of(none), Measure.NUMBER),
                Bars.of("t", List.of(), List.of(none), Measure.NUMBER),
                Bars.of("t", List.of("a"), List.of(new Series("s", new double[] {0})), Measure.NUMBER),
                Heat.of("t", "d", List.of(), "a", List.of(), new double[0][0], Measure.NUMBER),
                Ribbons.of("t", List.of(), List.of(), new long[0][0]),
                Scatter.of("t", "x", "y", List.of()),
                Tornado.of("t", 1, List.of(), Measure.NUMBER));
        for (Chart chart : empty) {
            parsed(chart.svg());
            assertThat(chart.svg()).doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    @Test
    void marksAreRoundAndHoldTheFigures() {
        Random random = new Random(5);
        for (int run = 0; run < 2_000; run++) {
            double one = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 3);
            double other = one + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(12) - 3);
            Scale scale = Scale.of(one, other, run % 2 == 0, 0, 100);
            assertThat(scale.marks()).isBetween(1, 8);
            assertThat(scale.at(one)).isBetween(-1e-6, 100 + 1e-6);
            assertThat(scale.at(other)).isBetween(-1e-6, 100 + 1e-6);
        }
        assertThat(Measure.NUMBER.tick(1_250_000)).isEqualTo("1.25M");
        assertThat(Measure.NUMBER.tick(20_000)).isEqualTo("20k");
        assertThat(Measure.SHARE.tick(0.025)).isEqualTo("2.5%");
        assertThat(Measure.NUMBER.text(1234567)).isEqualTo("1,234,567");
        assertThat(Measure.SHARE.text(0.3333)).isEqualTo("33.3%");
    }

    @Test
    void blocksAreInProportion() {
        assertThat(Blocks.bar(10, 10, 4)).isEqualTo("████");
        assertThat(Blocks.bar(5, 10, 4)).isEqualTo("██");
        assertThat(Blocks.bar(1, 1000, 4)).isEqualTo("▏");
        assertThat(Blocks.bar(0, 10, 4)).isEmpty();
        assertThat(Blocks.bar(-3, 10, 4)).isEmpty();
        assertThat(Blocks.bar(Double.NaN, 10, 4)).isEmpty();
        assertThat(Blocks.bar(9.3, 10, 1)).isEqualTo("▉");
        assertThat(Blocks.spark(new double[] {0, 1, 2, 3, 4, 5, 6, 7})).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(Blocks.spark(new double[] {5, Double.NaN, 5})).isEqualTo("▄ ▄");
    }

    /** Points in one place have one label, and a narrow field has room for the name of every column. */
    @Test
    void namesDoNotHideEachOther() {
        String points = Scatter.of(
                        "t",
                        "cost",
                        "result",
                        List.of(
                                new Scatter.Point("a", 1, 1, true),
                                new Scatter.Point("b", 1, 1, true),
                                new Scatter.Point("c", 5, 9, true)))
                .svg();
        assertThat(points).contains(">a and 1 more<", ">c<").doesNotContain(">b<");
        List<String> columns = List.of("app", "branch", "miniprogram", "web");
        double[][] values = {{1, 2, 3, 4}};
        String field = Heat.of("t", "from", List.of("app"), "to", columns, values, Measure.NUMBER)
                .svg();
        columns.forEach(column -> assertThat(field).contains(">" + column + "<"));
    }
}
