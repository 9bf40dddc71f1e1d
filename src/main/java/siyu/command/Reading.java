package siyu.command;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Forms;
import siyu.cli.Parameter;
import siyu.cli.Progress;
import siyu.core.Problem;
import siyu.customer.Facts;
import siyu.customer.FilePopulation;
import siyu.fact.Needs;
import siyu.fact.Vocabulary;
import siyu.importing.RecordReader;
import siyu.importing.Rejects;
import siyu.referral.ReferralRules;

/** How files are read: the parameters that every verb which reads customers or events has, and the readers made from them. */
final class Reading {
    private static final Parameter<String> FORMAT = Parameter.<String>option(
                    "--format", "NAME", "form of the files (default: by their names)", text -> text)
            .oneOf(List.of("csv", "tsv", "jsonl"));
    private static final Parameter<String> ENCODING = Parameter.option(
                    "--encoding", "NAME", "encoding of the files, such as gb18030", text -> text)
            .or("utf-8");
    private static final Parameter<Character> DELIMITER = Parameter.option(
            "--delimiter", "CHAR", "what stands between the fields of CSV (default: a comma)", Reading::character);
    private static final Parameter<List<String>> MAP =
            Parameter.options("--map", "COLUMN=FIELD", "read this column as that field; the field - leaves it out");
    private static final Parameter<List<String>> VALUE =
            Parameter.options("--value", "FIELD=TEXT", "a field that no column holds: the same text for every row");
    private static final Parameter<String> DATE_FORMAT = Parameter.option(
            "--date-format",
            "PATTERN",
            "how dates and times are written, such as yyMMdd (default: ISO 8601)",
            text -> text);
    private static final Parameter<List<String>> NULL = Parameter.options(
            "--null", "TEXT", "a text that means unknown, as an empty cell does; FIELD=TEXT in one field only");
    private static final Parameter<String> REJECTS =
            Parameter.option("--rejects", "FILE", "write bad rows to this CSV file, each with its place", text -> text);
    private static final Parameter<Long> MAX_ERRORS = Parameter.option(
                    "--max-errors", "N", "bad rows to pass over before nothing is taken", new Forms.Count())
            .or(0L);

    static final List<Parameter<?>> PARAMETERS =
            List.of(FORMAT, ENCODING, DELIMITER, MAP, VALUE, DATE_FORMAT, NULL, REJECTS, MAX_ERRORS);

    private Reading() {}

    /** The options for these files. */
    static RecordReader.Options options(Call call, List<String> inputs) {
        return options(call, inputs, "", call.get(FORMAT), null);
    }

    /** The options for files of invitations: events of one kind. */
    static RecordReader.Options referralOptions(Call call, List<String> inputs) {
        RecordReader.Options given = options(call, inputs);
        Map<String, String> constants = new LinkedHashMap<>(given.constants());
        constants.put("kind", ReferralRules.KIND);
        return new RecordReader.Options(
                given.inputs(),
                given.format(),
                given.encoding(),
                given.delimiter(),
                given.map(),
                constants,
                given.dateFormat(),
                given.nulls(),
                given.fieldNulls(),
                null);
    }

    /**
     * The options for one of two sides that are read by one command.
     *
     * @param side {@code customers.} or {@code events.}: what the words of {@code --map} and {@code --value} begin with when
     *     they are about this side
     */
    private static RecordReader.Options options(
            Call call, List<String> inputs, String side, @Nullable String format, @Nullable BitSet wanted) {
        return new RecordReader.Options(
                inputs,
                format,
                call.value(ENCODING),
                call.get(DELIMITER),
                pairs(call.value(MAP), side, "--map", "COLUMN=FIELD"),
                pairs(call.value(VALUE), side, "--value", "FIELD=TEXT"),
                call.get(DATE_FORMAT),
                call.value(NULL).stream().filter(text -> text.indexOf('=') <= 0).toList(),
                fieldNulls(call.value(NULL), side),
                wanted);
    }

    /** When the other side is standard input, {@code --format} is about that: the names of these files tell theirs. */
    private static @Nullable String format(Call call, List<String> inputs, List<String> others) {
        return others.contains("-") && !inputs.contains("-") ? null : call.get(FORMAT);
    }

    /** Who reads it a second time finds nothing there. */
    static void refuseInputTwice(List<String> inputs) {
        if (inputs.stream().filter("-"::equals).count() > 1) {
            throw Problem.of(CliCode.CLASH, "standard input can be read once")
                    .hint("- may be there for one file only")
                    .failure();
        }
    }

    static RecordReader.Setting setting(Call call) {
        return RecordReader.Setting.of(call.io().directory(), call.io().in()).maxErrors(call.value(MAX_ERRORS));
    }

    /** Who hears of bad rows. */
    static BadRows badRows(Call call, @Nullable Progress progress) {
        String rejects = call.get(REJECTS);
        return new BadRows(
                rejects == null ? null : Rejects.to(call.io().directory().resolve(rejects)), progress);
    }

    /** Customers and events straight from files. */
    static FilePopulation population(
            Session session,
            Vocabulary vocabulary,
            List<String> customers,
            List<String> events,
            Needs needs,
            BadRows bad) {
        Call call = session.call();
        BitSet attributes = (BitSet) needs.customer().clone();
        attributes.set(vocabulary.customer("registered"));
        Facts.Source customerSource = consumer -> RecordReader.read(
                RecordReader.Of.CUSTOMERS,
                vocabulary,
                options(call, customers, "customers.", format(call, customers, events), attributes),
                setting(call),
                consumer);
        Facts.Source eventSource = consumer -> RecordReader.read(
                RecordReader.Of.EVENTS,
                vocabulary,
                options(call, events, "events.", format(call, events, customers), needs.event()),
                setting(call),
                consumer);
        Facts.Settings settings = Facts.Settings.of(call.io().directory()).with(bad);
        return FilePopulation.load(vocabulary, customerSource, events.isEmpty() ? null : eventSource, needs, settings);
    }

    private static Map<String, List<String>> fieldNulls(List<String> texts, String side) {
        Map<String, List<String>> nulls = new LinkedHashMap<>();
        for (String text : texts) {
            if (text.indexOf('=') > 0) {
                pairs(List.of(text), side, "--null", "FIELD=TEXT")
                        .forEach((field, word) -> nulls.computeIfAbsent(field, none -> new ArrayList<>())
                                .add(word));
            }
        }
        return nulls;
    }

    private static Map<String, String> pairs(List<String> texts, String side, String flag, String form) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            // A column's name may hold '=', a field's never does; of a value only the first '=' parts.
            int equals = flag.equals("--map") ? text.lastIndexOf('=') : text.indexOf('=');
            if (equals <= 0) {
                throw Problem.of(CliCode.BAD_VALUE, "'" + text + "' for " + flag + " is not of the form " + form)
                        .failure();
            }
            if (text.startsWith(side)) {
                pairs.put(text.substring(side.length(), equals), text.substring(equals + 1));
            } else if (!text.startsWith("customers.") && !text.startsWith("events.")) {
                throw Problem.of(
                                CliCode.BAD_VALUE,
                                "'" + text + "' for " + flag + " does not say which file it is about")
                        .hint("write " + flag + " customers." + form + " or events." + form)
                        .failure();
            }
        }
        return pairs;
    }

    private static char character(String text) {
        if (text.equals("\\t") || text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new IllegalArgumentException("is not one character, or tab");
        }
        return text.charAt(0);
    }
}
