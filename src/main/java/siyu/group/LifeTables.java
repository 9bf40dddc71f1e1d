package siyu.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** Who joined and left groups, as tables. */
public final class LifeTables {
    private LifeTables() {}

    /** The columns of {@link #kinds}. */
    public static final List<String> KINDS = List.of(
            "kind",
            "period",
            "from",
            "to",
            "joined",
            "left",
            "net",
            "members",
            "left_7d",
            "left_30d",
            "known_7d",
            "known_30d");

    private static List<Heading> headings(Heading... first) {
        List<Heading> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(
                Heading.text("period"),
                Heading.of("from", Kind.DATE).wideOnly(),
                Heading.of("to", Kind.DATE).wideOnly(),
                Heading.of("joined", Kind.INTEGER),
                Heading.of("left", Kind.INTEGER),
                Heading.of("net", Kind.INTEGER),
                Heading.of("members", Kind.INTEGER),
                Heading.of("left_7d", Kind.SHARE),
                Heading.of("left_30d", Kind.SHARE),
                Heading.of("known_7d", Kind.INTEGER).wideOnly(),
                Heading.of("known_30d", Kind.INTEGER).wideOnly()));
        return all;
    }

    private static void rows(
            Life life,
            int place,
            List<String> labels,
            List<LocalDate> firsts,
            List<@Nullable Object[]> into,
            @Nullable Object... before) {
        for (int period = 0; period < labels.size(); period++) {
            long joined = life.joined()[place][period];
            long left = life.left()[place][period];
            @Nullable Object[] row = new @Nullable Object[before.length + 11];
            System.arraycopy(before, 0, row, 0, before.length);
            int at = before.length;
            row[at++] = labels.get(period);
            row[at++] = firsts.get(period);
            row[at++] = LocalDate.ofEpochDay(life.lasts()[period]);
            row[at++] = joined;
            row[at++] = left;
            row[at++] = joined - left;
            row[at++] = life.members()[place][period];
            for (int k = 0; k < Life.WITHIN.size(); k++) {
                long seen = life.seen()[k][place][period];
                row[at + k] = seen == 0 ? null : (Object) ((double) life.soon()[k][place][period] / seen);
                row[at + Life.WITHIN.size() + k] = seen;
            }
            into.add(row);
        }
    }

    /**
     * One row a kind and period.
     *
     * @param kinds by place
     */
    public static Table kinds(Life life, List<String> kinds, List<String> labels, List<LocalDate> firsts, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int place = 0; place < kinds.size(); place++) {
            rows(life, place, labels, firsts, rows, kinds.get(place));
        }
        return Table.of("siyu.assign_group.life/1", asOf.zone(), headings(Heading.text("kind")), Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /**
     * One row a group and period.
     *
     * @param groups by place
     */
    public static Table groups(Life life, List<Group> groups, List<String> labels, List<LocalDate> firsts, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            Group group = groups.get(place);
            rows(life, place, labels, firsts, rows, group.kind(), group.id(), group.name());
        }
        return Table.of(
                        "siyu.assign_group.life_groups/1",
                        asOf.zone(),
                        headings(
                                Heading.text("kind"),
                                Heading.text("group"),
                                Heading.text("name").wideOnly()),
                        Rows.of(rows))
                .with("as_of", asOf.today());
    }
}
