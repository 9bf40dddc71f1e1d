package siyu.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.points.Ledger;
import siyu.points.Reward;
import siyu.points.RewardPlan;
import siyu.points.Takeback;
import siyu.referral.Award;
import siyu.referral.Decided;
import siyu.referral.ReferralRules;
import siyu.referral.ReferralStore;
import siyu.referral.ReferralTables;
import siyu.referral.Rewards;
import siyu.referral.Settling;
import siyu.referral.Side;

/** {@code referral settle}: pays what is due and takes back what was lost. */
public final class ReferralSettle implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "Pay what referrals have brought by now, and take back what was lost",
                List.of(
                        "Points go to the ledger, money and coupons onto the list that 'siyu referral rewards' prints, all in one"
                                + " transaction. A reward is paid once for an invitation and side, for ever: doing it again pays"
                                + " nothing.",
                        "When a purchase is refunded or the referee leaves, the referrer loses what the tiers come to less"
                                + " without him, and the referee what he got. Rewards count from the day they are due, losses"
                                + " from their own day, so it does not matter how often this runs."),
                List.of(
                        new Example("siyu referral settle -n", "what would be paid"),
                        new Example("siyu referral settle", "pay it")),
                List.of("siyu.referral.settle/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return ReferralTables.SETTLED;
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        ReferralDesk.rules(session.program());
        LedgerDesk ledger = LedgerDesk.of(session);
        ReferralDesk desk = ReferralDesk.of(session);
        AsOf asOf = ledger.asOf();
        Decided decided = desk.decided(asOf);
        Rewards rewards = Settling.of(decided);
        List<Reward> gives = new ArrayList<>();
        List<Takeback> takes = new ArrayList<>();
        Map<Takeback, Integer> rows = new HashMap<>();
        for (int row = 0; row < rewards.size(); row++) {
            Side side = rewards.side(row);
            Award award = decided.award(side);
            if (award != null && award.unit() == Award.Unit.POINTS && rewards.amount(row) > 0) {
                String key = decided.invitations().id(rewards.invitation(row));
                if (rewards.back(row)) {
                    Takeback takeback = new Takeback(
                            rewards.customer(row),
                            ReferralRules.KIND,
                            side.rule(),
                            key,
                            rewards.amount(row),
                            rewards.at(row));
                    takes.add(takeback);
                    rows.put(takeback, row);
                } else {
                    gives.add(new Reward(
                            rewards.customer(row),
                            ReferralRules.KIND,
                            side.rule(),
                            key,
                            rewards.amount(row),
                            rewards.at(row)));
                }
            }
        }
        RewardPlan plan = RewardPlan.of(ledger.rewards("referral"), gives, takes);
        Rewards done = rewards.without(plan.refused().stream().map(rows::get).collect(Collectors.toSet()));
        Ledger after = ledger.ledger();
        if (session.stores(done.size(), "rewards")) {
            after = ledger.store()
                    .post(
                            plan.plan(),
                            session.run("referral settle", ""),
                            connection -> ReferralStore.write(connection, decided, done));
        }
        Outcome outcome = Outcome.of(LedgerDesk.told(
                ReferralTables.settled(decided, done, ledger.world().vocabulary(), asOf), after));
        if (!plan.refused().isEmpty()) {
            outcome = outcome.note("rewards that could not be taken back because their points are spent: "
                    + plan.refused().size());
        }
        return ledger.noted(outcome);
    }
}
