package siyu.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import siyu.core.Place;
import siyu.core.Problem;

/** CSV and TSV chunks to typed chunks. */
final class CsvChunks implements ChunkParser {
    /** Characters of a row that a reject carries. */
    private static final int EXCERPT = 1000;

    private final Layout layout;
    private final byte delimiter;
    private final CsvRows rows;
    private final RowBuilder builder;

    private RawChunk raw;
    private List<Reject> rejects = new ArrayList<>();
    private boolean suspect;
    private int blank;
    private int base;
    private int knownLine;
    private int knownOffset;

    CsvChunks(Layout layout, char delimiter) {
        this.layout = layout;
        this.raw = new RawChunk("", 0, new byte[0], 0, 0, 1, 0, layout, false);
        this.delimiter = (byte) delimiter;
        this.rows = new CsvRows(delimiter);
        this.builder = new RowBuilder(layout);
    }

    @Override
    public int blank() {
        return blank;
    }

    @Override
    public boolean fits(Layout other) {
        return layout == other;
    }

    @Override
    public RecordChunk parse(RawChunk chunk) {
        raw = chunk;
        rejects = new ArrayList<>();
        blank = 0;
        base = 0;
        knownLine = 1;
        knownOffset = chunk.from();
        byte[] bytes = chunk.bytes();
        suspect = Utf8.hasNul(bytes, chunk.from(), chunk.to())
                || !Utf8.ascii(bytes, chunk.from(), chunk.to()) && Utf8.invalid(bytes, chunk.from(), chunk.to()) >= 0;
        builder.begin(chunk.lines() + 1);
        int from = chunk.from();
        while (from < chunk.to() && !rows.read(bytes, from, chunk.to(), this::row)) {
            // The parser cannot go on behind a wrong record; begin anew behind it.
            int line = base + rows.line();
            int start = offset(line);
            int end = CsvScanner.recordEnd(bytes, start, chunk.to(), delimiter);
            boolean open = end == CsvScanner.OPEN_QUOTE;
            from = end < 0 ? chunk.to() : end;
            base = line - 1 + CsvScanner.lines(bytes, start, from);
            reject(
                    line,
                    open
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
        }
        return builder.end(chunk, rejects);
    }

    private void row(Row row) {
        int line = base + row.line;
        if (row.count == 0) {
            blank++;
            return;
        }
        if (row.count != layout.targets.length) {
            boolean cut = raw.last() && row.count < layout.targets.length && atEnd(line);
            reject(
                    line,
                    Cell.problem(
                            ImportCode.FIELD_COUNT,
                            "the row has " + row.count + (row.count == 1 ? " field" : " fields") + ", the header "
                                    + layout.targets.length,
                            cut ? "the file may have been cut off here" : null),
                    -1,
                    "");
        } else if (row.length > Chunker.ROW_LIMIT) {
            reject(line, Chunker.tooLong(row.length), -1, "");
        } else if (!suspect || sound(row, line)) {
            if (!builder.add(row, raw.line() - 1 + line)) {
                reject(line, builder.problem(), builder.faultColumn, builder.faultField());
            }
        }
    }

    /** Whether the row that starts on this line is the last of the chunk and has no line end. */
    private boolean atEnd(int line) {
        return CsvScanner.recordEnd(raw.bytes(), offset(line), raw.to(), delimiter) < 0;
    }

    /** Whether a row of a chunk that has a NUL or bytes that are no text is free of them. */
    private boolean sound(Row row, int line) {
        for (int i = 0; i < row.count; i++) {
            if (Utf8.hasNul(row.bytes, row.from[i], row.to[i])) {
                reject(line, Cell.problem(ImportCode.NUL_BYTE, "the row has a NUL byte", null), i, "");
                return false;
            }
            if (Utf8.invalid(row.bytes, row.from[i], row.to[i]) >= 0) {
                reject(line, Encodings.problem(row.bytes, 0, row.length), i, "");
                return false;
            }
        }
        return true;
    }

    private void reject(int line, Problem problem, int column, String field) {
        int start = offset(line);
        int end = CsvScanner.recordEnd(raw.bytes(), start, raw.to(), delimiter);
        end = end < 0 ? raw.to() : end;
        int place = 0;
        if (column >= 0) {
            int at = CsvScanner.fieldStart(raw.bytes(), start, end, delimiter, column);
            place = text(start, at).codePointCount(0, text(start, at).length()) + 1;
        }
        String text = text(start, Math.min(end, start + 4 * EXCERPT)).stripTrailing();
        String excerpt = text.length() > EXCERPT ? text.substring(0, EXCERPT) : text;
        Place where = new Place(raw.file(), raw.line() - 1 + line, place, 1, firstLine(excerpt));
        rejects.add(new Reject(problem.at(where), field, excerpt));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private String text(int from, int to) {
        return new String(raw.bytes(), from, to - from, StandardCharsets.UTF_8);
    }

    /** Where a line of the chunk starts; lines are asked for in ascending order, so the bytes are passed once. */
    private int offset(int line) {
        byte[] bytes = raw.bytes();
        while (knownLine < line && knownOffset < raw.to()) {
            byte b = bytes[knownOffset++];
            boolean feed = knownOffset < raw.to() && bytes[knownOffset] == '\n';
            if (b == '\n' || b == '\r' && !feed) {
                knownLine++;
            }
        }
        return knownOffset;
    }
}
