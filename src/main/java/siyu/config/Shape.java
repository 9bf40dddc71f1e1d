package siyu.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of YAML may contain, said once: {@link ShapeCheck} checks nodes by it, {@link SchemaWriter} writes the JSON
 * Schema from it.
 */
public sealed interface Shape {
    /** Names in one map, at most; looking for the nearest of an unknown one takes time by their number. */
    int MOST_NAMES = 2000;

    /** One line for people: what it means. */
    String about();

    /** A map with known keys. */
    record Keys(String about, List<Key> keys) implements Shape {
        public Keys {
            keys = List.copyOf(keys);
        }

        /** The key of a name, or null. */
        public @Nullable Key key(String name) {
            for (Key key : keys) {
                if (key.name().equals(name)) {
                    return key;
                }
            }
            return null;
        }

        public List<String> names() {
            List<String> names = new ArrayList<>(keys.size());
            for (Key key : keys) {
                names.add(key.name());
            }
            return names;
        }
    }

    /** One known key. */
    record Key(String name, boolean required, Shape shape) {}

    /** A map of names that the user gives, {@link #MOST_NAMES} at most, each with a value of one shape. */
    record Names(String about, Shape value, int least) implements Shape {}

    /** A list. */
    record Items(String about, Shape item, int least, int most) implements Shape {}

    /** One value of a form. */
    record Value(String about, Form form) implements Shape {}

    /** One of some words. */
    record Word(String about, List<String> words) implements Shape {
        public Word {
            words = List.copyOf(words);
        }
    }

    /** A whole number, bounds inclusive. */
    record Whole(String about, long least, long most) implements Shape {}

    /** Several ways to write the same thing, told apart by whether a scalar, a list or a map stands there: one of each at most. */
    record Either(String about, List<Shape> ways) implements Shape {
        public Either {
            ways = List.copyOf(ways);
        }
    }

    static Shape keys(String about, Key... keys) {
        return new Keys(about, List.of(keys));
    }

    static Key required(String name, Shape shape) {
        return new Key(name, true, shape);
    }

    static Key optional(String name, Shape shape) {
        return new Key(name, false, shape);
    }

    static Shape names(String about, Shape value) {
        return new Names(about, value, 0);
    }

    static Shape value(String about, Form form) {
        return new Value(about, form);
    }

    static Shape word(String about, String... words) {
        return new Word(about, List.of(words));
    }
}
