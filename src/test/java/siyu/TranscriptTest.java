package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of {@code src/test/resources/transcripts} replayed through {@code Main.run}; and, when all of them ran, the
 * schemas of everything they answered, which are the contract: within a version keys are only added. {@code
 * -Dsiyu.rewrite=true} writes both anew.
 */
class TranscriptTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path RESOURCES = PROJECT.resolve("src/test/resources");

    @TempDir
    Path temporary;

    private final Schemas schemas = new Schemas();

    @TestFactory
    List<DynamicTest> transcripts() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("transcripts"))) {
            for (Path file : files.sorted().toList()) {
                tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> replay(file)));
            }
        }
        tests.add(DynamicTest.dynamicTest(
                "schemas.txt", () -> same(RESOURCES.resolve("schemas.txt"), schemas.toString())));
        return tests;
    }

    private void replay(Path file) throws IOException {
        Path directory = Files.createDirectories(temporary.resolve(file.getFileName()));
        String now = new Transcript(PROJECT, directory.toRealPath(), schemas::add).replay(Files.readString(file));
        same(file, now);
    }

    private static void same(Path file, String now) throws IOException {
        if (Boolean.getBoolean("siyu.rewrite")) {
            Files.writeString(file, now);
        } else {
            assertThat(now)
                    .as("%s; if this is meant: mvn test -Dtest=TranscriptTest -Dsiyu.test=-Dsiyu.rewrite=true", file)
                    .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        }
    }
}
