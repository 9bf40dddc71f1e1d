package siyu.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Shape;
import siyu.fact.Attribute;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** {@code events:}, the kinds of events and their attributes beyond the built-in ones. */
final class EventsSection implements Section {
    @Override
    public String name() {
        return "events";
    }

    @Override
    public Shape shape() {
        return Shape.names(
                "kinds of events, each with its attributes beyond id, customer, kind, at, amount, channel and ref",
                Shape.names("attributes of events of this kind, {} for none", AttributeShapes.TYPE));
    }

    @Override
    public void read(Node node, Draft draft) {
        if (!(node instanceof Mapping mapping)) {
            return;
        }
        Set<String> builtIn = new HashSet<>(Set.of("customer", "kind"));
        for (Attribute attribute : Vocabulary.builtInEvent()) {
            builtIn.add(attribute.name());
        }
        Map<String, Attribute> shared = new HashMap<>();
        for (Entry kind : mapping.entries().values()) {
            if (!CustomersSection.isFree(kind.key(), "kind of event", Set.of(), draft)
                    || !Form.isName(kind.key().value())) {
                continue;
            }
            List<Attribute> attributes = new ArrayList<>();
            if (kind.value() instanceof Mapping declared) {
                for (Entry entry : declared.entries().values()) {
                    Attribute attribute = attribute(entry, builtIn, shared, draft);
                    if (attribute != null) {
                        attributes.add(attribute);
                    }
                }
            }
            draft.events.put(kind.key().value(), attributes);
        }
    }

    private static @Nullable Attribute attribute(
            Entry entry, Set<String> builtIn, Map<String, Attribute> shared, Draft draft) {
        String name = entry.key().value();
        if (!CustomersSection.isFree(entry.key(), "attribute", builtIn, draft) || !Form.isName(name)) {
            return null;
        }
        Type type = AttributeShapes.type(entry.value(), draft);
        if (type == null) {
            return null;
        }
        Attribute before = shared.putIfAbsent(name, new Attribute(name, type, false));
        if (before == null || before.type().equals(type)) {
            return new Attribute(name, type, false);
        }
        draft.report(
                ProgramCode.TYPE_CLASH,
                "the attribute '" + name + "' is " + type + " here, but " + before.type() + " for another kind",
                entry.key().place(),
                "give it one type, or another name here");
        return before;
    }
}
