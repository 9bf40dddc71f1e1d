package siyu.report;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Needs;
import siyu.out.Heading;

/** {@code channel-flow}: from which channel to which customers go. */
final class ChannelFlow implements Report {
    @Override
    public String name() {
        return "channel-flow";
    }

    @Override
    public String text() {
        return "From which channel to which customers go: each contact in the window and the next one of the same customer in it, at most"
                + " --within a time later (30d unless told). The row without 'from' is of first contacts.";
    }

    @Override
    public List<String> example() {
        return List.of("channel-flow --window 2026-02", "ways between channels in February");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.KIND, Option.WITHIN);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {"contacts", "events of " + asked.kindsText() + " with a channel in the window"},
                new String[] {"from, to", "the channel of a contact, and that of the customer's next one"},
                new String[] {"customers", "different customers who went this way"},
                new String[] {"moves", "how often"},
                new String[] {"share", "moves / all moves from 'from'"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.flow("from", "to", "moves"), Drawing.heat("from", "to", "share"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                2,
                "customers",
                Heading.text("from"),
                Heading.text("to"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("moves", Heading.Kind.INTEGER),
                Heading.of("share", Heading.Kind.SHARE));
        ChannelNames names = new ChannelNames();
        Within within = Within.of(asked, "contacts");
        Days days = asked.days();
        Needs needs =
                new Needs(new BitSet(), Asked.events(Contacts.attribute(asked)).event());
        List<Worker> workers = Events.scan(asked, needs, () -> new Worker(asked, names, days, within));
        Map<Integer, long[]> all = workers.get(0).ways;
        for (Worker worker : workers.subList(1, workers.size())) {
            worker.ways.forEach((way, counts) -> all.merge(way, counts, (one, other) -> {
                Events.add(other, one);
                return one;
            }));
        }
        List<String> order = names.sorted();
        for (int group = 0; group < asked.groups().size(); group++) {
            for (int from = 0; from <= order.size(); from++) {
                int of = from == order.size() ? 0 : names.number(order.get(from)) + 1;
                long total = 0;
                for (String to : order) {
                    total += all.getOrDefault(Worker.way(group, of, names.number(to) + 1), new long[2])[1];
                }
                for (String to : order) {
                    long[] counts = all.get(Worker.way(group, of, names.number(to) + 1));
                    if (counts != null) {
                        @Nullable String name = from == order.size() ? null : order.get(from);
                        figures.row(group, name, to, counts[0], counts[1], Figures.share(counts[1], total));
                    }
                }
            }
        }
        return Events.told(figures, workers);
    }

    /** By way: customers and moves. */
    private static final class Worker extends Contacts {
        private static final int WIDTH = 512;

        private final Days days;
        private final Within within;
        final Map<Integer, long[]> ways = new HashMap<>();
        private int[] taken = new int[64];

        Worker(Asked asked, ChannelNames names, Days days, Within within) {
            super(asked, names);
            this.days = days;
            this.within = within;
        }

        /** Channels are numbered from 1; 0 is none. A thousand groups of 512 × 512 are less than an int holds. */
        static int way(int group, int from, int to) {
            return (group * WIDTH + from) * WIDTH + to;
        }

        @Override
        void customer(int number, int group, int from, int to) {
            int size = 0;
            int before = -1;
            for (int i = from; i < to && at[i] < days.to(); i++) {
                if (at[i] < days.from() || !contact(i)) {
                    continue;
                }
                counted++;
                boolean follows = before >= 0 && within.holds(at[before], at[i]);
                taken = size == taken.length ? Arrays.copyOf(taken, 2 * size) : taken;
                if (before < 0 || follows) {
                    taken[size++] = way(group, before < 0 ? 0 : channel(before) + 1, channel(i) + 1);
                }
                before = i;
            }
            Arrays.sort(taken, 0, size);
            for (int i = 0; i < size; ) {
                int end = i;
                while (end < size && taken[end] == taken[i]) {
                    end++;
                }
                long[] counts = ways.computeIfAbsent(taken[i], none -> new long[2]);
                counts[0]++;
                counts[1] += end - i;
                i = end;
            }
        }
    }
}
