package siyu.program;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The bytes a program was read from, in order: files, overrides. Filled by the reader, then left alone. */
public final class Content {
    private final List<byte[]> parts = new ArrayList<>();

    void add(String name, byte[] bytes) {
        parts.add(name.getBytes(StandardCharsets.UTF_8));
        parts.add(bytes);
    }

    /** The names of the files and overrides, in the order they were read. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            names.add(new String(parts.get(i), StandardCharsets.UTF_8));
        }
        return names;
    }

    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                // The length in front keeps two parts from being taken for two others with the same joint text.
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
