package siyu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Problem;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.sample.Sample;
import siyu.sample.SampleOptions;
import siyu.sample.Theme;

/** {@code siyu sample}: made-up customers and events to try things on. */
public final class Samples implements Verb {
    private static final Parameter<String> DIRECTORY = Parameter.positional("DIR", "where the files are written");
    private static final Parameter<Integer> CUSTOMERS = Parameter.option(
                    "--size", "N", "how many customers", new Forms.Whole(1, 99_999_999))
            .or(1000);
    private static final Parameter<Double> EVENTS = Parameter.option(
                    "--events-per-customer", "N", "how many events each has, on average", new Forms.Amount(1000))
            .or(5.0);
    private static final Parameter<Long> SEED = Parameter.option(
                    "--seed", "N", "another number, other people", new Forms.Seed())
            .or(1L);
    private static final Parameter<String> THEME = Parameter.option(
                    "--theme", "NAME", "whose customers they are", text -> text)
            .or("bank")
            .oneOf(List.of("bank", "retail"));
    private static final Parameter<Double> DIRT = Parameter.option(
                    "--dirt", "SHARE", "the share of rows with a blemish, 0 to 0.5", new Forms.Amount(0.5))
            .or(0.002);
    private static final Parameter<String> FORMAT = Parameter.option(
                    "--format", "NAME", "form of customers and events", text -> text)
            .or("csv")
            .oneOf(List.of("csv", "jsonl"));
    private static final Parameter<Boolean> GZIP = Parameter.flag("--gzip", "compress customers and events");
    private static final Parameter<LocalDate> TODAY = Parameter.option(
                    "--today", "DATE", "the last day of the three years that are made up", new Forms.Date())
            .or(LocalDate.of(2026, 3, 1));

    @Override
    public Manual manual() {
        return new Manual(
                "Write made-up customers, events, groups, staff, members and referrals",
                List.of(
                        "The people fit the workspaces of 'siyu init': skewed as real ones are, with seasons, churn and a"
                                + " little dirt (exact duplicates, unknown customers, unknown attributes, changed rows). The same"
                                + " seed and date give the same bytes on any machine, and customer number k is the same for any"
                                + " number of customers."),
                List.of(
                        new Example("siyu sample files", "six files in the folder 'files'"),
                        new Example("siyu sample million --size 1000000 --gzip", "a large bank"),
                        new Example(
                                "siyu sample shop --theme retail --seed 7", "a retailer's customers, other people")),
                List.of("siyu.sample/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(DIRECTORY, CUSTOMERS, EVENTS, SEED, THEME, DIRT, FORMAT, GZIP, TODAY, Common.YES);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return List.of("file", "rows");
    }

    @Override
    public Outcome run(Call call) {
        SampleOptions options = options(call);
        Path directory = call.io().directory().resolve(call.value(DIRECTORY));
        if (!call.value(Common.YES)) {
            refuseExisting(options, directory);
        }
        Map<String, Long> written;
        try {
            written = Sample.generate(options, directory, Sample.Progress.SILENT);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        written.forEach((file, count) -> rows.add(new @Nullable Object[] {file, count}));
        return Outcome.of(Table.of(
                "siyu.sample/1",
                ZoneOffset.UTC,
                List.of(Heading.text("file"), Heading.of("rows", Heading.Kind.INTEGER)),
                Rows.of(rows)));
    }

    /** Made-up customers must not replace real ones that happen to lie there. */
    private static void refuseExisting(SampleOptions options, Path directory) {
        for (String name : Sample.files(options)) {
            if (Files.exists(directory.resolve(name))) {
                throw Problem.of(CliCode.NEEDS_CONFIRMATION, "'" + directory.resolve(name) + "' is there already")
                        .hint("--yes replaces it and the other files of a sample")
                        .failure();
            }
        }
    }

    private static SampleOptions options(Call call) {
        return new SampleOptions(
                call.value(SEED),
                call.value(CUSTOMERS),
                call.value(EVENTS),
                call.value(TODAY),
                Theme.valueOf(call.value(THEME).toUpperCase(Locale.ROOT)),
                call.value(DIRT),
                call.value(FORMAT).equals("jsonl"),
                call.value(GZIP),
                Runtime.getRuntime().availableProcessors());
    }
}
