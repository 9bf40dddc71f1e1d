package siyu.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The nearest group, found by chords, is the one that a look at every group's distance finds. */
class NearestTest {
    private static final int SEEDS = 300;

    /** Everywhere, in a town, on few spots so that many are equally far, or around the pole and the date line. */
    private static double[] place(Random random, int where) {
        return switch (where) {
            case 0 ->
                new double[] {Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)), 360 * random.nextDouble() - 180};
            case 1 -> new double[] {31 + 0.1 * random.nextGaussian(), 121 + 0.1 * random.nextGaussian()};
            case 2 -> new double[] {30 + random.nextInt(5), 120 + random.nextInt(5)};
            default ->
                random.nextBoolean()
                        ? new double[] {89 + random.nextDouble(), 360 * random.nextDouble() - 180}
                        : new double[] {random.nextDouble(), random.nextBoolean() ? 180 : -180};
        };
    }

    private static Places.Points points(Random random, int size, int where) {
        Places.Points points = Places.Points.of(size);
        for (int i = 0; i < size; i++) {
            if (random.nextInt(20) > 0) {
                double[] place = place(random, where);
                points.set(i, place[0], place[1]);
            }
            points.region()[i] = random.nextInt(4) - 1;
        }
        return points;
    }

    @Test
    void asALookAtEveryGroupFinds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            int where = seed % 4;
            Places.Points customers = points(random, 50, where);
            Places.Points groups = points(random, random.nextInt(seed % 3 == 0 ? 400 : 12), where);
            int[] seats = new int[groups.size()];
            Arrays.setAll(seats, g -> random.nextInt(10) == 0 ? 0 : 1);
            int radius = random.nextBoolean() ? Sphere.FARTHEST : 1 + random.nextInt(3_000_000);
            Places places = new Places(customers, groups, seats, radius, 3);
            Prices none = new Prices(groups.size());
            places.follow(none);
            Offers.Finder finder = places.finder();
            for (int i = 0; i < customers.size(); i++) {
                int best = -1;
                long least = radius;
                for (int g = groups.size() - 1; g >= 0; g--) {
                    boolean his = customers.located(i)
                            ? groups.located(g)
                            : customers.region()[i] >= 0 && customers.region()[i] == groups.region()[g];
                    long cost = customers.located(i) && his ? customers.distance(i, groups, g) : 0;
                    if (seats[g] > 0 && his && cost <= least) {
                        best = g;
                        least = cost;
                    }
                }
                String about = "seed %d, customer %d".formatted(seed, i);
                assertThat(finder.nearest(i, none)).as(about).isEqualTo(best);
                if (best >= 0) {
                    assertThat(finder.cost[0]).as(about).isEqualTo(least);
                }
                finder.find(i, 1, none, Offers.Leave.NOTHING);
                assertThat(finder.found == 0 ? -1 : finder.group[0]).as(about).isEqualTo(best);
            }
        }
    }
}
