package siyu.program;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.fact.Attribute;
import siyu.fact.Vocabulary;
import siyu.rule.DefinitionReader;

/** A program while it is being read. Stand-ins fill what is missing, so that later problems are found in the same run. */
final class Draft {
    final Diagnostics diagnostics;
    final Path root;
    String name = "";
    ZoneId zone = ZoneOffset.UTC;
    String currency = "XXX";
    int decimals = 2;

    @Nullable
    Path data;

    final List<Attribute> customer = new ArrayList<>();
    final Map<String, List<Attribute>> events = new LinkedHashMap<>();
    private final List<Consumer<DefinitionReader>> definitions = new ArrayList<>();

    Draft(Path root, Diagnostics diagnostics) {
        this.root = root;
        this.diagnostics = diagnostics;
    }

    /** Definitions can be read only when every section has given its words, so they wait until then. */
    void define(Consumer<DefinitionReader> definition) {
        definitions.add(definition);
    }

    void define(DefinitionReader reader) {
        definitions.forEach(definition -> definition.accept(reader));
    }

    void report(ProgramCode code, String message, Place place, @Nullable String hint) {
        diagnostics.add(Problem.of(code, message).at(place).hint(hint));
    }

    Vocabulary vocabulary() {
        return new Vocabulary(zone, currency, decimals, customer, events);
    }
}
