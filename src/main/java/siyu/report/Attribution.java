package siyu.report;

/** How what a purchase is worth is given to the contacts before it. Parts are whole and add up to it. */
enum Attribution {
    /** All of it to the first. */
    FIRST {
        @Override
        double weight(int contact, int contacts, double daysBefore) {
            return contact == 0 ? 1 : 0;
        }
    },
    /** All of it to the last. */
    LAST {
        @Override
        double weight(int contact, int contacts, double daysBefore) {
            return contact == contacts - 1 ? 1 : 0;
        }
    },
    /** The same to each. */
    LINEAR {
        @Override
        double weight(int contact, int contacts, double daysBefore) {
            return 1;
        }
    },
    /** Two fifths to the first and to the last, the rest in equal parts to those between; a half each of two. */
    POSITION {
        @Override
        double weight(int contact, int contacts, double daysBefore) {
            boolean end = contact == 0 || contact == contacts - 1;
            return contacts < 3 ? 1 : end ? 0.4 : 0.2 / (contacts - 2);
        }
    },
    /** Half as much to one that is seven days earlier. */
    DECAY {
        @Override
        double weight(int contact, int contacts, double daysBefore) {
            return Math.pow(0.5, daysBefore / 7);
        }
    };

    /** How much a contact gets beside the others. */
    abstract double weight(int contact, int contacts, double daysBefore);

    /** Cuts an amount by weights, whose sum is positive: each bound between parts is rounded, so the parts add up. */
    static void split(long amount, double[] weights, int size, long[] into) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[i];
        }
        double passed = 0;
        long given = 0;
        for (int i = 0; i < size; i++) {
            passed += weights[i];
            long bound = i == size - 1 ? amount : Math.round(amount * (passed / sum));
            into[i] = bound - given;
            given = bound;
        }
    }
}
