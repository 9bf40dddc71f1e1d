package siyu.core;

import org.jspecify.annotations.Nullable;

/** Threads beside the caller's: they keep no process alive, and are waited for even when the caller is interrupted. */
public final class Beside {
    private Beside() {}

    /** Starts work on a thread of its own. */
    public static Thread start(String name, Runnable work) {
        Thread thread = make(name, work);
        thread.start();
        return thread;
    }

    /** The same, not started yet. */
    public static Thread make(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Waits for a thread. An interruption meanwhile is kept for the caller, but does not end the waiting: the thread works on what
     * the caller is about to give up.
     *
     * @param stop run at an interruption, to have the thread end soon; or null
     */
    public static void await(Thread thread, @Nullable Runnable stop) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                if (stop != null) {
                    stop.run();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
