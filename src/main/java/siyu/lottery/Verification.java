package siyu.lottery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.core.Failure;
import siyu.core.Place;
import siyu.core.Problem;

/**
 * Works out a lottery again from its published files alone. Every byte of them is covered: the rules by their hash, the other
 * documents because they are written in one way only, each draw by the chain and, once the seed is there, by the commitment.
 *
 * <p>What nobody can see in the files themselves is that all of them were replaced together; so whoever checks compares the
 * commitment with the one that was published at the beginning, and the head with one that was told after a draw.
 */
public final class Verification {
    public static final String RULES = "rules.json";
    public static final String COMMITMENT = "commitment.json";
    public static final String REVEAL = "reveal.json";

    /** Findings that are kept; all are counted. */
    private static final int MOST = 1000;

    private final Map<String, byte[]> files;
    private final List<Finding> findings = new ArrayList<>();
    private long count;

    private String rulesHash = "";
    private String lottery = "";
    private String commitment = "";
    private String seed = "";
    private String head = "";
    private long committedAt = Long.MIN_VALUE;
    private long draws;
    private @Nullable Rules rules;
    private @Nullable RulesReader reveal;
    private @Nullable Spin explained;
    private @Nullable Rules used;
    private @Nullable Wheel wheel;

    private Verification(Map<String, byte[]> files) {
        this.files = files;
    }

    /** The names that files of a lottery may have. */
    public static List<String> names() {
        return List.of(RULES, COMMITMENT, DrawFile.CSV.file(), DrawFile.JSONL.file(), REVEAL);
    }

