package siyu.store;

/** Decimal digits in bytes. */
final class Digits {
    private Digits() {}

    /** Ten to a power of 0 to 18. */
    static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** How many digits a number of 0 or more has, up to 18. */
    static int of(long number) {
        int digits = 1;
        for (long least = 10; number >= least && digits < 18; least *= 10) {
            digits++;
        }
        return digits;
    }

    /** Writes a number with leading zeros so that it ends before {@code end}. */
    static void write(long number, byte[] bytes, int end, int digits) {
        long rest = number;
        int place = end;
        int left = digits;
        // Nine digits at a time are int arithmetic, which is several times faster to divide.
        while (left > 0) {
            int part = (int) (left > 9 ? rest % 1_000_000_000 : rest);
            rest = left > 9 ? rest / 1_000_000_000 : 0;
            for (int i = Math.min(left, 9); i > 0; i--) {
                // As part / 10, which the quick compiler leaves to the processor's slow division.
                int tens = (int) (part * 0xCCCC_CCCDL >>> 35);
                bytes[--place] = (byte) ('0' + part - tens * 10);
                part = tens;
            }
            left -= 9;
        }
    }
}
