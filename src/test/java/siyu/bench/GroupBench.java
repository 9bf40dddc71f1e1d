package siyu.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import siyu.group.BenchCities;

/**
 * Very many customers placed into groups, in cities that are as unequal as cities are: {@code GroupBench [CUSTOMERS [GROUPS]]}, or
 * {@code mvn -q -Pbench package -Dbench=only=groups}.
 *
 * <p>First the nearest group of everybody, beside the nearest neighbour in the STR tree of JTS, which knows the plane only and so
 * works with degrees; then a plan with nine tenths of all seats taken, beside the way everybody thinks of first: one after the
 * other the nearest group that has room yet.
 */
public final class GroupBench {
    private static final int CITIES = 100;
    private static final int ROUNDS = 2;
    private static final double FILL = 0.9;
    private static final double NORTH = Math.cos(Math.toRadians(32));

    private GroupBench() {}

    /** @param arguments how many customers and groups */
    public static void main(String[] arguments) {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int groups = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        System.out.printf(
                "%,d customers, %,d groups, %d cities, %d processors%n",
                customers, groups, CITIES, Runtime.getRuntime().availableProcessors());
        BenchCities cities = new BenchCities(customers, groups, CITIES, FILL, 0);
        nearest(cities, customers);
        plan("no radius", cities);
        plan("within 30 km", new BenchCities(customers, groups, CITIES, FILL, 30));
        report("one after the other, no radius", cities::greedy);
    }

    private static void nearest(BenchCities cities, int customers) {
        for (int round = 0; round < ROUNDS; round++) {
            double all =
                    seconds("nearest, all processors", () -> cities.nearest().getAsLong());
            double alone = seconds("nearest, one thread", cities::nearestAlone);
            STRtree tree = new STRtree();
            for (int g = 0; g < cities.groups[0].length; g++) {
                tree.insert(new Envelope(at(cities.groups, g)), g);
            }
            tree.build();
            double jts = seconds("nearest, STR tree of JTS, one thread", () -> jts(cities, tree, customers));
            System.out.printf(
                    "  %,.0f customers a second; one thread beside JTS: %.3f%n", customers / all, alone / jts);
        }
    }

    private static long jts(BenchCities cities, STRtree tree, int customers) {
        long sum = 0;
        for (int i = 0; i < customers; i++) {
            Coordinate here = at(cities.customers, i);
            Object found = tree.nearestNeighbour(
                    new Envelope(here),
                    -1,
                    (one, other) -> here.distance(other(cities, one.getItem(), other.getItem())));
            sum += cities.distance(i, (Integer) found);
        }
        return sum;
    }

    /** The group of the two; the customer is asked about as number -1. */
    private static Coordinate other(BenchCities cities, Object one, Object other) {
        return at(cities.groups, Math.max((Integer) one, (Integer) other));
    }

    private static Coordinate at(double[][] degrees, int i) {
        return new Coordinate(degrees[1][i] * NORTH, degrees[0][i]);
    }

    private static void plan(String name, BenchCities cities) {
        report(name, cities::plan);
        report(name + ", again", cities::plan);
    }

    private static void report(String name, Supplier<BenchCities.Outcome> work) {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        BenchCities.Outcome outcome = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%s: %.1f s, at most %,d MB, placed %,d, total %,.0f km, at most %.3f %% above the best%n",
                name,
                seconds,
                peak / 1_000_000,
                outcome.placed(),
                outcome.total() / 1e4,
                100.0 * (outcome.total() - outcome.bound()) / outcome.total());
    }

    private static double seconds(String name, Supplier<Long> work) {
        long start = System.nanoTime();
        long answer = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %.3f s (%,d dm)%n", name, seconds, answer);
        return seconds;
    }
}
