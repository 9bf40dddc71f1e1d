package siyu.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import siyu.out.Format;

/** The parameters that verbs share: one meaning per flag everywhere. */
public final class Common {
    public static final Parameter<Boolean> HELP = Parameter.flag("-h --help", "Show this help");
    public static final Parameter<Format> OUTPUT = Parameter.option(
                    "-o --output", "FORMAT", "How the answer is written", new Forms.OutputFormat())
            .or(Format.TABLE)
            .oneOf(Format.WORDS);
    public static final Parameter<Boolean> QUIET = Parameter.flag("-q --quiet", "No notes and no progress on stderr");
    public static final Parameter<Boolean> VERBOSE = Parameter.flag("-v --verbose", "More notes on stderr");
    public static final Parameter<Boolean> DEBUG =
            Parameter.flag("--debug", "Show where an unexpected failure happened");
    public static final Parameter<String> COLOR = Parameter.option("--color", "WHEN", "Colour", new Forms.Text())
            .or("auto")
            .oneOf(List.of("auto", "always", "never"));
    public static final Parameter<Boolean> NO_PAGER =
            Parameter.flag("--no-pager", "Do not show long tables page by page");

    public static final Parameter<List<String>> COLUMNS = new Parameter<>(
            List.of("--columns"),
            "NAMES",
            "These columns, in this order (a,b,c)",
            new Forms.Names(),
            List.of(),
            Parameter.Arity.MANY,
            false,
            List.of());
    public static final Parameter<Boolean> NO_HEADERS = Parameter.flag("--no-headers", "No titles above the columns");
    public static final Parameter<Long> LIMIT =
            Parameter.option("--limit", "N", "At most so many rows", new Forms.Count());
    public static final Parameter<Boolean> UNMASK =
            Parameter.flag("--unmask", "Show names and phone numbers (needs --reason)");
    public static final Parameter<Boolean> CSV_SAFE =
            Parameter.flag("--csv-safe", "Guard text a spreadsheet would take for a formula (default)");
    public static final Parameter<Boolean> NO_CSV_SAFE = Parameter.flag("--no-csv-safe", "Leave such text as it is");

    public static final Parameter<String> WORKSPACE =
            Parameter.option("-C --workspace", "DIR", "The workspace, or a directory in it", new Forms.Text());
    public static final Parameter<String> DATA =
            Parameter.option("--data", "FILE", "Another data file than the workspace names", new Forms.Text());
    public static final Parameter<LocalDate> AS_OF =
            Parameter.option("--as-of", "DATE", "Answer as of the end of this date", new Forms.Date());
    public static final Parameter<Instant> NOW =
            Parameter.option("--now", "INSTANT", "Take this for the present time", new Forms.Moment());
    public static final Parameter<List<String>> SET =
            Parameter.options("--set", "PATH=VALUE", "Change a value of the program for this run");
    public static final Parameter<Duration> LOCK_TIMEOUT = Parameter.option(
                    "--lock-timeout", "SECONDS", "How long to wait for a busy data file", new Forms.Seconds())
            .or(Duration.ofSeconds(10));

    public static final Parameter<Boolean> DRY_RUN =
            Parameter.flag("-n --dry-run", "Show what would change, and change nothing");
    public static final Parameter<Boolean> YES = Parameter.flag("-y --yes", "Do not ask");
    public static final Parameter<String> REASON =
            Parameter.option("--reason", "TEXT", "Why; recorded", new Forms.Text());

    /** For verbs that can say how they came to an answer about one customer; listed by the verb itself. */
    public static final Parameter<String> EXPLAIN =
            Parameter.option("--explain", "ID", "Show how the answer for this customer comes about", new Forms.Text());

    /** Sets of shared parameters a verb may have. */
    public enum Set {
        /** What every verb takes. */
        ALWAYS,
        /** For verbs that answer with a table. */
        OUTPUT,
        /** For verbs that read a workspace. */
        WORLD,
        /** For verbs that change something. */
        CHANGE,
        /** For verbs that are recorded with a reason and have no other flags of these sets. */
        REASON;

        /** The parameters, in the order of help. */
        public List<Parameter<?>> parameters() {
            return switch (this) {
                case ALWAYS -> List.of(Common.OUTPUT, QUIET, VERBOSE, DEBUG, COLOR, NO_PAGER, HELP);
                case OUTPUT -> List.of(COLUMNS, NO_HEADERS, LIMIT, UNMASK, Common.REASON, CSV_SAFE, NO_CSV_SAFE);
                case WORLD -> List.of(WORKSPACE, DATA, AS_OF, NOW, SET, LOCK_TIMEOUT);
                case CHANGE -> List.of(DRY_RUN, YES, Common.REASON);
                case REASON -> List.of(Common.REASON);
            };
        }
    }

    private Common() {}

    /** All shared parameters of some sets, each once. */
    static List<Parameter<?>> of(List<Set> sets) {
        List<Parameter<?>> all = new ArrayList<>();
        for (Set set : sets) {
            for (Parameter<?> parameter : set.parameters()) {
                if (!all.contains(parameter)) {
                    all.add(parameter);
                }
            }
        }
        return all;
    }

    /** Whether a word is a name of a shared parameter. */
    static boolean isShared(String name) {
        for (Parameter<?> parameter : all()) {
            if (parameter.names().contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Every shared parameter: those that may stand before the command. */
    static List<Parameter<?>> all() {
        return of(List.of(Set.CHANGE, Set.WORLD, Set.OUTPUT, Set.ALWAYS));
    }
}
