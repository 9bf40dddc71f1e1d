package siyu.program;

import siyu.core.Code;
import siyu.core.Exit;

/** What can be wrong with a program beyond the form of its YAML. */
public enum ProgramCode implements Code {
    EXISTS(
            "E0211",
            "workspace is there already",
            "'siyu init' makes a new workspace and replaces no file. Nothing was written. Give a directory that has none of the"
                    + " files, or change the workspace that is there.",
            Exit.REFUSED),
    NO_WORKSPACE(
            "E0201",
            "no workspace",
            "Neither the folder nor any folder above it has a siyu.yaml. Go to the workspace, name it with -C DIR, or make one"
                    + " with `siyu init DIR`.",
            Exit.USAGE),
    OUTSIDE(
            "E0202",
            "path leaves the workspace",
            "The files under `include:` lie inside the workspace: no absolute paths, no way out by .. or by a symbolic link, so"
                    + " that a program is complete with its folder.",
            Exit.PROGRAM),
    BAD_INCLUDE(
            "E0203",
            "include not possible",
            "Only siyu.yaml includes, and each file once. So the list there is the whole program, and nothing can go in a circle.",
            Exit.PROGRAM),
    SECTION_TWICE(
            "E0204",
            "section in two files",
            "A section of the program stands in one file as a whole; otherwise one part could hide the other. Put the two parts"
                    + " together.",
            Exit.PROGRAM),
    BAD_DATA_PATH(
            "E0205",
            "data file's path not possible",
            "The path of the data file becomes part of a connection address, in which ; and control characters would have a"
                    + " meaning of their own. The ending .mv.db is added by itself.",
            Exit.PROGRAM),
    RESERVED_NAME(
            "E0206",
            "name is taken",
            "Attributes and kinds of events may not have the name of a built-in attribute (for customers id, name, phone,"
                    + " registered, latitude, longitude, region, birthday, consent; for events id, customer, kind, at, amount,"
                    + " channel, ref), nor a word of the expression language such as and, or, not, in, any, today.",
            Exit.PROGRAM),
    TYPE_CLASH(
            "E0207",
            "one attribute, two types",
            "An attribute that several kinds of events share has one type everywhere, so that `any[…]` can use it. Rename one, or"
                    + " give both the same type (the same words in the same order).",
            Exit.PROGRAM),
    DUPLICATE_WORD(
            "E0208",
            "word given twice",
            "A list of words names each word once; customers could not be told apart by two equal ones.",
            Exit.PROGRAM),
    UNKNOWN_PATH(
            "E0209",
            "path names nothing",
            "`--set path=value` changes a value of the program. The path follows the keys of the YAML, joined by dots, with the"
                    + " position in a list in brackets, from 0: segmentations.ring.segments.inner, or referral.tiers.steps[1].reward.",
            Exit.USAGE),
    BAD_SETTING(
            "E0210",
            "not path=value",
            "`--set` takes a path, an equals sign and a value, which is read as YAML: --set currency=HKD.",
            Exit.USAGE),
    MANY_MORE(
            "E0212",
            "more problems than are shown",
            "The first 200 problems, in the order of files and lines, are shown. Repair them and look again.",
            Exit.PROGRAM);

    private final Entry entry;

    ProgramCode(String id, String title, String meaning, Exit exit) {
        this.entry = new Entry(id, title, meaning, exit);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
