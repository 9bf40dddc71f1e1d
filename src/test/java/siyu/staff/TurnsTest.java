package siyu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whose turn it is, against the rule written down in four lines. */
class TurnsTest {
    /** Everybody's credit grows by his weight, who has most is taken, his shrinks by the sum. */
    private static int slow(int[] weights, long[] credits, boolean[] in) {
        int best = -1;
        long total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (in[i]) {
                credits[i] += weights[i];
                total += weights[i];
                best = best < 0 || credits[i] > credits[best] ? i : best;
            }
        }
        if (best >= 0) {
            credits[best] -= total;
        }
        return best;
    }

    @Test
    void asTheRuleSays() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int people = 1 + random.nextInt(40);
            int most = 1 + random.nextInt(100);
            int[] weights = random.ints(people, 1, most + 1).toArray();
            long[] credits = random.longs(people, -50, 50).toArray();
            boolean[] in = new boolean[people];
            java.util.Arrays.fill(in, true);
            Turns turns = new Turns(weights, credits);
            for (int step = 0; step < 400; step++) {
                int person = random.nextInt(people);
                if (random.nextInt(10) == 0 && in[person]) {
                    turns.leave(person);
                    in[person] = false;
                } else if (random.nextInt(10) == 0 && !in[person]) {
                    turns.enter(person);
                    in[person] = true;
                }
                assertThat(turns.next()).as("seed %d, step %d", seed, step).isEqualTo(slow(weights, credits, in));
                for (int i = 0; i < people; i++) {
                    assertThat(turns.credit(i))
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(credits[i]);
                }
            }
        }
    }

    /** In every round of as many turns as the weights sum up to, everybody gets his weight, and nobody is ahead by a whole turn. */
    @Test
    void everybodyGetsHisShare() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int[] weights = random.ints(1 + random.nextInt(30), 1, 101).toArray();
            int total = java.util.Arrays.stream(weights).sum();
            Turns turns = new Turns(weights, new long[weights.length]);
            int[] got = new int[weights.length];
            for (int turn = 1; turn <= 3 * total; turn++) {
                int person = turns.next();
                got[person]++;
                assertThat((double) got[person] - (double) turn * weights[person] / total)
                        .as("seed %d, turn %d", seed, turn)
                        .isLessThan(1);
                if (turn % total == 0) {
                    for (int i = 0; i < weights.length; i++) {
                        assertThat(got[i]).as("seed %d", seed).isEqualTo(weights[i] * (turn / total));
                        assertThat(turns.credit(i)).isZero();
                    }
                }
            }
        }
    }

    /** The order that nginx' own commit message gives for weights 5, 1 and 1: a a b a c a a. */
    @Test
    void theExampleOfItsAuthors() {
        Turns turns = new Turns(new int[] {5, 1, 1}, new long[3]);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            order.add(turns.next());
        }
        assertThat(order).containsExactly(0, 0, 1, 0, 2, 0, 0);
    }

    @Test
    void nobodyIsNobody() {
        Turns turns = new Turns(new int[] {0, 3}, new long[] {7, 0});
        turns.leave(1);
        assertThat(turns.next()).isEqualTo(-1);
        assertThat(turns.credit(0)).isEqualTo(7);
    }
}
