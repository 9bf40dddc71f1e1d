package siyu.importing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the ends of CSV records without taking them apart. A quote opens only at the start of a field; what follows a closing
 * quote up to the delimiter is passed over (and refused later). Records end with LF, CR LF or CR.
 */
final class CsvScanner {
    /** The bytes end within the record. */
    static final int OPEN = -1;

    /** The bytes end within quotes. */
    static final int OPEN_QUOTE = -2;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private CsvScanner() {}

    /** The end of the record that starts at {@code from}, behind its line end; or {@link #OPEN} or {@link #OPEN_QUOTE}. */
    static int recordEnd(byte[] bytes, int from, int to, byte delimiter) {
        int i = from;
        while (i < to) {
            if (bytes[i] == '"') {
                i = quoteEnd(bytes, i, to);
                if (i < 0) {
                    return OPEN_QUOTE;
                }
            }
            boolean within = true;
            while (within && i < to) {
                byte b = bytes[i++];
                if (b == '\n') {
                    return i;
                }
                if (b == '\r') {
                    // At the very end a LF may follow in the next bytes.
                    return i == to ? OPEN : bytes[i] == '\n' ? i + 1 : i;
                }
                within = b != delimiter;
            }
        }
        return OPEN;
    }

    /** Behind the closing quote of the field whose opening quote is at {@code from}, or {@link #OPEN_QUOTE}. */
    private static int quoteEnd(byte[] bytes, int from, int to) {
        int i = from + 1;
        while (i < to) {
            if (bytes[i++] == '"') {
                if (i == to || bytes[i] != '"') {
                    return i;
                }
                i++;
            }
        }
        return OPEN_QUOTE;
    }

    /** The end of the last whole record from {@code from} on, or {@code from} when there is none. */
    static int lastEnd(byte[] bytes, int from, int to, byte delimiter) {
        int end = from;
        for (int next = from; next >= 0 && next < to; ) {
            next = recordEnd(bytes, next, to, delimiter);
            end = next >= 0 ? next : end;
        }
        return end;
    }

    /** The same where there is no CR: rows without a quote are passed over many at a time. */
    static int lastEndOfFeeds(byte[] bytes, int from, int to, byte delimiter) {
        int end = from;
        while (true) {
            int quote = find(bytes, end, to, (byte) '"');
            int start = lastLine(bytes, end, quote < 0 ? to : quote);
            int next = quote < 0 ? OPEN : recordEnd(bytes, start, to, delimiter);
            if (next < 0) {
                return start;
            }
            end = next;
        }
    }

    /** Behind the last LF, or {@code from}. */
    static int lastLine(byte[] bytes, int from, int to) {
        for (int i = to; i > from; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return from;
    }

    /** Where field {@code field} (from 0) of the record starts, or its end when it has fewer. */
    static int fieldStart(byte[] bytes, int from, int to, byte delimiter, int field) {
        int i = from;
        for (int left = field; left > 0 && i < to; left--) {
            if (bytes[i] == '"') {
                int end = quoteEnd(bytes, i, to);
                i = end < 0 ? to : end;
            }
            while (i < to && bytes[i] != delimiter) {
                i++;
            }
            i++;
        }
        return Math.min(i, to);
    }

    static boolean contains(byte[] bytes, int from, int to, byte wanted) {
        return find(bytes, from, to, wanted) >= 0;
    }

    /** Where the first such byte is, or -1. */
    static int find(byte[] bytes, int from, int to, byte wanted) {
        long all = wanted * ONES;
        int i = from;
        for (; i + 16 <= to; i += 16) {
            long first = (long) LONGS.get(bytes, i) ^ all;
            long second = (long) LONGS.get(bytes, i + 8) ^ all;
            // The classic test for a byte 0: exact as to whether there is one.
            if ((((first - ONES) & ~first | (second - ONES) & ~second) & HIGH) != 0) {
                break;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** How many line feeds there are. */
    static int feeds(byte[] bytes, int from, int to) {
        int feeds = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i) ^ '\n' * ONES;
            // Per byte: the high bit of (low bits + 0x7F) or of the byte itself is set unless the byte is 0.
            long zero = ~((word & ~HIGH) + ~HIGH | word) & HIGH;
            feeds += Long.bitCount(zero);
        }
        for (; i < to; i++) {
            feeds += bytes[i] == '\n' ? 1 : 0;
        }
        return feeds;
    }

    /** How many lines end here: LF, CR LF and CR count once each. */
    static int lines(byte[] bytes, int from, int to) {
        int feeds = feeds(bytes, from, to);
        if (!contains(bytes, from, to, (byte) '\r')) {
            return feeds;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\r' && (i + 1 == to || bytes[i + 1] != '\n')) {
                feeds++;
            }
        }
        return feeds;
    }
}
