package siyu.report;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.core.Failure;
import siyu.core.Nearest;
import siyu.fact.Needs;
import siyu.fact.Vocabulary;

/**
 * A question to a report.
 *
 * @param dates the window
 * @param options what was given of the options, by option
 */
public record Asked(Facts facts, Dates dates, Groups groups, Map<Option, List<String>> options) {
    /** The first text given for an option, or null. */
    @Nullable
    String text(Option option) {
        List<String> texts = texts(option);
        return texts.isEmpty() ? null : texts.get(0);
    }

    List<String> texts(Option option) {
        return options.getOrDefault(option, List.of());
    }

    Unit unit(Unit initial) {
        String text = text(Option.UNIT);
        return text == null ? initial : Unit.of(text);
    }

    /** By index of the vocabulary's kinds: whether an event of it counts; all do when none is named. */
    boolean[] kinds() {
        List<String> names = texts(Option.KIND);
        boolean[] kinds = new boolean[facts.vocabulary().kinds().size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = names.isEmpty();
        }
        names.forEach(name -> kinds[kind(name, "--kind")] = true);
        return kinds;
    }

    /** The kinds that count, for people. */
    String kindsText() {
        return texts(Option.KIND).isEmpty() ? "any kind" : String.join(" or ", texts(Option.KIND));
    }

    /** The index of a kind of event. */
    int kind(String name, String flag) {
        int kind = facts.vocabulary().kind(name);
        if (kind < 0) {
            String nearest = Nearest.hint(name, facts.vocabulary().kinds());
            throw ReportCode.UNKNOWN_KIND
                    .problem("the program has no kind of event '" + name + "'")
                    .hint(nearest == null ? "name one by " + flag + " KIND" : nearest)
                    .failure();
        }
        return kind;
    }

    /** The kind that is a sale. */
    int purchase() {
        String given = text(Option.PURCHASE);
        return kind(given == null ? "purchase" : given, "--purchase");
    }

    /** The kind that is a sale, or -1 when none was named and the program has no purchases. */
    int purchaseOrNone() {
        return text(Option.PURCHASE) == null ? facts.vocabulary().kind("purchase") : purchase();
    }

    /** The microsecond at which the window and what is known are over. */
    long end() {
        return Math.min(days().to(), facts.asOf().endMicros());
    }

    /** What a report says that is about a part of the program which is not there. */
    Failure without(String section) {
        return ReportCode.UNKNOWN_PART
                .problem("program '" + facts.program().name() + "' has no " + section)
                .hint("add " + section + ": to it")
                .failure();
    }

    /** The kind that takes a sale back, or -1. */
    int refund() {
        String given = text(Option.REFUND);
        return given == null ? facts.vocabulary().kind("refund") : kind(given, "--refund");
    }

    /** What a report reads: attributes of events by index; the time of an event is always among them. */
    static Needs events(int... attributes) {
        BitSet event = new BitSet();
        event.set(Vocabulary.EVENT_AT);
        for (int attribute : attributes) {
            event.set(attribute);
        }
        return new Needs(new BitSet(), event);
    }

    /** Minor units as a cell. */
    BigDecimal money(long minor) {
        return BigDecimal.valueOf(minor, facts.vocabulary().decimals());
    }

    /** The days of the window. */
    Days days() {
        return new Days(dates, facts.vocabulary().zone());
    }

    /** Whether periods before the first one with anything in it are left out: a window without a start has thousands. */
    boolean trims() {
        return dates.ever();
    }

    /** The same question about other dates. */
    public Asked over(Dates other) {
        return new Asked(facts, other, groups, options);
    }
}
