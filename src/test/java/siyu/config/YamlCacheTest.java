package siyu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.config.YamlReader.Document;
import siyu.core.Diagnostics;

class YamlCacheTest {
    private static final Path WORKSPACE = Path.of("workspace");
    private static final String YAML = "a: 1\nb: [x, 'it''s', \"two\\nlines\", 私域]\nc:\n  d: |\n    text\n  e:\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private YamlCache cache() {
        return YamlCache.of(folder.resolve("cache"), "build 1", WORKSPACE);
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("x.yaml"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Document read(Path file, YamlCache cache, Diagnostics diagnostics) {
        Document document = YamlReader.read(file, "x.yaml", null, diagnostics, cache);
        cache.save();
        return document;
    }

    /** Reads with what an earlier reading left, and says whether that was of use. */
    private boolean known(Path file, YamlCache cache) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Node found = cache.find(bytes, new SourceText("x.yaml", new String(bytes, StandardCharsets.UTF_8)));
        Diagnostics fresh = new Diagnostics();
        Diagnostics again = new Diagnostics();
        Document parsed = YamlReader.read(file, "x.yaml", null, fresh, YamlCache.NONE);
        Document document = YamlReader.read(file, "x.yaml", null, again, cache);
        assertThat(told(document.root())).isEqualTo(told(parsed.root()));
        assertThat(document.complete()).isEqualTo(parsed.complete());
        assertThat(document.bytes()).isEqualTo(parsed.bytes());
        assertThat(Shown.problems(again.problems())).isEqualTo(Shown.problems(fresh.problems()));
        return found != null;
    }

    /** A tree with all that can be asked of it. */
    private static String told(@Nullable Node node) {
        if (node == null) {
            return "nothing";
        }
        StringBuilder all = new StringBuilder(node.place() + " " + node.place().excerpt() + " ");
        if (node instanceof Node.Mapping mapping) {
            mapping.entries()
                    .forEach((key, entry) -> all.append(key)
                            .append(" = ")
                            .append(told(entry.key()))
                            .append(": ")
                            .append(told(entry.value())));
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> all.append("- ").append(told(item)));
        } else if (node instanceof Node.Scalar scalar) {
            all.append(scalar.style()).append(scalar.value()).append(scalar.isNull());
            for (int i = 0; i < scalar.value().length(); i++) {
                all.append(scalar.place(i, i + 1));
            }
        }
        return all.append('\n').toString();
    }

    @Test
    void aTreeReadAgainIsTheTreeThatWasParsed() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("examples"))) {
            files = all.filter(path -> path.toString().endsWith(".yaml")).toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        YamlCache first = cache();
        for (Path file : files) {
            assertThat(known(file, first)).as(file.toString()).isFalse();
        }
        first.save();
        YamlCache second = cache();
        assertThat(second.isEmpty()).isFalse();
        for (Path file : files) {
            assertThat(known(file, second)).as(file.toString()).isTrue();
        }
    }

    @Test
    void madeUpTreesComeBack() throws IOException {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            texts.add("top" + i + ":" + made(random, 1));
        }
        YamlCache first = cache();
        for (String text : texts) {
            known(file(text), first);
        }
        first.save();
        YamlCache second = cache();
        int found = 0;
        for (String text : texts) {
            found += known(file(text), second) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(250);
    }

    private static String made(Random random, int depth) {
        String[] scalars = {"1", "'a: b'", "\"\\u79c1 \\t\"", "私域 😀", "~", "", "true", "x # no", "2026-01-01"};
        if (depth > 4 || random.nextInt(3) == 0) {
            return " " + scalars[random.nextInt(scalars.length)] + "\n";
        }
        StringBuilder text = new StringBuilder("\n");
        boolean list = random.nextBoolean();
        for (int i = 0, most = 1 + random.nextInt(4); i < most; i++) {
            text.append("  ".repeat(depth)).append(list ? "-" : "k" + i + ":").append(made(random, depth + 1));
        }
        return text.toString();
    }

    @Test
    void oneOtherByteAndAnotherBuildAreParsedAnew() throws IOException {
        read(file(YAML), cache(), new Diagnostics());
        assertThat(known(file(YAML), cache())).isTrue();
        assertThat(known(file(YAML.replace("1", "2")), cache())).isFalse();
        assertThat(known(file(YAML), YamlCache.of(folder.resolve("cache"), "build 2", WORKSPACE)))
                .isFalse();
    }

    @Test
    void aDamagedCacheIsAsGoodAsNone() throws IOException {
        Path file = file(YAML);
        read(file, cache(), new Diagnostics());
        Path kept;
        try (Stream<Path> all = Files.list(folder.resolve("cache"))) {
            kept = all.toList().get(0);
        }
        byte[] good = Files.readAllBytes(kept);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << i % 8);
            Files.write(kept, bad);
            assertThat(known(file, cache())).as("byte " + i).isFalse();
            Files.write(kept, java.util.Arrays.copyOf(good, i));
            assertThat(known(file, cache())).as("cut at " + i).isFalse();
        }
        Files.write(kept, good);
        assertThat(known(file, cache())).isTrue();
    }

    @Test
    void whatHasAProblemIsToldEveryTime() throws IOException {
        for (String text : List.of("a: 1\na: 2\n", "a: [1\n", "a: &x 1\n", "a:\n\tb: 1\n", "- \n", "")) {
            Path file = file(text);
            read(file, cache(), new Diagnostics());
            known(file, cache());
            Diagnostics twice = new Diagnostics();
            Diagnostics once = new Diagnostics();
            read(file, YamlCache.NONE, once);
            read(file, cache(), twice);
            assertThat(Shown.problems(twice.problems())).isEqualTo(Shown.problems(once.problems()));
        }
        Path half = file("a: \"\\uD83D\"\n");
        read(half, cache(), new Diagnostics());
        assertThat(known(half, cache())).isFalse();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoProblem() throws IOException {
        Files.write(folder.resolve("cache"), new byte[] {1});
        Path file = file(YAML);
        read(file, cache(), new Diagnostics());
        assertThat(known(file, cache())).isFalse();
        assertThat(Files.readAllBytes(folder.resolve("cache"))).containsExactly(1);
    }

    @Test
    void onlyItsOwnerReadsItAndNothingElseIsLeft() throws IOException {
        read(file(YAML), cache(), new Diagnostics());
        try (Stream<Path> all = Files.list(folder.resolve("cache"))) {
            List<Path> files = all.toList();
            assertThat(files).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.get(0))))
                    .isEqualTo("rw-------");
        }
    }
}
