package siyu.store;

/** What a data file is opened for. */
enum Use {
    /** It is in the making, and may still be empty. */
    MAKING,
    /** Whatever the owner likes; no other process has it open meanwhile. */
    CHANGING,
    /** Reading alone: nothing is written to it, and other processes may read it too. */
    READING
}
