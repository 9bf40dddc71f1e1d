package siyu.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Published files that are sound pass; whatever is changed about them is found and named. */
class VerificationTest {
    private static final long AT = 1_772_323_200_000_000L;
    private static final long DAY = 86_400_000_000L;
    private static final List<Prize> PRIZES = List.of(
            new Prize("phone", 1, 1, 399_900, 0),
            new Prize("coupon", 60, 5, 2000, 0),
            new Prize("thanks", 139, Prize.UNLIMITED, 0, 0));

    /** Customers as awkward as ids can be. */
    private static final List<String> IDS = List.of(
            "C1", "C,2", "C\"3\"", "C\n4", "周 5", "C|6", "{\"7\": \"\\\"}", "C\u001b8", "C'9", "C\r\n10", "\"", ",,,");

    /** A lottery of thirty draws on three days, as it is published. */
    private static Map<String, byte[]> files(DrawFile form, boolean hashed) {
        return files(form, hashed, 10);
    }

    private static Map<String, byte[]> files(DrawFile form, boolean hashed, int perDay) {
        SplittableRandom random = new SplittableRandom(7);
        State state = RandomLottery.fresh(RandomLottery.with(PRIZES, hashed), random, AT);
        ByteArrayOutputStream draws = new ByteArrayOutputStream();
        draws.writeBytes(form.header());
        for (int day = 0; day < 3; day++) {
            List<DrawPlan.Turn> turns = new ArrayList<>();
            for (int i = 0; i < perDay; i++) {
                turns.add(new DrawPlan.Turn(i, IDS.get((i + day) % IDS.size()), 1));
            }
            DrawPlan plan = DrawPlan.of(state, new Batch("spring", "", "", 1, 0, 0), turns, AT + day * DAY);
            plan.drawn().forEach(drawn -> draws.writeBytes(form.row(drawn)));
            state = RandomLottery.after(plan);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Verification.RULES, utf8(state.committed().text()));
        files.put(Verification.COMMITMENT, utf8(state.committed().file()));
        files.put(form.file(), draws.toByteArray());
        Revealed revealed = new Revealed(AT + 3 * DAY, state.draws(), state.head());
        files.put(Verification.REVEAL, utf8(revealed.file(state.committed())));
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Verification verify(Map<String, byte[]> files) {
        return Verification.of(files, null, null, 0);
    }

    @ParameterizedTest
    @EnumSource(DrawFile.class)
    void soundFilesPass(DrawFile form) {
        for (boolean hashed : new boolean[] {true, false}) {
            Verification verification = verify(files(form, hashed));
            assertThat(verification.findings()).isEmpty();
            assertThat(verification.draws()).isEqualTo(30);
            assertThat(verification.revealed()).isTrue();
            String commitment = verification.commitment();
            assertThat(Verification.of(files(form, hashed), commitment, verification.head(), 0)
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void filesOfAnOpenLotteryPassWithoutTheirSeed() {
        Map<String, byte[]> files = files(DrawFile.CSV, true);
        files.remove(Verification.REVEAL);
        assertThat(verify(files).findings()).isEmpty();
        assertThat(verify(files).revealed()).isFalse();
    }

    /** Every byte of every file: another one, gone, and one more. */
    @ParameterizedTest
    @EnumSource(DrawFile.class)
    void everyByteCounts(DrawFile form) {
        Map<String, byte[]> sound = files(form, false, 4);
        SplittableRandom random = new SplittableRandom(3);
        int damages = 0;
        for (Map.Entry<String, byte[]> file : sound.entrySet()) {
            byte[] bytes = file.getValue();
            for (int at = 0; at < bytes.length; at++) {
                byte[] other = bytes.clone();
                other[at] ^= (byte) (1 << random.nextInt(8));
                byte[] gone = new byte[bytes.length - 1];
                System.arraycopy(bytes, 0, gone, 0, at);
                System.arraycopy(bytes, at + 1, gone, at, gone.length - at);
                byte[] more = new byte[bytes.length + 1];
                System.arraycopy(bytes, 0, more, 0, at);
                more[at] = (byte) ' ';
                System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
                for (byte[] damaged : List.of(other, gone, more)) {
                    if (!Arrays.equals(damaged, bytes)) {
                        Map<String, byte[]> files = new LinkedHashMap<>(sound);
                        files.put(file.getKey(), damaged);
                        assertThat(verify(files).findings())
                                .as("%s, byte %d of %d", file.getKey(), at, bytes.length)
                                .isNotEmpty();
                        damages++;
                    }
                }
            }
        }
        assertThat(damages).isGreaterThan(5000);
    }

    /** What is found is named: file, line (0 for the whole file), check. */
    @Test
    void damageIsNamed() {
        String draws = DrawFile.CSV.file();
        damage(
                "a row is gone",
                draws,
                lines -> lines.remove(5),
                draws + ":6 order",
                draws + ":6 chain",
                draws + ":0 count");
        damage(
                "a row is there twice",
                draws,
                lines -> lines.add(5, lines.get(5)),
                draws + ":7 order",
                draws + ":7 chain");
        damage("rows are in another order", draws, lines -> lines.add(5, lines.remove(6)), draws + ":6 order");
        damage(
                "the last row is gone",
                draws,
                lines -> lines.remove(lines.size() - 1),
                draws + ":0 count",
                draws + ":0 head");
        damage(
                "all rows are gone",
                draws,
                lines -> lines.subList(1, lines.size()).clear(),
                draws + ":0 count");
        damage("the titles are gone", draws, lines -> lines.remove(0), draws + ":1 form");
        damage("a draw is of another customer", draws, cell(4, 2, "f".repeat(32)), draws + ":5 chain");
        damage("a customer is no hash", draws, cell(4, 2, "C1"), draws + ":5 customer", draws + ":5 chain");
        damage("a draw wins the phone", draws, cell(4, 3, "phone"), draws + ":5 prize", draws + ":5 chain");
        damage("a draw wins what is not there", draws, cell(4, 3, "car"), draws + ":5 prize", draws + ":5 chain");
        damage(
                "a draw is a second earlier",
                draws,
                cell(4, 1, "2026-02-28T23:59:59Z"),
                draws + ":5 time",
                draws + ":5 chain");
        damage("a moment is written otherwise", draws, cell(4, 1, "2026-03-01T00:00:00.000Z"), draws + ":5 form");
        damage("a draw has another number", draws, cell(4, 0, "40"), draws + ":5 order", draws + ":5 chain");
        damage("a number begins with zero", draws, cell(4, 0, "04"), draws + ":5 order");
        damage("a head is another one", draws, cell(4, 4, "0".repeat(64)), draws + ":5 chain", draws + ":6 chain");
        damage(
                "a weight is another one",
                Verification.RULES,
                swap("\"weight\": 60", "\"weight\": 61"),
                "rules.json:0 rules");
        damage(
                "a stock is another one",
                Verification.RULES,
                swap("\"stock\": 5", "\"stock\": 6"),
                "rules.json:0 rules");
        damage("a prize costs less", Verification.RULES, swap("3999.00", "3998.00"), "rules.json:0 rules");
        damage(
                "the rules have a space more",
                Verification.RULES,
                swap("\"weight\": 60", "\"weight\":  60"),
                "rules.json:0 rules");
        damage(
                "the commitment is later",
                Verification.COMMITMENT,
                swap("00:00:00Z", "00:00:01Z"),
                "commitment.json:0 commitment");
        damage(
                "the commitment is another one",
                Verification.COMMITMENT,
                swap("\"commitment\": \".", "\"commitment\": \"x"),
                "commitment.json:0 commitment");
        damage(
                "the seed is another one",
                Verification.REVEAL,
                swap("\"seed\": \"..", "\"seed\": \"00"),
                "reveal.json:0 seal",
                "commitment.json:0 commitment");
        damage("the end is later", Verification.REVEAL, swap("2026-03-04", "2026-03-05"), "reveal.json:0 seal");
        damage(
                "there are fewer draws",
                Verification.REVEAL,
                swap("\"draws\": 30", "\"draws\": 29"),
                "reveal.json:0 seal",
                draws + ":0 count");
        damage("a file has a line more", Verification.REVEAL, lines -> lines.add(""), "reveal.json:11 form");
        damage("a document is none", Verification.COMMITMENT, lines -> lines.remove(0), "commitment.json:1 form");
        damage(
                "another lottery's",
                Verification.COMMITMENT,
                swap("\"spring\"", "\"summer\""),
                "commitment.json:0 lottery");
    }

    private interface Damage {
        void to(List<String> lines);
    }

    private static Damage cell(int line, int cell, String value) {
        return lines -> {
            List<String> cells = new ArrayList<>(List.of(lines.get(line).split(",")));
            cells.set(cell, value);
            lines.set(line, String.join(",", cells));
        };
    }

    private static Damage swap(String pattern, String value) {
        return lines -> {
            UnaryOperator<String> change = line -> line.replaceFirst(pattern, value);
            List<String> before = List.copyOf(lines);
            lines.replaceAll(change);
            assertThat(lines).as(pattern).isNotEqualTo(before);
        };
    }

    private static void damage(String what, String file, Damage damage, String... named) {
        Map<String, byte[]> files = files(DrawFile.CSV, true);
        List<String> lines = new ArrayList<>(List.of(new String(files.get(file), StandardCharsets.UTF_8).split("\n")));
        damage.to(lines);
        files.put(file, utf8(String.join("\n", lines) + "\n"));
        List<String> found = verify(files).findings().stream()
                .map(finding -> finding.file() + ":" + finding.line() + " " + finding.check())
                .toList();
        assertThat(found).as(what).contains(named);
    }

    @Test
    void missingFilesAreNamed() {
        for (String file : List.of(Verification.RULES, Verification.COMMITMENT, DrawFile.CSV.file())) {
            Map<String, byte[]> files = files(DrawFile.CSV, true);
            files.remove(file);
            assertThat(verify(files).findings())
                    .as(file)
                    .contains(new Finding(
                            file,
                            0,
                            "missing",
                            "no file",
                            switch (file) {
                                case Verification.RULES -> "the rules";
                                case Verification.COMMITMENT -> "the commitment";
                                default -> "the draws";
                            }));
        }
    }

    /** Files that were all made anew with another seed are told by what was published before. */
    @Test
    void whatWasPublishedBeforeTellsFilesMadeAnew() {
        Map<String, byte[]> files = files(DrawFile.CSV, true);
        Verification verification = Verification.of(files, "0".repeat(64), "1".repeat(64), 0);
        assertThat(verification.findings()).extracting(Finding::check).containsExactly("published", "told");
    }

    /** Draws beyond the limit, the stock and the dates, in files that are sound otherwise. */
    @Test
    void drawsAgainstTheRulesAreFound() {
        SplittableRandom random = new SplittableRandom(9);
        State state = RandomLottery.fresh(RandomLottery.with(PRIZES, false), random, AT - 2 * DAY);
        ByteArrayOutputStream draws = new ByteArrayOutputStream();
        draws.writeBytes(DrawFile.CSV.header());
        // Four on a day with a limit of three, a day before the first one.
        DrawPlan plan = DrawPlan.of(
                state, new Batch("spring", "", "", 4, 0, 0), List.of(new DrawPlan.Turn(0, "C1", 4)), AT - DAY);
        plan.drawn().forEach(drawn -> draws.writeBytes(DrawFile.CSV.row(drawn)));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Verification.RULES, utf8(state.committed().text()));
        files.put(Verification.COMMITMENT, utf8(state.committed().file()));
        files.put(DrawFile.CSV.file(), draws.toByteArray());
        assertThat(verify(files).findings())
                .extracting(finding -> finding.line() + " " + finding.check())
                .containsExactly("2 time", "3 time", "4 time", "5 time", "5 limit");
    }

    @Test
    void aDrawIsExplained() {
        Verification verification = Verification.of(files(DrawFile.CSV, true), null, null, 30);
        Spin spin = verification.explained();
        assertThat(spin).isNotNull();
        assertThat(verification.wheel()).hasSize(3);
        assertThat(Verification.of(files(DrawFile.CSV, true), null, null, 31).explained())
                .isNull();
    }
}
