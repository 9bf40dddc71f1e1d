package siyu.config;

import siyu.core.Code;
import siyu.core.Exit;

/** What can be wrong with a YAML file as such, whatever its keys mean. */
public enum ConfigCode implements Code {
    UNREADABLE(
            "E0101",
            "file cannot be read",
            "The file is missing, is a folder, or may not be read by you. Nothing was changed. Check the path, which is"
                    + " relative to the workspace."),
    TOO_LARGE(
            "E0102",
            "file is too large",
            "A YAML file of a workspace may have 256 KB at most. Split it and name the parts under `include:`."),
    ENCODING(
            "E0103",
            "file is not UTF-8",
            "YAML files are UTF-8, with or without one byte order mark. Save the file as UTF-8; an editor on Windows may have"
                    + " chosen UTF-16 or GB18030."),
    CONTROL_CHARACTER(
            "E0104",
            "control character",
            "Apart from line ends and tabs inside a line, control characters and byte order marks within the text are"
                    + " refused: they cannot be seen and change what is meant. In double quotes write them as escapes."),
    TAB(
            "E0105",
            "tab in the indentation",
            "YAML measures structure by indentation, and the width of a tab is anybody's guess. Indent with spaces."),
    SYNTAX(
            "E0106",
            "not YAML",
            "The text does not follow the grammar of YAML at this place. After such a problem reading goes on with the next"
                    + " section, so several can be shown at once. Texts that contain `: `, ` #` or, within braces or brackets,"
                    + " a comma must be quoted."),
    SEVERAL_DOCUMENTS(
            "E0107",
            "several documents",
            "A file holds one YAML document. Remove the line `---` within it, or split the file and use `include:`."),
    TOO_DEEP("E0108", "nested too deeply", "Maps and lists may be nested 50 levels deep."),
    ANCHOR(
            "E0109",
            "anchor or alias",
            "Anchors (`&name`) and aliases (`*name`) are refused, because what they repeat cannot be seen where it counts."
                    + " Give the common part a name of its own, such as a metric. Quote a text that begins with & or *."),
    TAG(
            "E0110",
            "YAML tag",
            "Tags (`!name`, `!!str`) are refused: what a value is follows from its place. Quote a text that begins with !."),
    MERGE_KEY(
            "E0111",
            "merge key",
            "The merge key `<<` is refused like every other hidden repetition. Write the keys out."),
    DUPLICATE_KEY(
            "E0112",
            "key given twice",
            "A map names each key once. Otherwise one of the two values would be lost without a word."),
    UNKNOWN_KEY(
            "E0113",
            "unknown key",
            "This map knows no such key. `siyu validate --schema` prints every key with its meaning."),
    MISSING_KEY("E0114", "missing key", "This map needs the key; there is no sensible default."),
    WRONG_TYPE(
            "E0115",
            "wrong type",
            "Something else is expected here, such as a map where a text stands. Only true and false are booleans; yes, no,"
                    + " on and off are text, as in YAML 1.2."),
    OUT_OF_RANGE("E0116", "out of range", "The number, text or list is smaller or larger than is allowed here."),
    UNKNOWN_WORD("E0117", "unknown word", "Only certain words may stand here."),
    BAD_NAME(
            "E0118",
            "not a name",
            "A name consists of letters (of any script), digits and _, does not begin with a digit, and has at most 64"
                    + " characters, so that expressions can use it."),
    UNKNOWN_ZONE(
            "E0119",
            "unknown time zone",
            "A time zone is given by its IANA name, such as Asia/Shanghai or Europe/London, or as UTC."),
    UNKNOWN_CURRENCY(
            "E0120",
            "unknown currency",
            "A currency is given by its ISO 4217 code, such as CNY, HKD or GBP. For one of your own give code and decimals:"
                    + " `{code: PTS, decimals: 0}`.");

    private final Entry entry;

    ConfigCode(String id, String title, String meaning) {
        this.entry = new Entry(id, title, meaning, Exit.PROGRAM);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
