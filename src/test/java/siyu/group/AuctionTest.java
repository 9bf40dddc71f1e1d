package siyu.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The auction beside the exact way, which has a test of its own beside another solver. */
class AuctionTest {
    /** Small towns of every sort: ties, full groups, too few seats, no places, a radius, far towns. */
    @Test
    void placesAsManyAndTellsHowNearItIs() {
        int contested = 0;
        int leftOver = 0;
        int gaps = 0;
        for (long seed = 0; seed < 600; seed++) {
            RandomTown town = new RandomTown(seed, seed % 4 == 0 ? 400 : 60, seed % 3 == 0 ? 60 : 10);
            Transport.Answer exact = Transport.solve(town.places(), town.seats);
            Transport.Answer answer = Auction.solve(town.places(), town.seats, Transport.Watch.NOBODY);
            check("seed " + seed, town, answer);
            assertThat(answer.placed()).as("seed %d", seed).isEqualTo(exact.placed());
            assertThat(answer.total()).as("seed %d", seed).isBetween(exact.total(), exact.total() * 51 / 50);
            assertThat(answer.bound()).as("seed %d", seed).isLessThanOrEqualTo(exact.total());
            gaps += answer.total() - answer.bound() <= exact.total() / 50.0 ? 0 : 1;
            contested += answer.total() > exact.total() ? 1 : 0;
            leftOver += answer.placed() < town.customers.size() ? 1 : 0;
        }
        assertThat(contested).as("towns in which it is not the optimum").isGreaterThan(20);
        assertThat(leftOver).as("towns in which not everybody has a seat").isGreaterThan(100);
        assertThat(gaps)
                .as("towns in which it cannot be told that it is within 2 percent")
                .isLessThan(5);
    }

    /** Larger towns, where early rounds are held with some of the customers. */
    @Test
    void isNearTheOptimumInLargeTowns() {
        for (long seed = 0; seed < 6; seed++) {
            RandomTown town = new RandomTown(seed, 4_000, 40);
            Transport.Answer exact = Transport.solve(town.places(), town.seats);
            Transport.Answer answer = Auction.solve(town.places(), town.seats, Transport.Watch.NOBODY);
            check("seed " + seed, town, answer);
            assertThat(answer.placed()).as("seed %d", seed).isEqualTo(exact.placed());
            assertThat(answer.bound()).as("seed %d", seed).isLessThanOrEqualTo(exact.total());
            assertThat(answer.total() - answer.bound()).as("seed %d", seed).isLessThanOrEqualTo(exact.total() / 50);
        }
    }

    /** The same run gives the same, though lists are made on all processors. */
    @Test
    void isTheSameAgain() {
        RandomTown town = new RandomTown(7, 20_000, 60);
        Transport.Answer one = Auction.solve(town.places(), town.seats, Transport.Watch.NOBODY);
        Transport.Answer two = Auction.solve(town.places(), town.seats, Transport.Watch.NOBODY);
        assertThat(two.group()).isEqualTo(one.group());
        assertThat(two.prices()).isEqualTo(one.prices());
    }

    private static void check(String as, RandomTown town, Transport.Answer answer) {
        int[] taken = new int[town.seats.length];
        long total = 0;
        long placed = 0;
        for (int i = 0; i < answer.group().length; i++) {
            int group = answer.group()[i];
            if (group != Transport.NOWHERE) {
                assertThat(town.cost(i, group)).as(as).isEqualTo(answer.cost()[i]);
                taken[group]++;
                total += answer.cost()[i];
                placed++;
            }
        }
        for (int g = 0; g < taken.length; g++) {
            assertThat(taken[g]).as(as).isLessThanOrEqualTo(town.seats[g]);
        }
        assertThat(Arrays.stream(answer.prices()).allMatch(price -> price >= 0))
                .as(as)
                .isTrue();
        assertThat(answer.total()).as(as).isEqualTo(total);
        assertThat(answer.placed()).as(as).isEqualTo(placed);
    }
}
