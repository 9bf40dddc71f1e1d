package siyu.rule;

import java.util.List;

/**
 * What is nearest to changing an answer: a smallest set of conditions that would have to change together.
 *
 * @param target what the answer would become: {@code true}, {@code false}, or a segment
 * @param changes the conditions, in the order of the text; none of them is hopeless
 */
public record Flip(String target, List<Change> changes) {
    public Flip {
        changes = List.copyOf(changes);
    }

    /**
     * One condition that would have to change.
     *
     * @param condition its canonical text
     * @param words what is and what is needed, with the gap: {@code spend_90d is 80.00, needs 20.00 more}
     */
    public record Change(String condition, String words) {}
}
