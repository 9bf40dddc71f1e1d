package siyu.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import siyu.core.Place;
import siyu.core.Problem;

/** Cuts one input into chunks of whole records. Runs on the reading thread; holds one chunk in memory. */
final class Chunker implements AutoCloseable {
    /** Bytes a row may have. */
    static final int ROW_LIMIT = 1 << 20;

    private final String file;
    private final ByteSource source;
    private final Format format;
    private final Fields fields;
    private final RecordReader.Options options;
    private final Buffers buffers;
    private final @Nullable Transcoder transcoder;

    private final Survey survey = new Survey();
    private byte[] tail = {};
    private int tailLength;
    private int line = 1;
    private boolean ended;
    private @Nullable Layout layout;

    Chunker(
            String file,
            ByteSource source,
            Format format,
            Fields fields,
            RecordReader.Options options,
            Buffers buffers) {
        this.file = file;
        this.source = source;
        this.format = format;
        this.fields = fields;
        this.options = options;
        this.buffers = buffers;
        Charset charset = Encodings.charset(options.encoding());
        this.transcoder = charset.equals(StandardCharsets.UTF_8) ? null : new Transcoder(file, source, charset);
    }

    /** The next chunk, or null at the end. */
    @Nullable
    RawChunk next(int index) {
        if (ended) {
            return null;
        }
        byte[] bytes = buffers.take();
        System.arraycopy(tail, 0, bytes, 0, tailLength);
        int length = tailLength + read(bytes, tailLength, bytes.length - tailLength);
        ended = length < bytes.length;
        int from = 0;
        Layout known = layout;
        if (known == null) {
            from = begin(bytes, length);
            int body = format.csv() ? headerEnd(bytes, from, length) : from;
            known = format.csv() ? header(bytes, from, body) : keys(bytes, from, length);
            layout = known;
            line += CsvScanner.lines(bytes, from, body);
            from = body;
        }
        survey.of(bytes, from, length);
        int end = ended ? length : lastEnd(bytes, from, length);
        if (end == from && !ended) {
            throw tooLong(length - from).at(Place.line(file, line)).failure();
        }
        tailLength = length - end;
        tail = tail.length < tailLength ? new byte[Math.max(tailLength, 1 << 16)] : tail;
        System.arraycopy(bytes, end, tail, 0, tailLength);
        int lines = survey.carriage
                ? CsvScanner.lines(bytes, from, end)
                : survey.feeds - CsvScanner.feeds(bytes, end, length);
        RawChunk chunk = new RawChunk(
                file,
                index,
                bytes,
                from,
                end,
                line,
                lines,
                known,
                ended,
                !survey.quote && !survey.carriage,
                survey.nul,
                !survey.high);
        line += lines;
        return chunk;
    }

    /** The layout of JSON Lines: the keys of the first chunk are those of the file; further ones join when they come. */
    private Layout keys(byte[] bytes, int from, int length) {
        Layout all = Layout.ofKeys(fields, options, file);
        JsonRows rows = new JsonRows(all);
        int at = from;
        while (at < length) {
            int wrong = rows.read(bytes, at, length, (row, start, end) -> {});
            at = wrong < length ? JsonRows.lineEnd(bytes, wrong, length) : length;
        }
        return all.having(rows.seen);
    }

    private int read(byte[] bytes, int from, int length) {
        Transcoder wanted = transcoder;
        return wanted != null ? wanted.read(bytes, from, length) : source.read(bytes, from, length);
    }

    private int lastEnd(byte[] bytes, int from, int to) {
        if (!format.csv() || !survey.quote) {
            return CsvScanner.lastLine(bytes, from, to);
        }
        return survey.carriage
                ? CsvScanner.lastEnd(bytes, from, to, (byte) format.delimiter())
                : CsvScanner.lastEndOfFeeds(bytes, from, to, (byte) format.delimiter());
    }

    /** Where the text begins: behind a byte order mark. */
    private int begin(byte[] bytes, int length) {
        if (length == 0) {
            throw Cell.problem(ImportCode.FILE_EMPTY, Cell.quote(file) + " is empty", null)
                    .at(Place.file(file))
                    .failure();
        }
        int first = bytes[0] & 0xFF;
        int second = length > 1 ? bytes[1] & 0xFF : 0;
        if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
            throw Cell.problem(
                            ImportCode.ENCODING_WRONG,
                            "the file begins with the byte order mark of UTF-16",
                            "use --encoding utf-16")
                    .at(Place.line(file, 1))
                    .failure();
        }
        return first == 0xEF && second == 0xBB && length > 2 && (bytes[2] & 0xFF) == 0xBF ? 3 : 0;
    }

    private int headerEnd(byte[] bytes, int from, int length) {
        int end = CsvScanner.recordEnd(bytes, from, length, (byte) format.delimiter());
        if (end >= 0) {
            return end;
        }
        if (!ended) {
            throw tooLong(length - from).at(Place.line(file, 1)).failure();
        }
        if (end == CsvScanner.OPEN_QUOTE) {
            throw Cell.problem(ImportCode.QUOTE_OPEN, "the header ends within quotes", null)
                    .at(Place.line(file, 1))
                    .failure();
        }
        return length;
    }

    private Layout header(byte[] bytes, int from, int to) {
        Place place = Place.line(file, 1);
        if (Utf8.invalid(bytes, from, to) >= 0) {
            throw Encodings.problem(bytes, from, to).at(place).failure();
        }
        if (Utf8.hasNul(bytes, from, to)) {
            throw Cell.problem(ImportCode.NUL_BYTE, "the header has a NUL byte", null)
                    .at(place)
                    .failure();
        }
        List<String> names = new ArrayList<>();
        boolean read = new CsvRows(format.delimiter()).read(bytes, from, to, row -> {
            for (int i = 0; i < row.count; i++) {
                names.add(new String(row.bytes, row.from[i], row.to[i] - row.from[i], StandardCharsets.UTF_8));
            }
        });
        if (!read) {
            throw Cell.problem(
                            ImportCode.QUOTE_MISPLACED,
                            "a closing quote in the header is followed by text",
                            "the first line names the columns")
                    .at(place)
                    .failure();
        }
        return Layout.ofHeader(fields, options, names, file, 1);
    }

    static Problem tooLong(int bytes) {
        return Cell.problem(
                ImportCode.ROW_TOO_LONG,
                "the row has " + bytes + " bytes or more, more than " + ROW_LIMIT,
                "a quote that is never closed makes one row of the rest of the file");
    }

    @Override
    public void close() {
        source.close();
    }

    /** Arrays that chunks lend and give back. */
    static final class Buffers {
        private final int size;
        private final BlockingQueue<byte[]> free;

        Buffers(int size, int count) {
            this.size = size;
            this.free = new ArrayBlockingQueue<>(count);
        }

        byte[] take() {
            byte[] bytes = free.poll();
            return bytes != null ? bytes : new byte[size];
        }

        /** What does not fit is left to the collector. */
        @SuppressWarnings("FutureReturnValueIgnored")
        void give(byte[] bytes) {
            boolean kept = free.offer(bytes);
            assert kept || bytes.length == size;
        }
    }
}
