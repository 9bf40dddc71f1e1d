package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static siyu.rule.Trees.and;
import static siyu.rule.Trees.binary;
import static siyu.rule.Trees.call;
import static siyu.rule.Trees.convert;
import static siyu.rule.Trees.equal;
import static siyu.rule.Trees.in;
import static siyu.rule.Trees.known;
import static siyu.rule.Trees.literal;
import static siyu.rule.Trees.not;
import static siyu.rule.Trees.or;
import static siyu.rule.Trees.reference;
import static siyu.rule.Trees.value;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.core.AsOf;
import siyu.core.Failure;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Blocks.Customer;
import siyu.rule.Expression.AggregateFunction;
import siyu.rule.Expression.BinaryOperator;

class CompiledTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 3, 31), ZONE);
    private static final Type RISK = Type.word(List.of("low", "middle", "high"));
    private static final Vocabulary VOCABULARY = vocabulary();
    private static final Trees TREES = new Trees(VOCABULARY);
    private static final Blocks BLOCKS = new Blocks(VOCABULARY);
    private static final long DAY = 86_400_000_000L;

    private static Vocabulary vocabulary() {
        Map<String, List<Attribute>> events = new LinkedHashMap<>();
        events.put(
                "purchase",
                List.of(new Attribute("item", Type.TEXT, false), new Attribute("rate", Type.DECIMAL, false)));
        events.put("login", List.of());
        return new Vocabulary(
                ZONE,
                "CNY",
                2,
                List.of(
                        new Attribute("n", Type.INTEGER, false),
                        new Attribute("m", Type.INTEGER, false),
                        new Attribute("aum", Type.MONEY, false),
                        new Attribute("ratio", Type.DECIMAL, false),
                        new Attribute("card", Type.BOOLEAN, false),
                        new Attribute("risk", RISK, false),
                        new Attribute("seen", Type.TIME, false)),
                events);
    }

    private static List<@Nullable Object> run(Expression root, Customer... customers) {
        Compiled compiled = Compiled.of(VOCABULARY, AS_OF, List.of(root));
        Compiled.Frame frame = compiled.frame();
        frame.load(BLOCKS.block(0, List.of(customers), compiled.needs(), Map.of(), Marks.NONE));
        return Blocks.values(frame.value(0), customers.length);
    }

    private static long at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(ZONE).toEpochSecond() * 1_000_000;
    }

    @Test
    void connectivesAreKleene() {
        List<@Nullable Boolean> three = Arrays.asList(false, null, true);
        for (Boolean a : three) {
            for (Boolean b : three) {
                Expression left = literal(Type.BOOLEAN, a);
                Customer customer = b == null ? Customer.of() : Customer.of("card", b);
                Boolean both = Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)
                        ? Boolean.FALSE
                        : a == null || b == null ? null : Boolean.TRUE;
                Boolean either = Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)
                        ? Boolean.TRUE
                        : a == null || b == null ? null : Boolean.FALSE;
                Expression right = TREES.customer("card");
                assertThat(run(and(left, right), customer))
                        .as("%s and %s", a, b)
                        .containsExactly(both);
                assertThat(run(or(left, right), customer)).as("%s or %s", a, b).containsExactly(either);
                assertThat(run(not(right), customer)).containsExactly(b == null ? null : !b);
                assertThat(run(equal(left, right), customer))
                        .containsExactly(a == null || b == null ? null : (Boolean) a.equals(b));
                assertThat(run(known(right, true), customer)).containsExactly(b != null);
                assertThat(run(known(right, false), customer)).containsExactly(b == null);
            }
        }
    }

    @Test
    void comparisonsOfNumbers() {
        long[] values = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE};
        for (BinaryOperator operator : Arrays.asList(BinaryOperator.values()).subList(2, 8)) {
            for (long a : values) {
                for (long b : values) {
                    boolean expected = Comparing.holds(operator, Long.compare(a, b));
                    Customer customer = Customer.of("n", a, "m", b, "ratio", (double) a);
                    assertThat(run(binary(operator, TREES.customer("n"), TREES.customer("m")), customer, Customer.of()))
                            .as("%d %s %d", a, operator, b)
                            .containsExactly(expected, null);
                    assertThat(run(binary(operator, TREES.customer("n"), value(b)), customer, Customer.of()))
                            .containsExactly(expected, null);
                    assertThat(run(binary(operator, value(a), TREES.customer("m")), customer, Customer.of()))
                            .containsExactly(expected, null);
                    assertThat(run(
                                    binary(operator, TREES.customer("ratio"), value((double) b)),
                                    customer,
                                    Customer.of()))
                            .containsExactly(expected, null);
                }
            }
            assertThat(run(binary(operator, TREES.customer("n"), literal(Type.INTEGER, null)), Customer.of("n", 1L)))
                    .containsOnlyNulls();
        }
    }

    @Test
    void textsAreComparedByCodePoint() {
        String[] values = {"", "a", "ab", "b", "é", "私", "\uFFFD", "😀"};
        for (BinaryOperator operator : Arrays.asList(BinaryOperator.values()).subList(2, 8)) {
            for (String a : values) {
                for (String b : values) {
                    int order = Arrays.compare(
                            a.codePoints().toArray(), b.codePoints().toArray());
                    boolean expected = Comparing.holds(operator, order);
                    Customer customer = Customer.of("name", a, "region", b);
                    assertThat(run(binary(operator, TREES.customer("name"), value(b)), customer, Customer.of()))
                            .as("'%s' %s '%s'", a, operator, b)
                            .containsExactly(expected, null);
                    assertThat(run(
                                    binary(operator, TREES.customer("name"), TREES.customer("region")),
                                    customer,
                                    Customer.of("name", a)))
                            .containsExactly(expected, null);
                    assertThat(run(binary(operator, value(a), TREES.customer("region")), customer))
                            .containsExactly(expected);
                }
            }
        }
    }

    @Test
    void textFunctions() {
        Expression name = TREES.customer("name");
        Customer[] customers = {Customer.of("name", "Ärger ÇA"), Customer.of(), Customer.of("name", "")};
        assertThat(run(call(Function.LOWER, Type.TEXT, name), customers)).containsExactly("ärger ça", null, "");
        assertThat(run(call(Function.UPPER, Type.TEXT, name), customers)).containsExactly("ÄRGER ÇA", null, "");
        for (boolean literal : new boolean[] {true, false}) {
            Expression part = literal ? value("ger") : call(Function.LOWER, Type.TEXT, value("GER"));
            assertThat(run(call(Function.CONTAINS, Type.BOOLEAN, name, part), customers))
                    .containsExactly(true, null, false);
            assertThat(run(call(Function.STARTS_WITH, Type.BOOLEAN, name, part), customers))
                    .containsExactly(false, null, false);
            Expression start = literal ? value("Är") : call(Function.COALESCE, Type.TEXT, value("Är"));
            assertThat(run(call(Function.STARTS_WITH, Type.BOOLEAN, name, start), customers))
                    .containsExactly(true, null, false);
            Expression empty = literal ? value("") : call(Function.LOWER, Type.TEXT, value(""));
            assertThat(run(call(Function.CONTAINS, Type.BOOLEAN, name, empty), customers))
                    .containsExactly(true, null, true);
        }
        assertThat(run(in(name, value("x"), value(""), value("Ärger ÇA")), customers))
                .containsExactly(true, null, true);
        assertThat(run(in(name, value("x"), literal(Type.TEXT, null), value("")), customers))
                .containsExactly(null, null, true);
    }

    @Test
    void membership() {
        Expression n = TREES.customer("n");
        Customer[] customers = {Customer.of("n", 2L), Customer.of("n", 5L, "m", 5L), Customer.of("m", 1L)};
        assertThat(run(in(n, value(1), value(2)), customers)).containsExactly(true, false, null);
        assertThat(run(in(n, value(1), TREES.customer("m")), customers)).containsExactly(null, true, null);
        Expression[] many = new Expression[20];
        Arrays.setAll(many, i -> value(2L * i));
        assertThat(run(in(n, many), customers)).containsExactly(true, false, null);
        assertThat(run(new Expression.In(n, List.of(value(2)), true, Type.BOOLEAN, Trees.SPAN), customers))
                .containsExactly(false, true, null);
        assertThat(run(in(TREES.customer("risk"), literal(RISK, 2L)), Customer.of("risk", "high"), Customer.of()))
                .containsExactly(true, null);
        assertThat(run(
                        new Expression.Between(n, value(2), TREES.customer("m"), Type.BOOLEAN, Trees.SPAN),
                        Customer.of("n", 1L),
                        Customer.of("n", 3L),
                        Customer.of("n", 3L, "m", 3L)))
                .containsExactly(false, null, true);
    }

    @Test
    void exactArithmetic() {
        Expression n = TREES.customer("n");
        Expression m = TREES.customer("m");
        Customer[] customers = {Customer.of("n", 7L, "m", -2L), Customer.of("n", 7L), Customer.of("n", 1L, "m", 0L)};
        assertThat(run(binary(BinaryOperator.ADD, n, m), customers)).containsExactly(5L, null, 1L);
        assertThat(run(binary(BinaryOperator.SUBTRACT, n, m), customers)).containsExactly(9L, null, 1L);
        assertThat(run(binary(BinaryOperator.MULTIPLY, n, m), customers)).containsExactly(-14L, null, 0L);
        assertThat(run(binary(BinaryOperator.REMAINDER, n, m), customers)).containsExactly(1L, null, null);
        assertThat(run(binary(BinaryOperator.DIVIDE, convert(n, Type.DECIMAL), convert(m, Type.DECIMAL)), customers))
                .containsExactly(-3.5, null, null);
        assertThat(run(convert(TREES.customer("aum"), Type.DECIMAL), Customer.of("aum", 1205L)))
                .containsExactly(12.05);
        assertThat(run(convert(n, Type.MONEY), Customer.of("n", -3L))).containsExactly(-300L);
        assertThat(run(binary(BinaryOperator.REMAINDER, n, m), Customer.of("n", -7L, "m", 3L)))
                .containsExactly(-1L);
        assertThat(run(Trees.negate(n), Customer.of("n", 5L), Customer.of())).containsExactly(-5L, null);
    }

    @Test
    void overflowNamesThePlaceAndSparesOthers() {
        long max = Long.MAX_VALUE;
        Object[][] cases = {
            {BinaryOperator.ADD, max, 1L},
            {BinaryOperator.SUBTRACT, -2L, max},
            {BinaryOperator.MULTIPLY, max, 2L},
            {BinaryOperator.MULTIPLY, Long.MIN_VALUE, -1L},
            {BinaryOperator.ADD, Long.MIN_VALUE, -1L},
        };
        Source source = Source.of("--where", "1 < n ? m");
        for (Object[] row : cases) {
            Expression sum = new Expression.Binary(
                    (BinaryOperator) row[0], TREES.customer("n"), TREES.customer("m"), Type.INTEGER, new Span(4, 9));
            List<Expression> roots = List.of(
                    binary(BinaryOperator.LESS, value(1), sum),
                    binary(BinaryOperator.LESS, value(1), TREES.customer("n")));
            Compiled compiled = Compiled.of(VOCABULARY, AS_OF, roots, List.of(source, source));
            Compiled.Frame frame = compiled.frame();
            CustomerBlock bad = BLOCKS.block(
                    List.of(Customer.of("n", 1L, "m", 1L), Customer.of("n", row[1], "m", row[2]), Customer.of()));
            frame.load(bad);
            assertThatThrownBy(() -> frame.value(0)).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.problems().get(0).code()).isEqualTo(RuleCode.OVERFLOW);
                assertThat(failure.problems().get(0).message()).isEqualTo("'n ? m' is too large");
                assertThat(failure.problems().get(0).place()).hasToString("--where:1:5");
            });
            assertThat(frame.value(1).known[0]).isEqualTo((byte) 1);
            frame.load(BLOCKS.block(List.of(Customer.of("n", 1L, "m", 1L))));
            assertThat(frame.value(0).known[0]).isEqualTo((byte) 1);
            frame.load(new CustomerBlock(
                    bad.first, bad.size, bad.attributes, bad.events, bad.given, bad.marks, new byte[] {1, 0, 1}));
            assertThat(frame.value(0).known[1]).as("nobody is there").isEqualTo((byte) 0);
        }
        Customer extreme = Customer.of("n", Long.MIN_VALUE, "ratio", 1e308, "aum", max);
        Expression ratio = TREES.customer("ratio");
        for (Expression expression : List.of(
                Trees.negate(TREES.customer("n")),
                call(Function.ABS, Type.INTEGER, TREES.customer("n")),
                convert(TREES.customer("n"), Type.MONEY),
                binary(BinaryOperator.MULTIPLY, ratio, ratio),
                binary(BinaryOperator.DIVIDE, ratio, value(1e-10)),
                binary(BinaryOperator.ADD, ratio, ratio),
                call(Function.FLOOR, Type.INTEGER, ratio),
                call(Function.CEIL, Type.MONEY, TREES.customer("aum")))) {
            assertThatThrownBy(() -> run(expression, extreme))
                    .as("%s", expression)
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void rounding() {
        Expression ratio = TREES.customer("ratio");
        Object[][] rows = {
            {2.5, 2L, 3L, 3L},
            {-2.5, -3L, -2L, -3L},
            {0.49999999999999994, 0L, 1L, 0L},
            {-0.2, -1L, 0L, 0L},
            {7.0, 7L, 7L, 7L}
        };
        for (Object[] row : rows) {
            Customer customer = Customer.of("ratio", row[0]);
            assertThat(run(call(Function.FLOOR, Type.INTEGER, ratio), customer)).containsExactly(row[1]);
            assertThat(run(call(Function.CEIL, Type.INTEGER, ratio), customer)).containsExactly(row[2]);
            assertThat(run(call(Function.ROUND, Type.INTEGER, ratio), customer)).containsExactly(row[3]);
        }
        Object[][] places = {
            {2.675, 2L, 2.68}, {-2.675, 2L, -2.68}, {1e300, 9L, 1e300}, {0.1 + 0.2, 9L, 0.3}, {1.5, 0L, 2.0}
        };
        for (Object[] row : places) {
            assertThat(run(
                            call(Function.ROUND, Type.DECIMAL, ratio, literal(Type.INTEGER, row[1])),
                            Customer.of("ratio", row[0])))
                    .containsExactly(row[2]);
        }
        Object[][] money = {
            {150L, 100L, 200L, 200L},
            {-150L, -200L, -100L, -200L},
            {149L, 100L, 200L, 100L},
            {-300L, -300L, -300L, -300L}
        };
        for (Object[] row : money) {
            Expression aum = TREES.customer("aum");
            Customer customer = Customer.of("aum", row[0]);
            assertThat(run(call(Function.FLOOR, Type.MONEY, aum), customer)).containsExactly(row[1]);
            assertThat(run(call(Function.CEIL, Type.MONEY, aum), customer)).containsExactly(row[2]);
            assertThat(run(call(Function.ROUND, Type.MONEY, aum), customer)).containsExactly(row[3]);
        }
    }

    @Test
    void choosing() {
        Expression n = TREES.customer("n");
        Expression m = TREES.customer("m");
        Customer[] customers = {Customer.of("n", 3L, "m", 2L), Customer.of("m", 2L), Customer.of()};
        assertThat(run(call(Function.COALESCE, Type.INTEGER, n, m), customers)).containsExactly(3L, 2L, null);
        assertThat(run(call(Function.LEAST, Type.INTEGER, n, m), customers)).containsExactly(2L, null, null);
        assertThat(run(call(Function.GREATEST, Type.INTEGER, n, m), customers)).containsExactly(3L, null, null);
        assertThat(run(
                        call(Function.GREATEST, Type.TEXT, TREES.customer("name"), TREES.customer("region")),
                        Customer.of("name", "b", "region", "a"),
                        Customer.of("name", "a", "region", "私")))
                .containsExactly("b", "私");
        assertThat(run(call(Function.COALESCE, Type.BOOLEAN, TREES.customer("card"), value(true)), Customer.of()))
                .containsExactly(true);
    }

    @Test
    void aggregates() {
        Customer buyer = Customer.of("n", 5L)
                .event("purchase", at("2026-03-30T23:59:59"), "amount", 300L, "item", "b", "rate", 0.5)
                .event("purchase", at("2026-03-31T23:59:59"), "amount", 100L, "item", "a")
                .event("purchase", at("2026-03-31T10:00:00"), "item", "a", "rate", 0.25)
                .event("login", at("2026-03-31T12:00:00"))
                .event("purchase", at("2026-04-01T00:00:00"), "amount", 999L, "item", "z");
        Customer none = Customer.of();
        Expression amount = TREES.event("amount");
        Expression item = TREES.event("item");
        Object[][] rows = {
            {AggregateFunction.COUNT, null, 3L, 0L},
            {AggregateFunction.SUM, amount, 400L, 0L},
            {AggregateFunction.AVG, amount, 2.0, null},
            {AggregateFunction.MIN, amount, 100L, null},
            {AggregateFunction.MAX, amount, 300L, null},
            {AggregateFunction.MIN, item, "a", null},
            {AggregateFunction.MAX, item, "b", null},
            {AggregateFunction.DISTINCT, item, 2L, 0L},
            {AggregateFunction.DISTINCT, amount, 2L, 0L},
            {AggregateFunction.FIRST, item, "b", null},
            {AggregateFunction.LAST, amount, 100L, null},
            {AggregateFunction.LAST, TREES.event("rate"), 0.25, null},
            {AggregateFunction.SUM, TREES.event("rate"), 0.75, 0.0},
            {AggregateFunction.FIRST, null, at("2026-03-30T23:59:59"), null},
            {AggregateFunction.LAST, null, at("2026-03-31T23:59:59"), null},
            {AggregateFunction.DAYS_SINCE, null, 0L, null},
        };
        for (Object[] row : rows) {
            Expression aggregate =
                    TREES.aggregate((AggregateFunction) row[0], "purchase", null, (Expression) row[1], Window.EVER);
            assertThat(run(aggregate, none, buyer, none)).as("%s", aggregate).containsExactly(row[3], row[2], row[3]);
        }
        Window today = new Window(Window.Unit.TODAY, 0);
        assertThat(run(TREES.aggregate(AggregateFunction.COUNT, null, null, null, today), buyer))
                .containsExactly(3L);
        assertThat(run(TREES.aggregate(AggregateFunction.COUNT, "purchase", null, null, today), buyer))
                .containsExactly(2L);
        Expression large = binary(BinaryOperator.GREATER, amount, literal(Type.MONEY, 200L));
        assertThat(run(TREES.aggregate(AggregateFunction.COUNT, "purchase", large, null, Window.EVER), buyer))
                .containsExactly(1L);
        Expression byCustomer = equal(TREES.customer("n"), value(5));
        assertThat(run(TREES.aggregate(AggregateFunction.COUNT, "login", byCustomer, null, Window.EVER), buyer, none))
                .containsExactly(1L, 0L);
    }

    @Test
    void overflowInAnAggregateCountsOnlyForEventsAskedAbout() {
        Expression amount = TREES.event("amount");
        Expression doubled = binary(BinaryOperator.MULTIPLY, amount, value(2));
        Expression filter = binary(BinaryOperator.GREATER, doubled, literal(Type.MONEY, 2L));
        Expression root = TREES.aggregate(AggregateFunction.COUNT, "purchase", filter, null, Window.EVER);
        Customer other = Customer.of()
                .event("login", at("2026-01-01T00:00:00"), "amount", Long.MAX_VALUE)
                .event("purchase", at("2027-01-01T00:00:00"), "amount", Long.MAX_VALUE)
                .event("purchase", at("2026-01-01T00:00:00"), "amount", 5L);
        assertThat(run(root, other)).containsExactly(1L);
        Customer asked = Customer.of().event("purchase", at("2026-01-01T00:00:00"), "amount", Long.MAX_VALUE);
        assertThatThrownBy(() -> run(root, other, asked)).isInstanceOf(Failure.class);
        Expression sum = TREES.aggregate(AggregateFunction.SUM, "purchase", null, amount, Window.EVER);
        Customer twice = Customer.of()
                .event("purchase", at("2026-01-01T00:00:00"), "amount", Long.MAX_VALUE)
                .event("purchase", at("2026-01-01T00:00:00"), "amount", 1L);
        assertThat(run(sum, asked)).containsExactly(Long.MAX_VALUE);
        assertThatThrownBy(() -> run(sum, twice)).isInstanceOf(Failure.class);
        twice.event("purchase", at("2026-01-02T00:00:00"), "amount", -5L);
        assertThat(run(sum, twice)).as("the total fits").containsExactly(Long.MAX_VALUE - 4);
        Expression average = TREES.aggregate(AggregateFunction.AVG, "purchase", null, amount, Window.EVER);
        assertThat(run(average, twice)).containsExactly((double) (Long.MAX_VALUE - 4) / 100 / 3);
    }

    @Test
    void segmentationsWithPins() {
        Source source = Source.of("rings", "x");
        Expression card = TREES.customer("card");
        Expression rich = binary(BinaryOperator.GREATER, TREES.customer("n"), value(10));
        List<Definition.Segment> segments = List.of(
                new Definition.Segment("inner", and(card, rich), source),
                new Definition.Segment("middle", card, source));
        Definition.Segmentation ring = new Definition.Segmentation(
                "ring", segments, "outer", false, Type.word(List.of("inner", "middle", "outer")));
        List<Customer> customers = List.of(
                Customer.of("card", true, "n", 11L),
                Customer.of("card", true, "n", 1L),
                Customer.of("card", true),
                Customer.of("n", 11L),
                Customer.of(),
                Customer.of("card", false));
        assertThat(run(reference(ring), customers.toArray(Customer[]::new)))
                .containsExactly("inner", "middle", "middle", "outer", "outer", "outer");
        Compiled compiled = Compiled.of(VOCABULARY, AS_OF, List.of(reference(ring)));
        Compiled.Frame frame = compiled.frame();
        frame.load(BLOCKS.block(customers));
        assertThat(frame.undecided(0)).containsExactly(3, 2);

        Definition.Segmentation open =
                new Definition.Segmentation("ring", segments, null, false, Type.word(List.of("inner", "middle")));
        List<Marks.Pin> pins = List.of(
                new Marks.Pin(100, "inner", false),
                new Marks.Pin(102, "inner", true),
                new Marks.Pin(103, "middle", false),
                new Marks.Pin(104, "inner", true),
                new Marks.Pin(104, "inner", false),
                new Marks.Pin(105, "inner", true),
                new Marks.Pin(105, "middle", true));
        Marks marks = new Marks() {
            @Override
            public List<Pin> pins(String segmentation, int first, int size) {
                return pins;
            }

            @Override
            public boolean[] tagged(String tag, int first, int size) {
                return EMPTY;
            }

            @Override
            public boolean[] inGroup(String group, int first, int size) {
                return EMPTY;
            }
        };
        Compiled.Frame pinned =
                Compiled.of(VOCABULARY, AS_OF, List.of(reference(open))).frame();
        pinned.load(BLOCKS.block(100, customers, BLOCKS.everything(), Map.of(), marks));
        assertThat(Blocks.values(pinned.value(0), 6))
                .containsExactly("middle", "middle", "inner", null, null, "middle");
        assertThat(pinned.undecided(0)).containsExactly(1, 1);
    }

    @Test
    void definitionsNamedTwiceAreOneNode() {
        Definition.Metric metric = new Definition.Metric(
                "twice", binary(BinaryOperator.ADD, TREES.customer("n"), value(1)), Source.of("m", "n + 1"));
        Definition.Tag tag = new Definition.Tag(
                "tagged", binary(BinaryOperator.GREATER, reference(metric), value(2)), Source.of("t", "m > 2"));
        Expression inline = binary(BinaryOperator.ADD, TREES.customer("n"), value(1));
        Compiled compiled =
                Compiled.of(VOCABULARY, AS_OF, List.of(reference(metric), inline, reference(tag), reference(tag)));
        assertThat(compiled.roots.get(0)).isSameAs(compiled.roots.get(1));
        assertThat(compiled.roots.get(2)).isSameAs(compiled.roots.get(3));
        assertThat(compiled.needs().customer().stream().boxed()).containsExactly(VOCABULARY.customer("n"));
        assertThat(compiled.needs().events()).isFalse();
        Compiled counting = Compiled.of(
                VOCABULARY, AS_OF, List.of(TREES.aggregate(AggregateFunction.COUNT, null, null, null, Window.EVER)));
        assertThat(counting.needs().event().stream().boxed()).containsExactly(Vocabulary.EVENT_AT);
    }

    @Test
    void scoresAreGiven() {
        Definition.Score score =
                new Definition.Score("rank", TREES.customer("n"), 5, List.of(), false, false, Source.of("s", "n"));
        Compiled compiled = Compiled.of(
                VOCABULARY, AS_OF, List.of(binary(BinaryOperator.GREATER_OR_EQUAL, reference(score), value(4))));
        assertThat(compiled.needs().customer().isEmpty()).isTrue();
        Column given = new Column(Type.INTEGER, 3);
        Blocks.put(given, 0, 4L);
        Blocks.put(given, 1, 3L);
        Compiled.Frame frame = compiled.frame();
        frame.load(BLOCKS.block(
                0,
                List.of(Customer.of(), Customer.of(), Customer.of()),
                compiled.needs(),
                Map.of("rank", given),
                Marks.NONE));
        assertThat(Blocks.values(frame.value(0), 3)).containsExactly(true, false, null);
    }

    @Test
    void framesServeBlocksOfAnySize() {
        Expression n = TREES.customer("n");
        Expression root = and(
                binary(BinaryOperator.GREATER, binary(BinaryOperator.ADD, n, value(1)), value(5)),
                or(
                        equal(TREES.customer("name"), value("x")),
                        binary(
                                BinaryOperator.GREATER,
                                TREES.aggregate(AggregateFunction.COUNT, "login", null, null, Window.EVER),
                                value(0))));
        Compiled.Frame frame = Compiled.of(VOCABULARY, AS_OF, List.of(root)).frame();
        for (int size : new int[] {1, 0, 8192, 3, 8192, 0}) {
            List<Customer> customers = new ArrayList<>();
            List<@Nullable Object> expected = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Customer customer = i % 7 == 0 ? Customer.of() : Customer.of("n", (long) (i % 9));
                if (i % 3 == 0) {
                    customer.event("login", at("2026-01-01T00:00:00"));
                }
                customers.add(customer);
                boolean login = i % 3 == 0;
                boolean more = i % 9 + 1 > 5;
                expected.add(i % 7 == 0 ? (Boolean) null : !more ? Boolean.FALSE : login ? Boolean.TRUE : null);
            }
            frame.load(BLOCKS.block(customers));
            assertThat(Blocks.values(frame.value(0), size)).isEqualTo(expected);
        }
    }

    @Test
    void datesAndTimes() {
        Expression seen = TREES.customer("seen");
        Customer late = Customer.of("seen", at("2024-02-29T23:30:00"));
        Expression day = convert(seen, Type.DATE);
        assertThat(run(day, late, Customer.of()))
                .containsExactly(LocalDate.of(2024, 2, 29).toEpochDay(), null);
        assertThat(run(call(Function.WEEKDAY, Type.INTEGER, day), late)).containsExactly(4L);
        assertThat(run(Trees.shift(seen, Window.Unit.YEARS, 1), late)).containsExactly(at("2025-02-28T23:30:00"));
        assertThat(run(Trees.shift(seen, Window.Unit.HOURS, 1), late))
                .containsExactly(at("2024-02-29T23:30:00") + DAY / 24);
        assertThat(run(Trees.shift(day, Window.Unit.MONTHS, -3), late))
                .containsExactly(LocalDate.of(2023, 11, 29).toEpochDay());
        Expression today = new Expression.Today(Type.DATE, Trees.SPAN);
        assertThat(run(call(Function.DAYS_BETWEEN, Type.INTEGER, day, today), late, Customer.of()))
                .containsExactly(761L, null);
        assertThat(run(
                        call(Function.AGE, Type.INTEGER, TREES.customer("birthday")),
                        Customer.of("birthday", LocalDate.of(2000, 4, 1).toEpochDay()),
                        Customer.of("birthday", LocalDate.of(2000, 3, 31).toEpochDay()),
                        Customer.of("birthday", LocalDate.of(2026, 4, 1).toEpochDay()),
                        Customer.of()))
                .containsExactly(25L, 26L, null, null);
        assertThat(run(
                        call(
                                Function.DISTANCE_KM,
                                Type.DECIMAL,
                                value(31.2304),
                                value(121.4737),
                                TREES.customer("latitude"),
                                TREES.customer("longitude")),
                        Customer.of("latitude", 39.9042, "longitude", 116.4074),
                        Customer.of("latitude", 1.0)))
                .satisfies(values -> {
                    assertThat((Double) values.get(0)).isBetween(1066.0, 1069.0);
                    assertThat(values.get(1)).isNull();
                });
    }
}
