package siyu.cli;

import siyu.core.Code;
import siyu.core.Exit;

/** What can be wrong with a command line, and with the machine around it. */
public enum CliCode implements Code {
    UNEXPECTED(
            "E0001",
            "unexpected failure",
            Exit.FAILED,
            "siyu met something it does not foresee: a defect. Nothing is half done: a change is stored whole or not at all."
                    + " Run the command again with --debug and report what it prints."),
    UNKNOWN_COMMAND(
            "E0002",
            "unknown command",
            Exit.USAGE,
            "The first words of the line name no command. `siyu --help` lists them, and `siyu GROUP --help` those of a group."),
    UNKNOWN_OPTION(
            "E0003",
            "unknown option",
            Exit.USAGE,
            "The command does not know this option, or it stands before the command but is not one of the common options."
                    + " After `--` everything is a parameter, even when it starts with a dash."),
    MISSING_ARGUMENT(
            "E0004",
            "something is missing",
            Exit.USAGE,
            "An option needs a value, or the command needs an option or a parameter that was not given."),
    UNEXPECTED_ARGUMENT(
            "E0005",
            "too many parameters",
            Exit.USAGE,
            "The command takes fewer parameters. Quote a value that holds spaces."),
    BAD_VALUE(
            "E0006",
            "value not of its form",
            Exit.USAGE,
            "The value of an option or parameter is not of the form it needs: a number, a date such as 2026-01-31, one of"
                    + " some words. The help of the command says which."),
    UNKNOWN_COLUMN(
            "E0007",
            "unknown column",
            Exit.USAGE,
            "--columns names a column that the answer does not have. Columns have the names of the JSON keys."),
    UNMASK_WITHOUT_REASON(
            "E0008",
            "unmasking needs a reason",
            Exit.USAGE,
            "Names, phone numbers and the like are shown masked. --unmask shows them, and the reason given with --reason is"
                    + " recorded."),
    NEEDS_CONFIRMATION(
            "E0009",
            "change not confirmed",
            Exit.REFUSED,
            "The change is a big one. On a terminal siyu asks; anywhere else, in a script or a pipeline, say --yes. With"
                    + " --dry-run nothing is changed and nothing is asked."),
    UNKNOWN_TOPIC(
            "E0010",
            "no such help topic",
            Exit.USAGE,
            "`siyu help` takes a command, a topic or an error code. `siyu help topics` lists the topics."),
    CANNOT_WRITE(
            "E0011",
            "output cannot be written",
            Exit.FAILED,
            "Standard output does not take what siyu writes, for example because the disk is full. What was written so far"
                    + " is not complete."),
    INPUT_OUTPUT(
            "E0012",
            "file cannot be read or written",
            Exit.FAILED,
            "The operating system refused a file: it is not there, is a directory, or may not be read or written."),
    OUT_OF_MEMORY(
            "E0013",
            "not enough memory",
            Exit.FAILED,
            "The work needs more memory than Java was given. Nothing is half done. SIYU_JAVA_OPTIONS='-Xmx8g' gives 8 GB."),
    TOO_DEEP(
            "E0014",
            "nested too deeply",
            Exit.FAILED,
            "Something in the input is nested more deeply than siyu follows."),
    INTERRUPTED(
            "E0015",
            "interrupted",
            Exit.INTERRUPTED,
            "The run was stopped by a signal, such as Ctrl-C. A change that was not yet acknowledged is not stored."),
    CLASH(
            "E0016",
            "options do not go together",
            Exit.USAGE,
            "One option makes another one meaningless or wrong, so nothing was done. The help of the command says what each is"
                    + " for.");

    private final Entry entry;

    CliCode(String id, String title, Exit exit, String meaning) {
        this.entry = new Entry(id, title, meaning, exit);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
