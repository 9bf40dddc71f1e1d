package siyu.points;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import siyu.fact.Population;
import siyu.store.Store;

/**
 * The ledger in the data file. A posting is one transaction with one run; the entries of a large one are put there ahead of it in
 * stages, and count when its row is there.
 */
public final class PointsStore {
    /** Entries of one stage: about a megabyte, as a larger transaction is written twice by the database. */
    private static final int STAGE = 20_000;

    /** Bytes of memory there may be for each entry that a simulation keeps between its passes, which takes some eighty. */
    private static final long ROOM = 400;

    private final Store store;

    public PointsStore(Store store) {
        this.store = store;
    }

    public Ledger ledger() {
        return store.read(PostingStore::ledger);
    }

    public RuleNumbers rules() {
        return store.read(PostingStore::rules);
    }

    /** What one range of customers has. */
    public Earning.History history(int range, Ledger ledger) {
        int first = range * Population.RANGE;
        return history(first, first + Population.RANGE - 1, ledger);
    }

    /** What customers {@code first} to {@code last} have, inclusive. */
    public Earning.History history(int first, int last, Ledger ledger) {
        return store.read(connection -> new Earning.History(
                EntryStore.read(connection, first, last, ledger.posting()),
                ledger.operations() == 0 ? List.of() : OperationStore.read(connection, first, last)));
    }

    /** Sees what entries changed, by customer, then by their number. */
    @FunctionalInterface
    public interface Changes {
        /**
         * One entry, as {@link Entries} has it.
         *
         * @param until last day of the lot it opens; 0 when it opens none
         */
        void entry(int customer, int number, Kind kind, long points, int lot, long effective, int until);
    }

    /** Sees what customers earned. */
    @FunctionalInterface
    public interface Earned {
        /** @param points negative for what was taken back */
        void points(int customer, long points);
    }

    /** Shows what the entries of one range of customers changed. */
    public void changes(int range, Ledger ledger, Changes changes) {
        int first = range * Population.RANGE;
        store.read(connection -> {
            if (ledger.packed()) {
                ColumnStore.Rows rows = ColumnStore.read(connection, range, ledger.posting());
                for (int row = 0; row < rows.size(); row++) {
                    changes.entry(
                            rows.customer(row),
                            rows.number(row),
                            Kind.of(rows.kind(row)),
                            rows.points(row),
                            rows.lot(row),
                            rows.effective(row),
                            rows.until(row));
                }
            } else {
                EntryStore.changes(connection, first, first + Population.RANGE - 1, ledger.posting(), changes);
            }
            return range;
        });
    }

    /**
     * Shows what one range of customers earned, in no fixed order.
     *
     * @param from microseconds from which it counts, inclusive
     * @param to exclusive
     */
    public void earned(int range, Ledger ledger, long from, long to, Earned earned) {
        int first = range * Population.RANGE;
        store.read(connection -> {
            if (ledger.packed()) {
                ColumnStore.earned(connection, range, ledger.posting(), from, to, earned);
            } else {
                EntryStore.earned(connection, first, first + Population.RANGE - 1, ledger.posting(), from, to, earned);
            }
            return range;
        });
    }

    /** What one range of customers has, each operation with its posting. */
    Recorded recorded(int range, Ledger ledger) {
        int first = range * Population.RANGE;
        int last = first + Population.RANGE - 1;
        return store.read(connection -> {
            Entries entries = EntryStore.read(connection, first, last, ledger.posting());
            if (ledger.operations() == 0) {
                return new Recorded(entries, List.of(), new int[0]);
            }
            List<Operation> operations = OperationStore.read(connection, first, last);
            int[] postings = OperationStore.postings(connection, first, last, operations.size());
            return new Recorded(entries, operations, postings);
        });
    }

