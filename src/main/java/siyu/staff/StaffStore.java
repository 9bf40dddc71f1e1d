package siyu.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.points.Term;
import siyu.store.Store;

/** Staff, and whom they look after, in the data file. */
public final class StaffStore {
    private static final int BATCH = 1000;
    private static final String TRANSFERS =
            "SELECT t.staff, COUNT(*) FROM staff_transfer t JOIN staff_handover h ON h.number = t.handover";

    private final Store store;

    public StaffStore(Store store) {
        this.store = store;
    }

    /** Everybody on the staff, by number. */
    public List<Person> people() {
        return store.read(connection -> {
            List<Person> people = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT number, id, name, phone, region, weight, daily_cap, maximum_load, hours, active"
                                    + " FROM staff ORDER BY number");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String hours = rows.getString(9);
                    people.add(new Person(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getInt(6),
                            limit(rows, 7),
                            limit(rows, 8),
                            hours == null ? null : Hours.of(hours),
                            rows.getBoolean(10)));
                }
            }
            return people;
        });
    }

    private static long limit(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? Person.NO_LIMIT : value;
    }

    /** Puts people in the place of those with their numbers, or beside the others. */
    public void write(List<Person> people, Store.Run run) {
        store.write(run, connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM staff WHERE number = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO staff (number, id, name, phone, region, weight, daily_cap, maximum_load, hours,"
                                    + " active, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                long id = Store.run(connection);
                for (Person person : people) {
                    delete.setInt(1, person.number());
                    delete.addBatch();
                    insert.setInt(1, person.number());
                    insert.setString(2, person.id());
                    insert.setString(3, person.name());
                    insert.setString(4, person.phone());
                    insert.setString(5, person.region());
                    insert.setInt(6, person.weight());
                    limit(insert, 7, person.dailyCap());
                    limit(insert, 8, person.mostLoad());
                    Hours hours = person.hours();
                    insert.setString(9, hours == null ? null : hours.toString());
                    insert.setBoolean(10, person.active());
                    insert.setLong(11, id);
                    insert.addBatch();
                }
                delete.executeBatch();
                insert.executeBatch();
            }
            return people;
        });
    }

    private static void limit(PreparedStatement insert, int column, long limit) throws SQLException {
        if (limit == Person.NO_LIMIT) {
            insert.setNull(column, Types.BIGINT);
        } else {
            insert.setLong(column, limit);
        }
    }

    /**
     * Who looks after a customer.
     *
     * @param way 1 by a live code, 2 as its backup, 3 by a handover, 4 by an import
     * @param begun microseconds
     */
    public record Owner(
            int customer,
            int staff,
            long begun,
            int way,
            @Nullable String code) {}

    /** Who looks after one customer; null for nobody. */
    public @Nullable Owner owner(int customer) {
        List<Owner> found = owners(" WHERE customer = ?", customer);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The customers of one person, in order of number. */
    public List<Owner> customersOf(int person) {
        return owners(" WHERE staff = ? ORDER BY customer", person);
    }

    /** Everybody who is looked after. */
    public List<Owner> owners() {
        return owners("", -1);
    }

    private List<Owner> owners(String where, int number) {
        return store.read(connection -> {
            List<Owner> found = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT customer, staff, begun, way, code FROM staff_owner" + where)) {
                if (!where.isEmpty()) {
                    select.setInt(1, number);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Owner(
                                rows.getInt(1), rows.getInt(2), rows.getLong(3), rows.getInt(4), rows.getString(5)));
                    }
                }
            }
            return found;
        });
    }

    /** By number of a customer: the number of who looks after him, -1 for nobody. */
    public int[] owners(int customers) {
        return store.read(connection -> {
            int[] owners = new int[customers];
            Arrays.fill(owners, -1);
            try (PreparedStatement select = connection.prepareStatement("SELECT customer, staff FROM staff_owner");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    owners[rows.getInt(1)] = rows.getInt(2);
                }
            }
            return owners;
        });
    }

    /** The staff at a moment, with their loads and what came to them on its day. */
    public Crew crew(StaffRules rules, LocalDateTime at, ZoneId zone) {
        return crew(rules, at, zone, -1);
    }

    /** @param except the number of somebody whose planned handovers do not count, because they are planned anew; -1 for nobody */
    public Crew crew(StaffRules rules, LocalDateTime at, ZoneId zone, int except) {
        List<Person> people = people();
        long day = at.toLocalDate().toEpochDay();
        long from = micros(at.toLocalDate().atTime(LocalTime.MIN), zone);
        long to = micros(at.toLocalDate().plusDays(1).atTime(LocalTime.MIN), zone);
        return store.read(connection -> {
            long[] load = new long[people.size()];
            long[] today = new long[people.size()];
            count(connection, load, "SELECT staff, COUNT(*) FROM staff_owner GROUP BY staff");
            count(
                    connection,
                    load,
                    TRANSFERS + " WHERE t.state = 1 AND h.staff <> ? OR t.state = 2 GROUP BY t.staff",
                    except);
            for (String table : List.of("staff_owner", "staff_past")) {
                count(
                        connection,
                        today,
                        "SELECT staff, COUNT(*) FROM " + table
                                + " WHERE way IN (1, 2) AND begun >= ? AND begun < ? GROUP BY staff",
                        from,
                        to);
            }
            count(
                    connection,
                    today,
                    TRANSFERS
                            + " WHERE t.state = 1 AND h.staff <> ? AND t.due_day <= ? OR t.requested >= ? AND t.requested < ?"
                            + " GROUP BY t.staff",
                    except,
                    day,
                    from,
                    to);
            return new Crew(people, rules.hours(), at, load, today);
        });
    }

    private static void count(Connection connection, long[] into, String sql, long... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setLong(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    into[rows.getInt(1)] += rows.getLong(2);
                }
            }
        }
    }

    /** By number of a person: the credits in a live code. */
    public long[] credits(String code, int people) {
        return store.read(connection -> {
            long[] credits = new long[people];
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT staff, credit FROM staff_credit WHERE code = ?")) {
                select.setString(1, code);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        credits[rows.getInt(1)] = rows.getLong(2);
                    }
                }
            }
            return credits;
        });
    }

    /** Which customers and people removed each other. */
    public Partings partings(Term coolDown, ZoneId zone) {
        return store.read(connection -> {
            Partings partings = new Partings(coolDown);
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT customer, staff, ended FROM staff_past WHERE parting IN (1, 2)");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    partings.add(rows.getInt(1), rows.getInt(2), day(rows.getLong(3), zone));
                }
            }
            return partings;
        });
    }

    /** Writes a plan: who looks after whom from a moment on, and whose turn it is next. */
    public void assign(AssignPlan plan, long at, Store.Run run) {
        store.write(run, connection -> {
            long id = Store.run(connection);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO staff_owner (customer, staff, begun, way, code, run_id) VALUES (?, ?, ?, ?, ?, ?)")) {
                int waiting = 0;
                for (int i = 0; i < plan.size(); i++) {
                    Decision decision = plan.decision(i);
                    if (!decision.placed()) {
                        continue;
                    }
                    insert.setInt(1, plan.customer(i));
                    insert.setInt(2, decision.person());
                    insert.setLong(3, at);
                    insert.setInt(4, decision.outcome() == Decision.Outcome.BACKUP ? 2 : 1);
                    insert.setString(5, plan.code().name());
                    insert.setLong(6, id);
                    insert.addBatch();
                    if (++waiting % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            credits(connection, plan.code().name(), plan.done());
            return id;
        });
    }

    private static void credits(Connection connection, String code, long[] credits) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM staff_credit WHERE code = ?")) {
            delete.setString(1, code);
            delete.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO staff_credit (code, staff, credit) VALUES (?, ?, ?)")) {
            for (int person = 0; person < credits.length; person++) {
                if (credits[person] != 0) {
                    insert.setString(1, code);
                    insert.setInt(2, person);
                    insert.setLong(3, credits[person]);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    static long micros(LocalDateTime at, ZoneId zone) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at.atZone(zone).toInstant());
    }

    /** The day of a moment. */
    public static LocalDate day(long micros, ZoneId zone) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
    }
}
