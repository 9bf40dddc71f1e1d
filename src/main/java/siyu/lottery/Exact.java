package siyu.lottery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What some draws cost, worked out without sampling. Only prizes that can run out change the wheel, so a state is how often each of
 * them was won; the chance of every state follows step by step. The other draws fall on the other prizes in proportion to their
 * weights, whatever the state; when these have at most two different costs, what they cost is binomial.
 *
 * <p>Cost: draws × states × prizes that can run out.
 */
final class Exact {
    private final List<Prize> prizes;
    private final long draws;
    private final List<Integer> limited = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final List<Long> freeCosts = new ArrayList<>();
    private long freeWeight;
    private double states = 1;

    Exact(List<Prize> prizes, long draws) {
        this.prizes = prizes;
        this.draws = draws;
        for (int i = 0; i < prizes.size(); i++) {
            Prize prize = prizes.get(i);
            if (prize.limited() && prize.stock() < draws) {
                limited.add(i);
                states *= prize.stock() + 1;
            } else {
                free.add(i);
                freeWeight += prize.weight();
                if (!freeCosts.contains(prize.cost())) {
                    freeCosts.add(prize.cost());
                }
            }
        }
    }

    /** How many steps it takes; infinite when it cannot be done. */
    double work() {
        return freeCosts.size() > 2 ? Double.POSITIVE_INFINITY : states * (1 + limited.size() * (double) draws);
    }

    /** How many outcomes are to be sorted by their cost. */
    double outcomes() {
        return states * (freeCosts.size() == 2 ? draws + 1 : 1);
    }

    Forecast forecast(@Nullable Long budget) {
        double[] chances = chances();
        double[] expected = new double[prizes.size()];
        double[] soldOut = new double[prizes.size()];
        List<Map<Long, Double>> byLevel = new ArrayList<>();
        int[] won = new int[limited.size()];
        for (double chance : chances) {
            long level = 0;
            long cost = 0;
            for (int i = 0; i < won.length; i++) {
                Prize prize = prizes.get(limited.get(i));
                level += won[i];
                cost += won[i] * prize.cost();
                expected[limited.get(i)] += chance * won[i];
                soldOut[limited.get(i)] += won[i] == prize.stock() ? chance : 0;
            }
            while (byLevel.size() <= level) {
                byLevel.add(new TreeMap<>());
            }
            if (chance > 0) {
                byLevel.get((int) level).merge(cost, chance, Double::sum);
            }
            next(won);
        }
        free(byLevel, expected, soldOut);
        return answer(costs(byLevel), expected, soldOut, budget);
    }

    /** What is expected of the prizes that cannot run out before the last draw. */
    private void free(List<Map<Long, Double>> byLevel, double[] expected, double[] soldOut) {
        for (int level = 0; level < byLevel.size(); level++) {
            double chance = sum(byLevel.get(level));
            for (int i : free) {
                expected[i] += chance * (draws - level) * prizes.get(i).weight() / freeWeight;
            }
        }
        for (int i : free) {
            // With as much stock as there are draws it is gone only if every draw wins it.
            if (prizes.get(i).limited() && prizes.get(i).stock() == draws && !byLevel.isEmpty()) {
                long others = 0;
                for (int other : limited) {
                    others += prizes.get(other).weight();
                }
                double share = prizes.get(i).weight() / (double) (freeWeight + others);
                soldOut[i] = StrictMath.pow(share, (double) draws);
            }
        }
    }

    /** The next state: counts up, the first prize fastest. */
    private void next(int[] won) {
        for (int i = 0; i < won.length; i++) {
            if (won[i] < prizes.get(limited.get(i)).stock()) {
                won[i]++;
                return;
            }
            won[i] = 0;
        }
    }

