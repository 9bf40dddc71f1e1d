package siyu.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Range;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.config.Node.Style;
import siyu.config.Shape;
import siyu.config.SourceText;
import siyu.config.YamlReader;
import siyu.core.Diagnostics;
import siyu.core.Nearest;
import siyu.core.Problem;

/** Applies {@code --set path=value} to the YAML. A place in it is a place in the flag's text. */
final class Settings {
    static final String FLAG = "--set";

    private final Diagnostics diagnostics;
    private final SourceText source;
    private final String text;
    private final List<Step> steps = new ArrayList<>();

    private Settings(String text, Diagnostics diagnostics) {
        this.text = text;
        this.source = new SourceText(FLAG, text);
        this.diagnostics = diagnostics;
    }

    /** One step of a path: a key, or a position in a list when the name is empty. */
    private record Step(String name, int index, int start, int end) {}

    /** The program with one setting applied; the same program when the setting has a problem. */
    static Mapping apply(Mapping program, String setting, Diagnostics diagnostics) {
        return new Settings(setting, diagnostics).apply(program);
    }

    private Mapping apply(Mapping program) {
        int equals = text.indexOf('=');
        if (equals <= 0 || !split(equals)) {
            diagnostics.add(Problem.of(ProgramCode.BAD_SETTING, "'" + text + "' is not path=value")
                    .at(source.place(0, text.length()))
                    .hint("write --set currency=HKD, or --set 'metrics.spend=sum(purchase.amount, 30d)'"));
            return program;
        }
        Diagnostics found = new Diagnostics();
        Node value = YamlReader.value(FLAG, text, equals + 1, found);
        if (!found.isEmpty()) {
            found.problems().forEach(diagnostics::add);
            return program;
        }
        if (value == null) {
            value = new Scalar("", Style.PLAIN, new Range(source, text.length(), text.length()));
        }
        Node changed = replace(program, Sections.shape(), 0, value);
        return changed instanceof Mapping mapping ? mapping : program;
    }

    /** Reads the path up to {@code end}; false when it is not one. */
    private boolean split(int end) {
        int at = 0;
        while (at < end) {
            if (text.charAt(at) == '[' && at > 0) {
                int close = text.indexOf(']', at);
                if (close < 0 || close > end || close - at < 2 || close - at > 6) {
                    return false;
                }
                for (int i = at + 1; i < close; i++) {
                    if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                        return false;
                    }
                }
                steps.add(new Step("", Integer.parseInt(text, at + 1, close, 10), at, close + 1));
                at = close + 1;
            } else {
                int start = text.charAt(at) == '.' && at > 0 ? at + 1 : at;
                int stop = start;
                while (stop < end && text.charAt(stop) != '.' && text.charAt(stop) != '[') {
                    stop++;
                }
                if (stop == start) {
                    return false;
                }
                steps.add(new Step(text.substring(start, stop), 0, start, stop));
                at = stop;
            }
        }
        return !steps.isEmpty();
    }

    private @Nullable Node replace(Node node, @Nullable Shape shape, int depth, Node value) {
        if (depth == steps.size()) {
            return value;
        }
        Step step = steps.get(depth);
        if (step.name().isEmpty()) {
            return replaceItem(node, shape, depth, value);
        }
        Shape.@Nullable Keys keys = keys(shape);
        Shape.@Nullable Key known = keys == null ? null : keys.key(step.name());
        Mapping mapping = node instanceof Mapping map ? map : null;
        Entry entry = mapping == null ? null : mapping.entries().get(step.name());
        boolean last = depth + 1 == steps.size();
        if (mapping == null || (entry == null && (known == null || !last))) {
            return unknown(step, mapping, keys);
        }
        Shape inner = known != null ? known.shape() : valueOfNames(shape);
        Node changed = entry == null ? value : replace(entry.value(), inner, depth + 1, value);
        Scalar key = new Scalar(step.name(), Style.PLAIN, new Range(source, step.start(), step.end()));
        return changed == null ? null : mapping.with(key, changed);
    }

    private @Nullable Node replaceItem(Node node, @Nullable Shape shape, int depth, Node value) {
        Step step = steps.get(depth);
        int size = node instanceof Sequence list ? list.items().size() : -1;
        if (!(node instanceof Sequence sequence) || step.index() >= size) {
            String before = text.substring(0, step.start());
            diagnostics.add(Problem.of(
                            ProgramCode.UNKNOWN_PATH,
                            size < 0
                                    ? "'" + before + "' is not a list"
                                    : "'" + before + "' has no item [" + step.index() + "]")
                    .at(source.place(step.start(), step.end()))
                    .hint(size < 0 ? null : "it has " + size + ", counted from [0]"));
            return null;
        }
        Shape inner = shape instanceof Shape.Items items ? items.item() : null;
        Node changed = replace(sequence.items().get(step.index()), inner, depth + 1, value);
        return changed == null ? null : sequence.with(step.index(), changed);
    }

    private @Nullable Node unknown(Step step, @Nullable Mapping mapping, Shape.@Nullable Keys keys) {
        List<String> candidates = new ArrayList<>();
        if (mapping != null) {
            candidates.addAll(mapping.entries().keySet());
            if (keys != null) {
                keys.keys().forEach(key -> candidates.add(key.name()));
            }
        }
        String before = step.start() == 0 ? "the program" : "'" + text.substring(0, step.start() - 1) + "'";
        String hint = Nearest.hint(step.name(), candidates);
        if (hint == null && mapping != null && !mapping.entries().isEmpty()) {
            hint = "it has " + String.join(", ", mapping.entries().keySet());
        }
        diagnostics.add(Problem.of(ProgramCode.UNKNOWN_PATH, before + " has no '" + step.name() + "'")
                .at(source.place(step.start(), step.end()))
                .hint(hint));
        return null;
    }

    private static Shape.@Nullable Keys keys(@Nullable Shape shape) {
        if (shape instanceof Shape.Keys keys) {
            return keys;
        }
        if (shape instanceof Shape.Either either) {
            for (Shape way : either.ways()) {
                if (way instanceof Shape.Keys keys) {
                    return keys;
                }
            }
        }
        return null;
    }

    private static @Nullable Shape valueOfNames(@Nullable Shape shape) {
        return shape instanceof Shape.Names names ? names.value() : null;
    }
}
