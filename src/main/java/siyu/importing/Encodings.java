package siyu.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.core.Problem;

/** Names of encodings, and guesses for hints; siyu never reads by a guess. */
final class Encodings {
    private Encodings() {}

    /** The encoding of this name. */
    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Cell.problem(
                            ImportCode.ENCODING_UNKNOWN,
                            "encoding " + Cell.quote(name) + " is not known",
                            Nearest.hint(name, Charset.availableCharsets().keySet()))
                    .failure();
        }
    }

    /** The problem of bytes that are not UTF-8. */
    static Problem problem(byte[] bytes, int from, int to) {
        int at = Utf8.invalid(bytes, from, to);
        return Cell.problem(
                ImportCode.ENCODING_WRONG,
                String.format("byte 0x%02X is not UTF-8 here", bytes[Math.max(at, from)] & 0xFF),
                guess(bytes, from, to));
    }

    /** A hint when the bytes are Chinese text in GB18030 or Big5. */
    static @Nullable String guess(byte[] bytes, int from, int to) {
        if (chinese(bytes, from, to, "GB18030")) {
            return "the bytes look like GB18030: use --encoding gb18030";
        }
        if (chinese(bytes, from, to, "Big5")) {
            return "the bytes look like Big5: use --encoding big5";
        }
        return "name the encoding with --encoding, for example iso-8859-1";
    }

    private static boolean chinese(byte[] bytes, int from, int to, String charset) {
        String text;
        try {
            text = Charset.forName(charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return false;
        }
        int ideographs = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x4E00 && c <= 0x9FFF) {
                ideographs++;
            } else if (c > 127 && !(c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFFEF)) {
                others++;
            }
        }
        return ideographs > others;
    }
}
