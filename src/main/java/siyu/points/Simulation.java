package siyu.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/**
 * The ledger posted again in memory, as if a program had been in force from the beginning: each posting at its time, the same
 * events, the same operations and rewards, through the same deciders. Under the program that posted it, what comes out is the
 * ledger.
 *
 * <p>Everybody is decided by himself in one pass, but for two things that one customer's part needs of others: what a transfer
 * brings, and where a budget ends. Both are guessed first; the pass is repeated until the guesses are what came out, a budget
 * of an earlier posting before that of a later one.
 */
public final class Simulation {
    /**
     * What was posted.
     *
     * @param rules with which entries know rules by
     * @param recorded by range; called by several threads
     */
    public record History(PostingFacts postings, RuleNumbers rules, IntFunction<Recorded> recorded) {}

    /**
     * What is simulated.
     *
     * @param rules the program
     * @param stated the last days that the program of the ledger gives; who has a lot with such a one gets that of the other
     *     program, and other last days, which a person gave, stay
     * @param asOf with which conditions are read
     */
    record Facts(
            PointsRules rules,
            Expiry stated,
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            History history) {}

    /** Sees each customer that has entries, recorded or simulated, once in a pass. */
    interface Seen {
        /**
         * @param start the recorded rows of the customer
         * @param simulated his entries in the simulation; not kept
         * @param refused points of redemptions and transfers that he could not have made
         */
        void customer(int customer, Entries recorded, int start, int end, Entries simulated, long refused);
    }

    private final Facts facts;
    private final Earning earning;
    private final boolean budgets;

    /** By posting: where budgets end in it, when that is known. */
    private final Map<Integer, Budgets.@Nullable Cut[]> cuts = new HashMap<>();

    /** By rule: the last posting in which something may be left of its budget. */
    private final int[] shut;

    /** By transfer: the points, first and last days that it brings; null as recorded. */
    private Map<Long, long[]> gifts = Map.of();

    private Simulation(Facts facts) {
        this.facts = facts;
        RuleNumbers numbers = facts.history().rules().copy();
        this.earning = new Earning(facts.rules(), facts.vocabulary(), facts.asOf(), numbers);
        this.budgets = facts.rules().earn().stream().anyMatch(rule -> rule.budget() != null);
        this.shut = new int[facts.rules().earn().size()];
        Arrays.fill(shut, Integer.MAX_VALUE);
    }

    /**
     * @param seen makes what sees the customers of one thread, anew for each pass
     * @return those of the last pass
     */
    static <S extends Seen> List<S> run(Facts facts, Supplier<S> seen) {
        Simulation simulation = new Simulation(facts);
        int settled = 0;
        while (true) {
            Pass<S> pass = simulation.converged(seen);
            settled = simulation.budgets ? simulation.cut(pass, settled) : Integer.MAX_VALUE;
            if (settled == Integer.MAX_VALUE) {
                return pass.seen;
            }
        }
    }

    /** What came out of a pass. */
    private static final class Pass<S> {
        final List<S> seen = new ArrayList<>();
        final Map<Long, long[]> given = new ConcurrentHashMap<>();
        final Map<Long, long[]> used = new ConcurrentHashMap<>();
        final SortedMap<Integer, List<Budgets.Claims>> claims = new TreeMap<>();
        final SortedMap<Integer, long[]> granted = new TreeMap<>();
    }

    /** Passes until transfers bring what is given. Each one settles at least the first transfer that was not. */
    private <S extends Seen> Pass<S> converged(Supplier<S> seen) {
        while (true) {
            Pass<S> pass = pass(seen);
            boolean same = true;
            for (Map.Entry<Long, long[]> gift : pass.used.entrySet()) {
                long[] given = pass.given.get(gift.getKey());
                same &= given == null || Arrays.equals(given, gift.getValue());
            }
            if (same) {
                return pass;
            }
            gifts = pass.given;
        }
    }

    private <S extends Seen> Pass<S> pass(Supplier<S> seen) {
        Pass<S> pass = new Pass<>();
        for (SimulationWorker worker : facts.population().scan(SimulationWorker.needs(earning), facts.asOf(), () -> {
            S mine = seen.get();
            synchronized (pass) {
                pass.seen.add(mine);
            }
            return new SimulationWorker(facts, earning, mine, this::cuts, gifts, pass.given, pass.used);
        })) {
            worker.claims()
                    .forEach((posting, claims) -> pass.claims
                            .computeIfAbsent(posting, none -> new ArrayList<>())
                            .add(claims));
            worker.granted().forEach((posting, points) -> pass.granted.merge(posting, points, Simulation::sum));
        }
        return pass;
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.addExact(sum[i], b[i]);
        }
        return sum;
    }

    /** By rule where budgets end in a posting, as far as it is known. */
    private Budgets.@Nullable Cut[] cuts(int posting) {
        Budgets.@Nullable Cut[] known = cuts.get(posting);
        if (known != null) {
            return known;
        }
        Budgets.@Nullable Cut[] closed = new Budgets.Cut[shut.length];
        for (int rule = 0; rule < closed.length; rule++) {
            closed[rule] = posting > shut[rule] ? Budgets.Cut.ALL : null;
        }
        return Budgets.any(closed) ? closed : Budgets.NONE;
    }

    /** Finds the first posting after {@code settled} in which one more budget ends, and returns it; the greatest number for none. */
    private int cut(Pass<?> pass, int settled) {
        List<EarnRule> rules = facts.rules().earn();
        long[] spent = new long[rules.size()];
        for (Map.Entry<Integer, List<Budgets.Claims>> claimed : pass.claims.entrySet()) {
            int posting = claimed.getKey();
            if (posting > settled) {
                Budgets.@Nullable Cut[] found = Budgets.cuts(rules, spent, claimed.getValue());
                boolean more = false;
                for (int rule = 0; rule < found.length; rule++) {
                    boolean closed = posting > shut[rule];
                    more |= found[rule] != null && !closed;
                    found[rule] = closed ? Budgets.Cut.ALL : found[rule];
                }
                if (more) {
                    cuts.put(posting, found);
                    shut(rules, spent, posting);
                    return posting;
                }
            }
            spent = sum(spent, pass.granted.getOrDefault(posting, new long[rules.size()]));
        }
        return Integer.MAX_VALUE;
    }

    /**
     * Notes whose budget was used up before a posting, so that those after it need no pass of their own. Not where a rule with a
     * budget counts what another one brings: then it depends on what that one would have brought.
     */
    private void shut(List<EarnRule> rules, long[] spent, int posting) {
        boolean apart =
                rules.stream().noneMatch(rule -> rule.budget() != null && rule.worth() instanceof Worth.Multiple);
        for (int rule = 0; rule < shut.length; rule++) {
            Long budget = rules.get(rule).budget();
            if (apart && budget != null && spent[rule] >= budget) {
                shut[rule] = Math.min(shut[rule], posting - 1);
            }
        }
    }
}
