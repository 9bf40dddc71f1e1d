package siyu.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Marks;
import siyu.fact.Needs;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Blocks for tests, from customers and events written as maps of boxed values. */
final class Blocks {
    /** An event: its values by attribute name (Long, Double, Boolean, String; words as String). */
    record Event(String kind, long at, Map<String, Object> values) {}

    /** A customer: his values by attribute name, and his events in any order. */
    record Customer(Map<String, Object> values, List<Event> events) {
        static Customer of(Object... namesAndValues) {
            return new Customer(map(namesAndValues), new ArrayList<>());
        }

        Customer event(String kind, long at, Object... namesAndValues) {
            events.add(new Event(kind, at, map(namesAndValues)));
            return this;
        }
    }

    private final Vocabulary vocabulary;

    Blocks(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    CustomerBlock block(List<Customer> customers) {
        return block(0, customers, everything(), Map.of(), Marks.NONE);
    }

    /** Only what is needed, so that a missing need shows. */
    CustomerBlock block(int first, List<Customer> customers, Needs needs, Map<String, Column> given, Marks marks) {
        @Nullable
        Column[] attributes = new @Nullable Column[vocabulary.customer().size()];
        List<Map<String, Object>> rows =
                customers.stream().map(Customer::values).toList();
        for (int i = needs.customer().nextSetBit(0);
                i >= 0;
                i = needs.customer().nextSetBit(i + 1)) {
            attributes[i] = column(vocabulary.customer().get(i), rows, needs.bits());
        }
        return new CustomerBlock(
                first, customers.size(), attributes, needs.events() ? events(customers, needs) : null, given, marks);
    }

    Needs everything() {
        BitSet customer = new BitSet();
        customer.set(0, vocabulary.customer().size());
        BitSet event = new BitSet();
        event.set(0, vocabulary.event().size());
        return new Needs(customer, event);
    }

    private EventBlock events(List<Customer> customers, Needs needs) {
        int[] offsets = new int[customers.size() + 1];
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            all.addAll(customers.get(i).events().stream()
                    .sorted(Comparator.comparingLong(Event::at))
                    .toList());
            offsets[i + 1] = all.size();
        }
        short[] kinds = new short[all.size()];
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = (short) vocabulary.kind(all.get(i).kind());
            Map<String, Object> values = new LinkedHashMap<>(all.get(i).values());
            values.put("at", all.get(i).at());
            rows.add(values);
        }
        @Nullable Column[] attributes = new @Nullable Column[vocabulary.event().size()];
        for (int i = needs.event().nextSetBit(0); i >= 0; i = needs.event().nextSetBit(i + 1)) {
            attributes[i] = column(vocabulary.event().get(i), rows, false);
        }
        return new EventBlock(offsets, kinds, attributes);
    }

    private static Column column(Attribute attribute, List<Map<String, Object>> rows, boolean bits) {
        if (bits && attribute.type().kind() == Type.Kind.BOOLEAN) {
            Column column = Column.bits(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                Object value = rows.get(i).get(attribute.name());
                column.set(i, Boolean.TRUE.equals(value), value != null);
            }
            return column;
        }
        Column column = new Column(attribute.type(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            put(column, i, rows.get(i).get(attribute.name()));
        }
        return column;
    }

    static void put(Column column, int row, @Nullable Object value) {
        if (value == null) {
            return;
        }
        column.known[row] = 1;
        if (value instanceof Double number) {
            column.doubles[row] = number;
        } else if (value instanceof Boolean yes) {
            column.longs[row] = yes ? 1 : 0;
        } else if (value instanceof String text) {
            column.longs[row] = column.type.kind() == Type.Kind.WORD
                    ? column.type.words().indexOf(text)
                    : column.dictionary.add(text);
        } else {
            column.longs[row] = ((Number) value).longValue();
        }
    }

    /** The values of a root's column as boxed objects. */
    static List<@Nullable Object> values(Column column, int size) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(column.get(i));
        }
        return values;
    }
}
