package siyu.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Failure;
import siyu.store.Store;

class LevelStoreTest {
    private static final Store.Run RUN = new Store.Run("test", "level", "", "", "", Instant.EPOCH);
    private static final int DAY = 20_000;

    @TempDir
    Path directory;

    private static LevelPlan plan(int day, Move... moves) {
        return new LevelPlan(true, day, new Scheme(1, "growth", RulingTest.LADDER), List.of(moves), 3, 0);
    }

    @Test
    void standingsAreThoseOfTheirDay() {
        Store.create(directory.resolve("levels"), "test", Instant.EPOCH);
        try (Store file = Store.open(directory.resolve("levels"), Duration.ofSeconds(5))) {
            LevelStore store = new LevelStore(file);
            assertThat(store.scheme()).isNull();
            assertThat(store.lastReview()).isEqualTo(Standing.NONE);
            Move rise = new Move(2, 1, Move.Kind.RISE, "", "gold", DAY, 6000, 5000, Standing.NONE);
            Move warning = new Move(2, 2, Move.Kind.WARNING, "gold", "gold", DAY + 1, 0, 5000, DAY + 31);
            Move risk = new Move(2, 3, Move.Kind.AT_RISK, "gold", "gold", DAY + 1, 0, 5000, DAY + 31);
            store.apply(plan(DAY, rise), store.last(), RUN);
            store.apply(plan(DAY + 1, warning, risk), store.last(), RUN);
            assertThat(store.moves(0, 9, Integer.MAX_VALUE)).containsExactly(rise, warning);
            assertThat(store.standing(2, DAY - 1)).isEqualTo(Standing.LOWEST);
            assertThat(store.standings(0, DAY)[2])
                    .isEqualTo(new Standing("gold", DAY, Standing.NONE, Standing.NONE, 1));
            assertThat(store.standings(0, DAY + 1)[2]).isEqualTo(new Standing("gold", DAY, DAY + 31, Standing.NONE, 2));
            assertThat(store.standings(0, DAY + 1)[1]).isEqualTo(Standing.LOWEST);
            assertThat(store.lastReview()).isEqualTo(DAY + 1);
            Scheme scheme = java.util.Objects.requireNonNull(store.scheme());
            assertThat(scheme.same(new Scheme(9, "growth", RulingTest.LADDER))).isTrue();
            assertThat(scheme.same(new Scheme(9, "other", RulingTest.LADDER))).isFalse();
        }
    }

    @Test
    void aPlanIsStoredOnlyOntoWhatItWasMadeFor() {
        Store.create(directory.resolve("plans"), "test", Instant.EPOCH);
        try (Store file = Store.open(directory.resolve("plans"), Duration.ofSeconds(5))) {
            LevelStore store = new LevelStore(file);
            LevelStore.Last before = store.last();
            store.apply(plan(DAY), before, RUN);
            assertThatThrownBy(() -> store.apply(plan(DAY), before, RUN))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure ->
                                    assertThat(failure.problems().get(0).code()).isEqualTo(LevelCode.OUTDATED));
        }
    }
}
