package siyu.command;

import java.util.List;
import siyu.benefit.Benefit;
import siyu.benefit.BenefitCode;
import siyu.benefit.BenefitRules;
import siyu.benefit.BenefitStore;
import siyu.benefit.BenefitTables;
import siyu.benefit.BenefitUse;
import siyu.cli.Parameter;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.level.Held;
import siyu.level.Ladder;
import siyu.level.LevelStore;
import siyu.level.Scheme;
import siyu.points.Ledger;
import siyu.points.RewardPlan;

/** What the verbs of benefits share: the program's benefits, the levels that bring them, and the ledger for their points. */
final class BenefitDesk {
    static final Parameter<String> BENEFIT = Parameter.positional("BENEFIT", "the benefit");

    private final Session session;
    private final BenefitRules rules;
    private final LedgerDesk ledger;
    private final LevelStore levels;
    private final BenefitStore store;
    private final Ladder ladder;

    private BenefitDesk(Session session) {
        this.session = session;
        this.rules = rules(session);
        this.ledger = LedgerDesk.of(session);
        this.levels = new LevelStore(session.store());
        this.store = new BenefitStore(session.store());
        Scheme scheme = levels.scheme();
        // Before the first run everybody is on the lowest step of the program.
        this.ladder = scheme == null ? LevelDesk.rules(session).ladder() : scheme.ladder();
    }

    static BenefitDesk of(Session session) {
        return new BenefitDesk(session.ahead());
    }

    /** The benefits of the program, which has some. */
    static BenefitRules rules(Session session) {
        BenefitRules rules = session.program().benefits();
        if (rules.benefits().isEmpty()) {
            throw Problem.of(
                            BenefitCode.NO_RULES,
                            "program '" + session.program().name() + "' has no benefits")
                    .hint("add benefits: to it")
                    .failure();
        }
        return rules;
    }

    Session session() {
        return session;
    }

    BenefitRules rules() {
        return rules;
    }

    LedgerDesk ledger() {
        return ledger;
    }

    World world() {
        return ledger.world();
    }

    LevelStore levels() {
        return levels;
    }

    BenefitStore store() {
        return store;
    }

    /** The steps in force. */
    Ladder ladder() {
        return ladder;
    }

    BenefitTables tables() {
        return new BenefitTables(rules, world().vocabulary());
    }

    /** The benefit of a name. */
    Benefit named(String name) {
        Benefit benefit = rules.named(name);
        if (benefit == null) {
            throw Problem.of(BenefitCode.NO_BENEFIT, "no benefit '" + name + "'")
                    .hint(Nearest.hint(
                            name, rules.benefits().stream().map(Benefit::name).toList()))
                    .failure();
        }
        return benefit;
    }

    /** The level of a customer on a day. */
    Held held(int customer, int day) {
        return Held.of(ladder, levels.standing(customer, day), levels.memberships(customer), day);
    }

    /** The points of some uses as entries. */
    RewardPlan rewards(Benefit benefit, List<BenefitUse> uses) {
        return RewardPlan.of(
                ledger.rewards("benefit"),
                uses.stream()
                        .filter(use -> use.points() > 0)
                        .map(use -> use.reward(benefit))
                        .toList(),
                List.of());
    }

    /**
     * Stores uses with their points, all or nothing, unless it is a dry run, and returns how far the ledger is then.
     *
     * @param before the number of the last use when they were decided
     */
    Ledger post(Benefit benefit, List<BenefitUse> uses, long before, String command) {
        if (!session.stores(uses.size(), "uses of '" + benefit.name() + "'")) {
            return ledger.ledger();
        }
        RewardPlan rewards = rewards(benefit, uses);
        return ledger.store()
                .post(
                        rewards.plan(),
                        session.run(command, ""),
                        connection -> BenefitStore.write(connection, uses, before));
    }
}
