package siyu.importing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.core.Place;

/**
 * The form of a file.
 *
 * @param csv records of delimited fields; otherwise JSON Lines
 * @param delimiter of CSV
 */
record Format(boolean csv, char delimiter) {
    static final java.util.List<String> WORDS = java.util.List.of("csv", "tsv", "jsonl");

    /** By the word given, else by the name. */
    static Format of(String file, @Nullable String word, @Nullable Character delimiter) {
        String name = file.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        String format = word != null ? word : byName(plain);
        if (!WORDS.contains(format)) {
            throw Cell.problem(
                            ImportCode.FORMAT_UNKNOWN,
                            word != null
                                    ? "format " + Cell.quote(word) + " is not known"
                                    : "the format of " + Cell.quote(file) + " is not told by its name",
                            word != null ? Nearest.hint(word, WORDS) : "add --format csv, tsv or jsonl")
                    .at(Place.file(file))
                    .failure();
        }
        if (delimiter != null && !fits(delimiter)) {
            throw Cell.problem(
                            ImportCode.FORMAT_UNKNOWN,
                            "the delimiter " + Cell.quote(delimiter.toString()) + " cannot be used",
                            "a delimiter is one ASCII character, no quote, letter, digit or line end")
                    .at(Place.file(file))
                    .failure();
        }
        char standard = format.equals("tsv") ? '\t' : ',';
        return new Format(!format.equals("jsonl"), delimiter != null ? delimiter : standard);
    }

    private static boolean fits(char delimiter) {
        return delimiter == '\t'
                || delimiter >= ' ' && delimiter < 127 && delimiter != '"' && !Character.isLetterOrDigit(delimiter);
    }

    private static String byName(String name) {
        if (name.endsWith(".csv") || name.endsWith(".asc") || name.endsWith(".txt")) {
            return "csv";
        }
        if (name.endsWith(".tsv") || name.endsWith(".tab")) {
            return "tsv";
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json") ? "jsonl" : "";
    }
}
