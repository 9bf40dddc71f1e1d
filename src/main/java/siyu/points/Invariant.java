package siyu.points;

import java.util.List;

/**
 * What must be true of the ledger, as a query that finds what is not: rows of customer, entry, posting, what is expected and what
 * was found; customer, entry and posting may be null. An auditor can give the same query to the database himself.
 *
 * @param sql with {@code :last} (the last posting; what is of a later one counts for nothing), {@code :people} (how many customers
 *     there are), {@code :rules} (how many rules), {@code :today} (the day of the last posting), and those of its scope. No
 *     subquery stands where it would be asked for every row
 */
public record Invariant(String name, String meaning, Scope scope, String sql) {
    /** How often a query is asked. */
    public enum Scope {
        /** Once. */
        LEDGER,
        /** For one range of customers after the other, entries with ids from {@code :from} to before {@code :end}: memory stays small. */
        RANGE,
        /**
         * For the entries of one posting in a range, where its totals say that there are such: what counts before {@code :open}, the
         * first moment that was not closed, or after {@code :recorded}.
         */
        POSTING
    }

    /** All of them, in the order in which they are asked. */
    public static final List<Invariant> ALL = List.of(
            whole("postings", "postings are numbered from 1 without gaps", """
                    SELECT NULL, NULL, p.number, 'posting ' || (p.number - 1) || ' before it', 'none'
                    FROM points_posting p
                    WHERE p.number <> 1 AND NOT EXISTS (SELECT 1 FROM points_posting b WHERE b.number = p.number - 1)
                    """),
            whole("recorded", "recorded times never go back", """
                    SELECT NULL, NULL, p.number, 'recorded ' || b.recorded || ' or later', 'recorded ' || p.recorded
                    FROM points_posting p LEFT JOIN points_posting b ON b.number = p.number - 1
                    WHERE p.recorded < b.recorded
                    """),
            whole("forward", "the considered events and the closed period never go back", """
                    SELECT NULL, NULL, p.number,
                      'batch ' || b.considered_batch || ' end ' || b.considered_end || ' closed ' || b.closed_through || ' or later',
                      'batch ' || p.considered_batch || ' end ' || p.considered_end || ' closed ' || p.closed_through
                    FROM points_posting p LEFT JOIN points_posting b ON b.number = p.number - 1
                    WHERE p.considered_batch < b.considered_batch OR p.considered_end < b.considered_end
                      OR p.closed_through < b.closed_through
                    """),
            whole("run", "every posting is part of a recorded run of its own, with the same program", """
                    SELECT NULL, NULL, p.number, 'a run of program ' || p.program_hash,
                      'run ' || p.run_id || COALESCE(' of program ' || r.program_hash, ' that is not there')
                    FROM points_posting p LEFT JOIN run r ON r.id = p.run_id
                      LEFT JOIN points_posting b ON b.number = p.number - 1
                    WHERE r.id IS NULL OR r.program_hash <> p.program_hash OR b.run_id >= p.run_id
                    """),
            whole("rules", "rules are numbered from 1 without gaps and came with a posting", """
                    SELECT NULL, NULL, r.posting, 'rule ' || (r.number - 1) || ' before it, in an earlier posting or the same',
                      'rule ' || r.number || ' in posting ' || r.posting
                    FROM points_rule r
                      LEFT JOIN points_rule b ON b.number = r.number - 1
                      LEFT JOIN points_posting p ON p.number = r.posting
                    WHERE p.number IS NULL OR r.number <> 1 AND (b.number IS NULL OR b.posting > r.posting)
                    """),
            whole("operations", "operations are numbered from 1 without gaps, in the order of the postings", """
                    SELECT o.customer, NULL, o.posting,
                      'operation ' || (o.number - 1) || ' before it, in an earlier posting or the same',
                      'operation ' || o.number || ' in posting ' || o.posting
                    FROM points_operation o LEFT JOIN points_operation b ON b.number = o.number - 1
                    WHERE o.number <> 1 AND (b.number IS NULL OR b.posting > o.posting)
                    """),
            whole("operation_type", "an operation is of a type that there is", """
                    SELECT o.customer, NULL, o.posting, 'a type from 0 to 5', 'operation ' || o.number || ' of type ' || o.type
                    FROM points_operation o
                    WHERE o.type NOT BETWEEN 0 AND 5
                    """),
            whole("operation_count", "a posting has as many operations as it says", """
                    SELECT NULL, NULL, o.posting, 'operations ' || p.operation_count, 'operations ' || o.found
                    FROM (SELECT posting, COUNT(*) AS found FROM points_operation GROUP BY posting) o
                      LEFT JOIN points_posting p ON p.number = o.posting
                    WHERE p.operation_count <> o.found
                    """),
            whole("operation_posting", "an operation is part of a posting", """
                    SELECT o.customer, NULL, o.posting, 'a posting from 1 to :last', 'operation ' || o.number || ' in ' || o.posting
                    FROM points_operation o
                    WHERE o.posting NOT BETWEEN 1 AND :last
                    """),
            whole("cancelled_once", "a redemption is cancelled once, by an operation with its key", """
                    SELECT c.customer, NULL, c.posting, 'the key cancel:' || c.of_operation || ' and a redemption of ' || c.points,
                      'the key ' || COALESCE(c.idempotency_key, '')
                        || COALESCE(' and operation ' || r.number || ' of ' || r.points, ' and none')
                    FROM points_operation c LEFT JOIN points_operation r ON r.number = c.of_operation
                    WHERE c.type = 1 AND (c.idempotency_key IS NULL OR c.idempotency_key <> 'cancel:' || c.of_operation
                      OR r.number IS NULL OR r.type <> 0 OR r.customer <> c.customer OR r.points <> c.points)
                    """),
            whole("customer", "entries and operations are of customers that there are", """
                    SELECT e.customer, e.number, e.posting, 'a customer from 0 to before :people', 'customer ' || e.customer
                    FROM points_entry e
                    WHERE e.id >= CAST(:people AS BIGINT) * 16777216
                    UNION ALL
                    SELECT e.customer, e.number, e.posting, 'a customer from 0 to before :people', 'customer ' || e.customer
                    FROM points_entry e
                    WHERE e.id < 0
                    UNION ALL
                    SELECT o.customer, NULL, o.posting, 'a customer from 0 to before :people',
                      'customer ' || o.customer || ' of operation ' || o.number
                    FROM points_operation o
                    WHERE o.customer NOT BETWEEN 0 AND :people - 1 OR o.other_customer NOT BETWEEN -1 AND :people - 1
                    """),
            ranged("place", "an entry stands where its customer and number say", """
                    SELECT id / 16777216, MOD(id, 16777216), posting,
                      'customer ' || (id / 16777216) || ' entry ' || MOD(id, 16777216),
                      'customer ' || customer || ' entry ' || number
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND id <> CAST(customer AS BIGINT) * 16777216 + number
                    """),
            ranged("kind", "an entry is of a kind that there is, with the sign of its kind, within the limits", """
                    SELECT customer, number, posting,
                      CASE kind WHEN 0 THEN 'earn: more than 0' WHEN 1 THEN 'redeem: less than 0' WHEN 2 THEN 'cancel: more than 0'
                        WHEN 7 THEN 'opening: more than 0' ELSE 'a kind from 0 to 7, not 0 points, at most 10^12' END,
                      'kind ' || kind || ' points ' || points
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND posting <= :last
                      AND (kind NOT BETWEEN 0 AND 7 OR points = 0 OR points NOT BETWEEN -1000000000000 AND 1000000000000
                        OR kind IN (0, 2, 7) AND points < 0 OR kind = 1 AND points > 0)
                    """),
            ranged("opening", "points that come open a lot, and only they", """
                    SELECT customer, number, posting,
                      CASE WHEN kind IN (0, 7) OR kind = 6 AND points > 0 THEN 'lot ' || number ELSE 'an earlier lot' END, 'lot ' || lot
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND posting <= :last
                      AND (lot < 0 OR lot > number OR lot = number AND (kind NOT IN (0, 5, 6, 7) OR points < 0)
                        OR lot <> number AND (kind IN (0, 7) OR kind = 6 AND points > 0)
                        OR lot = 0 AND kind NOT IN (4, 5) OR kind = 5 AND points > 0 AND lot NOT IN (0, number))
                    """),
            ranged(
                    "dates",
                    "a lot has days of use and others have none; what late events bring counts later, not earlier",
                    """
                    SELECT customer, number, posting,
                      CASE WHEN lot = number THEN 'origin not after effective' ELSE 'no days, origin = effective' END,
                      'from ' || available_from || ' until ' || expires_on || ' origin ' || origin || ' effective ' || effective
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND posting <= :last
                      AND (origin > effective OR lot <> number AND (origin <> effective OR available_from <> 0 OR expires_on <> 0))
                    """),
            ranged(
                    "cause",
                    "an earning is by a rule and an event, everything else by an operation; expiry by neither",
                    """
                    SELECT customer, number, posting,
                      CASE kind WHEN 0 THEN 'a rule, an event, no operation' WHEN 3 THEN 'taken back by an operation, or by nothing'
                        ELSE 'an operation, and a rule with its event or neither' END,
                      'rule ' || rule || ' event ''' || event || ''' operation ' || operation
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND posting <= :last
                      AND (rule NOT BETWEEN 0 AND :rules
                        OR rule = 0 AND event <> '' OR rule <> 0 AND event = '' OR operation < 0
                        OR kind = 0 AND (rule = 0 OR operation <> 0) OR kind IN (1, 2, 5, 6, 7) AND (rule <> 0 OR operation = 0)
                        OR kind = 3 AND (points < 0 AND (rule <> 0 OR operation <> 0) OR points > 0 AND (rule = 0 OR operation = 0)))
                    """),
            posting("period", "nothing is dated inside a period that was closed before", """
                    SELECT customer, number, posting, 'at :open or later', 'at ' || effective
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND posting = :posting AND effective < :open
                    """),
            posting("future", "nothing counts from a moment that had not come when it was recorded", """
                    SELECT customer, number, posting, 'at :recorded or earlier', 'at ' || effective
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND posting = :posting AND effective > :recorded
                    """),
            ranged("numbers", "the entries of a customer are numbered from 1 without gaps", """
                    SELECT customer, NULL, NULL, 'entries 1 to ' || COUNT(*), MIN(number) || ' to ' || MAX(number)
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND posting <= :last
                    GROUP BY customer
                    HAVING MIN(number) <> 1 OR MAX(number) <> COUNT(*)
                    """),
            ranged("order", "what was posted later has the higher number", """
                    SELECT customer, number, posting, 'posting ' || earlier || ' or later', 'posting ' || posting
                    FROM (SELECT customer, number, posting, LAG(posting) OVER (PARTITION BY customer ORDER BY number) AS earlier
                      FROM points_entry WHERE id >= :from AND id < :end AND posting <= :last) e
                    WHERE posting < earlier
                    """),
            ranged(
                    "lot",
                    "a lot is opened before it is used, and never holds less than nothing or more than it opened with",
                    """
                    SELECT customer, lot, NULL,
                      'opened first, left 0 to ' || COALESCE(SUM(CASE WHEN number = lot THEN points END), 0),
                      'entry ' || MIN(number) || ' first, left ' || SUM(points)
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND posting <= :last AND lot <> 0
                    GROUP BY customer, lot
                    HAVING MIN(number) <> lot OR SUM(points) < 0 OR SUM(points) > SUM(CASE WHEN number = lot THEN points ELSE 0 END)
                    """),
            ranged(
                    "debt",
                    "nobody owes less than nothing, and he owes only while no lot of his has points that are not expired",
                    """
                    SELECT customer, NULL, NULL, 'a debt of 0 or more, and no points left beside it',
                      'debt ' || -SUM(CASE WHEN lot = 0 THEN points ELSE 0 END)
                        || ' left ' || SUM(CASE WHEN lot <> 0 AND expires_on >= :today THEN points ELSE 0 END)
                    FROM (SELECT customer, lot, SUM(points) AS points, MAX(expires_on) AS expires_on
                      FROM points_entry
                      WHERE id >= :from AND id < :end AND posting <= :last
                      GROUP BY customer, lot) l
                    GROUP BY customer
                    HAVING SUM(CASE WHEN lot = 0 THEN points ELSE 0 END) > 0
                      OR SUM(CASE WHEN lot = 0 THEN points ELSE 0 END) < 0
                        AND SUM(CASE WHEN lot <> 0 AND expires_on >= :today THEN points ELSE 0 END) > 0
                    """),
            ranged("once", "an event earns once by a rule, for ever", """
                    SELECT customer, MAX(number), MAX(posting), 'one earning', COUNT(*) || ' earnings by rule ' || rule || ' of ' || event
                    FROM points_entry
                    WHERE id >= :from AND id < :end AND posting <= :last AND kind = 0
                    GROUP BY customer, rule, event
                    HAVING COUNT(*) > 1
                    """),
            ranged(
                    "operation",
                    "the entries of an operation belong to its customer and posting and come to its points",
                    """
                    SELECT e.customer, e.number, e.posting,
                      COALESCE('operation of customer ' || o.customer || ' posting ' || o.posting || ' type ' || o.type
                        || ' points ' || o.points, 'an operation ' || e.operation),
                      'posting ' || e.posting || CASE WHEN e.last_posting <> e.posting THEN ' and ' || e.last_posting ELSE '' END
                        || ' redeemed ' || e.redeemed || ' cancelled ' || e.cancelled || ' reversed ' || e.reversed
                        || ' adjusted ' || e.adjusted || ' transferred ' || e.transferred || ' opened ' || e.opened
                    FROM (SELECT customer, operation, MIN(number) AS number, MIN(posting) AS posting, MAX(posting) AS last_posting,
                        SUM(CASE WHEN kind = 1 THEN points ELSE 0 END) AS redeemed,
                        SUM(CASE WHEN kind = 2 THEN points ELSE 0 END) AS cancelled,
                        SUM(CASE WHEN kind = 4 AND rule <> 0 THEN points ELSE 0 END) AS reversed,
                        SUM(CASE WHEN kind = 5 THEN points ELSE 0 END) AS adjusted,
                        SUM(CASE WHEN kind = 6 THEN points ELSE 0 END) AS transferred,
                        SUM(CASE WHEN kind = 7 THEN points ELSE 0 END) AS opened
                      FROM points_entry
                      WHERE id >= :from AND id < :end AND posting <= :last AND operation <> 0
                      GROUP BY customer, operation) e
                      LEFT JOIN points_operation o ON o.number = e.operation
                    WHERE o.number IS NULL OR o.posting <> e.posting OR e.last_posting <> e.posting
                      OR o.customer <> e.customer AND (o.type <> 4 OR o.other_customer <> e.customer)
                      OR e.redeemed <> CASE o.type WHEN 0 THEN -o.points ELSE 0 END
                      OR e.cancelled <> CASE o.type WHEN 1 THEN o.points ELSE 0 END
                      OR e.reversed <> CASE o.type WHEN 2 THEN -o.points ELSE 0 END
                      OR e.adjusted <> CASE o.type WHEN 3 THEN o.points ELSE 0 END AND o.type <> 2
                      OR e.transferred <> CASE WHEN o.type <> 4 THEN 0 WHEN o.customer = e.customer THEN -o.points ELSE o.points END
                      OR e.opened <> CASE o.type WHEN 5 THEN o.points ELSE 0 END
                    """),
            ranged("operation_entries", "an operation that moved points has entries", """
                    SELECT o.customer, NULL, o.posting, 'entries of operation ' || o.number, 'none'
                    FROM points_operation o
                    WHERE o.customer >= :from / 16777216 AND o.customer < :end / 16777216 AND o.points <> 0
                      AND NOT EXISTS (SELECT 1 FROM points_entry e
                        WHERE e.id >= CAST(o.customer AS BIGINT) * 16777216 AND e.id < CAST(o.customer + 1 AS BIGINT) * 16777216
                          AND e.operation = o.number)
                    """));

    /** What each posting comes to in a range; held against what the postings say when all ranges were asked. */
    static final String TOTALS = """
            SELECT posting, COUNT(*), SUM(points), MIN(effective), MAX(effective)
            FROM points_entry
            WHERE id >= :from AND id < :end
            GROUP BY posting
            """;

    private static Invariant posting(String name, String meaning, String sql) {
        return new Invariant(name, meaning, Scope.POSTING, sql);
    }

    private static Invariant whole(String name, String meaning, String sql) {
        return new Invariant(name, meaning, Scope.LEDGER, sql);
    }

    private static Invariant ranged(String name, String meaning, String sql) {
        return new Invariant(name, meaning, Scope.RANGE, sql);
    }
}
