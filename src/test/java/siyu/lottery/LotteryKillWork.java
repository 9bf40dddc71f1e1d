package siyu.lottery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import siyu.store.Store;

/** What the child of {@link LotteryKillTest} does: one batch of draws after another, each by a key of its own, for ever. */
final class LotteryKillWork {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final int DRAWS = 200;
    private static final long AT = 1_772_323_200_000_000L;
    private static final Store.Run RUN = new Store.Run("test", "lottery draw", "", "", "", Instant.EPOCH);

    private LotteryKillWork() {}

    static void create(Path file) {
        Store.create(file, "kill", Instant.EPOCH);
        SplittableRandom random = new SplittableRandom(1);
        List<Prize> prizes = List.of(new Prize("cup", 1, 1000, 0, 0), new Prize("thanks", 9, Prize.UNLIMITED, 0, 0));
        Lottery lottery = RandomLottery.with(prizes, false);
        Lottery free = new Lottery("spring", null, null, null, null, null, false, lottery.budget(), lottery.prizes());
        try (Store store = Store.open(file, PATIENCE)) {
            new LotteryStore(store)
                    .commit(
                            Committed.of(
                                    free,
                                    RandomLottery.VOCABULARY,
                                    AT,
                                    RandomLottery.bytes(random),
                                    RandomLottery.bytes(random)),
                            RUN);
        }
    }

    /** Goes through all keys from the first on, does what was not done, and says so. */
    public static void main(String[] arguments) {
        try (Store store = Store.open(Path.of(arguments[0]), PATIENCE)) {
            LotteryStore lotteries = new LotteryStore(store);
            say("begin");
            for (int i = 1; ; i++) {
                if (lotteries.batch("key" + i) == null) {
                    draw(lotteries, i);
                    say("ack " + i);
                }
            }
        }
    }

    static void draw(LotteryStore lotteries, int batch) {
        State state = Objects.requireNonNull(lotteries.state("spring"));
        List<DrawPlan.Turn> turns = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            turns.add(new DrawPlan.Turn(i, "C" + i, 1));
        }
        lotteries.apply(
                DrawPlan.of(state, new Batch("spring", "key" + batch, "", 1, 0, 0), turns, AT + batch * 1000L), RUN);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
