package siyu.lottery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import siyu.fact.Vocabulary;
import siyu.points.CalendarUnit;

/** Lotteries from a seed. */
final class RandomLottery {
    static final Vocabulary VOCABULARY =
            new Vocabulary(java.time.ZoneId.of("Asia/Shanghai"), "CNY", 2, List.of(), Map.of());

    private RandomLottery() {}

    static Lottery of(SplittableRandom random) {
        List<Prize> prizes = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            long weight = random.nextInt(4) == 0 ? 1 + random.nextLong(Prize.MOST) : 1 + random.nextInt(20);
            long stock = random.nextInt(3) == 0 ? Prize.UNLIMITED : 1 + random.nextInt(30);
            prizes.add(new Prize("prize" + i, weight, stock, random.nextInt(5000), random.nextInt(3) * 100L));
        }
        return with(prizes, random.nextBoolean());
    }

    static Lottery with(List<Prize> prizes, boolean hashed) {
        return new Lottery(
                "spring",
                null,
                null,
                new Limit(3, CalendarUnit.DAY),
                LocalDate.of(2026, 3, 1),
                null,
                hashed,
                100_000L,
                prizes);
    }

    static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[Digests.SIZE];
        random.nextBytes(bytes);
        return bytes;
    }

    static State fresh(Lottery lottery, SplittableRandom random, long at) {
        Committed committed = Committed.of(lottery, VOCABULARY, at, bytes(random), bytes(random));
        List<Long> won =
                new ArrayList<>(lottery.prizes().stream().map(prize -> 0L).toList());
        return new State(committed, 0, committed.firstHead(), at, List.copyOf(won), null);
    }

    /** The state after a plan. */
    static State after(DrawPlan plan) {
        List<Long> won = new ArrayList<>(plan.before().won());
        plan.prizes().forEach(prize -> won.set(prize, won.get(prize) + 1));
        long last = plan.empty() ? plan.before().last() : plan.drawn().get(0).at();
        return new State(
                plan.before().committed(),
                plan.before().draws() + plan.drawn().size(),
                plan.head(),
                last,
                List.copyOf(won),
                null);
    }
}
