package siyu.group;

import java.util.Random;
import java.util.function.LongSupplier;
import siyu.customer.Parallel;

/** Customers and groups in cities of very different sizes, and what the benchmark measures with them. */
public final class BenchCities {
    private static final int CHUNK = 4096;

    /** Degrees of customers and groups. */
    public final double[][] customers;

    public final double[][] groups;
    private final int[] seats;
    private final Places places;

    /**
     * @param fill the customers as a share of all seats, which are as many in every group
     * @param kilometres the radius, 0 for none
     */
    public BenchCities(int size, int count, int cities, double fill, int kilometres) {
        Random random = new Random(2);
        double[][] city = new double[cities][];
        double all = 0;
        for (int k = 0; k < cities; k++) {
            double weight = Math.pow(k + 1, -0.8);
            all += weight;
            city[k] = new double[] {
                22 + 20 * random.nextDouble(), 100 + 20 * random.nextDouble(), weight, 0.03 + 0.12 * Math.sqrt(weight)
            };
        }
        customers = points(random, size, city, all);
        groups = points(random, count, city, all);
        seats = new int[count];
        long total = (long) Math.ceil(size / fill);
        for (int g = 0; g < count; g++) {
            seats[g] = (int) (total * (g + 1) / count - total * g / count);
        }
        int radius = kilometres == 0 ? Sphere.FARTHEST : kilometres * 10_000;
        places = new Places(placed(customers), placed(groups), seats, radius, 0);
    }

    private static double[][] points(Random random, int many, double[][] city, double all) {
        double[][] points = new double[2][many];
        for (int i = 0; i < many; i++) {
            double at = all * random.nextDouble();
            int k = 0;
            while (k < city.length - 1 && at > city[k][2]) {
                at -= city[k++][2];
            }
            points[0][i] = city[k][0] + city[k][3] * random.nextGaussian();
            points[1][i] = city[k][1] + city[k][3] * random.nextGaussian();
        }
        return points;
    }

    private static Places.Points placed(double[][] degrees) {
        Places.Points points = Places.Points.of(degrees[0].length);
        for (int i = 0; i < points.size(); i++) {
            points.set(i, degrees[0][i], degrees[1][i]);
        }
        return points;
    }

    /** The nearest group of everybody on all processors: the sum of the distances, decimetres. */
    public LongSupplier nearest() {
        Prices none = new Prices(seats.length);
        places.follow(none);
        int chunks = (customers[0].length + CHUNK - 1) / CHUNK;
        return () -> {
            long[] sum = new long[chunks];
            Parallel.each(chunks, () -> {
                Offers.Finder finder = places.finder();
                return chunk -> sum[chunk] = nearest(finder, none, chunk * CHUNK, (chunk + 1) * CHUNK);
            });
            return java.util.Arrays.stream(sum).sum();
        };
    }

    /** The same by one thread. */
    public long nearestAlone() {
        Prices none = new Prices(seats.length);
        places.follow(none);
        return nearest(places.finder(), none, 0, customers[0].length);
    }

    private long nearest(Offers.Finder finder, Prices none, int from, int to) {
        long sum = 0;
        for (int i = from; i < Math.min(customers[0].length, to); i++) {
            finder.nearest(i, none);
            sum += finder.cost[0];
        }
        return sum;
    }

    /** The distance of a customer and a group, decimetres. */
    public long distance(int customer, int group) {
        return places.distance(customer, group);
    }

    /**
     * What came out.
     *
     * @param total decimetres, bound likewise
     */
    public record Outcome(long placed, long total, long bound) {}

    /** As the plan does it. */
    public Outcome plan() {
        Transport.Answer answer = Transport.solve(places, seats, false, Transport.Watch.NOBODY);
        return new Outcome(answer.placed(), answer.total(), answer.bound());
    }

    /** One after the other, each the nearest group that has room yet. */
    public Outcome greedy() {
        Prices none = new Prices(seats.length);
        places.follow(none);
        int[] room = seats.clone();
        Offers.Finder finder = places.finder();
        long placed = 0;
        long total = 0;
        for (int i = 0; i < customers[0].length; i++) {
            finder.find(i, 1, none, group -> room[group] == 0);
            if (finder.found > 0) {
                room[finder.group[0]]--;
                placed++;
                total += finder.cost[0];
            }
        }
        return new Outcome(placed, total, 0);
    }
}
