package siyu.points;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain of postings. The content of a posting is SHA-256 over the digests of its ranges, in order, and over its operations and
 * new rules; the head after it is SHA-256 over the head before it, its content and what else it says. Bytes are canonical, version
 * 1: numbers big-endian, texts as UTF-8 behind their length, so that no two contents have the same.
 *
 * <p>A digest a range, so that ranges are hashed side by side, some 400 MB a second each.
 */
final class Chain {
    private static final int ENTRY = 8 + 4 + 1 + 8 + 4 + 8 + 8 + 4 + 4 + 4 + 8 + 4;

    private Chain() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java has SHA-256", exception);
        }
    }

    /** The digest of the entries of one range that belong to one posting: rows {@code from} to {@code to} of which those are picked. */
    static byte[] digest(Entries entries, int posting) {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(ENTRY);
        for (int row = 0; row < entries.size(); row++) {
            if (entries.posting[row] == posting) {
                entry(digest, buffer, entries, row);
            }
        }
        return digest.digest();
    }

    /** Feeds one entry. */
    static void entry(MessageDigest digest, ByteBuffer buffer, Entries entries, int row) {
        int start = entries.event.start(row);
        int length = entries.event.end(row) - start;
        buffer.clear();
        buffer.putLong(entries.customer[row])
                .putInt(entries.number[row])
                .put(entries.kind[row])
                .putLong(entries.points[row])
                .putInt(entries.lot[row])
                .putLong(entries.effective[row])
                .putLong(entries.origin[row])
                .putInt(entries.from[row])
                .putInt(entries.until[row])
                .putInt(entries.rule[row])
                .putLong(entries.operation[row])
                .putInt(length);
        digest.update(buffer.array(), 0, buffer.position());
        digest.update(entries.event.bytes(), start, length);
    }

    /** A buffer for {@link #entry}. */
    static ByteBuffer buffer() {
        return ByteBuffer.allocate(ENTRY);
    }

    /**
     * The content of a posting.
     *
     * @param ranges the ranges that have entries of it, ascending
     * @param digests of each of them
     * @param operations by number
     * @param rules new with it, by number
     */
    static String content(
            List<Integer> ranges, List<byte[]> digests, List<Operation> operations, List<RuleNumbers.Rule> rules) {
        MessageDigest digest = sha256();
        for (int i = 0; i < ranges.size(); i++) {
            digest.update(ByteBuffer.allocate(4).putInt(ranges.get(i)).array());
            digest.update(digests.get(i));
        }
        for (Operation operation : operations) {
            put(
                    digest,
                    operation.number(),
                    operation.type().number(),
                    operation.key(),
                    operation.customer(),
                    operation.other(),
                    operation.points(),
                    operation.amount(),
                    operation.total(),
                    operation.eventKind(),
                    operation.event(),
                    operation.of(),
                    operation.effective(),
                    operation.reason());
        }
        for (RuleNumbers.Rule rule : rules) {
            put(digest, rule.number(), rule.name(), rule.kind());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The head after a posting. */
    static String head(Posting posting) {
        MessageDigest digest = sha256();
        put(
                digest,
                "siyu.points.posting/1",
                posting.headBefore(),
                posting.number(),
                posting.type(),
                posting.recorded(),
                posting.programHash(),
                posting.entries(),
                posting.operations(),
                posting.points(),
                posting.considered().batch(),
                posting.considered().end(),
                posting.closedThrough(),
                posting.content());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(MessageDigest digest, Object... parts) {
        for (Object part : parts) {
            byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(text.length).array());
            digest.update(text);
        }
    }
}
