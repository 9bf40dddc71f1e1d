package siyu.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.config.Shape.Either;
import siyu.config.Shape.Items;
import siyu.config.Shape.Keys;
import siyu.config.Shape.Names;
import siyu.config.Shape.Value;
import siyu.config.Shape.Whole;
import siyu.config.Shape.Word;
import siyu.core.Diagnostics;
import siyu.core.Nearest;
import siyu.core.Place;
import siyu.core.Problem;

/** Finds everything in a node that is not as its shape says. */
public final class ShapeCheck {
    private final Diagnostics diagnostics;

    public ShapeCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Checks a node and all that is in it.
     *
     * @param path how messages name the node, {@code segmentations.ring}
     */
    public void check(String path, Shape shape, Node node) {
        if (shape instanceof Keys keys) {
            keys(path, keys, node);
        } else if (shape instanceof Names names) {
            names(path, names, node);
        } else if (shape instanceof Items items) {
            items(path, items, node);
        } else if (shape instanceof Either either) {
            either(path, either, node);
        } else if (node instanceof Scalar scalar && !scalar.isNull()) {
            scalar(path, shape, scalar);
        } else {
            report(wrongType(path, expected(shape), node).hint(hint(shape, node)), node.place());
        }
    }

    private void keys(String path, Keys shape, Node node) {
        if (!(node instanceof Mapping mapping)) {
            report(wrongType(path, "a map", node).hint(hint(shape, node)), node.place());
            return;
        }
        for (Entry entry : mapping.entries().values()) {
            Shape.Key known = shape.key(entry.key().value());
            if (known == null) {
                report(unknownKey(path, shape.names(), entry.key()), entry.key().place());
            } else {
                check(child(path, known.name()), known.shape(), entry.value());
            }
        }
        for (Shape.Key key : shape.keys()) {
            if (key.required() && !mapping.entries().containsKey(key.name())) {
                missing(path, key, mapping);
            }
        }
    }

    private void missing(String path, Shape.Key key, Mapping mapping) {
        String where = path.isEmpty() ? "the program" : path;
        String about = key.shape().about();
        Problem problem = Problem.of(ConfigCode.MISSING_KEY, where + " has no '" + key.name() + "'")
                .hint("add " + key.name() + ": " + about);
        report(problem, mapping.place());
    }

    /** A key that is none of those known. */
    public static Problem unknownKey(String path, List<String> known, Scalar key) {
        String name = key.value();
        String where = path.isEmpty() ? "the program" : path;
        String hint = Nearest.hint(name, known);
        if (hint == null && (name.indexOf(')') >= 0 || name.indexOf(']') >= 0)) {
            hint = "within { } a text with a comma must be quoted";
        }
        if (hint == null) {
            hint = "known keys: " + String.join(", ", known);
        }
        return Problem.of(ConfigCode.UNKNOWN_KEY, key.described() + " is not a key of " + where)
                .hint(hint);
    }

    private void names(String path, Names shape, Node node) {
        if (!(node instanceof Mapping mapping)) {
            report(wrongType(path, "a map", node).hint(hint(shape, node)), node.place());
            return;
        }
        if (mapping.entries().size() < shape.least()) {
            report(Problem.of(ConfigCode.OUT_OF_RANGE, path + " needs at least " + shape.least()), node.place());
        }
        if (mapping.entries().size() > Shape.MOST_NAMES) {
            int size = mapping.entries().size();
            String message = path + " has " + size + " names, but may have " + Shape.MOST_NAMES;
            report(Problem.of(ConfigCode.OUT_OF_RANGE, message), node.place());
            return;
        }
        for (Entry entry : mapping.entries().values()) {
            String name = entry.key().value();
            if (!Form.isName(name)) {
                report(Form.notAName(entry.key()), entry.key().place());
            }
            check(child(path, name), shape.value(), entry.value());
        }
    }

    private void items(String path, Items shape, Node node) {
        if (!(node instanceof Sequence sequence)) {
            report(wrongType(path, "a list", node).hint(hint(shape, node)), node.place());
            return;
        }
        int size = sequence.items().size();
        if (size < shape.least() || size > shape.most()) {
            report(
                    Problem.of(
                            ConfigCode.OUT_OF_RANGE,
                            path + " has " + size + " items, but must have " + shape.least() + " to " + shape.most()),
                    node.place());
        }
        for (int i = 0; i < size; i++) {
            check(path + "[" + i + "]", shape.item(), sequence.items().get(i));
        }
    }

    private void either(String path, Either shape, Node node) {
        for (Shape way : shape.ways()) {
            boolean fits = node instanceof Mapping
                    ? way instanceof Keys || way instanceof Names
                    : node instanceof Sequence ? way instanceof Items : isScalarShape(way) && !isNull(node);
            if (fits) {
                check(path, way, node);
                return;
            }
        }
        report(wrongType(path, expected(shape), node), node.place());
    }

    private void scalar(String path, Shape shape, Scalar scalar) {
        if (shape instanceof Value value) {
            Problem problem = value.form().check(path, scalar);
            if (problem != null) {
                report(problem, scalar.place());
            }
        } else if (shape instanceof Word word && !word.words().contains(scalar.value())) {
            String nearest = Nearest.hint(scalar.value(), word.words());
            report(
                    Problem.of(ConfigCode.UNKNOWN_WORD, path + " cannot be " + scalar.described())
                            .hint(nearest == null ? "one of " + String.join(", ", word.words()) : nearest),
                    scalar.place());
        } else if (shape instanceof Whole whole) {
            whole(path, whole, scalar);
        }
    }

    private void whole(String path, Whole shape, Scalar scalar) {
        if (!Form.isWhole(scalar.value())) {
            report(wrongType(path, expected(shape), scalar), scalar.place());
            return;
        }
        long value = Long.parseLong(scalar.value());
        if (value < shape.least() || value > shape.most()) {
            report(
                    Problem.of(
                            ConfigCode.OUT_OF_RANGE,
                            path + " is " + value + ", but must be between " + shape.least() + " and " + shape.most()),
                    scalar.place());
        }
    }

    /** A node that is something else than expected. */
    public static Problem wrongType(String path, String expected, Node node) {
        String where = path.isEmpty() ? "the file" : path;
        return Problem.of(ConfigCode.WRONG_TYPE, where + " must be " + expected + ", not " + node.described());
    }

    private static String expected(Shape shape) {
        if (shape instanceof Value value) {
            return value.form().words();
        }
        if (shape instanceof Word word) {
            return "one of " + String.join(", ", word.words());
        }
        if (shape instanceof Whole) {
            return "a whole number";
        }
        if (shape instanceof Items) {
            return "a list";
        }
        if (shape instanceof Either either) {
            List<String> ways = new ArrayList<>();
            either.ways().forEach(way -> ways.add(expected(way)));
            return String.join(", or ", ways);
        }
        return "a map";
    }

    private static @Nullable String hint(Shape shape, Node node) {
        if (!isNull(node)) {
            return node instanceof Mapping && shape instanceof Value value && value.form() == Form.EXPRESSION
                    ? "quote the expression if it holds a colon or braces"
                    : null;
        }
        return shape instanceof Keys || shape instanceof Names
                ? "write {} for none"
                : "remove the key if there is none";
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    private static boolean isScalarShape(Shape shape) {
        return shape instanceof Value || shape instanceof Word || shape instanceof Whole;
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void report(Problem problem, Place place) {
        diagnostics.add(problem.at(place));
    }
}
