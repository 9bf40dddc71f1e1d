package siyu.command;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Source;
import siyu.segment.Scores;
import siyu.staff.AssignPlan;
import siyu.staff.Assigning;
import siyu.staff.Crew;
import siyu.staff.LiveCode;
import siyu.staff.StaffCode;
import siyu.staff.StaffRules;
import siyu.staff.StaffStore;

/** What the verbs of {@code staff} work with. */
final class StaffDesk {
    private final Session session;
    private final StaffStore store;

    private StaffDesk(Session session) {
        this.session = session;
        this.store = new StaffStore(session.store());
    }

    static StaffDesk of(Session session) {
        return new StaffDesk(session.ahead());
    }

    Session session() {
        return session;
    }

    StaffStore store() {
        return store;
    }

    StaffRules rules() {
        return session.program().staff();
    }

    ZoneId zone() {
        return session.program().vocabulary().zone();
    }

    /** The moment the command runs at, in the program's zone. */
    LocalDateTime at() {
        return LocalDateTime.ofInstant(session.now(), zone());
    }

    /** The same in microseconds. */
    long micros() {
        return siyu.core.AsOf.instant(session.now(), zone()).endMicros();
    }

    /** The staff now. */
    Crew crew() {
        return store.crew(rules(), at(), zone());
    }

    /** The live code of a name. */
    LiveCode code(String name) {
        List<String> known = new ArrayList<>();
        for (LiveCode code : rules().codes()) {
            if (code.name().equals(name)) {
                return code;
            }
            known.add(code.name());
        }
        throw Problem.of(StaffCode.NO_CODE, "no live code '" + name + "'")
                .hint(known.isEmpty() ? "add staff: with codes: to the program" : Nearest.hint(name, known))
                .failure();
    }

    /** The number of somebody on the staff. */
    static int person(Crew crew, String id) {
        int number = crew.number(id);
        if (number < 0) {
            throw Problem.of(StaffCode.NO_PERSON, "nobody '" + id + "' is on the staff")
                    .hint(Nearest.hint(
                            id,
                            crew.people().stream().map(person -> person.id()).toList()))
                    .failure();
        }
        return number;
    }

    /** What a live code asks about customers, block by block. */
    static final class Asking {
        private final World world;
        private final boolean conditioned;
        private final Scores scores;
        private final Compiled compiled;
        private final Needs needs;
        private final int regionIndex;
        private final Compiled.Frame frame;
        private final Scores.Given given;
        private final Map<String, Integer> regions = new HashMap<>();

        Asking(World world, LiveCode code) {
            this.world = world;
            LiveCode.Asked when = code.when();
            List<Expression> roots = when == null ? List.of() : List.of(when.expression());
            List<Source> sources = when == null ? List.of() : List.of(when.source());
            this.conditioned = when != null;
            this.scores = Scores.of(world.vocabulary(), world.population(), world.asOf(), world.marks(), roots);
            roots.forEach(root -> {
                if (!scores.problems(root).isEmpty()) {
                    throw new siyu.core.Failure(scores.problems(root));
                }
            });
            this.compiled = Compiled.of(world.vocabulary(), world.asOf(), roots, sources);
            this.needs = compiled.needs();
            this.regionIndex = world.vocabulary().customer("region");
            if (code.sameRegion()) {
                needs.customer().set(regionIndex);
            }
            this.frame = compiled.frame();
            this.given = scores.given();
        }

        /** Decides about some customers of a range, in their order. */
        void some(int range, int[] customers, int[] owners, AssignPlan plan) {
            CustomerBlock block = world.population().range(range, needs, world.asOf());
            frame.load(given.with(block, world.marks()));
            Column fits = conditioned ? frame.value(0) : null;
            Column region = plan.assigning().sameRegion() ? block.attributes[regionIndex] : null;
            for (int i = 0; i < customers.length; i++) {
                add(block, customers[i], owners[i], fits, region, plan);
            }
        }

        /** Decides about everybody, in the order of numbers. */
        void everybody(int[] owners, AssignPlan plan) {
            int size = world.population().size();
            for (int first = 0; first < size; first += Population.RANGE) {
                int[] customers = new int[Math.min(Population.RANGE, size - first)];
                Arrays.setAll(customers, i -> i);
                for (int i = 0; i < customers.length; i++) {
                    customers[i] += first;
                }
                some(
                        first / Population.RANGE,
                        customers,
                        Arrays.copyOfRange(owners, first, first + customers.length),
                        plan);
            }
        }

        private void add(
                CustomerBlock block,
                int customer,
                int owner,
                @Nullable Column fits,
                @Nullable Column region,
                AssignPlan plan) {
            int row = customer - block.first;
            if (block.present != null && block.present[row] == 0) {
                return;
            }
            Boolean may =
                    fits == null ? Boolean.TRUE : fits.known[row] == 0 ? null : Boolean.valueOf(fits.longs[row] != 0);
            boolean known = region != null && region.known[row] != 0;
            int number = !known || region == null
                    ? plan.assigning().sameRegion() ? -1 : 0
                    : number(region.dictionary.get((int) region.longs[row]), plan.assigning());
            plan.add(customer, owner, may, known, number);
        }

        private int number(String region, Assigning assigning) {
            return regions.computeIfAbsent(region, assigning::region);
        }
    }

    /** By number of a person: what the customers of each are worth; null when the program does not say what that is. */
    BigInteger @Nullable [] values(World world, int people) {
        LiveCode.Asked value = rules().value();
        if (value == null) {
            return null;
        }
        List<Expression> roots = List.of(value.expression());
        Scores scores = Scores.of(world.vocabulary(), world.population(), world.asOf(), world.marks(), roots);
        if (!scores.problems(value.expression()).isEmpty()) {
            throw new siyu.core.Failure(scores.problems(value.expression()));
        }
        Compiled compiled = Compiled.of(world.vocabulary(), world.asOf(), roots, List.of(value.source()));
        int[] owners = store.owners(world.population().size());
        BigInteger[] sums = new BigInteger[people];
        Arrays.fill(sums, BigInteger.ZERO);
        List<Summing> parts = world.population()
                .scan(compiled.needs(), world.asOf(), () -> new Summing(compiled, scores, world, owners, people));
        for (Summing part : parts) {
            for (int person = 0; person < people; person++) {
                sums[person] = sums[person].add(part.sums[person]);
            }
        }
        return sums;
    }

    /** Sums up what customers are worth, by their owner; whose worth is unknown is worth nothing. */
    private static final class Summing implements Population.Visitor {
        private final Compiled.Frame frame;
        private final Scores.Given given;
        private final World world;
        private final int[] owners;
        private final BigInteger[] sums;

        Summing(Compiled compiled, Scores scores, World world, int[] owners, int people) {
            this.frame = compiled.frame();
            this.given = scores.given();
            this.world = world;
            this.owners = owners;
            this.sums = new BigInteger[people];
            Arrays.fill(sums, BigInteger.ZERO);
        }

        @Override
        public void visit(CustomerBlock block) {
            frame.load(given.with(block, world.marks()));
            Column value = frame.value(0);
            for (int row = 0; row < block.size; row++) {
                int owner = owners[block.first + row];
                if (owner >= 0 && value.known[row] != 0) {
                    sums[owner] = Objects.requireNonNull(sums[owner]).add(BigInteger.valueOf(value.longs[row]));
                }
            }
        }
    }
}
