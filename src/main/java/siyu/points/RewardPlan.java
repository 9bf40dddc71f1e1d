package siyu.points;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import siyu.fact.Population;

/**
 * Rewards, and what is taken back of them, as entries. A reward that was given before, by its customer, rule and key, is not given
 * again; with other points it is refused. What was taken back before is not taken again.
 *
 * @param given those that are new
 * @param before how many were given before
 * @param refused what could not be taken back because the points are spent and the program rejects that
 */
public record RewardPlan(PointsPlan plan, List<Reward> given, int before, List<Takeback> refused) {
    /**
     * How rewards are written.
     *
     * @param type of the posting, {@code task}
     * @param history of a range of customers
     * @param pending until they can be used
     */
    public record Terms(
            String type,
            Ledger ledger,
            RuleNumbers rules,
            IntFunction<Earning.History> history,
            Dating dating,
            Term pending,
            Expiry expiry,
            PointsRules.Shortage shortage) {}

    /**
     * @param rewards in any order
     * @param takebacks in any order; of one moment rewards come first
     */
    public static RewardPlan of(Terms terms, List<Reward> rewards, List<Takeback> takebacks) {
        List<Reward> gives = new ArrayList<>(rewards);
        gives.sort(Comparator.comparingInt(Reward::customer).thenComparingLong(Reward::at));
        List<Takeback> takes = new ArrayList<>(takebacks);
        takes.sort(Comparator.comparingInt(Takeback::customer).thenComparingLong(Takeback::at));
        List<PointsPlan.Part> parts = new ArrayList<>();
        RewardWalk walk = new RewardWalk(terms);
        int give = 0;
        int take = 0;
        while (give < gives.size() || take < takes.size()) {
            int range = next(gives, give, takes, take) / Population.RANGE;
            walk.start(range);
            while ((give < gives.size() || take < takes.size())
                    && next(gives, give, takes, take) / Population.RANGE == range) {
                int customer = next(gives, give, takes, take);
                int lastGive = give;
                while (lastGive < gives.size() && gives.get(lastGive).customer() == customer) {
                    lastGive++;
                }
                int lastTake = take;
                while (lastTake < takes.size() && takes.get(lastTake).customer() == customer) {
                    lastTake++;
                }
                walk.customer(customer, gives.subList(give, lastGive), takes.subList(take, lastTake));
                give = lastGive;
                take = lastTake;
            }
            walk.finish(parts);
        }
        PointsPlan plan = PointsPlan.of(
                        terms.type(), terms.ledger(), terms.dating().now(), terms.rules(), parts)
                .numbered();
        return new RewardPlan(plan, walk.given(), rewards.size() - walk.given().size(), walk.refused());
    }

    /** The customer whose turn is next. */
    private static int next(List<Reward> gives, int give, List<Takeback> takes, int take) {
        int giver = give < gives.size() ? gives.get(give).customer() : Integer.MAX_VALUE;
        int taker = take < takes.size() ? takes.get(take).customer() : Integer.MAX_VALUE;
        return Math.min(giver, taker);
    }
}
