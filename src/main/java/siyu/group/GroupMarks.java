package siyu.group;

import java.util.List;
import siyu.fact.Marks;

/** Marks that also know who is in which group. The data file is asked range by range, and only when an expression asks. */
public final class GroupMarks implements Marks {
    private final Marks others;
    private final GroupStore store;
    private final long day;

    /**
     * @param others for pins and tags
     * @param day epoch day of the as-of
     */
    public GroupMarks(Marks others, GroupStore store, long day) {
        this.others = others;
        this.store = store;
        this.day = day;
    }

    @Override
    public List<Pin> pins(String segmentation, int first, int size) {
        return others.pins(segmentation, first, size);
    }

    @Override
    public boolean[] tagged(String tag, int first, int size) {
        return others.tagged(tag, first, size);
    }

    @Override
    public boolean[] inGroup(String group, int first, int size) {
        return store.inGroup(group, first, size, day);
    }
}
