package siyu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.fact.CustomerBlock;
import siyu.out.Heading;
import siyu.out.Mask;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.rule.Explain;
import siyu.rule.Explanation;
import siyu.rule.ReasonText;
import siyu.segment.Scores;
import siyu.task.Task;

/** {@code task explain}: why one customer has or has not reached a task's goal. */
public final class TaskExplain implements Verb {
    private static final Parameter<String> TASK = Parameter.positional("TASK", "the task");

    @Override
    public Manual manual() {
        return new Manual(
                "Say why one customer has or has not reached a task's goal",
                List.of(
                        "Every condition of the goal with what it is and what it would need, and what is nearest to changing it."),
                List.of(new Example("siyu task explain C00000007 daily_visit", "what is missing")),
                List.of("siyu.task.explain/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, TASK);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call).ahead();
        Task task = TaskVerb.named(session.program().tasks(), call.value(TASK));
        World world = World.stored(session, session.program());
        int customer = world.number(call.value(LedgerDesk.ID));
        UnaryOperator<String> personal = call.value(Common.UNMASK) ? text -> text : Mask::of;
        Scores scores =
                Scores.of(world.vocabulary(), world.population(), world.asOf(), world.marks(), List.of(task.goal()));
        Explain explain = new Explain(world.vocabulary(), world.asOf(), task.goal(), personal);
        CustomerBlock block = world.population().customer(customer, explain.needs(), world.asOf());
        Explanation explanation = explain.explain(scores.given().with(block, world.marks()), customer - block.first);
        boolean ascii = "dumb".equals(call.io().environment().get("TERM"));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String line : ReasonText.lines(explanation, ascii)) {
            rows.add(new @Nullable Object[] {line});
        }
        return Outcome.of(Table.of(
                        "siyu.task.explain/1", world.asOf().zone(), List.of(Heading.text("explanation")), Rows.of(rows))
                .with("as_of", world.asOf().today()));
    }
}
