package siyu.group;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a file: which state of the data file it was made for, and who joins which group. Tab-separated lines, the last one with
 * the SHA-256 of all before it.
 *
 * @param head of the data file
 * @param stays the memberships it adds
 * @param joined how many of them are of which kind
 */
public record PlanFile(String head, List<Stay> stays, Map<String, Long> joined) {
    private static final String FIRST = "siyu.assign_group.plan/1";

    /**
     * The text of the file.
     *
     * @param customers external ids by number, asked in order of number
     */
    public static byte[] write(String head, List<GroupPlan> plans, IntFunction<String> customers) {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        text.append("head\t").append(head).append('\n');
        for (GroupPlan plan : plans) {
            for (Stay stay : plan.stays()) {
                text.append("join\t").append(plan.kind().name());
                text.append('\t')
                        .append(plan.groups().get(plan.group()[stay.customer()]).id());
                text.append('\t').append(customers.apply(stay.customer()));
                text.append('\t').append(stay.customer());
                text.append('\t').append(stay.group());
                text.append('\t').append(stay.joined()).append('\n');
            }
        }
        return sealed(text);
    }

    private static byte[] sealed(StringBuilder text) {
        String hash = hash(text.toString().getBytes(StandardCharsets.UTF_8));
        return text.append("sha256\t").append(hash).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java has SHA-256", exception);
        }
    }

    /** What a file says, or null when it is not a whole plan. */
    public static @Nullable PlanFile read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int last = text.lastIndexOf("sha256\t");
        if (!text.startsWith(FIRST + "\nhead\t") || last < 0) {
            return null;
        }
        String body = text.substring(0, last);
        String hash = hash(body.getBytes(StandardCharsets.UTF_8));
        if (!text.substring(last).equals("sha256\t" + hash + "\n")) {
            return null;
        }
        String[] lines = body.split("\n", -1);
        List<Stay> stays = new ArrayList<>();
        Map<String, Long> joined = new LinkedHashMap<>();
        for (int i = 2; i < lines.length - 1; i++) {
            String[] parts = lines[i].split("\t", -1);
            joined.merge(parts[1], 1L, Long::sum);
            stays.add(new Stay(
                    Integer.parseInt(parts[4]), Integer.parseInt(parts[5]), Integer.parseInt(parts[6]), Stay.OPEN));
        }
        return new PlanFile(lines[1].substring("head\t".length()), List.copyOf(stays), joined);
    }
}
