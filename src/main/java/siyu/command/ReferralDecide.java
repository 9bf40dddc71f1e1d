package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.referral.Decided;
import siyu.referral.ReferralCode;
import siyu.referral.ReferralTables;
import siyu.referral.State;

/** {@code referral decide}: a person's word about one invitation. */
public final class ReferralDecide implements Verb {
    private static final Parameter<String> INVITATION = Parameter.positional("INVITATION", "its id");
    private static final Parameter<String> WORD =
            Parameter.positional("accept|reject", "what is decided").oneOf(List.of("accept", "reject"));

    @Override
    public Manual manual() {
        return new Manual(
                "Accept a flagged invitation, or reject any",
                List.of(
                        "An accepted one goes on as if no flag were up. A rejected one never counts, and gives the credit for"
                                + " the referee free; what was paid for it is taken back by the next settling. The last decision"
                                + " holds; all are on record, with --reason."),
                List.of(new Example(
                        "siyu referral decide web-17 reject --reason 'made-up phone'", "one that is no referral")),
                List.of("siyu.referral.decide/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(INVITATION, WORD);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return ReferralTables.LIST;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        ReferralDesk desk = ReferralDesk.of(session);
        Decided decided = desk.decided();
        String id = call.value(INVITATION);
        int invitation = ReferralDesk.find(decided.invitations(), id);
        boolean accept = call.value(WORD).equals("accept");
        State state = decided.state(invitation);
        boolean again = accept
                ? decided.record().accepted(invitation)
                : decided.record().rejected(invitation);
        boolean sensible = again
                || decided.record().rejected(invitation)
                || (accept
                        ? decided.flagged(invitation)
                        : state != State.REJECTED && state != State.EXPIRED && state != State.REVOKED);
        if (!sensible) {
            throw ReferralCode.NOT_TO_DECIDE
                    .problem("'" + id + "' is " + state.word()
                            + (accept && !decided.flagged(invitation) ? ", and no flag is up" : ""))
                    .failure();
        }
        AsOf now = AsOf.instant(session.now(), desk.world().asOf().zone());
        if (!session.dryRun() && !again) {
            String reason = call.get(Common.REASON);
            desk.store()
                    .decide(
                            id,
                            accept,
                            now.endMicros(),
                            reason == null ? "" : reason,
                            session.run("referral decide", ""));
        }
        if (!again) {
            decided.record().decide(invitation, accept, now.endMicros());
        }
        Decided after = desk.decided(decided.record());
        return Outcome.of(ReferralTables.list(
                "siyu.referral.decide/1",
                after,
                new int[] {ReferralDesk.find(after.invitations(), id)},
                desk.world().ids(),
                desk.world().asOf()));
    }
}
