package siyu.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import siyu.core.AsOf;
import siyu.fact.Attribute;
import siyu.fact.Vocabulary;
import siyu.points.EarnRule;
import siyu.points.Entries;
import siyu.points.Expiry;
import siyu.points.PointsRules;
import siyu.referral.ReferralRules;
import siyu.rule.Definition;
import siyu.rule.Dependencies;
import siyu.rule.Expression;
import siyu.rule.Printer;
import siyu.rule.Window;
import siyu.rule.Windows;

/** What a program means, as rows: everything it names with its type, its text put in one way, and what it leans on. */
public final class Validation {
    /** Referrals for which the steps are worked out. */
    private static final int WORKED_OUT = 12;

    private final Program program;
    private final Vocabulary vocabulary;

    private Validation(Program program) {
        this.program = program;
        this.vocabulary = program.vocabulary();
    }

    /**
     * One thing the program names.
     *
     * @param section the top-level key it stands under
     * @param name its name; of a segment {@code segmentation.segment}, of an event's attribute {@code kind.attribute}
     * @param type the type of its value, or what it is: {@code kind}, {@code segment}
     * @param text the value or the rule, put in one way whatever its layout in the file; empty for attributes
     * @param uses the attributes, kinds and definitions it names itself, in order
     */
    public record Row(String section, String name, String type, String text, List<String> uses) {}

    /**
     * A window of time worked out for one as-of.
     *
     * @param name the row it belongs to
     * @param window as written, {@code 90d}
     * @param from the first moment
     * @param to the moment behind the last one
     * @param first the date of {@code from} in the program's zone
     * @param last the date of the last moment in the window; before {@code first} when the window is empty
     */
    public record Covered(String name, String window, Instant from, Instant to, LocalDate first, LocalDate last) {}

    /**
     * Everything the program names, in the order of sections.
     *
     * @param today for which examples of dates are worked out
     */
    public static List<Row> rows(Program program, LocalDate today) {
        Validation validation = new Validation(program);
        List<Row> rows = new ArrayList<>();
        validation.basics(rows);
        validation.facts(rows);
        // In the order of sections, not of dependence, which is the order they come in.
        for (String section : List.of("metrics", "segmentations", "scores", "tags")) {
            for (Definition definition : program.definitions().all()) {
                if (section(definition).equals(section)) {
                    validation.definition(definition, rows);
                }
            }
        }
        validation.points(rows, today);
        validation.referral(rows);
        LevelMeaning.rows(program, rows);
        return rows;
    }

    /** Every window but {@code ever} that a definition speaks of, worked out; each once for a row. */
    public static List<Covered> windows(Program program, AsOf asOf) {
        List<Covered> covered = new ArrayList<>();
        for (Definition definition : program.definitions().all()) {
            if (definition instanceof Definition.Segmentation segmentation) {
                for (Definition.Segment segment : segmentation.segments()) {
                    cover(segmentation.name() + "." + segment.name(), segment.rule(), asOf, covered);
                }
            } else {
                for (Expression expression : Dependencies.expressions(definition)) {
                    cover(definition.name(), expression, asOf, covered);
                }
            }
        }
        return covered;
    }

    private void basics(List<Row> rows) {
        rows.add(new Row("program", "program", "text", program.name(), List.of()));
        rows.add(new Row("timezone", "timezone", "zone", vocabulary.zone().getId(), List.of()));
        String money = vocabulary.currency() + ", " + vocabulary.decimals() + " decimals";
        rows.add(new Row("currency", "currency", "currency", money, List.of()));
        if (program.data() != null) {
            rows.add(new Row(
                    "data",
                    "data",
                    "path",
                    program.root().relativize(program.data()).toString(),
                    List.of()));
        }
    }

    private void facts(List<Row> rows) {
        for (Attribute attribute : vocabulary.customer()) {
            if (!attribute.builtIn()) {
                rows.add(new Row("customers", attribute.name(), attribute.type().toString(), "", List.of()));
            }
        }
        for (int kind = 0; kind < vocabulary.kinds().size(); kind++) {
            String name = vocabulary.kinds().get(kind);
            rows.add(new Row("events", name, "kind", "", List.of()));
            for (Attribute attribute : vocabulary.event()) {
                if (!attribute.builtIn() && vocabulary.attributesOf(kind).contains(attribute.name())) {
                    String type = attribute.type().toString();
                    rows.add(new Row("events", name + "." + attribute.name(), type, "", List.of()));
                }
            }
        }
    }

    private void definition(Definition definition, List<Row> rows) {
        String section = section(definition);
        String type = definition.type().toString();
        if (definition instanceof Definition.Segmentation segmentation) {
            rows.add(new Row(section, segmentation.name(), type, otherwise(segmentation), List.of()));
            for (Definition.Segment segment : segmentation.segments()) {
                String text = Printer.text(vocabulary, segment.rule());
                String name = segmentation.name() + "." + segment.name();
                rows.add(new Row(section, name, "segment", text, uses(segment.rule())));
            }
            return;
        }
        Expression expression = Dependencies.expressions(definition).get(0);
        String text = Printer.text(vocabulary, expression);
        if (definition instanceof Definition.Score score) {
            type = "1 to "
                    + (score.quantiles() > 0 ? score.quantiles() : score.cuts().size() + 1);
            text = text + "; " + ranking(score);
        }
        rows.add(new Row(section, definition.name(), type, text, uses(expression)));
    }

