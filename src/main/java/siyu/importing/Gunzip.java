package siyu.importing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip file of one member or several (RFC 1952), to the very end of its bytes. The JDK's own stream is not used
 * because it takes whatever is wrong after the first member, and even a pipe that pauses there, for the end: rows would be
 * missing without a word.
 */
final class Gunzip extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();

    /** Bytes as they lie; those from {@code position} to {@code filled} are not used yet. */
    private final byte[] buffer = new byte[BUFFER];

    private int position;
    private int filled;
    private boolean ended;

    /**
     * @param in stands before the first member
     * @throws EOFException when it ends within its header
     * @throws ZipException when there is none
     */
    Gunzip(InputStream in) throws IOException {
        this.in = in;
        header("it does not begin as a compressed file does");
    }

    /**
     * Reads on, as any stream.
     *
     * @throws EOFException when the bytes end within a member
     * @throws ZipException when they are not gzip, or not what was once compressed
     */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (!ended) {
                int count = inflater.inflate(bytes, offset, length);
                if (count > 0) {
                    checksum.update(bytes, offset, count);
                    return count;
                }
                if (inflater.finished()) {
                    next();
                } else if (inflater.needsDictionary()) {
                    throw new ZipException("it asks for a dictionary");
                } else {
                    more();
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage() == null ? "its content is not compressed" : e.getMessage());
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Gives the inflater, which used up what it had, the next bytes. */
    private void more() throws IOException {
        if (position == filled && !fill()) {
            throw new EOFException();
        }
        inflater.setInput(buffer, position, filled - position);
        position = filled;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer, 0, BUFFER));
        return filled > 0;
    }

    /** Proves the member that ended and turns to the next one, if there is one. */
    private void next() throws IOException {
        position = filled - inflater.getRemaining();
        long size = inflater.getBytesWritten() & 0xFFFF_FFFFL;
        if (word() != checksum.getValue() || word() != size) {
            throw new ZipException("it fails its checksum");
        }
        inflater.reset();
        checksum.reset();
        // Zeros are what fills the last block of a tape.
        while ((position < filled || fill()) && buffer[position] == 0) {
            position++;
        }
        ended = position == filled;
        if (!ended) {
            header("after what is compressed comes something else");
        }
    }

    private void header(String otherwise) throws IOException {
        if (must() != 0x1F || must() != 0x8B || must() != 8) {
            throw new ZipException(otherwise);
        }
        int flags = must();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("its header is of no known form");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(must() | must() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            must();
        }
    }

    private void skipText() throws IOException {
        while (must() != 0) {
            // The name of a file, or a remark.
        }
    }

    private int must() throws IOException {
        if (position == filled && !fill()) {
            throw new EOFException();
        }
        return buffer[position++] & 0xFF;
    }

    private long word() throws IOException {
        return must() | must() << 8 | must() << 16 | (long) must() << 24;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
