package siyu.report;

import java.util.List;
import siyu.out.Heading;

/** {@code active}: how many customers were there on a day, in the week and in the month up to it. */
final class Active implements Report {
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    @Override
    public String name() {
        return "active";
    }

    @Override
    public String text() {
        return "A customer is active on a day with at least one event (of a --kind, if some are named). WAU and MAU reach back 7"
                + " and 30 days from each day; stickiness is DAU / MAU.";
    }

    @Override
    public List<String> example() {
        return List.of("active --window 7d", "the last seven days");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.KIND);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {"dau", "customers with an event of " + asked.kindsText() + " on the day"},
                new String[] {"wau", "customers with one on the day or the " + (WEEK - 1) + " days before it"},
                new String[] {"mau", "customers with one on the day or the " + (MONTH - 1) + " days before it"},
                new String[] {"stickiness", "dau / mau"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.lines("period", "dau", "wau", "mau"), Drawing.lines("period", "stickiness"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "mau",
                Heading.text("period"),
                Heading.of("dau", Heading.Kind.INTEGER),
                Heading.of("wau", Heading.Kind.INTEGER),
                Heading.of("mau", Heading.Kind.INTEGER),
                Heading.of("stickiness", Heading.Kind.SHARE));
        Days days = new Days(
                new Dates(
                        asked.dates().first().minusDays(MONTH - 1L),
                        asked.dates().last()),
                asked.facts().vocabulary().zone());
        boolean[] kinds = asked.kinds();
        List<Worker> workers = Events.scan(asked, Asked.events(), () -> new Worker(asked, days, kinds));
        Worker all = workers.get(0);
        for (Worker worker : workers.subList(1, workers.size())) {
            Events.add(worker.day, all.day);
            Events.add(worker.week, all.week);
            Events.add(worker.month, all.month);
        }
        for (int group = 0; group < asked.groups().size(); group++) {
            rows(figures, asked, days, all, group);
        }
        return Events.told(figures, workers);
    }

    private static void rows(Figures figures, Asked asked, Days days, Worker all, int group) {
        long week = 0;
        long month = 0;
        boolean begun = !asked.trims();
        for (int day = 0; day < days.size; day++) {
            week += all.week[group][day];
            month += all.month[group][day];
            long dau = all.day[group][day];
            begun |= month > 0;
            if (day >= MONTH - 1 && begun) {
                figures.row(group, days.first.plusDays(day).toString(), dau, week, month, Figures.share(dau, month));
            }
        }
    }

    /** By group and day: the active ones, and how the numbers of the trailing windows change. */
    private static final class Worker extends Events {
        private final Days days;
        private final boolean[] wanted;
        final long[][] day;
        final long[][] week;
        final long[][] month;

        Worker(Asked asked, Days days, boolean[] wanted) {
            super(asked);
            this.days = days;
            this.wanted = wanted;
            int groups = asked.groups().size();
            day = new long[groups][days.size];
            week = new long[groups][days.size + 1];
            month = new long[groups][days.size + 1];
        }

        @Override
        void customer(int number, int group, int from, int to) {
            long end = days.to();
            int last = Integer.MIN_VALUE;
            for (int i = since(days.from(), from, to); i < to && at[i] < end; i++) {
                if (!wanted[kinds[i]]) {
                    continue;
                }
                counted++;
                int today = days.day(at[i]);
                if (today != last) {
                    day[group][today]++;
                    reach(week[group], last, today, WEEK);
                    reach(month[group], last, today, MONTH);
                    last = today;
                }
            }
        }

        /** A window that the day before reached into goes on; else one begins. */
        private void reach(long[] change, int last, int today, int length) {
            if (last != Integer.MIN_VALUE && last + length >= today) {
                if (last + length <= days.size) {
                    change[last + length]++;
                }
            } else {
                change[today]++;
            }
            if (today + length <= days.size) {
                change[today + length]--;
            }
        }
    }
}
