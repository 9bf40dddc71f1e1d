package siyu.points;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.CustomerBlock;
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
        Earning earning = earning(rules, facts);
        List<Earned> ranges = run(earning, facts, Budgets.NONE);
        Budgets.@Nullable Cut[] cuts = cuts(earning, facts, ranges);
        ranges = Budgets.any(cuts) ? run(earning, facts, cuts) : ranges;
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

    /** Why one customer earns what he earns by it, decided for him as for all. */
    public static Why explain(PointsRules rules, Facts facts, int customer) {
        Earning earning = earning(rules, facts);
        Budgets.@Nullable Cut[] cuts =
                budgets(earning) ? cuts(earning, facts, run(earning, facts, Budgets.NONE)) : Budgets.NONE;
        CustomerBlock block = facts.population().customer(customer, earning.needs(), facts.asOf());
        return worker(earning, facts, cuts).explain(block, customer);
    }

    private static Earning earning(PointsRules rules, Facts facts) {
        if (facts.ledger().considered().end() > facts.asOf().endMicros()) {
            throw PointsCode.BACKWARDS
                    .problem("events were already considered as of a later moment than "
                            + facts.asOf().today())
                    .failure();
        }
        return new Earning(rules, facts.vocabulary(), facts.asOf(), facts.numbers());
    }

    private static boolean budgets(Earning earning) {
        return earning.rules.earn().stream().anyMatch(rule -> rule.budget() != null);
    }

    /** Where budgets end that are not enough for all that is claimed. */
    private static Budgets.@Nullable Cut[] cuts(Earning earning, Facts facts, List<Earned> ranges) {
        List<EarnRule> rules = earning.rules.earn();
        if (!budgets(earning)) {
            return Budgets.NONE;
        }
        long[] spent = new long[rules.size()];
        for (int rule = 0; rule < spent.length; rule++) {
            spent[rule] = rules.get(rule).budget() == null ? 0 : facts.spent().apply(earning.numbers[rule]);
        }
        return Budgets.cuts(
                rules, spent, ranges.stream().map(range -> range.claims).toList());
    }

    private static EarnWorker worker(Earning earning, Facts facts, Budgets.@Nullable Cut[] cuts) {
        return earning.worker(
                new EarnRun(
                        facts.ledger().considered(),
                        new Considered(Integer.MAX_VALUE, facts.asOf().endMicros()),
                        facts.ledger().posting() + 1,
                        new Dating(facts.vocabulary().zone(), facts.now(), facts.openFrom()),
                        cuts),
                facts.history());
    }

    private static List<Earned> run(Earning earning, Facts facts, Budgets.@Nullable Cut[] cuts) {
        Supplier<EarnWorker> worker = () -> worker(earning, facts, cuts);
        List<Earned> ranges = new ArrayList<>();
        for (EarnWorker each : facts.population().scan(earning.needs(), facts.asOf(), worker)) {
            ranges.addAll(each.done());
        }
        ranges.sort(Comparator.comparingInt(range -> range.range));
        return ranges;
    }
}
