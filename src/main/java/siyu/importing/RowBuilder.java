package siyu.importing;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Turns rows of texts into typed columns, chunk after chunk. One per worker and layout. Cost: one call per field with a value. */
final class RowBuilder {
    /** The column of the row in which {@link #problem} is, or -1. */
    int faultColumn = -1;

    private @Nullable Problem problem;

    private final Layout layout;
    private final Fields fields;
    private final int[] targets;
    private final @Nullable Cell[] cells;
    /** By target, the texts that mean unknown besides the empty one. */
    private final byte[][][] nulls;

    /** By target, whether a quoted empty field is unknown as well. */
    private final boolean[] emptyIsNull;

    /** By kind, the columns it may not have; empty for customers. */
    private final int[][] undeclared;

    private final int[] required;
    private final Constants constants;

    private @Nullable Column[] columns;
    private int[] lines = {};
    private int rows;

    RowBuilder(Layout layout) {
        this.layout = layout;
        this.fields = layout.fields;
        this.targets = layout.targets;
        this.cells = cells(fields, layout.options.dateFormat());
        this.columns = new Column[fields.size()];
        this.nulls = new byte[fields.size()][][];
        this.emptyIsNull = new boolean[fields.size()];
        for (int i = 0; i < nulls.length; i++) {
            nulls(i);
        }
        this.constants = new Constants(layout, cells);
        this.undeclared = fields.events() ? undeclared(fields, targets) : new int[0][];
        this.required = fields.needed().stream()
                .filter(target -> fields.required(target) && !constants.has(target))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void nulls(int target) {
        // NA may well be an id; nothing is gained by calling it unknown unless it was meant.
        Set<String> texts = new LinkedHashSet<>(fields.required(target) ? List.of() : layout.options.nulls());
        texts.addAll(layout.options.fieldNulls().getOrDefault(fields.name(target), List.of()));
        emptyIsNull[target] = texts.remove("");
        nulls[target] = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** A cell for every target. */
    static Cell[] cells(Fields fields, @Nullable String dateFormat) {
        ZoneId zone = fields.vocabulary.zone();
        ZoneDays days = new ZoneDays(zone);
        Cell[] cells = new Cell[fields.size()];
        for (int i = 0; i < cells.length; i++) {
            Type type = fields.type(i);
            cells[i] = switch (type.kind()) {
                case BOOLEAN -> new BooleanCell();
                case INTEGER -> new IntegerCell();
                case DECIMAL -> new DecimalCell();
                case MONEY -> new MoneyCell(fields.vocabulary.decimals());
                case TEXT -> fields.identifies(i) ? new IdCell() : new TextCell();
                case DATE -> new DateCell(Moments.of(dateFormat));
                case TIME -> new TimeCell(Moments.of(dateFormat), zone, days);
                case WORD -> new WordCell(type, i == fields.kind ? ImportCode.KIND_UNKNOWN : ImportCode.WORD_UNKNOWN);
            };
        }
        return cells;
    }

    private static int[][] undeclared(Fields fields, int[] targets) {
        int[][] all = new int[fields.vocabulary.kinds().size()][];
        for (int kind = 0; kind < all.length; kind++) {
            Set<String> declared = fields.vocabulary.attributesOf(kind);
            all[kind] = IntStream.range(0, targets.length)
                    .filter(c -> targets[c] != Layout.SKIP && targets[c] < fields.attributes)
                    .filter(c -> !declared.contains(fields.attribute(targets[c])))
                    .toArray();
        }
        return all;
    }

    /** Starts a chunk of at most so many rows. */
    void begin(int capacity) {
        columns = new Column[fields.size()];
        lines = new int[capacity];
        for (int c = 0; c < targets.length; c++) {
            // Objects without a required key are refused or counted one by one, also when none so far has it.
            boolean wanted = targets[c] != Layout.SKIP
                    && (layout.present[c] || fields.needed().contains(targets[c]));
            if (wanted && columns[targets[c]] == null) {
                create(targets[c]);
            }
        }
        rows = 0;
    }

    private Column create(int target) {
        Column column = new Column(fields.type(target), lines.length);
        columns[target] = column;
        cells[target].begin(column, lines.length);
        return column;
    }

    /** Takes a row that has as many fields as the layout has columns; false when it is wrong: see {@link #problem()}. */
    boolean add(Row row, int line) {
        faultColumn = -1;
        int at = rows;
        byte[] bytes = row.bytes;
        for (int c = 0; c < targets.length; c++) {
            int target = targets[c];
            if (target == Layout.SKIP) {
                continue;
            }
            Column column = columns[target];
            int from = row.from[c];
            int to = row.to[c];
            byte state = row.state[c];
            Cell cell = cells[target];
            if (state != Row.ABSENT && cell.trims()) {
                while (from < to && bytes[from] == ' ') {
                    from++;
                }
                while (from < to && bytes[to - 1] == ' ') {
                    to--;
                }
            }
            if (state == Row.ABSENT
                    || from == to && (state == Row.PLAIN || emptyIsNull[target] || !cell.keepsEmpty())
                    || isNull(bytes, from, to, nulls[target])) {
                if (layout.earlier[c] < 0 && column != null) {
                    unknown(column, at);
                }
                continue;
            }
            if (column == null) {
                column = create(target);
            }
            if (layout.earlier[c] >= 0 && column.known[at] == 1) {
                if (!same(row, layout.earlier[c], c)) {
                    return fail(c, ImportCode.VALUES_DIFFER, row);
                }
                continue;
            }
            if (to - from > Row.FIELD_LIMIT) {
                return fail(c, ImportCode.FIELD_TOO_LONG, row);
            }
            ImportCode wrong = cell.read(bytes, from, to, column, at);
            if (wrong != null) {
                return fail(c, wrong, row);
            }
        }
        return complete(row, at, line);
    }

    private boolean complete(Row row, int at, int line) {
        for (int target : required) {
            Column column = columns[target];
            if (column == null || column.known[at] == 0) {
                problem = Cell.problem(
                        ImportCode.VALUE_MISSING, "the row has no value for " + Cell.quote(fields.name(target)), null);
                faultColumn = columnOf(target);
                return false;
            }
        }
        if (undeclared.length > 0 && !declaredAll(row, at)) {
            return false;
        }
        lines[at] = line;
        rows++;
        return true;
    }

    /** Whether every attribute that has a value is one of the event's kind. */
    private boolean declaredAll(Row row, int at) {
        Column kinds = columns[fields.kind];
        for (int c : undeclared[kinds != null ? (int) kinds.longs[at] : constants.kind()]) {
            Column column = columns[targets[c]];
            if (column != null && column.known[at] == 1) {
                return fail(c, ImportCode.KIND_HAS_NO, row);
            }
        }
        return true;
    }

    private static void unknown(Column column, int at) {
        column.known[at] = 0;
        // A row that was refused may have left a value here.
        if (column.doubles.length > 0) {
            column.doubles[at] = 0;
        } else {
            column.longs[at] = 0;
        }
    }

    private static boolean isNull(byte[] bytes, int from, int to, byte[][] words) {
        for (byte[] word : words) {
            if (java.util.Arrays.equals(word, 0, word.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Row row, int a, int b) {
        return java.util.Arrays.equals(row.bytes, row.from[a], row.to[a], row.bytes, row.from[b], row.to[b]);
    }

    private int columnOf(int target) {
        for (int c = 0; c < targets.length; c++) {
            if (targets[c] == target) {
                return c;
            }
        }
        return -1;
    }

    private boolean fail(int column, ImportCode code, Row row) {
        faultColumn = column;
        String text = new String(
                row.bytes, row.from[column], Math.min(row.to[column] - row.from[column], 400), StandardCharsets.UTF_8);
        String field = fields.name(targets[column]);
        problem = switch (code) {
            case FIELD_TOO_LONG ->
                Cell.problem(
                        code, "the field has " + (row.to[column] - row.from[column]) + " bytes, more than 65536", null);
            case VALUES_DIFFER ->
                Cell.problem(
                        code,
                        "columns " + Cell.quote(layout.columns.get(layout.earlier[column])) + " and "
                                + Cell.quote(layout.columns.get(column)) + " give different values for "
                                + Cell.quote(field),
                        null);
            case KIND_HAS_NO ->
                Cell.problem(
                        code,
                        "events of this kind have no " + Cell.quote(field),
                        "declare it under the kind in the program");
            default -> cells[targets[column]].problem(code, text);
        };
        return false;
    }

    /** What was wrong with the last row that {@link #add} refused. */
    Problem problem() {
        if (problem == null) {
            throw new IllegalStateException("no row was refused");
        }
        return problem;
    }

    /** The name of the field in which the problem is, or empty. */
    String faultField() {
        return faultColumn < 0 ? "" : fields.name(targets[faultColumn]);
    }

    /** The texts of a column by row: its dictionary as it is when that has one for each row, as it nearly always has. */
    private Texts identities(@Nullable Column ids) {
        if (ids == null) {
            throw new IllegalStateException("a required column is missing");
        }
        boolean aligned = ids.dictionary.size() == rows;
        for (int i = 0; i < rows && aligned; i++) {
            aligned = ids.known[i] == 1;
        }
        if (aligned) {
            return ids.dictionary;
        }
        Texts texts = new Texts(rows, ids.dictionary.length());
        for (int i = 0; i < rows; i++) {
            int index = (int) ids.longs[i];
            boolean known = ids.known[i] == 1;
            texts.add(
                    ids.dictionary.bytes(),
                    known ? ids.dictionary.start(index) : 0,
                    known ? ids.dictionary.end(index) : 0);
        }
        return texts;
    }

    /** Ends the chunk. */
    RecordChunk end(RawChunk raw, List<Reject> rejects) {
        constants.fill(columns, rows);
        Texts customers = identities(columns[fields.events() ? fields.customer : Vocabulary.CUSTOMER_ID]);
        short[] kinds = new short[fields.events() ? rows : 0];
        if (fields.events()) {
            Column words = columns[fields.kind];
            for (int i = 0; words != null && i < rows; i++) {
                kinds[i] = (short) words.longs[i];
            }
        }
        return new RecordChunk(
                raw.file(),
                raw.index(),
                rows,
                lines,
                java.util.Arrays.copyOf(columns, fields.attributes),
                kinds,
                customers,
                rejects);
    }
}
