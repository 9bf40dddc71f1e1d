package siyu.lottery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a lottery many times over. Every run has numbers of its own, made from the seed and the number of the run, and sums are whole
 * numbers; so the answer is the same on any number of cores. About five nanoseconds a draw.
 */
final class Simulated {
    private static final double NINETEEN_OF_TWENTY = 1.959963984540054;

    private final List<Prize> prizes;
    private final long draws;
    private final int runs;
    private final long seed;

    /** Indexes of prizes, the heaviest first, so that the search along the wheel is short. */
    private final int[] order;

    Simulated(List<Prize> prizes, long draws, int runs, long seed) {
        this.prizes = prizes;
        this.draws = draws;
        this.runs = runs;
        this.seed = seed;
        this.order = IntStream.range(0, prizes.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> -prizes.get(i).weight()))
                .mapToInt(i -> i)
                .toArray();
    }

    Forecast forecast(@Nullable Long budget) {
        long[] costs = new long[runs];
        long[][] won = new long[runs][];
        IntStream.range(0, runs).parallel().forEach(run -> {
            won[run] = run(new SplittableRandom(mixed(seed, run)));
            for (int i = 0; i < order.length; i++) {
                costs[run] += won[run][i] * prizes.get(i).cost();
            }
        });
        Arrays.sort(costs);
        double cost = 0;
        double points = 0;
        List<Forecast.Outlook> outlooks = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            Prize prize = prizes.get(i);
            long sum = 0;
            long gone = 0;
            for (long[] run : won) {
                sum += run[i];
                gone += run[i] == prize.stock() ? 1 : 0;
            }
            double expected = sum / (double) runs;
            cost += expected * prize.cost();
            points += expected * prize.points();
            outlooks.add(new Forecast.Outlook(prize, expected, gone / (double) runs));
        }
        long[] quantiles = new long[Forecast.QUANTILES.length];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = costs[Math.max(0, (int) Math.ceil(Forecast.QUANTILES[i] * runs) - 1)];
        }
        Forecast.Chance over = null;
        if (budget != null) {
            long limit = budget;
            over = wilson(Arrays.stream(costs).filter(each -> each > limit).count());
        }
        return new Forecast(draws, runs, seed, outlooks, cost, quantiles, points, over);
    }

    /** Far apart for every run; seeds that differ by a multiple of the generator's own step would give the same numbers, shifted. */
    private static long mixed(long seed, long run) {
        long mixed = (run + 1) * 0xD134_2543_DE82_EF95L ^ Long.rotateLeft(seed, 32);
        mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }

    private long[] run(SplittableRandom random) {
        int size = order.length;
        long[] weights = new long[size];
        long[] left = new long[size];
        long[] won = new long[size];
        long total = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = prizes.get(order[i]).weight();
            left[i] = prizes.get(order[i]).stock();
            total += weights[i];
        }
        for (long draw = 0; draw < draws; draw++) {
            long place = random.nextLong(total);
            int at = 0;
            while (place >= weights[at]) {
                place -= weights[at];
                at++;
            }
            won[order[at]]++;
            if (left[at] > 0 && --left[at] == 0) {
                total -= weights[at];
                weights[at] = 0;
            }
        }
        return won;
    }

    /** A share that was seen in {@code hits} of all runs, and between what it lies in 19 of 20 cases. */
    private Forecast.Chance wilson(long hits) {
        double share = hits / (double) runs;
        double square = NINETEEN_OF_TWENTY * NINETEEN_OF_TWENTY / runs;
        double middle = (share + square / 2) / (1 + square);
        double half = NINETEEN_OF_TWENTY * Math.sqrt(share * (1 - share) / runs + square / (4 * runs)) / (1 + square);
        return new Forecast.Chance(
                share, Math.min(share, Math.max(0, middle - half)), Math.max(share, Math.min(1, middle + half)));
    }
}
