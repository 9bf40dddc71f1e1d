package siyu.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.store.Store;

/** Random histories of several lotteries in a data file beside lists of what must be in it. */
class LotteryStoreTest {
    private static final Store.Run RUN = new Store.Run("test", "lottery", "", "", "", Instant.EPOCH);
    private static final long AT = 1_772_323_200_000_000L;

    @TempDir
    Path directory;

    /** What must be there of one lottery. */
    private static final class Model {
        final Committed committed;
        final List<Long> at = new ArrayList<>();
        final List<Integer> customers = new ArrayList<>();
        final List<String> prizes = new ArrayList<>();
        final Map<String, long[]> batches = new HashMap<>();
        boolean closed;

        Model(Committed committed) {
            this.committed = committed;
        }
    }

    @Test
    void randomHistoriesAgreeWithTheModel() {
        for (long seed = 1; seed <= 8; seed++) {
            Path file = directory.resolve("seed" + seed);
            Store.create(file, "test", Instant.EPOCH);
            try (Store store = Store.open(file, Duration.ofSeconds(5))) {
                history(seed, new LotteryStore(store));
            }
        }
    }

    private static void history(long seed, LotteryStore store) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Model> models = new ArrayList<>();
        long now = AT;
        for (int step = 0; step < 60; step++) {
            now += random.nextLong(20_000_000_000L);
            if (models.isEmpty() || random.nextInt(25) == 0) {
                models.add(commit(store, random, now, "lottery" + models.size()));
            }
            Model model = models.get(random.nextInt(models.size()));
            State state = Objects.requireNonNull(store.state(model.committed.name()));
            if (!model.closed && random.nextInt(30) == 0) {
                Revealed revealed = new Revealed(now, state.draws(), state.head());
                store.reveal(state, revealed, RUN);
                model.closed = true;
            } else if (!model.closed && state.left() > 0) {
                draw(store, random, model, state, now, step);
            }
            check(seed, store, model);
        }
        assertThat(store.states()).hasSameSizeAs(models);
    }

    private static Model commit(LotteryStore store, SplittableRandom random, long now, String name) {
        Lottery lottery = RandomLottery.of(random);
        Lottery named = new Lottery(
                name,
                null,
                null,
                lottery.limit(),
                lottery.from(),
                null,
                lottery.hashed(),
                lottery.budget(),
                lottery.prizes());
        Committed committed = Committed.of(
                named, RandomLottery.VOCABULARY, now, RandomLottery.bytes(random), RandomLottery.bytes(random));
        store.commit(committed, RUN);
        assertThatThrownBy(() -> store.commit(committed, RUN)).hasMessageContaining("changed meanwhile");
        return new Model(committed);
    }

    private static void draw(
            LotteryStore store, SplittableRandom random, Model model, State state, long now, int step) {
        List<DrawPlan.Turn> turns = new ArrayList<>();
        long left = state.left();
        for (int i = random.nextInt(4); i >= 0 && left > 0; i--) {
            int customer = random.nextInt(20);
            long times = Math.min(left, 1 + random.nextInt(5));
            turns.add(new DrawPlan.Turn(customer, "C" + customer, times));
            left -= times;
        }
        String key = random.nextBoolean() ? "" : "key" + step;
        Batch batch = new Batch(model.committed.name(), key, Batch.hash(List.of("C" + step)), 1, 0, 0);
        DrawPlan plan = DrawPlan.of(state, batch, turns, now);
        store.apply(plan, RUN);
        // The same plan again is out of date.
        assertThatThrownBy(() -> store.apply(plan, RUN))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problems())
                                .extracting(Problem::code)
                                .containsExactly(LotteryCode.OUTDATED));
        if (!key.isEmpty()) {
            model.batches.put(
                    key, new long[] {model.at.size() + 1L, plan.drawn().size()});
        }
        Rules rules = model.committed.rules();
        byte[] seed = Digests.bytes(model.committed.seed());
        for (DrawPlan.Turn turn : turns) {
            for (long i = 0; i < turn.times(); i++) {
                String name = model.committed.salt().isEmpty()
                        ? turn.id()
                        : Slow.hex(Slow.hmac(Digests.bytes(model.committed.salt()), turn.id()))
                                .substring(0, 32);
                String hash = Slow.sha256(model.committed.text());
                model.prizes.add(Slow.prize(rules, hash, seed, model.prizes.size() + 1L, name, model.prizes));
                model.customers.add(turn.customer());
                model.at.add(now);
            }
        }
    }

    private static void check(long seed, LotteryStore store, Model model) {
        State state = Objects.requireNonNull(store.state(model.committed.name()));
        assertThat(state.draws()).as("seed %d", seed).isEqualTo(model.at.size());
        assertThat(state.revealed() != null).isEqualTo(model.closed);
        assertThat(state.committed().text()).isEqualTo(model.committed.text());
        List<Integer> customers = new ArrayList<>();
        List<String> prizes = new ArrayList<>();
        List<Long> at = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        store.draws(state.committed(), 1, (number, customer, moment, prize, head) -> {
            assertThat(number).isEqualTo(customers.size() + 1L);
            customers.add(customer);
            prizes.add(state.committed().rules().prizes().get(prize).name());
            at.add(moment);
            heads.add(head);
            return true;
        });
        assertThat(customers).as("seed %d", seed).isEqualTo(model.customers);
        assertThat(prizes).as("seed %d", seed).isEqualTo(model.prizes);
        assertThat(at).isEqualTo(model.at);
        assertThat(state.head()).isEqualTo(heads.isEmpty() ? model.committed.firstHead() : heads.get(heads.size() - 1));
        long since = at.isEmpty() ? AT : at.get(at.size() / 2);
        Map<Integer, long[]> drawn = store.drawn(state.committed(), since);
        for (int customer = 0; customer < 20; customer++) {
            long all = 0;
            long late = 0;
            for (int i = 0; i < at.size(); i++) {
                all += customers.get(i) == customer ? 1 : 0;
                late += customers.get(i) == customer && at.get(i) >= since ? 1 : 0;
            }
            long[] none = {0, 0};
            assertThat(drawn.getOrDefault(customer, none)).containsExactly(all, late);
            assertThat(store.drawn(state.committed(), since, customer)).containsExactly(all, late);
        }
        model.batches.forEach((key, range) -> {
            Batch batch = Objects.requireNonNull(store.batch(key));
            assertThat(new long[] {batch.first(), batch.draws()}).containsExactly(range);
        });
        assertThat(store.batch("key of nobody")).isNull();
    }
}
