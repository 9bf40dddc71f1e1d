package siyu.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import siyu.core.AsOf;
import siyu.customer.Parallel;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/**
 * The same history decided from its beginning under many programs. What only the payment depends on (steps, rewards, delay, limits)
 * is worked out anew for each; who qualified when is shared by all that agree on it, because that is what takes the time.
 */
public final class Sweep {
    private Sweep() {}

    /**
     * What one program comes to.
     *
     * @param referrals that stand
     * @param referrers who got something for them
     * @param cost in the unit of the referrer's reward, of all sides that get that unit, less what was taken back
     */
    public record Result(long referrals, long referrers, long cost) {}

    /**
     * Decides.
     *
     * @param programs with the same words, so that one population serves all
     * @param decisions what people decided about invitations ({@link ReferralStore#decisions})
     * @return in the same order
     */
    public static List<Result> of(
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            List<ReferralRules> programs,
            Function<Invitations, Recorded> decisions) {
        Gathering facts = Gathering.of(vocabulary, population, asOf, withPhones(programs));
        Recorded recorded = decisions.apply(facts.invitations());
        List<Decided> decided = new ArrayList<>();
        for (ReferralRules program : programs) {
            Decided same = null;
            for (int i = 0; i < decided.size() && same == null; i++) {
                same = decided.get(i).rules().qualifiesLike(program) ? decided.get(i) : null;
            }
            decided.add(
                    same == null
                            ? Decided.of(vocabulary, population, asOf, program, facts, recorded)
                            : same.under(program));
        }
        Result[] results = new Result[programs.size()];
        Parallel.each(results.length, () -> which -> results[which] = result(decided.get(which), vocabulary));
        return List.of(results);
    }

    /** A program that needs phones, if one does, so that they are gathered. */
    private static ReferralRules withPhones(List<ReferralRules> programs) {
        for (ReferralRules program : programs) {
            if (program.flags().stream().anyMatch(flag -> flag.kind() == Flag.Kind.SAME_PHONE_PREFIX)) {
                return program;
            }
        }
        return programs.get(0);
    }

    private static Result result(Decided shared, Vocabulary vocabulary) {
        // Days are not for several threads.
        Decided decided = shared.with(new Days(vocabulary.zone()));
        Rewards rewards = Settling.of(decided);
        long[] got = new long[decided.customers()];
        long referrals = 0;
        long cost = 0;
        for (int row = 0; row < rewards.size(); row++) {
            long amount = rewards.back(row) ? -rewards.amount(row) : rewards.amount(row);
            Side side = rewards.side(row);
            Award award = decided.award(side);
            if (side == Side.REFERRER) {
                got[rewards.customer(row)] += amount;
                referrals += rewards.back(row) ? -1 : 1;
            }
            if (award != null && award.sameUnit(decided.rules().award())) {
                cost = Math.addExact(cost, amount);
            }
        }
        long referrers = 0;
        for (long amount : got) {
            referrers += amount > 0 ? 1 : 0;
        }
        return new Result(referrals, referrers, cost);
    }
}
