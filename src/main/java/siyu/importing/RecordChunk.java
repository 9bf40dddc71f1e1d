package siyu.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;

/**
 * Some consecutive good rows of a file as typed columns. Owned by the consumer once it is handed over.
 *
 * @param file as the user named it
 * @param index 0 for the first chunk of the run, then ascending without gaps, over all files
 * @param rows how many good rows; every array may be longer
 * @param lines the line of each row in the file, 1-based
 * @param attributes by index into the vocabulary's customer or event attributes, or the fields of the sheet; null for one the
 *     file does not have, or that was not asked for
 * @param kinds for events, the kind of each row; empty for customers
 * @param customers for events, the customer's external id per row (text {@code i} is row {@code i}), empty text when there is
 *     none; for other rows their own id likewise
 * @param rejects the bad rows among them, in order; while the chunk is handed over in order its consumer may add rows that it
 *     refuses itself, which then count as bad rows
 */
public record RecordChunk(
        String file,
        int index,
        int rows,
        int[] lines,
        @Nullable Column[] attributes,
        short[] kinds,
        Texts customers,
        List<Reject> rejects) {}
