package siyu.chart;

/**
 * A finished picture.
 *
 * @param title what it shows, as text
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param body the elements inside {@code <svg>}, well-formed
 */
public record Chart(String title, int width, int height, String body) {
    /** Colours of light and dark grounds, and of paper; a picture alone and a page share them. */
    static final String STYLE = """
            :root{--ink:#1b1f24;--soft:#59636e;--line:#d8dee4;--ground:#fff;--c0:#2463a6;--c1:#c2512b;--c2:#1d8557;--c3:#8551ad;\
            --c4:#946c00;--c5:#566573}
            @media (prefers-color-scheme:dark){:root{--ink:#e8ebee;--soft:#a3adb8;--line:#3a424b;--ground:#15191e;--c0:#6fa8e6;\
            --c1:#ec8a63;--c2:#5cc492;--c3:#c093e6;--c4:#d9b13f;--c5:#9fb0c0}}
            @media print{:root{--ink:#000;--soft:#333;--line:#bbb;--ground:#fff;--c0:#2463a6;--c1:#c2512b;--c2:#1d8557;--c3:#8551ad;\
            --c4:#946c00;--c5:#566573}}
            svg text{font:11px system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif;fill:var(--soft)}
            svg text.t{font-size:13px;font-weight:600;fill:var(--ink)}
            svg text.v{fill:var(--ink)}
            svg text.i{fill:var(--ground)}
            svg .g{stroke:var(--line);stroke-width:1}
            svg .z{stroke:var(--soft);stroke-width:1}
            svg .p{fill:var(--ground);stroke:none}
            svg .w{fill-opacity:.42}
            svg .k{fill:none;stroke-width:2;stroke-linejoin:round}
            svg .f0{fill:var(--c0)}svg .f1{fill:var(--c1)}svg .f2{fill:var(--c2)}svg .f3{fill:var(--c3)}svg .f4{fill:var(--c4)}
            svg .f5{fill:var(--c5)}
            svg .s0{stroke:var(--c0)}svg .s1{stroke:var(--c1)}svg .s2{stroke:var(--c2)}svg .s3{stroke:var(--c3)}
            svg .s4{stroke:var(--c4)}svg .s5{stroke:var(--c5)}
            svg .k.s1{stroke-dasharray:7 5}svg .k.s2{stroke-dasharray:3 3}svg .k.s3{stroke-dasharray:9 3 3 3}
            svg .k.s4{stroke-dasharray:14 3}svg .k.s5{stroke-dasharray:1 3}
            """;

    /** A document of its own. */
    public String svg() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + element("<style>\n" + STYLE + "</style>\n<rect class=\"p\" width=\"" + width + "\" height=\"" + height
                        + "\"/>\n")
                + "\n";
    }

    /** The element, to stand in a page that has the style. */
    String element(String before) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\">\n<title>" + Canvas.escape(title) + "</title>\n" + before
                + body
                + "</svg>";
    }
}
