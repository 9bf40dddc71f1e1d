package siyu.group;

import java.util.Random;

/** Made-up customers and groups in and around some towns: on a grid now and then, so that many distances are equal. */
final class RandomTown {
    final Places.Points customers;
    final Places.Points groups;
    final int[] seats;
    final int radius;
    final int regions;

    RandomTown(long seed, int mostCustomers, int mostGroups) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(mostCustomers);
        int count = 1 + random.nextInt(mostGroups);
        int towns = 1 + random.nextInt(4);
        boolean grid = random.nextInt(3) == 0;
        double spread = random.nextInt(4) == 0 ? 0.001 : 0.05;
        double[] north = random.doubles(towns, 29, 32).toArray();
        double[] east = random.doubles(towns, 119, 122).toArray();
        regions = 2;
        customers = Places.Points.of(size);
        groups = Places.Points.of(count);
        place(random, customers, towns, north, east, spread, grid, 0.1);
        place(random, groups, towns, north, east, spread, grid, 0.05);
        // From too few seats for everybody to more than enough, some groups being full.
        double fill = 0.4 + random.nextDouble();
        seats = new int[count];
        for (int g = 0; g < count; g++) {
            seats[g] = random.nextInt(8) == 0 ? 0 : (int) (size * fill / count * 2 * random.nextDouble() + 0.5);
        }
        radius = switch (random.nextInt(4)) {
            case 0 -> 20_000;
            case 1 -> 150_000;
            default -> Sphere.FARTHEST;
        };
    }

    private void place(
            Random random,
            Places.Points points,
            int towns,
            double[] north,
            double[] east,
            double spread,
            boolean grid,
            double lost) {
        for (int i = 0; i < points.size(); i++) {
            int town = (int) (towns * random.nextDouble() * random.nextDouble());
            double dy = spread * random.nextGaussian();
            double dx = spread * random.nextGaussian();
            if (grid) {
                dy = Math.rint(dy * 50) / 50;
                dx = Math.rint(dx * 50) / 50;
            }
            if (random.nextDouble() >= lost) {
                points.set(i, north[town] + dy, east[town] + dx);
            }
            points.region()[i] = random.nextInt(regions + 1) - 1;
        }
    }

    Places places() {
        return new Places(customers, groups, seats, radius, regions);
    }

    /** What a group costs a customer by the plain definition, or -1. */
    long cost(int customer, int group) {
        if (seats[group] == 0) {
            return -1;
        }
        if (!customers.located(customer)) {
            boolean same = customers.region()[customer] >= 0 && customers.region()[customer] == groups.region()[group];
            return same ? 0 : -1;
        }
        if (!groups.located(group)) {
            return -1;
        }
        int cost = customers.distance(customer, groups, group);
        return cost <= radius ? cost : -1;
    }
}
