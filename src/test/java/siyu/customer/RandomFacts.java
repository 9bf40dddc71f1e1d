package siyu.customer;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import siyu.fact.Attribute;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Makes up files of customers and events, with every kind of trouble. */
final class RandomFacts {
    static final Vocabulary VOCABULARY = vocabulary();
    private final Random random;

    RandomFacts(Random random) {
        this.random = random;
    }

    private static Vocabulary vocabulary() {
        Map<String, List<Attribute>> events = new LinkedHashMap<>();
        events.put("purchase", List.of(new Attribute("category", Type.TEXT, false)));
        events.put("login", List.of());
        events.put(
                "bound",
                List.of(
                        new Attribute("card", Type.word(List.of("debit", "credit")), false),
                        new Attribute("weight", Type.DECIMAL, false)));
        return new Vocabulary(
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                2,
                List.of(
                        new Attribute("app", Type.BOOLEAN, false),
                        new Attribute("risk", Type.word(List.of("low", "high")), false),
                        new Attribute("aum", Type.MONEY, false),
                        new Attribute("visits", Type.INTEGER, false),
                        new Attribute("seen", Type.TIME, false)),
                events);
    }

    /** Some of the attributes, in a set that can be printed. */
    Set<String> some(List<Attribute> attributes, boolean all) {
        Set<String> names = new TreeSet<>();
        for (Attribute attribute : attributes) {
            if (!attribute.name().equals("id") && !attribute.name().equals("at") && (all || random.nextInt(4) > 0)) {
                names.add(attribute.name());
            }
        }
        return names;
    }

    List<FactRow> customers(int count, int people, Set<String> columns) {
        List<FactRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "c" + random.nextInt(people);
            rows.add(new FactRow("", id, id, values(VOCABULARY.customer(), columns)));
        }
        return rows;
    }

    List<FactRow> events(int count, int people, int ids, Set<String> columns) {
        List<FactRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!rows.isEmpty() && random.nextInt(6) == 0) {
                rows.add(again(rows.get(random.nextInt(rows.size()))));
                continue;
            }
            String kind = VOCABULARY.kinds().get(random.nextInt(3));
            Map<String, Object> values = values(VOCABULARY.event(), columns);
            values.keySet().retainAll(VOCABULARY.attributesOf(VOCABULARY.kind(kind)));
            values.put("at", (long) random.nextInt(50) * 1_000_000);
            String customer = random.nextInt(10) == 0 ? "" : "c" + random.nextInt(people);
            rows.add(new FactRow(kind, "e" + random.nextInt(ids), customer, values));
        }
        return rows;
    }

    /** The same event once more, sometimes with something changed. */
    private FactRow again(FactRow row) {
        return switch (random.nextInt(4)) {
            case 0 -> new FactRow(row.kind(), row.id(), "c" + random.nextInt(20), row.values());
            case 1 -> {
                Map<String, Object> values = new HashMap<>(row.values());
                values.put("at", (long) random.nextInt(50) * 1_000_000);
                yield new FactRow(row.kind(), row.id(), row.customer(), values);
            }
            default -> row;
        };
    }

    private Map<String, Object> values(List<Attribute> attributes, Set<String> columns) {
        Map<String, Object> values = new HashMap<>();
        for (Attribute attribute : attributes) {
            if (columns.contains(attribute.name()) && random.nextInt(4) > 0) {
                values.put(attribute.name(), value(attribute.type()));
            }
        }
        return values;
    }

    private Object value(Type type) {
        return switch (type.kind()) {
            case BOOLEAN, WORD -> (long) random.nextInt(2);
            case DECIMAL -> random.nextInt(5) / 4.0;
            case TEXT -> random.nextInt(20) == 0 ? "长长的" + random.nextInt() : "t" + random.nextInt(4);
            case DATE -> (long) random.nextInt(3);
            case INTEGER, MONEY, TIME -> random.nextInt(9) == 0 ? random.nextLong() : random.nextInt(7) - 3L;
        };
    }
}
