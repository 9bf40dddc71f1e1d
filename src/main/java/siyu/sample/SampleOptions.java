package siyu.sample;

import java.time.LocalDate;

/**
 * What to make.
 *
 * @param seed any number; another seed, other people
 * @param customers 1 to 99,999,999
 * @param eventsPerCustomer on average, 0 to 1,000; the counts themselves are heavy-tailed
 * @param today the day the files are written: everything happened in the three years before it
 * @param dirt the share of rows with a (legal) blemish, 0 to 0.5
 * @param jsonLines whether customers and events are JSON Lines rather than CSV
 * @param gzip whether customers and events are compressed
 * @param threads how many to work with, at least 1; the bytes do not depend on it
 */
public record SampleOptions(
        long seed,
        int customers,
        double eventsPerCustomer,
        LocalDate today,
        Theme theme,
        double dirt,
        boolean jsonLines,
        boolean gzip,
        int threads) {
    /** The most customers that ids of eight digits can tell apart. */
    public static final int MOST_CUSTOMERS = 99_999_999;

    public SampleOptions {
        check(customers >= 1 && customers <= MOST_CUSTOMERS, "customers must be 1 to " + MOST_CUSTOMERS);
        check(eventsPerCustomer >= 0 && eventsPerCustomer <= 1000, "events per customer must be 0 to 1000");
        check(dirt >= 0 && dirt <= 0.5, "the share of dirt must be 0 to 0.5");
        check(today.getYear() >= 1973 && today.getYear() <= 9999, "today must be in the years 1973 to 9999");
        check(threads >= 1, "there must be a thread");
    }

    /** Five events a customer and 0.2 % dirt, in plain CSV, with a thread per core. */
    public static SampleOptions of(long seed, int customers, LocalDate today, Theme theme) {
        return new SampleOptions(
                seed,
                customers,
                5,
                today,
                theme,
                0.002,
                false,
                false,
                Runtime.getRuntime().availableProcessors());
    }

    private static void check(boolean legal, String message) {
        if (!legal) {
            throw new IllegalArgumentException(message);
        }
    }
}
