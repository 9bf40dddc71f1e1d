package siyu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Digits in bytes against the formatter. */
final class DigitsTest {
    @Test
    void asTheFormatterWritesThem() {
        SplittableRandom random = new SplittableRandom(20261129);
        byte[] bytes = new byte[64];
        for (int round = 0; round < 50_000; round++) {
            int digits = 1 + random.nextInt(18);
            long most = Digits.power(digits) - 1;
            long number = round % 4 == 0 ? most - random.nextLong(Math.min(most, 20)) : random.nextLong(most + 1);
            Digits.write(number, bytes, 3 + digits, digits);
            assertThat(new String(bytes, 3, digits, StandardCharsets.US_ASCII))
                    .isEqualTo(String.format(Locale.ROOT, "%0" + digits + "d", number));
            assertThat(Digits.of(number)).isEqualTo(Long.toString(number).length());
        }
    }
}
