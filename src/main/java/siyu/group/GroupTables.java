package siyu.group;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** Plans and groups as tables. */
public final class GroupTables {
    private static final int DECIMALS = 4;

    private GroupTables() {}

    /** The columns of {@link #plan}. */
    public static final List<String> PLAN = List.of(
            "kind",
            "groups",
            "seats",
            "stay",
            "placed",
            "by_region",
            "not_placed",
            "total",
            "bound",
            "gap",
            "nearest",
            "median",
            "p90",
            "p99",
            "longest");

    /** Kilometres of decimetres, or what a cost table says. */
    static BigDecimal amount(long cost) {
        return BigDecimal.valueOf(cost, DECIMALS);
    }

    /** One row a kind. */
    public static Table plan(String schema, List<GroupPlan> plans, AsOf asOf, boolean table) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Object> reasons = new ArrayList<>();
        for (GroupPlan plan : plans) {
            rows.add(row(plan));
            for (Why why : Why.values()) {
                long count = plan.count(why);
                if (count > 0 && why != Why.PLACED && why != Why.STAYS && why != Why.ABSENT) {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("kind", plan.kind().name());
                    one.put("why", why.word());
                    one.put("customers", count);
                    reasons.add(one);
                }
            }
        }
        List<Heading> headings = List.of(
                Heading.text("kind"),
                Heading.of("groups", Kind.INTEGER).wideOnly(),
                Heading.of("seats", Kind.INTEGER),
                Heading.of("stay", Kind.INTEGER),
                Heading.of("placed", Kind.INTEGER),
                Heading.of("by_region", Kind.INTEGER).wideOnly(),
                Heading.of("not_placed", Kind.INTEGER),
                Heading.of("total", Kind.DECIMAL),
                Heading.of("bound", Kind.DECIMAL),
                Heading.of("gap", Kind.SHARE),
                Heading.of("nearest", Kind.INTEGER),
                Heading.of("median", Kind.DECIMAL).wideOnly(),
                Heading.of("p90", Kind.DECIMAL).wideOnly(),
                Heading.of("p99", Kind.DECIMAL).wideOnly(),
                Heading.of("longest", Kind.DECIMAL));
        return Table.of(schema, asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today())
                .with("unit", table ? "cost" : "km")
                .with("without_group", reasons);
    }

    private static @Nullable Object[] row(GroupPlan plan) {
        long leftOver = 0;
        for (Why why : Why.values()) {
            leftOver += why.leftOver() ? plan.count(why) : 0;
        }
        long[] costs = plan.costs();
        long placed = plan.count(Why.PLACED);
        return new @Nullable Object[] {
            plan.kind().name(),
            (long) plan.groups().size(),
            plan.seats(),
            plan.count(Why.STAYS),
            placed,
            placed - costs.length,
            leftOver,
            amount(plan.total()),
            amount(plan.bound()),
            plan.total() == plan.bound() ? 0.0 : (double) (plan.total() - plan.bound()) / plan.bound(),
            plan.nearest(),
            quantile(costs, 50),
            quantile(costs, 90),
            quantile(costs, 99),
            quantile(costs, 100)
        };
    }

    /** The smallest value that so many percent do not exceed. */
    private static @Nullable BigDecimal quantile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return null;
        }
        long place = ((long) sorted.length * percent + 99) / 100;
        return amount(sorted[(int) Math.max(0, place - 1)]);
    }

    /** One row a customer and kind. */
    public static Table members(List<GroupPlan> plans, int size, AsOf asOf, IntFunction<String> ids) {
        Rows rows = sink -> {
            for (GroupPlan plan : plans) {
                for (int i = 0; i < size; i++) {
                    Why why = plan.why(i);
                    if (why == Why.ABSENT) {
                        continue;
                    }
                    int group = plan.group()[i];
                    boolean more = sink.row(new @Nullable Object[] {
                        plan.kind().name(),
                        ids.apply(i),
                        group < 0 ? null : plan.groups().get(group).id(),
                        plan.cost()[i] < 0 || why != Why.PLACED ? null : amount(plan.cost()[i]),
                        why.word()
                    });
                    if (!more) {
                        return;
                    }
                }
            }
        };
        List<Heading> headings = List.of(
                Heading.text("kind"),
                Heading.text("customer"),
                Heading.text("group"),
                Heading.of("distance", Kind.DECIMAL),
                Heading.text("why"));
        return Table.of("siyu.assign_group.members/1", asOf.zone(), headings, rows)
                .with("as_of", asOf.today());
    }

    /** Groups that one customer could be in. */
    public static Table candidates(List<GroupPlan> plans, List<List<Candidate>> found, int customer, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Object> states = new ArrayList<>();
        for (int k = 0; k < plans.size(); k++) {
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("kind", plans.get(k).kind().name());
            state.put("why", plans.get(k).why(customer).word());
            states.add(state);
            for (Candidate each : found.get(k)) {
                rows.add(new @Nullable Object[] {
                    each.group().kind(),
                    each.group().id(),
                    each.group().name(),
                    each.distance() == null ? null : amount(each.distance()),
                    each.room() == null ? null : (Long) (long) each.room(),
                    each.verdict().word()
                });
            }
        }
        List<Heading> headings = List.of(
                Heading.text("kind"),
                Heading.text("group"),
                Heading.text("name"),
                Heading.of("distance", Kind.DECIMAL),
                Heading.of("room", Kind.INTEGER),
                Heading.text("verdict"));
        return Table.of("siyu.assign_group.explain/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today())
                .with("kinds", states);
    }

    /** The columns of {@link #duplicates}. */
    public static final List<String> DUPLICATES = List.of("kind", "customer", "group", "joined", "distance", "kept");

    /** Customers in several groups of one kind. */
    public static Table duplicates(List<Duplicates.Row> found, List<Group> groups, AsOf asOf, IntFunction<String> ids) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Duplicates.Row each : found) {
            rows.add(new @Nullable Object[] {
                each.kind().name(),
                ids.apply(each.stay().customer()),
                groups.get(each.stay().group()).id(),
                LocalDate.ofEpochDay(each.stay().joined()),
                each.distance() == Integer.MAX_VALUE ? null : amount(each.distance()),
                each.kept()
            });
        }
        List<Heading> headings = List.of(
                Heading.text("kind"),
                Heading.text("customer"),
                Heading.text("group"),
                Heading.of("joined", Kind.DATE),
                Heading.of("distance", Kind.DECIMAL),
                Heading.of("kept", Kind.BOOLEAN));
        return Table.of("siyu.assign_group.duplicates/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /** The columns of {@link #rebalance}. */
    public static final List<String> REBALANCE =
            List.of("kind", "group", "region", "limit", "before", "out", "in", "after", "short");

    /** The groups that moves change, and those that still have too many. */
    public static Table rebalance(List<Rebalancing> found, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Object> needed = new ArrayList<>();
        long moves = 0;
        long total = 0;
        long bound = 0;
        for (Rebalancing each : found) {
            moves += each.moves().size();
            total += each.total();
            bound += each.bound();
            long[] out = new long[each.limits().length];
            each.moves().forEach(move -> out[move.from()]++);
            for (int g = 0; g < out.length; g++) {
                if (each.before()[g] > each.limits()[g] || each.before()[g] != each.after()[g]) {
                    rows.add(new @Nullable Object[] {
                        each.kind().name(),
                        each.groups().get(g).id(),
                        each.groups().get(g).region(),
                        (long) each.limits()[g],
                        (long) each.before()[g],
                        out[g],
                        each.after()[g] - each.before()[g] + out[g],
                        (long) each.after()[g],
                        (long) Math.max(0, each.after()[g] - each.limits()[g])
                    });
                }
            }
            needed(each, needed);
        }
        List<Heading> headings = new ArrayList<>();
        REBALANCE.forEach(name -> headings.add(
                name.equals("kind") || name.equals("group") || name.equals("region")
                        ? Heading.text(name)
                        : Heading.of(name, Kind.INTEGER)));
        return Table.of("siyu.assign_group.rebalance/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today())
                .with("moves", moves)
                .with("total_km", amount(total))
                .with("bound_km", amount(bound))
                .with("needed", needed);
    }

    /** By region the seats that are missing, and how many groups of the usual size these are. */
    private static void needed(Rebalancing each, List<Object> into) {
        Map<String, Long> seats = new TreeMap<>();
        for (int g = 0; g < each.limits().length; g++) {
            long missing = (long) each.after()[g] - each.limits()[g];
            if (missing > 0) {
                String region = each.groups().get(g).region();
                seats.merge(region == null ? "" : region, missing, Long::sum);
            }
        }
        int[] sorted = each.limits().clone();
        Arrays.sort(sorted);
        long usual = sorted.length == 0 ? 1 : Math.max(1, sorted[sorted.length / 2]);
        seats.forEach((region, missing) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", each.kind().name());
            one.put("region", region);
            one.put("seats", missing);
            one.put("groups", (missing + usual - 1) / usual);
            into.add(one);
        });
    }

    /** The columns of {@link #moves}. */
    public static final List<String> MOVES = List.of("kind", "customer", "from", "to", "distance");

    /** One row a move. */
    public static Table moves(List<Rebalancing> found, AsOf asOf, IntFunction<String> ids) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Rebalancing each : found) {
            for (Rebalancing.Move move : each.moves()) {
                rows.add(new @Nullable Object[] {
                    each.kind().name(),
                    ids.apply(move.stay().customer()),
                    each.groups().get(move.from()).id(),
                    each.groups().get(move.to()).id(),
                    move.distance() < 0 ? null : amount(move.distance())
                });
            }
        }
        List<Heading> headings = List.of(
                Heading.text("kind"),
                Heading.text("customer"),
                Heading.text("from"),
                Heading.text("to"),
                Heading.of("distance", Kind.DECIMAL));
        return Table.of("siyu.assign_group.moves/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today());
    }
}
