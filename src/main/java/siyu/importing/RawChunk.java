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
 */
record RawChunk(
        String file, int index, byte[] bytes, int from, int to, int line, int lines, Layout layout, boolean last) {}
