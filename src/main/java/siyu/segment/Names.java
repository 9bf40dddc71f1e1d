package siyu.segment;

import java.util.ArrayList;
import java.util.List;

/** The segments a segmentation ever had in the data file: an id that lasts behind each name. */
final class Names {
    private final List<Integer> ids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    void add(int id, String name) {
        ids.add(id);
        names.add(name);
    }

    List<String> inOrder() {
        return List.copyOf(names);
    }

    /** The place of an id in {@link #inOrder}, nobody's for 0. */
    short code(int id) {
        return (short) (id == 0 ? Segmented.NOBODY : ids.indexOf(id));
    }

    /** The id of a name, 0 when it has none yet. */
    int id(String name) {
        int place = names.indexOf(name);
        return place < 0 ? 0 : ids.get(place);
    }
}
