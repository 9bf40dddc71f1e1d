package siyu.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.fact.Vocabulary;

/** Everything a program defines, in an order in which each definition names only earlier ones. Immutable. */
public final class Definitions {
    private final Vocabulary vocabulary;
    private final Map<String, Definition> byName = new LinkedHashMap<>();
    private final Set<String> broken;

    /** @param ordered each naming only earlier ones; names are unique over all kinds of definitions */
    public Definitions(Vocabulary vocabulary, List<Definition> ordered) {
        this(vocabulary, ordered, Set.of());
    }

    /** @param broken names whose definitions have problems, which were reported */
    Definitions(Vocabulary vocabulary, List<Definition> ordered, Set<String> broken) {
        this.vocabulary = vocabulary;
        this.broken = Set.copyOf(broken);
        for (Definition definition : ordered) {
            byName.put(definition.name(), definition);
        }
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Collection<Definition> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    public @Nullable Definition get(String name) {
        return byName.get(name);
    }

    /**
     * Reads one more expression against these definitions, in customer scope.
     *
     * @return null when there were problems, which are then in {@code diagnostics} (also when it names a definition that has
     *     problems, which were reported with the definition)
     */
    public @Nullable Expression expression(Source source, Diagnostics diagnostics) {
        return expression(source, diagnostics, Window.EVER);
    }

    /** The same, with the window of aggregates that name none. */
    public @Nullable Expression expression(Source source, Diagnostics diagnostics, Window window) {
        return Typer.read(scope(Scope.CUSTOMER, window), new Problems(source, diagnostics));
    }

    /** As {@link #expression}, for a condition: must be boolean. */
    public @Nullable Expression condition(Source source, Diagnostics diagnostics) {
        return condition(source, diagnostics, Window.EVER);
    }

    /** The same, with the window of aggregates that name none. */
    public @Nullable Expression condition(Source source, Diagnostics diagnostics, Window window) {
        return Typer.condition(scope(Scope.CUSTOMER, window), new Problems(source, diagnostics), "a condition");
    }

    /**
     * Reads an expression in event scope: it may name attributes of the event and of its customer, but no definitions and no
     * aggregates.
     *
     * @param kind index of the kind of event, or -1 for any
     * @return null when there were problems, which are then in {@code diagnostics}
     */
    public @Nullable Expression eventExpression(int kind, Source source, Diagnostics diagnostics) {
        return Typer.read(scope(kind, Window.EVER), new Problems(source, diagnostics));
    }

    /** As {@link #eventExpression}, for a condition: must be boolean. */
    public @Nullable Expression eventCondition(int kind, Source source, Diagnostics diagnostics) {
        return Typer.condition(scope(kind, Window.EVER), new Problems(source, diagnostics), "a condition");
    }

    private Scope scope(int kind, Window window) {
        return new Scope(vocabulary, byName, broken, kind, window);
    }
}
