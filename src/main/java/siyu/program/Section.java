package siyu.program;

import siyu.config.Node;
import siyu.config.Shape;

/** One top-level key of the YAML. */
interface Section {
    String name();

    /** Whether every program has it. */
    default boolean mandatory() {
        return false;
    }

    Shape shape();

    /**
     * Takes what stands there into the draft. The structure was checked and its problems are known, but the node is handed over
     * with them, so that later problems are found too: what does not fit the shape is passed over here.
     */
    void read(Node node, Draft draft);
}
