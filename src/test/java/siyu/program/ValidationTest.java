package siyu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.AsOf;

class ValidationTest {
    private static final String YAML = """
            program: x
            timezone: Asia/Shanghai
            currency: CNY
            data: data/x
            customers: {risk: [low, high], aum: money}
            events: {purchase: {category: text}, login: {}}
            metrics:
              spend:   sum( purchase[category='a' or risk = 'low'].amount,   90d )
              late: spend + sum(purchase.amount, last_month)
            segmentations:
              ring:
                segments: {inner: spend > 100 and ring2 = 'a', outer: "not (aum < 5.5)"}
                otherwise: error
              ring2:
                segments: {a: "count(any, 12h) > 0"}
                otherwise: rest
            scores:
              s: {of: spend, quantiles: 5, best: low, ties: first}
              t: {of: late, cuts: [1, 2.5]}
            tags:
              tag: has_tag('other')
              other: "false"
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Program program(String yaml) throws IOException {
        Files.writeString(folder.resolve("siyu.yaml"), yaml);
        return ProgramReader.read(folder, List.of());
    }

    @Test
    void rowsSayWhatTheProgramMeans() throws IOException {
        StringBuilder shown = new StringBuilder();
        for (Validation.Row row : Validation.rows(program(YAML), java.time.LocalDate.of(2026, 3, 1))) {
            shown.append(row.section())
                    .append(" | ")
                    .append(row.name())
                    .append(" | ")
                    .append(row.type());
            shown.append(" | ").append(row.text());
            shown.append(" |").append(row.uses().isEmpty() ? "" : " ");
            shown.append(String.join(" ", row.uses())).append('\n');
        }
        assertThat(shown).hasToString("""
                        program | program | text | x |
                        timezone | timezone | zone | Asia/Shanghai |
                        currency | currency | currency | CNY, 2 decimals |
                        data | data | path | data/x |
                        customers | risk | one of low, high |  |
                        customers | aum | money |  |
                        events | purchase | kind |  |
                        events | purchase.category | text |  |
                        events | login | kind |  |
                        metrics | spend | money | sum(purchase[category = 'a' or risk = 'low'].amount, 90d) | purchase purchase.category risk purchase.amount
                        metrics | late | money | spend + sum(purchase.amount, last_month) | spend purchase purchase.amount
                        segmentations | ring2 | one of a, rest | otherwise rest |
                        segmentations | ring2.a | segment | count(any, 12h) > 0 | any
                        segmentations | ring | one of inner, outer | otherwise error: nobody may be left over |
                        segmentations | ring.inner | segment | spend > 100.00 and ring2 = 'a' | spend ring2
                        segmentations | ring.outer | segment | not aum < 5.50 | aum
                        scores | s | 1 to 5 | spend; 5 equal parts, ties first, low is best | spend
                        scores | t | 1 to 3 | late; cuts 1.00 2.50, high is best | late
                        tags | other | boolean | false |
                        tags | tag | boolean | other | other
                        """);
    }

    @Test
    void windowsAreWorkedOut() throws IOException {
        Program program = program(YAML);
        AsOf asOf = AsOf.date(LocalDate.of(2026, 3, 31), program.vocabulary().zone());
        assertThat(Validation.windows(program, asOf))
                .extracting(Object::toString)
                .containsExactly(
                        "Covered[name=spend, window=90d, from=2025-12-31T16:00:00Z, to=2026-03-31T16:00:00Z,"
                                + " first=2026-01-01, last=2026-03-31]",
                        "Covered[name=late, window=last_month, from=2026-01-31T16:00:00Z, to=2026-02-28T16:00:00Z,"
                                + " first=2026-02-01, last=2026-02-28]",
                        "Covered[name=ring2.a, window=12h, from=2026-03-31T04:00:00Z, to=2026-03-31T16:00:00Z,"
                                + " first=2026-03-31, last=2026-03-31]");
    }

    /** A rule's version changes with what it means, also by way of what it names, and not with how it is written. */
    @Test
    void textsFollowTheMeaning() throws IOException {
        Map<String, String> before = program(YAML).texts();
        Map<String, String> laidOut = program(YAML.replace(
                        "{inner: spend > 100 and ring2 = 'a',", "{inner: '((spend>100.00) and  ring2 = ''a'')',"))
                .texts();
        assertThat(laidOut).isEqualTo(before);
        Map<String, String> changed = program(YAML.replace("90d", "91d")).texts();
        for (String leaning : List.of("spend", "late", "ring", "s", "t")) {
            assertThat(changed.get(leaning)).as(leaning).isNotEqualTo(before.get(leaning));
        }
        for (String apart : List.of("ring2", "tag", "other")) {
            assertThat(changed.get(apart)).as(apart).isEqualTo(before.get(apart));
        }
    }

    @Test
    void hashFollowsFilesAndOverrides() throws IOException {
        String first = program(YAML).hash();
        assertThat(first).hasSize(64).isEqualTo(program(YAML).hash());
        assertThat(program(YAML + "# more\n").hash()).isNotEqualTo(first);
        program(YAML);
        assertThat(ProgramReader.read(folder, List.of("metrics.spend=aum")).hash())
                .isNotEqualTo(first);
    }

    @Test
    void overridesAndOtherFilesTakePlace() throws IOException {
        program(YAML);
        Program changed =
                ProgramReader.read(folder, List.of("segmentations.ring.otherwise=none", "scores.t.cuts[1]=7"));
        assertThat(changed.texts().get("ring")).contains("otherwise none");
        assertThat(changed.texts().get("t")).contains("cuts 1.00 7.00");
        Path other = Files.writeString(folder.resolve("other.yaml"), "tags: {tag: aum > 1, other: 'true'}\n");
        Program against = ProgramReader.read(folder, List.of(), other);
        assertThat(against.texts().get("tag")).isEqualTo("tag aum > 1.00");
        assertThat(against.texts().get("spend")).isEqualTo(changed.texts().get("spend"));
        assertThat(against.data()).isEqualTo(folder.resolve("data/x"));
    }
}
