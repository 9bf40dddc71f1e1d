package siyu.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;

/** The placing of customers against an exact solver of somebody else, and against what its prices prove. */
class TransportTest {
    /** Small towns of every sort: ties, full groups, too few seats, no places, a radius. */
    @Test
    void isTheOptimum() {
        int tight = 0;
        int leftOver = 0;
        for (long seed = 0; seed < 600; seed++) {
            RandomTown town = new RandomTown(seed, 40, 10);
            Transport.Answer answer = Transport.solve(town.places(), town.seats);
            check("seed " + seed, town, answer);
            tight += answer.total() > nearestTotal(town) ? 1 : 0;
            leftOver += answer.placed() < town.customers.size() ? 1 : 0;
        }
        assertThat(tight).as("towns in which nearest is not good enough").isGreaterThan(100);
        assertThat(leftOver).as("towns in which not everybody has a seat").isGreaterThan(100);
    }

    /** More groups than a list holds, and crowds that a search must cross. */
    @Test
    void isTheOptimumInCrowds() {
        for (long seed = 1000; seed < 1040; seed++) {
            RandomTown town = new RandomTown(seed, 400, 80);
            check("seed " + seed, town, Transport.solve(town.places(), town.seats));
        }
    }

    private static void check(String as, RandomTown town, Transport.Answer answer) {
        int[] taken = new int[town.seats.length];
        long total = 0;
        long placed = 0;
        for (int i = 0; i < answer.group().length; i++) {
            int group = answer.group()[i];
            if (group != Transport.NOWHERE) {
                assertThat(town.cost(i, group))
                        .as(as)
                        .isEqualTo(answer.cost()[i])
                        .isNotNegative();
                taken[group]++;
                total += answer.cost()[i];
                placed++;
            }
        }
        for (int g = 0; g < taken.length; g++) {
            assertThat(taken[g]).as(as).isLessThanOrEqualTo(town.seats[g]);
        }
        assertThat(answer.total()).as(as).isEqualTo(total);
        assertThat(answer.placed()).as(as).isEqualTo(placed);
        long[] best = best(town.customers.size(), town.seats, town::cost);
        assertThat(new long[] {placed, total}).as(as).isEqualTo(best);
        assertThat(answer.bound()).as(as).isEqualTo(total);
        assertThat(bound(town, answer)).as(as).isEqualTo(total);
    }

