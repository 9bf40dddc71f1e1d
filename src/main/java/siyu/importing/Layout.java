package siyu.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.core.Nearest;
import siyu.core.Place;

/** Where the columns of a file go. Immutable; shared by the workers. */
final class Layout {
    /** Left out. */
    static final int SKIP = -1;

    final Fields fields;
    final RecordReader.Options options;

    /** Whether the file has the column; a key of JSON Lines that has not come yet may still come. */
    final boolean[] present;

    /** The columns by name, in order. */
    final List<String> columns;

    /** The target of each column, or {@link #SKIP}. */
    final int[] targets;

    /** The columns that say who a customer is. */
    final int[] personal;

    /** Of a column whose target an earlier column has too, that column; otherwise -1. */
    final int[] earlier;

    private Layout(Fields fields, RecordReader.Options options, List<String> columns, int[] targets) {
        this.fields = fields;
        this.options = options;
        this.columns = List.copyOf(columns);
        this.targets = targets;
        this.present = new boolean[targets.length];
        Arrays.fill(present, true);
        this.personal = IntStream.range(0, targets.length)
                .filter(column -> fields.personal(options.map().getOrDefault(columns.get(column), columns.get(column)))
                        || fields.personal(columns.get(column)))
                .toArray();
        this.earlier = new int[targets.length];
        for (int i = 0; i < targets.length; i++) {
            earlier[i] = -1;
            for (int j = 0; j < i && targets[i] != SKIP; j++) {
                if (targets[j] == targets[i]) {
                    earlier[i] = j;
                    break;
                }
            }
        }
    }

    /** The layout of a file with this header; every problem of it at once. */
    static Layout ofHeader(Fields fields, RecordReader.Options options, List<String> header, String file, int line) {
        Diagnostics found = new Diagnostics();
        Place place = Place.line(file, line);
        if (header.size() > Row.COLUMN_LIMIT) {
            throw Cell.problem(
                            ImportCode.COLUMNS_TOO_MANY,
                            "the header has " + header.size() + " columns, more than " + Row.COLUMN_LIMIT,
                            null)
                    .at(place)
                    .failure();
        }
        Set<String> names = new HashSet<>();
        int[] targets = new int[header.size()];
        for (int i = 0; i < targets.length; i++) {
            String column = header.get(i);
            targets[i] = SKIP;
            if (!names.add(column)) {
                found.add(Cell.problem(
                                ImportCode.HEADER_TWICE,
                                "column " + Cell.quote(column) + " is in the header twice",
                                null)
                        .at(place));
                continue;
            }
            String delimiter = targets.length == 1 ? otherDelimiter(column) : null;
            if (delimiter != null && !options.map().containsKey(column)) {
                throw Cell.problem(
                                ImportCode.COLUMN_UNKNOWN,
                                "the header is one column " + Cell.quote(column),
                                "tell what stands between the fields: " + delimiter)
                        .at(place)
                        .failure();
            }
            targets[i] = target(fields, options, column, place, found);
        }
        for (String column : options.map().keySet()) {
            if (!names.contains(column)) {
                found.add(Cell.problem(
                                ImportCode.MAPPED_COLUMN_MISSING,
                                "the header has no column " + Cell.quote(column) + ", which --map names",
                                Nearest.hint(column, names))
                        .at(place));
            }
        }
        return checked(fields, options, header, targets, place, found);
    }

    /** What a header that came out as one column was more likely meant to be cut at, as one writes it to a shell. */
    private static @Nullable String otherDelimiter(String header) {
        if (header.indexOf('\t') >= 0) {
            return "--format tsv";
        }
        return header.indexOf(';') >= 0
                ? "--delimiter ';'"
                : header.indexOf('|') >= 0 ? "--delimiter '|'" : header.indexOf(',') >= 0 ? "--delimiter ," : null;
    }

    /** The same layout of a file that has only these columns so far. */
    Layout having(boolean[] columnsSeen) {
        Layout layout = new Layout(fields, options, columns, targets);
        System.arraycopy(columnsSeen, 0, layout.present, 0, columnsSeen.length);
        return layout;
    }

    /** The layout of JSON Lines: every field and every mapped key is a column. */
    static Layout ofKeys(Fields fields, RecordReader.Options options, String file) {
        Diagnostics found = new Diagnostics();
        Place place = Place.file(file);
        List<String> columns = new ArrayList<>(options.map().keySet());
        for (String field : fields.names()) {
            if (!options.map().containsKey(field) && !options.constants().containsKey(field)) {
                columns.add(field);
            }
        }
        int[] targets = new int[columns.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = target(fields, options, columns.get(i), place, found);
        }
        return checked(fields, options, columns, targets, place, found);
    }

    private static int target(
            Fields fields, RecordReader.Options options, String column, Place place, Diagnostics found) {
        String field = options.map().getOrDefault(column, column);
        if (field.equals("-")) {
            return SKIP;
        }
        int target = fields.target(field);
        if (target < 0) {
            boolean mapped = options.map().containsKey(column);
            String nearest = Nearest.hint(field, fields.names());
            found.add(Cell.problem(
                            mapped ? ImportCode.FIELD_UNKNOWN : ImportCode.COLUMN_UNKNOWN,
                            (mapped ? "field " : "column ") + Cell.quote(field) + " is not known",
                            nearest != null
                                    ? nearest
                                    : (fields.declared ? "declare it in the program, or leave" : "leave")
                                            + " the column out with --map '" + column + "=-'")
                    .at(place));
            return SKIP;
        }
        BitSet wanted = options.wanted();
        boolean always = target >= fields.attributes || fields.needed().contains(target);
        return wanted == null || always || wanted.get(target) ? target : SKIP;
    }

    private static Layout checked(
            Fields fields,
            RecordReader.Options options,
            List<String> columns,
            int[] targets,
            Place place,
            Diagnostics found) {
        Layout layout = new Layout(fields, options, columns, targets);
        Map<String, String> constants = options.constants();
        Set<String> named = new LinkedHashSet<>(constants.keySet());
        named.addAll(options.fieldNulls().keySet());
        for (String field : named) {
            if (fields.target(field) < 0) {
                found.add(Cell.problem(
                                ImportCode.FIELD_UNKNOWN,
                                "field " + Cell.quote(field) + " is not known",
                                Nearest.hint(field, fields.names()))
                        .at(place));
            }
        }
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] == SKIP) {
                continue;
            }
            given.add(targets[i]);
            String field = fields.name(targets[i]);
            boolean twice = constants.containsKey(field);
            if (twice) {
                found.add(Cell.problem(
                                ImportCode.FIELD_TWICE,
                                "field " + Cell.quote(field) + " has both a column and a constant",
                                "leave the column out with --map '" + columns.get(i) + "=-'")
                        .at(place));
            }
        }
        for (int target : fields.needed()) {
            String field = fields.name(target);
            if (!given.contains(target) && !constants.containsKey(field)) {
                found.add(Cell.problem(
                                ImportCode.FIELD_MISSING,
                                "no column gives the field " + Cell.quote(field),
                                "name one with --map COLUMN=" + field)
                        .at(place));
            }
        }
        found.throwIfAny();
        return layout;
    }
}
