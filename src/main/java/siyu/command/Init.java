package siyu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.program.Program;
import siyu.program.ProgramCode;
import siyu.program.ProgramReader;
import siyu.program.Template;
import siyu.store.Store;

/** {@code init}: a new workspace with an empty data file. Nothing that is there is touched. */
public final class Init implements Verb {
    private static final Parameter<String> DIRECTORY = Parameter.positional("DIR", "where to make it");
    private static final Parameter<String> TEMPLATE = Parameter.<String>option(
                    "--template", "NAME", "what to start from", text -> text)
            .or("bank")
            .oneOf(List.of("bank", "retail"));

    @Override
    public Manual manual() {
        return new Manual(
                "Make a workspace: commented YAML files and an empty data file",
                List.of(
                        "Writes the files of a template and creates the data file they name. No file that is there is replaced: when"
                                + " one is in the way nothing is written."),
                List.of(
                        new Example("siyu init harbour-bank", "a bank's workspace"),
                        new Example("siyu init corner-shop --template retail", "a retailer's")),
                List.of("siyu.init/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(DIRECTORY, TEMPLATE);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.OUTPUT);
    }

    @Override
    public Outcome run(Call call) {
        Path root = call.io().directory().resolve(call.value(DIRECTORY));
        List<Template.File> files =
                Template.valueOf(call.value(TEMPLATE).toUpperCase(Locale.ROOT)).files();
        refuseExisting(root, files);
        List<@Nullable Object[]> rows = new ArrayList<>();
        try {
            for (Template.File file : files) {
                rows.add(new @Nullable Object[] {file.path()});
                if (!call.value(Common.DRY_RUN)) {
                    write(root.resolve(file.path()), file.text());
                }
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        if (!call.value(Common.DRY_RUN)) {
            Program program = ProgramReader.read(root, List.of());
            Path data = program.data();
            if (data != null) {
                Store.create(data, program.name(), call.io().clock().instant());
                rows.add(new @Nullable Object[] {root.relativize(data) + ".mv.db"});
            }
        }
        return Outcome.of(Table.of("siyu.init/1", ZoneOffset.UTC, List.of(Heading.text("file")), Rows.of(rows)));
    }

    private static void refuseExisting(Path root, List<Template.File> files) {
        for (Template.File file : files) {
            Path path = root.resolve(file.path());
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw Problem.of(ProgramCode.EXISTS, "'" + path + "' is there already")
                        .at(Place.file(path.toString()))
                        .hint("init makes a new workspace; give a directory that has none")
                        .failure();
            }
        }
    }

    private static void write(Path path, String text) throws IOException {
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.write(path, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exception) {
            throw Problem.of(ProgramCode.EXISTS, "'" + path + "' is there already")
                    .failure();
        }
    }
}
