package siyu.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Failure;
import siyu.points.CalendarUnit;
import siyu.points.Period;
import siyu.store.Store;

class BenefitStoreTest {
    private static final Store.Run RUN = new Store.Run("test", "benefit", "", "", "", Instant.EPOCH);

    @TempDir
    Path directory;

    private static BenefitUse use(long number, int customer, LocalDate day, boolean bought) {
        return new BenefitUse(
                number, "lounge", customer, "gold", bought, "2026-Q1/1", 2, 300, 7, (int) day.toEpochDay(), 9, "");
    }

    private static void write(Store file, List<BenefitUse> uses, long before) {
        file.write(RUN, connection -> {
            BenefitStore.write(connection, uses, before);
            return before;
        });
    }

    @Test
    void sumsAreOfTheirDays() {
        Store.create(directory.resolve("uses"), "test", Instant.EPOCH);
        try (Store file = Store.open(directory.resolve("uses"), Duration.ofSeconds(5))) {
            BenefitStore store = new BenefitStore(file);
            assertThat(store.last()).isZero();
            LocalDate march = LocalDate.of(2026, 3, 31);
            LocalDate april = LocalDate.of(2026, 4, 1);
            write(file, List.of(use(1, 4, march, false), use(2, 5, march, true), use(3, 4, april, false)), 0);
            assertThat(store.last()).isEqualTo(3);
            assertThat(store.gone("lounge")).isEqualTo(new Benefit.Gone(6, 900));
            assertThat(store.gone("coffee")).isEqualTo(Benefit.Gone.NOTHING);
            assertThat(store.used("lounge", Period.of(CalendarUnit.QUARTER, march)))
                    .isEqualTo(Map.of(4, 2L, 5, 2L));
            assertThat(store.used("lounge", Period.of(CalendarUnit.EVER, march)))
                    .isEqualTo(Map.of(4, 4L, 5, 2L));
            assertThat(store.of(4)).containsExactly(use(1, 4, march, false), use(3, 4, april, false));
            assertThat(store.sums(0, march.toEpochDay()))
                    .containsExactly(
                            new BenefitStore.Sum("lounge", "gold", false, 2, 300, 7),
                            new BenefitStore.Sum("lounge", "gold", true, 2, 300, 7));
            assertThat(store.customers(0, april.toEpochDay())).isEqualTo(Map.of("lounge", 2L));
        }
    }

    @Test
    void aPlanIsStoredOnlyOntoWhatItWasMadeFor() {
        Store.create(directory.resolve("plans"), "test", Instant.EPOCH);
        try (Store file = Store.open(directory.resolve("plans"), Duration.ofSeconds(5))) {
            LocalDate day = LocalDate.of(2026, 3, 31);
            write(file, List.of(use(1, 4, day, false)), 0);
            assertThatThrownBy(() -> write(file, List.of(use(1, 5, day, false)), 0))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure ->
                                    assertThat(failure.problems().get(0).code()).isEqualTo(BenefitCode.OUTDATED));
        }
    }
}
