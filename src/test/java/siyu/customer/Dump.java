package siyu.customer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/** A population as lines of text, to be compared. */
final class Dump {
    private Dump() {}

    static Needs needs(Vocabulary vocabulary, Set<String> attributes, Set<String> eventAttributes) {
        Needs needs = Needs.nothing();
        needs.customer().set(Vocabulary.CUSTOMER_ID);
        attributes.forEach(name -> needs.customer().set(vocabulary.customer(name)));
        eventAttributes.forEach(name -> needs.event().set(vocabulary.event(name)));
        return needs;
    }

    static List<String> of(
            Population population,
            Vocabulary vocabulary,
            AsOf asOf,
            Set<String> attributes,
            Set<String> eventAttributes) {
        Needs needs = needs(vocabulary, attributes, eventAttributes);
        Map<Integer, List<String>> blocks = Collections.synchronizedMap(new TreeMap<>());
        population.scan(
                needs,
                asOf,
                () -> block -> blocks.put(block.first, lines(block, vocabulary, attributes, eventAttributes)));
        return joined(blocks);
    }

    /** The same, with each customer read alone. */
    static List<String> alone(
            Population population,
            Vocabulary vocabulary,
            AsOf asOf,
            Set<String> attributes,
            Set<String> eventAttributes) {
        Needs needs = needs(vocabulary, attributes, eventAttributes);
        List<String> all = new ArrayList<>();
        for (int customer = 0; customer < population.size(); customer++) {
            CustomerBlock block = population.customer(customer, needs, asOf);
            if (block.first != customer || block.size != 1) {
                throw new AssertionError("customer " + customer + " is not alone");
            }
            all.addAll(lines(block, vocabulary, attributes, eventAttributes));
        }
        return all;
    }

    /** The same as of several dates, in one scan. */
    static List<List<String>> of(
            Population population,
            Vocabulary vocabulary,
            List<AsOf> dates,
            Set<String> attributes,
            Set<String> eventAttributes) {
        Needs needs = needs(vocabulary, attributes, eventAttributes);
        List<List<String>> numbers = of(population, vocabulary, needs, dates, attributes, eventAttributes);
        if (!numbers.equals(of(population, vocabulary, needs.inBits(), dates, attributes, eventAttributes))) {
            throw new AssertionError("booleans read as bits are others");
        }
        return numbers;
    }

    private static List<List<String>> of(
            Population population,
            Vocabulary vocabulary,
            Needs needs,
            List<AsOf> dates,
            Set<String> attributes,
            Set<String> eventAttributes) {
        List<Map<Integer, List<String>>> blocks = new ArrayList<>();
        dates.forEach(date -> blocks.add(Collections.synchronizedMap(new TreeMap<>())));
        population.scan(
                needs,
                dates,
                () -> (date, block) ->
                        blocks.get(date).put(block.first, lines(block, vocabulary, attributes, eventAttributes)));
        return blocks.stream().map(Dump::joined).toList();
    }

    private static List<String> joined(Map<Integer, List<String>> blocks) {
        List<String> all = new ArrayList<>();
        blocks.values().forEach(all::addAll);
        return all;
    }

    /** The batch of every event that has a customer, by {@code kind/id}. */
    static Map<String, Integer> batches(Population population, Vocabulary vocabulary, AsOf asOf) {
        Map<String, Integer> batches = Collections.synchronizedMap(new TreeMap<>());
        population.scan(needs(vocabulary, Set.of(), Set.of("id", "at")), asOf, () -> block -> {
            EventBlock events = Objects.requireNonNull(block.events);
            int[] given = Objects.requireNonNull(events.batches);
            Column ids = column(events.attributes, Vocabulary.EVENT_ID);
            for (int row = 0; row < events.size; row++) {
                batches.put(vocabulary.kinds().get(events.kinds[row]) + "/" + ids.get(row), given[row]);
            }
        });
        return batches;
    }

    private static List<String> lines(
            CustomerBlock block, Vocabulary vocabulary, Set<String> attributes, Set<String> eventAttributes) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < block.size; i++) {
            lines.add("customer "
                    + column(block.attributes, Vocabulary.CUSTOMER_ID).get(i) + " "
                    + values(vocabulary.customer(), block.attributes, i, attributes));
            EventBlock events = block.events;
            for (int row = events == null ? 0 : events.offsets[i];
                    events != null && row < events.offsets[i + 1];
                    row++) {
                String kind = vocabulary.kinds().get(events.kinds[row]);
                String id = eventAttributes.contains("id")
                        ? column(events.attributes, Vocabulary.EVENT_ID).get(row) + " "
                        : "";
                lines.add("  " + kind + " " + id + values(vocabulary.event(), events.attributes, row, eventAttributes));
            }
        }
        return lines;
    }

    private static Column column(@Nullable Column[] columns, int index) {
        Column column = columns[index];
        if (column == null) {
            throw new AssertionError("column " + index + " was asked for and is not there");
        }
        return column;
    }

    private static Map<String, Object> values(
            List<Attribute> attributes, @Nullable Column[] columns, int row, Set<String> wanted) {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < columns.length; i++) {
            String name = attributes.get(i).name();
            if (wanted.contains(name) && !name.equals("id")) {
                Column column = column(columns, i);
                if (!column.isBits()
                        && column.known[row] == 0
                        && (column.longs.length > 0 ? column.longs[row] : column.doubles[row]) != 0) {
                    throw new AssertionError("an unknown value of " + name + " is not 0");
                }
                Object value = column.get(row);
                if (value != null) {
                    values.put(name, plain(column, row, value));
                }
            }
        }
        return values;
    }

    /** Booleans and words as numbers, as tests write them. */
    private static Object plain(Column column, int row, Object value) {
        return switch (column.type.kind()) {
            case BOOLEAN -> (boolean) value ? 1L : 0L;
            case WORD -> column.longs[row];
            default -> value;
        };
    }
}
