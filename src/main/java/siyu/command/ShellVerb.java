package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.CommandTree;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Shell;
import siyu.cli.Verb;
import siyu.core.Exit;

/** {@code siyu shell}: many commands in one process. */
public final class ShellVerb implements Verb {
    private static final Parameter<Boolean> KEEP_GOING =
            Parameter.flag("--keep-going", "go on behind a line that fails; the exit code is 7 then");

    private final CommandTree tree;

    /** @param tree whose commands are run */
    public ShellVerb(CommandTree tree) {
        this.tree = tree;
    }

    @Override
    public Manual manual() {
        return new Manual(
                "Run many commands in one process",
                List.of(
                        "On a terminal: history (arrow keys, Ctrl-R), completion of commands, options, words, files, names and"
                                + " ids (Tab). Ctrl-C ends the command that runs, and nothing of its change is stored; Ctrl-D"
                                + " leaves. The data file stays open between commands, so other processes find it busy.",
                        "'set -o json --as-of 2026-02-28' keeps options for the commands that follow, 'set' shows and 'unset'"
                                + " forgets them.",
                        "Without a terminal the lines of standard input are run, one command each; '#' starts a comment. The"
                                + " first that fails ends it, with its exit code."),
                List.of(
                        new Example("siyu shell", "a prompt; on a terminal"),
                        new Example("siyu shell --keep-going -o csv", "run all lines of standard input, as CSV")),
                List.of());
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(KEEP_GOING);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of();
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.PARTLY);
    }

    @Override
    public Outcome run(Call call) {
        Exit exit = new Shell(tree, call, new OpenPlace()).run(call.value(KEEP_GOING));
        return Outcome.done().exit(exit);
    }
}
