package siyu.store;

/**
 * Decimals with their exact bits: as whole numbers of 10⁻ᵏ when every value comes back bit by bit that way (prices, coordinates),
 * otherwise as the 64 bits they are.
 */
final class DecimalCoding {
    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    /** The form byte of values kept as their bits; smaller ones are the number of decimal places. */
    private static final int RAW = 255;

    /** Whole numbers up to 2⁵³ are exact in a double. */
    private static final double EXACT = 1L << 53;

    private DecimalCoding() {}

    static void encode(BlockWriter out, double[] values, int count) {
        long[] wholes = new long[count];
        int places = 0;
        for (int i = 0; i < count; i++) {
            while (places < POWERS.length && !exact(values[i], POWERS[places])) {
                places++;
            }
            if (places == POWERS.length) {
                break;
            }
        }
        // A value that was exact with fewer places need not be so with more, so all are tried again.
        boolean scaled = places < POWERS.length;
        for (int i = 0; i < count && scaled; i++) {
            scaled = exact(values[i], POWERS[places]);
            wholes[i] = Math.round(values[i] * POWERS[places]);
        }
        if (!scaled) {
            for (int i = 0; i < count; i++) {
                wholes[i] = Double.doubleToRawLongBits(values[i]);
            }
        }
        out.putByte(scaled ? places : RAW);
        WholeCoding.encode(out, wholes, 0, count);
    }

    private static boolean exact(double value, double power) {
        double scaled = value * power;
        return Math.abs(scaled) <= EXACT
                && Double.doubleToRawLongBits(Math.round(scaled) / power) == Double.doubleToRawLongBits(value);
    }

    /** Passes over {@code count} values and reads those from {@code from} to {@code to} (exclusive). */
    static void decode(BlockReader in, double[] into, int at, int count, int from, int to, Scratch scratch) {
        int places = in.nextByte();
        if (places >= POWERS.length && places != RAW) {
            throw BlockReader.damaged("it is packed in an unknown way");
        }
        int size = to - from;
        long[] wholes = scratch.second(size);
        WholeCoding.decode(in, wholes, 0, count, from, to, scratch);
        if (places == RAW) {
            for (int i = 0; i < size; i++) {
                into[at + i] = Double.longBitsToDouble(wholes[i]);
            }
            return;
        }
        double power = POWERS[places];
        for (int i = 0; i < size; i++) {
            into[at + i] = wholes[i] / power;
        }
    }
}
