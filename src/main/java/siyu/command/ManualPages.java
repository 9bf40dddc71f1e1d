package siyu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CommandTree;
import siyu.cli.Common;
import siyu.cli.ManPages;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;

/** {@code siyu manual DIR}: the manual as pages for {@code man}. */
public final class ManualPages implements Verb {
    private static final Parameter<String> DIRECTORY =
            Parameter.positional("DIR", "a folder of manuals, such as ~/.local/share/man");

    private final CommandTree tree;

    /** @param tree whose commands have pages */
    public ManualPages(CommandTree tree) {
        this.tree = tree;
    }

    @Override
    public Manual manual() {
        return new Manual(
                "Write the manual as pages for man",
                List.of("Commands go to the folder man1, topics to man7; older pages of the same names are replaced."
                        + " Then 'man siyu', 'man siyu-segment-run' and 'man siyu-expressions' work when DIR is on the"
                        + " path of manuals ('manpath' shows it)."),
                List.of(new Example("siyu manual share/man", "pages below 'share/man'")),
                List.of("siyu.manual/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(DIRECTORY);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return List.of("page", "section");
    }

    @Override
    public Outcome run(Call call) {
        Path directory = call.io().directory().resolve(call.value(DIRECTORY));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Map.Entry<String, String> page : ManPages.of(tree).entrySet()) {
            String name = page.getKey();
            int dot = name.lastIndexOf('.');
            String section = name.substring(dot + 1);
            try {
                Path folder = Files.createDirectories(directory.resolve("man" + section));
                Files.write(folder.resolve(name), page.getValue().getBytes(StandardCharsets.US_ASCII));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            rows.add(new @Nullable Object[] {name.substring(0, dot), Long.valueOf(section)});
        }
        return Outcome.of(Table.of(
                "siyu.manual/1",
                ZoneOffset.UTC,
                List.of(Heading.text("page"), Heading.of("section", Heading.Kind.INTEGER)),
                Rows.of(rows)));
    }
}
