package siyu.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.core.Problem;
import siyu.fact.Marks;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.rule.Expression;

/** From what was worked out and what is stored to a plan of moves with their causes. Pure. */
public final class Planning {
    private Planning() {}

    /**
     * What is stored of one segmentation.
     *
     * @param last the last applied run, null when there is none
     */
    public record Stored(Membership membership, @Nullable Applied last) {}

    /**
     * Plans the moves of all segmentations that could be worked out.
     *
     * @param texts canonical text of each definition, {@code versions} its hash
     * @throws siyu.core.Failure when one of them was applied for a later moment already
     */
    public static SegmentPlan plan(
            List<Segmented> results,
            Map<String, Stored> stored,
            Map<String, String> texts,
            Map<String, String> versions,
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            Marks marks) {
        List<SegmentPlan.Part> parts = new ArrayList<>();
        for (Segmented after : results) {
            if (after.broken()) {
                continue;
            }
            String name = after.segmentation().name();
            Stored before = Objects.requireNonNull(stored.get(name));
            refuseBackwards(before.last(), asOf);
            Moves moves = Moves.between(before.membership(), after.membership());
            List<Expression> roots = new ArrayList<>();
            after.segmentation().segments().forEach(segment -> roots.add(segment.rule()));
            Causes.Found causes = moves.size() == 0
                    ? new Causes.Found(List.of(), new int[0])
                    : Causes.of(
                            after.segmentation(),
                            moves,
                            marks,
                            vocabulary,
                            population,
                            asOf,
                            Scores.of(vocabulary, population, asOf, marks, roots));
            parts.add(new SegmentPlan.Part(
                    after,
                    moves,
                    versions.getOrDefault(name, ""),
                    texts.getOrDefault(name, ""),
                    causes.causes(),
                    causes.causeOf()));
        }
        return new SegmentPlan(asOf, parts);
    }

    private static void refuseBackwards(@Nullable Applied last, AsOf asOf) {
        if (last != null && last.end() > asOf.endMicros()) {
            throw Problem.of(
                            SegmentCode.BACKWARDS,
                            "'" + last.segmentation() + "' was already applied for "
                                    + java.time.LocalDate.ofEpochDay(last.day()) + ", which is later than "
                                    + asOf.today())
                    .hint("run without --apply to look back")
                    .failure();
        }
    }
}
