package siyu.report;

import java.util.List;
import siyu.out.Heading;

/** {@code rings}: how many customers are in each ring, who came and who went. */
final class Rings implements Report {
    @Override
    public String name() {
        return "rings";
    }

    @Override
    public String text() {
        return "Customers by segment of 'ring' (or of another --segmentation) at the end of the window beside those before it,"
                + " worked out by the rules of now at both dates. Rows without a segment are customers in none.";
    }

    @Override
    public List<String> example() {
        return List.of("rings --window 2026-02", "the rings at the end of February and what changed in it");
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
                    "customers",
                    "customers in the segment of '" + name + "' at the end of "
                            + asked.dates().last()
                },
                new String[] {"share", "customers / all customers of the group"},
                new String[] {
                    "before", "customers in it before " + asked.dates().first() + ", by the same rules"
                },
                new String[] {"joined", "in it at the end who were in another, in none or no customers before"},
                new String[] {"went", "in it before who are in another or in none at the end"},
                new String[] {"change", "customers - before = joined - went"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.bars("segment", "customers"), Drawing.bars("segment", "joined", "went"));
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
                Heading.of("before", Heading.Kind.INTEGER),
                Heading.of("joined", Heading.Kind.INTEGER),
                Heading.of("went", Heading.Kind.INTEGER),
                Heading.of("change", Heading.Kind.INTEGER));
        Partitioned parts = Partitioned.of(asked, Partitioned.segmentation(asked, "ring"));
        int width = parts.width();
        Groups groups = asked.groups();
        long[][] counts = new long[groups.size() * width][4];
        long[] totals = new long[groups.size()];
        parts.moves(groups, (group, from, to, customers) -> {
            totals[group] += customers;
            long[] now = counts[group * width + to];
            now[0] += customers;
            now[2] += from == to ? 0 : customers;
            if (from >= 0) {
                long[] then = counts[group * width + from];
                then[1] += customers;
                then[3] += from == to ? 0 : customers;
            }
        });
        for (int cell = 0; cell < counts.length; cell++) {
            long[] count = counts[cell];
            boolean none = cell % width == width - 1;
            if (none && count[0] == 0 && count[1] == 0) {
                continue;
            }
            figures.row(
                    cell / width,
                    none ? null : parts.after().names().get(cell % width),
                    count[0],
                    Figures.share(count[0], totals[cell / width]),
                    count[1],
                    count[2],
                    count[3],
                    count[0] - count[1]);
        }
        long all = 0;
        for (long total : totals) {
            all += total;
        }
        return figures.read("customers", all);
    }
}
