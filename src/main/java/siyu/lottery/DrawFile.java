package siyu.lottery;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.out.Json;

/** The two forms of the published draws; the bytes of a row follow from its values. */
public enum DrawFile {
    CSV("draws.csv", "draw,at,customer,prize,head\n"),
    JSONL("draws.jsonl", "");

    private final String file;
    private final String header;

    DrawFile(String file, String header) {
        this.file = file;
        this.header = header;
    }

    public String file() {
        return file;
    }

    public byte[] header() {
        return header.getBytes(StandardCharsets.UTF_8);
    }

    /** A row with its line end. */
    public byte[] row(Drawn drawn) {
        return row(Long.toString(drawn.number()), Drawn.time(drawn.at()), drawn.customer(), drawn.prize(), drawn.head())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String row(String draw, String at, String customer, String prize, String head) {
        if (this == CSV) {
            return draw + "," + at + "," + quoted(customer) + "," + prize + "," + head + "\n";
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", at);
        members.put("customer", customer);
        members.put("prize", prize);
        members.put("head", head);
        return "{\"draw\": " + draw + ", " + Json.document(members).substring(1) + "\n";
    }

    private static String quoted(String text) {
        boolean plain =
                text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * A row as it was read.
     *
     * @param line where it begins, 1-based
     * @param fields draw, at, customer, prize, head
     * @param written how the fields would have been written
     */
    record Row(long line, String raw, List<String> fields, String written) {}

    /** Takes rows one at a time. */
    interface Sink {
        void row(Row row);

        /** Takes a line that is no row. */
        void bad(long line, String raw);
    }

    /** Hands over every row of a file's text. */
    void read(String text, Sink sink) {
        int at = 0;
        long line = 1;
        if (this == CSV) {
            if (!text.startsWith(header)) {
                sink.bad(1, firstLine(text));
            }
            at = Math.max(0, text.indexOf('\n') + 1);
            line = at == 0 ? 1 : 2;
            if (at == 0) {
                return;
            }
        }
        while (at < text.length()) {
            int end = this == CSV ? endOfRecord(text, at) : endOfLine(text, at);
            String raw = text.substring(at, end);
            List<String> fields = this == CSV ? csv(raw) : json(raw);
            if (fields == null) {
                sink.bad(line, raw);
            } else {
                String written = row(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
                sink.row(new Row(line, raw, fields, written));
            }
            for (int i = at; i < end; i++) {
                line += text.charAt(i) == '\n' ? 1 : 0;
            }
            at = end;
        }
    }

    private static String firstLine(String text) {
        return text.substring(0, endOfLine(text, 0));
    }

    private static int endOfLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }

    /** Behind the line end that is in no quotes; of a row whose quotes do not end, behind its first line. */
    private static int endOfRecord(String text, int start) {
        boolean quotes = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quotes = !quotes;
            } else if (c == '\n' && !quotes) {
                return i + 1;
            }
        }
        return quotes ? endOfLine(text, start) : text.length();
    }

    /** Five fields, of which only the third may be in quotes; null when it is no such row. */
    private static @Nullable List<String> csv(String raw) {
        String row = raw.endsWith("\n") ? raw.substring(0, raw.length() - 1) : raw;
        int first = row.indexOf(',');
        int second = first < 0 ? -1 : row.indexOf(',', first + 1);
        int fourth = row.lastIndexOf(',');
        int third = fourth < 0 ? -1 : row.lastIndexOf(',', fourth - 1);
        if (second < 0 || third <= second) {
            return null;
        }
        String customer = row.substring(second + 1, third);
        if (customer.startsWith("\"")) {
            if (customer.length() < 2 || !customer.endsWith("\"")) {
                return null;
            }
            customer = customer.substring(1, customer.length() - 1).replace("\"\"", "\"");
        }
        return List.of(
                row.substring(0, first),
                row.substring(first + 1, second),
                customer,
                row.substring(third + 1, fourth),
                row.substring(fourth + 1));
    }

    private static @Nullable List<String> json(String raw) {
        String row = raw.endsWith("\n") ? raw.substring(0, raw.length() - 1) : raw;
        String[] between = {
            "{\"draw\": ", ", \"at\": \"", "\", \"customer\": \"", "\", \"prize\": \"", "\", \"head\": \"", "\"}"
        };
        String[] fields = new String[between.length - 1];
        if (!row.startsWith(between[0])) {
            return null;
        }
        int at = between[0].length();
        for (int i = 0; i < fields.length; i++) {
            int end = row.indexOf(between[i + 1], at);
            if (end < 0) {
                return null;
            }
            fields[i] = row.substring(at, end);
            at = end + between[i + 1].length();
        }
        String customer = unescaped(fields[2]);
        if (at != row.length() || customer == null) {
            return null;
        }
        return List.of(fields[0], fields[1], customer, fields[3], fields[4]);
    }

    private static @Nullable String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = i < text.length() ? text.charAt(i++) : 0;
            switch (escape) {
                case '"', '\\', '/' -> out.append(escape);
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u' -> {
                    if (i + 4 > text.length() || !Digests.isHex(text.substring(i, i + 4), 4)) {
                        return null;
                    }
                    out.append((char) Integer.parseInt(text, i, i + 4, 16));
                    i += 4;
                }
                default -> {
                    return null;
                }
            }
        }
        return out.toString();
    }
}
