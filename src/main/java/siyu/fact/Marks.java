package siyu.fact;

import java.util.List;

/** What people decided by hand about single customers: few, so they are kept sparse. */
public interface Marks {
    /** No marks at all. */
    Marks NONE = new Marks() {
        @Override
        public List<Pin> pins(String segmentation, int first, int size) {
            return List.of();
        }

        @Override
        public boolean[] tagged(String tag, int first, int size) {
            return EMPTY;
        }

        @Override
        public boolean[] inGroup(String group, int first, int size) {
            return EMPTY;
        }
    };

    /** Stands for "nobody". */
    boolean[] EMPTY = {};

    /**
     * A customer pinned into or out of one segment: membership = (rule or pinned in) and not pinned out.
     *
     * @param customer the customer's number
     */
    record Pin(int customer, String segment, boolean in) {}

    /** The pins in force for customers {@code first} to {@code first + size - 1}, in order of customer. */
    List<Pin> pins(String segmentation, int first, int size);

    /** Who bears a pinned tag: {@code size} flags, or {@link #EMPTY} for nobody. */
    boolean[] tagged(String tag, int first, int size);

    /** Who is in a group: {@code size} flags, or {@link #EMPTY} for nobody. */
    boolean[] inGroup(String group, int first, int size);
}
