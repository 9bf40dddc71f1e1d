package siyu.cli;

/** Writes roff: what man pages are made of. Texts are escaped, so nothing of them is taken for a request. */
final class Roff {
    private final StringBuilder page = new StringBuilder();

    /** A macro with its arguments as texts. */
    Roff macro(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(" \"").append(text(argument)).append('"');
        }
        page.append('\n');
        return this;
    }

    Roff section(String title) {
        return macro("SH", title);
    }

    /** A line that is roff already. */
    Roff raw(String line) {
        page.append(line).append('\n');
        return this;
    }

    Roff bold(String line) {
        return raw(".B " + quoted(line));
    }

    Roff paragraph(String words) {
        return raw(".PP").raw(line(words));
    }

    /** A term and what it means. */
    Roff item(String term, String meaning) {
        return raw(".TP").bold(term).raw(line(meaning));
    }

    /** A command line with a line of explanation. */
    Roff example(String does, String command) {
        return paragraph(does + ":")
                .raw(".PP")
                .raw(".RS 4")
                .raw(".nf")
                .raw(line(command))
                .raw(".fi")
                .raw(".RE");
    }

    /** Lines that stay as they are. */
    Roff lines(String text) {
        raw(".nf");
        for (String one : text.split("\n")) {
            raw(line(one));
        }
        return raw(".fi");
    }

    private static String quoted(String words) {
        return '"' + text(words) + '"';
    }

    /** One line of text: an empty one is a space, and one that starts as a request does is none. */
    private static String line(String words) {
        String text = text(words);
        return text.isEmpty() ? ".sp" : text.startsWith(".") || text.startsWith("\\(aq") ? "\\&" + text : text;
    }

    /** Characters of the text and no others. */
    static String text(String words) {
        StringBuilder text = new StringBuilder();
        words.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> text.append("\\(rs");
                case '-' -> text.append("\\-");
                case '"' -> text.append("\\(dq");
                case '\'' -> text.append("\\(aq");
                case '`' -> text.append("\\(ga");
                case '^' -> text.append("\\(ha");
                case '~' -> text.append("\\(ti");
                default -> {
                    if (c < 0x7f) {
                        text.append((char) c);
                    } else {
                        String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
                        text.append("\\[u")
                                .append("0".repeat(Math.max(0, 4 - hex.length())))
                                .append(hex)
                                .append(']');
                    }
                }
            }
        });
        return text.toString();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
