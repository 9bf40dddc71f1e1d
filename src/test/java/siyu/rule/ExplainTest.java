package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import siyu.core.AsOf;
import siyu.core.Diagnostics;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Blocks.Customer;

class ExplainTest {
    private static final Vocabulary VOCABULARY = TestProgram.vocabulary();
    private static final Definitions DEFINITIONS = TestProgram.definitions(VOCABULARY);
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 3, 31), VOCABULARY.zone());
    private static final long NOW = AS_OF.endMicros() - 1;
    private static final long DAY = 86_400_000_000L;

    private static Expression read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Expression expression = DEFINITIONS.expression(Source.of("test", text), diagnostics);
        diagnostics.throwIfAny();
        return Objects.requireNonNull(expression);
    }

    private static Explanation explain(String text, Customer customer, Marks marks) {
        Explain explain = new Explain(VOCABULARY, AS_OF, read(text), personal -> personal);
        Column recency = new Column(Type.INTEGER, 3);
        Blocks.put(recency, 1, 4L);
        Column monetary = new Column(Type.INTEGER, 3);
        // Neighbours of another kind, one of whom overflows, so that a wrong row shows.
        Customer other = Customer.of("app", true, "visits", Long.MAX_VALUE, "aum", 1L);
        CustomerBlock block = new Blocks(VOCABULARY)
                .block(
                        100,
                        List.of(other, customer, other),
                        explain.needs(),
                        Map.of("recency", recency, "monetary", monetary),
                        marks);
        return explain.explain(block, 1);
    }

    private static List<String> lines(String text, Customer customer) {
        return ReasonText.lines(explain(text, customer, Marks.NONE), false);
    }

    @Test
    void aSegmentationDownToTheFigures() {
        Customer customer = Customer.of("app", true)
                .event("purchase", NOW - DAY, "amount", 5000L)
                .event("purchase", NOW, "amount", 3000L);
        assertThat(lines("ring", customer))
                .containsExactly(
                        "= ring = middle",
                        "  ✗ inner: app and spend > 100.00",
                        "    ✓ app",
                        "    ✗ spend > 100.00  (80.00, needed > 100.00)",
                        "      = spend = 80.00: sum(purchase.amount, 90d)",
                        "  ✓ middle: app and count(purchase) > 1",
                        "    ✓ app",
                        "    ✓ count(purchase) > 1  (2, needed > 1)",
                        "  ✓ outer: app",
                        "nearest to 'inner':",
                        "  spend is 80.00, needs 20.01 more",
                        "nearest to 'outer':",
                        "  count(purchase) is 2, needs 1 less");
        assertThat(ReasonText.lines(explain("ring", customer, Marks.NONE), true).subList(0, 4))
                .containsExactly(
                        "= ring = middle",
                        "  - inner: app and spend > 100.00",
                        "    + app",
                        "    - spend > 100.00  (80.00, needed > 100.00)");
    }

    @Test
    void whatMadeItUnknown() {
        assertThat(lines("not (saver or wealth > 5) and vip", Customer.of("aum", 40000L)))
                .containsExactly(
                        "✗ not (saver or wealth > 5.00) and vip",
                        "  ✗ not (saver or wealth > 5.00)",
                        "    ✓ saver or wealth > 5.00",
                        "      ✗ saver: aum >= 500.00 and risk = 'conservative'",
                        "        ✗ aum >= 500.00  (400.00, needed >= 500.00)",
                        "        ? risk = 'conservative'  (unknown, needed = conservative)  [unknown: risk]",
                        "      ✓ wealth > 5.00  (400.00, needed > 5.00)",
                        "        = wealth = 400.00: coalesce(aum, 0.00) + spend",
                        "          = coalesce(aum, 0.00) = 400.00",
                        "            = aum = 400.00",
                        "          = spend = 0.00: sum(purchase.amount, 90d)",
                        "  ? vip  [unknown: vip]",
                        "nearest to true:",
                        "  wealth is 400.00, needs 395.00 less",
                        "  vip is unknown, needs to be true");
        Reason reason = explain(
                        "days_since(login) > 30 or monetary = 3 or visits % children > 1", Customer.of(), Marks.NONE)
                .reason();
        assertThat(reason.value()).isNull();
        assertThat(reason.unknown()).containsExactly("days_since(login)", "monetary", "visits", "children");
        assertThat(explain("visits % children > 1", Customer.of("visits", 1L, "children", 0L), Marks.NONE)
                        .reason()
                        .unknown())
                .containsExactly("visits % children");
    }

    @Test
    void gaps() {
        Customer customer = Customer.of(
                "visits",
                5L,
                "rate",
                0.25,
                "aum",
                1000L,
                "opened",
                LocalDate.of(2026, 1, 1).toEpochDay(),
                "city",
                "Bern",
                "risk",
                "balanced");
        Object[][] rows = {
            {"visits >= 7", "visits is 5, needs 2 more"},
            {"visits > 7", "visits is 5, needs 3 more"},
            {"7 < visits", "visits is 5, needs 3 more"},
            {"not visits >= 3", "visits is 5, needs 3 less"},
            {"visits = 4", "visits is 5, needs to be 4"},
            {"visits != 5", "visits is 5, needs to be other than 5"},
            {"visits between 6 and 9", "visits is 5, needs 1 more"},
            {"visits between 1 and 3", "visits is 5, needs 2 less"},
            {"visits not in (5, 6)", "visits is 5, needs to be none of 5, 6"},
            {"rate > 0.5", "rate is 0.25, needs more than 0.25 more"},
            {"aum >= 30", "aum is 10.00, needs 20.00 more"},
            {"aum < debt", "aum is 10.00, needs a value of debt"},
            {"debt < 3", "debt is unknown, needs to be below 3.00"},
            {"opened >= 2026-01-31", "opened is 2026-01-01, needs 30 days later"},
            {"opened < 2026-01-01", "opened is 2026-01-01, needs 1 day earlier"},
            {"city = 'Basel'", "city is 'Bern', needs to be 'Basel'"},
            {"city < 'Basel'", "city is 'Bern', needs to be below 'Basel'"},
            {"risk in ('conservative', 'aggressive')", "risk is balanced, needs to be one of conservative, aggressive"},
            {"starts_with(city, 'Z')", "starts_with(city, 'Z') is false, needs to be true"},
            {"aum is unknown", "aum is 10.00, needs to be unknown"},
            {"debt is known", "debt is unknown, needs a value"},
            {"recency = 5", "recency is 4, needs to be 5"},
        };
        for (Object[] row : rows) {
            List<Flip> flips = explain((String) row[0], customer, Marks.NONE).flips();
            assertThat(flips).as("%s", row[0]).hasSize(1);
            assertThat(flips.get(0).target()).isEqualTo("true");
            assertThat(flips.get(0).changes()).extracting(Flip.Change::words).containsExactly((String) row[1]);
        }
        assertThat(explain("visits > 1 and city = 'Bern'", customer, Marks.NONE).flips())
                .containsExactly(
                        new Flip("false", List.of(new Flip.Change("visits > 1", "visits is 5, needs 4 less"))));
        assertThat(explain("1 = 2 and visits > 1", customer, Marks.NONE).flips())
                .as("hopeless")
                .isEmpty();
        assertThat(explain("visits + 1", customer, Marks.NONE).flips()).isEmpty();
    }

    @Test
    void tagsAndPinsByHand() {
        Marks marks = new Marks() {
            @Override
            public List<Pin> pins(String segmentation, int first, int size) {
                return segmentation.equals("ring") ? List.of(new Pin(101, "inner", true)) : List.of();
            }

            @Override
            public boolean[] tagged(String tag, int first, int size) {
                return tag.equals("staff") ? new boolean[] {false, true, false} : EMPTY;
            }

            @Override
            public boolean[] inGroup(String group, int first, int size) {
                return EMPTY;
            }
        };
        Explanation staff = explain("staff", Customer.of(), marks);
        assertThat(staff.reason().value()).isEqualTo(true);
        assertThat(staff.reason().note()).isEqualTo("tagged by hand");
        assertThat(staff.flips().get(0).changes())
                .extracting(Flip.Change::words)
                .containsExactly("the tag staff was given by hand");
        assertThat(explain("staff", Customer.of(), Marks.NONE).flips().get(0).changes())
                .extracting(Flip.Change::words)
                .containsExactly("the tag staff would have to be given by hand");
        Explanation ring = explain("ring", Customer.of(), marks);
        assertThat(ring.reason().shown()).isEqualTo("inner");
        assertThat(ring.reason().children().get(0).note()).isEqualTo("pinned in by hand");
        assertThat(ring.flips()).isEmpty();
        assertThat(explain("ring = 'outer'", Customer.of("app", false), Marks.NONE)
                        .flips()
                        .get(0)
                        .changes())
                .extracting(Flip.Change::words)
                .containsExactly("app is false, needs to be true");
    }

    @Test
    void overflowIsNotedAndSparesTheRest() {
        Explanation explanation =
                explain("app and visits * 2 > 1", Customer.of("app", false, "visits", Long.MAX_VALUE), Marks.NONE);
        assertThat(explanation.reason().note()).isEqualTo("the result is too large");
        assertThat(explanation.reason().children().get(0).value()).isEqualTo(false);
    }

    /** Beside trying out every change of three attributes: as few as can be, and the answer does flip. */
    @Test
    void flipsAreRightAndSmallest() {
        List<String> names = List.of("app", "vip", "consent");
        for (long seed = 1; seed <= 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = condition(random, 4);
            int bits = random.nextInt(8);
            Explanation explanation = explain(text, bits(names, bits), Marks.NONE);
            boolean now = Boolean.TRUE.equals(explanation.reason().value());
            int least = Integer.MAX_VALUE;
            for (int change = 1; change < 8; change++) {
                boolean then = truth(text, bits(names, bits ^ change));
                least = then != now ? Math.min(least, Integer.bitCount(change)) : least;
            }
            String what = "seed " + seed + ": " + text;
            if (least == Integer.MAX_VALUE) {
                assertThat(explanation.flips()).as(what).isEmpty();
                continue;
            }
            List<Flip.Change> changes = explanation.flips().get(0).changes();
            assertThat(changes).as(what).hasSize(least);
            int flipped = bits;
            for (Flip.Change change : changes) {
                flipped ^= 1 << names.indexOf(change.condition());
            }
            assertThat(truth(text, bits(names, flipped))).as(what).isEqualTo(!now);
        }
    }

    private static boolean truth(String text, Customer customer) {
        return Boolean.TRUE.equals(explain(text, customer, Marks.NONE).reason().value());
    }

    private static Customer bits(List<String> names, int bits) {
        Customer customer = Customer.of();
        for (int i = 0; i < names.size(); i++) {
            customer.values().put(names.get(i), (bits >> i & 1) == 1);
        }
        return customer;
    }

    private static String condition(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return List.of("app", "vip", "consent").get(random.nextInt(3));
        }
        return switch (random.nextInt(3)) {
            case 0 -> "not (" + condition(random, depth - 1) + ")";
            case 1 -> "(" + condition(random, depth - 1) + " and " + condition(random, depth - 1) + ")";
            default -> "(" + condition(random, depth - 1) + " or " + condition(random, depth - 1) + ")";
        };
    }
}
