package siyu.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What stops tasks that run over all processors. */
class ParallelTest {
    private static final int TASKS = 20_000;

    /** Whoever waits for an answer and presses Ctrl-C does not wait for the rest of it, whichever thread is at work then. */
    @Test
    void anInterruptStopsTheRest() {
        for (int at : new int[] {1, 10, 100}) {
            AtomicInteger done = new AtomicInteger();
            Thread caller = Thread.currentThread();
            assertThatThrownBy(() -> Parallel.each(TASKS, () -> task -> {
                        if (done.incrementAndGet() == at) {
                            caller.interrupt();
                        }
                        LockSupport.parkNanos(200_000);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("interrupted");
            // Whoever called is to know of it too.
            assertThat(Thread.interrupted()).isTrue();
            assertThat(done.get()).isBetween(at, TASKS / 2);
        }
    }

    @Test
    void theFirstFailureStopsTheRestAndIsThrownAsItWas() {
        IllegalArgumentException failure = new IllegalArgumentException("no");
        AtomicInteger done = new AtomicInteger();
        assertThatThrownBy(() -> Parallel.each(TASKS, () -> task -> {
                    if (done.incrementAndGet() == 10) {
                        throw failure;
                    }
                    LockSupport.parkNanos(200_000);
                }))
                .isSameAs(failure);
        assertThat(done.get()).isLessThan(TASKS / 2);
        AtomicInteger all = new AtomicInteger();
        Parallel.each(TASKS, () -> task -> all.incrementAndGet());
        assertThat(all.get()).isEqualTo(TASKS);
    }
}
