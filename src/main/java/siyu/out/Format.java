package siyu.out;

import java.util.List;
import java.util.Locale;

/** The formats of {@code -o}. */
public enum Format {
    TABLE(false),
    WIDE(false),
    VERTICAL(false),
    JSON(true),
    JSONL(true),
    CSV(true),
    TSV(true),
    MARKDOWN(false);

    /** The words of {@code -o}, in the order of help. */
    public static final List<String> WORDS =
            List.of("table", "wide", "vertical", "json", "jsonl", "csv", "tsv", "markdown");

    private final boolean data;

    Format(boolean data) {
        this.data = data;
    }

    /** Whether programs read it: values are complete and exact, nothing is cut. */
    public boolean data() {
        return data;
    }

    /** Whether it shows the headings that are wide only. */
    public boolean wide() {
        return this != TABLE && this != MARKDOWN;
    }

    /** Whether errors are written as JSON too. */
    public boolean json() {
        return this == JSON || this == JSONL;
    }

    /** The format of a word of {@link #WORDS}. */
    public static Format of(String word) {
        int index = WORDS.indexOf(word.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new IllegalArgumentException("is not a format");
        }
        return values()[index];
    }

    /** A renderer for one table. */
    public Renderer renderer() {
        return switch (this) {
            case TABLE, WIDE -> new TableRenderer();
            case VERTICAL -> new VerticalRenderer();
            case JSON -> new JsonRenderer();
            case JSONL -> new JsonLinesRenderer();
            case CSV -> new CsvRenderer();
            case TSV -> new TsvRenderer();
            case MARKDOWN -> new MarkdownRenderer();
        };
    }
}
