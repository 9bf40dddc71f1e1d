package siyu.fact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Many texts in one array of UTF-8 bytes, so that a million of them cost no objects. Text {@code i} is the bytes from {@code
 * start(i)} to {@code end(i)}. Byte order of UTF-8 is code point order, so comparisons need no decoding.
 */
public final class Texts {
    private byte[] bytes;
    private int[] ends;
    private int size;

    public Texts() {
        this(16, 256);
    }

    public Texts(int texts, int capacity) {
        this.ends = new int[texts];
        this.bytes = new byte[capacity];
    }

    /** Texts that lie ready in arrays, which are not copied. */
    public Texts(byte[] bytes, int[] ends, int size) {
        this.bytes = bytes;
        this.ends = ends;
        this.size = size;
    }

    public static Texts of(String... texts) {
        Texts all = new Texts();
        for (String text : texts) {
            all.add(text);
        }
        return all;
    }

    public int size() {
        return size;
    }

    /** The array behind; valid until the next {@code add}. */
    public byte[] bytes() {
        return bytes;
    }

    public int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    public int end(int index) {
        return ends[index];
    }

    /** The same for equal texts, and at least 0; for tables of a power of two. */
    public int hash(int index) {
        int hash = 1;
        for (int i = start(index); i < ends[index]; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash * 0x9E3779B9 >>> 7;
    }

    /** Bytes used by all texts together. */
    public int length() {
        return size == 0 ? 0 : ends[size - 1];
    }

    /** Appends a text given as UTF-8 and returns its index. */
    public int add(byte[] source, int from, int to) {
        int start = length();
        int end = Math.addExact(start, to - from);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + (bytes.length >> 1) + 64));
        }
        System.arraycopy(source, from, bytes, start, to - from);
        return close(end);
    }

    public int add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return add(utf8, 0, utf8.length);
    }

    /**
     * Appends many texts that lie one after the other from {@code from} on, by their lengths (each 0 or more, all within the
     * source), and returns the index of the first.
     */
    public int addAll(byte[] source, int from, long[] lengths, int at, int count) {
        int first = size;
        int start = length();
        if (size + count > ends.length) {
            ends = Arrays.copyOf(ends, Math.max(size + count, ends.length + (ends.length >> 1)));
        }
        int end = start;
        for (int i = 0; i < count; i++) {
            end = Math.addExact(end, (int) lengths[at + i]);
            ends[first + i] = end;
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + (bytes.length >> 1) + 64));
        }
        System.arraycopy(source, from, bytes, start, end - start);
        size = first + count;
        return first;
    }

    private int close(int end) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1) + 16);
        }
        ends[size] = end;
        return size++;
    }

    /** Forgets all texts and keeps the memory. */
    public void clear() {
        size = 0;
    }

    public String get(int index) {
        int start = start(index);
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    /** Whether text {@code index} is exactly these bytes. */
    public boolean is(int index, byte[] other, int from, int to) {
        return Arrays.equals(bytes, start(index), ends[index], other, from, to);
    }

    /** The index of the first text that is these bytes, or -1; looks at each one. */
    public int find(byte[] text) {
        for (int i = 0; i < size; i++) {
            if (is(i, text, 0, text.length)) {
                return i;
            }
        }
        return -1;
    }

    /** Order of two texts by code points, as {@code Comparable} says it. */
    public int compare(int index, Texts other, int otherIndex) {
        return Arrays.compareUnsigned(
                bytes, start(index), ends[index], other.bytes, other.start(otherIndex), other.ends[otherIndex]);
    }
}
