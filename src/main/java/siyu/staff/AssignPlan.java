package siyu.staff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of customers of a live code, in their order, and what has to be kept for those that follow. */
public final class AssignPlan {
    private final LiveCode code;
    private final Assigning assigning;
    private final LocalDate today;
    private final Partings partings;
    private final long[] credits;
    private int[] customers = new int[64];
    private Decision[] decisions = new Decision[64];
    private int[] regions = new int[64];
    private int size;
    private final long[] counts = new long[Decision.Outcome.COUNT];
    private final Map<Decision.Outcome, Decision> simple = new HashMap<>();

    /** @param credits by number of a person; those of after are written into it by {@link #done} */
    public AssignPlan(Crew crew, LiveCode code, long[] credits, Partings partings) {
        this.code = code;
        this.credits = credits.clone();
        this.assigning = new Assigning(crew, code, credits);
        this.today = crew.at().toLocalDate();
        this.partings = partings;
        for (Decision.Outcome outcome : Decision.Outcome.values()) {
            simple.put(outcome, Decision.of(outcome));
        }
    }

    public LiveCode code() {
        return code;
    }

    public Assigning assigning() {
        return assigning;
    }

    /**
     * Decides about the next customer.
     *
     * @param owner the number of who looks after him, -1 for nobody
     * @param fits whether the code is for him; null when that is unknown
     * @param known whether his region is known
     * @param region as {@link Assigning#region} says
     */
    public Decision add(int customer, int owner, @Nullable Boolean fits, boolean known, int region) {
        Decision decision = decide(customer, owner, fits, known, region);
        if (size == customers.length) {
            customers = Arrays.copyOf(customers, 2 * size);
            decisions = Arrays.copyOf(decisions, 2 * size);
            regions = Arrays.copyOf(regions, 2 * size);
        }
        customers[size] = customer;
        regions[size] = region;
        decisions[size++] = decision;
        counts[decision.outcome().number()]++;
        return decision;
    }

    private Decision decide(int customer, int owner, @Nullable Boolean fits, boolean known, int region) {
        if (owner >= 0) {
            return new Decision(Decision.Outcome.KEPT, owner, null, null);
        }
        if (fits == null || !fits) {
            return simply(fits == null ? Decision.Outcome.UNDECIDED : Decision.Outcome.NOT_FOR);
        }
        LocalDate free = partings.coolUntil(customer);
        if (free != null && today.isBefore(free)) {
            return new Decision(Decision.Outcome.COOL_DOWN, -1, null, free.atStartOfDay());
        }
        if (assigning.sameRegion() && !known) {
            return simply(Decision.Outcome.NO_REGION);
        }
        return assigning.place(region, partings.from(customer));
    }

    private Decision simply(Decision.Outcome outcome) {
        return java.util.Objects.requireNonNull(simple.get(outcome));
    }

    public int size() {
        return size;
    }

    public int customer(int index) {
        return customers[index];
    }

    /** As it was given to {@link #add}. */
    public int region(int index) {
        return regions[index];
    }

    public Decision decision(int index) {
        return decisions[index];
    }

    /** How many of them have an outcome. */
    public long count(Decision.Outcome outcome) {
        return counts[outcome.number()];
    }

    /** How many are given to somebody. */
    public long placed() {
        return count(Decision.Outcome.ASSIGNED) + count(Decision.Outcome.BACKUP);
    }

    /** By number of a person: the credits of after. */
    public long[] done() {
        assigning.credits(credits);
        return credits;
    }
}
