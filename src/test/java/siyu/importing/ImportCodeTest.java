package siyu.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Failure;
import siyu.core.Problem;

/** Every code through a real file: the code, the place, the words and the hint. */
class ImportCodeTest {
    private static final String CUSTOMERS = "id,app,visits,ratio,aum,registered,seen,risk,note\n";
    private static final String EVENTS = "id,customer,kind,at,category\n";

    @TempDir
    Path directory;

    /** What is expected of a file: {@code place message [hint]} of its first problem that has the code. */
    private record Case(ImportCode code, Failing reading, String place, String message, String hint) {}

    private interface Failing {
        void read() throws IOException;
    }

    private final List<Case> cases = new ArrayList<>();

    private void expect(ImportCode code, Failing reading, String place, String message, String hint) {
        cases.add(new Case(code, reading, place, message, hint));
    }

    /** A bad second line of customers. */
    private void row(ImportCode code, String row, String place, String message, String hint) {
        expect(code, () -> csv(CUSTOMERS + row + "\n"), "x.csv:2" + place, message, hint);
    }

    private void csv(String text) {
        Reading.customers(directory, Reading.write(directory, "x.csv", text));
    }

    private void events(String text) {
        Reading.events(directory, Reading.write(directory, "e.csv", text));
    }

    private void json(String text) {
        Reading.customers(directory, Reading.write(directory, "x.jsonl", text));
    }

    private void options(String text, RecordReader.Options options) {
        Reading.write(directory, "x.csv", text);
        Reading.read(RecordReader.Of.CUSTOMERS, options, Reading.setting(directory));
    }

    private static RecordReader.Options with(
            String encoding, Map<String, String> map, Map<String, String> constants, String dateFormat) {
        return new RecordReader.Options(
                List.of("x.csv"),
                null,
                encoding,
                null,
                map,
                constants,
                dateFormat.isEmpty() ? null : dateFormat,
                List.of(),
                null);
    }

    @Test
    void everyCodeIsProvoked() throws IOException {
        files();
        headers();
        rows();
        json();
        values();
        Map<ImportCode, Boolean> provoked = new EnumMap<>(ImportCode.class);
        for (Case each : cases) {
            Failure failure = catchThrowableOfType(Failure.class, each.reading()::read);
            assertThat(failure).as("%s is provoked", each.code()).isNotNull();
            Problem found = failure.problems().stream()
                    .filter(problem -> problem.code() == each.code())
                    .findFirst()
                    .orElse(null);
            assertThat(found).as("%s among %s", each.code(), failure.problems()).isNotNull();
            Problem problem = Objects.requireNonNull(found);
            String place = problem.place() == null ? "" : problem.place().toString();
            String hint = problem.hint() == null ? "" : problem.hint();
            assertThat(place + " " + problem.message() + " [" + hint + "]")
                    .isEqualTo(each.place() + " " + each.message() + " [" + each.hint() + "]");
            provoked.put(each.code(), true);
        }
        assertThat(Arrays.stream(ImportCode.values()).filter(code -> !provoked.containsKey(code)))
                .as("codes without a case")
                .isEmpty();
        assertThat(Arrays.stream(ImportCode.values()).map(ImportCode::id)).doesNotHaveDuplicates();
    }

