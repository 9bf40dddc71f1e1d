package siyu.importing;

/**
 * Whole records of one file as bytes, in UTF-8.
 *
 * @param file as the user named it
 * @param index 0 for the first chunk of the run
 * @param bytes may be reused after the chunk was parsed
 * @param from where the records begin in {@code bytes}
 * @param to where they end
 * @param line the number of the first line, 1-based
 * @param lines how many lines there are
 * @param layout where the columns go
 * @param last whether the file ends here
 * @param simple whether there is neither a quote nor a carriage return
 * @param nul whether there may be a byte 0
 * @param ascii whether every byte is below 128
 */
record RawChunk(
        String file,
        int index,
        byte[] bytes,
        int from,
        int to,
        int line,
        int lines,
        Layout layout,
        boolean last,
        boolean simple,
        boolean nul,
        boolean ascii) {
    /** No chunk: what a parser holds before the first one. */
    static RawChunk none(Layout layout) {
        return new RawChunk("", 0, new byte[0], 0, 0, 1, 0, layout, false, true, false, true);
    }
}
