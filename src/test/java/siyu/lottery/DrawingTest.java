package siyu.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is drawn: by a second computation, in proportion to the weights, never more than there is. */
class DrawingTest {
    private static final Batch BATCH = new Batch("spring", "", "", 1, 0, 0);
    private static final long AT = 1_772_323_200_000_000L;

    /** Random lotteries in random batches, drawn until everything is gone or a thousand times. */
    @Test
    void drawsAreThoseOfTheSlowWay() {
        long draws = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lottery lottery = RandomLottery.of(random);
            State state = RandomLottery.fresh(lottery, random, AT);
            Committed committed = state.committed();
            List<String> won = new ArrayList<>();
            String head = Slow.sha256(committed.file());
            while (state.left() > 0 && won.size() < 300) {
                int customer = random.nextInt(50);
                long times = Math.min(state.left(), 1 + random.nextInt(40));
                DrawPlan.Turn turn = new DrawPlan.Turn(customer, "c|" + customer, times);
                long at = AT + won.size() * 1000L;
                DrawPlan plan = DrawPlan.of(state, BATCH, List.of(turn), at);
                for (Drawn drawn : plan.drawn()) {
                    String name = lottery.hashed()
                            ? Slow.hex(Slow.hmac(Digests.bytes(committed.salt()), turn.id()))
                                    .substring(0, 32)
                            : turn.id();
                    String prize = Slow.prize(
                            committed.rules(),
                            Slow.sha256(committed.text()),
                            Digests.bytes(committed.seed()),
                            won.size() + 1,
                            name,
                            won);
                    won.add(prize);
                    head = Slow.sha256("siyu.lottery.link/1|" + head + "|" + won.size() + "|" + Drawn.time(at) + "|"
                            + prize + "|" + name);
                    assertThat(drawn)
                            .as("seed %d draw %d", seed, won.size())
                            .isEqualTo(new Drawn(won.size(), at, name, prize, head));
                    draws++;
                }
                state = RandomLottery.after(plan);
            }
            for (Prize prize : lottery.prizes()) {
                long count = won.stream().filter(prize.name()::equals).count();
                assertThat(count)
                        .as("seed %d %s", seed, prize)
                        .isLessThanOrEqualTo(prize.limited() ? prize.stock() : count);
            }
        }
        assertThat(draws).isGreaterThan(3000);
    }

    /** Pearson's chi-square over fixed seeds: with six prizes it is above 20.5 once in a thousand lotteries. */
    @Test
    void prizesFallInProportionToTheirWeights() {
        List<Prize> prizes = List.of(
                prize("a", 1), prize("b", 9), prize("c", 40), prize("d", 150), prize("e", 300), prize("f", 500));
        double sum = 0;
        int lotteries = 40;
        for (long seed = 1; seed <= lotteries; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            State state = RandomLottery.fresh(RandomLottery.with(prizes, false), random, AT);
            List<DrawPlan.Turn> turns = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                turns.add(new DrawPlan.Turn(i, "C" + i, 1));
            }
            DrawPlan plan = DrawPlan.of(state, BATCH, turns, AT);
            double chi = 0;
            List<Long> won = RandomLottery.after(plan).won();
            for (int i = 0; i < prizes.size(); i++) {
                double expected = prizes.get(i).weight() * 10.0;
                chi += (won.get(i) - expected) * (won.get(i) - expected) / expected;
            }
            assertThat(chi).as("seed %d", seed).isLessThan(20.5);
            sum += chi;
        }
        // The mean of chi-square is its degrees of freedom, here 5 with a standard deviation of 0.5; even draws would
        // fail too.
        assertThat(sum / lotteries).isBetween(3.5, 6.5);
    }

    /** With a wheel just above half of all numbers nearly every second number is thrown away. */
    @Test
    void numbersThatWouldFavourTheFirstPrizesAreThrownAway() {
        long wheel = (1L << 59) + 1;
        int again = 0;
        for (int draw = 1; draw <= 1000; draw++) {
            Spin spin = Spin.of(Digests.hmac(new byte[32]), "spring", "", draw, "c", wheel);
            assertThat(spin.place()).isEqualTo(spin.number()).isLessThan(wheel);
            again += spin.attempt() > 0 ? 1 : 0;
        }
        assertThat(again).isBetween(430, 570);
    }

    @Test
    void moreDrawsThanPrizesAreRefused() {
        State state = RandomLottery.fresh(
                RandomLottery.with(List.of(new Prize("cup", 1, 2, 0, 0)), true), new SplittableRandom(1), AT);
        assertThatThrownBy(() -> DrawPlan.of(state, BATCH, List.of(new DrawPlan.Turn(0, "c", 3)), AT))
                .hasMessageContaining("2 prizes left, and 3 draws asked");
    }

    private static Prize prize(String name, long weight) {
        return new Prize(name, weight, Prize.UNLIMITED, 0, 0);
    }
}
