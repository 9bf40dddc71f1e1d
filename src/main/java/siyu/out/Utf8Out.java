package siyu.out;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Text to bytes, through one buffer and without objects per value. A lone surrogate is written as U+FFFD. Nothing reaches the
 * stream before the buffer is full or {@link #flush} is called. Cost: about one pass over the characters. Not for several
 * threads.
 */
public final class Utf8Out {
    private static final int SIZE = 1 << 16;
    /** The longest thing written without asking again for room: a 64-bit number. */
    private static final int RESERVE = 24;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int size;

    public Utf8Out(OutputStream out) {
        this.out = out;
    }

    /** One ASCII character. */
    public Utf8Out put(char ascii) {
        if (size == SIZE) {
            drain();
        }
        buffer[size++] = (byte) ascii;
        return this;
    }

    /** Any text. */
    public Utf8Out put(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (size > SIZE - RESERVE) {
                drain();
            }
            if (c < 0x80) {
                buffer[size++] = (byte) c;
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                codePoint(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                codePoint(Character.isSurrogate(c) ? 0xFFFD : c);
            }
        }
        return this;
    }

    /** Bytes that are UTF-8 already. */
    public Utf8Out put(byte[] utf8) {
        if (utf8.length > SIZE - size) {
            drain();
        }
        if (utf8.length > SIZE) {
            try {
                out.write(utf8);
            } catch (IOException failure) {
                throw new WriteException(failure);
            }
            return this;
        }
        System.arraycopy(utf8, 0, buffer, size, utf8.length);
        size += utf8.length;
        return this;
    }

    /** A number in decimal digits. */
    public Utf8Out put(long number) {
        if (size > SIZE - RESERVE) {
            drain();
        }
        if (number < 0) {
            buffer[size++] = '-';
        }
        // Negative all the way, because the smallest number has no positive twin.
        long rest = number > 0 ? -number : number;
        int digits = 1;
        for (long left = rest / 10; left != 0; left /= 10) {
            digits++;
        }
        for (int at = size + digits - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** A number from 0 on, with zeros before it until it has {@code digits} digits. */
    public Utf8Out padded(int number, int digits) {
        int limit = 1;
        for (int i = 1; i < digits; i++) {
            limit *= 10;
            if (number < limit) {
                for (int zeros = i; zeros < digits; zeros++) {
                    put('0');
                }
                return put(number);
            }
        }
        return put(number);
    }

    /** The same character several times. */
    public Utf8Out repeat(char ascii, int times) {
        for (int i = 0; i < times; i++) {
            put(ascii);
        }
        return this;
    }

    /** Hands everything to the stream. */
    public void flush() {
        drain();
        try {
            out.flush();
        } catch (IOException failure) {
            throw new WriteException(failure);
        }
    }

    private void codePoint(int point) {
        if (point < 0x80) {
            buffer[size++] = (byte) point;
        } else if (point < 0x800) {
            buffer[size++] = (byte) (0xC0 | point >> 6);
            buffer[size++] = (byte) (0x80 | point & 0x3F);
        } else if (point < 0x10000) {
            buffer[size++] = (byte) (0xE0 | point >> 12);
            buffer[size++] = (byte) (0x80 | point >> 6 & 0x3F);
            buffer[size++] = (byte) (0x80 | point & 0x3F);
        } else {
            buffer[size++] = (byte) (0xF0 | point >> 18);
            buffer[size++] = (byte) (0x80 | point >> 12 & 0x3F);
            buffer[size++] = (byte) (0x80 | point >> 6 & 0x3F);
            buffer[size++] = (byte) (0x80 | point & 0x3F);
        }
    }

    private void drain() {
        try {
            out.write(buffer, 0, size);
            size = 0;
        } catch (IOException failure) {
            size = 0;
            throw new WriteException(failure);
        }
    }
}
