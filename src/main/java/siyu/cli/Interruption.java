package siyu.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be done when a signal stops the run: rollbacks, temporary files. {@code Main} fires it from a shutdown hook. */
public final class Interruption {
    private final Deque<Runnable> actions = new ArrayDeque<>();
    private boolean fired;

    /** An action that is in force until it is closed. */
    public interface Guard extends AutoCloseable {
        @Override
        void close();
    }

    /** Registers an action; the last one registered runs first. It runs on another thread than the work it undoes. */
    public synchronized Guard guard(Runnable action) {
        actions.push(action);
        return () -> forget(action);
    }

    /** Whether the run is being stopped: long loops may ask and end early. */
    public synchronized boolean fired() {
        return fired;
    }

    /** Runs what is registered, once. One that fails does not keep the others from running. */
    public void fire() {
        Deque<Runnable> due;
        synchronized (this) {
            fired = true;
            due = new ArrayDeque<>(actions);
            actions.clear();
        }
        for (Runnable action : due) {
            try {
                action.run();
            } catch (RuntimeException e) {
                // The process ends anyway; the others are still worth trying.
            }
        }
    }

    private synchronized void forget(Runnable action) {
        actions.remove(action);
    }
}
