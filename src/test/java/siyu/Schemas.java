package siyu;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import siyu.out.Heading;
import siyu.out.Table;

/** Every schema that was answered with, as text: its name, a line for each key of a row, and {@code + key} for each extra. */
final class Schemas {
    private final Map<String, Map<String, String>> all = new TreeMap<>();

    synchronized void add(Table table) {
        Map<String, String> keys = all.computeIfAbsent(table.schema(), schema -> new TreeMap<>());
        for (Heading heading : table.headings()) {
            keys.put(heading.name(), heading.kind().name().toLowerCase(Locale.ROOT));
        }
        for (String extra : table.extras().keySet()) {
            keys.put("+ " + extra, "");
        }
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        all.forEach((schema, keys) -> {
            text.append(schema).append('\n');
            keys.forEach((key, kind) ->
                    text.append(("  " + key + " " + kind).stripTrailing()).append('\n'));
        });
        return text.toString();
    }
}
