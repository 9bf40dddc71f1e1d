package siyu.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Characters and numbers on their way to bytes: widths, scrubbing, masking, UTF-8, JSON, shortest decimals. */
class TextTest {
    private static final String[] PIECES = {
        "a",
        "é",
        "汉",
        "👍",
        "\uD800",
        "\uDC00",
        "\u0000",
        "\n",
        "\t",
        "\"",
        "\\",
        "\u001b",
        "\u202e",
        "\u2028",
        "\u0085",
        "'",
        "=",
        "\u200d",
        "e\u0301",
        "\uFEFF",
        "\uDB40\uDC41",
        "/",
        " "
    };

    private static String random(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static byte[] utf8(java.util.function.Consumer<Utf8Out> write) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Utf8Out out = new Utf8Out(bytes);
        write.accept(out);
        out.flush();
        return bytes.toByteArray();
    }

    @Test
    void widths() {
        String[][] rows = {
            {"", "0"},
            {"abc", "3"},
            {"café", "4"},
            {"cafe\u0301", "4"},
            {"汉字", "4"},
            {"ｆｕｌｌ", "8"},
            {"ﾊﾝｶｸ", "4"},
            {"한국", "4"},
            {"\u1112\u1161\u11ab", "2"},
            {"👍", "2"},
            {"👍🏽", "2"},
            {"👨‍👩‍👧‍👦", "2"},
            {"❤", "1"},
            {"❤\uFE0F", "2"},
            {"🇨🇳", "2"},
            {"…", "1"},
            {"（）。", "6"}
        };
        for (String[] row : rows) {
            assertThat(Width.of(row[0])).as(row[0]).isEqualTo(Integer.parseInt(row[1]));
        }
    }

    @Test
    void cutsNeverHalveACharacter() {
        assertThat(Width.cut("汉字", 3)).isEqualTo("汉");
        assertThat(Width.cut("a👍b", 2)).isEqualTo("a");
        assertThat(Width.cut("a👍b", 3)).isEqualTo("a👍");
        assertThat(Width.cut("abc", 3)).isEqualTo("abc");
        assertThat(Width.cut("abc", 0)).isEmpty();
    }

    @Test
    void scrubbedTextHasNothingATerminalObeys() {
        assertThat(Scrub.text("\u001b[2J\r\n\t\u007f\u0085\u202e\uD800x")).isEqualTo("␛[2J␍␊␉␡\\u0085\\u202e\\ud800x");
        String plain = "普通 text 👍🏽 café";
        assertThat(Scrub.text(plain)).isSameAs(plain);
        long seed = 42;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String clean = Scrub.text(random(random, 12));
            assertThat(clean)
                    .as("seed %d, run %d", seed, i)
                    .doesNotContainPattern("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2028}]");
            assertThat(Scrub.text(clean)).as("seed %d, run %d", seed, i).isSameAs(clean);
        }
    }

    @Test
    void masks() {
        String[][] rows = {
            {"", ""},
            {"张三", "张**"},
            {"𠮷野", "𠮷**"},
            {"Bob", "B**"},
            {"13812345678", "****5678"},
            {"+86 138-1234-5678", "****5678"},
            {"12345", "****"},
            {"b@x.org", "b**"}
        };
        for (String[] row : rows) {
            assertThat(Mask.of(row[0])).as(row[0]).isEqualTo(row[1]);
        }
    }

    @Test
    void utf8IsThatOfJava() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            // Long enough to cross the end of the buffer now and then.
            String text = random(random, 12).repeat(1 + random.nextInt(9000));
            // Java writes '?' for half a pair, siyu the character that says so.
            String whole = text.codePoints()
                    .map(point -> point >= 0xD800 && point < 0xE000 ? 0xFFFD : point)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(utf8(out -> out.put("x").put(text)))
                    .as("seed %d, run %d", seed, i)
                    .isEqualTo(("x" + whole).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void wholeNumbers() {
        long[] numbers = {0, 1, -1, 9, 10, -10, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE, 1234567890123L};
        for (long number : numbers) {
            assertThat(new String(utf8(out -> out.put(number)), StandardCharsets.UTF_8))
                    .isEqualTo("" + number);
        }
        assertThat(new String(utf8(out -> out.padded(7, 3).padded(0, 2).padded(1234, 3)), StandardCharsets.UTF_8))
                .isEqualTo("007001234");
    }

    /** What a JSON reader gets is the text that went in, and the bytes hold no control characters. */
    @Test
    void jsonTextRoundTrips() {
        long seed = 11;
        Random random = new Random(seed);
        JsonFactory factory = new JsonFactory();
        for (int i = 0; i < 5_000; i++) {
            String text = random(random, 12);
            byte[] bytes = utf8(out -> Json.text(text, out));
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as("seed %d, run %d", seed, i)
                    .doesNotContainPattern("[\\p{Cc}\\x{202A}-\\x{202E}]");
            try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
                assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
                assertThat(parser.getString()).as("seed %d, run %d", seed, i).isEqualTo(text);
            }
        }
    }

    /** Floating numbers read back exactly, and no shorter text would. */
    @Test
    void decimalsAreExactAndShortest() {
        assertThat(Numbers.exact(0)).isEqualTo("0.0");
        assertThat(Numbers.exact(-2.5)).isEqualTo("-2.5");
        assertThat(Numbers.exact(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(Numbers.exact(Double.parseDouble("2e23"))).isEqualTo("2E+23");
        assertThat(Numbers.exact(1e15)).isEqualTo("1000000000000000.0");
        assertThat(Numbers.exact(1e-8)).isEqualTo("1E-8");
        long seed = 3;
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            double value = switch (i % 4) {
                case 0 -> random.nextInt(2_000_000) / 1000.0;
                case 1 -> random.nextDouble();
                case 2 -> random.nextLong() / 1e4;
                default -> Double.longBitsToDouble(random.nextLong());
            };
            if (!Double.isFinite(value)) {
                continue;
            }
            String text = Numbers.exact(value);
            assertThat(Double.parseDouble(text))
                    .as("seed %d, run %d: %s", seed, i, text)
                    .isEqualTo(value == 0 ? 0.0 : value);
            int digits = new BigDecimal(text).stripTrailingZeros().precision();
            int shortest =
                    new BigDecimal(Double.toString(value)).stripTrailingZeros().precision();
            assertThat(digits).as("seed %d, run %d: %s", seed, i, text).isLessThanOrEqualTo(shortest);
        }
    }

    @Test
    void roundedForPeople() {
        assertThat(Numbers.rounded(1.0 / 3)).isEqualTo("0.3333");
        assertThat(Numbers.rounded(1200)).isEqualTo("1200");
        assertThat(Numbers.rounded(0.00001234567)).isEqualTo("0.00001235");
        assertThat(Numbers.rounded(-0.0)).isEqualTo("0");
        assertThat(Numbers.percent(0.12345)).isEqualTo("12.3%");
    }
}
