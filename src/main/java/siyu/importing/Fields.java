package siyu.importing;

import java.util.ArrayList;
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
    final Vocabulary vocabulary;

    /** The number of attributes. */
    final int attributes;

    /** The target of an event's customer, or -1. */
    final int customer;

    /** The target of an event's kind, or -1. */
    final int kind;

    /** Whether a program can add fields. */
    final boolean declared;

    private final Map<String, Integer> targets = new LinkedHashMap<>();
    private final List<Sheet.Field> list;
    private final String owner;

    Fields(RecordReader.Of of, Vocabulary vocabulary) {
        this(
                vocabulary,
                of == RecordReader.Of.CUSTOMERS
                        ? fields(vocabulary.customer(), List.of(Vocabulary.CUSTOMER_ID))
                        : events(vocabulary, of == RecordReader.Of.REFERRALS),
                switch (of) {
                    case CUSTOMERS -> "";
                    case EVENTS -> "customer";
                    case REFERRALS -> "referrer";
                },
                true);
    }

    Fields(Sheet sheet, Vocabulary vocabulary) {
        this(vocabulary, sheet.fields(), "", false);
    }

    /** @param owner what the field of an event's customer is called; empty for rows that are no events */
    private Fields(Vocabulary vocabulary, List<Sheet.Field> list, String owner, boolean declared) {
        boolean events = !owner.isEmpty();
        this.owner = owner;
        this.declared = declared;
        this.vocabulary = vocabulary;
        this.list = list;
        this.attributes = list.size();
        for (int i = 0; i < attributes; i++) {
            targets.put(list.get(i).name(), i);
        }
        this.customer = events ? attributes : -1;
        this.kind = events ? attributes + 1 : -1;
        if (events) {
            targets.put(owner, customer);
            targets.put("kind", kind);
        }
    }

    private static List<Sheet.Field> events(Vocabulary vocabulary, boolean referrals) {
        List<Sheet.Field> fields = fields(vocabulary.event(), List.of(Vocabulary.EVENT_ID, Vocabulary.EVENT_AT));
        if (referrals) {
            fields.set(Vocabulary.EVENT_REF, Sheet.required("referee", Type.TEXT));
        }
        return fields;
    }

    private static List<Sheet.Field> fields(List<Attribute> attributes, List<Integer> required) {
        List<Sheet.Field> fields = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            fields.add(new Sheet.Field(
                    attribute.name(), attribute.type(), required.contains(i), i == 0, attribute.personal()));
        }
        return fields;
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
        return target < attributes ? list.get(target).name() : target == customer ? owner : "kind";
    }

    /** What the vocabulary calls an event's attribute that a field is read into. */
    String attribute(int target) {
        return events() ? vocabulary.event().get(target).name() : name(target);
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
        return target < attributes ? list.get(target).required() : target == kind;
    }

    /** The targets a file must have a column for. */
    List<Integer> needed() {
        if (events()) {
            List<Integer> all = new ArrayList<>(List.of(Vocabulary.EVENT_ID, kind, customer, Vocabulary.EVENT_AT));
            if (list.get(Vocabulary.EVENT_REF).required()) {
                all.add(Vocabulary.EVENT_REF);
            }
            return all;
        }
        List<Integer> needed = new ArrayList<>();
        for (int i = 0; i < attributes; i++) {
            if (list.get(i).required()) {
                needed.add(i);
            }
        }
        return needed;
    }

    /** Whether this target holds an external id. */
    boolean identifies(int target) {
        return target == customer || target < attributes && list.get(target).id();
    }
}
