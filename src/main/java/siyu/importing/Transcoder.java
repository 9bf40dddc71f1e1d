package siyu.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import siyu.core.Place;

/**
 * Turns bytes of any encoding into UTF-8 on the reading thread, strictly. Done before the file is cut, because in some encodings
 * (Big5, UTF-16) the bytes of delimiters and line ends occur within characters.
 */
final class Transcoder {
    private static final int SIZE = 1 << 16;

    private final String file;
    private final ByteSource source;
    private final CharsetDecoder decoder;
    private final ByteBuffer in = ByteBuffer.allocate(SIZE).flip();
    private final CharBuffer decoded = CharBuffer.allocate(SIZE).flip();
    private byte[] out = new byte[3 * SIZE];
    private int outAt;
    private int outEnd;
    private int line = 1;
    private boolean ended;
    private boolean flushed;

    Transcoder(String file, ByteSource source, Charset charset) {
        this.file = file;
        this.source = source;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** As {@link ByteSource#read}. */
    int read(byte[] bytes, int from, int length) {
        int at = from;
        while (at < from + length && (outAt < outEnd || more())) {
            int count = Math.min(from + length - at, outEnd - outAt);
            System.arraycopy(out, outAt, bytes, at, count);
            outAt += count;
            at += count;
        }
        return at - from;
    }

    /** Decodes some more; false at the end. */
    private boolean more() {
        decoded.clear();
        while (decoded.position() == 0 && !flushed) {
            if (!ended && in.remaining() < SIZE / 2) {
                in.compact();
                int read = source.read(in.array(), in.position(), in.remaining());
                ended = read < in.remaining();
                in.position(in.position() + read).flip();
            }
            CoderResult result = decoder.decode(in, decoded, ended);
            if (result.isError()) {
                throw wrong(result);
            }
            if (ended && result.isUnderflow()) {
                decoder.flush(decoded);
                flushed = true;
            }
        }
        outAt = 0;
        outEnd = Utf8.encode(decoded.array(), 0, decoded.position(), out, 0);
        line += CsvScanner.lines(out, 0, outEnd);
        return outEnd > 0;
    }

    private RuntimeException wrong(CoderResult result) {
        outEnd = Utf8.encode(decoded.array(), 0, decoded.position(), out, 0);
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < result.length(); i++) {
            bytes.append(String.format("%s0x%02X", i == 0 ? "" : " ", in.get(in.position() + i) & 0xFF));
        }
        return Cell.problem(
                        ImportCode.ENCODING_WRONG,
                        bytes + " is not " + decoder.charset().name() + " here",
                        Utf8.invalid(in.array(), in.position(), Math.min(in.limit(), in.position() + 1000)) < 0
                                ? "the bytes are UTF-8: leave --encoding out"
                                : null)
                .at(Place.line(file, line + CsvScanner.lines(out, 0, outEnd)))
                .failure();
    }
}
