package siyu.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import siyu.core.AsOf;
import siyu.core.Failure;
import siyu.core.Nearest;
import siyu.rule.Definition;
import siyu.segment.Segmented;
import siyu.segment.Segmenting;

/** Who is in which segment of one segmentation, worked out by today's rules at two dates. */
record Partitioned(Segmented before, Segmented after, AsOf start, AsOf end) {
    /** The segmentation a report is about: the one asked for, or the one of a name. */
    static Definition.Segmentation segmentation(Asked asked, String initial) {
        String given = asked.text(Option.SEGMENTATION);
        String name = given == null ? initial : given;
        List<String> known = new ArrayList<>();
        for (Definition definition : asked.facts().program().definitions().all()) {
            if (definition instanceof Definition.Segmentation segmentation) {
                if (segmentation.name().equals(name)) {
                    return segmentation;
                }
                known.add(segmentation.name());
            }
        }
        String nearest = Nearest.hint(name, known);
        throw ReportCode.UNKNOWN_PART
                .problem("the program has no segmentation '" + name + "'")
                .hint(
                        nearest != null
                                ? nearest
                                : known.isEmpty()
                                        ? "define one under segmentations:"
                                        : "--segmentation takes " + String.join(", ", known))
                .failure();
    }

    /** Before the first day of the window, and at the end of its last one. */
    static Partitioned of(Asked asked, Definition.Segmentation segmentation) {
        AsOf start = end(asked, asked.dates().first().minusDays(1));
        AsOf end = end(asked, asked.dates().last());
        return new Partitioned(run(asked, segmentation, start), run(asked, segmentation, end), start, end);
    }

    /** The end of a day, or now when that is earlier. */
    static AsOf end(Asked asked, LocalDate day) {
        AsOf now = asked.facts().asOf();
        return day.isBefore(now.today()) ? AsOf.date(day, now.zone()) : now;
    }

    static Segmented run(Asked asked, Definition.Segmentation segmentation, AsOf date) {
        Facts then = asked.facts().at(date);
        Segmented result = new Segmenting(then.vocabulary(), then.population(), date, then.marks())
                .run(List.of(segmentation))
                .get(0);
        if (result.broken()) {
            throw new Failure(result.problems());
        }
        return result;
    }

    int width() {
        return after.names().size() + 1;
    }

    /** The place of a segment's code: its index, then those in none. */
    int place(short code) {
        return code < 0 ? after.names().size() : code;
    }
}
