package siyu.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each format as one whole text: Chinese, emoji, control characters, unknown cells, long cells, nothing at all. */
class RenderersTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<Heading> HEADINGS = List.of(
            Heading.text("id"),
            Heading.of("full_name", Heading.Kind.PERSONAL),
            Heading.of("phone", Heading.Kind.PERSONAL),
            Heading.of("visits", Heading.Kind.INTEGER),
            Heading.of("aum", Heading.Kind.MONEY),
            Heading.of("open_rate", Heading.Kind.SHARE),
            Heading.of("score", Heading.Kind.DECIMAL),
            Heading.of("app", Heading.Kind.BOOLEAN),
            Heading.of("since", Heading.Kind.DATE),
            Heading.of("last_seen", Heading.Kind.TIME),
            Heading.of("tags", Heading.Kind.NESTED).wideOnly(),
            Heading.text("note"));

    private static final Table TABLE = Table.of("siyu.test/1", SHANGHAI, HEADINGS, Rows.of(rows()))
            .with("total", 3L)
            .with("late", (Supplier<Object>) () -> List.of("x", 1L));

    private static List<@Nullable Object[]> rows() {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("saver", true);
        tags.put("since", LocalDate.of(2026, 1, 2));
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {
            "c1",
            "张三丰",
            "13812345678",
            12L,
            new BigDecimal("1200.50"),
            0.1234,
            1.0 / 3,
            true,
            LocalDate.of(2026, 2, 28),
            Instant.parse("2026-02-28T16:00:00.120Z"),
            List.of("a", "b"),
            "普通 | =1+1"
        });
        rows.add(new @Nullable Object[] {
            "=c2",
            "O'Neil \"Bob\"",
            "+86 10 1234",
            -7L,
            new BigDecimal("-0.05"),
            1.0,
            2.0,
            false,
            LocalDate.of(1999, 12, 31),
            Instant.parse("1986-07-01T00:00:00Z"),
            tags,
            "two\nlines\t\u001b[31mred\u202e, 👍🏽"
        });
        rows.add(new @Nullable Object[] {"", null, null, null, null, null, null, null, null, null, null, null});
        return rows;
    }

    private static String render(String format, Table table, Look look) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Utf8Out out = new Utf8Out(bytes);
        Format chosen = Format.of(format);
        chosen.renderer().render(Projection.of(table, chosen), look, out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String render(String format) {
        return render(format, TABLE, Look.PLAIN);
    }

    @Test
    void table() {
        assertThat(render("table")).isEqualTo("""
                ID   FULL NAME  PHONE     VISITS      AUM  OPEN RATE   SCORE  APP  SINCE       LAST SEEN                NOTE
                c1   张**       ****5678      12  1200.50      12.3%  0.3333  yes  2026-02-28  2026-03-01 00:00:00.120  普通 | =1+1
                =c2  O**        ****1234      -7    -0.05     100.0%       2  no   1999-12-31  1986-07-01 09:00:00      two␊lines␉␛[31mred\\u202e, 👍🏽
                     -          -              -        -          -       -  -    -           -                        -

                total: 3
                late: x, 1
                """);
    }

    @Test
    void wide() {
        assertThat(render("wide")).isEqualTo("""
                ID   FULL NAME  PHONE     VISITS      AUM  OPEN RATE   SCORE  APP  SINCE       LAST SEEN                TAGS                         NOTE
                c1   张**       ****5678      12  1200.50      12.3%  0.3333  yes  2026-02-28  2026-03-01 00:00:00.120  a, b                         普通 | =1+1
                =c2  O**        ****1234      -7    -0.05     100.0%       2  no   1999-12-31  1986-07-01 09:00:00      saver=yes, since=2026-01-02  two␊lines␉␛[31mred\\u202e, 👍🏽
                     -          -              -        -          -       -  -    -           -                        -                            -

                total: 3
                late: x, 1
                """);
    }

    @Test
    void vertical() {
        assertThat(render("vertical")).isEqualTo("""
                -[ 1 ]------------------------
                id         c1
                full name  张**
                phone      ****5678
                visits     12
                aum        1200.50
                open rate  12.3%
                score      0.3333
                app        yes
                since      2026-02-28
                last seen  2026-03-01 00:00:00.120
                tags       a
                           b
                note       普通 | =1+1
                -[ 2 ]------------------------
                id         =c2
                full name  O**
                phone      ****1234
                visits     -7
                aum        -0.05
                open rate  100.0%
                score      2
                app        no
                since      1999-12-31
                last seen  1986-07-01 09:00:00
                tags       saver=yes
                           since=2026-01-02
                note       two␊lines␉␛[31mred\\u202e, 👍🏽
                -[ 3 ]------------------------
                id
                full name  -
                phone      -
                visits     -
                aum        -
                open rate  -
                score      -
                app        -
                since      -
                last seen  -
                tags       -
                note       -

                total: 3
                late: x, 1
                """);
    }

    @Test
    void markdown() {
        assertThat(render("markdown")).isEqualTo("""
                | id | full name | phone | visits | aum | open rate | score | app | since | last seen | note |
                | --- | --- | --- | ---: | ---: | ---: | ---: | --- | --- | --- | --- |
                | c1 | 张\\*\\* | \\*\\*\\*\\*5678 | 12 | 1200.50 | 12.3% | 0.3333 | yes | 2026-02-28 | 2026-03-01 00:00:00.120 | 普通 \\| =1+1 |
                | =c2 | O\\*\\* | \\*\\*\\*\\*1234 | -7 | -0.05 | 100.0% | 2 | no | 1999-12-31 | 1986-07-01 09:00:00 | two␊lines␉␛\\[31mred\\\\u202e, 👍🏽 |
                | | - | - | - | - | - | - | - | - | - | - |

                total: 3
                late: x, 1
                """);
    }

    @Test
    void json() {
        assertThat(render("json")).isEqualTo("""
                {
                  "schema": "siyu.test/1",
                  "rows": [
                    {"id": "c1", "full_name": "张**", "phone": "****5678", "visits": 12, "aum": 1200.50, "open_rate": 0.1234, "score": 0.3333333333333333, "app": true, "since": "2026-02-28", "last_seen": "2026-03-01T00:00:00.120+08:00", "tags": ["a", "b"], "note": "普通 | =1+1"},
                    {"id": "=c2", "full_name": "O**", "phone": "****1234", "visits": -7, "aum": -0.05, "open_rate": 1.0, "score": 2.0, "app": false, "since": "1999-12-31", "last_seen": "1986-07-01T09:00:00+09:00", "tags": {"saver": true, "since": "2026-01-02"}, "note": "two\\nlines\\t\\u001b[31mred\\u202e, 👍🏽"},
                    {"id": "", "full_name": null, "phone": null, "visits": null, "aum": null, "open_rate": null, "score": null, "app": null, "since": null, "last_seen": null, "tags": null, "note": null}
                  ],
                  "total": 3,
                  "late": ["x", 1]
                }
                """);
    }

    @Test
    void jsonLines() {
        assertThat(render("jsonl")).isEqualTo("""
                {"id": "c1", "full_name": "张**", "phone": "****5678", "visits": 12, "aum": 1200.50, "open_rate": 0.1234, "score": 0.3333333333333333, "app": true, "since": "2026-02-28", "last_seen": "2026-03-01T00:00:00.120+08:00", "tags": ["a", "b"], "note": "普通 | =1+1"}
                {"id": "=c2", "full_name": "O**", "phone": "****1234", "visits": -7, "aum": -0.05, "open_rate": 1.0, "score": 2.0, "app": false, "since": "1999-12-31", "last_seen": "1986-07-01T09:00:00+09:00", "tags": {"saver": true, "since": "2026-01-02"}, "note": "two\\nlines\\t\\u001b[31mred\\u202e, 👍🏽"}
                {"id": "", "full_name": null, "phone": null, "visits": null, "aum": null, "open_rate": null, "score": null, "app": null, "since": null, "last_seen": null, "tags": null, "note": null}
                """);
    }

    @Test
    void csv() {
        assertThat(render("csv")).isEqualTo("""
                id,full_name,phone,visits,aum,open_rate,score,app,since,last_seen,tags,note
                c1,张**,****5678,12,1200.50,0.1234,0.3333333333333333,true,2026-02-28,2026-03-01T00:00:00.120+08:00,"[""a"", ""b""]",普通 | =1+1
                '=c2,O**,****1234,-7,-0.05,1.0,2.0,false,1999-12-31,1986-07-01T09:00:00+09:00,"{""saver"": true, ""since"": ""2026-01-02""}","two
                lines\t\u001b[31mred\u202e, 👍🏽"
                "",,,,,,,,,,,
                """);
    }

    @Test
    void csvUnguardedAndUnmasked() {
        assertThat(render("csv", TABLE, new Look(false, true, false, false, 80, false)))
                .isEqualTo("""
                c1,张三丰,13812345678,12,1200.50,0.1234,0.3333333333333333,true,2026-02-28,2026-03-01T00:00:00.120+08:00,"[""a"", ""b""]",普通 | =1+1
                =c2,"O'Neil ""Bob\""",+86 10 1234,-7,-0.05,1.0,2.0,false,1999-12-31,1986-07-01T09:00:00+09:00,"{""saver"": true, ""since"": ""2026-01-02""}","two
                lines\t\u001b[31mred\u202e, 👍🏽"
                "",,,,,,,,,,,
                """);
    }

    @Test
    void csvOnTerminalSendsNoControlCharacters() {
        String shown = render("csv", TABLE, new Look(true, false, true, true, 80, false));
        assertThat(shown).contains("␊lines␉␛[31mred\\u202e").doesNotContain("\u001b");
    }

    @Test
    void tsv() {
        assertThat(render("tsv")).isEqualTo("""
                id\tfull_name\tphone\tvisits\taum\topen_rate\tscore\tapp\tsince\tlast_seen\ttags\tnote
                c1\t张**\t****5678\t12\t1200.50\t0.1234\t0.3333333333333333\ttrue\t2026-02-28\t2026-03-01T00:00:00.120+08:00\t["a", "b"]\t普通 | =1+1
                =c2\tO**\t****1234\t-7\t-0.05\t1.0\t2.0\tfalse\t1999-12-31\t1986-07-01T09:00:00+09:00\t{"saver": true, "since": "2026-01-02"}\ttwo\\nlines\\t\u001b[31mred\u202e, 👍🏽
                \t\t\t\t\t\t\t\t\t\t\t
                """);
    }

    @Test
    void nothing() {
        Table empty = Table.of("siyu.test/1", SHANGHAI, List.of(Heading.text("id")), Rows.of(List.of()));
        assertThat(render("table", empty, Look.PLAIN)).isEqualTo("ID\n");
        assertThat(render("vertical", empty, Look.PLAIN)).isEmpty();
        assertThat(render("csv", empty, Look.PLAIN)).isEqualTo("id\n");
        assertThat(render("tsv", empty, Look.PLAIN)).isEqualTo("id\n");
        assertThat(render("jsonl", empty, Look.PLAIN)).isEmpty();
        assertThat(render("markdown", empty, Look.PLAIN)).isEqualTo("| id |\n| --- |\n");
        assertThat(render("json", empty, Look.PLAIN))
                .isEqualTo("{\n  \"schema\": \"siyu.test/1\",\n  \"rows\": []\n}\n");
    }

    @Test
    void cutsTheWidestColumnsOnTerminalOnly() {
        Table table = Table.of(
                "siyu.test/1",
                SHANGHAI,
                List.of(Heading.text("a"), Heading.of("n", Heading.Kind.INTEGER), Heading.text("b")),
                Rows.of(List.of(
                        new Object[] {"short", 1L, "一二三四五六七八九十"},
                        new Object[] {"a rather long text", 22L, "x"},
                        new Object[] {"e", 3L, "👨‍👩‍👧‍👦👍"})));
        assertThat(render("table", table, new Look(true, false, true, true, 32, false)))
                .isEqualTo("""
                A               N  B
                short           1  一二三四五六…
                a rather lon…  22  x
                e               3  👨‍👩‍👧‍👦👍
                """);
        assertThat(render("table", table, Look.PLAIN)).isEqualTo("""
                A                    N  B
                short                1  一二三四五六七八九十
                a rather long text  22  x
                e                    3  👨‍👩‍👧‍👦👍
                """);
    }

    @Test
    void titlesAreSetOffByColour() {
        Table table =
                Table.of("siyu.test/1", SHANGHAI, List.of(Heading.text("a")), Rows.of(List.of(new Object[][] {{"x"}})));
        assertThat(render("table", table, new Look(true, false, true, false, 80, true)))
                .isEqualTo("\u001b[1mA\u001b[0m\nx\n");
    }

    /** Rows behind the measured ones stream: nothing is held back, and wider cells take their room. */
    @Test
    void longTablesStream() {
        int[] open = {0};
        Rows rows = sink -> {
            for (int i = 0; i < TableRenderer.MEASURED + 5; i++) {
                open[0]++;
                sink.row(new Object[] {i < TableRenderer.MEASURED ? "x" : "wider", (long) i});
            }
        };
        Table table = Table.of(
                "siyu.test/1", SHANGHAI, List.of(Heading.text("a"), Heading.of("n", Heading.Kind.INTEGER)), rows);
        String[] lines = render("table", table, Look.PLAIN).split("\n");
        assertThat(lines).hasSize(TableRenderer.MEASURED + 6);
        assertThat(lines[1]).isEqualTo("x     0");
        assertThat(lines[TableRenderer.MEASURED]).isEqualTo("x  9999");
        assertThat(lines[TableRenderer.MEASURED + 1]).isEqualTo("wider  10000");
    }

    @Test
    void limitsAndPicksAndEndsEarly() {
        int[] asked = {0};
        Rows rows = sink -> {
            boolean more = true;
            while (more) {
                asked[0]++;
                more = sink.row(new Object[] {"a" + asked[0], "b"});
            }
        };
        Table table = Table.of("siyu.test/1", SHANGHAI, List.of(Heading.text("a"), Heading.text("b")), rows);
        Table picked = Projection.limit(Projection.pick(table, List.of(1, 0, 1)), 2);
        assertThat(render("csv", picked, Look.PLAIN)).isEqualTo("b,a,b\nb,a1,b\nb,a2,b\n");
        assertThat(asked[0]).isEqualTo(2);
        assertThat(render("csv", Projection.limit(table, 0), Look.PLAIN)).isEqualTo("a,b\n");
        assertThat(asked[0]).isEqualTo(2);
    }
}
