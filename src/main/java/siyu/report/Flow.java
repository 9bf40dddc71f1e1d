package siyu.report;

import java.util.List;
import siyu.out.Heading;

/** {@code flow}: from which segment to which customers moved in the window. */
final class Flow implements Report {
    @Override
    public String name() {
        return "flow";
    }

    @Override
    public String text() {
        return "A transition matrix of 'ring' (or of another --segmentation) between the day before the window and its end, by the"
                + " rules of now at both dates; 'siyu segment flow' compares what was stored. Rows without 'from' or 'to' are"
                + " customers in no segment; 'registered' counts those who were not yet customers.";
    }

    @Override
    public List<String> example() {
        return List.of("flow --segmentation lifecycle --window 2026-02", "who moved between stages in February");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.SEGMENTATION);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        String name = Partitioned.segmentation(asked, "ring").name();
        return List.of(
                new String[] {
                    "from", "segment of '" + name + "' before " + asked.dates().first()
                },
                new String[] {"to", "segment at the end of " + asked.dates().last() + ", by the same rules"},
                new String[] {"customers", "customers who were in the one and are in the other"},
                new String[] {"registered", "those of them who were no customers before"},
                new String[] {"share", "customers / all who were in 'from'"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.flow("from", "to", "customers"));
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
                Heading.of("registered", Heading.Kind.INTEGER),
                Heading.of("share", Heading.Kind.SHARE));
        Partitioned parts = Partitioned.of(asked, Partitioned.segmentation(asked, "ring"));
        int width = parts.width();
        int groups = asked.groups().size();
        long[][] counts = new long[groups][width * width];
        long[][] fresh = new long[groups][width * width];
        parts.moves(asked.groups(), (group, from, to, customers) -> {
            int cell = (from < 0 ? width - 1 : from) * width + to;
            counts[group][cell] += customers;
            fresh[group][cell] += from < 0 ? customers : 0;
        });
        long read = 0;
        for (int group = 0; group < groups; group++) {
            for (int cell = 0; cell < width * width; cell++) {
                read += counts[group][cell];
                if (counts[group][cell] > 0) {
                    figures.row(
                            group,
                            name(parts, cell / width),
                            name(parts, cell % width),
                            counts[group][cell],
                            fresh[group][cell],
                            Figures.share(counts[group][cell], total(counts[group], cell / width, width)));
                }
            }
        }
        return figures.read("customers", read);
    }

    private static @org.jspecify.annotations.Nullable String name(Partitioned parts, int place) {
        return place == parts.width() - 1 ? null : parts.after().names().get(place);
    }

    private static long total(long[] counts, int from, int width) {
        long total = 0;
        for (int to = 0; to < width; to++) {
            total += counts[from * width + to];
        }
        return total;
    }
}
