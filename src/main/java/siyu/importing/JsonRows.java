package siyu.importing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.core.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Takes JSON Lines apart into rows: one parser over many lines, anew only behind a wrong one. Objects within are flattened. */
final class JsonRows {
    private static final int DEPTH_LIMIT = 50;

    /** Ends a row that is wrong; carries no trace, because a file may have many. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Wrong(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }
    }

    /** What a key stands for: a column, left out, or an object with keys of its own. */
    private static final class Key {
        private int column = -1;
        private boolean skip;
        private final Map<String, Key> within = new HashMap<>();
    }

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_LIMIT)
                    .maxStringLength(Chunker.ROW_LIMIT)
                    .maxNumberLength(Row.FIELD_LIMIT)
                    .build())
            .build();
    private final Layout layout;
    private final Key root = new Key();
    private final Row row = new Row();
    private final int[] given;
    private int serial;

    /** The columns whose keys came so far, also with null. */
    final boolean[] seen;

    /** What is wrong with the line, after {@link #read} returned its end early. */
    private @Nullable Problem problem;

    private int problemAt;

    JsonRows(Layout layout) {
        this.layout = layout;
        this.given = new int[layout.columns.size()];
        this.seen = new boolean[layout.columns.size()];
        for (int i = 0; i < seen.length; i++) {
            Key key = root;
            for (String part : layout.columns.get(i).split("\\.")) {
                key = key.within.computeIfAbsent(part, ignored -> new Key());
            }
            place(key, i);
            // The same name may also stand in the object with its dot.
            place(root.within.computeIfAbsent(layout.columns.get(i), ignored -> new Key()), i);
        }
    }

    private void place(Key key, int column) {
        key.skip = layout.targets[column] == Layout.SKIP;
        key.column = key.skip ? -1 : column;
    }

    /** What sees the rows. */
    interface Sink {
        /** A row whose object lies on the line from {@code start} to {@code end}. */
        void row(Row row, int start, int end);
    }

    /**
     * Reads rows up to the end or up to a wrong line.
     *
     * @param from where a line starts
     * @return {@code to}, or the start of the line that is wrong: see {@link #problem()}
     */
    int read(byte[] bytes, int from, int to, Sink sink) {
        problem = null;
        int line = from;
        int end = from;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            while (true) {
                line = nextLine(bytes, end, to);
                if (line == to) {
                    return to;
                }
                end = lineEnd(bytes, line, to);
                JsonToken token = parser.nextToken();
                if (token != JsonToken.START_OBJECT) {
                    String hint = token == JsonToken.START_ARRAY
                            ? "an array of objects is made into lines by jq -c '.[]' FILE"
                            : null;
                    return wrong(line, Cell.problem(ImportCode.JSON_WRONG, "the line is not a JSON object", hint), -1);
                }
                row.absent(given.length);
                serial++;
                object(parser, root, "");
                int behind = from + (int) parser.currentLocation().getByteOffset();
                if (behind > end || nextLine(bytes, behind, end) < end) {
                    return wrong(
                            line,
                            Cell.problem(ImportCode.JSON_WRONG, "the line does not hold one whole JSON object", null),
                            -1);
                }
                sink.row(row, line, end);
            }
        } catch (Wrong e) {
            return wrong(line, e.problem, -1);
        } catch (JacksonException e) {
            int at = e.getLocation() == null ? -1 : from + (int) e.getLocation().getByteOffset();
            return wrong(line, malformed(e), at >= line && at <= end ? at : -1);
        }
    }

    private int wrong(int line, Problem found, int at) {
        problem = found;
        problemAt = at;
        return line;
    }

    /** What is wrong with the line that {@link #read} returned. */
    Problem problem() {
        if (problem == null) {
            throw new IllegalStateException("no line was wrong");
        }
        return problem;
    }

    /** Where in the bytes it is, or -1. */
    int problemAt() {
        return problemAt;
    }

    private static Problem malformed(JacksonException e) {
        // What follows is advice to who writes programs with the parser.
        String words = e.getOriginalMessage().lines().findFirst().orElse("").replaceFirst(": enable `.*", "");
        return Cell.problem(
                ImportCode.JSON_WRONG,
                "the line is not JSON: " + (words.length() > 120 ? words.substring(0, 120) + "…" : words),
                null);
    }

    /** The start of the next line that is not blank, or {@code to}. */
    private static int nextLine(byte[] bytes, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                start = i + 1;
            } else if (b != ' ' && b != '\t' && b != '\r') {
                return start;
            }
        }
        return to;
    }

    /** Behind the line end. */
    static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return to;
    }

    private void object(JsonParser parser, Key keys, String path) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Key key = keys.within.get(name);
            if (key == null) {
                throw unknown(path + name);
            }
            JsonToken token = parser.nextToken();
            if (key.skip) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT && !key.within.isEmpty()) {
                object(parser, key, path + name + ".");
            } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                String what = token == JsonToken.START_ARRAY ? "an array" : "an object";
                throw new Wrong(Cell.problem(
                        ImportCode.JSON_NESTED,
                        "the value of " + Cell.quote(path + name) + " is " + what,
                        "leave it out with --map '" + path + name + "=-'"));
            } else if (key.column >= 0) {
                value(parser, token, key.column, path + name);
            } else if (token != JsonToken.VALUE_NULL) {
                throw unknown(path + name);
            }
        }
    }

    private void value(JsonParser parser, JsonToken token, int column, String name) {
        if (given[column] == serial) {
            throw new Wrong(
                    Cell.problem(ImportCode.KEY_TWICE, "the key " + Cell.quote(name) + " is there twice", null));
        }
        given[column] = serial;
        seen[column] = true;
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        boolean whole = row.set(
                column,
                parser.getStringCharacters(),
                parser.getStringOffset(),
                parser.getStringLength(),
                token == JsonToken.VALUE_STRING ? Row.QUOTED : Row.PLAIN);
        if (!whole) {
            throw new Wrong(Cell.problem(
                    ImportCode.JSON_WRONG, "the value of " + Cell.quote(name) + " has half a surrogate pair", null));
        }
    }

    private Wrong unknown(String name) {
        String nearest = Nearest.hint(name, layout.columns);
        return new Wrong(Cell.problem(
                ImportCode.COLUMN_UNKNOWN,
                "key " + Cell.quote(name) + " is not known",
                nearest != null
                        ? nearest
                        : "map it with --map '" + name + "=FIELD' or leave it out with '" + name + "=-'"));
    }
}
