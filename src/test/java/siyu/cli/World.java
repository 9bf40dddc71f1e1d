package siyu.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import siyu.core.Code;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;

/** A small program with one command, whose behaviour each test gives, in a world of streams in memory. */
final class World {
    static final Parameter<String> FILE = Parameter.positional("FILE", "What to read");
    static final Parameter<List<String>> MORE = Parameter.positionals("MORE", "Further ones");
    static final Parameter<String> NAME = Parameter.option("--name", "NAME", "A name", text -> text);
    static final Parameter<Boolean> MEMBERS = Parameter.flag("-m --members", "Show members");
    static final Table TABLE = Table.of(
            "siyu.test/1",
            ZoneOffset.UTC,
            List.of(
                    Heading.text("id"),
                    Heading.of("sum", Heading.Kind.MONEY),
                    Heading.text("note").wideOnly()),
            Rows.of(List.of(
                    new Object[] {"汉", new BigDecimal("1.50"), "x"},
                    new Object[] {"b", new BigDecimal("22.00"), "y"})));

    final Map<String, String> environment = new HashMap<>();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final Interruption interruption = new Interruption();
    OutputStream stdout = out;
    Io.Terminal terminal = Io.Terminal.NONE;
    String input = "";
    Path directory = Path.of("");
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private final Function<Call, Outcome> does;

    World(Function<Call, Outcome> does) {
        this.does = does;
    }

    /** One that answers with {@link #TABLE}. */
    static World table() {
        return new World(call -> Outcome.of(TABLE));
    }

    /** One whose command fails. */
    static World failing(Throwable thrown) {
        return new World(call -> {
            throw World.<RuntimeException>sneak(thrown);
        });
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    int run(String... line) {
        return new Cli(tree(), io(), table -> {}).run(line);
    }

    CommandTree tree() {
        return new CommandTree(
                "siyu",
                "1.2.3",
                "a test",
                List.of(
                        CommandTree.verb("list", "List what there is"),
                        CommandTree.group(
                                "segment",
                                "Segments of customers",
                                CommandTree.verb("run", "Evaluate segments"),
                                CommandTree.verb("flow", "Who moved"))),
                new Parts(does));
    }

    Io io() {
        return new Io(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                stdout,
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment,
                directory,
                clock,
                terminal,
                interruption);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private record Parts(Function<Call, Outcome> does) implements CommandTree.Parts {
        @Override
        public Verb verb(String path) {
            return new TestVerb(path, does);
        }

        @Override
        public List<Code> codes() {
            return List.of(CliCode.values());
        }
    }

    private record TestVerb(String path, Function<Call, Outcome> does) implements Verb {
        @Override
        public Manual manual() {
            return new Manual(
                    "Do " + path,
                    List.of(
                            "A paragraph that is long enough to be broken, because a help page keeps to 80 columns: 中文也一样。"),
                    List.of(new Example("siyu " + path + " x", "does it for x")),
                    List.of("siyu.test/1"));
        }

        @Override
        public List<Parameter<?>> parameters() {
            return path.equals("list") ? List.of() : List.of(FILE, MORE, NAME, MEMBERS);
        }

        @Override
        public List<Common.Set> shared() {
            return List.of(Common.Set.OUTPUT, Common.Set.WORLD, Common.Set.CHANGE);
        }

        @Override
        public Outcome run(Call call) {
            return does.apply(call);
        }
    }
}
