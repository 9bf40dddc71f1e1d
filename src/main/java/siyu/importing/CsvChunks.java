package siyu.importing;

/** CSV and TSV chunks to typed chunks. */
final class CsvChunks extends ChunkParser {
    private final byte delimiter;
    private final CsvRows rows;
    private final PlainRows plain;

    /** Lines before the part of the chunk that is being read. */
    private int base;

    CsvChunks(Layout layout, char delimiter) {
        super(layout);
        this.delimiter = (byte) delimiter;
        this.rows = new CsvRows(delimiter);
        this.plain = new PlainRows(this.delimiter);
    }

    @Override
    void rows() {
        base = 0;
        byte[] bytes = raw.bytes();
        int from = raw.from();
        if (raw.simple() || PlainRows.fits(bytes, from, raw.to())) {
            plain.read(bytes, from, raw.to(), this::row);
            return;
        }
        while (from < raw.to() && !rows.read(bytes, from, raw.to(), this::row)) {
            // The parser cannot go on behind a wrong record; begin anew behind it.
            int line = base + rows.line();
            int start = offset(line);
            int end = recordEnd(start);
            reject(
                    line,
                    end == CsvScanner.OPEN_QUOTE
                            ? Cell.problem(
                                    ImportCode.QUOTE_OPEN,
                                    "the row ends within quotes",
                                    "the file may have been cut off here")
                            : Cell.problem(
                                    ImportCode.QUOTE_MISPLACED,
                                    "a closing quote is followed by text",
                                    "a quote within a quoted field is written twice"),
                    -1,
                    "");
            from = end < 0 ? raw.to() : end;
            base = line - 1 + CsvScanner.lines(bytes, start, from);
        }
    }

    @Override
    int leastRow() {
        return layout.targets.length;
    }

    @Override
    int recordEnd(int start) {
        return CsvScanner.recordEnd(raw.bytes(), start, raw.to(), delimiter);
    }

    @Override
    int fieldStart(int start, int end, int column) {
        return CsvScanner.fieldStart(raw.bytes(), start, end, delimiter, column);
    }

    @Override
    int[] fieldSpan(int start, int end, int column) {
        int from = fieldStart(start, end, column);
        int next = fieldStart(start, end, column + 1);
        return from >= end ? new int[0] : new int[] {from, next >= end ? end : next - 1};
    }

    private void row(Row row) {
        int line = base + row.line;
        int wanted = layout.targets.length;
        if (row.count == 0) {
            blank++;
        } else if (row.count != wanted) {
            boolean cut = raw.last() && row.count < wanted && recordEnd(offset(line)) < 0;
            String fields = row.count + (row.count == 1 ? " field" : " fields");
            reject(
                    line,
                    Cell.problem(
                            ImportCode.FIELD_COUNT,
                            "the row has " + fields + ", the header " + wanted,
                            cut ? "the file may have been cut off here" : null),
                    -1,
                    "");
        } else if (row.length > Chunker.ROW_LIMIT) {
            reject(line, Chunker.tooLong(row.length), -1, "");
        } else if ((!suspect || sound(row, line)) && !builder.add(row, raw.line() - 1 + line)) {
            reject(line, builder.problem(), builder.faultColumn, builder.faultField());
        }
    }

    /** Whether a row of a suspect chunk is free of NUL and of bytes that are no text. */
    private boolean sound(Row row, int line) {
        for (int i = 0; i < row.count; i++) {
            if (Utf8.hasNul(row.bytes, row.from[i], row.to[i])) {
                reject(line, Cell.problem(ImportCode.NUL_BYTE, "the row has a NUL byte", null), i, "");
                return false;
            }
            if (Utf8.invalid(row.bytes, row.from[i], row.to[i]) >= 0) {
                reject(line, Encodings.problem(row.bytes, row.from[0], row.to[row.count - 1]), i, "");
                return false;
            }
        }
        return true;
    }
}
