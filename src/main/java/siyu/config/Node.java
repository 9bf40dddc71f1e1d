package siyu.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.core.Place;

/** A piece of YAML and where it stands. Immutable. */
public sealed interface Node {
    /** Where it stands. */
    Range range();

    /** What it is, in words for a message: {@code a map}, {@code the text 'x'}. */
    String described();

    default Place place() {
        return range().place();
    }

    /**
     * A stretch of a file.
     *
     * @param start offset of the first character in the source's text
     * @param end offset behind the last one
     */
    record Range(SourceText source, int start, int end) {
        public Place place() {
            return source.place(start, end);
        }
    }

    /** How a scalar was written; decides how a position in its value maps to one in the file. */
    enum Style {
        PLAIN(0),
        SINGLE_QUOTED(1),
        DOUBLE_QUOTED(2),
        LITERAL(3),
        FOLDED(4);

        private static final Style[] ALL = values();

        private final int number;

        Style(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        /** @throws IndexOutOfBoundsException when there is no such style */
        static Style of(int number) {
            return ALL[number];
        }
    }

    /**
     * One value.
     *
     * @param value quotes removed, escapes and folds resolved
     */
    record Scalar(String value, Style style, Range range) implements Node {
        /** Whether nothing was written: an empty place, {@code ~} or {@code null}. */
        public boolean isNull() {
            return style == Style.PLAIN
                    && (value.isEmpty()
                            || value.equals("~")
                            || value.equals("null")
                            || value.equals("Null")
                            || value.equals("NULL"));
        }

        /** The boolean of YAML 1.2's core schema, or null when it is none. */
        public @Nullable Boolean bool() {
            if (style != Style.PLAIN) {
                return null;
            }
            return switch (value) {
                case "true", "True", "TRUE" -> Boolean.TRUE;
                case "false", "False", "FALSE" -> Boolean.FALSE;
                default -> null;
            };
        }

        /** The place in the file of the characters {@code start} to {@code end} of the value. */
        public Place place(int start, int end) {
            int[] offsets = Alignment.of(this);
            int from = offsets[Math.max(0, Math.min(start, value.length()))];
            int last = Math.max(0, Math.min(end - 1, value.length()));
            return range.source().place(from, Math.max(from, offsets[last]) + 1);
        }

        @Override
        public String described() {
            if (isNull()) {
                return "nothing";
            }
            String shown = value.length() <= 40 ? value : value.substring(0, value.offsetByCodePoints(0, 37)) + "...";
            return "'" + shown.replace('\n', ' ') + "'";
        }
    }

    /** A key with its value. */
    record Entry(Scalar key, Node value) {}

    /** A map; keys are unique. */
    record Mapping(Map<String, Entry> entries, Range range) implements Node {
        public Mapping {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value of a key, or null. */
        public @Nullable Node get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** The value of a key if it is a scalar that holds something, or null. */
        public @Nullable Scalar scalar(String key) {
            return get(key) instanceof Scalar scalar && !scalar.isNull() ? scalar : null;
        }

        /** The text of a key's scalar, or null. */
        public @Nullable String text(String key) {
            Scalar scalar = scalar(key);
            return scalar == null ? null : scalar.value();
        }

        /** The same map with one value replaced or, at the end, added. */
        public Mapping with(Scalar key, Node value) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            Entry before = changed.get(key.value());
            changed.put(key.value(), new Entry(before == null ? key : before.key(), value));
            return new Mapping(changed, range);
        }

        @Override
        public String described() {
            return "a map";
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Range range) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        /** The same list with one value replaced. */
        public Sequence with(int index, Node value) {
            List<Node> changed = new ArrayList<>(items);
            changed.set(index, value);
            return new Sequence(changed, range);
        }

        @Override
        public String described() {
            return "a list";
        }
    }
}
