package siyu.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import siyu.out.Format;

/** The parameters that verbs share: one meaning per flag everywhere. */
public final class Common {
    public static final Parameter<Boolean> HELP = Parameter.flag("-h --help", "Show this help");
    public static final Parameter<Format> OUTPUT = Parameter.option(
                    "-o --output", "FORMAT", "How the answer is written", Format::of)
            .or(Format.TABLE)
            .oneOf(Format.WORDS);
    public static final Parameter<Boolean> QUIET = Parameter.flag("-q --quiet", "No notes and no progress on stderr");
    public static final Parameter<Boolean> VERBOSE = Parameter.flag("-v --verbose", "More notes on stderr");
    public static final Parameter<Boolean> DEBUG =
            Parameter.flag("--debug", "Show where an unexpected failure happened");
    public static final Parameter<String> COLOR = Parameter.option("--color", "WHEN", "Colour", Common::same)
            .or("auto")
            .oneOf(List.of("auto", "always", "never"));
    public static final Parameter<Boolean> NO_PAGER =
            Parameter.flag("--no-pager", "Do not show long tables page by page");

    public static final Parameter<List<String>> COLUMNS = new Parameter<>(
            List.of("--columns"),
            "NAMES",
            "These columns, in this order (a,b,c)",
            Common::names,
            List.of(),
            Parameter.Arity.MANY,
            false,
            List.of());
    public static final Parameter<Boolean> NO_HEADERS = Parameter.flag("--no-headers", "No titles above the columns");
    public static final Parameter<Long> LIMIT = Parameter.option("--limit", "N", "At most so many rows", Common::count);
    public static final Parameter<Boolean> UNMASK =
            Parameter.flag("--unmask", "Show names and phone numbers (needs --reason)");
    public static final Parameter<Boolean> CSV_SAFE =
            Parameter.flag("--csv-safe", "Guard text a spreadsheet would take for a formula (default)");
    public static final Parameter<Boolean> NO_CSV_SAFE = Parameter.flag("--no-csv-safe", "Leave such text as it is");

    public static final Parameter<String> WORKSPACE =
            Parameter.option("-C --workspace", "DIR", "The workspace, or a directory in it", Common::same);
    public static final Parameter<String> DATA =
            Parameter.option("--data", "FILE", "Another data file than the workspace names", Common::same);
    public static final Parameter<LocalDate> AS_OF =
            Parameter.option("--as-of", "DATE", "Answer as of the end of this date", Common::date);
    public static final Parameter<Instant> NOW =
            Parameter.option("--now", "INSTANT", "Take this for the present time", Common::instant);
    public static final Parameter<List<String>> SET =
            Parameter.options("--set", "PATH=VALUE", "Change a value of the program for this run");
    public static final Parameter<Duration> LOCK_TIMEOUT = Parameter.option(
                    "--lock-timeout", "SECONDS", "How long to wait for a busy data file", Common::seconds)
            .or(Duration.ofSeconds(10));

    public static final Parameter<Boolean> DRY_RUN =
            Parameter.flag("-n --dry-run", "Show what would change, and change nothing");
    public static final Parameter<Boolean> YES = Parameter.flag("-y --yes", "Do not ask");
    public static final Parameter<String> REASON = Parameter.option("--reason", "TEXT", "Why; recorded", Common::same);

    /** For verbs that can say how they came to an answer about one customer; listed by the verb itself. */
    public static final Parameter<String> EXPLAIN =
            Parameter.option("--explain", "ID", "Show how the answer for this customer comes about", Common::same);

    /** Sets of shared parameters a verb may have. */
    public enum Set {
        /** What every verb takes. */
        ALWAYS,
        /** For verbs that answer with a table. */
        OUTPUT,
        /** For verbs that read a workspace. */
        WORLD,
        /** For verbs that change something. */
        CHANGE;

        /** The parameters, in the order of help. */
        public List<Parameter<?>> parameters() {
            return switch (this) {
                case ALWAYS -> List.of(Common.OUTPUT, QUIET, VERBOSE, DEBUG, COLOR, NO_PAGER, HELP);
                case OUTPUT -> List.of(COLUMNS, NO_HEADERS, LIMIT, UNMASK, REASON, CSV_SAFE, NO_CSV_SAFE);
                case WORLD -> List.of(WORKSPACE, DATA, AS_OF, NOW, SET, LOCK_TIMEOUT);
                case CHANGE -> List.of(DRY_RUN, YES, REASON);
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

    /** Every shared parameter: those that may stand before the command. */
    static List<Parameter<?>> all() {
        return of(List.of(Set.CHANGE, Set.WORLD, Set.OUTPUT, Set.ALWAYS));
    }

    private static String same(String text) {
        return text;
    }

    private static List<String> names(List<String> given) {
        List<String> names = new ArrayList<>();
        for (String text : given) {
            for (String name : text.split(",")) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    private static long count(String text) {
        try {
            long count = Long.parseLong(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("is not a whole number from 0 on");
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a date such as 2026-01-31", e);
        }
    }

    private static Instant instant(String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a time with an offset such as 2026-01-31T09:00:00+08:00", e);
        }
    }

    private static Duration seconds(String text) {
        try {
            java.math.BigDecimal seconds = new java.math.BigDecimal(text);
            if (seconds.signum() >= 0 && seconds.compareTo(java.math.BigDecimal.valueOf(86_400)) <= 0) {
                return Duration.ofMillis(seconds.movePointRight(3).longValue());
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("is not a number of seconds from 0 to 86400");
    }
}
