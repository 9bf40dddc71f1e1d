package siyu.lottery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Vocabulary;
import siyu.rule.Definition;
import siyu.rule.Dependencies;
import siyu.rule.Printer;

/**
 * The rules of a lottery as they are committed to: what {@code rules.json} says, byte by byte, whose SHA-256 is in every message
 * that is drawn by.
 *
 * @param salt SHA-256 of the salt that customers are hashed with; empty when they are published by their ids
 * @param when who may draw, in canonical words; null for everybody
 * @param tickets how many draws a customer has, in canonical words; null when only the limit says
 * @param leansOn the definitions behind these two, each as {@code name is …}
 */
public record Rules(
        String lottery,
        ZoneId zone,
        String currency,
        int decimals,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String salt,
        @Nullable String when,
        @Nullable String tickets,
        List<String> leansOn,
        @Nullable Limit limit,
        @Nullable Long budget,
        List<Prize> prizes) {
    static final String SCHEMA = "siyu.lottery.rules/1";

    /** The rules that a program gives a lottery now. */
    public static Rules of(Lottery lottery, Vocabulary vocabulary, String salt) {
        Map<String, String> leansOn = new LinkedHashMap<>();
        return new Rules(
                lottery.name(),
                vocabulary.zone(),
                vocabulary.currency(),
                vocabulary.decimals(),
                lottery.from(),
                lottery.until(),
                lottery.hashed() ? salt : "",
                text(lottery.when(), vocabulary, leansOn),
                text(lottery.tickets(), vocabulary, leansOn),
                List.copyOf(leansOn.values()),
                lottery.limit(),
                lottery.budget(),
                lottery.prizes());
    }

    private static @Nullable String text(
            Lottery.@Nullable Asked asked, Vocabulary vocabulary, Map<String, String> leansOn) {
        if (asked == null) {
            return null;
        }
        for (Definition other : Dependencies.of(asked.expression())) {
            leansOn.put(other.name(), other.name() + " is " + Printer.text(vocabulary, other));
        }
        return Printer.text(vocabulary, asked.expression());
    }

    public boolean hashed() {
        return !salt.isEmpty();
    }

    /** All weights together. */
    public long weights() {
        return prizes.stream().mapToLong(Prize::weight).sum();
    }

    /** The index of a prize, or -1. */
    int prize(String name) {
        for (int i = 0; i < prizes.size(); i++) {
            if (prizes.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public BigDecimal money(long minor) {
        return BigDecimal.valueOf(minor, decimals);
    }

    /** As it is published. */
    public String text() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("schema", SCHEMA);
        members.put("lottery", lottery);
        members.put("timezone", zone.getId());
        members.put("currency", currency);
        members.put("decimals", decimals);
        members.put("from", from);
        members.put("until", until);
        members.put("customers", hashed() ? "hashed" : "ids");
        members.put("salt_sha256", hashed() ? salt : null);
        members.put("when", when);
        members.put("tickets", tickets);
        members.put("leans_on", leansOn);
        members.put("limit", limit == null ? null : limit(limit));
        members.put("budget", budget == null ? null : money(budget));
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Prize prize : prizes) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("name", prize.name());
            one.put("weight", prize.weight());
            one.put("stock", prize.limited() ? prize.stock() : null);
            one.put("cost", money(prize.cost()));
            one.put("points", prize.points());
            all.add(one);
        }
        members.put("prizes", all);
        return JsonLines.document(members);
    }

    private static Map<String, Object> limit(Limit limit) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("times", limit.times());
        members.put("per", limit.per().word());
        return members;
    }

    public String hash() {
        return Digests.sha256(text());
    }

    /** What is not as it was committed to, in words; null when nothing is. */
    public @Nullable String difference(Rules committed) {
        String[] now = text().split("\n", -1);
        String[] then = committed.text().split("\n", -1);
        for (int i = 0; i < Math.max(now.length, then.length); i++) {
            String mine = i < now.length ? now[i].strip() : "";
            String theirs = i < then.length ? then[i].strip() : "";
            if (!mine.equals(theirs)) {
                return words(mine) + " now, " + words(theirs) + " when it was committed";
            }
        }
        return null;
    }

    private static String words(String line) {
        String text = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
        return text.isEmpty() || text.equals("]") || text.equals("}") ? "nothing more" : text;
    }
}
