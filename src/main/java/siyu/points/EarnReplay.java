package siyu.points;

import java.util.List;
import siyu.core.AsOf;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/** What all events would have earned, refunds taken back, if they had been considered by one program from the beginning. */
public final class EarnReplay {
    private EarnReplay() {}

    /**
     * By customer: his points.
     *
     * @throws siyu.core.Failure when a calculation overflows
     */
    public static long[] of(PointsRules rules, Vocabulary vocabulary, Population population, AsOf asOf) {
        Ledger empty =
                new Ledger(0, Ledger.FIRST_HEAD, Long.MIN_VALUE, Considered.NOTHING, Ledger.OPEN, 0, false, false);
        Earning.History nothing = new Earning.History(new Entries(), List.of());
        EarnPlan plan = EarnPlan.of(
                rules,
                new EarnPlan.Facts(
                        vocabulary,
                        population,
                        Integer.MAX_VALUE,
                        asOf,
                        asOf.endMicros(),
                        Long.MIN_VALUE,
                        empty,
                        new RuleNumbers(List.of()),
                        range -> nothing,
                        rule -> 0L));
        long[] points = new long[population.size()];
        for (PointsPlan.Part part : plan.plan().parts()) {
            Entries entries = part.entries();
            for (int row = 0; row < entries.size(); row++) {
                points[entries.customer[row]] += entries.points[row];
            }
        }
        return points;
    }
}