    /** {placed, total} of the best way, by a flow from customers over groups; leaving one over costs more than any way. */
    private static long[] best(int customers, int[] seats, Cost cost) {
        long nowhere = highest(customers, seats, cost) * (seats.length + 2);
        SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        int sink = customers + seats.length;
        for (int v = 0; v <= sink; v++) {
            graph.addVertex(v);
        }
        List<DefaultWeightedEdge> left = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            for (int g = 0; g < seats.length; g++) {
                long its = cost.of(i, g);
                if (its >= 0) {
                    graph.setEdgeWeight(graph.addEdge(i, customers + g), (double) its);
                }
            }
            DefaultWeightedEdge none = graph.addEdge(i, sink);
            graph.setEdgeWeight(none, (double) nowhere);
            left.add(none);
        }
        for (int g = 0; g < seats.length; g++) {
            graph.addEdge(customers + g, sink);
            graph.setEdgeWeight(graph.getEdge(customers + g, sink), 0);
        }
        Map<DefaultWeightedEdge, Double> flow = new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
                .getMinimumCostFlow(new MinimumCostFlowProblem.MinimumCostFlowProblemImpl<>(
                        graph,
                        v -> v < customers ? 1 : v == sink ? -customers : 0,
                        edge -> graph.getEdgeSource(edge) < customers
                                ? 1
                                : seats[graph.getEdgeSource(edge) - customers],
                        edge -> 0))
                .getFlowMap();
        long leftOver = 0;
        double total = 0;
        for (Map.Entry<DefaultWeightedEdge, Double> each : flow.entrySet()) {
            if (left.contains(each.getKey())) {
                leftOver += Math.round(each.getValue());
            } else {
                total += each.getValue() * graph.getEdgeWeight(each.getKey());
            }
        }
        return new long[] {customers - leftOver, Math.round(total)};
    }

    private static long highest(int customers, int[] seats, Cost cost) {
        long highest = 1;
        for (int i = 0; i < customers; i++) {
            for (int g = 0; g < seats.length; g++) {
                highest = Math.max(highest, cost.of(i, g));
            }
        }
        return highest;
    }

    /** What a group costs a customer, -1 when it is not offered. */
    @FunctionalInterface
    private interface Cost {
        long of(int customer, int group);
    }

    /** Members of groups with too many: as many stay as may, and the way of the others is the shortest. */
    @Test
    void movesNoMoreThanItMust() {
        int moved = 0;
        int stuck = 0;
        for (long seed = 0; seed < 300; seed++) {
            RandomTown town = new RandomTown(seed, 60, 14);
            Random random = new Random(seed);
            int groups = town.seats.length;
            int[] own = new int[town.customers.size()];
            int[] before = new int[groups];
            for (int i = 0; i < own.length; i++) {
                own[i] = (int) (groups * random.nextDouble() * random.nextDouble());
                before[own[i]]++;
            }
            int[] room = new int[groups];
            int[] seats = new int[groups];
            long over = 0;
            for (int g = 0; g < groups; g++) {
                room[g] = Math.max(0, town.seats[g] - before[g]);
                seats[g] = before[g] > town.seats[g] ? town.seats[g] : room[g];
                over += Math.max(0, before[g] - town.seats[g]);
            }
            int[] who = java.util.stream.IntStream.range(0, own.length)
                    .filter(i -> before[own[i]] > town.seats[own[i]])
                    .toArray();
            int[] theirs = java.util.stream.IntStream.of(who).map(i -> own[i]).toArray();
            Places.Points customers = Places.Points.of(who.length);
            for (int i = 0; i < who.length; i++) {
                customers.x()[i] = town.customers.x()[who[i]];
                customers.y()[i] = town.customers.y()[who[i]];
                customers.z()[i] = town.customers.z()[who[i]];
                customers.region()[i] = town.customers.region()[who[i]];
            }
            Places rooms = new Places(customers, town.groups, room, town.radius, town.regions);
            Transport.Answer answer = Transport.solve(new Staying(rooms, theirs), seats);
            long moves = 0;
            for (int i = 0; i < who.length; i++) {
                boolean away = answer.group()[i] != Transport.NOWHERE && answer.group()[i] != theirs[i];
                moves += away ? 1 : 0;
                assertThat(!away || room[answer.group()[i]] > 0).isTrue();
            }
            long[] best = best(
                    who.length,
                    seats,
                    (i, g) -> g == theirs[i] ? (seats[g] > 0 ? 0 : -1) : room[g] > 0 ? town.cost(who[i], g) : -1);
            assertThat(new long[] {answer.placed(), answer.total()})
                    .as("seed %d", seed)
                    .isEqualTo(best);
            assertThat(answer.bound()).as("seed %d", seed).isEqualTo(answer.total());
            assertThat(moves).as("seed %d", seed).isEqualTo(over - (who.length - answer.placed()));
            moved += moves > 0 ? 1 : 0;
            stuck += answer.placed() < who.length ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(50);
        assertThat(stuck).isGreaterThan(20);
    }

    /** The bound by the plain formula. */
    private static long bound(RandomTown town, Transport.Answer answer) {
        long highest = Math.min(town.radius, Sphere.FARTHEST);
        long nowhere = highest * (town.seats.length + 2);
        long bound = 0;
        for (int i = 0; i < town.customers.size(); i++) {
            long least = nowhere;
            for (int g = 0; g < town.seats.length; g++) {
                long cost = town.cost(i, g);
                least = cost >= 0 ? Math.min(least, cost + answer.prices()[g]) : least;
            }
            bound += least;
        }
        for (int g = 0; g < town.seats.length; g++) {
            assertThat(answer.prices()[g]).isNotNegative();
            bound -= answer.prices()[g] * town.seats[g];
        }
        return bound - nowhere * (town.customers.size() - answer.placed());
    }

    private static long nearestTotal(RandomTown town) {
        long total = 0;
        for (int i = 0; i < town.customers.size(); i++) {
            long least = Long.MAX_VALUE;
            for (int g = 0; g < town.seats.length; g++) {
                long cost = town.cost(i, g);
                least = cost >= 0 ? Math.min(least, cost) : least;
            }
            total += least == Long.MAX_VALUE ? 0 : least;
        }
        return total;
    }

    /** A table of costs that are no distances, with pairs missing. */
    @Test
    void takesAnyCosts() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int customers = 1 + random.nextInt(7);
            int groups = 1 + random.nextInt(4);
            List<Group> all = new ArrayList<>();
            int[] seats = new int[groups];
            CostTable table = new CostTable();
            long[][] cost = new long[customers][groups];
            for (int g = 0; g < groups; g++) {
                seats[g] = random.nextInt(4);
                all.add(new Group(g, "g" + g, null, "k", null, null, null, 9, null, null, null, false));
            }
            int[] who = new int[customers];
            for (int i = 0; i < customers; i++) {
                who[i] = 3 * i;
                for (int g = 0; g < groups; g++) {
                    cost[i][g] = random.nextInt(4) == 0 ? -1 : random.nextInt(6);
                    if (cost[i][g] >= 0) {
                        table.add(who[i], g, cost[i][g]);
                    }
                }
            }
            Transport.Answer answer = Transport.solve(table.offers(who, all, seats), seats);
            long best = tryAll(cost, seats.clone(), 0);
            assertThat(answer.placed() * 1000 - answer.total())
                    .as("seed %d", seed)
                    .isEqualTo(best);
            assertThat(answer.bound()).as("seed %d", seed).isEqualTo(answer.total());
        }
    }

    /** 1,000 for each one placed less the costs, the best of all ways. */
    private static long tryAll(long[][] cost, int[] seats, int customer) {
        if (customer == cost.length) {
            return 0;
        }
        long best = tryAll(cost, seats, customer + 1);
        for (int g = 0; g < seats.length; g++) {
            if (seats[g] > 0 && cost[customer][g] >= 0) {
                seats[g]--;
                best = Math.max(best, 1000 - cost[customer][g] + tryAll(cost, seats, customer + 1));
                seats[g]++;
            }
        }
        return best;
    }
}