    /** The chance of every state after all draws. */
    private double[] chances() {
        int size = (int) states;
        int count = limited.size();
        int[] strides = new int[count];
        int[] stocks = new int[count];
        double[] weights = new double[count];
        int stride = 1;
        for (int i = 0; i < count; i++) {
            Prize prize = prizes.get(limited.get(i));
            strides[i] = stride;
            stocks[i] = (int) prize.stock();
            weights[i] = prize.weight();
            stride *= stocks[i] + 1;
        }
        double[] chances = new double[size];
        chances[0] = 1;
        if (count == 0) {
            return chances;
        }
        for (long draw = 0; draw < draws; draw++) {
            // From the last state to the first, so that what moves up is not moved twice.
            for (int state = size - 1; state >= 0; state--) {
                double chance = chances[state];
                if (chance == 0) {
                    continue;
                }
                double total = freeWeight;
                for (int i = 0; i < count; i++) {
                    total += state / strides[i] % (stocks[i] + 1) < stocks[i] ? weights[i] : 0;
                }
                for (int i = 0; i < count; i++) {
                    if (state / strides[i] % (stocks[i] + 1) < stocks[i]) {
                        chances[state + strides[i]] += chance * weights[i] / total;
                    }
                }
                chances[state] = chance * freeWeight / total;
            }
        }
        return chances;
    }

    /** The chance of every cost. */
    private NavigableMap<Long, Double> costs(List<Map<Long, Double>> byLevel) {
        NavigableMap<Long, Double> costs = new TreeMap<>();
        double share = 0;
        for (int i : free) {
            share += prizes.get(i).cost() == freeCosts.get(freeCosts.size() - 1)
                    ? prizes.get(i).weight()
                    : 0;
        }
        share /= Math.max(1, freeWeight);
        for (int level = 0; level < byLevel.size(); level++) {
            long rest = draws - level;
            if (byLevel.get(level).isEmpty()) {
                continue;
            }
            double[] binomial = freeCosts.size() == 2 ? binomial((int) rest, share) : new double[] {1};
            for (Map.Entry<Long, Double> part : byLevel.get(level).entrySet()) {
                for (int k = 0; k < binomial.length; k++) {
                    long cost = part.getKey();
                    if (freeCosts.size() == 2) {
                        cost += k * freeCosts.get(1) + (rest - k) * freeCosts.get(0);
                    } else if (freeCosts.size() == 1) {
                        cost += rest * freeCosts.get(0);
                    }
                    if (binomial[k] > 0) {
                        costs.merge(cost, part.getValue() * binomial[k], Double::sum);
                    }
                }
            }
        }
        return costs;
    }

    /** The chance of k successes in n trials, for every k, by logarithms of factorials. */
    static double[] binomial(int n, double share) {
        double[] logs = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            logs[i] = logs[i - 1] + StrictMath.log(i);
        }
        double[] chances = new double[n + 1];
        double yes = StrictMath.log(share);
        double no = StrictMath.log1p(-share);
        for (int k = 0; k <= n; k++) {
            chances[k] = StrictMath.exp(
                    logs[n] - logs[k] - logs[n - k] + (k == 0 ? 0 : k * yes) + (k == n ? 0 : (n - k) * no));
        }
        return chances;
    }

    private Forecast answer(
            NavigableMap<Long, Double> costs, double[] expected, double[] soldOut, @Nullable Long budget) {
        double mean = 0;
        double points = 0;
        List<Forecast.Outlook> outlooks = new ArrayList<>();
        for (int i = 0; i < prizes.size(); i++) {
            mean += expected[i] * prizes.get(i).cost();
            points += expected[i] * prizes.get(i).points();
            outlooks.add(new Forecast.Outlook(prizes.get(i), expected[i], soldOut[i]));
        }
        double all = sum(costs);
        long[] quantiles = new long[Forecast.QUANTILES.length];
        for (int i = 0; i < quantiles.length; i++) {
            double below = 0;
            for (Map.Entry<Long, Double> cost : costs.entrySet()) {
                below += cost.getValue();
                quantiles[i] = cost.getKey();
                if (below >= Forecast.QUANTILES[i] * all) {
                    break;
                }
            }
        }
        Forecast.Chance over = null;
        if (budget != null) {
            double above = Math.min(1, sum(costs.tailMap(budget, false)));
            over = new Forecast.Chance(above, above, above);
        }
        return new Forecast(draws, 0, 0, outlooks, mean, quantiles, points, over);
    }

    private static double sum(Map<Long, Double> chances) {
        double sum = 0;
        for (double chance : chances.values()) {
            sum += chance;
        }
        return sum;
    }
}
