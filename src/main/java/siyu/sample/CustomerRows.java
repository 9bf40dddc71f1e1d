package siyu.sample;

/** The rows of customers.csv: everybody once in order, and now and then somebody from before once more, changed. */
final class CustomerRows implements Ordered.Maker {
    /** Customers in a part. */
    static final int PART = 8192;

    private static final int PURPOSE_REPEAT = 3;
    private static final byte[][] RISKS = {Rows.utf8("conservative"), Rows.utf8("balanced"), Rows.utf8("aggressive")};
    private static final byte[][] GENDERS = {Rows.utf8("female"), Rows.utf8("male"), Rows.utf8("other")};

    private final SampleOptions options;
    private final Person person;
    private final Draw draw = new Draw();

    CustomerRows(SampleOptions options) {
        this.options = options;
        this.person = new Person(options);
    }

    static int parts(SampleOptions options) {
        return (options.customers() - 1) / PART + 1;
    }

    @Override
    public int make(int part, Rows rows) {
        int from = part * PART;
        int to = (int) Math.min(options.customers(), (long) from + PART);
        int count = to - from;
        for (int customer = from; customer < to; customer++) {
            person.draw(customer);
            row(rows);
            draw.at(options.seed(), PURPOSE_REPEAT, customer);
            if (options.dirt() > 0 && draw.chance(options.dirt())) {
                person.draw(Math.max(0, customer - draw.below(3000)));
                person.revise();
                row(rows);
                count++;
            }
        }
        return count;
    }

    private void row(Rows rows) {
        rows.begin();
        rows.id('C', person.index, 8);
        if (person.nameKnown) {
            rows.text(person.nameFront, person.nameBetween, person.nameBack, person.nameComma);
        } else {
            rows.skip();
        }
        if (person.phoneDigits > 0) {
            rows.digitsText(person.phonePrefix, person.phone, person.phoneDigits);
        } else {
            rows.skip();
        }
        rows.date(person.registered);
        place(rows);
        if (person.birthday == Person.UNKNOWN) {
            rows.skip();
        } else {
            rows.date(person.birthday);
        }
        flag(rows, person.consent);
        if (options.theme() == Theme.BANK) {
            bank(rows);
        } else {
            flag(rows, person.member);
            word(rows, GENDERS, person.gender);
        }
        rows.end();
    }

    private void place(Rows rows) {
        if (person.located) {
            rows.fixed(person.latitude, 6);
            rows.fixed(person.longitude, 6);
        } else {
            rows.skip();
            rows.skip();
        }
        if (person.regionKnown) {
            rows.text(Places.REGIONS[person.place]);
        } else {
            rows.skip();
        }
    }

    private void bank(Rows rows) {
        for (int value : person.flags) {
            flag(rows, value);
        }
        word(rows, RISKS, person.risk);
        if (person.aum < 0) {
            rows.skip();
        } else {
            rows.fixed(person.aum, 2);
        }
    }

    private static void flag(Rows rows, int value) {
        if (value < 0) {
            rows.skip();
        } else {
            rows.bool(value == 1);
        }
    }

    private static void word(Rows rows, byte[][] words, int index) {
        if (index < 0) {
            rows.skip();
        } else {
            rows.text(words[index]);
        }
    }
}
