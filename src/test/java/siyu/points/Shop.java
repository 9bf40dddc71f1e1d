package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import siyu.Said;

/** A small workspace with points, and siyu run in it from outside at any time of day. */
final class Shop {
    final Path directory;
    private Instant now = Instant.parse("2024-01-01T00:00:00Z");

    Shop(Path directory, String program) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve("siyu.yaml"), program);
        done("init", ".");
    }

    /** A shop that is there already. */
    Shop(Path directory) {
        this.directory = directory;
    }

    /** Another shop with a copy of the data file as it is now. */
    Shop(Shop original, Path directory) throws IOException {
        this.directory = directory;
        this.now = original.now;
        for (String name : List.of("siyu.yaml", "shop.mv.db")) {
            Files.copy(original.directory.resolve(name), directory.resolve(name));
        }
    }

    /** Sets the clock. */
    Shop at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    /** Imports events given as lines of id,customer,kind,at,amount,ref. */
    void events(String... lines) throws IOException {
        write("events.csv", "id,customer,kind,at,amount,ref\n" + String.join("\n", lines) + "\n");
        done("import", "events", "events.csv");
    }

    void customers(String... ids) throws IOException {
        write("customers.csv", "id,registered\n" + String.join(",2010-01-01\n", ids) + ",2010-01-01\n");
        done("import", "customers", "customers.csv");
    }

    Said done(String... words) {
        Said said = run(words);
        assertThat(said.exit()).as("%s: %s", List.of(words), said.err()).isZero();
        return said;
    }

    /** The rows of a command's answer in CSV, of some columns. */
    List<List<String>> rows(String command, String columns) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("-o", "csv", "--columns", columns));
        return done(words.toArray(new String[0])).rows();
    }

    Said run(String... words) {
        return Said.Scene.of(directory, now).run(words);
    }
}
