package siyu.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher with a Java that is only a script: it prints its own process id and its arguments, and exits with 7. */
final class LauncherTest {
    private static final String JAVA =
            "#!/bin/sh\necho \"$$\"\nfor word in \"$@\"; do echo \"<$word>\"; done\nexit 7\n";

    @TempDir
    Path temporary;

    private Path root;
    private Path home;
    private Path jdk;

    /** What a run of the launcher did. */
    private record Run(long pid, int exit, List<String> out, String err) {
        List<String> words() {
            return out.stream().skip(1).toList();
        }

        /** What stands behind the main class. */
        List<String> given() {
            List<String> words = words();
            return words.subList(words.indexOf("<siyu.Main>") + 1, words.size());
        }
    }

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        root = temporary.toRealPath();
        home = root.resolve("a house");
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        script(home.resolve("bin/siyu"), Files.readString(Path.of("src/main/launcher/siyu")));
        Files.writeString(home.resolve("lib/siyu.jar"), "");
        Files.writeString(home.resolve("lib/siyu.id"), "0123456789abcdef\n");
        Files.writeString(home.resolve("lib/archive"), "echo \"$@\" >>'" + root.resolve("built") + "'\n");
        jdk = java("jdk", "21.0.1");
    }

    private Path java(String name, String version) throws IOException {
        Path directory = root.resolve(name);
        Files.createDirectories(directory.resolve("bin"));
        script(directory.resolve("bin/java"), JAVA);
        Files.writeString(
                directory.resolve("release"),
                "IMPLEMENTOR=\"X\"\nJAVA_RUNTIME_VERSION=\"" + version + "+9-X\"\nJAVA_VERSION=\"" + version
                        + "\"\nOS_ARCH=\"y\"\n");
        return directory;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Run run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("PATH", "/usr/bin:/bin");
        builder.environment().putIfAbsent("SIYU_ARCHIVE", "off");
        Path out = Files.createTempFile(root, "out", "");
        Path err = Files.createTempFile(root, "err", "");
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(process.pid(), process.exitValue(), Files.readAllLines(out), Files.readString(err));
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/siyu").toString()));
        command.addAll(List.of(arguments));
        return run(root, Map.of("SIYU_JAVA_HOME", jdk.toString()), command.toArray(new String[0]));
    }

    @Test
    void becomesTheJvmAndHandsEverythingOn() throws Exception {
        Run run = run("show", "a b", "", "*", "$HOME", "-x", "it's");
        assertThat(run.given()).containsExactly("<show>", "<a b>", "<>", "<*>", "<$HOME>", "<-x>", "<it's>");
        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.out().get(0)).isEqualTo(Long.toString(run.pid()));
        assertThat(run.err()).isEmpty();
        assertThat(run.words())
                .containsSequence("<-cp>", "<" + home.resolve("lib/siyu.jar") + ">", "<siyu.Main>")
                .contains("<-Dsiyu.tty=>", "<-Xlog:disable>");
    }

    @Test
    void isFoundThroughLinksAndFromAnywhere() throws Exception {
        Map<String, String> environment = Map.of("SIYU_JAVA_HOME", jdk.toString());
        Path links = Files.createDirectories(root.resolve("links/deep"));
        Files.createSymbolicLink(links.resolve("siyu"), home.resolve("bin/siyu"));
        Files.createSymbolicLink(links.resolve("again"), Path.of("../deep/siyu"));
        Files.createSymbolicLink(root.resolve("house"), home);
        String jar = "<" + home.resolve("lib/siyu.jar") + ">";
        for (String command : List.of("links/deep/siyu", "links/deep/again", "house/bin/siyu", "./a house/bin/siyu")) {
            Run run = run(root, environment, "/bin/sh", "-c", "exec \"" + command + "\" x");
            assertThat(run.words()).as(command).contains(jar);
            assertThat(run.exit()).isEqualTo(7);
        }
        assertThat(run(home.resolve("bin"), environment, "/bin/sh", "siyu", "x").words())
                .contains(jar);
        Map<String, String> onPath = new HashMap<>(environment);
        onPath.put("PATH", links + ":/usr/bin:/bin");
        assertThat(run(root, onPath, "/bin/sh", "-c", "siyu x").words()).contains(jar);
    }

    @Test
    void worksInADirectoryThatIsNoMore() throws Exception {
        Path gone = Files.createDirectories(root.resolve("gone"));
        Run run = run(
                gone,
                Map.of("SIYU_JAVA_HOME", jdk.toString()),
                "/bin/sh",
                "-c",
                "rmdir '" + gone + "'; exec '" + home.resolve("bin/siyu") + "' x");
        assertThat(run.given()).containsExactly("<x>");
    }

    @Test
    void leavesTheWorkingDirectoryAlone() throws Exception {
        script(jdk.resolve("bin/java"), "#!/bin/sh\npwd\n");
        assertThat(run("x").out()).containsExactly(root.toString());
    }

    @Test
    void takesTheFirstJavaOfSiyuJavaHomeJavaHomeAndPath() throws Exception {
        Path other = java("other", "17.0.1");
        script(other.resolve("bin/java"), "#!/bin/sh\necho other\n");
        String siyu = home.resolve("bin/siyu").toString();
        Map<String, String> both = Map.of("SIYU_JAVA_HOME", jdk.toString(), "JAVA_HOME", other.toString());
        assertThat(run(root, both, siyu).exit()).isEqualTo(7);
        assertThat(run(root, Map.of("JAVA_HOME", other.toString()), siyu).out()).containsExactly("other");
        Path bin = Files.createDirectories(root.resolve("on path"));
        Files.createSymbolicLink(bin.resolve("java"), other.resolve("bin/java"));
        assertThat(run(root, Map.of("PATH", "/nowhere:" + bin + ":/usr/bin:/bin"), siyu)
                        .out())
                .containsExactly("other");
    }

    /** An image brings its own Java, which only SIYU_JAVA_HOME overrules. */
    @Test
    void takesTheJavaThatCameAlong() throws Exception {
        Files.move(java("runtime", "25.0.1"), home.resolve("runtime"));
        script(home.resolve("runtime/bin/java"), "#!/bin/sh\necho its own\n");
        String siyu = home.resolve("bin/siyu").toString();
        assertThat(run(root, Map.of("JAVA_HOME", jdk.toString()), siyu).out()).containsExactly("its own");
        assertThat(run(root, Map.of("SIYU_JAVA_HOME", jdk.toString()), siyu).exit())
                .isEqualTo(7);
    }

    @Test
    void saysWhatIsWrongWithJava() throws Exception {
        String siyu = home.resolve("bin/siyu").toString();
        Run old = run(root, Map.of("JAVA_HOME", java("old", "11.0.2").toString()), siyu);
        assertThat(old.exit()).isEqualTo(1);
        assertThat(old.out()).isEmpty();
        assertThat(old.err())
                .isEqualTo("siyu: needs Java 17 or newer, but " + root.resolve("old")
                        + " is 11.0.2: set SIYU_JAVA_HOME to a newer one\n");
        Run ancient = run(root, Map.of("JAVA_HOME", java("ancient", "1.8.0_402").toString()), siyu);
        assertThat(ancient.err()).contains("is 1.8.0_402");
        Run none = run(root, Map.of("SIYU_JAVA_HOME", root.resolve("nothing").toString()), siyu);
        assertThat(none.err())
                .isEqualTo("siyu: no bin/java in " + root.resolve("nothing") + " (from SIYU_JAVA_HOME)\n");
        Run nowhere = run(root, Map.of("PATH", "/nowhere"), siyu);
        assertThat(nowhere.exit()).isEqualTo(1);
        assertThat(nowhere.err()).contains("there is none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import customers f.csv",
                "-C d sample",
                "segment run ring --customers c.csv",
                "export events",
                "points earn",
                "points verify"
            })
    void bulkCommandsGetTheWholeCompiler(String line) throws Exception {
        assertThat(run(line.split(" ", -1)).words())
                .contains("<-XX:+UseParallelGC>")
                .doesNotContain("<-XX:TieredStopAtLevel=1>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "validate", "segment list", "segment run ring", "run", "show C1", "points balance C1"})
    void shortCommandsStartFast(String line) throws Exception {
        assertThat(run(line.split(" ", -1)).words()).contains("<-XX:+UseSerialGC>", "<-XX:TieredStopAtLevel=1>");
    }

    @Test
    void optionsForTheJvmComeFromTheEnvironment() throws Exception {
        Run run = run(
                root,
                Map.of("SIYU_JAVA_HOME", jdk.toString(), "SIYU_JAVA_OPTIONS", "-Xmx1g -Dx=y"),
                home.resolve("bin/siyu").toString());
        assertThat(run.words()).containsSequence("<-Xmx1g>", "<-Dx=y>");
    }

    private void fit(String lib, String runtime, String state) throws IOException {
        String name = "lib/siyu-0123456789abcdef-21.0.1+9-X";
        Files.writeString(home.resolve(name + ".jsa"), "x");
        Files.writeString(home.resolve(name + ".fit"), lib + "\n" + runtime + "\n" + state + "\n");
    }

    /** Archives are built behind the launcher's back: one that is expected is waited for, at most this many times 10 ms. */
    private boolean built(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            if (Files.exists(root.resolve("built")) && Files.size(root.resolve("built")) > 0) {
                return true;
            }
            Thread.sleep(10);
        }
        return false;
    }

    private Run withArchive() throws IOException, InterruptedException {
        return run(
                root,
                Map.of("SIYU_JAVA_HOME", jdk.toString(), "SIYU_ARCHIVE", "on", "HOME", root.toString()),
                home.resolve("bin/siyu").toString());
    }

    @Test
    void anArchiveThatFitsIsUsed() throws Exception {
        fit(home.resolve("lib").toString(), jdk.toString(), "ready");
        assertThat(withArchive().words())
                .contains("<-XX:SharedArchiveFile=" + home.resolve("lib/siyu-0123456789abcdef-21.0.1+9-X.jsa") + ">");
        assertThat(built(20)).isFalse();
    }

    @Test
    void theSmallestCommandsTakeTheSmallArchiveWhereThereIsOne() throws Exception {
        fit(home.resolve("lib").toString(), jdk.toString(), "ready");
        Files.writeString(home.resolve("lib/siyu-0123456789abcdef-21.0.1+9-X-small.jsa"), "x");
        for (String line : List.of("validate", "import --help", "show C1", "import customers")) {
            boolean small = !line.equals("show C1") && !line.equals("import customers");
            List<String> command =
                    new ArrayList<>(List.of(home.resolve("bin/siyu").toString()));
            command.addAll(List.of(line.split(" ", -1)));
            Run run = run(
                    root,
                    Map.of("SIYU_JAVA_HOME", jdk.toString(), "SIYU_ARCHIVE", "on"),
                    command.toArray(new String[0]));
            String name = "siyu-0123456789abcdef-21.0.1+9-X" + (small ? "-small" : "") + ".jsa";
            assertThat(run.words()).as(line).contains("<-XX:SharedArchiveFile=" + home.resolve("lib/" + name) + ">");
        }
    }

    @Test
    void anArchiveOfAnotherPlaceOrJavaIsBuiltAnew() throws Exception {
        for (String[] place : new String[][] {
            {"/elsewhere/lib", jdk.toString()},
            {home.resolve("lib").toString(), java("moved", "21.0.1").toString()}
        }) {
            fit(place[0], place[1], "ready");
            assertThat(withArchive().words()).noneMatch(word -> word.contains("SharedArchiveFile"));
            assertThat(built(3000)).isTrue();
            Files.delete(root.resolve("built"));
        }
    }

    @Test
    void anArchiveThatCannotBeBuiltIsNotTriedAgain() throws Exception {
        fit(home.resolve("lib").toString(), jdk.toString(), "none");
        assertThat(withArchive().words()).noneMatch(word -> word.contains("SharedArchiveFile"));
        assertThat(built(20)).isFalse();
    }

    @Test
    void withoutAnArchiveOneIsBuiltForThisJava() throws Exception {
        assertThat(withArchive().exit()).isEqualTo(7);
        assertThat(built(3000)).isTrue();
        assertThat(Files.readString(root.resolve("built"))).isEqualTo(home + " " + jdk + "\n");
    }

    @Test
    void archivesCanBeSwitchedOff() throws Exception {
        fit(home.resolve("lib").toString(), jdk.toString(), "ready");
        assertThat(run("x").words()).noneMatch(word -> word.contains("SharedArchiveFile"));
        assertThat(built(20)).isFalse();
    }

    @Test
    void whereYamlReadBeforeIsKept() throws Exception {
        Map<String, String> java = Map.of("SIYU_JAVA_HOME", jdk.toString());
        assertThat(cache(java)).isEmpty();
        assertThat(cache(with(java, "HOME", "/home/a b")))
                .containsExactly("<-Dsiyu.cache=/home/a b/.cache/siyu>", "<-Dsiyu.build=0123456789abcdef>");
        Map<String, String> elsewhere = with(with(java, "HOME", "/home/x"), "XDG_CACHE_HOME", "/cache");
        assertThat(cache(elsewhere)).containsExactly("<-Dsiyu.cache=/cache/siyu>", "<-Dsiyu.build=0123456789abcdef>");
        assertThat(cache(with(elsewhere, "SIYU_CACHE", "off"))).isEmpty();
        Files.delete(home.resolve("lib/siyu.id"));
        assertThat(cache(elsewhere)).isEmpty();
    }

    private List<String> cache(Map<String, String> environment) throws Exception {
        return run(root, environment, home.resolve("bin/siyu").toString()).words().stream()
                .filter(word -> word.startsWith("<-Dsiyu.cache") || word.startsWith("<-Dsiyu.build"))
                .toList();
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    @Test
    void scriptsAreForAnyPosixShell() throws Exception {
        for (String name : List.of("launcher/siyu", "launcher/archive", "assembly/tarball", "assembly/image")) {
            Process check = new ProcessBuilder("/bin/sh", "-n", "src/main/" + name)
                    .redirectErrorStream(true)
                    .start();
            try (InputStream out = check.getInputStream()) {
                assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8))
                        .isEmpty();
            }
            assertThat(Files.readString(Path.of("src/main", name))).doesNotContain("[[", "\t");
        }
    }
}