    private void points(List<Row> rows, LocalDate today) {
        PointsRules points = program.points();
        if (points.earn().isEmpty()) {
            return;
        }
        rows.add(new Row("points", "expiry", "date", ends(points.expiry(), today), List.of()));
        for (EarnRule rule : points.earn()) {
            String kind = vocabulary.kinds().get(rule.kind());
            Expression when = rule.when();
            rows.add(new Row(
                    "points",
                    rule.name(),
                    "on " + kind,
                    (when == null ? "" : "when " + Printer.text(vocabulary, when) + "; ")
                            + (rule.pending().amount() == 0 ? "" : "usable after " + rule.pending() + "; ")
                            + ends(rule.expiry(), today),
                    List.of(kind)));
        }
    }

    private static String ends(Expiry expiry, LocalDate today) {
        int last = expiry.lastDay(Math.toIntExact(today.toEpochDay()));
        return last == Entries.NEVER
                ? "never ends"
                : "ends after " + expiry + ": earned on " + today + ", usable through " + LocalDate.ofEpochDay(last);
    }

    private void referral(List<Row> rows) {
        ReferralRules rules = program.referral();
        if (rules == null) {
            return;
        }
        String condition = Printer.text(vocabulary, rules.qualifies());
        rows.add(new Row("referral", "qualifies", "boolean", condition, uses(rules.qualifies())));
        String times = "within " + rules.within() + ", paid " + rules.delay() + " later";
        rows.add(new Row("referral", "within", "duration", times, List.of()));
        StringBuilder table = new StringBuilder("1…" + WORKED_OUT + ":");
        for (int n = 0; n < WORKED_OUT; n++) {
            String amount = rules.award().of(rules.tiers().next(n)).text(vocabulary);
            table.append(' ').append(amount, 0, amount.indexOf(' '));
        }
        table.append(", in all ")
                .append(rules.award().of(rules.tiers().total(WORKED_OUT)).text(vocabulary));
        rows.add(new Row("referral", "tiers", rules.tiers().mode().word(), table.toString(), List.of()));
    }

    private static String otherwise(Definition.Segmentation segmentation) {
        String otherwise = segmentation.otherwise();
        if (otherwise != null) {
            return "otherwise " + otherwise;
        }
        return segmentation.total() ? "otherwise error: nobody may be left over" : "otherwise none";
    }

    private String ranking(Definition.Score score) {
        StringBuilder text = new StringBuilder();
        if (score.quantiles() > 0) {
            text.append(score.quantiles()).append(" equal parts, ties ").append(score.tiesFirst() ? "first" : "same");
        } else {
            text.append("cuts");
            for (Expression.Literal cut : score.cuts()) {
                text.append(' ').append(Printer.text(vocabulary, cut));
            }
        }
        return text.append(score.lowIsBest() ? ", low is best" : ", high is best")
                .toString();
    }

    private static String section(Definition definition) {
        if (definition instanceof Definition.Metric) {
            return "metrics";
        }
        if (definition instanceof Definition.Tag) {
            return "tags";
        }
        return definition instanceof Definition.Score ? "scores" : "segmentations";
    }

    private List<String> uses(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        collect(expression, "any", names);
        return List.copyOf(names);
    }

    /** @param kind the kind of event that an event's attribute belongs to here */
    private void collect(Expression expression, String kind, Set<String> names) {
        String inner = kind;
        if (expression instanceof Expression.CustomerAttribute attribute) {
            names.add(vocabulary.customer().get(attribute.index()).name());
        } else if (expression instanceof Expression.EventAttribute attribute) {
            names.add(kind + "." + vocabulary.event().get(attribute.index()).name());
        } else if (expression instanceof Expression.Reference reference) {
            names.add(reference.definition().name());
        } else if (expression instanceof Expression.Aggregate aggregate) {
            inner = aggregate.kind() < 0 ? "any" : vocabulary.kinds().get(aggregate.kind());
            names.add(inner);
        }
        for (Expression operand : Dependencies.operands(expression)) {
            collect(operand, inner, names);
        }
    }

    private static void cover(String name, Expression expression, AsOf asOf, List<Covered> covered) {
        if (expression instanceof Expression.Aggregate aggregate
                && aggregate.window().unit() != Window.Unit.EVER) {
            Covered example = covered(name, aggregate.window(), asOf);
            if (!covered.contains(example)) {
                covered.add(example);
            }
        }
        for (Expression operand : Dependencies.operands(expression)) {
            cover(name, operand, asOf, covered);
        }
    }

    private static Covered covered(String name, Window window, AsOf asOf) {
        Window.Bounds bounds = Windows.bounds(window, asOf);
        ZoneId zone = asOf.zone();
        Instant to = instant(bounds.to());
        LocalDate last = LocalDate.ofInstant(instant(bounds.to() - 1), zone);
        Instant from = instant(bounds.from());
        return new Covered(name, Printer.window(window), from, to, LocalDate.ofInstant(from, zone), last);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
    }
}
