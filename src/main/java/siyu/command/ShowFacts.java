package siyu.command;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Vocabulary;
import siyu.out.Mask;
import siyu.program.Program;
import siyu.rule.Compiled;
import siyu.rule.Definition;
import siyu.rule.Dependencies;
import siyu.rule.Expression;
import siyu.rule.Personal;
import siyu.segment.Segmenting;

/** What the facts say of one customer: his attributes and events, and what the program's definitions make of them. */
final class ShowFacts {
    private final Vocabulary vocabulary;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Expression> roots = new ArrayList<>();
    private final Compiled compiled;
    private final Needs needs;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private @Nullable CustomerBlock block;

    /** Needs no data file, which may still be being opened. */
    ShowFacts(Program program, AsOf asOf) {
        this.vocabulary = program.vocabulary();
        for (Definition definition : program.definitions().all()) {
            if (alone(definition)) {
                definitions.add(definition);
                roots.add(Segmenting.reference(definition));
            }
        }
        this.compiled = Compiled.of(vocabulary, asOf, roots);
        this.needs = everything(vocabulary).and(compiled.needs());
    }

    /** Whether it can be worked out for one customer without looking at all others. */
    private static boolean alone(Definition definition) {
        return !(definition instanceof Definition.Score)
                && Dependencies.of(definition).stream().noneMatch(part -> part instanceof Definition.Score);
    }

    private static Needs everything(Vocabulary vocabulary) {
        BitSet customer = new BitSet();
        customer.set(0, vocabulary.customer().size());
        BitSet event = new BitSet();
        event.set(0, vocabulary.event().size());
        return new Needs(customer, event);
    }

    /** Reads his rows and works everything out. */
    void read(World world, int customer, boolean unmask) {
        CustomerBlock found =
                world.population().customer(customer, needs, world.asOf()).with(Map.of(), world.marks());
        Compiled.Frame frame = compiled.frame();
        frame.load(found);
        for (int i = 0; i < roots.size(); i++) {
            Object value = Cells.value(frame.value(i), customer - found.first, vocabulary);
            if (value instanceof String text && !unmask && Personal.is(vocabulary, roots.get(i))) {
                value = Mask.of(text);
            }
            if (value != null) {
                values.put(definitions.get(i).name(), value);
            }
        }
        block = found;
    }

    /** The definitions that need nobody else. */
    List<Definition> definitions() {
        return definitions;
    }

    /** The known values by the name of their definition. */
    Map<String, Object> values() {
        return values;
    }

    /** The rows that were read. */
    CustomerBlock block() {
        return Objects.requireNonNull(block, "read");
    }
}
