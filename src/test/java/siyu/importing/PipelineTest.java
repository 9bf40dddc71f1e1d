package siyu.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Failure;

@Timeout(60)
class PipelineTest {
    @TempDir
    Path directory;

    private static String rows(int from, int to) {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = from; i < to; i++) {
            text.append(i).append(",n").append(i).append('\n');
        }
        return text.toString();
    }

    private static RecordReader.Options options(String file, String encoding) {
        return new RecordReader.Options(
                List.of(file), "csv", encoding, null, Map.of(), Map.of(), null, List.of(), null);
    }

    @Test
    void gzipIsKnownByItsBytesAndHashedAsItLies() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(rows(0, 1000).getBytes(StandardCharsets.UTF_8));
        }
        for (String name : List.of("a.csv.gz", "a.csv")) {
            Reading.write(directory, name, bytes.toByteArray());
            Reading reading = Reading.customers(directory, name);
            assertThat(reading.rows).hasSize(1000);
            assertThat(reading.result.bytes()).isEqualTo(bytes.size());
            assertThat(reading.result.hash())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray())));
        }
    }

    @Test
    void standardInputIsReadToItsEnd() {
        byte[] text = rows(0, 5000).getBytes(StandardCharsets.UTF_8);
        Reading reading = Reading.read(
                RecordReader.Of.CUSTOMERS,
                options("-", "utf-8"),
                Reading.stdin(directory, text).chunkBytes(1000));
        assertThat(reading.rows).hasSize(5000).last().isEqualTo("5001: id=4999 name=n4999");
        assertThat(reading.chunks.get(0).file()).isEqualTo("-");
    }

    @Test
    void encodings() {
        String text = "id,name\r\n1,李雷\r\n2,\"韩,梅梅\"\r\n";
        for (String encoding : List.of("gb18030", "GBK", "big5", "utf-16", "utf-16le", "UTF-16BE", "utf-8")) {
            String same = encoding.equals("big5") ? text.replace("韩", "韓") : text;
            byte[] bytes = same.getBytes(Charset.forName(encoding));
            Reading.write(directory, "x.csv", bytes);
            Reading reading = Reading.read(
                    RecordReader.Of.CUSTOMERS,
                    options("x.csv", encoding),
                    Reading.setting(directory).chunkBytes(40));
            assertThat(reading.rows)
                    .as(encoding)
                    .containsExactly(
                            "2: id=1 name=李雷", "3: id=2 name=" + (encoding.equals("big5") ? "韓" : "韩") + ",梅梅");
        }
    }

    /** A megabyte of characters of one to four bytes, so that they straddle every buffer. */
    @Test
    void longTextsInOtherEncodings() {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 60_000; i++) {
            text.append(i).append(",é中😀").append("x".repeat(i % 7)).append('\n');
        }
        for (String encoding : List.of("gb18030", "utf-16")) {
            Reading.write(directory, "x.csv", text.toString().getBytes(Charset.forName(encoding)));
            Reading reading =
                    Reading.read(RecordReader.Of.CUSTOMERS, options("x.csv", encoding), Reading.setting(directory));
            assertThat(reading.rows).hasSize(60_000);
            for (int i = 0; i < 60_000; i += 997) {
                assertThat(reading.rows.get(i)).isEqualTo((i + 2) + ": id=" + i + " name=é中😀" + "x".repeat(i % 7));
            }
        }
    }

    @Test
    void nullsConstantsMapAndWanted() {
        Reading.write(
                directory, "e.csv", "no;who;at;amount;channel;rest\n1;c;2026-01-31;NA;\"\";x\n2;c;2026-01-31;;-;y\n");
        BitSet wanted = new BitSet();
        wanted.set(2);
        wanted.set(3);
        RecordReader.Options options = new RecordReader.Options(
                List.of("e.csv"),
                null,
                "utf-8",
                ';',
                Map.of("no", "id", "who", "customer", "rest", "category"),
                Map.of("kind", "purchase"),
                null,
                List.of("NA", "-", ""),
                wanted);
        Reading reading = Reading.read(RecordReader.Of.EVENTS, options, Reading.setting(directory));
        assertThat(reading.rows)
                .containsExactly(
                        "2: kind=purchase customer=c id=1 at=1769788800000000",
                        "3: kind=purchase customer=c id=2 at=1769788800000000");
        assertThat(reading.chunks.get(0).attributes()[3]).isNotNull();
        assertThat(reading.chunks.get(0).attributes()[5]).isNull();
    }

    @Test
    void wrongRowsAreKeptApartUpToTheLimit() throws IOException {
        StringBuilder text = new StringBuilder("id,visits\n");
        for (int i = 2; i < 200; i++) {
            text.append(i).append(i % 10 == 0 ? ",\"ni,ne\"\n" : ",9\n");
        }
        Reading.write(directory, "x.csv", text.toString());
        Reading reading = Reading.read(
                RecordReader.Of.CUSTOMERS,
                RecordReader.Options.of(List.of("x.csv")),
                Reading.setting(directory).maxErrors(19).chunkBytes(300));
        assertThat(reading.rows).hasSize(179);
        assertThat(reading.result.rejected()).isEqualTo(19);
        Path file = directory.resolve("rejects.csv");
        try (Rejects rejects = Rejects.to(file)) {
            reading.rejects.forEach(rejects::add);
        }
        assertThat(Files.readAllLines(file))
                .hasSize(20)
                .startsWith(
                        "file,line,column,field,code,reason,row",
                        "x.csv,10,4,visits,E0431,\"'ni,ne' is not a whole number\",\"10,\"\"ni,ne\"\"\"");
        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> Reading.read(
                        RecordReader.Of.CUSTOMERS,
                        RecordReader.Options.of(List.of("x.csv")),
                        Reading.setting(directory).maxErrors(18)));
        assertThat(failure.problems()).hasSize(20);
        assertThat(failure.getMessage())
                .isEqualTo("19 rows are wrong up to x.csv line 190, and --max-errors allows 18");
    }

    /** Back-pressure and cancelling: an endless input stops soon after the consumer throws. */
    @Test
    void aConsumerThatThrowsEndsTheReading() {
        AtomicInteger reads = new AtomicInteger();
        byte[] line = "7,x\n".getBytes(StandardCharsets.UTF_8);
        for (boolean inParsed : new boolean[] {false, true}) {
            InputStream endless = new InputStream() {
                private int count;

                @Override
                public int read() {
                    throw new IllegalStateException("bytes are read in blocks");
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    byte[] text = count++ == 0 ? "id,name\n".getBytes(StandardCharsets.UTF_8) : line;
                    reads.incrementAndGet();
                    System.arraycopy(text, 0, bytes, offset, text.length);
                    return text.length;
                }
            };
            assertThatThrownBy(() -> RecordReader.read(
                            RecordReader.Of.CUSTOMERS,
                            Reading.vocabulary("UTC"),
                            options("-", "utf-8"),
                            RecordReader.Setting.of(directory, endless)
                                    .threads(3)
                                    .chunkBytes(1000),
                            new RecordReader.Consumer() {
                                @Override
                                public void parsed(RecordChunk chunk) {
                                    if (inParsed && chunk.index() == 5) {
                                        throw new IllegalArgumentException("enough");
                                    }
                                }

                                @Override
                                public void ordered(RecordChunk chunk) {
                                    if (chunk.index() == 5) {
                                        throw new IllegalArgumentException("enough");
                                    }
                                }
                            }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("enough");
        }
        // Six chunks taken, a few in flight: 250 reads a chunk.
        assertThat(reads.get()).isLessThan(2 * 250 * 40);
    }

    /** Two megabytes of line ends in a file of many columns take the memory of its bytes, not that of as many rows. */
    @Test
    void emptyLinesTakeNoMemory() {
        Reading.write(
                directory,
                "x.csv",
                "id,name,phone,region,app,visits,ratio,aum,note,seen,risk" + "\n".repeat(2_000_000) + "1,,,,,,,,,,\n");
        Reading reading = Reading.customers(directory, "x.csv");
        assertThat(reading.result.blank()).isEqualTo(1_999_999);
        assertThat(reading.rows).containsExactly("2000001: id=1");
        assertThat(reading.chunks.get(0).lines().length).isLessThan(200_000);
    }

    /** {@code parsed} comes before {@code ordered} for each chunk, and {@code ordered} in order, from one thread. */
    @Test
    void parsedBeforeOrdered() {
        Reading.write(directory, "x.csv", rows(0, 20_000));
        boolean[] parsed = new boolean[10_000];
        int[] next = new int[1];
        Thread caller = Thread.currentThread();
        RecordReader.read(
                RecordReader.Of.CUSTOMERS,
                Reading.vocabulary("UTC"),
                RecordReader.Options.of(List.of("x.csv")),
                Reading.setting(directory).threads(4).chunkBytes(500),
                new RecordReader.Consumer() {
                    @Override
                    public void parsed(RecordChunk chunk) {
                        parsed[chunk.index()] = true;
                    }

                    @Override
                    public void ordered(RecordChunk chunk) {
                        assertThat(parsed[chunk.index()]).isTrue();
                        assertThat(chunk.index()).isEqualTo(next[0]++);
                        assertThat(Thread.currentThread()).isSameAs(caller);
                    }
                });
        assertThat(next[0]).isGreaterThan(400);
    }
}
