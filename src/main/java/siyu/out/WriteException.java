package siyu.out;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The output cannot be written: the reader of a pipe went away, or the disk is full. */
public final class WriteException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    public WriteException(IOException cause) {
        super("output cannot be written", cause);
    }
}
