package siyu.importing;

/** JSON Lines chunks to typed chunks. */
final class JsonChunks extends ChunkParser {
    private final JsonRows rows;

    /** The start of the line counted last, and its number in the chunk, from 1. */
    private int countedTo;

    private int line;

    JsonChunks(Layout layout) {
        super(layout);
        this.rows = new JsonRows(layout);
    }

    @Override
    void rows() {
        int from = raw.from();
        countedTo = from;
        line = 0;
        while (from < raw.to()) {
            int wrong = rows.read(raw.bytes(), from, raw.to(), this::row);
            if (wrong < raw.to()) {
                int end = JsonRows.lineEnd(raw.bytes(), wrong, raw.to());
                advance(wrong, end);
                if (!suspect || sound(wrong, end)) {
                    rejectAt(line, rows.problem(), rows.problemAt(), "", wrong, end);
                }
                from = end;
            } else {
                blank += CsvScanner.lines(raw.bytes(), countedTo, raw.to());
                from = wrong;
            }
        }
    }

    /** Counts the lines up to the one that starts here; those between are blank. */
    private void advance(int start, int end) {
        int between = start == countedTo ? 0 : CsvScanner.feeds(raw.bytes(), countedTo, start);
        blank += between;
        line += between + 1;
        countedTo = end;
    }

    private void row(Row row, int start, int end) {
        advance(start, end);
        if (end - start > Chunker.ROW_LIMIT) {
            rejectAt(line, Chunker.tooLong(end - start), -1, "", start, end);
        } else if (Utf8.hasNul(row.bytes, 0, row.length)) {
            rejectAt(line, Cell.problem(ImportCode.NUL_BYTE, "a value has a NUL character", null), -1, "", start, end);
        } else if ((!suspect || sound(start, end)) && !builder.add(row, raw.line() - 1 + line)) {
            rejectAt(
                    line,
                    builder.problem(),
                    fieldStart(start, end, builder.faultColumn),
                    builder.faultField(),
                    start,
                    end);
        }
    }

    private boolean sound(int start, int end) {
        byte[] bytes = raw.bytes();
        if (Utf8.hasNul(bytes, start, end)) {
            rejectAt(line, Cell.problem(ImportCode.NUL_BYTE, "the row has a NUL byte", null), -1, "", start, end);
            return false;
        }
        int wrong = Utf8.invalid(bytes, start, end);
        if (wrong >= 0) {
            rejectAt(line, Encodings.problem(bytes, start, end), wrong, "", start, end);
            return false;
        }
        return true;
    }

    /** {@code {}} and a line end. */
    @Override
    int leastRow() {
        return 3;
    }

    @Override
    int recordEnd(int start) {
        return JsonRows.lineEnd(raw.bytes(), start, raw.to());
    }

    /** From behind the key's colon to the end of the value: of a text its quote, of anything else the next comma or brace. */
    @Override
    int[] fieldSpan(int start, int end, int column) {
        int key = fieldStart(start, end, column);
        byte[] bytes = raw.bytes();
        int from = key;
        while (from >= 0 && from < end && bytes[from] != ':') {
            from++;
        }
        if (key < 0 || from == end) {
            return new int[0];
        }
        boolean quoted = false;
        int to = from + 1;
        while (to < end && (quoted || bytes[to] != ',' && bytes[to] != '}')) {
            quoted ^= bytes[to] == '"';
            to += bytes[to] == '\\' ? 2 : 1;
        }
        return new int[] {from + 1, Math.min(to, end)};
    }

    /** Where the key of a column stands in the line, -1 when it is not found as it is spelled. */
    @Override
    int fieldStart(int start, int end, int column) {
        if (column < 0) {
            return -1;
        }
        String name = layout.columns.get(column);
        String line = new String(raw.bytes(), start, end - start, java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] utf8 = name.substring(name.lastIndexOf('.') + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int at = line.indexOf('"' + new String(utf8, java.nio.charset.StandardCharsets.ISO_8859_1) + '"');
        return at < 0 ? -1 : start + at;
    }
}
