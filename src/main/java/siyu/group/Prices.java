package siyu.group;

import java.util.Arrays;

/** What a seat of each group is worth to those who do not have one. Prices only rise. */
final class Prices {
    private final long[] price;

    /** Hears of changes; the tree keeps the lowest price of each of its parts by it. */
    @FunctionalInterface
    interface Watcher {
        void raised(int group);
    }

    private Watcher watcher = group -> {};

    Prices(int groups) {
        price = new long[groups];
    }

    void watch(Watcher by) {
        watcher = by;
    }

    long of(int group) {
        return price[group];
    }

    void raise(int group, long to) {
        price[group] = to;
        watcher.raised(group);
    }

    long[] all() {
        return Arrays.copyOf(price, price.length);
    }
}
