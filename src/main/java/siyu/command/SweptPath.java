package siyu.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import siyu.cli.CliCode;
import siyu.core.Problem;

/**
 * One {@code --set} of a sweep: a place of the program and the values it takes one after the other.
 *
 * @param path as in {@code --set}
 * @param values at least one
 */
record SweptPath(String path, List<String> values) {
    private static final int MOST = 10_000;
    private static final Pattern RANGE =
            Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,6})?)\\.\\.(-?[0-9]{1,15}(?:\\.[0-9]{1,6})?)"
                    + ":([0-9]{1,15}(?:\\.[0-9]{1,6})?)([dwmy]?|(?: .*))");

    /** Reads {@code path=a..b:step}, with a unit behind it if need be, or {@code path=a|b|c}. */
    static SweptPath of(String setting) {
        int equals = setting.indexOf('=');
        if (equals <= 0) {
            throw Problem.of(CliCode.BAD_VALUE, "'" + setting + "' for --set is not path=value")
                    .failure();
        }
        String path = setting.substring(0, equals);
        String value = setting.substring(equals + 1);
        Matcher range = RANGE.matcher(value);
        if (!range.matches()) {
            return new SweptPath(path, List.of(value.split("\\|", -1)));
        }
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = new BigDecimal(range.group(2));
        BigDecimal step = new BigDecimal(range.group(3));
        if (step.signum() == 0 || from.compareTo(to) > 0) {
            throw Problem.of(CliCode.BAD_VALUE, "'" + value + "' goes nowhere")
                    .hint("write from..to:step, ascending: 40..120:20")
                    .failure();
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal at = from; at.compareTo(to) <= 0 && values.size() <= MOST; at = at.add(step)) {
            values.add(at.toPlainString() + range.group(4));
        }
        return new SweptPath(path, List.copyOf(values));
    }

    /** All combinations, the last path changing fastest: each is the values in order of the paths. */
    static List<List<String>> grid(List<SweptPath> paths) {
        long size = 1;
        for (SweptPath path : paths) {
            size = Math.min(MOST + 1L, size * path.values().size());
        }
        if (size > MOST) {
            throw Problem.of(CliCode.BAD_VALUE, "a sweep has " + MOST + " scenarios at most")
                    .failure();
        }
        List<List<String>> grid = new ArrayList<>(List.of(List.of()));
        for (SweptPath path : paths) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> before : grid) {
                for (String value : path.values()) {
                    List<String> after = new ArrayList<>(before);
                    after.add(value);
                    longer.add(after);
                }
            }
            grid = longer;
        }
        return grid;
    }

    /** The name of its column. */
    String column() {
        return path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "").toLowerCase(java.util.Locale.ROOT);
    }
}
