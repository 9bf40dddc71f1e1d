package siyu.customer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a data file must hold, told slowly and plainly with maps and lists. */
final class Model {
    /** One customer as he was after each import that changed him; the first version holds for all time before. */
    final Map<String, TreeMap<Long, Map<String, Object>>> customers = new LinkedHashMap<>();

    /** Every event taken, by kind and id, in order of arrival. */
    final Map<String, FactRow> events = new LinkedHashMap<>();

    /** Counts of one import. */
    record Counts(long created, long changed, long unchanged) {}

    /** Counts of one import of events. */
    record EventCounts(long taken, long apart, long duplicates, long conflicts) {}

    Counts importCustomers(long time, List<FactRow> rows, Set<String> columns) {
        Map<String, Map<String, Object>> after = new LinkedHashMap<>();
        for (FactRow row : rows) {
            Map<String, Object> values = after.computeIfAbsent(
                    row.id(),
                    id -> customers.containsKey(id)
                            ? new HashMap<>(customers.get(id).lastEntry().getValue())
                            : new HashMap<>());
            for (String column : columns) {
                values.remove(column);
                if (row.values().containsKey(column)) {
                    values.put(column, row.values().get(column));
                }
            }
        }
        long created = 0;
        long changed = 0;
        for (Map.Entry<String, Map<String, Object>> each : after.entrySet()) {
            TreeMap<Long, Map<String, Object>> versions = customers.get(each.getKey());
            if (versions == null) {
                created++;
                customers.put(each.getKey(), new TreeMap<>(Map.of(Long.MIN_VALUE, each.getValue())));
            } else if (!versions.lastEntry().getValue().equals(each.getValue())) {
                changed++;
                versions.put(time, each.getValue());
            }
        }
        return new Counts(created, changed, after.size() - created - changed);
    }

    EventCounts importEvents(List<FactRow> rows, Set<String> columns) {
        long taken = 0;
        long apart = 0;
        long duplicates = 0;
        long conflicts = 0;
        for (FactRow row : rows) {
            Map<String, Object> values = new HashMap<>(row.values());
            values.keySet().removeIf(name -> !name.equals("at") && !columns.contains(name));
            FactRow event = new FactRow(row.kind(), row.id(), row.customer(), values);
            FactRow before = events.putIfAbsent(row.kind() + "/" + row.id(), event);
            if (before == null) {
                if (customers.containsKey(row.customer())) {
                    taken++;
                } else {
                    apart++;
                }
            } else if (before.equals(event)) {
                duplicates++;
            } else {
                conflicts++;
            }
        }
        return new EventCounts(taken, apart, duplicates, conflicts);
    }

    /** What {@link Dump} must say of a population over this. */
    List<String> dump(long asOf, Set<String> attributes, Set<String> eventAttributes) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, TreeMap<Long, Map<String, Object>>> each : customers.entrySet()) {
            Map<String, Object> values = each.getValue().floorEntry(asOf).getValue();
            lines.add("customer " + each.getKey() + " " + only(values, attributes));
            events.values().stream()
                    .filter(event -> event.customer().equals(each.getKey()))
                    .sorted(Comparator.comparingLong(
                            event -> (Long) event.values().get("at")))
                    .map(event -> "  " + event.kind() + " "
                            + (eventAttributes.contains("id") ? event.id() + " " : "")
                            + only(event.values(), eventAttributes))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static Map<String, Object> only(Map<String, Object> values, Set<String> names) {
        Map<String, Object> some = new TreeMap<>(values);
        some.keySet().retainAll(names);
        return some;
    }
}
