package siyu.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts drafts into an order in which each names only earlier ones, and reports the circles that make this impossible. */
final class Ordering {
    /** Longest chain of definitions each naming the next; bounds the stack of whoever follows it. */
    static final int LONGEST = 200;

    private final Map<String, Draft> drafts;
    private final List<Draft> ordered = new ArrayList<>();
    private final Map<String, Integer> done = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();

    Ordering(Map<String, Draft> drafts) {
        this.drafts = drafts;
    }

    /** The drafts to type, in order; those in a circle are among {@code broken} instead. */
    List<Draft> order(Set<String> alsoBroken) {
        for (Draft draft : drafts.values()) {
            visit(draft);
        }
        alsoBroken.addAll(broken);
        List<Draft> whole = new ArrayList<>();
        for (Draft draft : ordered) {
            if (!broken.contains(draft.name())) {
                whole.add(draft);
            }
        }
        return whole;
    }

    /** Visits what a draft names, then the draft; returns the length of the longest chain from it. */
    private int visit(Draft draft) {
        Integer known = done.get(draft.name());
        if (known != null) {
            return known;
        }
        path.add(draft.name());
        int longest = 0;
        for (Part part : draft.parts()) {
            Map<String, Span> names = new LinkedHashMap<>();
            collect(part.syntax(), names);
            for (Map.Entry<String, Span> name : names.entrySet()) {
                Draft named = drafts.get(name.getKey());
                if (named == null) {
                    continue;
                }
                int circle = path.indexOf(named.name());
                if (circle >= 0) {
                    report(circle, part, name.getValue());
                } else if (path.size() >= LONGEST) {
                    tooLong(draft, part, name.getValue());
                } else {
                    longest = Math.max(longest, visit(named));
                    if (longest >= LONGEST && !broken.contains(draft.name())) {
                        tooLong(draft, part, name.getValue());
                    }
                }
            }
        }
        path.remove(path.size() - 1);
        done.put(draft.name(), longest + 1);
        ordered.add(draft);
        return longest + 1;
    }

    private void report(int circle, Part part, Span span) {
        List<String> round = path.subList(circle, path.size());
        broken.addAll(round);
        part.problems()
                .add(
                        RuleCode.CYCLE,
                        span,
                        round.size() == 1
                                ? "'" + round.get(0) + "' names itself"
                                : "definitions go in a circle: " + String.join(" → ", round) + " → " + round.get(0));
    }

    private void tooLong(Draft draft, Part part, Span span) {
        broken.add(draft.name());
        part.problems()
                .add(
                        RuleCode.TOO_DEEP,
                        span,
                        "'" + draft.name() + "' leans on a chain of more than " + LONGEST + " definitions");
    }

    /** The names of possible definitions in an expression with where each stands first; filters of events name none. */
    private static void collect(@Nullable Syntax syntax, Map<String, Span> names) {
        if (syntax instanceof Syntax.Name name) {
            names.putIfAbsent(name.text(), name.span());
        } else if (syntax instanceof Syntax.Binary binary) {
            collect(binary.left(), names);
            collect(binary.right(), names);
        } else if (syntax instanceof Syntax.Unary unary) {
            collect(unary.operand(), names);
        } else if (syntax instanceof Syntax.In in) {
            collect(in.operand(), names);
            for (Syntax option : in.options()) {
                collect(option, names);
            }
        } else if (syntax instanceof Syntax.Between between) {
            collect(between.operand(), names);
            collect(between.low(), names);
            collect(between.high(), names);
        } else if (syntax instanceof Syntax.Known known) {
            collect(known.operand(), names);
        } else if (syntax instanceof Syntax.Call call) {
            for (Syntax argument : call.arguments()) {
                if (call.name().text().equals("has_tag") && argument instanceof Syntax.Text tag) {
                    names.putIfAbsent(tag.value(), tag.span());
                } else {
                    collect(argument, names);
                }
            }
        }
    }
}
