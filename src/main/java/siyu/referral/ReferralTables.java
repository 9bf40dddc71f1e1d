package siyu.referral;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** Referrals as tables. */
public final class ReferralTables {
    /** Invitations for which tiers are worked out. */
    private static final int SHOWN = 12;

    private ReferralTables() {}

    private static @Nullable Instant time(long micros) {
        return micros == Decided.NEVER ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static BigDecimal amount(Award unit, long amount, Vocabulary vocabulary) {
        return BigDecimal.valueOf(amount, unit.decimals(vocabulary));
    }

    private static Kind kind(Award unit) {
        return unit.unit() == Award.Unit.MONEY ? Kind.MONEY : Kind.INTEGER;
    }

    private static Object cell(Award unit, long amount, Vocabulary vocabulary) {
        return unit.unit() == Award.Unit.MONEY ? amount(unit, amount, vocabulary) : (Object) amount;
    }

    /** What a referrer gets for 1 to 12 referrals, each and in all. */
    public static Table tiers(ReferralRules rules, Vocabulary vocabulary) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (long n = 1; n <= SHOWN; n++) {
            rows.add(new @Nullable Object[] {
                n,
                cell(rules.award(), rules.tiers().next(n - 1), vocabulary),
                cell(rules.award(), rules.tiers().total(n), vocabulary)
            });
        }
        List<Heading> headings = List.of(
                Heading.of("referrals", Kind.INTEGER),
                Heading.of("this_one", kind(rules.award())),
                Heading.of("in_all", kind(rules.award())));
        Table table = Table.of("siyu.referral.tiers/1", vocabulary.zone(), headings, Rows.of(rows))
                .with("mode", rules.tiers().mode().word())
                .with("unit", rules.award().unitName(vocabulary));
        Award referee = rules.referee();
        Award second = rules.second();
        table = referee == null ? table : table.with("referee", referee.text(vocabulary));
        return second == null ? table : table.with("second", second.text(vocabulary));
    }

