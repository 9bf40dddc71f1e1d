package siyu.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes the files of a sample. Any size streams in constant memory: some megabytes per thread.
 *
 * <p>Cost: 4 threads make a gigabyte in a few seconds; see {@code EventRows}.
 */
public final class Sample {
    private static final int DAYS_AROUND = 500;

    private final SampleOptions options;
    private final Path directory;
    private final Progress progress;
    private final int firstDay;
    private final long total;
    private long made;

    private Sample(SampleOptions options, Path directory, Progress progress) {
        this.options = options;
        this.directory = directory;
        this.progress = progress;
        this.firstDay = (int) options.today().toEpochDay() - Person.SPAN - DAYS_AROUND;
        this.total = 3L * CustomerRows.parts(options) + EventRows.parts(options) + 2;
    }

    /** Told how far the work is, in parts of about equal size; called by several threads, never by two at once. */
    @FunctionalInterface
    public interface Progress {
        /** Tells nobody. */
        Progress SILENT = (made, total) -> {};

        /** {@code made} of {@code total} parts are written. */
        void at(long made, long total);
    }

    /** The names of the files, in the order in which they are made. */
    public static List<String> files(SampleOptions options) {
        String facts = (options.jsonLines() ? ".jsonl" : ".csv") + (options.gzip() ? ".gz" : "");
        return List.of(
                "customers" + facts, "events" + facts, "groups.csv", "staff.csv", "members.csv", "referrals.csv");
    }

    /**
     * Writes the files into a directory, which is made when it is not there; files of these names are replaced, each when its
     * successor is whole.
     *
     * @return rows per file, in order
     * @throws IOException when the directory or a file cannot be written; nothing half-written is left
     */
    public static Map<String, Long> generate(SampleOptions options, Path directory, Progress progress)
            throws IOException {
        Files.createDirectories(directory);
        return new Sample(options, directory, progress).all();
    }

    private Map<String, Long> all() throws IOException {
        List<String> names = files(options);
        Map<String, Long> rows = new LinkedHashMap<>();
        Seasons seasons = new Seasons(firstDay, Person.SPAN + DAYS_AROUND + 1);
        Community community = new Community(options);
        int parts = CustomerRows.parts(options);
        Theme theme = options.theme();
        rows.put(names.get(0), facts(names.get(0), theme.customerColumns(), parts, () -> new CustomerRows(options)));
        rows.put(
                names.get(1),
                facts(
                        names.get(1),
                        theme.eventColumns(),
                        EventRows.parts(options),
                        () -> new EventRows(
                                options, seasons, new Rows(theme.eventColumns(), options.jsonLines(), firstDay))));
        rows.put(names.get(2), plain(names.get(2), Community.GROUP_COLUMNS, 1, () -> community::groups));
        rows.put(names.get(3), plain(names.get(3), Community.STAFF_COLUMNS, 1, () -> community::staff));
        rows.put(
                names.get(4), plain(names.get(4), MemberRows.COLUMNS, parts, () -> new MemberRows(options, community)));
        rows.put(names.get(5), plain(names.get(5), ReferralRows.COLUMNS, parts, () -> new ReferralRows(options)));
        return rows;
    }

    private long facts(String name, String[] columns, int parts, Supplier<Ordered.Maker> makers) throws IOException {
        return write(name, columns, parts, options.jsonLines(), options.gzip(), makers);
    }

    private long plain(String name, String[] columns, int parts, Supplier<Ordered.Maker> makers) throws IOException {
        return write(name, columns, parts, false, false, makers);
    }

    private long write(
            String name, String[] columns, int parts, boolean json, boolean gzip, Supplier<Ordered.Maker> makers)
            throws IOException {
        byte[] header = json ? new byte[0] : Rows.utf8(String.join(",", columns) + "\n");
        return new Ordered(directory.resolve(name), parts, gzip)
                .write(options.threads(), header, () -> new Rows(columns, json, firstDay), makers, this::step);
    }

    private synchronized void step() {
        made++;
        progress.at(made, total);
    }
}
