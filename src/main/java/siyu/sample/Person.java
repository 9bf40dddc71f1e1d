package siyu.sample;

import java.time.LocalDate;

/**
 * One customer as drawn; reused for the next one. Everything follows from the seed and the customer's index alone, so any
 * worker can draw anybody at any time.
 */
final class Person {
    /** The three years before today, in days. */
    static final int SPAN = 1095;

    /** Stands for an unknown date. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    static final int APP = 0;
    static final int DEBIT = 1;
    static final int CREDIT = 2;
    static final int OTHER = 3;

    private static final int PURPOSE_PERSON = 1;
    private static final int PURPOSE_REVISION = 2;
    private static final double[] FLAG_SHARES = {0.72, 0.58, 0.27, 0.24};
    private static final byte[] RISKS = Draw.wheel(45, 37, 18);
    private static final byte[] GENDERS = Draw.wheel(560, 425, 15);
    private static final byte[][] PREFIXES = {
        Rows.utf8("138"), Rows.utf8("139"), Rows.utf8("186"), Rows.utf8("150"), Rows.utf8("177"), Rows.utf8("199")
    };
    private static final byte[] HONG_KONG = Rows.utf8("+8526");

    private final SampleOptions options;
    private final int today;
    private final Draw draw = new Draw();

    int index;

    /** Epoch days: registered on the first, active until before the last. */
    int registered;

    int until;

    /** Multiplies the average number of events and the amounts. */
    double activity;

    double purse;

    byte[] nameFront = Names.NOTHING;
    byte[] nameBetween = Names.NOTHING;
    byte[] nameBack = Names.NOTHING;
    boolean nameKnown;
    boolean nameComma;
    byte[] phonePrefix = Names.NOTHING;
    long phone;
    int phoneDigits;

    int place;
    boolean located;
    boolean regionKnown;
    long latitude;
    long longitude;

    int birthday;
    int consent;

    /** Bank: 1 yes, 0 no, -1 unknown, by {@link #APP} to {@link #OTHER}. */
    final int[] flags = new int[4];

    /** Index of the word, -1 unknown. */
    int risk;

    /** Cents, -1 unknown. */
    long aum;

    /** Retail: 1 yes, 0 no, -1 unknown. */
    int member;

    int gender;

    Person(SampleOptions options) {
        this.options = options;
        this.today = (int) options.today().toEpochDay();
    }

    void draw(int customer) {
        index = customer;
        draw.at(options.seed(), PURPOSE_PERSON, customer);
        life();
        activity = draw.logNormal(1, 1.15);
        purse = draw.logNormal(1, 0.5);
        place = draw.spin(Places.WHEEL);
        name();
        phone();
        where();
        birthday = birthday();
        consent = unless(0.03, draw.chance(0.81));
        if (options.theme() == Theme.BANK) {
            bank();
        } else {
            member = unless(0.02, draw.chance(0.63));
            gender = draw.chance(0.12) ? -1 : draw.spin(GENDERS);
        }
        blemish();
    }

    /** The same customer, told once more with changed attributes. */
    void revise() {
        draw.at(options.seed(), PURPOSE_REVISION, index);
        phone();
        if (draw.chance(0.5)) {
            place = draw.spin(Places.WHEEL);
            where();
        }
        flags[APP] = 1;
        member = 1;
        aum = aum < 0 ? 0 : aum + draw.below(1_000_000);
    }

    /** Registrations grow; every tenth falls into a promotion; more than half leave again, most of them early. */
    private void life() {
        double share = StrictMath.pow(draw.unit(), 0.62);
        registered = today - SPAN + (int) (share * SPAN);
        if (draw.chance(0.1)) {
            registered = Seasons.towardsPromotion(registered, today - SPAN);
        }
        until = today;
        if (draw.chance(0.55)) {
            int stay = 1 + (int) (-420 * StrictMath.log(1 - draw.unit()));
            until = Math.min(today, registered + stay);
        }
    }

    private void name() {
        nameKnown = !draw.chance(0.004);
        nameComma = false;
        if (draw.chance(0.06) || place == Places.REGIONS.length - 1) {
            nameComma = draw.chance(0.2);
            byte[] given = Names.FIRST[draw.below(Names.FIRST.length)];
            byte[] family = Names.LAST[draw.below(Names.LAST.length)];
            nameFront = nameComma ? family : given;
            nameBetween = nameComma ? Names.COMMA : Names.SPACE;
            nameBack = nameComma ? given : family;
            return;
        }
        nameFront = Names.SURNAMES[Names.common(draw, Names.SURNAMES.length)];
        nameBetween = Names.GIVEN[Names.common(draw, Names.GIVEN.length)];
        nameBack = draw.chance(0.45) ? Names.GIVEN[Names.common(draw, 40)] : Names.NOTHING;
    }

    private void phone() {
        phoneDigits = draw.chance(0.02) ? 0 : 8;
        phonePrefix = PREFIXES[draw.below(PREFIXES.length)];
        phone = draw.below(100_000_000);
        if (place == Places.REGIONS.length - 2 && phoneDigits > 0) {
            phonePrefix = HONG_KONG;
            phone %= 10_000_000;
            phoneDigits = 7;
        }
    }

    private void where() {
        located = !draw.chance(0.03);
        regionKnown = located || draw.chance(0.5);
        latitude = Places.LATITUDES[place] + (long) (Places.SPREADS[place] * draw.normal());
        longitude = Places.LONGITUDES[place] + (long) (Places.SPREADS[place] * 1.1 * draw.normal());
    }

    private int birthday() {
        if (draw.chance(0.04)) {
            return UNKNOWN;
        }
        int years = (int) (18 + 30 * (draw.unit() + draw.unit()) + 12 * draw.unit());
        if (draw.chance(0.002)) {
            int leap = (options.today().getYear() - years) / 4 * 4;
            return (int) LocalDate.of(leap == 1900 || leap == 2100 ? leap - 4 : leap, 3, 1)
                            .toEpochDay()
                    - 1;
        }
        return today - years * 365 - years / 4 - draw.below(365);
    }

    /** Cards go together, and with the app; nobody's flags are wholly sure. */
    private void bank() {
        for (int flag = APP; flag <= OTHER; flag++) {
            double share = flag == APP || flags[APP] == 1 ? FLAG_SHARES[flag] : FLAG_SHARES[flag] / 2;
            flags[flag] = unless(0.006, draw.chance(share));
        }
        risk = draw.chance(0.07) ? -1 : draw.spin(RISKS);
        boolean poor = draw.chance(0.25);
        double wealth = draw.logNormal(900_000, 1.9) * purse;
        aum = draw.chance(0.03) ? -1 : poor ? 0 : Math.min((long) wealth, 100_000_000_000L);
    }

    private void blemish() {
        if (options.dirt() > 0 && draw.chance(options.dirt())) {
            nameKnown = false;
            phoneDigits = 0;
            located = false;
            regionKnown = false;
            birthday = UNKNOWN;
            consent = -1;
            flags[APP] = -1;
            member = -1;
        }
    }

    private int unless(double unknown, boolean value) {
        return draw.chance(unknown) ? -1 : value ? 1 : 0;
    }
}