    /** How many invitations are where. */
    public static Table status(Decided decided, AsOf asOf) {
        Map<State, Map<Cause, long[]>> counts = new EnumMap<>(State.class);
        for (int i = 0; i < decided.invitations().size(); i++) {
            counts.computeIfAbsent(decided.state(i), none -> new EnumMap<>(Cause.class))
                    .computeIfAbsent(decided.cause(i), none -> new long[1])[0]++;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        counts.forEach((state, causes) -> causes.forEach((cause, invitations) -> rows.add(
                new @Nullable Object[] {state.word(), cause == Cause.NONE ? null : cause.word(), invitations[0]})));
        List<Heading> headings =
                List.of(Heading.text("state"), Heading.text("cause"), Heading.of("invitations", Kind.INTEGER));
        return Table.of("siyu.referral.status/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today())
                .with("invitations", (long) decided.invitations().size())
                .with("without_referee", decided.unnamed());
    }

    /** The columns of {@link #list}. */
    public static final List<String> LIST = List.of(
            "invitation", "referrer", "referee", "invited_at", "state", "cause", "qualified_at", "due", "until");

    /** Some invitations, in order of time. */
    public static Table list(String schema, Decided decided, int[] invitations, IntFunction<String> ids, AsOf asOf) {
        Invitations all = decided.invitations();
        Rows rows = sink -> {
            for (int i : invitations) {
                Cause cause = decided.cause(i);
                long due = decided.dueAt(i);
                boolean wanted = sink.row(new @Nullable Object[] {
                    all.id(i),
                    ids.apply(all.referrer(i)),
                    all.refereeId(i),
                    time(all.at(i)),
                    decided.state(i).word(),
                    cause == Cause.NONE ? null : cause.word(),
                    time(decided.qualifiedAt(i)),
                    due == Decided.NEVER
                            ? null
                            : LocalDate.ofEpochDay(decided.days().day(due)),
                    LocalDate.ofEpochDay(decided.lastDay(i))
                });
                if (!wanted) {
                    return;
                }
            }
        };
        List<Heading> headings = List.of(
                Heading.text("invitation"),
                Heading.text("referrer"),
                Heading.text("referee"),
                Heading.of("invited_at", Kind.TIME),
                Heading.text("state"),
                Heading.text("cause"),
                Heading.of("qualified_at", Kind.TIME),
                Heading.of("due", Kind.DATE),
                Heading.of("until", Kind.DATE).wideOnly());
        return Table.of(schema, asOf.zone(), headings, rows).with("as_of", asOf.today());
    }

    /** The columns of {@link #settled}. */
    public static final List<String> SETTLED =
            List.of("side", "unit", "rewards", "amount", "refused", "taken_back", "amount_back");

    /** What was settled, by side. */
    public static Table settled(Decided decided, Rewards rewards, Vocabulary vocabulary, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Side side : Side.values()) {
            Award unit = decided.award(side);
            if (unit == null) {
                continue;
            }
            long[] counts = new long[5];
            for (int row = 0; row < rewards.size(); row++) {
                if (rewards.side(row) == side) {
                    int at = rewards.back(row) ? 3 : 0;
                    counts[at]++;
                    counts[at + 1] = Math.addExact(counts[at + 1], rewards.amount(row));
                    counts[2] += rewards.refused(row) ? 1 : 0;
                }
            }
            rows.add(new @Nullable Object[] {
                side.word(),
                unit.unitName(vocabulary),
                counts[0],
                amount(unit, counts[1], vocabulary),
                counts[2],
                counts[3],
                amount(unit, counts[4], vocabulary)
            });
        }
        List<Heading> headings = List.of(
                Heading.text("side"),
                Heading.text("unit"),
                Heading.of("rewards", Kind.INTEGER),
                Heading.of("amount", Kind.DECIMAL),
                Heading.of("refused", Kind.INTEGER),
                Heading.of("taken_back", Kind.INTEGER),
                Heading.of("amount_back", Kind.DECIMAL));
        return Table.of("siyu.referral.settle/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /** Rewards as they are on record, latest last. */
    public static Table rewards(List<ReferralStore.Row> rewards, IntFunction<String> ids, Vocabulary vocabulary) {
        Rows rows = sink -> {
            for (ReferralStore.Row row : rewards) {
                BigDecimal amount = amount(row.award(), row.award().amount(), vocabulary);
                boolean wanted = sink.row(new @Nullable Object[] {
                    row.invitation(),
                    row.side().word(),
                    ids.apply(row.customer()),
                    row.back() ? amount.negate() : amount,
                    row.award().unitName(vocabulary),
                    time(row.at()),
                    row.refused(),
                    row.run()
                });
                if (!wanted) {
                    return;
                }
            }
        };
        List<Heading> headings = List.of(
                Heading.text("invitation"),
                Heading.text("side"),
                Heading.text("customer"),
                Heading.of("amount", Kind.DECIMAL),
                Heading.text("unit"),
                Heading.of("at", Kind.TIME),
                Heading.of("refused", Kind.BOOLEAN),
                Heading.of("run", Kind.INTEGER).wideOnly());
        return Table.of("siyu.referral.rewards/1", vocabulary.zone(), headings, rows);
    }

    /** Where invitations end under two programs. */
    public static Table moves(List<Audit.Move> moves, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Audit.Move move : moves) {
            if (move.from() != move.to()) {
                rows.add(new @Nullable Object[] {
                    move.from().word(),
                    move.to().word(),
                    move.cause() == Cause.NONE ? null : move.cause().word(),
                    move.invitations(),
                    String.join(" ", move.samples())
                });
            }
        }
        List<Heading> headings = List.of(
                Heading.text("before"),
                Heading.text("after"),
                Heading.text("cause"),
                Heading.of("invitations", Kind.INTEGER),
                Heading.text("samples"));
        return Table.of("siyu.referral.audit/1", asOf.zone(), headings, Rows.of(rows));
    }

    /** What both programs cost, by side and unit. */
    public static Table costs(List<Audit.Cost> costs, Vocabulary vocabulary) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Audit.Cost cost : costs) {
            rows.add(new @Nullable Object[] {
                cost.side().word(),
                cost.unit().unitName(vocabulary),
                amount(cost.unit(), cost.before(), vocabulary),
                amount(cost.unit(), cost.after(), vocabulary),
                amount(cost.unit(), cost.after() - cost.before(), vocabulary)
            });
        }
        List<Heading> headings = List.of(
                Heading.text("side"),
                Heading.text("unit"),
                Heading.of("before", Kind.DECIMAL),
                Heading.of("after", Kind.DECIMAL),
                Heading.of("difference", Kind.DECIMAL));
        return Table.of("siyu.referral.audit.cost/1", vocabulary.zone(), headings, Rows.of(rows));
    }

