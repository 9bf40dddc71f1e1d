package siyu.importing;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.Reader;
import java.util.Iterator;

/**
 * Takes CSV apart into rows. FastCSV works on characters; it is given every byte as one character, because all that matters to
 * CSV is ASCII and UTF-8 passes through unharmed, so nothing is decoded and a field is narrowed back to bytes once.
 */
final class CsvRows {
    /** What sees the rows. */
    interface Sink {
        /** A row; {@code row.line} is its first line, from 1 at the start of the bytes. Without fields when the line is empty. */
        void row(Row row);
    }

    private final Handler handler = new Handler();
    private final char delimiter;

    CsvRows(char delimiter) {
        this.delimiter = delimiter;
    }

    /**
     * Hands over all rows.
     *
     * @return true when all were read; false when the record after the last row handed over is not CSV: {@link #line()}
     */
    boolean read(byte[] bytes, int from, int to, Sink sink) {
        handler.sink = sink;
        CsvReader<Row> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(Math.max(1 << 16, 2 * (to - from) + 1024))
                .build(handler, new Inflated(bytes, from, to));
        try {
            Iterator<Row> rows = reader.iterator();
            if (rows.hasNext()) {
                throw new IllegalStateException("the handler keeps every row");
            }
            return true;
        } catch (CsvParseException e) {
            // A defect inside the sink comes wrapped the same way.
            if (e.getCause() instanceof RuntimeException cause && !(cause instanceof CsvParseException)) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            return false;
        }
    }

    /** The first line of the record that was begun last. */
    int line() {
        return (int) handler.begun;
    }

    private static final class Handler extends CsvCallbackHandler<Row> {
        private final Row row = new Row();
        private Sink sink = ignored -> {};
        private long begun;
        private boolean empty;

        @Override
        protected RecordType getRecordType() {
            return empty ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return row.count;
        }

        @Override
        protected void beginRecord(long line) {
            begun = line;
            empty = false;
            row.clear();
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            row.append(buffer, offset, length, quoted);
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are off");
        }

        @Override
        protected void setEmpty() {
            empty = true;
        }

        /** Nothing is built: the sink has taken the row, and null lets the parser go on without handing out. */
        @Override
        @SuppressWarnings("NullAway")
        protected Row buildRecord() {
            row.line = (int) begun;
            sink.row(row);
            return null;
        }
    }

    /** Bytes as characters of the same number. */
    private static final class Inflated extends Reader {
        private final byte[] bytes;
        private final int to;
        private int at;

        Inflated(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.at = from;
            this.to = to;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            int count = Math.min(length, to - at);
            if (count <= 0) {
                return -1;
            }
            byte[] source = bytes;
            int start = at;
            for (int i = 0; i < count; i++) {
                target[offset + i] = (char) (source[start + i] & 0xFF);
            }
            at = start + count;
            return count;
        }

        @Override
        public void close() {}
    }
}
