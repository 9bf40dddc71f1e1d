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

    /** Visits what a draft names, then the draft; returns the height of its tree with all it leans on. */
    private int visit(Draft draft) {
        Integer known = done.get(draft.name());
        if (known != null) {
            return known;
        }
        path.add(draft.name());
        int highest = 0;
        for (Part part : draft.parts()) {
            highest = Math.max(highest, visit(draft, part));
        }
        path.remove(path.size() - 1);
        done.put(draft.name(), highest);
        ordered.add(draft);
        return highest;
    }

    private int visit(Draft draft, Part part) {
        Map<String, Span> names = new LinkedHashMap<>();
        collect(part.syntax(), names);
        int below = 0;
        for (Map.Entry<String, Span> name : names.entrySet()) {
            Draft named = drafts.get(name.getKey());
            if (named == null) {
                continue;
            }
            int circle = path.indexOf(named.name());
            if (circle >= 0) {
                report(circle, part, name.getValue());
            } else if (path.size() >= Parser.HIGHEST) {
                tooDeep(draft, part, name.getValue());
            } else {
                int height = visit(named);
                below = Math.max(below, broken.contains(named.name()) ? 0 : height);
                if (below + part.height() > Parser.HIGHEST && !broken.contains(draft.name())) {
                    tooDeep(draft, part, name.getValue());
                }
            }
        }
        return below + part.height();
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

    private void tooDeep(Draft draft, Part part, Span span) {
        broken.add(draft.name());
        part.problems()
                .add(
                        RuleCode.TOO_DEEP,
                        span,
                        "'" + draft.name() + "' and what it leans on are nested more than " + Parser.HIGHEST + " deep");
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
