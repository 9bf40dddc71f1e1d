package siyu.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.points.EarnReplay;
import siyu.program.Program;
import siyu.referral.Audit;
import siyu.referral.ReferralStore;
import siyu.rule.Definition;
import siyu.segment.Moves;
import siyu.segment.Segmented;
import siyu.segment.Segmenting;

/** {@code simulate diff}: the whole history under two programs. */
public final class SimulateDiff implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "The whole history under this program and another one",
                List.of(
                        "Works everything out twice over the same events as of the same date, from the beginning: segments, what"
                                + " all events would have earned in points, what referrals would have brought. Once with the"
                                + " program as it is, once with --set and --against applied. Nothing is stored, and what was"
                                + " really posted plays no part.",
                        "'customers' is how many are in another segment, or get more or less; 'winners' get more. For the customers"
                                + " themselves: 'siyu segment diff', 'siyu referral audit --by customer'."),
                List.of(
                        new Example("siyu simulate diff --set points.earn[0].points=2", "twice the points"),
                        new Example("siyu simulate diff --set referral.within=7d", "less time to qualify")),
                List.of("siyu.simulate.diff/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Against.FILE, Against.EXIT_CODE);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.FOUND);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call, true);
        Program program = session.program();
        Program other = Against.program(session);
        World world = World.stored(session, program);
        World otherWorld = Against.world(session, world, other);
        List<@Nullable Object[]> rows = new ArrayList<>();
        boolean same = segments(program, other, world, otherWorld, rows);
        if (!program.points().earn().isEmpty() || !other.points().earn().isEmpty()) {
            same &= points(program, other, world, otherWorld, rows);
        }
        if (program.referral() != null && other.referral() != null) {
            same &= referral(program, other, world, otherWorld, new ReferralStore(session.store()), rows);
        }
        List<Heading> headings = List.of(
                Heading.text("what"),
                Heading.text("unit"),
                Heading.of("before", Heading.Kind.DECIMAL),
                Heading.of("after", Heading.Kind.DECIMAL),
                Heading.of("difference", Heading.Kind.DECIMAL),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("winners", Heading.Kind.INTEGER));
        Outcome outcome =
                Outcome.of(Table.of("siyu.simulate.diff/1", world.asOf().zone(), headings, Rows.of(rows))
                        .with("as_of", world.asOf().today()));
        return !same && call.value(Against.EXIT_CODE) ? outcome.exit(Exit.FOUND) : outcome;
    }

    private static boolean segments(
            Program program, Program other, World world, World otherWorld, List<@Nullable Object[]> rows) {
        boolean same = true;
        for (Definition definition : program.definitions().all()) {
            if (definition instanceof Definition.Segmentation before
                    && other.definitions().get(before.name()) instanceof Definition.Segmentation after) {
                Segmented now = segmented(world, before);
                Segmented then = segmented(otherWorld, after);
                if (!now.broken() && !then.broken()) {
                    long moved =
                            Moves.between(now.membership(), then.membership()).size();
                    same &= moved == 0;
                    rows.add(row("segments of " + before.name(), "customers", null, null, moved, null));
                }
            }
        }
        return same;
    }

    private static Segmented segmented(World world, Definition.Segmentation segmentation) {
        return new Segmenting(world.vocabulary(), world.population(), world.asOf(), world.marks())
                .run(List.of(segmentation))
                .get(0);
    }

    private static boolean points(
            Program program, Program other, World world, World otherWorld, List<@Nullable Object[]> rows) {
        long[] before = EarnReplay.of(program.points(), world.vocabulary(), world.population(), world.asOf());
        long[] after = EarnReplay.of(other.points(), otherWorld.vocabulary(), otherWorld.population(), world.asOf());
        long sumBefore = 0;
        long sumAfter = 0;
        long customers = 0;
        long winners = 0;
        for (int customer = 0; customer < before.length; customer++) {
            sumBefore = Math.addExact(sumBefore, before[customer]);
            sumAfter = Math.addExact(sumAfter, after[customer]);
            customers += before[customer] == after[customer] ? 0 : 1;
            winners += after[customer] > before[customer] ? 1 : 0;
        }
        rows.add(row(
                "points earned",
                "points",
                BigDecimal.valueOf(sumBefore),
                BigDecimal.valueOf(sumAfter),
                customers,
                winners));
        return customers == 0;
    }

    private static boolean referral(
            Program program,
            Program other,
            World world,
            World otherWorld,
            ReferralStore store,
            List<@Nullable Object[]> rows) {
        Audit audit = Audit.of(
                ReferralDesk.anew(world, ReferralDesk.rules(program), store),
                ReferralDesk.anew(otherWorld, ReferralDesk.rules(other), store));
        List<Audit.Change> changes = audit.changes();
        Vocabulary vocabulary = program.vocabulary();
        for (Audit.Cost cost : audit.costs()) {
            List<Audit.Change> mine = changes.stream()
                    .filter(change -> change.unit().sameUnit(cost.unit()))
                    .toList();
            int decimals = cost.unit().decimals(vocabulary);
            rows.add(row(
                    "referral rewards of the " + cost.side().word(),
                    cost.unit().unitName(vocabulary),
                    BigDecimal.valueOf(cost.before(), decimals),
                    BigDecimal.valueOf(cost.after(), decimals),
                    (long) mine.size(),
                    mine.stream().filter(change -> change.difference() > 0).count()));
        }
        return changes.isEmpty() && audit.moves(0).stream().allMatch(move -> move.from() == move.to());
    }

    private static @Nullable Object[] row(
            String what,
            String unit,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            long customers,
            @Nullable Long winners) {
        return new @Nullable Object[] {
            what,
            unit,
            before,
            after,
            before == null || after == null ? null : after.subtract(before),
            customers,
            winners
        };
    }
}
