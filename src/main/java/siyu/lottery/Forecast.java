package siyu.lottery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some draws of a lottery will cost. Exact where the numbers are small enough, otherwise simulated, which says how sure it is.
 *
 * @param draws how many there can be: those asked for, or fewer when all prizes are gone before
 * @param runs how often it was simulated; 0 when the answer is exact
 * @param seed of the simulation
 * @param prizes in the order of the rules
 * @param cost the mean, minor units
 * @param quantiles of the cost, minor units: a 20th, the half and 19 of 20 of all outcomes cost no more
 * @param points the mean
 * @param over the chance that the cost is above the budget; null without a budget
 */
public record Forecast(
        long draws,
        int runs,
        long seed,
        List<Outlook> prizes,
        double cost,
        long[] quantiles,
        double points,
        @Nullable Chance over) {
    static final double[] QUANTILES = {0.05, 0.5, 0.95};

    /** The most draws that can be looked ahead. */
    public static final long MOST_DRAWS = 100_000_000;

    /** Steps of the exact way, at most: about a second. */
    private static final long MOST_WORK = 200_000_000;

    /** Outcomes of the exact way that are sorted by their cost, at most. */
    private static final long MOST_OUTCOMES = 4_000_000;

    /**
     * @param prize of the rules
     * @param expected how many are won, the mean
     * @param soldOut the chance that none is left; 0 for a prize that has no stock
     */
    public record Outlook(Prize prize, double expected, double soldOut) {}

    /** A chance and, when it was simulated, between what it lies in 19 of 20 cases (Wilson's interval). */
    public record Chance(double value, double low, double high) {}

    /**
     * Looks ahead.
     *
     * @param runs of the simulation, where one is needed; 0 for as many as take some seconds
     */
    public static Forecast of(List<Prize> prizes, @Nullable Long budget, long draws, int runs, long seed) {
        long possible = possible(prizes, draws);
        Exact exact = new Exact(prizes, possible);
        return exact.work() <= MOST_WORK && exact.outcomes() <= MOST_OUTCOMES
                ? exact.forecast(budget)
                : simulated(prizes, budget, draws, runs, seed);
    }

    /** The same without the exact way. */
    static Forecast simulated(List<Prize> prizes, @Nullable Long budget, long draws, int runs, long seed) {
        long possible = possible(prizes, draws);
        int times = runs > 0 ? runs : (int) Math.max(200, Math.min(10_000, 300_000_000 / Math.max(1, possible)));
        return new Simulated(prizes, possible, times, seed).forecast(budget);
    }

    private static long possible(List<Prize> prizes, long draws) {
        long stock = 0;
        for (Prize prize : prizes) {
            if (!prize.limited()) {
                return draws;
            }
            stock += prize.stock();
        }
        return Math.min(draws, stock);
    }
}
