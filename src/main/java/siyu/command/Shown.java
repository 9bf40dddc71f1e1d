package siyu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Population;
import siyu.fact.Type;
import siyu.out.Heading;
import siyu.program.Program;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Personal;
import siyu.rule.Source;
import siyu.segment.Scores;

/**
 * Further columns of a member list: expressions worked out for everybody.
 *
 * @param columns by expression, one value per customer number, ready to be shown
 */
record Shown(List<Heading> headings, List<IntFunction<@Nullable Object>> columns) {
    /** Reads the texts of {@code --show}. */
    static List<Expression> read(Program program, List<String> texts) {
        Diagnostics diagnostics = new Diagnostics();
        List<Expression> expressions = new ArrayList<>();
        for (String text : texts) {
            Expression expression = program.definitions().expression(Source.of("--show", text), diagnostics);
            if (expression != null) {
                expressions.add(expression);
            }
        }
        diagnostics.throwIfAny();
        return expressions;
    }

    /** Works the expressions out for everybody. */
    static Shown of(World world, List<Expression> roots, List<String> texts) {
        if (roots.isEmpty()) {
            return new Shown(List.of(), List.of());
        }
        List<Heading> headings = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            sources.add(Source.of("--show", texts.get(i)));
            boolean personal = Personal.is(world.vocabulary(), roots.get(i));
            headings.add(Heading.of(
                    texts.get(i),
                    personal ? Heading.Kind.PERSONAL : Cells.kind(roots.get(i).type())));
            columns.add(new Column(roots.get(i).type(), world.population().size()));
        }
        Scores scores = Scores.of(world.vocabulary(), world.population(), world.asOf(), world.marks(), roots);
        Compiled compiled = Compiled.of(world.vocabulary(), world.asOf(), roots, sources);
        world.population().scan(compiled.needs(), world.asOf(), () -> new Copier(compiled, scores, world, columns));
        List<IntFunction<@Nullable Object>> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(customer -> Cells.value(column, customer, world.vocabulary())));
        return new Shown(headings, cells);
    }

    /** Copies the values of its blocks; texts go through one shared dictionary. */
    private static final class Copier implements Population.Visitor {
        private final Compiled.Frame frame;
        private final Scores.Given given;
        private final World world;
        private final List<Column> columns;

        Copier(Compiled compiled, Scores scores, World world, List<Column> columns) {
            this.frame = compiled.frame();
            this.given = scores.given();
            this.world = world;
            this.columns = columns;
        }

        @Override
        public void visit(CustomerBlock block) {
            frame.load(given.with(block, world.marks()));
            for (int i = 0; i < columns.size(); i++) {
                copy(frame.value(i), columns.get(i), block);
            }
        }

        private static void copy(Column from, Column to, CustomerBlock block) {
            System.arraycopy(from.known, 0, to.known, block.first, block.size);
            if (from.type.kind() == Type.Kind.DECIMAL) {
                System.arraycopy(from.doubles, 0, to.doubles, block.first, block.size);
            } else if (from.type.kind() == Type.Kind.TEXT) {
                synchronized (to) {
                    for (int row = 0; row < block.size; row++) {
                        if (from.known[row] != 0) {
                            int text = (int) from.longs[row];
                            to.longs[block.first + row] = to.dictionary.add(
                                    from.dictionary.bytes(), from.dictionary.start(text), from.dictionary.end(text));
                        }
                    }
                }
            } else {
                System.arraycopy(from.longs, 0, to.longs, block.first, block.size);
            }
        }
    }
}
