package siyu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;

/**
 * Golden cases in a text file of the test resources: a line {@code === title}, the input, a line {@code ---8<---}, the expected
 * output, up to the next title. Run with {@code -Dsiyu.test=-Dsiyu.rewrite=true} to write what comes out instead of comparing.
 */
public final class Cases {
    private static final String CUT = "---8<---\n";

    private Cases() {}

    /** Gives the answer to one input. */
    @FunctionalInterface
    public interface Answer {
        String to(String input) throws IOException;
    }

    /** Compares the answer to every input of a file, and returns all expected outputs. */
    public static String check(String resource, Answer answer) throws IOException {
        Path file = Path.of("src/test/resources").resolve(resource);
        StringBuilder written = new StringBuilder();
        SoftAssertions softly = new SoftAssertions();
        int cases = 0;
        for (String block : Files.readString(file).split("(?m)^=== ")) {
            if (block.isBlank()) {
                continue;
            }
            int title = block.indexOf('\n');
            int cut = block.indexOf(CUT);
            String input = block.substring(title + 1, cut < 0 ? block.length() : cut);
            String expected = cut < 0 ? "" : block.substring(cut + CUT.length());
            String actual = answer.to(input);
            written.append("=== ")
                    .append(block, 0, title + 1)
                    .append(input)
                    .append(CUT)
                    .append(actual);
            softly.assertThat(actual).as(block.substring(0, title)).isEqualTo(expected);
            cases++;
        }
        if (Boolean.getBoolean("siyu.rewrite")) {
            Files.writeString(file, written);
        } else {
            softly.assertAll();
        }
        assertThat(cases).isPositive();
        return written.toString();
    }
}
