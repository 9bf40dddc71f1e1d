package siyu.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.rule.Definition;
import siyu.segment.SegmentStore;
import siyu.segment.Segmented;

/** {@code lifecycle}: how many customers are in each stage, and how long they dwell in it. */
final class Lifecycle implements Report {
    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public String text() {
        return "Customers by stage of 'lifecycle' (or of another --segmentation), and how long stays in it last, from what 'siyu"
                + " segment run --apply' stored. The median counts stays that still go on, as Kaplan and Meier do; the mean is of"
                + " those that ended, which are the shorter ones.";
    }

    @Override
    public List<String> example() {
        return List.of("lifecycle", "the stages now");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.SEGMENTATION);
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.of("ever", today);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {
                    "customers",
                    "customers in the stage at the end of " + asked.dates().last()
                },
                new String[] {"share", "customers / all customers of the group"},
                new String[] {
                    "stays",
                    "stored stays that began in the window; a stay that the first stored run found begins with that run"
                },
                new String[] {
                    "ended", "those of them that ended by " + asked.dates().last()
                },
                new String[] {"mean_days", "days from entering to leaving, mean of those that ended"},
                new String[] {
                    "median_days",
                    "days after which half of the stays have ended (Kaplan-Meier, stays that go on counted as at least so"
                            + " long); empty when fewer than half have"
                });
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.bars("segment", "customers"), Drawing.bars("segment", "mean_days", "median_days"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("segment"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("share", Heading.Kind.SHARE),
                Heading.of("stays", Heading.Kind.INTEGER),
                Heading.of("ended", Heading.Kind.INTEGER),
                Heading.of("mean_days", Heading.Kind.DECIMAL),
                Heading.of("median_days", Heading.Kind.INTEGER));
        Definition.Segmentation segmentation = Partitioned.segmentation(asked, "lifecycle");
        AsOf end = Partitioned.end(asked, asked.dates().last());
        Segmented now = Partitioned.run(asked, segmentation, end);
        int width = now.names().size() + 1;
        Groups groups = asked.groups();
        long[][] customers = new long[groups.size()][width];
        for (int customer = 0; customer < now.codes().length; customer++) {
            short code = now.codes()[customer];
            if (code != Segmented.ABSENT) {
                customers[groups.of(customer)][code < 0 ? width - 1 : code]++;
            }
        }
        Dwell[][] dwells = dwells(asked, now, end);
        for (int group = 0; group < groups.size(); group++) {
            long total = Arrays.stream(customers[group]).sum();
            for (int stage = 0; stage < width; stage++) {
                boolean none = stage == width - 1;
                if (none && customers[group][stage] == 0) {
                    continue;
                }
                Dwell dwell = dwells[group][stage];
                figures.row(
                        group,
                        none ? null : now.names().get(stage),
                        customers[group][stage],
                        Figures.share(customers[group][stage], total),
                        none ? null : dwell.stays(),
                        none ? null : dwell.ended(),
                        dwell.mean(),
                        dwell.median());
            }
        }
        return figures.read(
                "customers",
                Arrays.stream(customers).flatMapToLong(Arrays::stream).sum());
    }

    private static Dwell[][] dwells(Asked asked, Segmented now, AsOf end) {
        Groups groups = asked.groups();
        Dwell[][] dwells = new Dwell[groups.size()][now.names().size() + 1];
        for (Dwell[] row : dwells) {
            Arrays.setAll(row, none -> new Dwell());
        }
        long first = asked.dates().first().toEpochDay();
        long today = end.today().toEpochDay();
        List<String> names = now.names();
        new SegmentStore(asked.facts().store())
                .stays(now.segmentation().name(), today, (customer, name, entered, left) -> {
                    int stage = names.indexOf(name);
                    boolean there = customer < now.codes().length && now.codes()[customer] != Segmented.ABSENT;
                    if (stage >= 0 && there && entered >= first) {
                        Dwell dwell = dwells[groups.of(customer)][stage];
                        if (left < 0) {
                            dwell.running(today - entered);
                        } else {
                            dwell.ended(left - entered);
                        }
                    }
                });
        return dwells;
    }

    /** How long stays last, from those that ended and those that go on. */
    static final class Dwell {
        private final List<long[]> stays = new ArrayList<>();
        private long ended;
        private long days;

        void running(long days) {
            stays.add(new long[] {days, 0});
        }

        void ended(long lasted) {
            stays.add(new long[] {lasted, 1});
            ended++;
            days += lasted;
        }

        long stays() {
            return stays.size();
        }

        long ended() {
            return ended;
        }

        @Nullable
        Double mean() {
            return ended == 0 ? null : days / (double) ended;
        }

        /** The first day at which the product of (at risk - ended) / at risk is at most a half, or null. */
        @Nullable
        Long median() {
            stays.sort((one, other) -> Long.compare(one[0], other[0]));
            double surviving = 1;
            int i = 0;
            while (i < stays.size()) {
                long day = stays.get(i)[0];
                long risk = (long) stays.size() - i;
                long gone = 0;
                for (; i < stays.size() && stays.get(i)[0] == day; i++) {
                    gone += stays.get(i)[1];
                }
                surviving *= (risk - gone) / (double) risk;
                if (surviving <= 0.5) {
                    return day;
                }
            }
            return null;
        }
    }
}
