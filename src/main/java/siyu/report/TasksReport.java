package siyu.report;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import siyu.out.Heading;
import siyu.task.Task;
import siyu.task.TaskStore;

/** {@code tasks}: which tasks were done in the window, by how many customers, and for how many points. */
final class TasksReport implements Report {
    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public String text() {
        return "Tasks done in the window, by how many customers, which part of all customers that is, and the points they brought. A task that"
                + " is in no program any more stands below the others.";
    }

    @Override
    public List<String> example() {
        return List.of("tasks --window 2026-02", "tasks in February");
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {"kind", "wealth, basic or activity, as the program says now"},
                new String[] {"done", "how often it was done, by the day on which it was"},
                new String[] {"customers", "different customers who did it"},
                new String[] {"reach", "customers / all customers of the group when the window ends"},
                new String[] {"points", "what was given for it"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.bars("task", "customers"), Drawing.bars("task", "points"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("task"),
                Heading.text("kind"),
                Heading.of("done", Heading.Kind.INTEGER),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("reach", Heading.Kind.SHARE),
                Heading.of("points", Heading.Kind.INTEGER));
        int groups = asked.groups().size();
        Map<String, Done> tasks = new LinkedHashMap<>();
        for (Task task : asked.facts().program().tasks().tasks()) {
            tasks.put(task.name(), new Done(task.kind().word(), groups));
        }
        boolean[] there = Present.of(asked);
        long[] all = new long[groups];
        long read = 0;
        for (int customer = 0; customer < there.length; customer++) {
            all[asked.groups().of(customer)] += there[customer] ? 1 : 0;
            read += there[customer] ? 1 : 0;
        }
        new TaskStore(asked.facts().store())
                .between(
                        asked.dates().first().toEpochDay(),
                        Partitioned.end(asked, asked.dates().last()).today().toEpochDay(),
                        (task, customer, reward) -> {
                            if (customer < there.length && there[customer]) {
                                tasks.computeIfAbsent(task, none -> new Done("", groups))
                                        .add(asked.groups().of(customer), customer, reward);
                            }
                        });
        for (int group = 0; group < groups; group++) {
            for (Map.Entry<String, Done> task : tasks.entrySet()) {
                Done done = task.getValue();
                figures.row(
                        group,
                        task.getKey(),
                        done.kind.isEmpty() ? null : done.kind,
                        done.times[group],
                        done.customers[group],
                        Figures.share(done.customers[group], all[group]),
                        done.points[group]);
            }
        }
        return figures.read("customers", read);
    }

    /** One task by group. */
    private static final class Done {
        final String kind;
        final long[] times;
        final long[] customers;
        final long[] points;
        private final BitSet who = new BitSet();

        Done(String kind, int groups) {
            this.kind = kind;
            this.times = new long[groups];
            this.customers = new long[groups];
            this.points = new long[groups];
        }

        void add(int group, int customer, long reward) {
            times[group]++;
            points[group] = Math.addExact(points[group], reward);
            customers[group] += who.get(customer) ? 0 : 1;
            who.set(customer);
        }
    }
}
