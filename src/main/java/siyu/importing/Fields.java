package siyu.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import siyu.fact.Attribute;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/**
 * The fields that rows of one sort can have. A target is the index of the attribute; for events {@link #customer} and
 * {@link #kind} follow after the attributes.
 */
final class Fields {
    final RecordReader.Of of;
    final Vocabulary vocabulary;

    /** The number of attributes. */
    final int attributes;

    /** The target of an event's customer, or -1. */
    final int customer;

    /** The target of an event's kind, or -1. */
    final int kind;

    private final Map<String, Integer> targets = new LinkedHashMap<>();
    private final List<Attribute> list;

    Fields(RecordReader.Of of, Vocabulary vocabulary) {
        this.of = of;
        this.vocabulary = vocabulary;
        boolean events = of == RecordReader.Of.EVENTS;
        this.list = events ? vocabulary.event() : vocabulary.customer();
        this.attributes = list.size();
        for (int i = 0; i < attributes; i++) {
            targets.put(list.get(i).name(), i);
        }
        this.customer = events ? attributes : -1;
        this.kind = events ? attributes + 1 : -1;
        if (events) {
            targets.put("customer", customer);
            targets.put("kind", kind);
        }
    }

    boolean events() {
        return kind >= 0;
    }

    /** One more than the largest target. */
    int size() {
        return targets.size();
    }

    /** The target of a field, or -1. */
    int target(String field) {
        return targets.getOrDefault(field, -1);
    }

    String name(int target) {
        return target < attributes ? list.get(target).name() : target == customer ? "customer" : "kind";
    }

    Set<String> names() {
        return targets.keySet();
    }

    /** Whether a field says who a customer is. */
    boolean personal(String field) {
        int target = target(field);
        return target >= 0 && target < attributes && list.get(target).personal();
    }

    Type type(int target) {
        if (target < attributes) {
            return list.get(target).type();
        }
        return target == customer ? Type.TEXT : Type.word(vocabulary.kinds());
    }

    /** Whether every row must have a value; an event without a customer is handed on, for the consumer to count. */
    boolean required(int target) {
        return target == 0 || events() && (target == Vocabulary.EVENT_AT || target == kind);
    }

    /** The targets a file must have a column for. */
    List<Integer> needed() {
        return events()
                ? List.of(Vocabulary.EVENT_ID, kind, customer, Vocabulary.EVENT_AT)
                : List.of(Vocabulary.CUSTOMER_ID);
    }

    /** Whether this target holds an external id. */
    boolean identifies(int target) {
        return target == 0 || target == customer;
    }
}
