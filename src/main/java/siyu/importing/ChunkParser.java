package siyu.importing;

/** Turns raw chunks into typed ones. One per worker; kept for the next chunk of the same layout. */
interface ChunkParser {
    RecordChunk parse(RawChunk raw);

    /** How many empty lines the last chunk had. */
    int blank();

    /** Whether chunks of this layout are for it. */
    boolean fits(Layout layout);
}
