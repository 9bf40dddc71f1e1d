package siyu.rule;

import java.util.Map;
import java.util.Set;
import siyu.fact.Vocabulary;

/**
 * The names an expression may use.
 *
 * @param definitions by name
 * @param broken names that are declared but have problems of their own, so that nothing more is said about them
 * @param kind {@link #CUSTOMER}, or in event scope the kind of event, {@link #ANY} for all kinds
 * @param window of aggregates that name none
 */
record Scope(Vocabulary vocabulary, Map<String, Definition> definitions, Set<String> broken, int kind, Window window) {
    static final int CUSTOMER = -2;
    static final int ANY = -1;

    boolean ofEvents() {
        return kind != CUSTOMER;
    }

    Scope event(int ofKind) {
        return new Scope(vocabulary, definitions, broken, ofKind, window);
    }

    /** The index of an attribute that events of this scope may have, or -1. */
    int eventAttribute(String name) {
        return ofEvents() && (kind == ANY || vocabulary.attributesOf(kind).contains(name))
                ? vocabulary.event(name)
                : -1;
    }

    /** How messages call the events of this scope. */
    String events() {
        return kind == ANY ? "events" : "events of kind '" + vocabulary.kinds().get(kind) + "'";
    }
}
