package siyu.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Range;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.config.Node.Style;
import siyu.core.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Turns the tokens of one text into nodes, once; {@link YamlReader} tries again without a section that is broken. */
final class NodeBuilder {
    /** Levels of maps and lists, at most; also bounds the recursion of everything that walks the nodes. */
    private static final int MAX_DEPTH = 50;

    private static final YAMLFactory YAML = new YAMLFactory();

    private final SourceText source;
    private final Set<Problem> problems;
    private final JsonParser parser;

    NodeBuilder(SourceText source, Set<Problem> problems) {
        this.source = source;
        this.problems = problems;
        this.parser = YAML.createParser(ObjectReadContext.empty(), new StringReader(source.text()));
    }

    /** The text cannot be read on from here. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;
        private final int line;

        Broken(Problem problem, int line) {
            super(problem.message(), null, false, false);
            this.problem = problem;
            this.line = line;
        }

        Problem problem() {
            return problem;
        }

        /** A line (from 0) of the section to leave out. */
        int line() {
            return line;
        }
    }

    @Nullable
    Node read() throws Broken {
        JsonToken token = next();
        if (token == null) {
            return null;
        }
        Node root = node(token, 0);
        if (next() != null) {
            problems.add(Problem.of(ConfigCode.SEVERAL_DOCUMENTS, "a second document begins before this line")
                    .at(source.place(start(), start() + 1))
                    .hint("remove the line ---, or split the file"));
        }
        return root instanceof Scalar scalar && scalar.isNull() ? null : root;
    }

    private @Nullable JsonToken next() throws Broken {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw broken(e);
        } catch (RuntimeException e) {
            // The scanner below Jackson throws others on rare garbage (bad escapes beyond Unicode, for instance).
            int at = start();
            throw new Broken(
                    Problem.of(ConfigCode.SYNTAX, "this is not YAML").at(source.place(at, at + 1)), source.line(at));
        }
    }

    private Node node(JsonToken token, int depth) throws Broken {
        int start = start();
        refuseProperties(start);
        if (depth >= MAX_DEPTH) {
            throw new Broken(
                    Problem.of(ConfigCode.TOO_DEEP, "maps and lists are nested more than 50 levels deep here")
                            .at(source.place(start, start + 1)),
                    source.line(start));
        }
        return switch (token) {
            case START_OBJECT -> mapping(start, depth);
            case START_ARRAY -> sequence(start, depth);
            default -> scalar(token, start);
        };
    }

    private Mapping mapping(int start, int depth) throws Broken {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            if (token == null) {
                break;
            }
            int keyStart = start();
            refuseProperties(keyStart);
            Scalar key = scalar(token, keyStart);
            JsonToken following = next();
            if (following == null) {
                break;
            }
            Node value = node(following, depth + 1);
            if (key.value().equals("<<") && key.style() == Style.PLAIN) {
                problems.add(Problem.of(ConfigCode.MERGE_KEY, "the merge key '<<' is not allowed")
                        .at(key.place())
                        .hint("write the keys out"));
                continue;
            }
            Entry before = entries.putIfAbsent(key.value(), new Entry(key, value));
            if (before != null) {
                problems.add(Problem.of(
                                ConfigCode.DUPLICATE_KEY,
                                "the key '" + key.value() + "' is given twice, first in line "
                                        + before.key().place().line())
                        .at(key.place())
                        .hint("keep one of the two"));
            }
        }
        return new Mapping(entries, new Range(source, start, end(start)));
    }

    private Sequence sequence(int start, int depth) throws Broken {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (token == null) {
                break;
            }
            items.add(node(token, depth + 1));
        }
        return new Sequence(items, new Range(source, start, end(start)));
    }

    private Scalar scalar(JsonToken token, int from) {
        int end = end(from);
        int start = withoutProperties(from, end);
        String text = source.text();
        Style style = switch (start < end ? text.charAt(start) : ' ') {
            case '\'' -> Style.SINGLE_QUOTED;
            case '"' -> Style.DOUBLE_QUOTED;
            case '|' -> Style.LITERAL;
            case '>' -> Style.FOLDED;
            default -> Style.PLAIN;
        };
        // Jackson guesses at numbers and booleans in plain scalars; what was written is what counts here.
        boolean asWritten = style == Style.PLAIN && token != JsonToken.VALUE_STRING && token != JsonToken.PROPERTY_NAME;
        String value = asWritten ? text.substring(start, end) : parser.getString();
        return new Scalar(value == null ? "" : value, style, new Range(source, start, end));
    }

    /** Anchors, aliases and tags stand in front of what they belong to, so the first character gives them away. */
    private void refuseProperties(int start) {
        if (start >= source.text().length()) {
            return;
        }
        char c = source.text().charAt(start);
        if (c == '&' || c == '*' || c == '!') {
            problems.add(property(start));
        }
    }

    private Problem property(int start) {
        char c = source.text().charAt(start);
        String word = word(start);
        String what = c == '&' ? "anchor" : c == '*' ? "alias" : "tag";
        String instead = c == '!' ? "remove it" : "write the value out";
        return Problem.of(
                        c == '!' ? ConfigCode.TAG : ConfigCode.ANCHOR, "the " + what + " '" + word + "' is not allowed")
                .at(source.place(start, start + word.length()))
                .hint(instead + ", or quote the text if it begins with " + c);
    }

    /** Where the value itself begins, behind an anchor or a tag (which are refused, but should cause no further problems). */
    private int withoutProperties(int from, int end) {
        String text = source.text();
        int start = from;
        while (start < end && (text.charAt(start) == '&' || text.charAt(start) == '!')) {
            start += Math.max(1, word(start).length());
            while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\n')) {
                start++;
            }
        }
        return Math.min(start, end);
    }

    private String word(int start) {
        int end = start;
        String text = source.text();
        while (end < text.length() && " \n\t,]}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    private int start() {
        return offset(parser.currentTokenLocation());
    }

    private int end(int start) {
        return Math.max(start, offset(parser.currentLocation()));
    }

    private int offset(@Nullable TokenStreamLocation location) {
        if (location == null || location.getLineNr() < 1) {
            return 0;
        }
        return source.offset(location.getLineNr() - 1, Math.max(0, location.getColumnNr() - 1));
    }

    private Broken broken(JacksonException e) {
        if (!(e.getCause() instanceof MarkedYamlEngineException marked)) {
            int at = start();
            String said = e.getOriginalMessage();
            boolean alias = at < source.text().length() && source.text().charAt(at) == '*';
            if (alias) {
                return new Broken(property(at), source.line(at));
            }
            boolean key = said != null && said.startsWith("Expected a property name");
            Problem problem = Problem.of(ConfigCode.SYNTAX, key ? "a key must be a single text" : "this is not YAML")
                    .hint(key ? "quote it if it is one" : null);
            return new Broken(problem.at(source.place(at, at + 1)), source.line(at));
        }
        int problemAt = offset(marked.getProblemMark(), 0);
        int contextAt = offset(marked.getContextMark(), problemAt);
        boolean sameLine = source.line(problemAt) == source.line(contextAt);
        SyntaxWords words = SyntaxWords.of(marked.getProblem(), sameLine);
        int at = words.atContext() ? contextAt : problemAt;
        Problem problem = Problem.of(ConfigCode.SYNTAX, words.message()).hint(words.hint());
        return new Broken(problem.at(source.place(at, at + 1)), source.line(at));
    }

    private int offset(Optional<Mark> mark, int otherwise) {
        return mark.isPresent() ? source.offset(mark.get().getLine(), mark.get().getColumn()) : otherwise;
    }
}
