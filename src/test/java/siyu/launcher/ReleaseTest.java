package siyu.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that is released: packed the same each time, and installed by the very lines README.md tells. */
final class ReleaseTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final String BUNDLE = "siyu-0.1.0-SNAPSHOT";

    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void onlyWhereThereAreTheTools() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        assumeTrue(run("tar", "--version").contains("GNU tar"), "tar is not GNU tar");
        root = temporary.toRealPath();
    }

    /** Runs a command to its end in {@link #temporary}, with a home of its own, and returns what it printed. */
    private String run(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", temporary.toRealPath().toString());
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("SIYU_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SIYU_ARCHIVE", "off");
        Path out = Files.createTempFile("siyu", "out");
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(out);
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(out);
        }
    }

    /** A folder as the build stages it; its jar only names the classes of this test run. */
    private Path staged() throws IOException {
        Path house = root.resolve("stage").resolve(BUNDLE);
        copy("src/main/launcher/siyu", house.resolve("bin/siyu"));
        assertThat(house.resolve("bin/siyu").toFile().setExecutable(true)).isTrue();
        copy("completions/siyu.bash", house.resolve("share/bash-completion/completions/siyu"));
        copy("completions/_siyu", house.resolve("share/zsh/site-functions/_siyu"));
        StringBuilder path = new StringBuilder();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.append(Path.of(entry).toUri()).append(' ');
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path.toString());
        Path jar = Files.createDirectories(house.resolve("lib")).resolve("siyu.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return house;
    }

    private static void copy(String from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(PROJECT.resolve(from), to);
    }

    private Path packed(Path house, String name) throws IOException {
        Path tarball = root.resolve(name);
        run(
                "/bin/sh",
                PROJECT.resolve("src/main/assembly/tarball").toString(),
                house.toString(),
                tarball.toString(),
                "2026-01-01T00:00:00Z");
        return tarball;
    }

    @Test
    void theSameFolderGivesTheSameBytes() throws IOException {
        Path house = staged();
        byte[] first = Files.readAllBytes(packed(house, "first.tar.gz"));
        Path other = Files.createDirectories(root.resolve("elsewhere"));
        Files.move(house, other.resolve(BUNDLE));
        run("/bin/sh", "-c", "find elsewhere -type f -exec touch {} + ; chmod -R go-rwx elsewhere");
        assertThat(Files.readAllBytes(packed(other.resolve(BUNDLE), "second.tar.gz")))
                .isEqualTo(first);
        Files.writeString(other.resolve(BUNDLE).resolve("README.md"), "more");
        assertThat(Files.readAllBytes(packed(other.resolve(BUNDLE), "third.tar.gz")))
                .isNotEqualTo(first);
    }

    /** Every block of the section, in one shell, and after it a siyu that is found and complete. */
    @Test
    void readmeInstallsIt() throws IOException {
        packed(staged(), BUNDLE + ".tar.gz");
        List<String> script = new ArrayList<>(List.of("set -e"));
        script.addAll(blocks("## Install"));
        script.add("cd /");
        script.add("siyu --version");
        script.add("ls -d ${fpath[0]}/_siyu ~/.config/fish/completions/siyu.fish");
        script.add("command -v siyu");
        script.add("complete -p siyu");
        String said = run("/bin/bash", "-c", String.join("\n", script));
        assertThat(said)
                .contains("siyu 0.1.0-SNAPSHOT\n", "/share/zsh/site-functions/_siyu\n", "-F _siyu siyu\n")
                .contains(root + "/.local/opt/" + BUNDLE + "/bin/siyu\n");
        assertThat(Files.readString(root.resolve(".config/fish/completions/siyu.fish")))
                .isEqualTo(Files.readString(PROJECT.resolve("completions/siyu.fish")));
    }

    /** The lines for those who have no archive, with the siyu there is. */
    @Test
    void readmeInstallsCompletions() throws IOException {
        Path house = staged();
        List<String> script = new ArrayList<>(List.of("set -e", "PATH=" + house.resolve("bin") + ":$PATH"));
        script.addAll(blocks("**Completion.**"));
        script.add("complete -p siyu");
        assertThat(run("/bin/bash", "-c", String.join("\n", script))).contains("siyu\n");
        assertThat(Files.readString(root.resolve(".zfunc/_siyu")))
                .isEqualTo(Files.readString(PROJECT.resolve("completions/_siyu")));
    }

    /** The blocks of README.md below a heading or a bold word, up to the next one. */
    private static List<String> blocks(String heading) throws IOException {
        String text = Files.readString(PROJECT.resolve("README.md"), StandardCharsets.UTF_8);
        String section = text.substring(text.indexOf("\n" + heading) + 1 + heading.length());
        section = section.split("(?m)^(?:##|\\*\\*)", 2)[0];
        List<String> blocks = Pattern.compile("(?ms)^```\\n(.*?)^```$")
                .matcher(section)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).as(heading).isNotEmpty();
        return blocks;
    }
}
