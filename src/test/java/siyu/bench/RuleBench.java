package siyu.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.core.Diagnostics;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Marks;
import siyu.fact.Population;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;
import siyu.rule.Definition;
import siyu.rule.Definitions;
import siyu.rule.Expression;
import siyu.rule.Ranking;
import siyu.rule.Source;
import siyu.rule.Span;

/**
 * How fast compiled expressions are: ten conditions on attributes, and ten aggregates, over a million customers with five million
 * events that lie in memory. Prints medians of eleven rounds, and
 * the processor time of all threads together, which tells the truth on a busy machine too. A main of its own: {@code java -cp … siyu.bench.RuleBench}.
 */
public final class RuleBench {
    private static final int CUSTOMERS = 1_000_000;
    private static final int ROUNDS = 11;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 6, 30), ZONE);
    private static final long DAY = 86_400_000_000L;

    private static final List<String> CONDITIONS = List.of(
            "visits > 10",
            "app and vip",
            "risk = 'high'",
            "city = 'city7'",
            "aum >= 50000",
            "rate < 0.5",
            "risk in ('low', 'middle') or not vip",
            "opened is unknown or opened < 2024-01-01",
            "visits between 3 and 12",
            "aum - debt > 100 and visits % 2 = 0");

    private static final List<String> AGGREGATES = List.of(
            "count(purchase, 90d) >= 3",
            "sum(purchase.amount, 90d) > 100",
            "days_since(purchase) < 30",
            "count(any, this_month) = 0",
            "sum(purchase.amount) >= 1000",
            "max(purchase.amount, 1y) > 500",
            "count(login, 30d) > 2",
            "distinct(purchase.category) >= 2",
            "last(login) is unknown",
            "sum(purchase[category in ('dining', 'cinema')].amount, this_month) between 100 and 5000");

    private RuleBench() {}

    /** @param arguments nothing */
    public static void main(String[] arguments) throws InterruptedException {
        Vocabulary vocabulary = vocabulary();
        List<CustomerBlock> blocks = blocks(vocabulary);
        for (int threads : new int[] {1, 4}) {
            run("10 conditions", vocabulary, CONDITIONS, blocks, threads);
            for (String condition : CONDITIONS) {
                run("  " + condition, vocabulary, List.of(condition), blocks, threads);
            }
            run("10 aggregates", vocabulary, AGGREGATES, blocks, threads);
            for (String condition : AGGREGATES) {
                run("  " + condition, vocabulary, List.of(condition), blocks, threads);
            }
        }
        rank();
    }

    private static Compiled compiled(Vocabulary vocabulary, List<String> texts) {
        Definitions definitions = new Definitions(vocabulary, List.of());
        Diagnostics diagnostics = new Diagnostics();
        List<Expression> roots = new ArrayList<>();
        for (String text : texts) {
            roots.add(Objects.requireNonNull(definitions.expression(Source.of("bench", text), diagnostics), text));
        }
        return Compiled.of(vocabulary, AS_OF, roots);
    }

    private static void run(
            String name, Vocabulary vocabulary, List<String> texts, List<CustomerBlock> blocks, int threads)
            throws InterruptedException {
        Compiled compiled = compiled(vocabulary, texts);
        int roots = texts.size();
        double[] seconds = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        long check = 0;

        for (int round = -5; round < ROUNDS; round++) {
            AtomicInteger next = new AtomicInteger();
            long[] sums = new long[threads];
            long[] nanos = new long[threads];
            Thread[] workers = new Thread[threads];
            long start = System.nanoTime();
            for (int t = 0; t < threads; t++) {
                int worker = t;
                workers[t] = new Thread(() -> {
                    sums[worker] = work(compiled.frame(), roots, blocks, next);
                    nanos[worker] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                });
                workers[t].start();
            }
            for (Thread worker : workers) {
                worker.join();
            }
            if (round >= 0) {
                seconds[round] = (System.nanoTime() - start) / 1e9;
                processor[round] = Arrays.stream(nanos).sum() / 1e9;
            }
            check = Arrays.stream(sums).sum();
        }
        Arrays.sort(seconds);
        Arrays.sort(processor);
        double median = seconds[ROUNDS / 2];
        System.out.printf(
                "%d threads %-90s %7.1f ms %8.1f M customers/s, processor time %7.1f ms (%d true)%n",
                threads, name, median * 1e3, CUSTOMERS / median / 1e6, processor[ROUNDS / 2] * 1e3, check);
    }

    private static long work(Compiled.Frame frame, int roots, List<CustomerBlock> blocks, AtomicInteger next) {
        long yes = 0;
        for (int i = next.getAndIncrement(); i < blocks.size(); i = next.getAndIncrement()) {
            CustomerBlock block = blocks.get(i);
            frame.load(block);
            for (int root = 0; root < roots; root++) {
                Column column = frame.value(root);
                for (int row = 0; row < block.size; row++) {
                    yes += column.longs[row];
                }
            }
        }
        return yes;
    }

    private static void rank() {
        SplittableRandom random = new SplittableRandom(5);
        Column values = new Column(Type.INTEGER, CUSTOMERS);
        for (int i = 0; i < CUSTOMERS; i++) {
            values.known[i] = 1;
            values.longs[i] = random.nextInt(400);
        }
        Expression of = new Expression.Literal(Type.INTEGER, 1L, new Span(0, 0));
        for (boolean first : new boolean[] {false, true}) {
            Definition.Score score = new Definition.Score("s", of, 5, List.of(), false, first, Source.of("bench", "1"));
            double[] seconds = new double[ROUNDS];
            for (int round = -5; round < ROUNDS; round++) {
                long start = System.nanoTime();
                Ranking.rank(score, values, CUSTOMERS);
                if (round >= 0) {
                    seconds[round] = (System.nanoTime() - start) / 1e9;
                }
            }
            Arrays.sort(seconds);
            System.out.printf("score of 1 M, ties %s: %.1f ms%n", first ? "first" : "same", seconds[ROUNDS / 2] * 1e3);
        }
    }

    private static Vocabulary vocabulary() {
        Map<String, List<Attribute>> events = new LinkedHashMap<>();
        events.put("purchase", List.of(new Attribute("category", Type.TEXT, false)));
        events.put("login", List.of());
        return new Vocabulary(
                ZONE,
                "CNY",
                2,
                List.of(
                        new Attribute("app", Type.BOOLEAN, false),
                        new Attribute("vip", Type.BOOLEAN, false),
                        new Attribute("visits", Type.INTEGER, false),
                        new Attribute("rate", Type.DECIMAL, false),
                        new Attribute("aum", Type.MONEY, false),
                        new Attribute("debt", Type.MONEY, false),
                        new Attribute("risk", Type.word(List.of("low", "middle", "high")), false),
                        new Attribute("city", Type.TEXT, false),
                        new Attribute("opened", Type.DATE, false)),
                events);
    }

    private static List<CustomerBlock> blocks(Vocabulary vocabulary) {
        SplittableRandom random = new SplittableRandom(42);
        List<CustomerBlock> blocks = new ArrayList<>();
        for (int first = 0; first < CUSTOMERS; first += Population.RANGE) {
            int size = Math.min(Population.RANGE, CUSTOMERS - first);
            @Nullable
            Column[] attributes = new @Nullable Column[vocabulary.customer().size()];
            for (String name : List.of("app", "vip", "visits", "rate", "aum", "debt", "risk", "city", "opened")) {
                int index = vocabulary.customer(name);
                attributes[index] =
                        column(name, vocabulary.customer().get(index).type(), size, random);
            }
            blocks.add(
                    new CustomerBlock(first, size, attributes, events(vocabulary, size, random), Map.of(), Marks.NONE));
        }
        return blocks;
    }

    private static Column column(String name, Type type, int size, SplittableRandom random) {
        Column column = new Column(type, size);
        for (int i = 0; type.kind() == Type.Kind.TEXT && i < 30; i++) {
            column.dictionary.add("city" + i);
        }
        for (int i = 0; i < size; i++) {
            if (random.nextInt(10) == 0) {
                continue;
            }
            column.known[i] = 1;
            switch (type.kind()) {
                case BOOLEAN -> column.longs[i] = random.nextInt(2);
                case DECIMAL -> column.doubles[i] = random.nextDouble();
                case MONEY -> column.longs[i] = random.nextLong(10_000_000);
                case DATE -> column.longs[i] = 15_000L + random.nextInt(5_000);
                case WORD -> column.longs[i] = random.nextInt(3);
                case TEXT -> column.longs[i] = random.nextInt(30);
                default -> column.longs[i] = random.nextInt(4 * name.length());
            }
        }
        return column;
    }

    private static EventBlock events(Vocabulary vocabulary, int customers, SplittableRandom random) {
        int[] offsets = new int[customers + 1];
        for (int i = 0; i < customers; i++) {
            offsets[i + 1] = offsets[i] + random.nextInt(11);
        }
        int size = offsets[customers];
        short[] kinds = new short[size];
        Column at = new Column(Type.TIME, size);
        Column amount = new Column(Type.MONEY, size);
        Column category = new Column(Type.TEXT, size);
        for (String word : List.of("dining", "cinema", "food", "books", "travel")) {
            category.dictionary.add(word);
        }
        for (int i = 0; i < customers; i++) {
            for (int j = offsets[i]; j < offsets[i + 1]; j++) {
                at.longs[j] = AS_OF.endMicros() - random.nextLong(500 * DAY) + 20 * DAY;
            }
            Arrays.sort(at.longs, offsets[i], offsets[i + 1]);
        }
        for (int j = 0; j < size; j++) {
            kinds[j] = (short) random.nextInt(2);
            at.known[j] = 1;
            if (kinds[j] == 0) {
                amount.known[j] = 1;
                amount.longs[j] = random.nextLong(50_000);
                category.known[j] = 1;
                category.longs[j] = random.nextInt(5);
            }
        }
        @Nullable Column[] attributes = new @Nullable Column[vocabulary.event().size()];
        attributes[Vocabulary.EVENT_AT] = at;
        attributes[Vocabulary.EVENT_AMOUNT] = amount;
        attributes[vocabulary.event("category")] = category;
        return new EventBlock(offsets, kinds, attributes);
    }
}
