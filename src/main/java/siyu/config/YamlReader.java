package siyu.config;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.core.Place;
import siyu.core.Problem;

/** Reads YAML into nodes with places, refusing what is not plain, and goes on after a problem as far as sense can be made of it. */
public final class YamlReader {
    /** Bytes of a file, at most. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Syntax problems shown for one file, at most: each costs another reading. */
    private static final int MAX_ATTEMPTS = 20;

    /** Bad characters shown for one file, at most: a binary file has nothing else. */
    private static final int MAX_CHARACTERS = 20;

    private YamlReader() {}

    /**
     * What came of a file.
     *
     * @param root null when the file is empty or cannot be read at all
     * @param complete false when parts had to be passed over, so that a key which is not there may be meant to be
     * @param bytes the file's content, empty when it could not be read
     */
    public record Document(@Nullable Node root, boolean complete, byte[] bytes) {
        /** What comes of a file that cannot be read. */
        public static Document unreadable() {
            return new Document(null, false, new byte[0]);
        }
    }

    /**
     * Reads a file.
     *
     * @param name the file as places are to name it
     * @param referrer where the file is named, if it is named in a file
     * @param cache what came of files read before
     */
    public static Document read(
            Path file, String name, @Nullable Place referrer, Diagnostics diagnostics, YamlCache cache) {
        Place where = referrer == null ? Place.file(name) : referrer;
        byte[] bytes;
        if (Files.isDirectory(file)) {
            diagnostics.add(Problem.of(ConfigCode.UNREADABLE, "'" + name + "' is a folder, not a file")
                    .at(where));
            return Document.unreadable();
        }
        // A plain stream: a channel would load some thirty classes more, and every short command starts here.
        try (InputStream in = new FileInputStream(file.toFile())) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            diagnostics.add(
                    Files.exists(file)
                            ? Problem.of(ConfigCode.UNREADABLE, "'" + name + "' cannot be read")
                                    .at(where)
                                    .hint("check its permissions")
                            : Problem.of(ConfigCode.UNREADABLE, "there is no file '" + name + "'")
                                    .at(where));
            return Document.unreadable();
        }
        if (bytes.length > MAX_BYTES) {
            diagnostics.add(Problem.of(ConfigCode.TOO_LARGE, "'" + name + "' has more than 256 KB")
                    .at(Place.file(name))
                    .hint("split it and name the parts under include:"));
            return Document.unreadable();
        }
        String text = decode(bytes, name, diagnostics);
        if (text == null) {
            return Document.unreadable();
        }
        SourceText source = new SourceText(name, text);
        Node known = cache.find(bytes, source);
        if (known != null) {
            return new Document(known, true, bytes);
        }
        Document document = read(source, diagnostics);
        if (document.complete() && document.root() != null) {
            cache.keep(bytes, document.root());
        }
        return new Document(document.root(), document.complete(), bytes);
    }

    /** Reads the value of a flag: what stands in {@code text} from {@code start} on. */
    public static @Nullable Node value(String name, String text, int start, Diagnostics diagnostics) {
        return read(new SourceText(name, text).from(start), diagnostics).root();
    }

    static Document read(SourceText source, Diagnostics diagnostics) {
        List<Problem> characters = checkCharacters(source);
        if (!characters.isEmpty()) {
            characters.forEach(diagnostics::add);
            return Document.unreadable();
        }
        Set<Problem> problems = new LinkedHashSet<>();
        SourceText rest = source;
        Node root = null;
        boolean complete = true;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            NodeBuilder builder = new NodeBuilder(rest, problems);
            try {
                root = builder.read();
                break;
            } catch (NodeBuilder.Broken broken) {
                complete = false;
                problems.add(broken.problem());
                SourceText shorter = withoutSection(rest, broken.line());
                if (shorter == null) {
                    break;
                }
                rest = shorter;
            }
        }
        boolean whole = complete && problems.isEmpty();
        if (!problems.isEmpty()) {
            report(problems, diagnostics);
        }
        return new Document(root, whole, new byte[0]);
    }

    private static void report(Set<Problem> problems, Diagnostics diagnostics) {
        List<Problem> inOrder = new ArrayList<>(problems);
        inOrder.sort(Comparator.comparingInt(YamlReader::line).thenComparingInt(YamlReader::column));
        inOrder.forEach(diagnostics::add);
    }

    private static int line(Problem problem) {
        return problem.place() == null ? 0 : problem.place().line();
    }

    private static int column(Problem problem) {
        return problem.place() == null ? 0 : problem.place().column();
    }

    /** The text without the top-level section that holds a line, or null when nothing would be left or nothing changes. */
    private static @Nullable SourceText withoutSection(SourceText source, int line) {
        int first = Math.min(line, source.lines() - 1);
        while (first > 0 && !beginsSection(source, first)) {
            first--;
        }
        int last = first + 1;
        while (last < source.lines() && !beginsSection(source, last)) {
            last++;
        }
        SourceText rest = source.without(first, last);
        return rest.text().equals(source.text()) || rest.text().isBlank() ? null : rest;
    }

    private static boolean beginsSection(SourceText source, int line) {
        int start = source.lineStart(line);
        if (start >= source.lineEnd(line)) {
            return false;
        }
        char c = source.text().charAt(start);
        return Character.isLetter(c) || c == '_' || c == '"' || c == '\'';
    }

    private static @Nullable String decode(byte[] bytes, String name, Diagnostics diagnostics) {
        boolean utf16 = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            String before = out.flip().toString();
            int line = 1;
            for (int i = 0; i < before.length(); i++) {
                line += before.charAt(i) == '\n' ? 1 : 0;
            }
            int lineStart = before.lastIndexOf('\n') + 1;
            Place place = new Place(name, line, 1 + before.codePointCount(lineStart, before.length()), 1, null);
            String bad = "byte 0x" + Integer.toHexString(bytes[in.position()] & 0xFF);
            diagnostics.add(Problem.of(ConfigCode.ENCODING, bad + " is not UTF-8")
                    .at(place)
                    .hint(utf16 ? "the file looks like UTF-16: save it as UTF-8" : "save the file as UTF-8"));
            return null;
        }
        String text = out.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text = text.substring(1);
        }
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    /** Characters that YAML, or this house, does not take. Looked for before parsing, which would stop at the first. */
    private static List<Problem> checkCharacters(SourceText source) {
        List<Problem> problems = new ArrayList<>();
        String text = source.text();
        boolean indentation = true;
        for (int i = 0; i < text.length() && problems.size() < MAX_CHARACTERS; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                indentation = true;
            } else if (c == '\t') {
                if (indentation) {
                    problems.add(Problem.of(ConfigCode.TAB, "a tab indents this line")
                            .at(source.place(i, i + 1))
                            .hint("indent with spaces"));
                    indentation = false;
                }
            } else if (c != ' ') {
                indentation = false;
                if (isRefused(text, i)) {
                    problems.add(control(source, i));
                }
            }
        }
        return problems;
    }

    private static Problem control(SourceText source, int at) {
        char c = source.text().charAt(at);
        String code = "U+" + "0".repeat(c < 0x10 ? 3 : c < 0x100 ? 2 : 0)
                + Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
        Place seen = source.place(at, at + 1);
        String excerpt = seen.excerpt() == null ? null : seen.excerpt().replace(c, '\uFFFD');
        String what = c == '\uFEFF'
                ? "a byte order mark (" + code + ") stands within the text"
                : "the control character " + code + " is not allowed";
        return Problem.of(ConfigCode.CONTROL_CHARACTER, what)
                .at(new Place(seen.file(), seen.line(), seen.column(), 1, excerpt))
                .hint(c == '\r' ? "end lines with LF or CR LF" : null);
    }

    private static boolean isRefused(String text, int at) {
        char c = text.charAt(at);
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        if (c < ' ' || c <= 0x9F || c == '\uFEFF' || c >= '\uFFFE') {
            return true;
        }
        boolean paired = Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return Character.isSurrogate(c) && !paired;
    }
}
