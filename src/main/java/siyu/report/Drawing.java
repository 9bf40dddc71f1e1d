package siyu.report;

import java.util.List;

/**
 * How rows of a report are drawn: which columns say where, and which are the figures. A drawing whose columns the figures lack, such
 * as those of a comparison, is left out.
 *
 * @param keys the columns that say where a figure belongs: one, of a field or a flow two
 * @param figures the columns drawn; in one picture when no groups were asked for
 * @param named whether rows without a key are left out: what belongs to nobody may be so much that all else is nothing beside it
 */
public record Drawing(Shape shape, List<String> keys, List<String> figures, boolean named) {
    /** What a drawing looks like. */
    public enum Shape {
        /** Along a time. */
        LINES,
        /** Beside each other. */
        BARS,
        /** Of two keys, the darker the more. */
        HEAT,
        /** From the first key to the second. */
        FLOW
    }

    static Drawing lines(String key, String... figures) {
        return new Drawing(Shape.LINES, List.of(key), List.of(figures), false);
    }

    static Drawing bars(String key, String... figures) {
        return new Drawing(Shape.BARS, List.of(key), List.of(figures), false);
    }

    static Drawing heat(String down, String across, String figure) {
        return new Drawing(Shape.HEAT, List.of(down, across), List.of(figure), false);
    }

    static Drawing flow(String from, String to, String figure) {
        return new Drawing(Shape.FLOW, List.of(from, to), List.of(figure), false);
    }

    /** The same without rows that have no key. */
    Drawing ofNamed() {
        return new Drawing(shape, keys, figures, true);
    }
}
