package siyu.out;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes JSON by hand: what siyu writes is flat and small, and a library would cost start-up time. Besides what JSON demands,
 * characters that a terminal would obey are escaped, so the output is harmless there and still the same text.
 */
public final class Json {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private Json() {}

    /** A text in quotes, or {@code null}. */
    static void text(String text, Utf8Out out) {
        out.put('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && (c < 0x7F || !Scrub.harmful(text, i))) {
                continue;
            }
            if (done < i) {
                out.put(text.substring(done, i));
            }
            escape(c, out);
            done = i + 1;
        }
        out.put(done == 0 ? text : text.substring(done));
        out.put('"');
    }

    private static void escape(char c, Utf8Out out) {
        out.put('\\');
        switch (c) {
            case '"', '\\' -> out.put(c);
            case '\n' -> out.put('n');
            case '\r' -> out.put('r');
            case '\t' -> out.put('t');
            default ->
                out.put('u').put(hex(c, 12)).put(hex(c, 8)).put(hex(c, 4)).put(hex(c, 0));
        }
    }

    private static char hex(char c, int shift) {
        return (char) HEX[c >> shift & 15];
    }

    /** Any value: null, text, number, boolean, date, time, list or map of such. Dates and times as in cells. */
    static void value(@org.jspecify.annotations.Nullable Object value, Data data, Utf8Out out) {
        if (value == null) {
            out.put("null");
        } else if (value instanceof String text) {
            text(text, out);
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.put(separator);
                text(String.valueOf(entry.getKey()), out);
                out.put(": ");
                value(entry.getValue(), data, out);
                separator = ", ";
            }
            out.put(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> list) {
            out.put('[');
            boolean first = true;
            for (Object item : list) {
                if (!first) {
                    out.put(", ");
                }
                value(item, data, out);
                first = false;
            }
            out.put(']');
        } else if (value instanceof Number || value instanceof Boolean) {
            data.bare(value, out);
        } else {
            out.put('"');
            data.bare(value, out);
            out.put('"');
        }
    }

    /** {@code "key": } as bytes, to be written for each row. */
    static byte[] key(String name) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        Utf8Out out = new Utf8Out(bytes);
        text(name, out);
        out.put(": ").flush();
        return bytes.toByteArray();
    }

    /** A document as text, for errors. */
    public static String document(Map<String, ?> members) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        Utf8Out out = new Utf8Out(bytes);
        value(members, new Data(java.time.ZoneOffset.UTC), out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
