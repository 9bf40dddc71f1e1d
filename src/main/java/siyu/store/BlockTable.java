package siyu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.h2.jdbc.JdbcResultSet;

/**
 * A table that holds packed blocks. Domains list theirs, so that {@code db check} and {@code db backup} look into every block.
 *
 * @param name of the table, lower case
 * @param column that holds the block, lower case; a row may have none (null)
 */
public record BlockTable(String name, String column) {
    /** The same table for each of its columns that hold blocks. */
    public static List<BlockTable> of(String name, List<String> columns) {
        return columns.stream().map(column -> new BlockTable(name, column)).toList();
    }

    /** The block in a column (from 1) of a row, to be read only: it is the database's own, which {@code getBytes} would copy. */
    public static byte[] block(ResultSet row, int column) throws SQLException {
        return ((JdbcResultSet) row).getInternal(column).getBytesNoCopy();
    }
}
