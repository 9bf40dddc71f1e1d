package siyu.customer;

import java.io.IOException;
import java.nio.file.Path;
import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Problem;

/** What can go wrong with customers and events as they are kept. */
public enum CustomerCode implements Code {
    /** The same event id came with another body. */
    CONFLICT(
            "E0450",
            "event known with another body",
            "An event is known by its kind and id. When the same kind and id come again with other content, the first one stays and"
                    + " the later one is reported and not taken. Give the later event an id of its own, or leave it out.",
            Exit.PARTLY),
    /** An attribute of the data file has another type in the program. */
    TYPE_CHANGED(
            "E0451",
            "attribute changed its type",
            "The data file keeps values of this attribute under another type than the program now says. Words may be added at the"
                    + " end of a list; any other change would give old values a new meaning. Declare an attribute of another name"
                    + " and import it.",
            Exit.PROGRAM),
    /** The temporary file of an import could not be written or read. */
    SPILL(
            "E0452",
            "temporary file failed",
            "An import that does not fit the memory it may use keeps rows in a temporary file, which could not be written or read:"
                    + " most likely the disk is full. Nothing was imported.",
            Exit.DATA),
    /** Blocks of the data file do not fit together. */
    DAMAGED(
            "E0453",
            "facts in the data file do not fit together",
            "A block of customers or events is missing or does not have the rows its neighbours have. Restore a backup;"
                    + " siyu db check names every such block.",
            Exit.DATA),
    /** The population is larger than the ranges of a data file can number. */
    TOO_MANY("E0454", "too many customers", "A data file holds at most 536 million customers.", Exit.REFUSED);

    private final Entry entry;

    CustomerCode(String id, String title, String meaning, Exit exit) {
        this.entry = new Entry(id, title, meaning, exit);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    Problem problem(String message) {
        return Problem.of(this, message);
    }

    Problem problem(Path path, IOException cause) {
        String reason = cause.getMessage();
        return problem("temporary file in " + path + ": "
                + (reason == null ? cause.getClass().getSimpleName() : reason));
    }
}
