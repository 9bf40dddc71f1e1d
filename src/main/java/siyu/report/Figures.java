package siyu.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.out.Heading;

/**
 * The rows of a report: first the columns that say what a row is about, then figures.
 *
 * <p>With groups the first key is the group. Belongs to one thread.
 */
public final class Figures {
    final List<Heading> headings;

    /** How many of the first columns are keys. */
    final int keys;

    /** Which column counts the customers behind a row, so that small ones can be left out. */
    final int counted;

    final List<@Nullable Object[]> rows = new ArrayList<>();

    /** How many customers and events were looked at, by name. */
    final Map<String, Long> read = new LinkedHashMap<>();

    /** What stands beside the rows in the answer, by name. */
    final Map<String, Object> extras = new LinkedHashMap<>();

    /** What whoever reads the figures must know. */
    final List<String> notes = new ArrayList<>();

    /** By row: the fewest customers that any of its figures is about. */
    private final IdentityHashMap<@Nullable Object[], Long> fewest = new IdentityHashMap<>();

    private final List<@Nullable String> groups;

    private Figures(List<Heading> headings, int keys, int counted, List<@Nullable String> groups) {
        this.headings = List.copyOf(headings);
        this.keys = keys;
        this.counted = counted;
        this.groups = groups;
    }

    /**
     * @param keys how many of the headings are keys, not counting the group
     * @param counted the name of the column that counts the customers behind a row
     */
    static Figures of(Asked asked, int keys, String counted, Heading... headings) {
        List<Heading> all = new ArrayList<>();
        if (asked.groups().given()) {
            all.add(Heading.text("group"));
        }
        all.addAll(List.of(headings));
        int more = all.size() - headings.length;
        return new Figures(
                all,
                keys + more,
                all.stream().map(Heading::name).toList().indexOf(counted),
                more == 0 ? List.of() : asked.groups().names());
    }

    /** The same with other columns, all of which are put together already. */
    Figures shaped(List<Heading> columns, int keyColumns, int countColumn) {
        Figures other = new Figures(columns, keyColumns, countColumn, List.of());
        other.read.putAll(read);
        other.extras.putAll(extras);
        other.notes.addAll(notes);
        return other;
    }

    /** Adds a row of a group (0 when there are none). */
    void row(int group, @Nullable Object... cells) {
        if (groups.isEmpty()) {
            rows.add(cells);
            return;
        }
        @Nullable Object[] row = new @Nullable Object[cells.length + 1];
        row[0] = groups.get(group);
        System.arraycopy(cells, 0, row, 1, cells.length);
        rows.add(row);
    }

    /** Says of the last row that some of its figures are about so many customers only; of none at all nothing is told. */
    void behind(long... customers) {
        for (long count : customers) {
            if (count > 0) {
                fewest.merge(rows.get(rows.size() - 1), count, Math::min);
            }
        }
    }

    /** The fewest customers that any figure of a row is about; 0 for none. */
    long customers(@Nullable Object[] row) {
        long counts = row[counted] instanceof Long count ? count : 0;
        long least = fewest.getOrDefault(row, counts);
        return counts > 0 ? Math.min(counts, least) : least;
    }

    /** Whether the first key is the group. */
    boolean grouped() {
        return headings.get(0).name().equals("group");
    }

    /** Adds a row as it is. */
    void whole(@Nullable Object... cells) {
        rows.add(cells);
    }

    Figures read(String what, long count) {
        read.put(what, count);
        return this;
    }

    public List<Heading> headings() {
        return headings;
    }

    public List<@Nullable Object[]> rows() {
        return rows;
    }

    public Map<String, Long> read() {
        return read;
    }

    /** Lines for stderr. */
    public List<String> notes() {
        return notes;
    }

    /** What a row is about, for people: {@code period=2026-02, group=inner}. */
    String about(@Nullable Object[] row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < keys; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(headings.get(i).name())
                    .append('=')
                    .append(row[i] == null ? "-" : row[i]);
        }
        return text.length() == 0 ? "the only row" : text.toString();
    }

    /** A part of a whole, null for no whole. */
    static @Nullable Double share(long part, long whole) {
        return share((double) part, (double) whole);
    }

    /** The same of figures that are no counts. */
    static @Nullable Double share(double part, double whole) {
        return whole == 0 ? null : part / whole;
    }
}
