package siyu.lottery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a lottery was closed.
 *
 * @param at when, microseconds
 * @param draws how many there were
 * @param head of the chain after the last one
 */
public record Revealed(long at, long draws, String head) {
    static final String SCHEMA = "siyu.lottery.reveal/1";

    /** What {@code reveal.json} says. */
    public String file(Committed committed) {
        return file(committed.name(), Drawn.time(at), committed.seed(), draws, head);
    }

    static String file(String lottery, String at, String seed, long draws, String head) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("schema", SCHEMA);
        members.put("lottery", lottery);
        members.put("revealed", at);
        members.put("seed", seed);
        members.put("draws", draws);
        members.put("head", head);
        members.put("seal", seal(lottery, at, seed, draws, head));
        return JsonLines.document(members);
    }

    /** Binds what the file says to itself, so that no part of it can be changed by mistake. */
    static String seal(String lottery, String at, String seed, long draws, String head) {
        return Digests.sha256(SCHEMA + "|" + lottery + "|" + at + "|" + seed + "|" + draws + "|" + head);
    }
}
