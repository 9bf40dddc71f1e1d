package siyu.out;

/**
 * One column of a table.
 *
 * @param name snake_case: the JSON key, and in capitals with spaces the title
 * @param kind what the cells are
 * @param wide shown only by {@code -o wide} and by the data formats
 */
public record Heading(String name, Kind kind, boolean wide) {
    /** What the cells of a column are; decides alignment and JSON type. A null cell is always allowed. */
    public enum Kind {
        /** String. */
        TEXT,
        /** String that identifies a person: masked in tables unless unmasking was asked for. */
        PERSONAL,
        /** Long. */
        INTEGER,
        /** Double or BigDecimal. */
        DECIMAL,
        /** BigDecimal in major units, scale of the currency. */
        MONEY,
        /** Double between 0 and 1, shown in percent in tables. */
        SHARE,
        /** Boolean. */
        BOOLEAN,
        /** LocalDate. */
        DATE,
        /** Instant, shown in the program's zone. */
        TIME,
        /** A {@code List<?>} or {@code Map<String, ?>} of the above: nested in JSON, compact text elsewhere. */
        NESTED
    }

    public static Heading text(String name) {
        return new Heading(name, Kind.TEXT, false);
    }

    public static Heading of(String name, Kind kind) {
        return new Heading(name, kind, false);
    }

    public Heading wideOnly() {
        return new Heading(name, kind, true);
    }
}
