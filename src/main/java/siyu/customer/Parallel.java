package siyu.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.core.Beside;

/**
 * Numbered tasks over all processors. The first failure stops the rest and is thrown as it was; an interrupt of the calling thread
 * stops them between two tasks, with an IllegalStateException.
 */
public final class Parallel {
    /** Results that may wait for the consumer: enough to keep both sides busy, few enough to keep memory small. */
    private static final int QUEUE = 16;

    private Parallel() {}

    /** One thread's share of the work; may keep scratch memory from task to task. */
    @FunctionalInterface
    public interface Worker {
        /** Does one task. */
        void run(int task);
    }

    /** A worker whose results go to one consumer. */
    @FunctionalInterface
    interface Producer<T> {
        void run(int task, Consumer<T> results);
    }

    /** Threads worth starting for so many tasks. */
    static int threads(int tasks) {
        return Math.max(1, Math.min(tasks, Runtime.getRuntime().availableProcessors()));
    }

    /** Runs tasks 0 to {@code tasks - 1}; the calling thread works too. Workers are made on their own threads. */
    public static void each(int tasks, Supplier<? extends Worker> worker) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> {
            try {
                Worker mine = worker.get();
                for (int task = next.getAndIncrement();
                        task < tasks && failure.get() == null;
                        task = next.getAndIncrement()) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw interrupted();
                    }
                    mine.run(task);
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads(tasks); i++) {
            others.add(Beside.start("siyu-range", loop));
        }
        loop.run();
        others.forEach(thread -> join(thread, failure));
        rethrow(failure.get());
    }

    /** Runs tasks on other threads and hands their results, in no fixed order, to the calling thread. */
    static <T> void feed(int tasks, Supplier<? extends Producer<T>> producer, Consumer<T> consumer) {
        BlockingQueue<T> queue = new ArrayBlockingQueue<>(QUEUE);
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        int count = threads(tasks);
        AtomicInteger running = new AtomicInteger(count);
        Runnable loop = () -> {
            try {
                Producer<T> mine = producer.get();
                for (int task = next.getAndIncrement();
                        task < tasks && failure.get() == null;
                        task = next.getAndIncrement()) {
                    mine.run(task, result -> put(queue, result, failure));
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            } finally {
                running.decrementAndGet();
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(Beside.start("siyu-range", loop));
        }
        try {
            drain(queue, running, failure, consumer);
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
        threads.forEach(thread -> join(thread, failure));
        rethrow(failure.get());
    }

    private static <T> void drain(
            BlockingQueue<T> queue,
            AtomicInteger running,
            AtomicReference<@Nullable Throwable> failure,
            Consumer<T> consumer)
            throws InterruptedException {
        while (failure.get() == null) {
            boolean last = running.get() == 0;
            T result = queue.poll(last ? 0 : 2, TimeUnit.MILLISECONDS);
            if (result != null) {
                consumer.accept(result);
            } else if (last) {
                return;
            }
        }
    }

    private static <T> void put(BlockingQueue<T> queue, T result, AtomicReference<@Nullable Throwable> failure) {
        try {
            while (!queue.offer(result, 20, TimeUnit.MILLISECONDS)) {
                if (failure.get() != null) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static IllegalStateException interrupted() {
        return new IllegalStateException("interrupted");
    }

    private static void join(Thread thread, AtomicReference<@Nullable Throwable> failure) {
        Beside.await(thread, () -> failure.compareAndSet(null, interrupted()));
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
