package siyu.group;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** What is due to groups, as tables. */
public final class DueTables {
    private DueTables() {}

    private static List<Heading> headings(Heading... more) {
        List<Heading> all = new ArrayList<>(List.of(
                Heading.of("at", Kind.TIME),
                Heading.text("kind"),
                Heading.text("schedule"),
                Heading.text("step"),
                Heading.text("send"),
                Heading.text("benefit")));
        all.addAll(List.of(more));
        return all;
    }

    private static @Nullable Object[] row(Due due, AsOf asOf, @Nullable Object... more) {
        @Nullable Object[] row = new @Nullable Object[6 + more.length];
        row[0] = due.date().atTime(due.step().at()).atZone(asOf.zone()).toInstant();
        row[1] = due.kind().name();
        row[2] = due.weekly() ? "weekly" : "welcome";
        row[3] = due.step().name();
        row[4] = due.step().send();
        row[5] = due.step().benefit();
        System.arraycopy(more, 0, row, 6, more.length);
        return row;
    }

    /** One row a step and day. */
    public static Table steps(List<Due> due, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        due.forEach(each ->
                rows.add(row(each, asOf, each.groups(), (long) each.stays().size())));
        return Table.of(
                        "siyu.assign_group.due/1",
                        asOf.zone(),
                        headings(Heading.of("groups", Kind.INTEGER), Heading.of("members", Kind.INTEGER)),
                        Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /** One row a step, day and group. */
    public static Table groups(List<Due> due, List<Group> groups, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Due each : due) {
            TreeMap<Integer, Long> members = new TreeMap<>();
            each.stays().forEach(stay -> members.merge(stay.group(), 1L, Long::sum));
            members.forEach(
                    (group, count) -> rows.add(row(each, asOf, groups.get(group).id(), count)));
        }
        return Table.of(
                        "siyu.assign_group.due_groups/1",
                        asOf.zone(),
                        headings(Heading.text("group"), Heading.of("members", Kind.INTEGER)),
                        Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /** One row a step, day and member. */
    public static Table members(List<Due> due, List<Group> groups, AsOf asOf, IntFunction<String> ids) {
        Rows rows = sink -> {
            for (Due each : due) {
                for (Stay stay : each.stays()) {
                    if (!sink.row(row(each, asOf, groups.get(stay.group()).id(), ids.apply(stay.customer())))) {
                        return;
                    }
                }
            }
        };
        return Table.of(
                        "siyu.assign_group.due_members/1",
                        asOf.zone(),
                        headings(Heading.text("group"), Heading.text("customer")),
                        rows)
                .with("as_of", asOf.today());
    }
}
