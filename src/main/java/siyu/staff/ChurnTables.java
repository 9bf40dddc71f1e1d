package siyu.staff;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** Customers who parted from their staff member, as a table. */
public final class ChurnTables {
    private ChurnTables() {}

    /** The columns of {@link #list}. */
    public static final List<String> COLUMNS =
            List.of("customer", "staff", "removed_by", "day", "follow_up", "by", "free", "state", "result");

    public static Table list(String schema, List<Churn> churn, Crew crew, IntFunction<String> ids, ZoneId zone) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Churn one : churn) {
            OwnerStore.FollowUp asked = one.asked();
            rows.add(new @Nullable Object[] {
                ids.apply(one.customer()),
                crew.people().get(one.staff()).id(),
                one.byCustomer() ? "customer" : "staff",
                one.day(),
                one.due(),
                one.by() < 0 ? null : crew.people().get(one.by()).id(),
                one.free(),
                one.state().word(),
                asked == null ? null : asked.result()
            });
        }
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.text("staff"),
                Heading.text("removed_by"),
                Heading.of("day", Kind.DATE),
                Heading.of("follow_up", Kind.DATE),
                Heading.text("by"),
                Heading.of("free", Kind.DATE),
                Heading.text("state"),
                Heading.text("result"));
        return Table.of(schema, zone, headings, Rows.of(rows));
    }
}
