package siyu.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.fact.Vocabulary;

/** Everything a program defines, in an order in which each definition names only earlier ones. Immutable. */
public final class Definitions {
    private final Vocabulary vocabulary;
    private final Map<String, Definition> byName = new LinkedHashMap<>();

    /** @param ordered each naming only earlier ones; names are unique over all kinds of definitions */
    public Definitions(Vocabulary vocabulary, List<Definition> ordered) {
        this.vocabulary = vocabulary;
        ordered.forEach(definition -> byName.put(definition.name(), definition));
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Collection<Definition> all() {
        return byName.values();
    }

    public @Nullable Definition get(String name) {
        return byName.get(name);
    }

    /**
     * Reads one more expression against these definitions, in customer scope.
     *
     * @return null when there were problems, which are then in {@code diagnostics}
     */
    public @Nullable Expression expression(Source source, Diagnostics diagnostics) {
        throw new UnsupportedOperationException();
    }
}
