package siyu.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Customers who are in several groups of one kind, and which of their memberships survives. */
public final class Duplicates {
    private Duplicates() {}

    /**
     * One membership of such a customer.
     *
     * @param distance decimetres, {@link Integer#MAX_VALUE} when it is not known
     * @param kept whether it survives
     */
    public record Row(GroupRules.Kind kind, Stay stay, int distance, boolean kept) {}

    /**
     * All of one kind, by customer, the one that is kept first.
     *
     * @param index of the kind among those the facts were asked for
     */
    public static List<Row> of(
            int index, GroupRules.Kind kind, List<Group> groups, Stays stays, Facts facts, long day) {
        Comparator<Row> best = switch (kind.keep()) {
            case EARLIEST -> Comparator.comparingInt(row -> row.stay().joined());
            case LATEST -> Comparator.comparingInt(row -> -row.stay().joined());
            case NEAREST ->
                Comparator.comparingInt(Row::distance)
                        .thenComparingInt(row -> row.stay().joined());
        };
        List<Row> found = new ArrayList<>();
        List<Row> his = new ArrayList<>();
        for (int row = 0; row <= stays.size(); row++) {
            boolean next =
                    row == stays.size() || !his.isEmpty() && his.get(0).stay().customer() != stays.customer(row);
            if (next) {
                if (his.size() > 1) {
                    his.sort(best.thenComparingInt(each -> each.stay().group()));
                    for (int i = 0; i < his.size(); i++) {
                        Row each = his.get(i);
                        found.add(new Row(kind, each.stay(), each.distance(), i == 0));
                    }
                }
                his.clear();
            }
            if (row < stays.size()
                    && stays.holds(row, day)
                    && groups.get(stays.group(row)).kind().equals(kind.name())) {
                his.add(new Row(
                        kind,
                        stays.get(row),
                        distance(index, facts, groups.get(stays.group(row)), stays.customer(row)),
                        false));
            }
        }
        return found;
    }

    private static int distance(int index, Facts facts, Group group, int customer) {
        if (customer >= facts.size() || !facts.located(index, customer)) {
            return Integer.MAX_VALUE;
        }
        return group.latitude() == null || group.longitude() == null
                ? Integer.MAX_VALUE
                : Sphere.between(
                        facts.latitude(customer), facts.longitude(customer), group.latitude(), group.longitude());
    }
}
