package siyu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.core.Diagnostics;
import siyu.core.Place;

class AlignmentTest {
    private static Scalar scalar(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        Node root = YamlReader.read(new SourceText("x.yaml", yaml), diagnostics).root();
        assertThat(diagnostics.problems()).as(yaml).isEmpty();
        Node node = root instanceof Mapping mapping ? mapping.get("k") : null;
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        throw new AssertionError("no scalar in " + yaml);
    }

    /** Each shows the word BAD in another style; its place must be where it stands in the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "k: BAD",
                "k:   one BAD two",
                "k: one\n  two\n   BAD three",
                "k: one\n\n  two BAD",
                "k: 'it''s BAD'",
                "k: 'it''s\n  on two BAD lines'",
                "k: \"a\\tb\\\"c BAD\"",
                "k: \"\\u4e2d\\x41\\U0001F600 BAD\"",
                "k: \"one \\\n   BAD two\"",
                "k: |\n  one\n  BAD two\n",
                "k: |\n  BAD",
                "k: |2-\n    deep BAD\n  less\n",
                "k: >\n  one\n  two BAD\n\n  three\n",
                "k: >-\n\n  one\n    kept BAD\n  two\n",
                "k: >+\n  one\n\n\n  BAD\n\n",
                "k: 客户 is 'x' and BAD",
                "k: |\n  \uD83D\uDE00 客户\n  \uD83D\uDE00 BAD\n",
                "j: [1, 2]\nk: x + BAD # a comment",
            })
    void placeOfWordInValueIsItsPlaceInFile(String yaml) {
        Scalar scalar = scalar(yaml);
        int at = scalar.value().indexOf("BAD");
        assertThat(at).isNotNegative();
        Place place = scalar.place(at, at + 3);
        String line = yaml.split("\n")[place.line() - 1];
        int column = line.offsetByCodePoints(0, place.column() - 1);
        assertThat(line.substring(column))
                .as("column %s of %s", place.column(), line)
                .startsWith("BAD");
        assertThat(place.length()).isEqualTo(3);
        assertThat(place.excerpt()).isEqualTo(line);
    }

    @Test
    void placesOfRandomScalarsNeverLeaveThem() {
        List<String> parts = List.of("a", " ", "\n  ", "\n\n  ", "''", "客", "x1", "\uD83D\uDE00", "+");
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            StringBuilder body = new StringBuilder("s");
            for (int j = random.nextInt(12); j > 0; j--) {
                body.append(parts.get(random.nextInt(parts.size())));
            }
            String yaml = switch (random.nextInt(5)) {
                case 0 -> "k: " + body + "e";
                case 1 -> "k: '" + body + "e'";
                case 2 -> "k: \"" + body + "e\"";
                case 3 -> "k: |\n  " + body + "e\n";
                default -> "k: >\n  " + body + "e\n";
            };
            Scalar scalar = scalar(yaml);
            for (int at = 0; at < scalar.value().length(); at++) {
                char c = scalar.value().charAt(at);
                if (c == ' ' || c == '\n' || Character.isLowSurrogate(c)) {
                    continue;
                }
                Place place = scalar.place(at, at + 1);
                String line = yaml.split("\n", -1)[place.line() - 1];
                int found = line.codePointAt(line.offsetByCodePoints(0, place.column() - 1));
                assertThat(found)
                        .as("seed %s, round %s, offset %s of %s", seed, i, at, yaml)
                        .isEqualTo(scalar.value().codePointAt(at));
            }
        }
    }
}
