package siyu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    /** What was asked before is remembered to count less; it must not show. */
    @Test
    void placesDoNotDependOnWhatWasAskedBefore() {
        Random random = new Random(3);
        for (int run = 0; run < 100; run++) {
            StringBuilder made = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                made.append(random.nextInt(12) == 0 ? "\n" : random.nextInt(3) == 0 ? "😀" : "私");
            }
            String text = made.toString();
            SourceText asked = new SourceText("x", text);
            for (int i = 0; i < 200; i++) {
                int start = random.nextInt(text.length() + 1);
                int end = Math.min(text.length(), start + random.nextInt(4));
                assertThat(asked.place(start, end)).isEqualTo(new SourceText("x", text).place(start, end));
                int line = random.nextInt(8);
                int column = random.nextInt(20);
                assertThat(asked.offset(line, column)).isEqualTo(new SourceText("x", text).offset(line, column));
            }
        }
    }
}
