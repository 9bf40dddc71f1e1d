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
import siyu.program.Workspace;
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
                        "Writes the files of a template and creates the data file they name. No file that is there is replaced:"
                                + " when one is in the way nothing is written.",
                        "In a directory that has a siyu.yaml already, only the data file it names is created."),
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
    public List<String> columns(Call call) {
        return List.of("file");
    }

    @Override
    public Outcome run(Call call) {
        Path root = call.io().directory().resolve(call.value(DIRECTORY));
        boolean dry = call.value(Common.DRY_RUN);
        List<@Nullable Object[]> rows = new ArrayList<>();
        // A program that somebody wrote needs its data file only.
        if (!Files.exists(root.resolve(Workspace.FILE))) {
            List<Template.File> files = Template.valueOf(call.value(TEMPLATE).toUpperCase(Locale.ROOT))
                    .files();
            refuseExisting(root, files);
            for (Template.File file : files) {
                rows.add(new @Nullable Object[] {file.path()});
                if (!dry) {
                    write(root.resolve(file.path()), file.text());
                }
            }
        }
        if (!dry || rows.isEmpty()) {
            Program program = ProgramReader.read(root, List.of());
            Path data = program.data();
            if (data != null) {
                if (!dry) {
                    Store.create(data, program.name(), call.io().clock().instant());
                }
                rows.add(new @Nullable Object[] {root.relativize(data) + ".mv.db"});
            }
        }
        return Outcome.of(Table.of("siyu.init/1", ZoneOffset.UTC, List.of(Heading.text("file")), Rows.of(rows)));
    }

    private static void refuseExisting(Path root, List<Template.File> files) {
        for (Template.File file : files) {
            Path path = root.resolve(file.path());
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw exists(path).failure();
            }
        }
    }

    private static Problem exists(Path path) {
        return Problem.of(ProgramCode.EXISTS, "'" + path + "' is there already")
                .at(Place.file(path.toString()))
                .hint("init makes a new workspace; give a directory that has none");
    }

    private static void write(Path path, String text) {
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(path, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exception) {
            throw exists(path).failure();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
