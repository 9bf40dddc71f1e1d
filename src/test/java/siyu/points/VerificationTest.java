package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import siyu.Said;

/** A ledger that is whole is found so; whatever is changed in it behind its back is found and named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationTest {
    private static final String PROGRAM = """
            program: shop
            timezone: Europe/Berlin
            currency: EUR
            data: shop
            events:
              purchase: {}
              refund: {}
            points:
              redeem: {points: 100, for: 1.00}
              expiry: {after: 30d}
              earn:
                - {name: spend, on: purchase, per: 1.00, points: 1, base: gross}
                - {name: extra, on: purchase, points: 5, when: amount >= 50}
              refunds:
                - {on: refund, of: purchase}
            """;

    private Path folder = Path.of("");
    private Shop shop = never();
    private int copies;

    @SuppressWarnings("NullAway") // Set before the first test.
    private static Shop never() {
        return null;
    }

    /** A ledger with every kind of entry, in many postings, with debts settled and a closed month. */
    @BeforeAll
    void fill(@TempDir Path temporary) throws IOException {
        folder = temporary;
        shop = new Shop(Files.createDirectory(folder.resolve("shop")), PROGRAM);
        shop.customers("a", "b", "c", "d");
        shop.at("2024-01-10T12:00:00Z");
        shop.events(
                "p1,a,purchase,2024-01-02T10:00:00,100.00,",
                "p2,a,purchase,2024-01-05T10:00:00,30.00,",
                "p3,b,purchase,2024-01-03T10:00:00,80.00,",
                "p4,c,purchase,2024-01-04T10:00:00,60.00,");
        shop.done("points", "earn");
        shop.done("points", "redeem", "a", "110", "--key", "r1");
        shop.done("points", "redeem", "b", "85", "--key", "r2");
        shop.at("2024-01-12T12:00:00Z").done("points", "cancel", "a", "r1");
        shop.done("points", "transfer", "a", "d", "40", "--key", "t1");
        shop.done("points", "transfer", "a", "b", "10", "--key", "t2");
        shop.done("points", "adjust", "c", "+7", "--reason", "sorry");
        shop.done("points", "adjust", "c", "-3", "--reason", "not so sorry");
        shop.done("points", "open", "d", "500", "--key", "o1", "--expires", "2024-02-20", "--reason", "before");
        shop.at("2024-01-20T12:00:00Z");
        shop.events("x1,b,refund,2024-01-15T10:00:00,40.00,p3", "x2,a,refund,2024-01-16T10:00:00,10.00,p1");
        shop.done("points", "earn");
        shop.events("p5,b,purchase,2024-01-19T10:00:00,20.00,", "p6,b,purchase,2024-01-19T11:00:00,90.00,");
        shop.done("points", "earn");
        shop.at("2024-02-10T12:00:00Z").done("points", "expire");
        shop.done("points", "close", "--through", "2024-01-31", "--yes");
        shop.events("p7,a,purchase,2024-01-25T10:00:00,12.00,", "p8,c,purchase,2024-02-09T10:00:00,70.00,");
        shop.done("points", "earn");
        shop.done("points", "reverse", "c", "purchase:p8", "--amount", "20");
        shop.done("points", "reverse", "c", "purchase:p4");
    }

    @Test
    void aLedgerThatIsWholeIsFoundSo() throws IOException {
        Said said = shop.run("points", "verify");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("differences: 0");
        assertThat(said.exit()).isZero();
        List<List<String>> balance = shop.rows("points balance a", "balance");
        assertThat(shop.run("points", "verify", "-o", "json").out()).contains("\"differences\": 0");
        assertThat(balance).hasSize(1);
    }

    /** Every kind of entry is there, otherwise the damage below would miss something. */
    @Test
    void theLedgerHasEverything() {
        StringBuilder kinds = new StringBuilder();
        for (String customer : List.of("a", "b", "c", "d")) {
            shop.rows("points statement " + customer, "kind").forEach(kinds::append);
        }
        for (Kind kind : Kind.values()) {
            assertThat(kinds.toString()).contains(kind.word());
        }
    }

    private static final String A = "customer = 0";

    static Stream<Arguments> damages() {
        return Stream.of(
                damage(
                        "a balance",
                        "UPDATE points_entry SET points = points + 1 WHERE id = 1",
                        "a",
                        "content",
                        "posting",
                        "columns"),
                damage(
                        "a column",
                        "UPDATE ledger_block SET points = lots WHERE id = 0 AND posting = 1",
                        "a",
                        "columns"),
                damage("a block", "DELETE FROM ledger_block WHERE posting = 1", "b", "columns"),
                damage(
                        "a block of a range that there is not",
                        "UPDATE ledger_block SET id = id + 5 * 4294967296 WHERE posting = 1",
                        null,
                        "columns"),
                damage(
                        "points spent",
                        "UPDATE points_entry SET points = points - 1 WHERE kind = 1 AND customer = 1 AND number = 3",
                        "b",
                        "lot",
                        "operation",
                        "replay",
                        "content"),
                damage(
                        "a lot",
                        "UPDATE points_entry SET lot = 2 WHERE kind = 1 AND lot = 1 AND " + A,
                        "a",
                        "replay",
                        "content"),
                damage(
                        "a lot that is not there",
                        "UPDATE points_entry SET lot = 99 WHERE kind = 1 AND lot = 1 AND " + A,
                        "a",
                        "opening",
                        "lot",
                        "replay"),
                damage(
                        "a kind",
                        "UPDATE points_entry SET kind = 3 WHERE kind = 1 AND " + A,
                        "a",
                        "cause",
                        "operation",
                        "replay"),
                damage(
                        "a kind that is not there",
                        "UPDATE points_entry SET kind = 42 WHERE id = 1",
                        "a",
                        "kind",
                        "replay",
                        "content"),
                damage(
                        "a sign",
                        "UPDATE points_entry SET points = -points WHERE id = 1",
                        "a",
                        "kind",
                        "lot",
                        "content"),
                damage(
                        "a last day",
                        "UPDATE points_entry SET expires_on = expires_on + 1 WHERE id = 1",
                        null,
                        "content"),
                damage(
                        "a last day of what expired",
                        "UPDATE points_entry SET expires_on = expires_on + 1 WHERE customer = 0 AND number = 3",
                        "a",
                        "replay",
                        "content"),
                damage(
                        "a first day before the event",
                        "UPDATE points_entry SET available_from = available_from - 1 WHERE id = 1",
                        "a",
                        "replay",
                        "content"),
                damage(
                        "a date",
                        "UPDATE points_entry SET effective = effective - 1 WHERE kind = 1 AND " + A,
                        "a",
                        "dates",
                        "replay"),
                damage(
                        "a date to come",
                        "UPDATE points_entry SET effective = effective + 100000000000000, origin = origin + 100000000000000"
                                + " WHERE kind = 2 AND " + A,
                        "a",
                        "future",
                        "replay"),
                damage(
                        "a closed period",
                        "UPDATE points_entry SET effective = origin WHERE customer = 0 AND event = 'p7'",
                        "a",
                        "period",
                        "replay"),
                damage(
                        "a key",
                        "UPDATE points_operation SET idempotency_key = 'key:r9' WHERE idempotency_key = 'key:r1'",
                        null,
                        "content"),
                damage(
                        "a key of a cancellation",
                        "UPDATE points_operation SET idempotency_key = 'cancel:7' WHERE type = 1",
                        "a",
                        "cancelled_once",
                        "content"),
                damage(
                        "the points of an operation",
                        "UPDATE points_operation SET points = points + 1 WHERE idempotency_key = 'key:r2'",
                        "b",
                        "operation",
                        "replay",
                        "content"),
                damage(
                        "an amount refunded",
                        "UPDATE points_operation SET amount = amount - 1 WHERE event = 'p8'",
                        "c",
                        "replay",
                        "content"),
                damage(
                        "a type that is not there",
                        "UPDATE points_operation SET type = 9 WHERE idempotency_key = 'key:r2'",
                        "b",
                        "operation_type",
                        "content"),
                damage(
                        "a lost operation",
                        "DELETE FROM points_operation WHERE idempotency_key = 'key:r2'",
                        "b",
                        "operation",
                        "operations",
                        "posting"),
                damage(
                        "the order of two entries",
                        "UPDATE points_entry SET id = 900, number = 900 WHERE id = 1;"
                                + "UPDATE points_entry SET id = 1, number = 1 WHERE id = 2; UPDATE points_entry SET id = 2, number = 2 WHERE id = 900",
                        "a",
                        "opening",
                        "content"),
                damage(
                        "the order of two postings",
                        "UPDATE points_entry SET posting = 9 WHERE id = 1",
                        "a",
                        "order",
                        "posting"),
                damage(
                        "the chain",
                        "UPDATE points_posting SET head_after = REPEAT('a', 64) WHERE number = 3",
                        null,
                        "chain"),
                damage(
                        "the chain, mended",
                        "UPDATE points_posting SET head_before = REPEAT('a', 64) WHERE number = 4;"
                                + "UPDATE points_posting SET head_after = REPEAT('a', 64) WHERE number = 3",
                        null,
                        "chain"),
                damage(
                        "what a posting says",
                        "UPDATE points_posting SET points = points + 1 WHERE number = 3",
                        null,
                        "posting",
                        "chain"),
                damage(
                        "when it was recorded",
                        "UPDATE points_posting SET recorded = 0 WHERE number = 5",
                        null,
                        "recorded",
                        "chain",
                        "future"),
                damage(
                        "up to where events are considered",
                        "UPDATE points_posting SET considered_end = 0 WHERE number = 9",
                        null,
                        "forward",
                        "chain"),
                damage("a run", "UPDATE points_posting SET run_id = 1 WHERE number = 9", null, "run"),
                damage("a deleted row", "DELETE FROM points_entry WHERE id = 2", "a", "numbers", "posting", "content"),
                damage(
                        "a deleted last row",
                        "DELETE FROM points_entry WHERE customer = 3 AND number = 2",
                        null,
                        "posting",
                        "operation_entries"),
                damage(
                        "a duplicated row",
                        copy("id + 50, customer, number + 50"),
                        "a",
                        "numbers",
                        "once",
                        "posting",
                        "content",
                        "replay"),
                damage(
                        "a duplicated row of the same number",
                        copy("id + 50, customer, number"),
                        "a",
                        "place",
                        "once",
                        "posting"),
                damage("a moved row", "UPDATE points_entry SET id = id + 16777216 * 2 + 60 WHERE id = 1", "c", "place"),
                damage(
                        "another customer",
                        "UPDATE points_entry SET id = id + 16777216 * 2 + 60, customer = 2, number = 61 WHERE id = 1",
                        "c",
                        "numbers",
                        "content"),
                damage(
                        "a customer who is not there",
                        "UPDATE points_entry SET id = 16777216 * 90 + 1, customer = 90, number = 1"
                                + " WHERE customer = 3 AND number = 1",
                        "#90",
                        "customer",
                        "content"),
                damage(
                        "a transfer to another",
                        "UPDATE points_operation SET other_customer = 2 WHERE idempotency_key = 'key:t1'",
                        "d",
                        "operation",
                        "content"),
                damage(
                        "the days of what was given",
                        "UPDATE points_entry SET expires_on = expires_on + 9 WHERE kind = 6 AND customer = 3",
                        null,
                        "transfer",
                        "content"),
                damage("a rule", "UPDATE points_entry SET rule = 2 WHERE id = 1", "a", "once", "content"),
                damage(
                        "a rule that is not there",
                        "UPDATE points_entry SET rule = 7 WHERE id = 1",
                        "a",
                        "cause",
                        "content"),
                damage("an event", "UPDATE points_entry SET event = 'p9' WHERE id = 1", null, "content"),
                damage("a name of a rule", "UPDATE points_rule SET name = 'other' WHERE number = 1", null, "content"),
                damage(
                        "a number of a rule",
                        "UPDATE points_rule SET number = 5 WHERE number = 2",
                        null,
                        "rules",
                        "content"),
                damage("a deleted posting", "DELETE FROM points_posting WHERE number = 4", null, "postings", "chain"),
                damage(
                        "a deleted last posting",
                        "DELETE FROM points_posting WHERE number = (SELECT MAX(number) FROM points_posting)",
                        null,
                        "posting",
                        "operation_posting"),
                damage(
                        "a debt let go",
                        "UPDATE points_entry SET lot = 0 WHERE kind = 2 AND lot = 1 AND " + A,
                        "a",
                        "debt",
                        "opening"),
                damage(
                        "entries put beside",
                        "INSERT INTO points_entry " + select("id + 50, customer, number + 50, 99"),
                        null,
                        "posting"));
    }

    private static String copy(String place) {
        return "INSERT INTO points_entry " + select(place + ", posting");
    }

    private static String select(String place) {
        return "SELECT " + place + ", kind, points, lot, effective, origin, available_from, expires_on, rule,"
                + " operation, event FROM points_entry WHERE id = 1";
    }

    private static Arguments damage(
            String what, String sql, @org.jspecify.annotations.Nullable String customer, String... found) {
        return Arguments.of(what, sql, customer == null ? "" : customer, List.of(found));
    }

    /** What is said of one customer is what was found of him, each with the entries it follows from, added up again here. */
    private static void explained(Shop damaged, String customer) {
        Said said = damaged.run("points", "verify", "--explain", customer, "-o", "tsv");
        assertThat(said.exit()).as(said.err()).isEqualTo(10);
        List<String> found = new ArrayList<>();
        Map<String, Long> left = new HashMap<>();
        for (List<String> row : cells(said)) {
            if (!row.get(1).isEmpty()) {
                found.add(String.join("|", row.get(3), row.get(4), row.get(0), row.get(1), row.get(2)));
                left.clear();
            } else {
                assertThat(left.merge(row.get(8), Long.parseLong(row.get(7)), Long::sum))
                        .as(said.out())
                        .isEqualTo(Long.parseLong(row.get(9)));
            }
        }
        assertThat(found)
                .isEqualTo(cells(damaged.run("points", "verify", "-o", "tsv")).stream()
                        .filter(row -> row.get(0).equals(customer))
                        .map(row -> String.join("|", row.subList(1, 6)))
                        .toList());
    }

    private static List<List<String>> cells(Said said) {
        return said.out()
                .lines()
                .skip(1)
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void damageIsFoundAndNamed(String what, String sql, String customer, List<String> names)
            throws IOException, SQLException {
        Shop damaged = new Shop(shop, Files.createDirectory(folder.resolve("damage" + copies++)));
        String url = "jdbc:h2:file:" + damaged.directory.resolve("shop") + ";IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "SIYU", "");
                Statement statement = connection.createStatement()) {
            int changed = 0;
            for (String one : sql.split(";")) {
                changed += statement.executeUpdate(one);
            }
            assertThat(changed).as("rows changed").isPositive();
        }
        Said said = damaged.run("points", "verify", "-o", "csv");
        assertThat(said.exit()).as(said.err()).isEqualTo(10);
        assertThat(said.err()).contains("E0716");
        List<String> found = said.rows().stream().map(row -> row.get(3)).toList();
        assertThat(found).as(said.out()).containsAll(names);
        // The pass over the entries and the queries find the same.
        assertThat(damaged.run("points", "verify", "--ask", "-o", "csv").rows()).isEqualTo(said.rows());
        if (!customer.isEmpty()) {
            assertThat(said.rows()).as(said.out()).anyMatch(row -> row.get(0).equals(customer));
            if (!customer.startsWith("#")) {
                explained(damaged, customer);
            }
        }
    }
}
