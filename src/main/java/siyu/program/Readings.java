package siyu.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import siyu.config.Node.Scalar;
import siyu.config.YamlCache;
import siyu.config.YamlReader;
import siyu.core.Beside;
import siyu.core.Diagnostics;
import siyu.core.Problem;

/** The included files; where they have to be parsed, read by two threads, each taking the next: together they are most of a short command. */
final class Readings implements Runnable {
    private final List<File> files = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final YamlCache cache;

    Readings(YamlCache cache) {
        this.cache = cache;
    }

    /** One file, and what came of it. */
    static final class File {
        private final Path path;
        private final Scalar named;
        private final Diagnostics diagnostics = new Diagnostics();
        private YamlReader.Document document = YamlReader.Document.unreadable();

        private File(Path path, Scalar named) {
            this.path = path;
            this.named = named;
        }

        String name() {
            return named.value();
        }

        YamlReader.Document document() {
            return document;
        }

        List<Problem> problems() {
            return diagnostics.problems();
        }
    }

    void add(Path path, Scalar named) {
        files.add(new File(path, named));
    }

    /** Reads them all; in the order in which they were added. */
    List<File> read() {
        if (files.size() > 1 && cache.isEmpty()) {
            Thread other = Beside.start("files", this);
            run();
            Beside.await(other, null);
        } else {
            run();
        }
        return files;
    }

    @Override
    public void run() {
        for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            File file = files.get(i);
            file.document = YamlReader.read(file.path, file.name(), file.named.place(), file.diagnostics, cache);
        }
    }
}
