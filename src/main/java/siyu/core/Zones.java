package siyu.core;

import java.time.zone.ZoneRulesProvider;

/**
 * Java's rules of time zones, loaded before somebody needs them: looking through the class path for more of them takes as long as
 * reading a program.
 */
public final class Zones implements Runnable {
    private Zones() {}

    /** Begins to load them, beside the caller. */
    public static void load() {
        Beside.start("zones", new Zones());
    }

    @Override
    @SuppressWarnings("ReturnValueIgnored") // It is asked so that it is loaded.
    public void run() {
        ZoneRulesProvider.refresh();
    }
}
