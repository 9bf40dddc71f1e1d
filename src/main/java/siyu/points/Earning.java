package siyu.points;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Needs;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Source;

/**
 * Earning over events that were not considered yet: conditions are compiled once and worked out for whole blocks, then each
 * customer's events are taken in the order of time. Immutable; each thread has an {@link EarnWorker} of its own.
 *
 * <p>Cost: some ten nanoseconds an event besides its conditions, and no object.
 */
public final class Earning {
    final PointsRules rules;
    final Vocabulary vocabulary;

    /** By rule: its number in the ledger. */
    final int[] numbers;

    /** By kind of event: the rules that it earns by, without and with a multiple. */
    final int[][] plain;

    final int[][] multiples;

    /** By kind of event: the kind that its refunds are of, or -1. */
    final int[] refunds;

    /** By rule: the root of its condition, and of its points; -1 for none. */
    final int[] conditions;

    final int[] worths;

    final RuleNumbers ruleNumbers;
    final Compiled compiled;

    /** What one range of customers has in the ledger: entries by customer, and the operations of these customers. */
    public record History(Entries entries, List<Operation> operations) {}

    /**
     * @param asOf as of which conditions are read
     * @param numbers gets the rules that are new
     */
    public Earning(PointsRules rules, Vocabulary vocabulary, AsOf asOf, RuleNumbers numbers) {
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.ruleNumbers = numbers;
        List<EarnRule> earn = rules.earn();
        this.numbers = new int[earn.size()];
        this.conditions = new int[earn.size()];
        this.worths = new int[earn.size()];
        List<Expression> roots = new ArrayList<>();
        List<@Nullable Source> sources = new ArrayList<>();
        for (int i = 0; i < earn.size(); i++) {
            EarnRule rule = earn.get(i);
            this.numbers[i] = numbers.of(rule.name(), vocabulary.kinds().get(rule.kind()));
            conditions[i] = -1;
            worths[i] = -1;
            Expression when = rule.when();
            if (when != null) {
                conditions[i] = roots.size();
                roots.add(when);
                sources.add(rule.source());
            }
            if (rule.worth() instanceof Worth.Computed computed) {
                worths[i] = roots.size();
                roots.add(computed.points());
                sources.add(computed.source());
            }
        }
        this.compiled = Compiled.ofEvents(vocabulary, asOf, roots, sources);
        int kinds = vocabulary.kinds().size();
        this.plain = new int[kinds][];
        this.multiples = new int[kinds][];
        this.refunds = new int[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            plain[kind] = of(kind, false);
            multiples[kind] = of(kind, true);
            refunds[kind] = -1;
        }
        rules.refunds().forEach(refund -> refunds[refund.on()] = refund.of());
    }

    private int[] of(int kind, boolean multiple) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rules.earn().size(); i++) {
            EarnRule rule = rules.earn().get(i);
            if (rule.kind() == kind && rule.worth() instanceof Worth.Multiple == multiple) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What a block must bring. */
    public Needs needs() {
        Needs needs = compiled.needs();
        needs.event().set(Vocabulary.EVENT_AT);
        needs.event().set(Vocabulary.EVENT_ID);
        needs.event().set(Vocabulary.EVENT_AMOUNT);
        if (!rules.refunds().isEmpty()) {
            needs.event().set(Vocabulary.EVENT_REF);
        }
        return needs;
    }

    /** Whether events of a kind earn something or take something back. */
    boolean matters(int kind) {
        return kind >= 0 && (plain[kind].length > 0 || multiples[kind].length > 0 || refunds[kind] >= 0);
    }

    /**
     * What one thread earns with in one run.
     *
     * @param history by number of the range
     */
    EarnWorker worker(EarnRun run, IntFunction<History> history) {
        return new EarnWorker(this, run, history);
    }
}
