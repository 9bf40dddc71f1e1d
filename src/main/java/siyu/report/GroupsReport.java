package siyu.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import siyu.group.Group;
import siyu.group.GroupRules;
import siyu.group.GroupStore;
import siyu.group.Stay;
import siyu.group.Stays;
import siyu.out.Heading;

/** {@code groups}: groups by kind, their members, and who comes, goes and takes part. */
final class GroupsReport implements Report {
    @Override
    public String name() {
        return "groups";
    }

    @Override
    public String text() {
        return "Groups of each kind: how many, how full, how many customers are in them when the window ends, who joined and left in it, and how"
                + " many of the customers did anything in it. What groups hold is told of the whole kind, also with --by.";
    }

    @Override
    public List<String> example() {
        return List.of("groups --window 2026-02", "groups in February");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.KIND);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {"groups", "groups of the kind"},
                new String[] {"capacity", "members they may have, all together"},
                new String[] {"full", "groups with as many members as they may have, or more"},
                new String[] {"members", "memberships when the window ends"},
                new String[] {"fill", "members / capacity"},
                new String[] {"customers", "different customers among the members"},
                new String[] {"joined, left", "memberships that began or ended in the window"},
                new String[] {
                    "active", "of the customers, those with an event of " + asked.kindsText() + " in the window"
                });
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.bars("kind", "members", "customers", "active"), Drawing.bars("kind", "joined", "left"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("kind"),
                Heading.of("groups", Heading.Kind.INTEGER),
                Heading.of("capacity", Heading.Kind.INTEGER),
                Heading.of("full", Heading.Kind.INTEGER),
                Heading.of("members", Heading.Kind.INTEGER),
                Heading.of("fill", Heading.Kind.SHARE),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("joined", Heading.Kind.INTEGER),
                Heading.of("left", Heading.Kind.INTEGER),
                Heading.of("active", Heading.Kind.INTEGER));
        GroupStore store = new GroupStore(asked.facts().store());
        List<Group> all = store.groups();
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (GroupRules.Kind kind : asked.facts().program().groups().kinds()) {
            kinds.put(kind.name(), kinds.size());
        }
        int[] kindOf = new int[all.size()];
        for (int i = 0; i < kindOf.length; i++) {
            Integer kind = kinds.get(all.get(i).kind());
            kindOf[i] = kind == null ? kinds.size() : kind;
            kinds.putIfAbsent(all.get(i).kind(), kinds.size());
        }
        Counted counted = Counted.of(asked, store.stays(), kindOf, kinds.size());
        long[] number = new long[kinds.size()];
        long[] capacity = new long[kinds.size()];
        long[] full = new long[kinds.size()];
        for (int i = 0; i < kindOf.length; i++) {
            number[kindOf[i]]++;
            capacity[kindOf[i]] += all.get(i).capacity();
            full[kindOf[i]] += counted.inGroup[i] >= all.get(i).capacity() ? 1 : 0;
        }
        for (int group = 0; group < asked.groups().size(); group++) {
            for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
                int at = kind.getValue();
                figures.row(
                        group,
                        kind.getKey(),
                        number[at],
                        capacity[at],
                        full[at],
                        counted.members[group][at],
                        Figures.share(counted.members[group][at], capacity[at]),
                        counted.customers[group][at],
                        counted.joined[group][at],
                        counted.left[group][at],
                        counted.active[group][at]);
            }
        }
        return Events.told(figures, List.of(counted.did));
    }

    /** Memberships by group of customers and kind. */
    private static final class Counted {
        final PerCustomer did;
        final long[] inGroup;
        final long[][] members;
        final long[][] customers;
        final long[][] joined;
        final long[][] left;
        final long[][] active;

        private Counted(Asked asked, int groups, int kinds) {
            int parts = asked.groups().size();
            did = PerCustomer.of(asked);
            inGroup = new long[groups];
            members = new long[parts][kinds];
            customers = new long[parts][kinds];
            joined = new long[parts][kinds];
            left = new long[parts][kinds];
            active = new long[parts][kinds];
        }

        /** Stays come by customer. */
        static Counted of(Asked asked, Stays stays, int[] kindOf, int kinds) {
            Counted all = new Counted(asked, kindOf.length, kinds);
            int[] last = new int[kinds];
            Arrays.fill(last, -1);
            long first = asked.dates().first().toEpochDay();
            long end = Partitioned.end(asked, asked.dates().last()).today().toEpochDay();
            for (int i = 0; i < stays.size(); i++) {
                Stay stay = stays.get(i);
                if (!all.did.there[stay.customer()]) {
                    continue;
                }
                int group = asked.groups().of(stay.customer());
                int kind = kindOf[stay.group()];
                all.joined[group][kind] += stay.joined() >= first && stay.joined() <= end ? 1 : 0;
                all.left[group][kind] += stay.left() >= first && stay.left() <= end ? 1 : 0;
                if (stay.holds(end)) {
                    all.members[group][kind]++;
                    all.inGroup[stay.group()]++;
                    if (last[kind] != stay.customer()) {
                        last[kind] = stay.customer();
                        all.customers[group][kind]++;
                        all.active[group][kind] += all.did.active[stay.customer()] ? 1 : 0;
                    }
                }
            }
            return all;
        }
    }
}
