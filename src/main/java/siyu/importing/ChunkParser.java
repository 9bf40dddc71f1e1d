package siyu.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Place;
import siyu.core.Problem;

/** Turns raw chunks into typed ones. One per worker; kept for the next chunk of the same layout. */
abstract class ChunkParser {
    /** Characters of a row that a reject carries. */
    private static final int EXCERPT = 1000;

    final Layout layout;
    final RowBuilder builder;

    /** The chunk at hand. */
    RawChunk raw;

    /** Whether the chunk has a NUL or bytes that are not UTF-8, so that every row is to be looked at. */
    boolean suspect;

    /** How many empty lines the chunk has. */
    int blank;

    private List<Reject> rejects = new ArrayList<>();
    private int knownLine;
    private int knownOffset;

    ChunkParser(Layout layout) {
        this.layout = layout;
        this.builder = new RowBuilder(layout);
        this.raw = RawChunk.none(layout);
    }

    /** Whether chunks of this layout are for it. */
    final boolean fits(Layout other) {
        return layout == other;
    }

    final RecordChunk parse(RawChunk chunk) {
        raw = chunk;
        rejects = new ArrayList<>();
        blank = 0;
        knownLine = 1;
        knownOffset = chunk.from();
        suspect = chunk.nul() || !chunk.ascii() && Utf8.invalid(chunk.bytes(), chunk.from(), chunk.to()) >= 0;
        // Lines may all be empty, so what rows need at least bounds the memory as well.
        builder.begin(Math.min(chunk.lines(), (chunk.to() - chunk.from()) / leastRow()) + 1);
        rows();
        return builder.end(chunk, rejects);
    }

    /** Bytes a row has at least, with its line end. */
    abstract int leastRow();

    /** Reads all rows of the chunk. */
    abstract void rows();

    /** Where the record that starts here ends, behind its line end, or less than 0 when it has none. */
    abstract int recordEnd(int start);

    /** Where a field of the record starts. */
    abstract int fieldStart(int start, int end, int column);

    /** Where the value of a field starts and ends, or nothing when the record has no such field. */
    abstract int[] fieldSpan(int start, int end, int column);

    /** Keeps a bad row that starts on a line of the chunk (from 1). */
    final void reject(int line, Problem problem, int column, String field) {
        int start = offset(line);
        int end = recordEnd(start);
        end = end < 0 ? raw.to() : end;
        rejectAt(line, problem, column < 0 ? -1 : fieldStart(start, end, column), field, start, end);
    }

    /** @param at where in the bytes the problem is, or -1 */
    final void rejectAt(int line, Problem problem, int at, String field, int start, int end) {
        int place = 0;
        if (at >= start) {
            String before = text(start, at);
            place = before.codePointCount(0, before.length()) + 1;
        }
        String text = text(start, Math.min(end, start + 4 * EXCERPT)).stripTrailing();
        String row = text.length() > EXCERPT ? text.substring(0, EXCERPT) : text;
        String excerpt = masked(row.lines().findFirst().orElse(""), start, end, at);
        Place where = new Place(raw.file(), raw.line() - 1 + line, place, 1, excerpt);
        rejects.add(new Reject(problem.at(where), field, row));
    }

    /**
     * The excerpt with the fields that say who a customer is starred, as errors go to terminals and logs; null when they cannot
     * be found because the row is broken. Every character keeps its place. The file of rejects has the row as it is.
     */
    private @Nullable String masked(String excerpt, int start, int end, int at) {
        String shown = excerpt;
        for (int column : layout.personal) {
            if (at < start) {
                return null;
            }
            int[] field = fieldSpan(start, end, column);
            if (field.length == 0) {
                continue;
            }
            int from = Math.min(text(start, field[0]).length(), shown.length());
            int to = Math.min(text(start, field[1]).length(), shown.length());
            shown = shown.substring(0, from) + stars(shown.substring(from, to)) + shown.substring(to);
        }
        return shown;
    }

    /** As many stars as characters, so that the caret under the line stays where it belongs; quotes stay. */
    private static String stars(String field) {
        StringBuilder stars = new StringBuilder();
        field.codePoints().forEach(c -> stars.append(c == '"' ? "\"" : Character.isBmpCodePoint(c) ? "*" : "**"));
        return stars.toString();
    }

    private String text(int from, int to) {
        return new String(raw.bytes(), from, to - from, StandardCharsets.UTF_8);
    }

    /** Where a line of the chunk starts; lines are asked for in ascending order, so the bytes are passed once. */
    final int offset(int line) {
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