    /**
     * Checks everything.
     *
     * @param files by name; those that are not there are left out
     * @param published the commitment that was published, or null when it is not at hand
     * @param told a head that was told after a draw, or null
     * @param explain the number of a draw to be explained, or 0
     */
    public static Verification of(
            Map<String, byte[]> files, @Nullable String published, @Nullable String told, long explain) {
        Verification verification = new Verification(files);
        verification.rules();
        verification.commitment(published);
        verification.reveal();
        verification.draws(told, explain);
        return verification;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** All findings, also those that were not kept. */
    public long count() {
        return count;
    }

    public String lottery() {
        return lottery;
    }

    public String commitment() {
        return commitment;
    }

    /** Of the chain after the last draw. */
    public String head() {
        return head;
    }

    public long draws() {
        return draws;
    }

    public boolean revealed() {
        return !seed.isEmpty();
    }

    /** How the draw came about that was to be explained; null when it is not there or the seed is not. */
    public @Nullable Spin explained() {
        return explained;
    }

    /** The prizes that were on the wheel for it, each with its weight then. */
    public List<Prize> wheel() {
        List<Prize> prizes = new ArrayList<>();
        if (used != null && wheel != null) {
            for (int i = 0; i < used.prizes().size(); i++) {
                Prize prize = used.prizes().get(i);
                prizes.add(new Prize(prize.name(), wheel.weight(i), wheel.left(i), prize.cost(), prize.points()));
            }
        }
        return prizes;
    }

    public String seed() {
        return seed;
    }

    void find(String file, long line, String check, String found, String expected) {
        count++;
        if (findings.size() < MOST) {
            findings.add(new Finding(file, line, check, found, expected));
        }
    }

    void same(String file, long line, String check, String found, String expected) {
        if (!found.equals(expected)) {
            find(file, line, check, found, expected);
        }
    }

    /** A file's text; null when it is not there. */
    private @Nullable String text(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException exception) {
            find(file, 0, "encoding", "bytes that are not UTF-8", "UTF-8");
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Reads a document; what is not of its form is a finding, and gives null. */
    private <T> @Nullable T read(String file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Failure failure) {
            for (Problem problem : failure.problems()) {
                Place place = problem.place();
                find(file, place == null ? 0 : place.line(), "form", problem.message(), "a document of a lottery");
            }
            return null;
        }
    }

    /** A document that can only be written in one way. */
    private void form(String file, String text, String written) {
        String[] mine = written.split("\n", -1);
        String[] theirs = text.split("\n", -1);
        for (int i = 0; i < Math.max(mine.length, theirs.length); i++) {
            String expected = i < mine.length ? mine[i] : "nothing more";
            String found = i < theirs.length ? theirs[i] : "nothing more";
            if (!found.equals(expected)) {
                find(file, i + 1, "form", found, expected);
                return;
            }
        }
    }

    private void rules() {
        String text = text(RULES);
        if (text == null) {
            find(RULES, 0, "missing", "no file", "the rules");
            return;
        }
        byte[] bytes = files.get(RULES);
        rulesHash = bytes == null ? "" : Digests.sha256(bytes);
        rules = read(RULES, () -> RulesReader.of(RULES, text).rules());
        lottery = rules == null ? "" : rules.lottery();
    }

    private void commitment(@Nullable String published) {
        String text = text(COMMITMENT);
        if (text == null) {
            find(COMMITMENT, 0, "missing", "no file", "the commitment");
            return;
        }
        RulesReader document = read(COMMITMENT, () -> RulesReader.of(COMMITMENT, text));
        String written = document == null
                ? null
                : read(COMMITMENT, () -> {
                    commitment = document.text("commitment");
                    String hash = document.text("rules_sha256");
                    same(RULES, 0, "rules", rulesHash, hash);
                    rulesHash = hash;
                    same(COMMITMENT, 0, "lottery", document.text("lottery"), lottery);
                    lottery = document.text("lottery");
                    committedAt = time(COMMITMENT, 0, document.text("committed"));
                    return Committed.file(lottery, document.text("committed"), hash, commitment);
                });
        if (written != null) {
            form(COMMITMENT, text, written);
        }
        if (published != null) {
            same(COMMITMENT, 0, "published", commitment, published);
        }
        head = Digests.sha256(text);
    }

    /** A moment in microseconds; one that is not of its form is a finding. */
    long time(String file, long line, String text) {
        try {
            java.time.Instant instant = java.time.Instant.parse(text);
            long micros =
                    Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
            if (Drawn.time(micros).equals(text)) {
                return micros;
            }
        } catch (java.time.DateTimeException | ArithmeticException exception) {
            // Said below.
        }
        find(file, line, "form", text, "a moment such as 2026-03-01T08:00:00Z");
        return Long.MIN_VALUE;
    }

    private void reveal() {
        String text = text(REVEAL);
        if (text == null) {
            return;
        }
        reveal = read(REVEAL, () -> RulesReader.of(REVEAL, text));
        RulesReader document = reveal;
        String written = document == null
                ? null
                : read(REVEAL, () -> {
                    String its = document.text("seed");
                    String at = document.text("revealed");
                    same(REVEAL, 0, "lottery", document.text("lottery"), lottery);
                    time(REVEAL, 0, at);
                    if (Digests.isHex(its, 2 * Digests.SIZE)) {
                        seed = its;
                    } else {
                        find(REVEAL, 0, "form", its, "a seed of 64 hexadecimal digits");
                    }
                    String file = Revealed.file(
                            document.text("lottery"), at, its, document.whole("draws"), document.text("head"));
                    String seal = Revealed.seal(
                            document.text("lottery"), at, its, document.whole("draws"), document.text("head"));
                    same(REVEAL, 0, "seal", document.text("seal"), seal);
                    return file.replace(seal, document.text("seal"));
                });
        if (written != null) {
            form(REVEAL, text, written);
        }
        if (!seed.isEmpty()) {
            String expected = Committed.commitment(lottery, Drawn.time(committedAt), rulesHash, seed);
            same(COMMITMENT, 0, "commitment", commitment, expected);
        }
    }

    private void draws(@Nullable String told, long explain) {
        int there = 0;
        String first = head;
        for (DrawFile form : DrawFile.values()) {
            String text = text(form.file());
            if (text == null) {
                continue;
            }
            there++;
            if (rules != null) {
                DrawCheck check = new DrawCheck(this, form, rules, rulesHash, seed, first, committedAt);
                check.run(text, told, explain);
                draws = check.draws();
                head = check.head();
                if (check.explained() != null) {
                    explained = check.explained();
                    wheel = check.explainedWheel();
                    used = rules;
                }
                end(form.file());
            }
        }
        if (there == 0) {
            find(DrawFile.CSV.file(), 0, "missing", "no file", "the draws");
        }
    }

    /** What revealing says of the last draw. */
    private void end(String file) {
        RulesReader document = reveal;
        if (document == null) {
            return;
        }
        read(REVEAL, () -> {
            same(file, 0, "count", Long.toString(draws), Long.toString(document.whole("draws")));
            same(file, 0, "head", head, document.text("head"));
            return true;
        });
    }
}
