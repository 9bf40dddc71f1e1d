package siyu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.lottery.LotteryCode;
import siyu.lottery.LotteryTables;
import siyu.lottery.Spin;
import siyu.lottery.Verification;

/** {@code lottery verify}: works a lottery out again from its published files alone. */
public final class LotteryVerify implements Verb {
    private static final Parameter<String> FOLDER = Parameter.positional("DIR", "the folder with the published files");
    private static final Parameter<String> COMMITMENT = Parameter.option(
            "--commitment", "HASH", "the commitment as it was published before the first draw", text -> text);
    private static final Parameter<String> HEAD = Parameter.option(
            "--head", "HASH", "a head that was told after some draw: it must be in the chain", text -> text);
    private static final Parameter<Long> DRAW =
            Parameter.option("--draw", "N", "show step by step how this draw came about", new Forms.Count());

    @Override
    public Manual manual() {
        return new Manual(
                "Check a lottery by its published files alone",
                List.of(
                        "Needs no workspace and no data file. Checks the rules against their hash, the seed against the commitment,"
                                + " every draw against the seed, the stock, the limit and the dates, and the chain of all draws. What"
                                + " does not fit is listed with file and line, and the exit code is 10. Before the seed is"
                                + " revealed everything but the prizes themselves is checked.",
                        "Files that were all replaced together are told by --commitment, which was published at the beginning, and by"
                                + " --head, which was told after a draw. Not checked is what only the operator knows: who has"
                                + " how many tickets.",
                        "'siyu help lottery' shows how to check a draw by hand."),
                List.of(
                        new Example("siyu lottery verify published", "check everything"),
                        new Example("siyu lottery verify published --draw 1", "how the first draw came about")),
                List.of("siyu.lottery.verify/1", "siyu.lottery.explain/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(FOLDER, COMMITMENT, HEAD, DRAW);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.OUTPUT);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.FOUND);
    }

    @Override
    public Outcome run(Call call) {
        String folder = call.value(FOLDER);
        Long draw = call.get(DRAW);
        Verification verification = Verification.of(
                read(call.io().directory().resolve(folder), folder),
                call.get(COMMITMENT),
                call.get(HEAD),
                draw == null ? 0 : draw);
        if (draw != null) {
            Spin spin = verification.explained();
            if (spin == null) {
                throw Problem.of(
                                LotteryCode.NO_DRAW,
                                verification.revealed()
                                        ? "the files have no draw " + draw
                                        : "the seed is not revealed yet, so no draw can be worked out")
                        .failure();
            }
            return Outcome.of(LotteryTables.explain(spin, verification))
                    .exit(verification.count() == 0 ? Exit.DONE : Exit.FOUND);
        }
        Outcome outcome =
                Outcome.of(LotteryTables.verify(verification)).exit(verification.count() == 0 ? Exit.DONE : Exit.FOUND);
        return verification.revealed()
                ? outcome
                : outcome.note("the seed is not revealed yet, so the prizes could not be worked out again");
    }

    private static Map<String, byte[]> read(Path folder, String shown) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : Verification.names()) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                try {
                    files.put(name, Files.readAllBytes(file));
                } catch (IOException exception) {
                    throw new UncheckedIOException(exception);
                }
            }
        }
        if (files.isEmpty()) {
            throw Problem.of(LotteryCode.UNREADABLE, "'" + shown + "' holds no files of a lottery")
                    .at(Place.file(shown))
                    .hint("they are " + String.join(", ", Verification.names()))
                    .failure();
        }
        return files;
    }
}