    private void files() {
        expect(
                ImportCode.FILE_MISSING,
                () -> Reading.customers(directory, "gone.csv"),
                "gone.csv",
                "there is no file 'gone.csv'",
                "");
        expect(
                ImportCode.FILE_IS_DIRECTORY,
                () -> {
                    Files.createDirectories(directory.resolve("folder.csv"));
                    Reading.customers(directory, "folder.csv");
                },
                "folder.csv",
                "'folder.csv' is a directory",
                "");
        expect(ImportCode.FILE_EMPTY, () -> csv(""), "x.csv", "'x.csv' is empty", "");
        expect(
                ImportCode.FILE_UNREADABLE,
                () -> Reading.read(
                        RecordReader.Of.CUSTOMERS,
                        new RecordReader.Options(
                                List.of("-"), "csv", "utf-8", null, Map.of(), Map.of(), null, List.of(), null),
                        RecordReader.Setting.of(directory, new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("Input/output error");
                            }

                            @Override
                            public int read(byte[] bytes, int offset, int length) throws IOException {
                                return read();
                            }
                        })),
                "-",
                "'-' cannot be read: Input/output error",
                "");
        expect(
                ImportCode.GZIP_DAMAGED,
                () -> {
                    byte[] whole = gzip(CUSTOMERS + "1,,,,,,,,\n");
                    Reading.customers(
                            directory, Reading.write(directory, "cut.csv.gz", Arrays.copyOf(whole, whole.length - 9)));
                },
                "cut.csv.gz",
                "the compressed file 'cut.csv.gz' ends too early",
                "");
        expect(
                ImportCode.GZIP_DAMAGED,
                () -> {
                    byte[] whole = gzip(CUSTOMERS + "1,,,,,,,,\n");
                    Reading.customers(
                            directory,
                            Reading.write(directory, "two.csv.gz", GunzipTest.join(whole, whole, new byte[] {7})));
                },
                "two.csv.gz",
                "the compressed file 'two.csv.gz' is damaged: after what is compressed comes something else",
                "");
        expect(
                ImportCode.FORMAT_UNKNOWN,
                () -> Reading.customers(directory, Reading.write(directory, "x.dat", "id\n")),
                "x.dat",
                "the format of 'x.dat' is not told by its name",
                "add --format csv, tsv or jsonl");
        expect(
                ImportCode.FORMAT_UNKNOWN,
                () -> options(
                        "id\n",
                        new RecordReader.Options(
                                List.of("x.csv"), null, "utf-8", '"', Map.of(), Map.of(), null, List.of(), null)),
                "x.csv",
                "the delimiter '\"' cannot be used",
                "a delimiter is one ASCII character, no quote, letter, digit or line end");
        expect(
                ImportCode.ENCODING_UNKNOWN,
                () -> options("id\n1\n", with("gb18031", Map.of(), Map.of(), "")),
                "",
                "encoding 'gb18031' is not known",
                "did you mean 'GB18030'?");
        expect(
                ImportCode.ENCODING_WRONG,
                () -> Reading.customers(
                        directory,
                        Reading.write(
                                directory, "gb.csv", "id,name\n1,x\n2,李雷和韩梅梅\n".getBytes(Charset.forName("GB18030")))),
                "gb.csv:3:3",
                "byte 0xC0 is not UTF-8 here",
                "the bytes look like GB18030: use --encoding gb18030");
        expect(
                ImportCode.ENCODING_WRONG,
                () -> Reading.customers(
                        directory,
                        Reading.write(directory, "u16.csv", "\uFEFFid\n1\n".getBytes(StandardCharsets.UTF_16LE))),
                "u16.csv:1",
                "the file begins with the byte order mark of UTF-16",
                "use --encoding utf-16");
        expect(
                ImportCode.ENCODING_WRONG,
                () -> {
                    byte[] bytes = {'i', 'd', '\n', '1', '\n', (byte) 0x81, (byte) 0x20, '\n'};
                    Reading.write(directory, "x.csv", bytes);
                    Reading.read(
                            RecordReader.Of.CUSTOMERS,
                            with("gb18030", Map.of(), Map.of(), ""),
                            Reading.setting(directory));
                },
                "x.csv:3",
                "0x81 is not GB18030 here",
                "");
        expect(
                ImportCode.DATE_FORMAT_WRONG,
                () -> options("id\n1\n", with("utf-8", Map.of(), Map.of(), "bbbb")),
                "",
                "'bbbb' is not a date format",
                "formats are written as yyyy-MM-dd or dd/MM/yyyy HH:mm");
        expect(
                ImportCode.REJECTS_UNWRITABLE,
                () -> Rejects.to(directory.resolve("no/such.csv")).close(),
                "",
                "the rejects cannot be written to " + directory.resolve("no/such.csv")
                        + ": java.nio.file.NoSuchFileException: " + directory.resolve("no/such.csv"),
                "");
    }

    private void headers() {
        expect(ImportCode.HEADER_TWICE, () -> csv("id,name,id\n"), "x.csv:1", "column 'id' is in the header twice", "");
        expect(
                ImportCode.COLUMN_UNKNOWN,
                () -> csv("id,vists\n"),
                "x.csv:1",
                "column 'vists' is not known",
                "did you mean 'visits'?");
        String[][] headers = {
            {"id;name", "--delimiter ';'"}, {"id|name", "--delimiter '|'"}, {"id\tname", "--format tsv"}
        };
        for (String[] header : headers) {
            expect(
                    ImportCode.COLUMN_UNKNOWN,
                    () -> csv(header[0] + "\n1\n"),
                    "x.csv:1",
                    "the header is one column '" + header[0] + "'",
                    "tell what stands between the fields: " + header[1]);
        }
        expect(
                ImportCode.FIELD_UNKNOWN,
                () -> options("id,n\n1,x\n", with("utf-8", Map.of("n", "nmae"), Map.of(), "")),
                "x.csv:1",
                "field 'nmae' is not known",
                "did you mean 'name'?");
        expect(
                ImportCode.MAPPED_COLUMN_MISSING,
                () -> options("id,naem\n", with("utf-8", Map.of("name", "note", "naem", "-"), Map.of(), "")),
                "x.csv:1",
                "the header has no column 'name', which --map names",
                "did you mean 'naem'?");
        expect(
                ImportCode.FIELD_MISSING,
                () -> csv("name\nx\n"),
                "x.csv:1",
                "no column gives the field 'id'",
                "name one with --map COLUMN=id");
        expect(
                ImportCode.FIELD_TWICE,
                () -> options("id,note\n", with("utf-8", Map.of(), Map.of("note", "x"), "")),
                "x.csv:1",
                "field 'note' has both a column and a constant",
                "leave the column out with --map 'note=-'");
        expect(
                ImportCode.COLUMNS_TOO_MANY,
                () -> csv("id" + ",c".repeat(512) + "\n"),
                "x.csv:1",
                "the header has 513 columns, more than 512",
                "");
    }

    private void rows() {
        expect(
                ImportCode.ROW_TOO_LONG,
                () -> csv("id,name\n1,x\n2," + "y".repeat(5 << 20)),
                "x.csv:3",
                "the row has 2097152 bytes or more, more than 1048576",
                "a quote that is never closed makes one row of the rest of the file");
        expect(
                ImportCode.ROW_TOO_LONG,
                () -> json("{\"id\":\"1\"}\n{\"id\":\"" + "y".repeat(5 << 20)),
                "x.jsonl:2",
                "the row has 2097152 bytes or more, more than 1048576",
                "a quote that is never closed makes one row of the rest of the file");
        expect(
                ImportCode.FIELD_TOO_LONG,
                () -> csv("id,name\n1," + "y".repeat(65537)),
                "x.csv:2:3",
                "the field has 65537 bytes, more than 65536",
                "");
        expect(ImportCode.NUL_BYTE, () -> csv("id,name\n1,a\0b\n"), "x.csv:2:3", "the row has a NUL byte", "");
        expect(
                ImportCode.NUL_BYTE,
                () -> json("{\"id\":\"1\",\"name\":\"a\\u0000\"}\n"),
                "x.jsonl:1",
                "a value has a NUL character",
                "");
        expect(
                ImportCode.FIELD_COUNT,
                () -> csv("id,name\n1,x,y\n"),
                "x.csv:2",
                "the row has 3 fields, the header 2",
                "");
        expect(
                ImportCode.FIELD_COUNT,
                () -> csv("id,name\n1,x\n2"),
                "x.csv:3",
                "the row has 1 field, the header 2",
                "the file may have been cut off here");
        expect(
                ImportCode.QUOTE_OPEN,
                () -> csv("id,name\n1,x\n2,\"y\n"),
                "x.csv:3",
                "the row ends within quotes",
                "the file may have been cut off here");
        expect(
                ImportCode.QUOTE_MISPLACED,
                () -> csv("id,name\n1,x\n2,\"y\"z\n3,u\n"),
                "x.csv:3",
                "a closing quote is followed by text",
                "a quote within a quoted field is written twice");
        expect(
                ImportCode.ROWS_WRONG,
                () -> csv("id\n\"\"\n"),
                "",
                "1 row is wrong up to x.csv line 2, and --max-errors allows 0",
                "--rejects FILE collects them, --max-errors N goes on past N of them");
        expect(ImportCode.VALUE_MISSING, () -> csv("name,id\nx,\n"), "x.csv:2:3", "the row has no value for 'id'", "");
        expect(
                ImportCode.ID_CONTROL,
                () -> csv("id\na\tb\n"),
                "x.csv:2:1",
                "the id 'a\tb' has a control character",
                "");
        expect(
                ImportCode.KIND_UNKNOWN,
                () -> events(EVENTS + "1,c,purchse,2026-01-31,\n"),
                "e.csv:2:5",
                "event kind 'purchse' is not declared",
                "did you mean 'purchase'?");
        expect(
                ImportCode.KIND_HAS_NO,
                () -> events(EVENTS + "1,c,login,2026-01-31,x\n"),
                "e.csv:2:22",
                "events of this kind have no 'category'",
                "declare it under the kind in the program");
        expect(
                ImportCode.VALUES_DIFFER,
                () -> options("id,note,n\n1,a,b\n", with("utf-8", Map.of("n", "note"), Map.of(), "")),
                "x.csv:2:5",
                "columns 'note' and 'n' give different values for 'note'",
                "");
    }

    private void json() {
        expect(
                ImportCode.JSON_WRONG,
                () -> json("{\"id\":\"1\"}\n[1]\n"),
                "x.jsonl:2",
                "the line is not a JSON object",
                "an array of objects is made into lines by jq -c '.[]' FILE");
        expect(
                ImportCode.JSON_WRONG,
                () -> json("{\"id\":\"1\",\"ratio\":NaN}\n"),
                "x.jsonl:1:22",
                "the line is not JSON: Non-standard token 'NaN'",
                "");
        expect(
                ImportCode.JSON_NESTED,
                () -> json("{\"id\":\"1\",\"note\":[1]}\n"),
                "x.jsonl:1",
                "the value of 'note' is an array",
                "leave it out with --map 'note=-'");
        expect(
                ImportCode.KEY_TWICE,
                () -> json("{\"id\":\"1\",\"note\":null,\"note\":\"\"}\n"),
                "x.jsonl:1",
                "the key 'note' is there twice",
                "");
        expect(
                ImportCode.COLUMN_UNKNOWN,
                () -> json("{\"id\":\"1\",\"nmae\":\"\"}\n"),
                "x.jsonl:1",
                "key 'nmae' is not known",
                "did you mean 'name'?");
    }

    private void values() {
        row(
                ImportCode.NOT_BOOLEAN,
                "1,maybe,,,,,,,",
                ":3",
                "'maybe' is not a boolean",
                "booleans are true, false, yes, no, 1 or 0");
        row(ImportCode.NOT_INTEGER, "1,,7.5,,,,,,", ":4", "'7.5' is not a whole number", "");
        row(
                ImportCode.NOT_INTEGER,
                "1,,１２,,,,,,",
                ":4",
                "'１２' is not a whole number",
                "the text has full-width characters; write ASCII digits");
        row(
                ImportCode.INTEGER_RANGE,
                "1,,9223372036854775808,,,,,,",
                ":4",
                "'9223372036854775808' is out of the range of 64-bit integers",
                "");
        row(ImportCode.NOT_DECIMAL, "1,,,NaN,,,,,", ":5", "'NaN' is not a number", "");
        row(ImportCode.NOT_DECIMAL, "1,,,Infinity,,,,,", ":5", "'Infinity' is not a number", "");
        row(ImportCode.DECIMAL_RANGE, "1,,,1e400,,,,,", ":5", "'1e400' is out of the range of decimals", "");
        row(ImportCode.DECIMAL_RANGE, "1,,,1e-400,,,,,", ":5", "'1e-400' is out of the range of decimals", "");
        row(ImportCode.NOT_MONEY, "1,,,,1e3,,,,", ":6", "'1e3' is not an amount", "");
        row(
                ImportCode.MONEY_DECIMALS,
                "1,,,,1.005,,,,",
                ":6",
                "'1.005' has more decimals than the currency, which has 2",
                "");
        row(
                ImportCode.MONEY_RANGE,
                "1,,,,92233720368547758.08,,,,",
                ":6",
                "'92233720368547758.08' is too large for an amount",
                "");
        row(
                ImportCode.NOT_DATE,
                "1,,,,,2026-02-29,,,",
                ":7",
                "'2026-02-29' is not a date",
                "dates are written as 2026-01-31; --date-format tells another form");
        row(
                ImportCode.NOT_TIME,
                "1,,,,,,2026-01-31T24:00,,",
                ":8",
                "'2026-01-31T24:00' is not a time",
                "times are written as 2026-01-31 or 2026-01-31T08:15:00; --date-format tells another form");
        row(
                ImportCode.NOT_TIME,
                "1,,,,,,2026-01-31T08:15:00.123456789Z,,",
                ":8",
                "'2026-01-31T08:15:00.123456789Z' is not a time",
                "times are kept to the microsecond, and nothing is rounded away: write six digits after the second");
        row(
                ImportCode.WORD_UNKNOWN,
                "1,,,,,,,hihg,",
                ":9",
                "'hihg' is not one of the words of this attribute",
                "did you mean 'high'?");
        expect(
                ImportCode.TIME_GAP,
                () -> {
                    Reading.write(directory, "x.csv", "id,seen\n1,2026-03-29T02:30\n");
                    Reading.read(
                            RecordReader.Of.CUSTOMERS,
                            Reading.vocabulary("Europe/Berlin"),
                            RecordReader.Options.of(List.of("x.csv")),
                            Reading.setting(directory));
                },
                "x.csv:2:3",
                "'2026-03-29T02:30' does not exist in Europe/Berlin, where the clock went forward",
                "write the offset, as in 2026-03-29T02:30:00+01:00");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** 100 MB in one line are refused while reading the first two. */
    @Test
    void anEndlessLineIsNotReadIntoMemory() {
        long[] read = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) 'x');
                read[0] += length;
                return length;
            }
        };
        InputStream start = new ByteArrayInputStream("id\n1\n".getBytes(StandardCharsets.UTF_8));
        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> Reading.read(
                        RecordReader.Of.CUSTOMERS,
                        new RecordReader.Options(
                                List.of("-"), "csv", "utf-8", null, Map.of(), Map.of(), null, List.of(), null),
                        RecordReader.Setting.of(directory, new java.io.SequenceInputStream(start, endless))));
        assertThat(failure.problems().get(0).code()).isEqualTo(ImportCode.ROW_TOO_LONG);
        assertThat(Objects.requireNonNull(failure.problems().get(0).place()).line())
                .isEqualTo(3);
        assertThat(read[0]).isLessThan(10 << 20);
    }
}
