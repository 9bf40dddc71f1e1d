package siyu.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.rule.Definition;

/** Answers about segments as tables. */
public final class SegmentTables {
    private SegmentTables() {}

    /** Counts per segment; who is in none comes last. */
    public static Table counts(List<Segmented> results, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Segmented result : results) {
            if (!result.broken()) {
                countsOf(result, rows);
            }
        }
        List<Heading> headings = List.of(
                Heading.text("segmentation"),
                Heading.text("segment"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("share", Heading.Kind.SHARE),
                Heading.of("undecided", Heading.Kind.INTEGER));
        return Table.of("siyu.segment.run/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today());
    }

    private static void countsOf(Segmented result, List<@Nullable Object[]> rows) {
        long[] counts = result.counts();
        long total = Arrays.stream(counts).sum();
        for (int i = 0; i < counts.length; i++) {
            boolean none = i == result.names().size();
            if (none && counts[i] == 0) {
                continue;
            }
            Long undecided = i < result.undecided().length ? result.undecided()[i] : null;
            rows.add(new @Nullable Object[] {
                result.segmentation().name(),
                none ? null : result.names().get(i),
                counts[i],
                total == 0 ? null : counts[i] / (double) total,
                none ? null : undecided
            });
        }
    }

    /**
     * One row per customer and segmentation, for those who are in a segment.
     *
     * @param id external id by customer number
     * @param shown further values by customer number, each under its heading
     */
    public static Table members(
            List<Segmented> results,
            int population,
            AsOf asOf,
            IntFunction<String> id,
            List<Heading> shownHeadings,
            List<IntFunction<@Nullable Object>> shown) {
        List<Heading> headings = new ArrayList<>(
                List.of(Heading.text("customer"), Heading.text("segmentation"), Heading.text("segment")));
        headings.addAll(shownHeadings);
        Rows rows = sink -> {
            @Nullable Object[] row = new @Nullable Object[headings.size()];
            for (int customer = 0; customer < population; customer++) {
                String external = null;
                for (Segmented result : results) {
                    if (result.broken() || result.codes()[customer] < 0) {
                        continue;
                    }
                    external = external == null ? id.apply(customer) : external;
                    row[0] = external;
                    row[1] = result.segmentation().name();
                    row[2] = result.segment(customer);
                    for (int i = 0; i < shown.size(); i++) {
                        row[3 + i] = shown.get(i).apply(customer);
                    }
                    if (!sink.row(row)) {
                        return;
                    }
                }
            }
        };
        return Table.of("siyu.segment.members/1", asOf.zone(), headings, rows).with("as_of", asOf.today());
    }

    /** The columns of {@link #moves}. */
    public static final List<String> MOVES = List.of("segmentation", "from", "to", "customers", "samples");

    /** Who moved, or would move, from where to where, and a few of them. */
    public static Table moves(String schema, List<Moves> all, AsOf asOf, int samples, IntFunction<String> id) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Moves moves : all) {
            for (Moves.Flow flow : moves.flows(samples)) {
                List<String> some = new ArrayList<>();
                for (int customer : flow.samples()) {
                    some.add(id.apply(customer));
                }
                rows.add(new @Nullable Object[] {
                    moves.after().segmentation(), flow.from(), flow.to(), flow.customers(), some
                });
            }
        }
        List<Heading> headings = List.of(
                Heading.text("segmentation"),
                Heading.text("from"),
                Heading.text("to"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("samples", Heading.Kind.NESTED));
        return Table.of(schema, asOf.zone(), headings, Rows.of(rows)).with("as_of", asOf.today());
    }

    /** The segmentations of the program, with what was stored of them. */
    public static Table list(List<Definition.Segmentation> segmentations, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Definition.Segmentation segmentation : segmentations) {
            long order = 1;
            for (Definition.Segment segment : segmentation.segments()) {
                rows.add(new @Nullable Object[] {
                    segmentation.name(),
                    order++,
                    segment.name(),
                    segment.source().text().strip()
                });
            }
            if (segmentation.otherwise() != null) {
                rows.add(new @Nullable Object[] {segmentation.name(), order, segmentation.otherwise(), null});
            }
        }
        List<Heading> headings = List.of(
                Heading.text("segmentation"),
                Heading.of("order", Heading.Kind.INTEGER),
                Heading.text("segment"),
                Heading.text("rule"));
        return Table.of("siyu.segment.list/1", asOf.zone(), headings, Rows.of(rows));
    }

    /** The stays of one customer. */
    public static Table history(List<Stay> stays, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Stay stay : stays) {
            rows.add(new @Nullable Object[] {
                stay.segmentation(),
                stay.segment(),
                LocalDate.ofEpochDay(stay.entered()),
                stay.left() == null ? null : LocalDate.ofEpochDay(stay.left()),
                stay.cause(),
                stay.leftBecause(),
                stay.version()
            });
        }
        List<Heading> headings = List.of(
                Heading.text("segmentation"),
                Heading.text("segment"),
                Heading.of("entered", Heading.Kind.DATE),
                Heading.of("left", Heading.Kind.DATE),
                Heading.text("cause"),
                Heading.text("left_because"),
                Heading.text("rule_version").wideOnly());
        return Table.of("siyu.segment.history/1", asOf.zone(), headings, Rows.of(rows));
    }

    /** From each segment at one date to each at another: customers, and their share of those who were in the first. */
    public static Table flow(Membership from, Membership to, AsOf asOf) {
        int width = to.names().size() + 1;
        long[] counts = new long[(from.names().size() + 1) * width];
        long[] totals = new long[from.names().size() + 1];
        int population = Math.max(from.codes().length, to.codes().length);
        for (int customer = 0; customer < population; customer++) {
            int before = place(from.code(customer), from);
            int after = place(to.code(customer), to);
            counts[before * width + after]++;
            totals[before]++;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int cell = 0; cell < counts.length; cell++) {
            int before = cell / width;
            int after = cell % width;
            boolean nobody =
                    before == from.names().size() && after == to.names().size();
            if (counts[cell] > 0 && !nobody) {
                rows.add(new @Nullable Object[] {
                    before < from.names().size() ? from.names().get(before) : null,
                    after < to.names().size() ? to.names().get(after) : null,
                    counts[cell],
                    counts[cell] / (double) totals[before]
                });
            }
        }
        List<Heading> headings = List.of(
                Heading.text("from"),
                Heading.text("to"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("share", Heading.Kind.SHARE));
        return Table.of("siyu.segment.flow/1", asOf.zone(), headings, Rows.of(rows));
    }

    private static int place(short code, Membership side) {
        return code < 0 ? side.names().size() : code;
    }
}
