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
import siyu.core.Exit;
import siyu.fact.CustomerBlock;
import siyu.out.Heading;
import siyu.out.Mask;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.referral.Decided;
import siyu.referral.Invitations;
import siyu.referral.ReferralCode;
import siyu.referral.Why;
import siyu.rule.Explain;
import siyu.rule.ReasonText;

/** {@code referral explain}: why the invitations of one referee are where they are. */
public final class ReferralExplain implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "Say why the invitations of one referee are where they are",
                List.of(
                        "Each invitation of the customer with what happened to it and by which rule, then the program's condition"
                                + " as it is for him now: every part with what it is and what it would need."),
                List.of(new Example("siyu referral explain C00000006", "who brought him, and what it brought")),
                List.of("siyu.referral.explain/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        ReferralDesk desk = ReferralDesk.of(Session.of(call));
        World world = desk.world();
        String id = call.value(LedgerDesk.ID);
        Decided decided = desk.decided();
        Invitations all = decided.invitations();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.refereeId(i).equals(id)) {
                lines.addAll(Why.lines(decided, i, world.ids(), world.vocabulary()));
            }
        }
        if (lines.isEmpty()) {
            throw ReferralCode.NO_INVITATION
                    .problem("nobody invited '" + id + "'")
                    .hint("siyu referral list " + id)
                    .failure();
        }
        int customer = world.population().number(id);
        if (customer >= 0) {
            lines.add(
                    desk.rules().refunds().isEmpty() ? "the condition now:" : "the condition now, refunds left aside:");
            lines.addAll(condition(call, desk, customer));
        } else {
            lines.add("'" + id + "' is no customer yet");
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(new @Nullable Object[] {line}));
        return Outcome.of(Table.of(
                        "siyu.referral.explain/1",
                        world.asOf().zone(),
                        List.of(Heading.text("explanation")),
                        Rows.of(rows))
                .with("as_of", world.asOf().today()));
    }

    private static List<String> condition(Call call, ReferralDesk desk, int customer) {
        World world = desk.world();
        UnaryOperator<String> personal = call.value(Common.UNMASK) ? text -> text : Mask::of;
        Explain explain =
                new Explain(world.vocabulary(), world.asOf(), desk.rules().qualifies(), personal);
        CustomerBlock block = world.population().customer(customer, explain.needs(), world.asOf());
        boolean ascii = "dumb".equals(call.io().environment().get("TERM"));
        return ReasonText.lines(explain.explain(block, customer - block.first), ascii);
    }
}
