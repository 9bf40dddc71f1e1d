package siyu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static siyu.config.Shape.optional;
import static siyu.config.Shape.required;
import static siyu.config.Shape.value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Diagnostics;
import siyu.core.Problem;

class ConfigCodeTest {
    private static final Shape SHAPE = Shape.keys(
            "a test",
            optional("text", value("a text", Form.TEXT)),
            optional("flag", value("a flag", Form.BOOLEAN)),
            optional("number", value("a number", Form.INTEGER)),
            optional("decimal", value("a decimal", Form.DECIMAL)),
            optional("money", value("an amount", Form.MONEY)),
            optional("date", value("a date", Form.DATE)),
            optional("duration", value("a duration", Form.DURATION)),
            optional("name", value("a name", Form.NAME)),
            optional("path", value("a path", Form.PATH)),
            optional("rule", value("a rule", Form.EXPRESSION)),
            optional("zone", value("a zone", Form.ZONE)),
            optional("currency", value("a currency", Form.CURRENCY)),
            optional("part", new Shape.Whole("a part", 2, 100)),
            optional("end", Shape.word("an end", "high", "low")),
            optional("list", new Shape.Items("a list", value("an item", Form.TEXT), 1, 3)),
            optional("names", Shape.names("names", value("a rule", Form.EXPRESSION))),
            optional("some", new Shape.Names("some", value("a rule", Form.EXPRESSION), 1)),
            optional(
                    "either",
                    new Shape.Either(
                            "either",
                            List.of(
                                    Shape.word("a word", "this", "that"),
                                    new Shape.Items("a list", value("x", Form.TEXT), 1, 3)))),
            optional("inner", Shape.keys("inner", required("needed", value("what is needed", Form.TEXT)))));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String problemsOf(byte[] bytes) throws IOException {
        Files.write(folder.resolve("x.yaml"), bytes);
        return problemsOf("x.yaml");
    }

    private String problemsOf(String name) {
        return Shown.problems(find(folder.resolve(name), name));
    }

    private static List<Problem> find(Path file, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Node root =
                YamlReader.read(file, name, null, diagnostics, YamlCache.NONE).root();
        if (root != null) {
            new ShapeCheck(diagnostics).check("", SHAPE, root);
        }
        return diagnostics.problems();
    }

    @Test
    void everyCodeHasItsWords() throws IOException {
        String answers =
                Cases.check("siyu/config/problems.txt", yaml -> problemsOf(yaml.getBytes(StandardCharsets.UTF_8)));
        // These four need bytes or files and have tests of their own below.
        Set<ConfigCode> elsewhere = EnumSet.of(
                ConfigCode.UNREADABLE, ConfigCode.TOO_LARGE, ConfigCode.ENCODING, ConfigCode.CONTROL_CHARACTER);
        for (ConfigCode code : ConfigCode.values()) {
            assertThat(elsewhere.contains(code) || answers.contains(": " + code.id() + " "))
                    .as("case for %s", code)
                    .isTrue();
        }
    }

    @Test
    void missingFileAndFolder() throws IOException {
        assertThat(problemsOf("none.yaml")).isEqualTo("none.yaml: E0101 there is no file 'none.yaml'\n");
        Files.createDirectory(folder.resolve("dir.yaml"));
        assertThat(problemsOf("dir.yaml")).isEqualTo("dir.yaml: E0101 'dir.yaml' is a folder, not a file\n");
    }

    @Test
    void largeFile() throws IOException {
        byte[] large = ("text: x" + " ".repeat(YamlReader.MAX_BYTES)).getBytes(StandardCharsets.UTF_8);
        assertThat(problemsOf(large)).isEqualTo("""
                        x.yaml: E0102 'x.yaml' has more than 256 KB
                          hint: split it and name the parts under include:
                        """);
        byte[] allowed = java.util.Arrays.copyOf(large, YamlReader.MAX_BYTES);
        assertThat(problemsOf(allowed)).isEmpty();
    }

    @Test
    void encodings() throws IOException {
        assertThat(problemsOf("text: 中\nname: 文".getBytes(java.nio.charset.Charset.forName("GB18030"))))
                .isEqualTo("x.yaml:1:7: E0103 byte 0xd6 is not UTF-8\n  hint: save the file as UTF-8\n");
        assertThat(problemsOf("\uFEFFtext: 1".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(
                        "x.yaml:1:1: E0103 byte 0xff is not UTF-8\n  hint: the file looks like UTF-16: save it as UTF-8\n");
        assertThat(problemsOf("\uFEFFtext: 1\r\nflag: true\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(problemsOf(new byte[] {'t', 'e', 'x', 't', ':', ' ', (byte) 0xE4, (byte) 0xB8}))
                .contains("E0103");
    }

    @Test
    void controlCharacters() throws IOException {
        assertThat(problemsOf("text: a\0b\nname: \uFEFFx\nend: a\rb".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("""
                        x.yaml:1:8: E0104 the control character U+0000 is not allowed
                          | text: a\uFFFDb
                          |        ^
                        x.yaml:2:7: E0104 a byte order mark (U+FEFF) stands within the text
                          | name: \uFFFDx
                          |       ^
                        x.yaml:3:7: E0104 the control character U+000D is not allowed
                          | end: a\uFFFDb
                          |       ^
                          hint: end lines with LF or CR LF
                        """);
    }
}
