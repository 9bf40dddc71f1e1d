package siyu.importing;

import siyu.core.Code;
import siyu.core.Exit;

/** What can be wrong with a file of records. */
public enum ImportCode implements Code {
    FILE_MISSING(
            "E0401",
            "no such file",
            "The file that was named does not exist. Paths are taken from the working directory; - is standard input."),
    FILE_IS_DIRECTORY(
            "E0402",
            "a directory, not a file",
            "A directory was named where a file is read. Name the files in it one by one."),
    FILE_EMPTY(
            "E0403",
            "empty file",
            "The file holds no bytes, or nothing after decompression. A CSV file has at least a header line; an empty JSON Lines file is taken to be a mistake too, because an export that failed looks like it."),
    FILE_UNREADABLE(
            "E0404",
            "file cannot be read",
            "The system refused to open or to read the file. The message is the system's own."),
    GZIP_DAMAGED(
            "E0405",
            "damaged gzip file",
            "The compressed file ends too early or fails its checksum, so rows are missing or wrong. Fetch it again; nothing of it was taken."),
    FORMAT_UNKNOWN(
            "E0406",
            "format not known",
            "The format is told by the name (.csv, .tsv, .jsonl, .ndjson, each with or without .gz) or by --format csv, tsv or jsonl. Standard input has no name.",
            Exit.USAGE),
    ENCODING_UNKNOWN(
            "E0407",
            "encoding not known",
            "The name given to --encoding is not a character set of this Java. Common ones: utf-8, gb18030, big5, iso-8859-1, utf-16.",
            Exit.USAGE),
    ENCODING_WRONG(
            "E0408",
            "bytes not of the encoding",
            "Some bytes are not text in the encoding (UTF-8 unless --encoding says otherwise). They are never replaced silently. The hint names an encoding in which the bytes are text."),
    DATE_FORMAT_WRONG(
            "E0409",
            "date format not understood",
            "The value of --date-format is not a pattern of letters such as yyyy-MM-dd, yyMMdd or dd/MM/yyyy HH:mm.",
            Exit.USAGE),
    HEADER_TWICE(
            "E0410",
            "column twice",
            "Two columns of the header have the same name, so which one is meant is not known. Rename one of them."),
    COLUMN_UNKNOWN(
            "E0411",
            "column not known",
            "A column (a key in JSON Lines) is no attribute of the program. Declare it under customers: or events:, map it with --map column=field, or leave it out with --map column=-."),
    FIELD_UNKNOWN(
            "E0412",
            "field not known",
            "The field on the right of --map, or before the = of --value or --null, is no attribute of the program.",
            Exit.USAGE),
    MAPPED_COLUMN_MISSING(
            "E0413",
            "mapped column missing",
            "A column named by --map is not in the header. Names are compared exactly.",
            Exit.USAGE),
    FIELD_MISSING(
            "E0414",
            "required field missing",
            "Customers need id; events need id, kind, customer and at; what other rows need is told by the help of their import. A column, a mapping or a constant must give each of them."),
    FIELD_TWICE("E0415", "field given twice", "One field is given by a column and by a constant."),
    COLUMNS_TOO_MANY("E0416", "too many columns", "A file may have 512 columns at most."),
    ROW_TOO_LONG(
            "E0417",
            "row too long",
            "A row may have 1 MB (1,048,576 bytes) at most. In CSV a quote that is never closed makes one long row of the rest of the file."),
    FIELD_TOO_LONG("E0418", "field too long", "A field may have 64 KB (65,536 bytes) at most."),
    NUL_BYTE(
            "E0419",
            "NUL byte",
            "The row holds a byte 0, which no text has. The file is binary, damaged, or in UTF-16."),
    FIELD_COUNT(
            "E0420",
            "wrong number of fields",
            "The row has more or fewer fields than the header. Often a delimiter inside a text is not quoted, or the last line was cut off."),
    QUOTE_OPEN(
            "E0421",
            "quote never closed",
            "A quoted field has no closing quote before the end of the file. Often the file was cut off."),
    QUOTE_MISPLACED(
            "E0422",
            "text after a closing quote",
            "After the closing quote of a field comes something else than a delimiter or the end of the line. A quote inside a quoted field is written twice."),
    JSON_WRONG("E0423", "not JSON", "The line is not one JSON object. JSON Lines has one object on each line."),
    JSON_NESTED(
            "E0424",
            "nested value",
            "An array, or an object where a plain value is expected. Keys within objects are named with a dot (value.amount); leave a key out with --map key=-."),
    KEY_TWICE("E0425", "key twice", "One JSON object has the same key twice."),
    VALUES_DIFFER(
            "E0426",
            "two values for one field",
            "Two columns are mapped to one field, both have a value, and the values differ."),
    NOT_BOOLEAN("E0430", "not a yes or no", "Booleans are true, false, yes, no, 1 or 0, in any case."),
    NOT_INTEGER(
            "E0431",
            "not a whole number",
            "Integers are ASCII digits with an optional sign; a fraction of zeros only (7.0) is allowed, separators of thousands are not."),
    INTEGER_RANGE(
            "E0432", "number out of range", "Integers have 64 bits: -9223372036854775808 to 9223372036854775807."),
    NOT_DECIMAL(
            "E0433",
            "not a number",
            "Decimals are ASCII digits with an optional sign, point and exponent. NaN and Infinity are not numbers."),
    DECIMAL_RANGE(
            "E0434",
            "number out of range",
            "The decimal is too large for a 64-bit floating number, or so small that it would become 0."),
    NOT_MONEY(
            "E0435",
            "not an amount",
            "Amounts are ASCII digits with an optional sign and point: no exponent, no currency sign, no separators of thousands."),
    MONEY_DECIMALS(
            "E0436",
            "too many decimals",
            "The amount has more decimals than the currency. Amounts are never rounded silently."),
    MONEY_RANGE("E0437", "amount out of range", "Amounts have 64 bits of minor units."),
    NOT_DATE(
            "E0438",
            "not a date",
            "Dates are written 2026-01-31 unless --date-format says otherwise, and must exist in the calendar, years 1 to 9999."),
    NOT_TIME(
            "E0439",
            "not a time",
            "Times are written 2026-01-31T08:15:00 with an optional fraction (6 digits) and offset (Z, +08:00), or as a date alone, which is the start of that day. --date-format tells other forms."),
    TIME_GAP(
            "E0440",
            "time does not exist",
            "The clock of the program's zone skipped this local time when summer time began. Write the offset (+08:00) to say which moment is meant."),
    WORD_UNKNOWN(
            "E0441",
            "word not known",
            "The attribute is declared with a list of words and this is none of them. Words are compared exactly."),
    KIND_UNKNOWN("E0442", "event kind not known", "The kind is not declared under events:."),
    VALUE_MISSING(
            "E0443",
            "required value missing",
            "The row has no value for a field that every row must have: id, and for events also kind and at."),
    ID_CONTROL("E0444", "control character in an id", "Ids may not hold control characters such as tabs or line ends."),
    KIND_HAS_NO(
            "E0445",
            "attribute of another kind",
            "The event's kind does not declare this attribute, yet the row has a value for it."),
    ROWS_WRONG(
            "E0448",
            "too many rows are wrong",
            "More rows are wrong than --max-errors allows, so nothing was taken. --rejects FILE collects the wrong rows with their reasons."),
    REJECTS_UNWRITABLE(
            "E0449",
            "rejects cannot be written",
            "The file of --rejects cannot be created or written, or it holds something else than the rejects of a run before.");

    private final Entry entry;

    ImportCode(String id, String title, String meaning) {
        this(id, title, meaning, Exit.PROGRAM);
    }

    ImportCode(String id, String title, String meaning, Exit exit) {
        this.entry = new Entry(id, title, meaning, exit);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
