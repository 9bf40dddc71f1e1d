package siyu.importing;

import java.util.List;
import siyu.fact.Type;

/**
 * What the rows of a file hold that are neither customers nor events: groups, their members, staff and the like.
 *
 * @param fields in order; the first one is an id, so that a row can be named
 */
public record Sheet(List<Field> fields) {
    /**
     * One field.
     *
     * @param type of its values
     * @param required whether a file must have a column for it and every row a value
     * @param id whether it names something: a text without control characters
     * @param personal whether it says who somebody is, so that problems do not show its value
     */
    public record Field(String name, Type type, boolean required, boolean id, boolean personal) {}

    public Sheet {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || !fields.get(0).id()) {
            throw new IllegalArgumentException("a row is named by its first field");
        }
    }

    public static Sheet of(Field... fields) {
        return new Sheet(List.of(fields));
    }

    /** What names something, in every row. */
    public static Field id(String name) {
        return new Field(name, Type.TEXT, true, true, false);
    }

    /** A value in every row. */
    public static Field required(String name, Type type) {
        return new Field(name, type, true, false, false);
    }

    /** A value that may be unknown. */
    public static Field optional(String name, Type type) {
        return new Field(name, type, false, false, false);
    }

    /** A text that says who somebody is, and may be unknown. */
    public static Field personal(String name) {
        return new Field(name, Type.TEXT, false, false, true);
    }

    /** The index of a field. */
    public int index(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no field " + name);
    }
}
