package siyu.points;

import java.util.concurrent.atomic.AtomicLong;

/** Whether the columns of the ledger say the same as its entries. For many threads. */
final class Columns {
    private static final String NAME = "columns";

    private final Differences differences;
    private final AtomicLong seen = new AtomicLong();

    Columns(Differences differences) {
        this.differences = differences;
    }

    /** Holds what the columns have of a range against its entries, both in the order of their ids. */
    void range(Entries entries, ColumnStore.Rows rows) {
        seen.addAndGet(rows.size());
        int row = 0;
        int entry = 0;
        while (entry < entries.size() || row < rows.size()) {
            long first = entry < entries.size()
                    ? EntryStore.id(entries.customer[entry], entries.number[entry])
                    : Long.MAX_VALUE;
            long second = row < rows.size() ? EntryStore.id(rows.customer(row), rows.number(row)) : Long.MAX_VALUE;
            if (first == second) {
                if (!same(entries, entry, rows, row)) {
                    add(entries, entry, words(entries, entry), words(rows, row));
                }
                entry++;
                row++;
            } else if (first < second) {
                add(entries, entry, words(entries, entry), "nothing");
                entry++;
            } else {
                differences.add(rows.customer(row), rows.number(row), 0, NAME, "nothing", words(rows, row));
                row++;
            }
        }
    }

    private void add(Entries entries, int entry, String expected, String found) {
        differences.add(entries.customer[entry], entries.number[entry], entries.posting[entry], NAME, expected, found);
    }

    private static boolean same(Entries entries, int entry, ColumnStore.Rows rows, int row) {
        return entries.kind[entry] == rows.kind(row)
                && entries.points[entry] == rows.points(row)
                && entries.lot[entry] == rows.lot(row)
                && entries.effective[entry] == rows.effective(row)
                && entries.until[entry] == rows.until(row);
    }

    private static String words(Entries entries, int entry) {
        return words(
                entries.kind[entry],
                entries.points[entry],
                entries.lot[entry],
                entries.effective[entry],
                entries.until[entry]);
    }

    private static String words(ColumnStore.Rows rows, int row) {
        return words(rows.kind(row), rows.points(row), rows.lot(row), rows.effective(row), rows.until(row));
    }

    private static String words(int kind, long points, int lot, long effective, int until) {
        return "kind " + kind + ", " + points + " points, lot " + lot + ", at " + effective + ", until " + until;
    }

    /** @param all how many rows there are in all columns */
    void finish(long all) {
        if (all != seen.get()) {
            differences.add(-1, 0, 0, NAME, seen + " rows", all + " rows");
        }
    }
}
