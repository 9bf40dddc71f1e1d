package siyu.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** A connection to a data file whose prepared statements may name tables that come late (see {@link LateTables}). */
final class StoreConnection extends JdbcConnection {
    private final LateTables late;
    private boolean changing;

    /** Not through DriverManager, which would look for drivers on the whole class path. */
    StoreConnection(String url, String user, LateTables late) throws SQLException {
        super(url, new Properties(), user, "", false);
        this.late = late;
    }

    /** The storage behind the database. */
    MVStore storage() {
        return ((SessionLocal) getSession()).getDatabase().getStore().getMvStore();
    }

    /** Undoes what was not committed. Where there is nothing, the prepared statements are kept, which a rollback forgets. */
    void end() throws SQLException {
        if (((SessionLocal) getSession()).hasPendingTransaction()) {
            rollback();
        } else {
            commit();
        }
    }

    /** Says whether what is done with it from now on changes the file. */
    void changing(boolean now) {
        changing = now;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        try {
            return super.prepareStatement(sql);
        } catch (SQLException e) {
            if (!Schema.lacksTable(e)) {
                throw e;
            }
        }
        @Nullable PreparedStatement empty = null;
        if (changing) {
            late.build(sql);
        } else {
            empty = late.empty(this, sql);
        }
        return empty == null ? super.prepareStatement(sql) : empty;
    }
}
