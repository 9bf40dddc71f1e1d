package siyu.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReadingTest {
    @TempDir
    Path directory;

    @Test
    void customersAreTyped() {
        String file = Reading.write(directory, "c.csv", """
                id,name,registered,birthday,latitude,consent,app,visits,ratio,aum,note,seen,risk
                1,李雷,2024-02-29,,22.28,yes,TRUE,-7,1e3,12.5,"a ""b"", c",2026-01-31T08:00,low
                2,"",,1999-12-31,,0,No,007.0,.5,-0.01,,2026-01-31,high
                """);
        assertThat(Reading.customers(directory, file).rows)
                .containsExactly(
                        "2: id=1 name=李雷 registered=19782 latitude=22.28 consent=true app=true visits=-7 ratio=1000.0"
                                + " aum=1250 note=a \"b\", c seen=1769817600000000 risk=low",
                        "3: id=2 name= birthday=10956 consent=false app=false visits=7 ratio=0.5 aum=-1 seen=1769788800000000 risk=high");
    }

    @Test
    void eventsAreTyped() {
        String file = Reading.write(directory, "e.csv", """
                id,customer,kind,at,amount,channel,category
                e1,c1,purchase,2026-01-31T08:00:00+08:00,10.00,app,dining

                e2,,login,2026-01-31 08:00:00.25,,app,
                """);
        Reading reading = Reading.events(directory, file);
        assertThat(reading.rows)
                .containsExactly(
                        "2: kind=purchase customer=c1 id=e1 at=1769817600000000 amount=1000 channel=app category=dining",
                        "4: kind=login customer= id=e2 at=1769817600250000 channel=app");
        assertThat(reading.result.blank()).isEqualTo(1);
        assertThat(reading.result.rows()).isEqualTo(2);
    }

    /** Whatever the chunks and threads, the rows are the same: quotes, line ends within quotes, CR LF, empty lines. */
    @Test
    void chunksAndThreadsChangeNothing() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("id,name,note\n");
            List<String> expected = new ArrayList<>();
            int line = 2;
            boolean quotes = random.nextInt(4) > 0;
            for (int i = 0; i < 300; i++) {
                if (random.nextInt(20) == 0) {
                    text.append('\n');
                    line++;
                }
                String name = word(random, quotes);
                String note = word(random, quotes);
                text.append(i).append(',').append(csv(name)).append(',').append(csv(note));
                text.append(random.nextBoolean() ? "\n" : "\r\n");
                expected.add(line + ": id=" + i + " name=" + name + " note=" + note);
                line += 1 + (name + note).replaceAll("[^\n]", "").length();
            }
            Reading.write(directory, "x.csv", text.toString());
            for (int bytes : new int[] {300, 1000, 1 << 20}) {
                for (int threads : new int[] {1, 3}) {
                    Reading reading = Reading.read(
                            RecordReader.Of.CUSTOMERS,
                            RecordReader.Options.of(List.of("x.csv")),
                            Reading.setting(directory).threads(threads).chunkBytes(bytes));
                    assertThat(reading.rows)
                            .as("seed %d, chunk %d", seed, bytes)
                            .isEqualTo(expected);
                    assertThat(reading.chunks.size()).isGreaterThan(bytes == 300 ? 10 : 0);
                }
            }
        }
    }

    /** Rows with quotes far between, next to each other, at the ends and wrong: all lines are told as they are. */
    @Test
    void fewQuotesAmongManyPlainRows() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("id,name,note\n");
            List<String> expected = new ArrayList<>();
            List<Integer> wrong = new ArrayList<>();
            int line = 2;
            int rare = 1 + random.nextInt(120);
            for (int i = 0; i < 600; i++) {
                String name = word(random, random.nextInt(rare) == 0);
                if (random.nextInt(30) == 0) {
                    text.append('\n');
                    line++;
                }
                if (random.nextInt(200) == 0) {
                    text.append(i)
                            .append(",\"")
                            .append(name.replace("\"", "\"\""))
                            .append("\"x,\n");
                    wrong.add(line);
                } else {
                    text.append(i).append(',').append(csv(name)).append(",a\"b\n");
                    expected.add(line + ": id=" + i + " name=" + name + " note=a\"b");
                }
                line += 1 + name.replaceAll("[^\n]", "").length();
            }
            String all = text.toString();
            boolean within = random.nextBoolean();
            Reading.write(directory, "x.csv", within ? all : all.replace(",a\"b\n", ",ab\n"));
            List<String> rows = within
                    ? expected
                    : expected.stream()
                            .map(each -> each.replace("note=a\"b", "note=ab"))
                            .toList();
            for (int bytes : new int[] {2000, 9000, 1 << 20}) {
                Reading reading = Reading.read(
                        RecordReader.Of.CUSTOMERS,
                        RecordReader.Options.of(List.of("x.csv")),
                        Reading.setting(directory).threads(2).chunkBytes(bytes).maxErrors(1000));
                assertThat(reading.rows).as("seed %d, chunk %d", seed, bytes).isEqualTo(rows);
                assertThat(reading.rejects.stream().map(Reading::line).toList())
                        .as("seed %d, chunk %d", seed, bytes)
                        .isEqualTo(wrong);
            }
        }
    }

    private static String word(Random random, boolean quotes) {
        String alphabet = quotes ? "ab\",\n 中😀" : "abc 中";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder word = new StringBuilder("w");
        for (int length = random.nextInt(12); length > 0; length--) {
            word.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return word.toString();
    }

    private static String csv(String word) {
        return word.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n')
                ? '"' + word.replace("\"", "\"\"") + '"'
                : word;
    }

    @Test
    void severalFilesInOrder() {
        Reading.write(directory, "a.csv", "id\n1\n2\n");
        Reading.write(directory, "b.tsv", "name\tid\nx\t3\n");
        Reading reading = Reading.read(
                RecordReader.Of.CUSTOMERS,
                RecordReader.Options.of(List.of("a.csv", "b.tsv")),
                Reading.setting(directory));
        assertThat(reading.rows).containsExactly("2: id=1", "3: id=2", "2: id=3 name=x");
        assertThat(reading.chunks).extracting(RecordChunk::index).containsExactly(0, 1);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        String file = Reading.write(directory, "a.csv", "\uFEFFid,name\n1,x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.customers(directory, file).rows).containsExactly("2: id=1 name=x");
    }
}
