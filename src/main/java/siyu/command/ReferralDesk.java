package siyu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import siyu.core.AsOf;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.fact.Population;
import siyu.program.Program;
import siyu.referral.Decided;
import siyu.referral.Gathering;
import siyu.referral.Invitations;
import siyu.referral.Recorded;
import siyu.referral.ReferralCode;
import siyu.referral.ReferralRules;
import siyu.referral.ReferralStore;

/** What the verbs of referrals share: the rules, the invitations, and where each of them is. */
final class ReferralDesk {
    private final World world;
    private final ReferralRules rules;
    private final ReferralStore store;

    private ReferralDesk(Session session, World world) {
        this.world = world;
        this.rules = rules(session.program());
        this.store = new ReferralStore(session.store());
    }

    static ReferralDesk of(Session session) {
        rules(session.ahead().program());
        return new ReferralDesk(session, World.stored(session, session.program()));
    }

    /** The rules of a program, which has some. */
    static ReferralRules rules(Program program) {
        ReferralRules rules = program.referral();
        if (rules == null) {
            throw ReferralCode.NO_RULES
                    .problem("program '" + program.name() + "' does not say what an invitation brings")
                    .hint("add referral: to it")
                    .failure();
        }
        return rules;
    }

    World world() {
        return world;
    }

    ReferralRules rules() {
        return rules;
    }

    ReferralStore store() {
        return store;
    }

    /** Where everything is as of the as-of. */
    Decided decided() {
        return decided(world.asOf());
    }

    /** The same by another record, which is about the same invitations. */
    Decided decided(Recorded record) {
        return decide(world, rules, world.asOf(), invitations -> record);
    }

    Decided decided(AsOf asOf) {
        return decide(world, rules, asOf, invitations -> store.record(invitations, rules, world.vocabulary()));
    }

    /** The same as if nothing had been paid. */
    static Decided anew(World world, ReferralRules rules, ReferralStore store) {
        return decide(world, rules, world.asOf(), store::decisions);
    }

    private static Decided decide(World world, ReferralRules rules, AsOf asOf, Function<Invitations, Recorded> record) {
        Gathering facts = Gathering.of(world.vocabulary(), world.population(), asOf, rules);
        return Decided.of(
                world.vocabulary(), world.population(), asOf, rules, facts, record.apply(facts.invitations()));
    }

    /** All invitations there are, of which nothing is decided. */
    Invitations invitations(AsOf asOf) {
        return Gathering.of(world.vocabulary(), world.population(), asOf, rules).invitations();
    }

    /** The external ids of customers, for many in any order. */
    IntFunction<String> ids() {
        return new AllIds(world);
    }

    /** The invitation with an id. */
    static int find(Invitations invitations, String id) {
        for (int i = 0; i < invitations.size(); i++) {
            if (invitations.id(i).equals(id)) {
                return i;
            }
        }
        List<String> known = new ArrayList<>();
        for (int i = 0; i < Math.min(invitations.size(), Population.RANGE); i++) {
            known.add(invitations.id(i));
        }
        throw Problem.of(ReferralCode.NO_INVITATION, "no invitation '" + id + "'")
                .hint(Nearest.hint(id, known))
                .failure();
    }
}
