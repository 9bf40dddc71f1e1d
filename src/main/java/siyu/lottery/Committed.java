package siyu.lottery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Vocabulary;

/**
 * A lottery that is committed to. The commitment is SHA-256 over the name, the moment, the hash of the rules and the seed; it is
 * published at once, and binds all four.
 *
 * @param number in the data file, from 1
 * @param at when, microseconds
 * @param text of the rules, as they are published
 * @param seed hexadecimal; a secret until it is revealed
 * @param salt hexadecimal, never published; empty when customers are published by their ids
 */
public record Committed(int number, String name, long at, Rules rules, String text, String seed, String salt) {
    static final String SCHEMA = "siyu.lottery.commitment/1";

    /** A commitment to the rules that a program gives now. */
    public static Committed of(Lottery lottery, Vocabulary vocabulary, long at, byte[] seed, byte[] salt) {
        Rules rules = Rules.of(lottery, vocabulary, Digests.sha256(salt));
        return new Committed(
                0,
                lottery.name(),
                at,
                rules,
                rules.text(),
                Digests.hex(seed),
                lottery.hashed() ? Digests.hex(salt) : "");
    }

    /** SHA-256 of the rules. */
    public String rulesHash() {
        return Digests.sha256(text);
    }

    public String commitment() {
        return commitment(name, Drawn.time(at), rulesHash(), seed);
    }

    static String commitment(String name, String at, String rulesHash, String seed) {
        return Digests.sha256(message(name, at, rulesHash, seed));
    }

    static String message(String name, String at, String rulesHash, String seed) {
        return SCHEMA + "|" + name + "|" + at + "|" + rulesHash + "|" + seed;
    }

    /** What {@code commitment.json} says. */
    public String file() {
        return file(name, Drawn.time(at), rulesHash(), commitment());
    }

    static String file(String name, String at, String rulesHash, String commitment) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("schema", SCHEMA);
        members.put("lottery", name);
        members.put("committed", at);
        members.put("rules_sha256", rulesHash);
        members.put("commitment", commitment);
        return JsonLines.document(members);
    }

    /** The head of the chain before the first draw: SHA-256 of {@code commitment.json}. */
    public String firstHead() {
        return Digests.sha256(file());
    }

    /** What the program says otherwise now, in words; null when it says the same. */
    public @Nullable String difference(Lottery lottery, Vocabulary vocabulary) {
        // Whoever publishes ids has no salt; any will show that hashes are wanted now.
        String its = rules.hashed() ? rules.salt() : Digests.sha256("");
        return Rules.of(lottery, vocabulary, its).difference(rules);
    }

    /** How a customer is published. */
    public Names names() {
        return new Names(salt);
    }
}
