package siyu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.rule.Definition;
import siyu.sample.Sample;
import siyu.sample.SampleOptions;
import siyu.sample.Theme;

class TemplateTest {
    private static final boolean REWRITE = Boolean.getBoolean("siyu.rewrite");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Path example(Template template) {
        return Path.of("examples").resolve(template == Template.BANK ? "harbour-bank" : "corner-shop");
    }

    private Path written(Template template) throws IOException {
        Path root = Files.createTempDirectory(folder, template.word());
        for (Template.File file : template.files()) {
            Files.writeString(root.resolve(file.path()), file.text());
        }
        return root;
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void isAProgramWithoutProblems(Template template) throws IOException {
        Program program = ProgramReader.read(written(template), List.of());
        assertThat(program.name()).isEqualTo(example(template).getFileName().toString());
        assertThat(program.definitions().all().stream().map(Definition::name))
                .contains("ring", "lifecycle", "value", "recency", "frequency", "monetary", "staff");
        assertThat(program.definitions().get("ring"))
                .extracting(Definition::type)
                .isEqualTo(Type.word(List.of("inner", "middle", "outer")));
    }

    /** The examples are what init writes, and what sample writes beside it, so that they cannot drift apart. */
    @ParameterizedTest
    @EnumSource(Template.class)
    void exampleIsWhatInitAndSampleWrite(Template template) throws IOException {
        Path example = example(template);
        if (REWRITE) {
            Files.createDirectories(example);
            for (Template.File file : template.files()) {
                Files.writeString(example.resolve(file.path()), file.text());
            }
        }
        for (Template.File file : template.files()) {
            assertThat(example.resolve(file.path())).hasContent(file.text());
        }
        SampleOptions options = SampleOptions.of(1, 200, TODAY, template == Template.BANK ? Theme.BANK : Theme.RETAIL);
        Path files = example.resolve("files");
        Path made = REWRITE ? files : folder.resolve("files");
        Sample.generate(options, made, Sample.Progress.SILENT);
        for (String name : Sample.files(options)) {
            assertThat(files.resolve(name)).hasSameBinaryContentAs(made.resolve(name));
        }
    }

    /** Damaged programs give problems, or even none, but never anything else. */
    @ParameterizedTest
    @EnumSource(Template.class)
    void damageGivesProblemsAndNothingElse(Template template) throws IOException {
        long seed = 42;
        Random random = new Random(seed);
        Path root = written(template);
        List<Template.File> yaml = template.files().stream()
                .filter(file -> file.path().endsWith(".yaml"))
                .toList();
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            Template.File file = yaml.get(random.nextInt(yaml.size()));
            String damaged = damaged(file.text(), random);
            Files.write(root.resolve(file.path()), damaged.getBytes(StandardCharsets.UTF_8));
            try {
                ProgramReader.read(root, List.of());
            } catch (Failure failure) {
                refused++;
                for (Problem problem : failure.problems()) {
                    assertThat(problem.message()).isNotBlank().doesNotEndWith(".");
                    assertThat(problem.place()).as("%s", problem).isNotNull();
                }
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ", round " + round + ", " + file.path() + ":\n" + damaged, e);
            }
            Files.writeString(root.resolve(file.path()), file.text());
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        String[] junk = {
            ":",
            "\n",
            "  ",
            "'",
            "\"",
            "[",
            "]",
            "{",
            "}",
            "- ",
            "#",
            "&a ",
            "*a",
            "!x ",
            "|\n",
            ">",
            "?",
            ",",
            "\t",
            "\0",
            "客",
            "\uD83D",
            "<<: ",
            "---\n",
            "...\n",
            "%",
            "@",
            "`",
            "\\",
            "\uFEFF",
            "99999999999999999999",
            "()",
            "not ",
            " = ",
            "null",
            "~",
            "((((((((((",
            "\u0085",
            "\r",
            "yes",
            "\"\\x4\"",
            "\"\\UFFFFFFFF\"",
            "1.5.5",
            "'' "
        };
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), at + 1 + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(at, junk[random.nextInt(junk.length)]);
                case 1 -> damaged.delete(at, to);
                case 2 -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, to));
                default -> damaged.setCharAt(at, (char) (32 + random.nextInt(95)));
            }
        }
        return damaged.toString();
    }
}
