package siyu.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.fact.CustomerBlock;
import siyu.out.Heading;
import siyu.out.Mask;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.rule.Definition;
import siyu.rule.Explain;
import siyu.rule.Explanation;
import siyu.rule.Expression;
import siyu.rule.Flip;
import siyu.rule.Reason;
import siyu.rule.ReasonText;
import siyu.segment.Scores;
import siyu.segment.Segmenting;

/** {@code segment explain}: why one customer is in which segment, and what is nearest to changing it. */
public final class SegmentExplain implements Verb {
    private static final Parameter<String> ID = Parameter.positional("ID", "the customer's external id");
    private static final Parameter<List<String>> NAMES =
            Parameter.positionals("NAME", "segmentations to explain (default: all)");

    @Override
    public Manual manual() {
        return new Manual(
                "Say why one customer is in which segment",
                List.of(
                        "Prints every condition with its value, the figure there is and the figure needed, what was unknown, and"
                                + " the fewest conditions that would have to change for the next segment."),
                List.of(
                        new Example("siyu segment explain C00000007", "all segmentations"),
                        new Example("siyu segment explain C00000007 ring -o json", "the tree as JSON")),
                List.of("siyu.segment.explain/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(List.of(ID, NAMES));
        all.addAll(World.parameters());
        return all;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        return explain(session, Segmentations.named(session.program(), call.value(NAMES)), call.value(ID));
    }

    /** Also what {@code segment run --explain ID} answers. */
    static Outcome explain(Session session, List<Definition.Segmentation> wanted, String id) {
        Call call = session.call();
        List<Expression> roots = new ArrayList<>();
        wanted.forEach(segmentation -> roots.add(Segmenting.reference(segmentation)));
        World world = World.of(session, session.program(), roots);
        int number = world.number(id);
        Scores scores = Scores.of(world.vocabulary(), world.population(), world.asOf(), world.marks(), roots);
        UnaryOperator<String> personal = call.value(Common.UNMASK) ? text -> text : Mask::of;
        List<Explanation> explanations = new ArrayList<>();
        for (Expression root : roots) {
            Explain explain = new Explain(world.vocabulary(), world.asOf(), root, personal);
            CustomerBlock block = scores.given()
                    .with(world.population().customer(number, explain.needs(), world.asOf()), world.marks());
            explanations.add(explain.explain(block, number - block.first));
        }
        boolean data = call.value(Common.OUTPUT).data();
        return world.told(Outcome.of(data ? tree(world, wanted, explanations) : text(session, world, explanations)));
    }

    private static Table tree(World world, List<Definition.Segmentation> wanted, List<Explanation> explanations) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Explanation explanation = explanations.get(i);
            List<Object> nearest = new ArrayList<>();
            for (Flip flip : explanation.flips()) {
                List<Object> changes = new ArrayList<>();
                for (Flip.Change change : flip.changes()) {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("condition", change.condition());
                    one.put("change", change.words());
                    changes.add(one);
                }
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("target", flip.target());
                one.put("changes", changes);
                nearest.add(one);
            }
            rows.add(new @Nullable Object[] {
                wanted.get(i).name(), explanation.reason().value(), node(explanation.reason()), nearest
            });
        }
        List<Heading> headings = List.of(
                Heading.text("segmentation"),
                Heading.text("segment"),
                Heading.of("reason", Heading.Kind.NESTED),
                Heading.of("nearest", Heading.Kind.NESTED));
        return Table.of("siyu.segment.explain/1", world.asOf().zone(), headings, Rows.of(rows))
                .with("as_of", world.asOf().today());
    }

    private static Map<String, @Nullable Object> node(Reason reason) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("name", reason.name());
        node.put("text", reason.text());
        node.put("type", reason.type().kind().name().toLowerCase(java.util.Locale.ROOT));
        node.put("value", reason.shown());
        node.put("actual", reason.actual());
        node.put("needed", reason.needed());
        node.put("unknown", reason.unknown());
        node.put("note", reason.note());
        List<Object> parts = new ArrayList<>();
        reason.children().forEach(child -> parts.add(node(child)));
        node.put("parts", parts);
        return node;
    }

    private static Table text(Session session, World world, List<Explanation> explanations) {
        boolean ascii = "dumb".equals(session.call().io().environment().get("TERM"));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Explanation explanation : explanations) {
            for (String line : ReasonText.lines(explanation, ascii)) {
                rows.add(new @Nullable Object[] {line});
            }
        }
        return Table.of(
                        "siyu.segment.explain/1",
                        world.asOf().zone(),
                        List.of(Heading.text("explanation")),
                        Rows.of(rows))
                .with("as_of", world.asOf().today());
    }
}
