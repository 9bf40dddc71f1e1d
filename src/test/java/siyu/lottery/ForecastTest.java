package siyu.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** What draws will cost: exactly by going through every outcome, simulated within its own bounds, on any number of cores. */
class ForecastTest {
    /** Every sequence of wins, one by one. */
    private static final class Outcomes {
        final double[] expected;
        final double[] soldOut;
        final Map<Long, Double> costs = new TreeMap<>();
        private final List<Prize> prizes;

        Outcomes(List<Prize> prizes, int draws) {
            this.prizes = prizes;
            expected = new double[prizes.size()];
            soldOut = new double[prizes.size()];
            go(new int[prizes.size()], draws, 1);
        }

        private void go(int[] won, int draws, double chance) {
            double total = 0;
            for (int i = 0; i < won.length; i++) {
                total += won[i] == prizes.get(i).stock() ? 0 : prizes.get(i).weight();
            }
            if (draws == 0 || total == 0) {
                long cost = 0;
                for (int i = 0; i < won.length; i++) {
                    cost += won[i] * prizes.get(i).cost();
                    expected[i] += chance * won[i];
                    soldOut[i] += won[i] == prizes.get(i).stock() ? chance : 0;
                }
                costs.merge(cost, chance, Double::sum);
                return;
            }
            for (int i = 0; i < won.length; i++) {
                if (won[i] != prizes.get(i).stock()) {
                    won[i]++;
                    go(won, draws - 1, chance * prizes.get(i).weight() / total);
                    won[i]--;
                }
            }
        }

        double over(long budget) {
            return costs.entrySet().stream()
                    .filter(cost -> cost.getKey() > budget)
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
        }
    }

    private static List<Prize> prizes(SplittableRandom random) {
        List<Prize> prizes = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            long stock = random.nextInt(3) == 0 ? Prize.UNLIMITED : 1 + random.nextInt(4);
            prizes.add(new Prize(
                    "p" + i, 1 + random.nextInt(9), stock, random.nextInt(3) * 100L, random.nextInt(2) * 50L));
        }
        return prizes;
    }

    @Test
    void exactIsWhatEveryOutcomeTogetherSays() {
        int exact = 0;
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Prize> prizes = prizes(random);
            int draws = 1 + random.nextInt(7);
            long budget = random.nextInt(800);
            Outcomes outcomes = new Outcomes(prizes, draws);
            Forecast forecast = Forecast.of(prizes, budget, draws, 2000, 1);
            if (forecast.runs() > 0) {
                continue;
            }
            exact++;
            double cost = 0;
            double points = 0;
            for (int i = 0; i < prizes.size(); i++) {
                Forecast.Outlook outlook = forecast.prizes().get(i);
                assertThat(outlook.expected()).as("seed %d", seed).isCloseTo(outcomes.expected[i], within(1e-9));
                assertThat(outlook.soldOut()).as("seed %d", seed).isCloseTo(outcomes.soldOut[i], within(1e-9));
                cost += outcomes.expected[i] * prizes.get(i).cost();
                points += outcomes.expected[i] * prizes.get(i).points();
            }
            assertThat(forecast.cost()).isCloseTo(cost, within(1e-6));
            assertThat(forecast.points()).isCloseTo(points, within(1e-6));
            assertThat(forecast.over()).isNotNull();
            assertThat(forecast.over().value()).as("seed %d", seed).isCloseTo(outcomes.over(budget), within(1e-9));
            for (int i = 0; i < Forecast.QUANTILES.length; i++) {
                long quantile = forecast.quantiles()[i];
                assertThat(1 - outcomes.over(quantile)).isGreaterThanOrEqualTo(Forecast.QUANTILES[i] - 1e-9);
                assertThat(1 - outcomes.over(quantile - 1)).isLessThan(Forecast.QUANTILES[i] + 1e-9);
            }
        }
        assertThat(exact).isGreaterThan(200);
    }

    /** Simulation and exact computation of the same; the bounds hold the truth in 19 of 20 cases, here in at least 85 of 100. */
    @Test
    void simulationIsAsSureAsItSays() {
        int held = 0;
        int cases = 0;
        for (long seed = 1; cases < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Prize> prizes = prizes(random);
            int draws = 1 + random.nextInt(30);
            long budget = 100L * random.nextInt(20);
            Forecast exact = Forecast.of(prizes, budget, draws, 1, 1);
            if (exact.runs() > 0) {
                continue;
            }
            cases++;
            Forecast simulated = Forecast.simulated(prizes, budget, draws, 4000, seed);
            assertThat(exact.over()).isNotNull();
            assertThat(simulated.over()).isNotNull();
            double truth = exact.over().value();
            held += truth >= simulated.over().low() - 1e-9
                            && truth <= simulated.over().high() + 1e-9
                    ? 1
                    : 0;
            for (int i = 0; i < prizes.size(); i++) {
                double expected = exact.prizes().get(i).expected();
                // Five standard errors of the mean, which is at most half the root of the draws.
                double bound = 5 * Math.sqrt(draws) / 2 / Math.sqrt(4000) + 1e-9;
                assertThat(simulated.prizes().get(i).expected())
                        .as("seed %d", seed)
                        .isCloseTo(expected, within(bound));
            }
        }
        assertThat(held).isGreaterThanOrEqualTo(85);
    }

    @Test
    void theSameOnAnyNumberOfCores() throws Exception {
        List<Prize> prizes = List.of(
                new Prize("a", 1, 3, 100_000, 0),
                new Prize("b", 20, 40, 2000, 0),
                new Prize("c", 100, Prize.UNLIMITED, 100, 10),
                new Prize("d", 300, Prize.UNLIMITED, 50, 0),
                new Prize("e", 500, Prize.UNLIMITED, 0, 0));
        List<String> answers = new ArrayList<>();
        for (int cores : new int[] {1, 2, 5}) {
            ForkJoinPool pool = new ForkJoinPool(cores);
            try {
                Forecast forecast = pool.submit(() -> Forecast.of(prizes, 400_000L, 1000, 3000, 42))
                        .get();
                assertThat(forecast.runs()).isEqualTo(3000);
                answers.add(forecast.prizes() + " " + forecast.cost() + Arrays.toString(forecast.quantiles())
                        + forecast.over());
            } finally {
                pool.shutdown();
            }
        }
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
        assertThat(Forecast.of(prizes, 400_000L, 1000, 3000, 43).cost())
                .isNotEqualTo(Forecast.of(prizes, 400_000L, 1000, 3000, 42).cost());
    }

    @Test
    void theBinomialAddsUp() {
        for (int n : new int[] {0, 1, 7, 1000, 200_000}) {
            double[] chances = Exact.binomial(n, 0.03);
            assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-8));
            double mean = 0;
            for (int k = 0; k <= n; k++) {
                mean += k * chances[k];
            }
            assertThat(mean).isCloseTo(0.03 * n, within(1e-6 * Math.max(1, n)));
        }
    }
}
