package siyu.bench;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import siyu.out.Format;
import siyu.out.Heading;
import siyu.out.Look;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.out.Utf8Out;

/** How long a million rows of five columns take in each format, written to nowhere. */
final class RenderBench {
    private static final int ROWS = 1_000_000;

    private RenderBench() {}

    public static void main(String[] arguments) {
        List<Heading> headings = List.of(
                Heading.text("id"),
                Heading.of("visits", Heading.Kind.INTEGER),
                Heading.of("aum", Heading.Kind.MONEY),
                Heading.of("since", Heading.Kind.DATE),
                Heading.of("last", Heading.Kind.TIME));
        Object[][] some = new Object[1000][];
        for (int i = 0; i < some.length; i++) {
            some[i] = new Object[] {
                "客户" + i,
                (long) i * 7919,
                BigDecimal.valueOf(i * 31L, 2),
                LocalDate.of(2026, 1, 1).plusDays(i % 365),
                Instant.ofEpochSecond(1_700_000_000L + i * 1000L)
            };
        }
        Rows rows = sink -> {
            for (int i = 0; i < ROWS; i++) {
                if (!sink.row(some[i % some.length])) {
                    return;
                }
            }
        };
        Table table = Table.of("siyu.bench/1", ZoneId.of("Asia/Shanghai"), headings, rows);
        for (int round = 0; round < 3; round++) {
            for (Format format : Format.values()) {
                long start = System.nanoTime();
                Utf8Out out = new Utf8Out(OutputStream.nullOutputStream());
                format.renderer().render(table, Look.PLAIN, out);
                out.flush();
                System.out.println(format + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
            }
        }
    }
}
