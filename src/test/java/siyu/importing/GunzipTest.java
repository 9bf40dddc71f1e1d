package siyu.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

/** Compressed input is read to its very end, or refused. */
class GunzipTest {
    private static final byte[] WORDS = "id,name\n1,a\n".getBytes(StandardCharsets.UTF_8);

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] read(byte[] bytes) throws IOException {
        try (InputStream in = new Gunzip(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    /** Gives a few bytes at a time and never says how many there are, as a slow pipe does. */
    private static InputStream slowly(byte[] bytes, SplittableRandom random) {
        return new InputStream() {
            private int position;

            @Override
            public int read() {
                return position == bytes.length ? -1 : bytes[position++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = Math.min(Math.min(length, random.nextInt(1, 40)), bytes.length - position);
                System.arraycopy(bytes, position, into, offset, count);
                position += count;
                return count == 0 ? -1 : count;
            }
        };
    }

    @Test
    void membersOneAfterTheOther() throws IOException {
        long seed = 20261125;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            for (int member = random.nextInt(1, 5); member > 0; member--) {
                byte[] part = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(200_000)];
                random.nextBytes(part);
                Arrays.fill(part, random.nextInt(part.length + 1), part.length, (byte) 'x');
                content.writeBytes(part);
                packed.writeBytes(gzip(part));
            }
            packed.writeBytes(new byte[random.nextInt(3) * 511]);
            try (InputStream in = new Gunzip(slowly(packed.toByteArray(), random))) {
                assertThat(in.readAllBytes())
                        .as("seed %d round %d", seed, round)
                        .isEqualTo(content.toByteArray());
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void namesRemarksAndExtraFields() throws IOException {
        byte[] plain = gzip(WORDS);
        byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
        byte[] header = {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3};
        byte[] fields = {3, 0, 1, 2, 3, 'a', '.', 'c', 's', 'v', 0, 'h', 'i', 0, 9, 9};
        assertThat(read(join(header, fields, body, plain))).isEqualTo(join(WORDS, WORDS));
        header[3] = 32;
        assertThatThrownBy(() -> read(join(header, body))).isInstanceOf(ZipException.class);
    }

    /** Two members, cut after each of their bytes. */
    @Test
    void cutAnywhere() throws IOException {
        byte[] one = gzip(WORDS);
        byte[] two = join(one, one);
        for (int length = 0; length < two.length; length++) {
            byte[] cut = Arrays.copyOf(two, length);
            if (length == one.length) {
                assertThat(read(cut)).isEqualTo(WORDS);
            } else {
                assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(EOFException.class);
            }
        }
    }

    /** Each byte of what is compressed, and of its checksum and length, changed in turn: the rows are the same or refused. */
    @Test
    void changedAnywhere() throws IOException {
        byte[] one = gzip(WORDS);
        for (int i = 0; i < one.length; i++) {
            byte[] changed = one.clone();
            changed[i] ^= 1;
            try {
                assertThat(read(changed)).as("byte %d", i).isEqualTo(WORDS);
                // A flag without meaning, a time, and the machine it was made on.
                assertThat(i).isBetween(3, 9);
            } catch (IOException refused) {
                assertThat(refused).isInstanceOfAny(ZipException.class, EOFException.class);
            }
        }
        assertThatThrownBy(() -> read(join(one, "more".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("after what is compressed comes something else");
        assertThatThrownBy(() -> read(join(one, new byte[20], "more".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("after what is compressed comes something else");
        byte[] sum = one.clone();
        sum[one.length - 5] ^= 1;
        assertThatThrownBy(() -> read(sum)).hasMessage("it fails its checksum");
    }
}
