package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.store.Store;

/** Two customers may have a reward by the same rule and key: each is given, and taken back, once. */
class TakebackTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final long MICROS = NOW.getEpochSecond() * 1_000_000;

    @TempDir
    Path temporary;

    private static RewardPlan plan(PointsStore points, List<Reward> rewards, List<Takeback> takebacks) {
        Ledger ledger = points.ledger();
        return RewardPlan.of(
                new RewardPlan.Terms(
                        "referral",
                        ledger,
                        points.rules(),
                        range -> points.history(range, ledger),
                        new Dating(ZoneOffset.UTC, MICROS, Long.MIN_VALUE),
                        new Term(siyu.rule.Window.Unit.DAYS, 0),
                        Expiry.NEVER,
                        PointsRules.Shortage.DEBT),
                rewards,
                takebacks);
    }

    private static long balance(PointsStore points, int customer) {
        Entries entries = points.history(customer, customer, points.ledger()).entries();
        return new Account().load(entries, 0, entries.size()).balance();
    }

    @Test
    void eachCustomerHasHisOwn() {
        Path file = temporary.resolve("ledger");
        Store.create(file, "test", NOW);
        Store.Run run = new Store.Run("test", "referral settle", "", "", "", NOW);
        // Neighbours, and one in another range.
        List<Integer> customers = List.of(3, 4, 100_000);
        try (Store store = Store.open(file, Duration.ZERO)) {
            PointsStore points = new PointsStore(store);
            List<Reward> rewards = customers.stream()
                    .map(customer -> new Reward(customer, "referral", "referral.paid", "i1", 50, MICROS))
                    .toList();
            List<Takeback> takebacks = customers.stream()
                    .map(customer -> new Takeback(customer, "referral", "referral.paid", "i1", 20, MICROS))
                    .toList();
            points.post(plan(points, rewards, takebacks).plan(), run);
            for (int customer : customers) {
                assertThat(balance(points, customer)).isEqualTo(30);
            }
            assertThat(plan(points, rewards, takebacks).plan().empty()).isTrue();
            assertThat(Verification.of(store, 200_000, ZoneOffset.UTC, null, false)
                            .found())
                    .isEmpty();
        }
    }

    /** What was taken back when keys did not name the customer is not taken back again. */
    @Test
    void olderKeysCount() {
        Takeback takeback = new Takeback(7, "referral", "referral.paid", "i1", 20, MICROS);
        Operation older = new Operation(
                1, Operation.Type.REVERSE, "revoke:referral.paid:i1", 7, -1, 20, 0, 0, "referral", "i1", 0, MICROS, "");
        assertThat(Takeback.isBy(older, "referral.paid")).isTrue();
        assertThat(Takeback.isBy(older, "referral.other")).isFalse();
        Entries entries = new Entries();
        byte[] key = {'i', '1'};
        entries.add(7, 1, Kind.EARN, 50, 1, MICROS, MICROS, 0, Entries.NEVER, 1, 0, 1, key, 0, 2);
        entries.add(7, 2, Kind.REVERSE, -20, 1, MICROS, MICROS, 0, 0, 1, 1, 2, key, 0, 2);
        RewardPlan plan = RewardPlan.of(
                new RewardPlan.Terms(
                        "referral",
                        new Ledger(2, Ledger.FIRST_HEAD, MICROS, Considered.NOTHING, Ledger.OPEN, 1, false, false),
                        new RuleNumbers(List.of(new RuleNumbers.Rule(1, "referral.paid", "referral"))),
                        range -> new Earning.History(entries, List.of(older)),
                        new Dating(ZoneOffset.UTC, MICROS, Long.MIN_VALUE),
                        new Term(siyu.rule.Window.Unit.DAYS, 0),
                        Expiry.NEVER,
                        PointsRules.Shortage.DEBT),
                List.of(),
                List.of(takeback));
        assertThat(plan.plan().empty()).isTrue();
    }
}
