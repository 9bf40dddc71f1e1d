package siyu.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Population;
import siyu.fact.Type;
import siyu.out.Heading;
import siyu.rule.Compiled;
import siyu.rule.Definition;
import siyu.rule.Expression;
import siyu.segment.Scores;
import siyu.segment.Segmenting;

/** {@code rfm}: customers by recency and frequency, and what they are worth. */
final class Rfm implements Report {
    private static final List<String> SCORES = List.of("recency", "frequency", "monetary");

    @Override
    public String name() {
        return "rfm";
    }

    @Override
    public String text() {
        return "The matrix, at the end of the window, of the program's scores 'recency' and 'frequency', with the mean of 'monetary' and the sum of what it"
                + " ranks. Rows without a score are customers for whom it is unknown, such as those who never bought.";
    }

    @Override
    public List<String> example() {
        return List.of("rfm", "the matrix now");
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.of("today", today);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        List<String[]> lines = new ArrayList<>();
        for (Definition.Score score : scores(asked)) {
            lines.add(new String[] {
                score.name(), "score of " + score.source().text().strip()
            });
        }
        lines.add(new String[] {
            "customers",
            "customers with both scores at the end of " + asked.dates().last()
        });
        lines.add(new String[] {"share", "customers / all customers of the group"});
        lines.add(new String[] {"mean_monetary", "mean of their score 'monetary', of those who have one"});
        lines.add(new String[] {"worth", "sum of what 'monetary' ranks over them"});
        return lines;
    }

    private static List<Definition.Score> scores(Asked asked) {
        List<Definition.Score> scores = new ArrayList<>();
        for (String name : SCORES) {
            if (!(asked.facts().program().definitions().get(name) instanceof Definition.Score score)) {
                throw ReportCode.UNKNOWN_PART
                        .problem("the program has no score '" + name + "'")
                        .hint("define recency, frequency and monetary under scores:")
                        .failure();
            }
            scores.add(score);
        }
        return scores;
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(
                Drawing.heat("recency", "frequency", "customers"),
                Drawing.heat("recency", "frequency", "mean_monetary"));
    }

    @Override
    public Figures run(Asked asked) {
        List<Definition.Score> wanted = scores(asked);
        Expression worth = wanted.get(2).of();
        boolean money = worth.type().kind() == Type.Kind.MONEY;
        Figures figures = Figures.of(
                asked,
                2,
                "customers",
                Heading.of("recency", Heading.Kind.INTEGER),
                Heading.of("frequency", Heading.Kind.INTEGER),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("share", Heading.Kind.SHARE),
                Heading.of("mean_monetary", Heading.Kind.DECIMAL),
                Heading.of("worth", money ? Heading.Kind.MONEY : Heading.Kind.DECIMAL));
        List<Expression> roots = new ArrayList<>();
        wanted.forEach(score -> roots.add(Segmenting.reference(score)));
        roots.add(worth);
        Facts facts = asked.facts().at(Partitioned.end(asked, asked.dates().last()));
        Scores scores = Scores.of(facts.vocabulary(), facts.population(), facts.asOf(), facts.marks(), roots);
        List<Problem> problems = new ArrayList<>();
        roots.forEach(root -> problems.addAll(scores.problems(root)));
        if (!problems.isEmpty()) {
            throw new Failure(problems);
        }
        Compiled compiled = Compiled.of(facts.vocabulary(), facts.asOf(), roots);
        List<Worker> workers = facts.population()
                .scan(compiled.needs(), facts.asOf(), () -> new Worker(facts, asked.groups(), compiled, scores));
        Map<Integer, Cells> all = workers.get(0).cells;
        workers.subList(1, workers.size())
                .forEach(worker -> worker.cells.forEach((key, cells) -> all.merge(key, cells, Cells::add)));
        long[] totals = new long[asked.groups().size()];
        all.forEach((key, cells) -> totals[key / Worker.GROUP] += cells.customers);
        all.forEach((key, cells) -> figures.row(
                key / Worker.GROUP,
                score(key % Worker.GROUP / Worker.SCORE),
                score(key % Worker.SCORE),
                cells.customers,
                Figures.share(cells.customers, totals[key / Worker.GROUP]),
                Figures.share(cells.monetary, cells.scored),
                money ? asked.money(cells.worth) : (Object) (cells.decimal + cells.worth)));
        long read = 0;
        for (long total : totals) {
            read += total;
        }
        return figures.read("customers", read);
    }

    /** Scores stand best first; who has none comes last. */
    private static @Nullable Long score(int place) {
        return place == Worker.SCORE - 1 ? null : (long) (Worker.SCORE - 2 - place);
    }

    /** What one cell of the matrix holds. */
    private static final class Cells {
        long customers;
        long monetary;
        long scored;
        long worth;
        double decimal;

        Cells add(Cells other) {
            customers += other.customers;
            monetary += other.monetary;
            scored += other.scored;
            worth = Math.addExact(worth, other.worth);
            decimal += other.decimal;
            return this;
        }
    }

    /** Puts the customers of its blocks into cells, by group and both scores. */
    private static final class Worker implements Population.Visitor {
        /** Scores go to 100; places 0 to 101 are theirs, the last is for none. */
        static final int SCORE = 103;

        static final int GROUP = SCORE * SCORE;

        private final Facts facts;
        private final Groups groups;
        private final Compiled.Frame frame;
        private final Scores.Given given;
        final Map<Integer, Cells> cells = new TreeMap<>();

        Worker(Facts facts, Groups groups, Compiled compiled, Scores scores) {
            this.facts = facts;
            this.groups = groups;
            this.frame = compiled.frame();
            this.given = scores.given();
        }

        @Override
        public void visit(CustomerBlock block) {
            frame.load(given.with(block, facts.marks()));
            Column recency = frame.value(0);
            Column frequency = frame.value(1);
            Column monetary = frame.value(2);
            Column worth = frame.value(3);
            boolean decimal = worth.type.kind() == Type.Kind.DECIMAL;
            for (int row = 0; row < block.size; row++) {
                if (block.present != null && block.present[row] == 0) {
                    continue;
                }
                int key = groups.of(block.first + row) * GROUP + place(recency, row) * SCORE + place(frequency, row);
                Cells cell = cells.computeIfAbsent(key, none -> new Cells());
                cell.customers++;
                if (monetary.known[row] != 0) {
                    cell.scored++;
                    cell.monetary += monetary.longs[row];
                }
                if (worth.known[row] != 0 && decimal) {
                    cell.decimal += worth.doubles[row];
                } else if (worth.known[row] != 0) {
                    cell.worth = Math.addExact(cell.worth, worth.longs[row]);
                }
            }
        }

        private static int place(Column score, int row) {
            return score.known[row] == 0 ? SCORE - 1 : SCORE - 2 - (int) score.longs[row];
        }
    }
}
