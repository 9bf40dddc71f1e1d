package siyu.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A note beside an open data file that says who has it open: {@code bank.holder} of the one who may change it, or
 * {@code bank.4711.holder} of each process that reads it. The lock itself is the operating system's; this note only gives the
 * holder a name, so nothing about it may stop an opening, and one left behind by a crash is told by its process being gone.
 */
final class Holder {
    private static final String SUFFIX = ".holder";
    private static final String NOBODY = "another process";
    private static final int MOST_BYTES = 4096;

    private final Path file;
    private final String name;
    private Path note;

    Holder(DataPath path) {
        String whole = path.file().getFileName().toString();
        this.file = path.file();
        this.name = whole.substring(0, whole.length() - DataPath.SUFFIX.length());
        this.note = file.resolveSibling(name + SUFFIX);
    }

    void write(Opener opener, Use use) {
        if (use == Use.READING) {
            note = file.resolveSibling(name + "." + ProcessHandle.current().pid() + SUFFIX);
        } else {
            // Nobody else has the file open: what other notes there are were left behind.
            all().forEach(Holder::delete);
        }
        List<String> lines = List.of(
                Long.toString(ProcessHandle.current().pid()),
                clean(opener.actor()),
                clean(opener.host()),
                clean(opener.command()),
                opener.clock().instant().toString());
        try {
            delete(note);
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
        delete(note);
    }

    private static void delete(Path note) {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            return;
        }
    }

    /** The notes that there are beside the file. */
    private List<Path> all() {
        List<Path> notes = new ArrayList<>();
        Path folder = Objects.requireNonNull(file.getParent());
        String[] names = Objects.requireNonNullElse(folder.toFile().list(), new String[0]);
        for (String other : names) {
            if (other.startsWith(name + ".") && other.endsWith(SUFFIX)) {
                String between = other.substring(name.length(), other.length() - SUFFIX.length());
                if (between.isEmpty() || between.substring(1).chars().allMatch(Character::isDigit)) {
                    notes.add(folder.resolve(other));
                }
            }
        }
        return notes;
    }

    /**
     * {@code another process}, or as much as a note tells: {@code wang, siyu import customers, process 4711 on host, since …}.
     * Of several that read the file, one.
     */
    String describe() {
        return all().stream()
                .map(Holder::describe)
                .filter(words -> !words.equals(NOBODY))
                .findFirst()
                .orElse(NOBODY);
    }

    private static String describe(Path note) {
        try {
            if (Files.size(note) > MOST_BYTES) {
                return NOBODY;
            }
            List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
            long pid = Long.parseLong(lines.get(0));
            if (ProcessHandle.of(pid).isEmpty()) {
                return NOBODY;
            }
            StringBuilder words = new StringBuilder();
            words.append(lines.get(1).isEmpty() ? "" : clean(lines.get(1)) + ", ");
            words.append(lines.get(3).isEmpty() ? "" : "siyu " + clean(lines.get(3)) + ", ");
            words.append("process ").append(pid);
            words.append(lines.get(2).isEmpty() ? "" : " on " + clean(lines.get(2)));
            return words.append(", since ").append(clean(lines.get(4))).toString();
        } catch (IOException | RuntimeException e) {
            return NOBODY;
        }
    }

    private static String clean(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
