package siyu.importing;

/** CSV and TSV chunks to typed chunks. */
final class CsvChunks extends ChunkParser {
    private static final byte QUOTE = '"';

    /** Bytes between two rows with quotes up to which the parser is not begun anew. */
    private static final int NEAR = 1024;

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
        if (raw.simple() || PlainRows.fits(bytes, raw.from(), raw.to())) {
            plain.read(bytes, raw.from(), raw.to(), this::row);
        } else if (CsvScanner.contains(bytes, raw.from(), raw.to(), (byte) '\r')) {
            parse(bytes, raw.from(), raw.to());
        } else {
            mixed(bytes, raw.to());
        }
    }

    /** Only the rows with quotes, and few between them, need the parser. */
    private void mixed(byte[] bytes, int to) {
        int from = raw.from();
        while (from < to) {
            int quote = CsvScanner.find(bytes, from, to, QUOTE);
            int start = quote < 0 ? to : CsvScanner.lastLine(bytes, from, quote);
            if (start > from) {
                plain.read(bytes, from, start, this::row);
                base += CsvScanner.feeds(bytes, from, start);
            }
            from = start;
            if (quote >= 0) {
                int end = quoted(bytes, start, quote, to);
                int lines = base + CsvScanner.feeds(bytes, start, end);
                parse(bytes, start, end);
                base = lines;
                from = end;
            }
        }
    }

    /** The end of a row with a quote and of those near it that have one too. */
    private int quoted(byte[] bytes, int start, int first, int to) {
        int end = start;
        for (int quote = first; quote >= 0; quote = CsvScanner.find(bytes, end, Math.min(to, end + NEAR), QUOTE)) {
            int next = recordEnd(CsvScanner.lastLine(bytes, end, quote));
            if (next < 0) {
                return to;
            }
            end = next;
        }
        return end;
    }

    private void parse(byte[] bytes, int start, int to) {
        int from = start;
        while (from < to && !rows.read(bytes, from, to, this::row)) {
            // The parser cannot go on behind a wrong record; begin anew behind it.
            int line = base + rows.line();
            int wrong = offset(line);
            int end = recordEnd(wrong);
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
            base = line - 1 + CsvScanner.lines(bytes, wrong, from);
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
