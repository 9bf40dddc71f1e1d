package siyu.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.AsOf;
import siyu.core.Frontier;

/** Random histories under random programs, against {@link PlainReferrals}. */
class ReferralModelTest {
    private static final int SEEDS = 600;

    @TempDir
    Path folder;

    @Test
    void decidesAndSettlesAsThePlainModelDoes() throws IOException {
        long revoked = 0;
        long refused = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            PlainReferrals plain = new PlainReferrals(random);
            World world = World.of(folder, plain.rules.yaml(), plain.customerRows(), plain.eventRows());
            AsOf asOf = AsOf.date(LocalDate.of(2026, 2, 10).plusDays(random.nextInt(100)), PlainReferrals.ZONE);

            Rewards once = world.settled(List.of(asOf));
            List<AsOf> days = new ArrayList<>();
            for (LocalDate day = LocalDate.of(2026, 1, 31);
                    day.isBefore(asOf.today());
                    day = day.plusDays(1 + random.nextInt(9))) {
                days.add(AsOf.date(day, PlainReferrals.ZONE));
            }
            days.add(asOf);
            Rewards often = world.settled(days);
            Decided after = world.decided(
                    asOf, new Recorded(world.gather(asOf).invitations().size(), often));
            PlainReferrals.Answer answer = plain.answer(asOf.end());

            String about = "seed " + seed + "\n" + plain.rules.yaml();
            assertThat(sums(world, once)).as(about).isEqualTo(answer.sums());
            assertThat(sums(world, often)).as("settled often, %s", about).isEqualTo(answer.sums());
            assertThat(states(after)).as(about).isEqualTo(answer.states());
            assertThat(Settling.of(after).size()).as("settled again, %s", about).isZero();
            requireOnce(often);
            requireForest(after);
            revoked +=
                    answer.states().values().stream().filter("revoked"::equals).count();
            for (int row = 0; row < often.size(); row++) {
                refused += often.refused(row) ? 1 : 0;
            }
        }
        assertThat(revoked).as("histories in which rewards are lost").isGreaterThan(50);
        assertThat(refused).as("rewards that limits leave nothing of").isGreaterThan(50);
    }

    private static Map<String, Long> sums(World world, Rewards rewards) {
        Map<String, Long> sums = new TreeMap<>();
        for (int row = 0; row < rewards.size(); row++) {
            String id =
                    ((siyu.customer.FilePopulation) world.population()).ids().get(rewards.customer(row));
            sums.merge(
                    rewards.side(row).word() + " " + id,
                    rewards.back(row) ? -rewards.amount(row) : rewards.amount(row),
                    Long::sum);
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static Map<String, String> states(Decided decided) {
        Map<String, String> states = new LinkedHashMap<>();
        for (int i = 0; i < decided.invitations().size(); i++) {
            states.put(decided.invitations().id(i), decided.state(i).word());
        }
        return states;
    }

    /** A reward is paid once for an invitation and side, and taken back once at most. */
    private static void requireOnce(Rewards rewards) {
        Map<String, Integer> times = new TreeMap<>();
        for (int row = 0; row < rewards.size(); row++) {
            String what = rewards.invitation(row) + rewards.side(row).word() + rewards.back(row);
            assertThat(times.merge(what, 1, Integer::sum)).as(what).isEqualTo(1);
            assertThat(rewards.amount(row)).isNotNegative();
        }
    }

    /** Where the program keeps to one referrer each, nobody is above himself. */
    private static void requireForest(Decided decided) {
        if (!decided.rules().blocks().contains(Cause.CYCLE)
                || !decided.rules().blocks().contains(Cause.SELF)) {
            return;
        }
        Forest forest = Forest.of(decided);
        for (int customer = 0; customer < decided.customers(); customer++) {
            int steps = 0;
            int below = 0;
            for (int above = customer; above >= 0; above = forest.parent(above)) {
                assertThat(steps++).isLessThan(decided.customers());
            }
            for (int other = 0; other < decided.customers(); other++) {
                for (int above = forest.parent(other); above >= 0; above = forest.parent(above)) {
                    below += above == customer ? 1 : 0;
                }
            }
            assertThat(forest.below(customer)).isEqualTo(below);
        }
    }

    /** A sweep comes to what each of its programs comes to alone, and its frontier is what a look at all pairs says. */
    @Test
    void sweepsComeToWhatEachProgramComesTo() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            PlainReferrals plain = new PlainReferrals(new Random(seed));
            World world = World.of(folder, plain.rules.yaml(), plain.customerRows(), plain.eventRows());
            AsOf asOf = AsOf.date(LocalDate.of(2026, 4, 1), PlainReferrals.ZONE);
            List<World> worlds = new ArrayList<>();
            for (int other = 0; other < 8; other++) {
                worlds.add(world.with(folder, new PlainReferrals(new Random(1000L * seed + other)).rules.yaml()));
            }
            List<Sweep.Result> results = Sweep.of(
                    world.vocabulary(),
                    world.population(),
                    asOf,
                    worlds.stream().map(World::rules).toList(),
                    Recorded::empty);
            boolean[] frontier = Frontier.of(
                    results.stream().mapToLong(Sweep.Result::cost).toArray(),
                    results.stream().mapToLong(Sweep.Result::referrals).toArray());
            for (int i = 0; i < results.size(); i++) {
                Sweep.Result result = results.get(i);
                long cost = 0;
                long referrals = 0;
                Rewards rewards = worlds.get(i).settled(List.of(asOf));
                for (int row = 0; row < rewards.size(); row++) {
                    cost += rewards.back(row) ? -rewards.amount(row) : rewards.amount(row);
                    referrals += rewards.side(row) != Side.REFERRER ? 0 : rewards.back(row) ? -1 : 1;
                }
                assertThat(result.cost()).as("seed %d, program %d", seed, i).isEqualTo(cost);
                assertThat(result.referrals())
                        .as("seed %d, program %d", seed, i)
                        .isEqualTo(referrals);
                boolean beaten = results.stream()
                        .anyMatch(other -> other.cost() <= result.cost()
                                && other.referrals() >= result.referrals()
                                && (other.cost() < result.cost() || other.referrals() > result.referrals()));
                assertThat(frontier[i]).as("seed %d, program %d", seed, i).isEqualTo(!beaten);
            }
        }
    }

    /** A chain of a million, each brought by the one before: nothing goes as deep as the chain. */
    @Test
    void chains() throws IOException {
        int length = 1_000_000;
        StringBuilder customers = new StringBuilder("id,registered\n");
        StringBuilder events = new StringBuilder("id,customer,kind,at,amount,ref\n");
        for (int i = 0; i < length; i++) {
            customers.append('c').append(i).append(",2026-03-01\n");
            // Children earlier than parents, the way round closed at last, and one who invites himself.
            events.append("i" + i + ",c" + i + ",referral,2026-02-0" + (1 + i % 9) + "T10:00:00,,c" + (i + 1) % length
                    + "\n");
        }
        events.append("self,c5,referral,2026-01-01T00:00:00,,c5\n");
        World world = World.of(folder, """
                program: chain
                timezone: UTC
                currency: CNY
                events: {purchase: {}}
                referral:
                  qualifies: count(purchase, ever) >= 0
                  within: 60d
                  tiers: {mode: threshold, steps: [{from: 1, reward: 1 points}]}
                """, customers.toString(), events.toString());
        AsOf asOf = AsOf.date(LocalDate.of(2026, 4, 1), world.vocabulary().zone());
        Decided decided = world.decided(asOf);
        Map<String, Integer> causes = new TreeMap<>();
        for (int i = 0; i < decided.invitations().size(); i++) {
            causes.merge(decided.cause(i).word(), 1, Integer::sum);
        }
        assertThat(causes).isEqualTo(Map.of("", length - 1, "cycle", 1, "self", 1));
        Forest forest = Forest.of(decided);
        int root = 0;
        while (forest.parent(root) >= 0) {
            root = forest.parent(root);
        }
        assertThat(forest.levels(root)).isEqualTo(length - 1);
        assertThat(forest.below(root)).isEqualTo(length - 1);
        int[] visited = {0, 0};
        forest.walk(root, Integer.MAX_VALUE, (customer, depth) -> {
            visited[0]++;
            visited[1] = Math.max(visited[1], depth);
            return true;
        });
        assertThat(visited).containsExactly(length, length - 1);
        assertThat(Settling.of(decided).size()).isEqualTo(length - 1);
    }
}
