package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.fact.Column;
import siyu.fact.Type;

class RankingTest {
    private static Definition.Score score(int quantiles, boolean low, boolean first, Object... cuts) {
        List<Expression.Literal> literals = new ArrayList<>();
        for (Object cut : cuts) {
            literals.add(new Expression.Literal(Type.INTEGER, cut, Trees.SPAN));
        }
        return new Definition.Score("s", Trees.value(1L), quantiles, literals, low, first, Source.of("s", "1"));
    }

    private static Column column(@Nullable Object... values) {
        Type type = values.length > 0 && values[0] instanceof Double ? Type.DECIMAL : Type.INTEGER;
        Column column = new Column(type, values.length);
        for (int i = 0; i < values.length; i++) {
            Blocks.put(column, i, values[i]);
        }
        return column;
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }

    @Test
    void cutsBelongAbove() {
        Column values = column(99L, 100L, 101L, 500L, null, Long.MAX_VALUE, Long.MIN_VALUE);
        assertThat(Ranking.rank(score(0, false, false, 100L, 500L), values, 7)).containsExactly(1, 2, 2, 3, 0, 3, 1);
        assertThat(Ranking.rank(score(0, true, false, 100L, 500L), values, 7)).containsExactly(3, 2, 2, 1, 0, 1, 3);
        Column decimals = column(-0.5, 0.5, -0.0, 1e300);
        assertThat(Ranking.rank(score(0, false, false, -0.25, 0.0), decimals, 4))
                .containsExactly(1, 3, 3, 3);
    }

    @Test
    void quantilesOfFew() {
        assertThat(Ranking.rank(score(5, false, false), column(), 0)).isEmpty();
        assertThat(Ranking.rank(score(5, false, false), column(new @Nullable Object[1]), 1))
                .containsExactly(0);
        assertThat(Ranking.rank(score(5, false, false), column(7L), 1)).containsExactly(1);
        assertThat(Ranking.rank(score(5, false, true), column(7L, 7L, 7L, 7L, 7L), 5))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(Ranking.rank(score(5, false, false), column(7L, 7L, 7L, 7L, 7L), 5))
                .containsExactly(1, 1, 1, 1, 1);
        assertThat(Ranking.rank(score(2, true, true), column(1L, null, 3L, 2L), 4))
                .containsExactly(2, 0, 1, 2);
    }

    /** Beside the words of the definition, in real numbers for the quantiles and by a full sort for the ranks. */
    @Test
    void likeTheDefinition() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(1, 200);
            int spread = random.nextInt(1, 60);
            boolean decimal = random.nextBoolean();
            @Nullable Object[] values = new @Nullable Object[n];
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                long value = random.nextLong(-spread, spread);
                if (random.nextInt(10) > 0) {
                    values[i] = decimal ? (Object) (double) value : (Object) value;
                    order.add(i);
                }
            }
            values[0] = decimal ? (Object) 0.0 : (Object) 0L;
            if (order.isEmpty() || order.get(0) != 0) {
                order.add(0, 0);
            }
            int parts = random.nextInt(2, 12);
            Column column = column(values);
            byte[] same = Ranking.rank(score(parts, false, false), column, n);
            byte[] first = Ranking.rank(score(parts, false, true), column, n);
            order.sort(Comparator.comparingDouble(i -> number(values[i])));
            int known = order.size();
            for (int r = 0; r < known; r++) {
                int customer = order.get(r);
                int expected = 1;
                while ((long) r * parts > (long) (known - 1) * expected) {
                    expected++;
                }
                assertThat(first[customer]).as("seed %d rank %d", seed, r).isEqualTo((byte) expected);
                double value = number(values[customer]);
                int above = 1;
                for (int k = 1; k < parts; k++) {
                    int low = (known - 1) * k / parts;
                    double rest = (known - 1) * k % parts / (double) parts;
                    double a = number(values[order.get(low)]);
                    double b = number(values[order.get(Math.min(low + 1, known - 1))]);
                    above += a + rest * (b - a) < value - 1e-9 ? 1 : 0;
                }
                assertThat(same[customer]).as("seed %d rank %d", seed, r).isEqualTo((byte) above);
            }
        }
    }

    /** The listing that the R package publishes for its own data, as of 2006-12-31. */
    @Test
    void thePublishedListing() throws IOException {
        Path file = Path.of("../shared/data/rfm_pkg/rfm_data_orders.csv");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
        Map<String, long[]> customers = new LinkedHashMap<>();
        long today = LocalDate.of(2006, 12, 31).toEpochDay();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            if (cells[1].startsWith("2")) {
                long[] figures = customers.computeIfAbsent(cells[0], name -> new long[] {Long.MAX_VALUE, 0, 0});
                figures[0] =
                        Math.min(figures[0], today - LocalDate.parse(cells[1]).toEpochDay());
                figures[1]++;
                figures[2] += Long.parseLong(cells[2]);
            }
        }
        assertThat(customers).hasSize(995);
        List<String> names = new ArrayList<>(customers.keySet());
        byte[][] scores = new byte[3][];
        for (int figure = 0; figure < 3; figure++) {
            int column = figure;
            Object[] values =
                    customers.values().stream().map(all -> (Object) all[column]).toArray();
            scores[figure] = Ranking.rank(score(5, figure == 0, false), column(values), values.length);
        }
        List<String> listing = new ArrayList<>();
        for (String name : new TreeSet<>(names).stream().limit(5).toList()) {
            int i = names.indexOf(name);
            long[] figures = Objects.requireNonNull(customers.get(name));
            listing.add(name + " " + figures[0] + " " + figures[1] + " " + figures[2] + " " + scores[0][i]
                    + scores[1][i] + scores[2][i]);
        }
        assertThat(listing)
                .containsExactly(
                        "Abbey O'Reilly 205 6 472 343",
                        "Add Senger 140 3 340 412",
                        "Aden Lesch 194 4 405 323",
                        "Aden Murphy 98 7 596 544",
                        "Admiral Senger 132 5 448 433");
    }
}
