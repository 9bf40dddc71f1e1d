package siyu.sample;

/** What customers of a theme do, where and for how much. */
final class Shopping {
    static final byte[][] CARDS = words("debit", "credit", "other");

    private static final int PURCHASE = 0;
    private static final int LOGIN = 1;
    private static final byte[] BANK_KINDS = Draw.wheel(44, 49, 7);
    private static final byte[] RETAIL_KINDS = Draw.wheel(52, 43, 5);
    private static final byte[] CHANNELS = Draw.wheel(46, 25, 13, 9, 7);
    private static final byte[] CATEGORIES = Draw.wheel(270, 200, 150, 130, 110, 70, 45, 25);

    /** Medians in cents and how wide they spread. */
    private static final int[] BANK_MEDIANS = {6800, 4200, 9600, 21_000, 1500, 18_000, 8800, 96_000};

    private static final int[] RETAIL_MEDIANS = {5600, 15_900, 8900, 12_900, 6900, 19_900, 4900, 129_000};
    private static final double[] SIGMAS = {0.6, 0.5, 0.7, 0.9, 0.6, 0.5, 0.8, 1.1};

    private static final Shopping BANK = new Shopping(
            words("purchase", "login", "share", "card_bound"),
            words("dining", "cinema", "grocery", "shopping", "transport", "utilities", "health", "travel"),
            words("app", "miniprogram", "branch", "web", "wecom"),
            BANK_MEDIANS);
    private static final Shopping RETAIL = new Shopping(
            words("purchase", "login", "share", "refund"),
            words("grocery", "clothing", "beauty", "home", "toys", "sports", "books", "digital"),
            words("miniprogram", "app", "store", "web", "wecom"),
            RETAIL_MEDIANS);

    private final byte[][] kinds;
    private final byte[][] categories;
    private final byte[][] channels;
    private final int[] medians;

    private Shopping(byte[][] kinds, byte[][] categories, byte[][] channels, int[] medians) {
        this.kinds = kinds;
        this.categories = categories;
        this.channels = channels;
        this.medians = medians;
    }

    static Shopping of(Theme theme) {
        return theme == Theme.BANK ? BANK : RETAIL;
    }

    byte[][] kinds() {
        return kinds;
    }

    byte[][] categories() {
        return categories;
    }

    boolean purchase(int kind) {
        return kind == PURCHASE;
    }

    /** The kind that binds a card; -1 at a retailer. */
    int bound() {
        return this == BANK ? 3 : -1;
    }

    /** The kind that takes a purchase back; -1 at a bank. */
    int refund() {
        return this == RETAIL ? 3 : -1;
    }

    /** Without the app nobody logs in. */
    int kind(Draw draw, Person person) {
        int kind = draw.spin(this == BANK ? BANK_KINDS : RETAIL_KINDS);
        return kind == LOGIN && this == BANK && person.flags[Person.APP] != 1 ? PURCHASE : kind;
    }

    int category(Draw draw) {
        return draw.spin(CATEGORIES);
    }

    /** Cents, at least 1. */
    long amount(Draw draw, int category, double purse) {
        return Math.max(1, (long) (draw.logNormal(medians[category], SIGMAS[category]) * purse));
    }

    byte[] channel(Draw draw, int kind) {
        int channel = draw.spin(CHANNELS);
        return channels[kind == LOGIN ? channel & 1 : channel];
    }

    private static byte[][] words(String... words) {
        byte[][] parts = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            parts[i] = Rows.utf8(words[i]);
        }
        return parts;
    }
}
