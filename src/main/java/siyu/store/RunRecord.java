package siyu.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One change as it was recorded. The heads chain: {@code headAfter} is the SHA-256 of {@code headBefore} and everything else
 * the record says, so a record cannot be changed or taken out without being noticed.
 *
 * @param id from 1, without gaps
 * @param headBefore SHA-256, hexadecimal; 64 zeros before the first run
 */
public record RunRecord(long id, Store.Run run, Instant finished, String headBefore, String headAfter) {
    static final String FIRST_HEAD = "0".repeat(64);
    static final int PAGE = 1000;

    private static final String SELECT =
            "SELECT id, actor, command, program_hash, input_hash, reason, started, finished,"
                    + " head_before, head_after FROM run";

    /** The record of the next run after a head. Texts longer than their columns are cut, so that no name stops a change. */
    static RunRecord after(long last, String head, Store.Run run, Instant finished) {
        Store.Run kept = new Store.Run(
                cut(run.actor(), 200),
                cut(run.command(), 1000),
                cut(run.programHash(), 64),
                cut(run.inputHash(), 64),
                cut(run.reason(), 4000),
                Times.instant(Times.micros(run.started())));
        Instant end = Times.instant(Times.micros(finished));
        return new RunRecord(last + 1, kept, end, head, hash(last + 1, kept, end, head));
    }

    /** Whether the record is what its head says. */
    boolean holds() {
        return hash(id, run, finished, headBefore).equals(headAfter);
    }

    private static String cut(String text, int most) {
        String kept = text.length() <= most ? text : text.substring(0, most);
        // Half a surrogate pair would be stored as something else, and then the hash would not fit.
        return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Canonical bytes, version 1: every part with its length, so that no two records have the same. */
    private static String hash(long id, Store.Run run, Instant finished, String before) {
        StringBuilder bytes = new StringBuilder("siyu.run/1\n");
        for (Object part : new Object[] {
            before,
            id,
            run.actor(),
            run.command(),
            run.programHash(),
            run.inputHash(),
            run.reason(),
            Times.micros(run.started()),
            Times.micros(finished)
        }) {
            String text = part.toString();
            bytes.append(text.length()).append(':').append(text).append('\n');
        }
        return Migrations.sha256(bytes.toString().getBytes(StandardCharsets.UTF_8));
    }

    void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO run (id, actor, command, program_hash, input_hash, reason,"
                        + " started, finished, head_before, head_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, run.actor());
            insert.setString(3, run.command());
            insert.setString(4, run.programHash());
            insert.setString(5, run.inputHash());
            insert.setString(6, run.reason());
            insert.setLong(7, Times.micros(run.started()));
            insert.setLong(8, Times.micros(finished));
            insert.setString(9, headBefore);
            insert.setString(10, headAfter);
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE head SET run = ?, hash = ? WHERE id = 1")) {
            update.setLong(1, id);
            update.setString(2, headAfter);
            update.executeUpdate();
        }
    }

    /** The last {@code most} runs, the latest first. */
    static List<RunRecord> last(Connection connection, int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY")) {
            select.setInt(1, most);
            return read(select);
        }
    }

    /** The first {@link #PAGE} runs with greater numbers, ascending. */
    static List<RunRecord> page(Connection connection, long after) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " WHERE id > ? ORDER BY id FETCH FIRST ? ROWS ONLY")) {
            select.setLong(1, after);
            select.setInt(2, PAGE);
            return read(select);
        }
    }

    private static List<RunRecord> read(PreparedStatement select) throws SQLException {
        List<RunRecord> runs = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Store.Run run = new Store.Run(
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        Times.instant(rows.getLong(7)));
                runs.add(new RunRecord(
                        rows.getLong(1), run, Times.instant(rows.getLong(8)), rows.getString(9), rows.getString(10)));
            }
        }
        return runs;
    }
}