    /** Who wins and loses. */
    public static Table changes(List<Audit.Change> changes, IntFunction<String> ids, Vocabulary vocabulary) {
        Rows rows = sink -> {
            for (Audit.Change change : changes) {
                boolean wanted = sink.row(new @Nullable Object[] {
                    ids.apply(change.customer()),
                    change.unit().unitName(vocabulary),
                    amount(change.unit(), change.before(), vocabulary),
                    amount(change.unit(), change.after(), vocabulary),
                    amount(change.unit(), change.difference(), vocabulary)
                });
                if (!wanted) {
                    return;
                }
            }
        };
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.text("unit"),
                Heading.of("before", Kind.DECIMAL),
                Heading.of("after", Kind.DECIMAL),
                Heading.of("difference", Kind.DECIMAL));
        return Table.of("siyu.referral.audit.customer/1", vocabulary.zone(), headings, rows);
    }

    /**
     * One tree of the forest, each customer before those he brought.
     *
     * @param depth levels below the root
     */
    public static Table tree(Decided decided, Forest forest, int root, int depth, IntFunction<String> ids, AsOf asOf) {
        Rows rows = sink -> forest.walk(root, depth, (customer, level) -> {
            int invitation = forest.invitation(customer);
            int parent = forest.parent(customer);
            return sink.row(new @Nullable Object[] {
                (long) level,
                "  ".repeat(Math.min(level, 40)) + ids.apply(customer),
                parent < 0 ? null : ids.apply(parent),
                invitation < 0 ? null : time(decided.invitations().at(invitation)),
                invitation < 0 ? null : decided.state(invitation).word(),
                (long) forest.children(customer),
                (long) forest.below(customer)
            });
        });
        List<Heading> headings = List.of(
                Heading.of("depth", Kind.INTEGER),
                Heading.text("customer"),
                Heading.text("referrer"),
                Heading.of("invited_at", Kind.TIME),
                Heading.text("state"),
                Heading.of("brought", Kind.INTEGER),
                Heading.of("below", Kind.INTEGER));
        return Table.of("siyu.referral.tree/1", asOf.zone(), headings, rows)
                .with("levels", (long) forest.levels(root))
                .with("below", (long) forest.below(root));
    }

    /**
     * The same as one row whose last cell holds those brought, each with those he brought.
     *
     * @param most customers in it, in the order of the tree; 1 or more
     */
    public static Table nested(
            Decided decided, Forest forest, int root, int depth, long most, IntFunction<String> ids, AsOf asOf) {
        List<List<Map<String, @Nullable Object>>> path = new ArrayList<>();
        List<Map<String, @Nullable Object>> top = new ArrayList<>();
        path.add(top);
        long[] left = {most};
        forest.walk(root, depth, (customer, level) -> {
            int invitation = forest.invitation(customer);
            Map<String, @Nullable Object> node = new LinkedHashMap<>();
            List<Map<String, @Nullable Object>> children = new ArrayList<>();
            node.put("customer", ids.apply(customer));
            node.put(
                    "invited_at",
                    invitation < 0 ? null : time(decided.invitations().at(invitation)));
            node.put("state", invitation < 0 ? null : decided.state(invitation).word());
            node.put("brought", (long) forest.children(customer));
            node.put("below", (long) forest.below(customer));
            node.put("children", children);
            path.get(level).add(node);
            path.subList(level + 1, path.size()).clear();
            path.add(children);
            return --left[0] > 0;
        });
        Map<String, @Nullable Object> node = top.get(0);
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.of("invited_at", Kind.TIME),
                Heading.text("state"),
                Heading.of("brought", Kind.INTEGER),
                Heading.of("below", Kind.INTEGER),
                Heading.of("children", Kind.NESTED));
        @Nullable
        Object[] row =
                headings.stream().map(heading -> node.get(heading.name())).toArray();
        return Table.of("siyu.referral.tree/1", asOf.zone(), headings, Rows.of(List.<@Nullable Object[]>of(row)))
                .with("levels", (long) forest.levels(root))
                .with("below", (long) forest.below(root));
    }

    /** The referrers with the most referrals that stand, then the most brought, then by number. */
    public static Table top(
            Decided decided, Forest forest, int most, IntFunction<String> ids, Vocabulary vocabulary, AsOf asOf) {
        int customers = decided.customers();
        int[] invited = new int[customers];
        int[] standing = new int[customers];
        long[] paid = new long[customers];
        for (int i = 0; i < decided.invitations().size(); i++) {
            invited[decided.invitations().referrer(i)]++;
            standing[decided.invitations().referrer(i)] += decided.state(i) == State.REWARDED ? 1 : 0;
        }
        Rewards rewards = decided.record().rewards();
        for (int row = 0; row < rewards.size(); row++) {
            if (rewards.side(row) == Side.REFERRER) {
                paid[rewards.customer(row)] += rewards.back(row) ? -rewards.amount(row) : rewards.amount(row);
            }
        }
        java.util.Comparator<Integer> order = java.util.Comparator.<Integer>comparingInt(c -> -standing[c])
                .thenComparingInt(c -> -forest.children(c))
                .thenComparingInt(c -> -invited[c])
                .thenComparingInt(c -> c);
        java.util.PriorityQueue<Integer> best = new java.util.PriorityQueue<>(order.reversed());
        for (int customer = 0; customer < customers; customer++) {
            if (invited[customer] > 0) {
                best.add(customer);
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
        List<Integer> ordered = new ArrayList<>(best);
        ordered.sort(order);
        List<@Nullable Object[]> rows = new ArrayList<>();
        long place = 0;
        for (int customer : ordered) {
            rows.add(new @Nullable Object[] {
                ++place,
                ids.apply(customer),
                (long) invited[customer],
                (long) forest.children(customer),
                (long) standing[customer],
                cell(decided.rules().award(), paid[customer], vocabulary),
                (long) forest.below(customer),
                (long) forest.levels(customer)
            });
        }
        List<Heading> headings = List.of(
                Heading.of("place", Kind.INTEGER),
                Heading.text("customer"),
                Heading.of("invited", Kind.INTEGER),
                Heading.of("brought", Kind.INTEGER),
                Heading.of("rewarded", Kind.INTEGER),
                Heading.of("paid", kind(decided.rules().award())),
                Heading.of("below", Kind.INTEGER),
                Heading.of("levels", Kind.INTEGER));
        return Table.of("siyu.referral.top/1", asOf.zone(), headings, Rows.of(rows))
                .with("unit", decided.rules().award().unitName(vocabulary));
    }
}
