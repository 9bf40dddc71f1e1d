package siyu.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes with the few things that writing records needs. */
final class TextOut {
    private static final byte[] DIGITS = "0123456789".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;

    TextOut(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void to(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    void put(byte[] text) {
        put(text, 0, text.length);
    }

    void put(byte[] text, int from, int to) {
        room(to - from);
        System.arraycopy(text, from, bytes, size, to - from);
        size += to - from;
    }

    void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    void number(long value) {
        if (value < 0) {
            put('-');
        }
        room(20);
        // Negative all the way, because the least long has no positive counterpart.
        long rest = value < 0 ? value : -value;
        int digits = 1;
        for (long left = rest / 10; left != 0; left /= 10) {
            digits++;
        }
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = DIGITS[(int) -(rest % 10)];
            rest /= 10;
        }
        size += digits;
    }

    /** A number that is not negative, with leading zeros. */
    void padded(long value, int digits) {
        room(digits);
        long rest = value;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = DIGITS[(int) (rest % 10)];
            rest /= 10;
        }
        size += digits;
    }

    /** A CSV field: in quotes when it is empty or has a quote, a comma or a line end, or a space at either end. */
    void csv(byte[] text, int from, int to) {
        boolean plain = from < to && text[from] != ' ' && text[to - 1] != ' ';
        for (int i = from; plain && i < to; i++) {
            byte b = text[i];
            plain = b != '"' && b != ',' && b != '\n' && b != '\r';
        }
        if (plain) {
            put(text, from, to);
            return;
        }
        room(2 * (to - from) + 2);
        bytes[size++] = '"';
        for (int i = from; i < to; i++) {
            if (text[i] == '"') {
                bytes[size++] = '"';
            }
            bytes[size++] = text[i];
        }
        bytes[size++] = '"';
    }

    /** A JSON string. */
    void json(byte[] text, int from, int to) {
        room(6 * (to - from) + 2);
        bytes[size++] = '"';
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (b == '"' || b == '\\') {
                bytes[size++] = '\\';
                bytes[size++] = b;
            } else if (b >= ' ' || b < 0) {
                bytes[size++] = b;
            } else {
                bytes[size++] = '\\';
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[b >> 4];
                bytes[size++] = HEX[b & 15];
            }
        }
        bytes[size++] = '"';
    }

    private byte[] all() {
        return Arrays.copyOf(bytes, size);
    }

    static byte[] csvText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        TextOut out = new TextOut(2 * utf8.length + 2);
        out.csv(utf8, 0, utf8.length);
        return out.all();
    }

    static byte[] jsonText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        TextOut out = new TextOut(6 * utf8.length + 2);
        out.json(utf8, 0, utf8.length);
        return out.all();
    }
}
