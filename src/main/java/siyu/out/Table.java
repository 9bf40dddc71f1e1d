package siyu.out;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command's answer.
 *
 * @param schema the contract's name and version, {@code siyu.segment.run/1}: within a version keys are only added
 * @param headings the columns
 * @param rows the rows, in an order that is part of the contract
 * @param extras further members of the JSON document beside {@code rows} (snake_case; values as in cells); tables show them as
 *     lines below the rows; a {@code Supplier} is asked after the last row
 * @param zone the zone times are shown in
 * @param single whether it is one record rather than a list, which people read better one cell a line
 */
public record Table(
        String schema, List<Heading> headings, Rows rows, Map<String, Object> extras, ZoneId zone, boolean single) {
    public static Table of(String schema, ZoneId zone, List<Heading> headings, Rows rows) {
        return new Table(schema, List.copyOf(headings), rows, Map.of(), zone, false);
    }

    /** The same table as one record: {@code -o table} shows it as {@code -o vertical} does. */
    public Table one() {
        return new Table(schema, headings, rows, extras, zone, true);
    }

    /** The same table with one more member beside the rows. */
    public Table with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        more.put(key, value);
        return new Table(schema, headings, rows, more, zone, single);
    }

    /** An extra's value: what a supplier supplies, or the value itself. */
    static @Nullable Object extra(Object value) {
        return value instanceof Supplier<?> late ? late.get() : value;
    }
}
