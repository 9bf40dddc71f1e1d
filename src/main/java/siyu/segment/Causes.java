package siyu.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;
import siyu.rule.Definition;
import siyu.rule.Expression;
import siyu.rule.Printer;
import siyu.rule.Source;

/**
 * Why each customer of a segmentation moved: a pin; the rule of the segment entered, when it stands before the one left; or the
 * first condition of the rule left that no longer holds. Conditions are the parts that a rule joins with {@code and}.
 *
 * <p>Cost: one more scan over the ranges, paid only when a run is applied and somebody moved.
 */
final class Causes {
    private final Definition.Segmentation segmentation;
    private final Moves moves;
    private final Marks marks;
    private final List<List<Expression>> conditions = new ArrayList<>();
    private final int[] firstRoot;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final int[] causeOf;
    private final boolean anyPins;

    // The sentences, made once per segment and condition so that a million moves make no strings.
    private final String[] became;
    private final List<String[]> noLonger = new ArrayList<>();
    private final List<String[]> unknown = new ArrayList<>();

    private Causes(Definition.Segmentation segmentation, Moves moves, Marks marks) {
        this.segmentation = segmentation;
        this.moves = moves;
        this.marks = marks;
        this.firstRoot = new int[segmentation.segments().size()];
        this.causeOf = new int[moves.size()];
        this.became = new String[firstRoot.length];
        this.anyPins = !marks.pins(segmentation.name(), 0, Integer.MAX_VALUE).isEmpty();
    }

    /** Distinct causes in order of first use, and for each move which one. */
    record Found(List<String> causes, int[] causeOf) {}

    static Found of(
            Definition.Segmentation segmentation,
            Moves moves,
            Marks marks,
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            Scores scores) {
        Causes causes = new Causes(segmentation, moves, marks);
        List<Expression> roots = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < causes.firstRoot.length; i++) {
            Definition.Segment segment = segmentation.segments().get(i);
            List<Expression> parts = new ArrayList<>();
            split(segment.rule(), parts);
            causes.firstRoot[i] = roots.size();
            causes.conditions.add(parts);
            causes.sentences(i, parts, vocabulary);
            roots.addAll(parts);
            parts.forEach(part -> sources.add(segment.source()));
        }
        Compiled compiled = Compiled.of(vocabulary, asOf, roots, sources);
        Compiled.Frame frame = compiled.frame();
        Scores.Given given = scores.given();
        int from = 0;
        while (from < moves.size()) {
            int range = moves.customers()[from] / Population.RANGE;
            CustomerBlock block = given.with(population.range(range, compiled.needs(), asOf), marks);
            frame.load(block);
            while (from < moves.size() && moves.customers()[from] / Population.RANGE == range) {
                causes.decide(from, moves.customers()[from] - block.first, frame);
                from++;
            }
        }
        return new Found(List.copyOf(causes.texts.keySet()), causes.causeOf);
    }

    private static void split(Expression rule, List<Expression> parts) {
        if (rule instanceof Expression.Binary binary && binary.operator() == Expression.BinaryOperator.AND) {
            split(binary.left(), parts);
            split(binary.right(), parts);
        } else {
            parts.add(rule);
        }
    }

    private void sentences(int segment, List<Expression> parts, Vocabulary vocabulary) {
        String name = segmentation.segments().get(segment).name();
        became[segment] = name + ": "
                + Printer.text(vocabulary, segmentation.segments().get(segment).rule()) + " became true";
        String[] gone = new String[parts.size()];
        String[] open = new String[parts.size()];
        for (int i = 0; i < gone.length; i++) {
            gone[i] = name + ": " + Printer.text(vocabulary, parts.get(i)) + " no longer true";
            open[i] = name + ": " + Printer.text(vocabulary, parts.get(i)) + " became unknown";
        }
        noLonger.add(gone);
        unknown.add(open);
    }

    private void decide(int move, int row, Compiled.Frame frame) {
        String cause = cause(move, row, frame);
        causeOf[move] = texts.computeIfAbsent(cause, text -> texts.size());
    }

    private String cause(int move, int row, Compiled.Frame frame) {
        String from = moves.from(move);
        String to = moves.to(move);
        if (anyPins) {
            for (Marks.Pin pin : marks.pins(segmentation.name(), moves.customers()[move], 1)) {
                if (pin.in() && pin.segment().equals(to)) {
                    return "pinned into " + to;
                }
                if (!pin.in() && pin.segment().equals(from)) {
                    return "pinned out of " + from;
                }
            }
        }
        int left = place(from);
        int entered = place(to);
        if (entered >= 0 && (left < 0 || entered < left)) {
            return became[entered];
        }
        if (left < 0) {
            return from == null ? "no other segment took the customer" : "segment " + from + " is no longer defined";
        }
        List<Expression> parts = conditions.get(left);
        for (int i = 0; i < parts.size(); i++) {
            Column value = frame.value(firstRoot[left] + i);
            if (value.known[row] == 0) {
                return unknown.get(left)[i];
            }
            if (value.longs[row] == 0) {
                return noLonger.get(left)[i];
            }
        }
        // The rule left is true, so an earlier segment's pin or a changed order of segments is the reason.
        return "the order of segments changed";
    }

    private int place(@org.jspecify.annotations.Nullable String segment) {
        for (int i = 0; i < firstRoot.length; i++) {
            if (segmentation.segments().get(i).name().equals(segment)) {
                return i;
            }
        }
        return -1;
    }
}
