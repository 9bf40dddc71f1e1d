package siyu.points;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** What a verification comes to as tables. */
public final class VerifyTables {
    private VerifyTables() {}

    /** The columns of {@link #verify}. */
    public static final List<String> VERIFY = List.of("customer", "entry", "posting", "invariant", "expected", "found");

    /**
     * What a verification found.
     *
     * @param ids external id by customer number
     */
    public static Table verify(Verification verification, IntFunction<String> ids, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Difference difference : verification.found()) {
            rows.add(new @Nullable Object[] {
                difference.customer() < 0 ? null : ids.apply(difference.customer()),
                difference.entry() == 0 ? null : (long) difference.entry(),
                difference.posting() == 0 ? null : (long) difference.posting(),
                difference.invariant(),
                difference.expected(),
                difference.found()
            });
        }
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.of("entry", Kind.INTEGER),
                Heading.of("posting", Kind.INTEGER),
                Heading.text("invariant"),
                Heading.text("expected"),
                Heading.text("found"));
        return Table.of("siyu.points.verify/1", asOf.zone(), headings, Rows.of(rows))
                .with("postings", (long) verification.postings())
                .with("entries", verification.entries())
                .with("operations", verification.operations())
                .with("differences", verification.count())
                .with("head", verification.head());
    }

    /** The columns of {@link #verifyExplain}. */
    public static final List<String> VERIFY_EXPLAIN =
            List.of("invariant", "expected", "found", "entry", "posting", "at", "kind", "points", "lot", "left");

    /**
     * What was found of one customer, each with the entries that it follows from: those of the lot it is about up to the one where it
     * shows, or all that he has when it is about none. When nothing was found, what was looked at.
     *
     * @param entries of the customer
     */
    public static Table verifyExplain(
            String customer, Verification verification, List<Difference> differences, Entries entries, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Difference difference : differences) {
            rows.add(new @Nullable Object[] {
                difference.invariant(),
                difference.expected(),
                difference.found(),
                difference.entry() == 0 ? null : (long) difference.entry(),
                difference.posting() == 0 ? null : (long) difference.posting(),
                null,
                null,
                null,
                null,
                null
            });
            chain(difference, entries, rows);
        }
        if (differences.isEmpty()) {
            Set<String> broken = new HashSet<>();
            verification.found().forEach(difference -> broken.add(difference.invariant()));
            for (Invariant invariant : Invariant.ALL) {
                boolean whole = invariant.scope() == Invariant.Scope.LEDGER;
                String seen = whole
                        ? verification.postings() + " postings, " + verification.operations() + " operations"
                        : entries.size() + " entries";
                rows.add(looked(invariant.name(), invariant.meaning(), whole, seen, broken));
            }
            rows.add(looked(
                    "replay", "deciding again writes the same entries", false, entries.size() + " entries", broken));
            rows.add(looked(
                    "chain",
                    "hashing again gives the same heads",
                    true,
                    verification.postings() + " postings",
                    broken));
        }
        List<Heading> headings = List.of(
                Heading.text("invariant"),
                Heading.text("expected"),
                Heading.text("found"),
                Heading.of("entry", Kind.INTEGER),
                Heading.of("posting", Kind.INTEGER),
                Heading.of("at", Kind.TIME),
                Heading.text("kind"),
                Heading.of("points", Kind.INTEGER),
                Heading.of("lot", Kind.INTEGER),
                Heading.of("left", Kind.INTEGER));
        return Table.of("siyu.points.verify_explain/1", asOf.zone(), headings, Rows.of(rows))
                .with("customer", customer)
                .with("differences", (long) differences.size())
                .with("differences_of_all", verification.count())
                .with("head", verification.head());
    }

    /** @param whole whether it is about the whole ledger, so that it may not hold although nothing of the customer is wrong */
    private static @Nullable Object[] looked(
            String invariant, String meaning, boolean whole, String seen, Set<String> broken) {
        String how = whole && broken.contains(invariant) ? "does not hold in " : "holds in ";
        return new @Nullable Object[] {invariant, meaning, how + seen, null, null, null, null, null, null, null};
    }

    /** The entries that a difference follows from, with what is left of the lot after each. */
    private static void chain(Difference difference, Entries entries, List<@Nullable Object[]> rows) {
        int at = -1;
        for (int row = 0; row < entries.size(); row++) {
            at = difference.entry() > 0 && entries.number[row] == difference.entry() ? row : at;
        }
        Map<Integer, Long> left = new HashMap<>();
        for (int row = 0; row < (at < 0 ? entries.size() : at + 1); row++) {
            int lot = entries.lot[row];
            if (at < 0 || lot == entries.lot[at]) {
                int kind = entries.kind[row];
                rows.add(new @Nullable Object[] {
                    difference.invariant(),
                    null,
                    null,
                    (long) entries.number[row],
                    (long) entries.posting[row],
                    PointsTables.instant(entries.effective[row]),
                    kind >= 0 && kind < siyu.points.Kind.values().length
                            ? siyu.points.Kind.of(kind).word()
                            : Integer.toString(kind),
                    entries.points[row],
                    (long) lot,
                    left.merge(lot, entries.points[row], Long::sum)
                });
            }
        }
    }

    /** The columns of {@link #invariants}. */
    public static final List<String> INVARIANTS = List.of("invariant", "meaning", "asked", "query");

    /** What must be true, as queries. */
    public static Table invariants(List<Invariant> invariants) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Invariant invariant : invariants) {
            rows.add(new @Nullable Object[] {
                invariant.name(),
                invariant.meaning(),
                invariant.scope().name().toLowerCase(Locale.ROOT),
                invariant.sql().strip()
            });
        }
        List<Heading> headings = INVARIANTS.stream().map(Heading::text).toList();
        return Table.of("siyu.points.invariants/1", ZoneOffset.UTC, headings, Rows.of(rows));
    }
}
