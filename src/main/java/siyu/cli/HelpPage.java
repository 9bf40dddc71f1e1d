package siyu.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import siyu.out.Width;

/** Puts the text of a help page together, within 80 columns. */
final class HelpPage {
    /** Where the help of options starts. */
    static final int INDENT = 28;

    private static final int WIDTH = 80;

    private final StringBuilder page = new StringBuilder();

    HelpPage line(String text) {
        page.append(text).append('\n');
        return this;
    }

    HelpPage gap() {
        page.append('\n');
        return this;
    }

    HelpPage heading(String text) {
        return gap().line(text + ":");
    }

    HelpPage paragraph(String text) {
        return paragraph(text, 0);
    }

    HelpPage paragraph(String text, int indent) {
        page.append(" ".repeat(indent));
        wrap(text, indent, indent);
        return this;
    }

    /** A command line to be copied: a long one is continued as a shell continues it. */
    HelpPage command(String line) {
        String rest = line;
        String indent = "  ";
        while (indent.length() + Width.of(rest) > WIDTH) {
            int cut = rest.lastIndexOf(' ', WIDTH - indent.length() - 2);
            while (cut > 0 && quoted(rest, cut)) {
                cut = rest.lastIndexOf(' ', cut - 1);
            }
            if (cut <= 0) {
                break;
            }
            line(indent + rest.substring(0, cut) + " \\");
            rest = rest.substring(cut + 1);
            indent = "      ";
        }
        return line(indent + rest);
    }

    private static boolean quoted(String line, int at) {
        boolean inside = false;
        for (int i = 0; i < at; i++) {
            inside ^= line.charAt(i) == '\'';
        }
        return inside;
    }

    /** A term with its explanation, which starts at column {@code indent}. */
    HelpPage item(String term, String text, int indent) {
        page.append("  ").append(term);
        int column = term.length() + 2;
        if (column + 2 > indent) {
            page.append('\n');
            column = 0;
        }
        page.append(" ".repeat(indent - column));
        wrap(text, indent, indent);
        return this;
    }

    void options(List<Parameter<?>> parameters) {
        for (Parameter<?> parameter : parameters) {
            item(term(parameter), meaning(parameter), INDENT);
        }
    }

    /** {@code -o, --output FORMAT}; one without a letter is set in as far. */
    static String term(Parameter<?> parameter) {
        if (parameter.positional()) {
            return parameter.label();
        }
        boolean letter = parameter.names().get(0).length() == 2;
        String label = parameter.label().isEmpty() ? "" : " " + parameter.label();
        return (letter ? "" : "    ") + String.join(", ", parameter.names()) + label;
    }

    /** What it is for, with its words and what holds without it. */
    static String meaning(Parameter<?> parameter) {
        String words = parameter.words().isEmpty() ? "" : ": " + String.join(", ", parameter.words());
        return Outline.help(parameter) + words + standard(parameter);
    }

    /** What holds when an option is not given, unless its help says it. */
    private static String standard(Parameter<?> parameter) {
        Object initial = parameter.initial();
        if (initial == null
                || parameter.arity() != Parameter.Arity.ONE
                || parameter.help().contains("(default")) {
            return "";
        }
        Object shown = initial instanceof Duration duration ? duration.toSeconds() : initial;
        return " (default: " + shown.toString().toLowerCase(Locale.ROOT) + ")";
    }

    /** Fills lines up to the width; the first starts at {@code column} already. */
    private void wrap(String text, int column, int indent) {
        new Wrap(page, column, indent, WIDTH).text(text);
        page.append('\n');
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