    /** What a simulation starts from: all postings, and what each range of customers has, of which some is kept for the next pass. */
    public Simulation.History simulated(Ledger ledger, java.time.ZoneId zone) {
        PostingFacts postings = new PostingFacts(zone);
        new VerifyStore(store).postings(postings::add);
        Map<Integer, Recorded> kept = new ConcurrentHashMap<>();
        AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / ROOM);
        return new Simulation.History(postings, rules(), range -> {
            Recorded before = kept.get(range);
            if (before != null) {
                return before;
            }
            Recorded recorded = recorded(range, ledger);
            if (room.addAndGet(-recorded.entries().size()) >= 0) {
                kept.put(range, recorded);
            }
            return recorded;
        });
    }

    /** The operation with a key, or null. */
    public @Nullable Operation operation(String key) {
        List<Operation> found = store.read(connection -> OperationStore.byKey(connection, key));
        return found.isEmpty() ? null : found.get(0);
    }

    /** The operation with a number, or null. */
    public @Nullable Operation operation(long number) {
        List<Operation> found = store.read(connection -> OperationStore.byNumber(connection, number));
        return found.isEmpty() ? null : found.get(0);
    }

    /** What a rule brought over all customers. */
    public long earnedBy(int rule, Ledger ledger) {
        return store.read(connection -> EntryStore.earnedBy(connection, rule, ledger.posting()));
    }

    public List<Posting> postings() {
        return store.read(PostingStore::all);
    }

    /** Writes a plan, all of it or nothing, and returns how far the ledger is then. */
    public Ledger post(PointsPlan plan, Store.Run run) {
        return post(plan, run, connection -> {});
    }

    /** What belongs to a posting and is written with it. */
    @FunctionalInterface
    public interface Beside {
        void write(Connection connection) throws SQLException;
    }

    /** The same, with what another part of the program writes in the same transaction. A plan without anything posts nothing. */
    public Ledger post(PointsPlan plan, Store.Run run, Beside beside) {
        if (plan.empty()) {
            return store.write(run, connection -> {
                beside.write(connection);
                return PostingStore.ledger(connection);
            });
        }
        // An older file first gets its tables, before anything is put there ahead.
        store.upgrade();
        List<Integer> ranges = new ArrayList<>();
        List<byte[]> digests = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        for (PointsPlan.Part part : plan.parts()) {
            Arrays.fill(part.entries().posting, 0, part.entries().size(), plan.posting());
            if (part.entries().size() > 0) {
                ranges.add(part.range());
                digests.add(Chain.digest(part.entries(), plan.posting()));
            }
            operations.addAll(part.operations());
        }
        String content = Chain.content(ranges, digests, operations, plan.rules().fresh());
        boolean ahead = plan.entries() > STAGE;
        clean(plan.before());
        if (ahead) {
            stage(plan);
        }
        return store.write(run, connection -> {
            Ledger now = PostingStore.ledger(connection);
            if (now.posting() != plan.before().posting()
                    || !now.head().equals(plan.before().head())) {
                throw PointsCode.OUTDATED
                        .problem("posting " + now.posting() + " came between the plan and its posting")
                        .failure();
            }
            if (!ahead) {
                for (PointsPlan.Part part : plan.parts()) {
                    insert(connection, plan, part, 0, part.entries().size());
                }
            }
            if (plan.before().packed()) {
                if (plan.posting() % ColumnStore.FOLDED_EVERY == 0) {
                    for (int range : ranges) {
                        ColumnStore.fold(connection, range, plan.posting());
                    }
                }
                PostingStore.packed(connection, plan.posting());
            }
            OperationStore.insert(connection, operations, plan.posting());
            PostingStore.insert(connection, plan.rules().fresh(), plan.posting());
            PostingStore.insert(
                    connection,
                    new Posting(
                                    plan.posting(),
                                    Store.run(connection),
                                    plan.type(),
                                    plan.recorded(),
                                    run.programHash(),
                                    plan.entries(),
                                    operations.size(),
                                    plan.points(),
                                    plan.considered(),
                                    plan.closedThrough(),
                                    content,
                                    now.head(),
                                    "")
                            .sealed());
            if (ahead) {
                PostingStore.staging(connection, false);
            }
            beside.write(connection);
            return PostingStore.ledger(connection);
        });
    }

    /** Removes what an interrupted posting left behind. */
    private void clean(Ledger before) {
        if (before.leftOver()) {
            store.stage(connection -> {
                EntryStore.deleteAfter(connection, before.posting());
                ColumnStore.deleteAfter(connection, before.posting());
                PostingStore.staging(connection, false);
                return true;
            });
        }
    }

    private void stage(PointsPlan plan) {
        store.stage(connection -> {
            PostingStore.staging(connection, true);
            return true;
        });
        for (PointsPlan.Part part : plan.parts()) {
            Entries entries = part.entries();
            for (int from = 0; from < entries.size(); from += STAGE) {
                int start = from;
                int end = Math.min(entries.size(), from + STAGE);
                store.stage(connection -> {
                    insert(connection, plan, part, start, end);
                    return true;
                });
            }
        }
    }

    /** Writes rows {@code from} to {@code to} of a part. */
    private static void insert(Connection connection, PointsPlan plan, PointsPlan.Part part, int from, int to)
            throws SQLException {
        EntryStore.insert(connection, part.entries(), from, to);
        if (plan.before().packed() && from < to) {
            ColumnStore.insert(connection, part.range(), plan.posting(), part.entries(), from, to);
        }
    }
}
