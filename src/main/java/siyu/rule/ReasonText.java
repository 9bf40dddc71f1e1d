package siyu.rule;

import java.util.ArrayList;
import java.util.List;

/** An explanation as lines of text: an indented tree with a mark for each truth, then what is nearest to changing the answer. */
public final class ReasonText {
    private final boolean ascii;
    private final List<String> lines = new ArrayList<>();

    private ReasonText(boolean ascii) {
        this.ascii = ascii;
    }

    /** @param ascii whether to write {@code + - ? =} for {@code ✓ ✗ ? =} */
    public static List<String> lines(Explanation explanation, boolean ascii) {
        ReasonText text = new ReasonText(ascii);
        text.add(explanation.reason(), 0);
        boolean question = explanation.reason().value() instanceof Boolean
                || explanation.reason().type().equals(siyu.fact.Type.BOOLEAN);
        for (Flip flip : explanation.flips()) {
            text.lines.add("nearest to " + (question ? flip.target() : "'" + flip.target() + "'") + ":");
            for (Flip.Change change : flip.changes()) {
                text.lines.add("  " + change.words());
            }
        }
        return text.lines;
    }

    private void add(Reason reason, int depth) {
        StringBuilder line =
                new StringBuilder("  ".repeat(depth)).append(mark(reason)).append(' ');
        boolean truth = reason.type().kind() == siyu.fact.Type.Kind.BOOLEAN;
        if (reason.name() != null) {
            line.append(reason.name());
            if (!truth) {
                line.append(" = ").append(reason.shown());
            }
            line.append(reason.text().isEmpty() ? "" : ": " + reason.text());
        } else {
            line.append(reason.text());
            if (!truth) {
                line.append(" = ").append(reason.shown());
            }
        }
        if (reason.actual() != null && reason.needed() != null) {
            line.append("  (")
                    .append(reason.actual())
                    .append(", needed ")
                    .append(reason.needed())
                    .append(')');
        }
        if (!reason.unknown().isEmpty()) {
            line.append("  [unknown: ")
                    .append(String.join(", ", reason.unknown()))
                    .append(']');
        }
        if (reason.note() != null) {
            line.append("  [").append(reason.note()).append(']');
        }
        lines.add(line.toString());
        reason.children().forEach(child -> add(child, depth + 1));
    }

    private String mark(Reason reason) {
        if (reason.value() == null) {
            return "?";
        }
        if (reason.value() instanceof Boolean yes) {
            return yes ? (ascii ? "+" : "✓") : (ascii ? "-" : "✗");
        }
        return "=";
    }
}
