package siyu.program;

import java.util.HashSet;
import java.util.Set;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Shape;
import siyu.fact.Attribute;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** {@code customers:}, the attributes of customers beyond the built-in ones. */
final class CustomersSection implements Section {
    @Override
    public String name() {
        return "customers";
    }

    @Override
    public Shape shape() {
        return Shape.names(
                "attributes of customers beyond id, name, phone, registered, latitude, longitude, region, birthday and consent",
                AttributeShapes.TYPE);
    }

    @Override
    public void read(Node node, Draft draft) {
        if (!(node instanceof Mapping mapping)) {
            return;
        }
        Set<String> builtIn = new HashSet<>();
        for (Attribute attribute : Vocabulary.builtInCustomer()) {
            builtIn.add(attribute.name());
        }
        for (Entry entry : mapping.entries().values()) {
            Scalar name = entry.key();
            if (!isFree(name, "attribute", builtIn, draft)) {
                continue;
            }
            Type type = AttributeShapes.type(entry.value(), draft);
            if (type != null && Form.isName(name.value())) {
                draft.customer.add(new Attribute(name.value(), type, false));
            }
        }
    }

    /** Whether a name is neither built in nor a word of the language; reports it otherwise. */
    static boolean isFree(Scalar name, String what, Set<String> builtIn, Draft draft) {
        boolean taken = builtIn.contains(name.value());
        if (taken) {
            draft.report(
                    ProgramCode.RESERVED_NAME,
                    "the " + what + " " + name.described() + " is built in",
                    name.place(),
                    "remove it: it is there already");
        } else if (AttributeShapes.isLanguage(name.value())) {
            taken = true;
            draft.report(
                    ProgramCode.RESERVED_NAME,
                    name.described() + " is a word of the expression language",
                    name.place(),
                    "choose another name for the " + what);
        }
        return !taken;
    }
}
