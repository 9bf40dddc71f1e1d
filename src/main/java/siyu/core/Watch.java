package siyu.core;

/** Told how far a long piece of work is, by any of its threads; closed when it is done. */
public interface Watch extends AutoCloseable {
    /** Nobody looks. */
    Watch NONE = new Watch() {
        @Override
        public void at(long done, long total) {}

        @Override
        public void close() {}
    };

    /**
     * Tells how much is done.
     *
     * @param total how much there is, or -1 when that is not known
     */
    void at(long done, long total);

    @Override
    void close();
}
