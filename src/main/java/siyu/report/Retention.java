package siyu.report;

import java.time.LocalDate;
import java.util.List;
import siyu.out.Heading;

/** {@code retention}: how many of those who came in one period came again in later ones. */
final class Retention implements Report {
    private static final int PERIODS = 12;
    private static final long MOST_CELLS = 10_000_000;

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public String text() {
        return "A cohort is everybody whose first event ever (of a --kind, if some are named) lies in one period; each row says how"
                + " many of it had one again so many periods later. --unit takes day, week, month (default), quarter or year.";
    }

    @Override
    public List<String> example() {
        return List.of("retention --kind purchase --window 4m", "monthly cohorts of buyers");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.KIND, Option.UNIT);
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.back(asked.unit(Unit.MONTH), PERIODS, today);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {
                    "cohort", "the period of the first event of " + asked.kindsText() + ", counting all there ever were"
                },
                new String[] {"after", "periods after that one"},
                new String[] {"customers", "customers of the cohort"},
                new String[] {"active", "those of them with an event of " + asked.kindsText() + " in that later period"
                },
                new String[] {"retention", "active / customers"},
                new String[] {"complete", "whether all days of both periods are in the window"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.heat("cohort", "after", "retention"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                2,
                "customers",
                Heading.text("cohort"),
                Heading.of("after", Heading.Kind.INTEGER),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("active", Heading.Kind.INTEGER),
                Heading.of("retention", Heading.Kind.SHARE),
                Heading.of("complete", Heading.Kind.BOOLEAN));
        Days days = asked.days();
        Days.Periods periods = days.periods(asked.unit(Unit.MONTH));
        long cells = (long) asked.groups().size() * periods.size() * periods.size();
        if (cells > MOST_CELLS) {
            throw ReportCode.BAD_UNIT
                    .problem("the window holds " + periods.size()
                            + " cohorts in each group, which is too much for one report")
                    .hint("give a shorter --window or a longer --unit")
                    .failure();
        }
        boolean[] kinds = asked.kinds();
        List<Worker> workers = Events.scan(asked, Asked.events(), () -> new Worker(asked, days, periods, kinds));
        Worker all = workers.get(0);
        for (Worker worker : workers.subList(1, workers.size())) {
            Events.add(worker.active, all.active);
        }
        int size = periods.size();
        for (int group = 0; group < asked.groups().size(); group++) {
            boolean begun = !asked.trims();
            for (int cohort = 0; cohort < size; cohort++) {
                long customers = all.active[group][cohort * size];
                begun |= customers > 0;
                for (int after = 0; after < size - cohort && begun; after++) {
                    long active = all.active[group][cohort * size + after];
                    figures.row(
                            group,
                            periods.names().get(cohort),
                            (long) after,
                            customers,
                            active,
                            Figures.share(active, customers),
                            periods.complete(cohort) && periods.complete(cohort + after));
                }
            }
        }
        return Events.told(figures, workers);
    }

    /** By group, cohort and periods after it: the active ones. */
    private static final class Worker extends Events {
        private final Days days;
        private final Days.Periods periods;
        private final boolean[] wanted;
        final long[][] active;

        Worker(Asked asked, Days days, Days.Periods periods, boolean[] wanted) {
            super(asked);
            this.days = days;
            this.periods = periods;
            this.wanted = wanted;
            active = new long[asked.groups().size()][periods.size() * periods.size()];
        }

        @Override
        void customer(int number, int group, int from, int to) {
            int i = from;
            while (i < to && !wanted[kinds[i]]) {
                i++;
            }
            if (i == to || at[i] < days.from()) {
                return;
            }
            long end = days.to();
            int cohort = -1;
            int last = -1;
            for (; i < to && at[i] < end; i++) {
                if (wanted[kinds[i]]) {
                    counted++;
                    int period = periods.of()[days.day(at[i])];
                    cohort = cohort < 0 ? period : cohort;
                    if (period != last) {
                        active[group][cohort * periods.size() + period - cohort]++;
                        last = period;
                    }
                }
            }
        }
    }
}
