package siyu.points;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/**
 * What all customers earn by the events that were not considered yet. Everybody decides for himself; only a budget that is not
 * enough for all makes a second pass.
 *
 * @param rules of the program, in order
 * @param total counts over all ranges
 */
public record EarnPlan(List<EarnRule> rules, Earned total, PointsPlan plan) {
    /**
     * What the decision is made from.
     *
     * @param batch the last batch of events there is
     * @param now when it would be recorded, microseconds; never before the last posting
     * @param history what a range of customers has in the ledger
     * @param spent by number of a rule in the ledger: what it brought so far
     */
    public record Facts(
            Vocabulary vocabulary,
            Population population,
            int batch,
            AsOf asOf,
            long now,
            long openFrom,
            Ledger ledger,
            RuleNumbers numbers,
            IntFunction<Earning.History> history,
            IntFunction<Long> spent) {}

    /** @throws siyu.core.Failure when events were considered as of a later moment already, or a calculation overflows */
    public static EarnPlan of(PointsRules rules, Facts facts) {
        Considered before = facts.ledger().considered();
        if (before.end() > facts.asOf().endMicros()) {
            throw PointsCode.BACKWARDS
                    .problem("events were already considered as of a later moment than "
                            + facts.asOf().today())
                    .failure();
        }
        Earning earning = new Earning(rules, facts.vocabulary(), facts.asOf(), facts.numbers());
        List<Earned> ranges = run(earning, facts, Budgets.NONE);
        if (rules.earn().stream().anyMatch(rule -> rule.budget() != null)) {
            long[] spent = new long[rules.earn().size()];
            for (int rule = 0; rule < spent.length; rule++) {
                spent[rule] = rules.earn().get(rule).budget() == null
                        ? 0
                        : facts.spent().apply(earning.numbers[rule]);
            }
            Budgets.@Nullable Cut[] cuts = Budgets.cuts(
                    rules.earn(),
                    spent,
                    ranges.stream().map(range -> range.claims).toList());
            ranges = Budgets.any(cuts) ? run(earning, facts, cuts) : ranges;
        }
        Earned total = new Earned(-1, rules.earn().size(), new Entries());
        List<PointsPlan.Part> parts = new ArrayList<>();
        for (Earned range : ranges) {
            total.count(range);
            if (range.entries.size() > 0 || !range.operations.isEmpty()) {
                parts.add(new PointsPlan.Part(range.range, range.entries, range.operations));
            }
        }
        PointsPlan plan = new PointsPlan(
                        "earn",
                        facts.ledger(),
                        facts.now(),
                        facts.numbers(),
                        parts,
                        new Considered(facts.batch(), facts.asOf().endMicros()),
                        facts.ledger().closedThrough())
                .numbered();
        return new EarnPlan(rules.earn(), total, plan);
    }

    private static List<Earned> run(Earning earning, Facts facts, Budgets.@Nullable Cut[] cuts) {
        Supplier<EarnWorker> worker = () -> earning.worker(
                new EarnRun(
                        facts.ledger().considered(),
                        new Considered(Integer.MAX_VALUE, facts.asOf().endMicros()),
                        facts.ledger().posting() + 1,
                        new Dating(facts.vocabulary().zone(), facts.now(), facts.openFrom()),
                        cuts),
                facts.history());
        List<Earned> ranges = new ArrayList<>();
        for (EarnWorker each : facts.population().scan(earning.needs(), facts.asOf(), worker)) {
            ranges.addAll(each.done());
        }
        ranges.sort(Comparator.comparingInt(range -> range.range));
        return ranges;
    }
}
