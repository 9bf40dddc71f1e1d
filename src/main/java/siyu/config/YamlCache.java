package siyu.config;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Range;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.config.Node.Style;

/**
 * What came of YAML files that were read before, so that a file which has not changed need not be parsed again: parsing with cold
 * code is most of a short command. A file counts as the same when all its bytes are; what it means is checked every time. Only
 * files without a problem are kept. A cache that is missing, of another build, damaged or not to be written is as good as none.
 *
 * <p>Finding is for several threads, and so is keeping.
 */
public final class YamlCache {
    /** A cache that holds nothing and keeps nothing. */
    public static final YamlCache NONE = new YamlCache(null, "");

    /** One file for each of so many groups of workspaces and builds, so that the folder does not grow with those that are no more. */
    private static final int SLOTS = 64;

    private static final int MAPPING = 0;
    private static final int SEQUENCE = 1;
    /** Added to the number of a scalar's style. */
    private static final int SCALAR = 2;

    private final @Nullable Path file;
    private final byte[] id;
    private final List<Kept> known = new ArrayList<>();
    private final List<Kept> used = new ArrayList<>();
    private boolean grown;

    private record Kept(byte[] bytes, byte[] nodes) {}

    private YamlCache(@Nullable Path file, String id) {
        this.file = file;
        this.id = id.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The cache for a workspace.
     *
     * @param folder where caches lie; need not be there
     * @param id names the build of siyu: another may see another tree in the same text
     */
    public static YamlCache of(Path folder, String id, Path workspace) {
        int slot = Math.floorMod(workspace.toString().hashCode() + 31 * id.hashCode(), SLOTS);
        YamlCache cache = new YamlCache(folder.resolve("yaml-" + slot), id);
        cache.load();
        return cache;
    }

    /** Whether nothing is known, so that all files have to be parsed. */
    public boolean isEmpty() {
        return known.isEmpty();
    }

    /** The tree of a file of just these bytes, or null when it is not known. */
    @Nullable
    Node find(byte[] bytes, SourceText source) {
        for (Kept kept : known) {
            if (Arrays.equals(kept.bytes, bytes)) {
                try {
                    Node root = new Decoder(source, ByteBuffer.wrap(kept.nodes)).node();
                    use(kept, false);
                    return root;
                } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Keeps the tree of a file that was parsed without a problem. */
    void keep(byte[] bytes, Node root) {
        if (file != null) {
            Encoder encoder = new Encoder();
            try {
                encoder.node(root);
            } catch (IllegalArgumentException e) {
                return;
            }
            use(new Kept(bytes, encoder.bytes()), true);
        }
    }

    private synchronized void use(Kept kept, boolean parsed) {
        used.add(kept);
        grown |= parsed;
    }

    /** Writes what was used to the file, if there is anything new in it. */
    public synchronized void save() {
        if (file == null || !grown) {
            return;
        }
        grown = false;
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            // Others may not read it, and it appears under its name only when it is whole.
            Path aside = Files.createTempFile(folder, "yaml", ".new");
            try {
                Files.write(aside, whole());
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // The next run parses again.
            return;
        }
    }

    private byte[] whole() {
        int size = Long.BYTES + Integer.BYTES + id.length;
        for (Kept kept : used) {
            size += 2 * Integer.BYTES + kept.bytes.length + kept.nodes.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).position(Long.BYTES);
        put(out, id);
        for (Kept kept : used) {
            put(out, kept.bytes);
            put(out, kept.nodes);
        }
        return out.putLong(0, sum(out.array())).array();
    }

    /** Of everything behind the sum itself. */
    private static long sum(byte[] all) {
        CRC32 sum = new CRC32();
        sum.update(all, Long.BYTES, all.length - Long.BYTES);
        return sum.getValue();
    }

    private void load() {
        if (file == null) {
            return;
        }
        try (InputStream in = new FileInputStream(file.toFile())) {
            ByteBuffer all = ByteBuffer.wrap(in.readAllBytes());
            if (all.getLong() == sum(all.array()) && Arrays.equals(id, get(all))) {
                while (all.hasRemaining()) {
                    known.add(new Kept(get(all), get(all)));
                }
            }
        } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
            known.clear();
        }
    }

    private static void put(ByteBuffer out, byte[] bytes) {
        out.putInt(bytes.length).put(bytes);
    }

    /** @throws IllegalArgumentException when it cannot be so long */
    private static byte[] get(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("cut off");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** Nodes in the order of the text: what it is, where it stands, and what is in it. */
    private static final class Encoder {
        private ByteBuffer out = ByteBuffer.allocate(1 << 14);

        byte[] bytes() {
            return Arrays.copyOf(out.array(), out.position());
        }

        /** @throws IllegalArgumentException for a text that UTF-8 cannot say */
        void node(Node node) {
            if (node instanceof Mapping mapping) {
                head(MAPPING, mapping.range());
                room(Integer.BYTES).putInt(mapping.entries().size());
                for (Entry entry : mapping.entries().values()) {
                    node(entry.key());
                    node(entry.value());
                }
            } else if (node instanceof Sequence sequence) {
                head(SEQUENCE, sequence.range());
                room(Integer.BYTES).putInt(sequence.items().size());
                for (Node item : sequence.items()) {
                    node(item);
                }
            } else if (node instanceof Scalar scalar) {
                head(SCALAR + scalar.style().number(), scalar.range());
                byte[] value = scalar.value().getBytes(StandardCharsets.UTF_8);
                if (!new String(value, StandardCharsets.UTF_8).equals(scalar.value())) {
                    throw new IllegalArgumentException("half a character");
                }
                put(room(Integer.BYTES + value.length), value);
            }
        }

        private void head(int kind, Range range) {
            room(1 + 2 * Integer.BYTES).put((byte) kind).putInt(range.start()).putInt(range.end());
        }

        private ByteBuffer room(int bytes) {
            if (out.remaining() < bytes) {
                ByteBuffer larger = ByteBuffer.allocate(2 * out.capacity() + bytes);
                out = larger.put(out.flip());
            }
            return out;
        }
    }

    private record Decoder(SourceText source, ByteBuffer in) {
        Node node() {
            int kind = in.get();
            Range range = new Range(source, in.getInt(), in.getInt());
            if (range.start() < 0
                    || range.end() < range.start()
                    || range.end() > source.text().length()) {
                throw new IllegalArgumentException("no place in the text");
            }
            return switch (kind) {
                case MAPPING -> mapping(range);
                case SEQUENCE -> sequence(range);
                default -> scalar(kind, range);
            };
        }

        private Mapping mapping(Range range) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (int left = in.getInt(); left > 0; left--) {
                if (!(node() instanceof Scalar key)) {
                    throw new IllegalArgumentException("no key");
                }
                entries.put(key.value(), new Entry(key, node()));
            }
            return new Mapping(entries, range);
        }

        private Sequence sequence(Range range) {
            List<Node> items = new ArrayList<>();
            for (int left = in.getInt(); left > 0; left--) {
                items.add(node());
            }
            return new Sequence(items, range);
        }

        private Scalar scalar(int kind, Range range) {
            String value = new String(get(in), StandardCharsets.UTF_8);
            return new Scalar(value, Style.of(kind - SCALAR), range);
        }
    }
}
