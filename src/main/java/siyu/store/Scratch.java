package siyu.store;

/** Memory that decoding needs beside its target. Belongs to one thread; give the same one to every call and nothing is allocated. */
public final class Scratch {
    private long[] longs = new long[0];
    private long[] more = new long[0];
    private long[] sums = new long[0];
    private final long[][] numbers = new long[ComposedTexts.MOST_NUMBERS][0];
    private byte[] bytes = new byte[0];

    public Scratch() {}

    long[] longs(int count) {
        if (longs.length < count) {
            longs = new long[Math.max(count, 1024)];
        }
        return longs;
    }

    /** A second array, used while the first is. */
    long[] second(int count) {
        if (more.length < count) {
            more = new long[Math.max(count, 1024)];
        }
        return more;
    }

    /** The sums that lead to a value in the middle of differences, used while the others are. */
    long[] sums(int count) {
        if (sums.length < count) {
            sums = new long[Math.max(count, 1024)];
        }
        return sums;
    }

    /** The values of one of the numbers that texts are composed of. */
    long[] number(int which, int count) {
        if (numbers[which].length < count) {
            numbers[which] = new long[Math.max(count, 1024)];
        }
        return numbers[which];
    }

    byte[] bytes(int count) {
        if (bytes.length < count) {
            bytes = new byte[Math.max(count, 1024)];
        }
        return bytes;
    }
}
