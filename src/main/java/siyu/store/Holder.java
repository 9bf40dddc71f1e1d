package siyu.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * A note beside an open data file that says who has it open. The lock itself is the operating system's; this note only gives
 * the holder a name, so nothing about it may stop an opening, and one left behind by a crash is told by its process being gone.
 */
final class Holder {
    private static final int MOST_BYTES = 4096;

    private final Path note;

    Holder(DataPath path) {
        String name = path.file().getFileName().toString();
        this.note = path.file().resolveSibling(name.substring(0, name.length() - DataPath.SUFFIX.length()) + ".holder");
    }

    void write(Opener opener) {
        List<String> lines = List.of(
                Long.toString(ProcessHandle.current().pid()),
                clean(opener.actor()),
                clean(opener.host()),
                clean(opener.command()),
                opener.clock().instant().toString());
        try {
            Files.deleteIfExists(note);
            try (var channel = Files.newByteChannel(
                    note,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    DataPath.attributes("rw-------"))) {
                channel.write(StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n"));
            }
        } catch (IOException | UnsupportedOperationException e) {
            return;
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            return;
        }
    }

    /** {@code another process}, or as much as the note tells: {@code wang, siyu import customers, process 4711 on host, since …}. */
    String describe() {
        try {
            if (Files.size(note) > MOST_BYTES) {
                return "another process";
            }
            List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
            long pid = Long.parseLong(lines.get(0));
            if (ProcessHandle.of(pid).isEmpty()) {
                return "another process";
            }
            StringBuilder words = new StringBuilder();
            words.append(lines.get(1).isEmpty() ? "" : clean(lines.get(1)) + ", ");
            words.append(lines.get(3).isEmpty() ? "" : "siyu " + clean(lines.get(3)) + ", ");
            words.append("process ").append(pid);
            words.append(lines.get(2).isEmpty() ? "" : " on " + clean(lines.get(2)));
            return words.append(", since ").append(clean(lines.get(4))).toString();
        } catch (IOException | RuntimeException e) {
            return "another process";
        }
    }

    private static String clean(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
