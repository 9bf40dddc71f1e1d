package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.fact.Attribute;
import siyu.fact.Vocabulary;
import siyu.rule.Window;

/**
 * Random histories through the deciders, beside the same on paper. After every hundred operations all lots and debts agree, and the
 * whole ledger is replayed. {@code -Dsiyu.test='-Dsiyu.histories=2000 -Dsiyu.seed=7'} runs more, or others.
 */
class RandomHistoryTest {
    private static final int CUSTOMERS = 10;
    private static final int OPERATIONS = 2_000;
    private static final long HOUR = 3_600_000_000L;
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Asia/Shanghai", "America/Sao_Paulo", "Pacific/Apia", "America/St_Johns");

    private enum Does {
        EVENT,
        EARN,
        REDEEM,
        CANCEL,
        EXPIRE,
        REVERSE,
        REFUND_PART,
        ADJUST,
        TAKE,
        OPEN,
        TRANSFER,
        CLOSE
    }

    private final Map<Does, Integer> done = new EnumMap<>(Does.class);
    private final Map<Why.Reason, Integer> reasons = new EnumMap<>(Why.Reason.class);

    @Test
    void ledgerAndPaperAgree() {
        int histories = Integer.getInteger("siyu.histories", 100);
        long seed = Long.getLong("siyu.seed", 20240229);
        System.out.println("random histories: " + histories + " of " + OPERATIONS + " operations, seed " + seed);
        for (int i = 0; i < histories; i++) {
            new History(seed + i).run();
        }
        // Otherwise the histories are not about what they should be.
        assertThat(done.keySet()).containsExactly(Does.values());
        assertThat(reasons)
                .containsKeys(
                        Why.Reason.EARNED,
                        Why.Reason.LATE,
                        Why.Reason.CAPPED,
                        Why.Reason.OVER_BUDGET,
                        Why.Reason.NOTHING,
                        Why.Reason.NO_RULE,
                        Why.Reason.BEFORE,
                        Why.Reason.CONSIDERED,
                        Why.Reason.TAKEN_BACK,
                        Why.Reason.UNEARNED,
                        Why.Reason.TOO_MUCH,
                        Why.Reason.REFUNDED,
                        Why.Reason.TAKES,
                        Why.Reason.ENDED,
                        Why.Reason.LASTS,
                        Why.Reason.NEVER,
                        Why.Reason.EMPTY);
        assertThat(done.values()).allMatch(times -> times >= histories);
        assertThat(done.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(histories * OPERATIONS / 4);
    }

    /** One history. */
    private final class History {
        private final long seed;
        private final SplittableRandom random;
        private final MemoryLedger ledger;
        private final SlowLedger paper;
        private final List<SlowLedger.Event> purchases = new ArrayList<>();
        private long clock = 1_577_836_800_000_000L;
        private int ids;

        History(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Map<String, List<Attribute>> kinds = new LinkedHashMap<>();
            List.of("purchase", "refund", "share", "other").forEach(kind -> kinds.put(kind, List.of()));
            Vocabulary vocabulary = new Vocabulary(zone, "CNY", 2, List.of(), kinds);
            PointsRules rules = RandomRules.of(random);
            ledger = new MemoryLedger(vocabulary, rules, CUSTOMERS);
            paper = new SlowLedger(zone, rules, kinds.keySet().toArray(new String[0]), CUSTOMERS);
        }

        void run() {
            for (int step = 1; step <= OPERATIONS; step++) {
                // Sometimes the clock runs backwards.
                clock += random.nextInt(20) == 0 ? -random.nextLong(48 * HOUR) : random.nextLong(30 * HOUR);
                ledger.now = clock;
                Does does = List.of(Does.values()).get(random.nextInt(Does.values().length));
                boolean happened;
                try {
                    happened = step(does);
                } catch (RuntimeException e) {
                    throw new IllegalStateException("seed " + seed + " step " + step + " " + does, e);
                }
                done.merge(does, happened ? 1 : 0, Integer::sum);
                if (step % 100 == 0) {
                    check(step);
                }
            }
            simulate();
        }

        /** Simulated under its own program, the history is the ledger. */
        private void simulate() {
            Set<Integer> seen = new HashSet<>();
            ledger.simulate(ledger.rules, (customer, recorded, start, end, simulated, refused) -> {
                // A pass is repeated while transfers or budgets are not settled, so only the last time counts.
                seen.remove(customer);
                boolean same = end - start == simulated.size() && refused == 0;
                for (int row = 0; same && row < simulated.size(); row++) {
                    same = Simulated.same(recorded, start + row, simulated, row);
                }
                if (same) {
                    seen.add(customer);
                }
            });
            Set<Integer> all = new HashSet<>();
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                if (ledger.entries.get(customer).size() > 0) {
                    all.add(customer);
                }
            }
            assertThat(seen).as(words()).containsAll(all);
        }

        private int customer() {
            return random.nextInt(CUSTOMERS);
        }

        /** Now, or a moment before that is still open. */
        private long moment() {
            long now = ledger.recorded();
            long back = Math.max(ledger.openFrom(), now - random.nextLong(1, 40 * 24 * HOUR));
            return random.nextBoolean() ? now : Math.min(now, back);
        }

        private boolean step(Does does) {
            return switch (does) {
                case EVENT -> event();
                case EARN -> earn();
                case REDEEM -> redeem();
                case CANCEL -> cancel();
                case EXPIRE -> {
                    long points = paper.expire(ledger.recorded());
                    int asked = ledger.batch % CUSTOMERS;
                    Why why = ledger.whyExpire(asked);
                    int entries = ledger.entries.get(asked).size();
                    assertThat(ledger.expire().points()).as(words()).isEqualTo(points);
                    assertTold(why, asked, entries);
                    yield points > 0;
                }
                case REVERSE -> reverse(false);
                case REFUND_PART -> reverse(true);
                case ADJUST -> give(Kind.ADJUST, Operation.Type.ADJUST);
                case OPEN -> give(Kind.OPENING, Operation.Type.OPENING);
                case TAKE -> take();
                case TRANSFER -> transfer();
                case CLOSE -> close();
            };
        }

        private String words() {
            return "seed " + seed + " of history, " + ledger.rules;
        }

        /** Some events, of which many happened long ago or will happen, and some take others back. */
        private boolean event() {
            ledger.batch++;
            for (int i = random.nextInt(6); i >= 0; i--) {
                long at = clock
                        + switch (random.nextInt(6)) {
                            case 0 -> random.nextLong(48 * HOUR);
                            case 1 -> -random.nextLong(200 * 24 * HOUR);
                            default -> -random.nextLong(48 * HOUR);
                        };
                boolean refund = !purchases.isEmpty() && random.nextInt(4) == 0;
                String kind = refund
                        ? "refund"
                        : List.of("purchase", "purchase", "share", "other").get(random.nextInt(4));
                SlowLedger.Event of = refund ? purchases.get(random.nextInt(purchases.size())) : null;
                int customer = of == null ? customer() : of.customer();
                long amount = of == null ? random.nextLong(20_000) : random.nextLong(of.amount() + 2);
                SlowLedger.Event event = new SlowLedger.Event(
                        kind, "e" + ids++, customer, at, amount, of == null ? "" : of.id(), ledger.batch);
                if (kind.equals("purchase")) {
                    purchases.add(event);
                }
                ledger.add(event);
                paper.people.get(customer).events.add(event);
            }
            return true;
        }

        private boolean earn() {
            int before = ledger.operations.size();
            long earned = paper.people.stream()
                    .mapToLong(person -> person.earned.size())
                    .sum();
            int asked = ledger.batch % (8 * CUSTOMERS);
            Why why = asked < CUSTOMERS ? ledger.whyEarn(asked) : null;
            int entries = ledger.entries.get(asked % CUSTOMERS).size();
            EarnPlan plan = ledger.earn();
            if (why != null) {
                assertTold(why, asked, entries);
            }
            paper.earn(ledger.batch, ledger.ledger.recorded());
            long after = paper.people.stream()
                    .mapToLong(person -> person.earned.size())
                    .sum();
            long earnings = 0;
            for (long one : plan.total().earnings) {
                earnings += one;
            }
            assertThat(earnings).as(words()).isEqualTo(after - earned);
            return after > earned || ledger.operations.size() > before;
        }

        /** What was told of a customer before is what was written then, entry by entry. */
        private void assertTold(Why why, int customer, int before) {
            Entries all = ledger.entries.get(customer);
            List<String> written = new ArrayList<>();
            for (int row = before; row < all.size(); row++) {
                written.add(all.number[row] + " " + all.points[row] + " in " + all.lot[row]);
            }
            assertThat(why.lines().stream()
                            .filter(line -> line.points() != 0)
                            .map(line -> line.entry() + " " + line.points() + " in " + line.lot()))
                    .as(words())
                    .containsExactlyInAnyOrderElementsOf(written);
            why.lines().forEach(line -> reasons.merge(line.reason(), 1, Integer::sum));
        }

        private Operation operation(
                Operation.Type type,
                int customer,
                int other,
                long points,
                long amount,
                long total,
                String kind,
                String id,
                long of,
                long at) {
            return new Operation(0, type, "", customer, other, points, amount, total, kind, id, of, at, "");
        }

        private boolean redeem() {
            int customer = customer();
            long at = moment();
            long points = 1L + random.nextInt(120);
            SlowLedger.Event order = random.nextInt(3) > 0 || purchases.isEmpty()
                    ? null
                    : purchases.get(random.nextInt(purchases.size()));
            String id = order == null || order.customer() != customer ? "" : order.id();
            String kind = id.isEmpty() ? "" : "purchase";
            SlowLedger.Spent spent = paper.spend(customer, points, at, kind + ":" + id);
            Dating dating = ledger.dating();
            Operation done = ledger.operate(
                    customer,
                    book -> Spending.take(book, Kind.REDEEM, points, at, dating.day(at)) > 0
                            ? null
                            : operation(Operation.Type.REDEEM, customer, -1, points, 0, 0, kind, id, 0, at));
            assertThat(done != null).as(words()).isEqualTo(spent != null);
            if (done != null && spent != null) {
                paper.redemptions.put(done.number(), spent);
            }
            return done != null;
        }

        private boolean cancel() {
            List<Operation> open = ledger.operations.stream()
                    .filter(operation -> operation.type() == Operation.Type.REDEEM
                            && !Objects.requireNonNull(paper.redemptions.get(operation.number())).cancelled)
                    .toList();
            if (open.isEmpty()) {
                return false;
            }
            Operation redemption = open.get(random.nextInt(open.size()));
            int customer = redemption.customer();
            long at = Math.max(moment(), redemption.effective());
            ledger.operate(customer, book -> {
                long points =
                        Crediting.cancel(book, ledger.entries.get(customer), redemption.number(), at, ledger.dating());
                assertThat(points).isEqualTo(redemption.points());
                return operation(Operation.Type.CANCEL, customer, -1, points, 0, 0, "", "", redemption.number(), at);
            });
            paper.cancel(
                    customer,
                    Objects.requireNonNull(paper.redemptions.get(redemption.number())),
                    at,
                    ledger.ledger.recorded());
            return true;
        }

        private boolean give(Kind kind, Operation.Type type) {
            int customer = customer();
            long at = moment();
            long points = 1L + random.nextInt(200);
            Dating dating = ledger.dating();
            int day = dating.day(at);
            int until = random.nextInt(4) == 0 ? Entries.NEVER : day + random.nextInt(60);
            ledger.operate(customer, book -> {
                Crediting.give(book, kind, points, at, at, day, until, dating);
                return operation(type, customer, -1, points, 0, 0, "", "", 0, at);
            });
            paper.give(customer, points, at, day, until, ledger.ledger.recorded());
            return true;
        }

        private boolean take() {
            int customer = customer();
            long at = moment();
            long points = 1L + random.nextInt(120);
            Dating dating = ledger.dating();
            SlowLedger.Spent spent = paper.spend(customer, points, at, "");
            Operation done = ledger.operate(
                    customer,
                    book -> Spending.take(book, Kind.ADJUST, points, at, dating.day(at)) > 0
                            ? null
                            : operation(Operation.Type.ADJUST, customer, -1, -points, 0, 0, "", "", 0, at));
            assertThat(done != null).as(words()).isEqualTo(spent != null);
            return done != null;
        }

        private boolean transfer() {
            int giver = customer();
            int receiver = (giver + 1 + random.nextInt(CUSTOMERS - 1)) % CUSTOMERS;
            long at = moment();
            long points = 1L + random.nextInt(120);
            long number = ledger.ledger.operations() + 1;
            Entries given = new Entries();
            Entries taken = new Entries();
            long missing = Crediting.transfer(
                    new Book(ledger.account(giver), given).operation(number),
                    new Book(ledger.account(receiver), taken).operation(number),
                    given,
                    points,
                    at,
                    ledger.dating());
            boolean enough = paper.transfer(giver, receiver, points, at, ledger.recorded());
            assertThat(missing == 0).as(words()).isEqualTo(enough);
            if (enough) {
                Operation operation = operation(Operation.Type.TRANSFER, giver, receiver, points, 0, 0, "", "", 0, at)
                        .numbered(number);
                List<PointsPlan.Part> parts = List.of(
                        new PointsPlan.Part(0, given, List.of(operation)), new PointsPlan.Part(0, taken, List.of()));
                ledger.post("transfer", parts, ledger.ledger.considered(), ledger.ledger.closedThrough());
            }
            return enough;
        }

        private boolean reverse(boolean part) {
            if (purchases.isEmpty()) {
                return false;
            }
            SlowLedger.Event event = purchases.get(random.nextInt(purchases.size()));
            int customer = event.customer();
            long at = moment();
            long amount = part ? 1 + random.nextLong(event.amount() + 1) : 0;
            Dating dating = ledger.dating();
            Long points = paper.reverse(
                    customer, "purchase", event.id(), amount, part ? event.amount() : 0, at, ledger.recorded());
            byte[] id = event.id().getBytes(StandardCharsets.UTF_8);
            Entries all = ledger.entries.get(customer);
            Operation done = ledger.operate(customer, book -> {
                List<Reversing.Earning> earnings =
                        Reversing.earnings(all, 0, all.size(), ledger.numbers, "purchase", id, 0, id.length);
                List<Operation> mine = ledger.operations.stream()
                        .filter(operation -> operation.customer() == customer)
                        .toList();
                long refunded = part ? Reversing.refunded(mine, "purchase", event.id()) + amount : 0;
                if (earnings.isEmpty() || part && refunded > event.amount()) {
                    return null;
                }
                long[] due = earnings.stream()
                        .mapToLong(one -> part ? one.due(refunded, event.amount()) : one.rest())
                        .toArray();
                long sum = 0;
                for (long one : due) {
                    sum += one;
                }
                long missing = Reversing.reverse(
                        book, all, earnings, due, ledger.ledger.operations() + 1, at, dating, ledger.rules.shortage());
                return missing > 0
                        ? null
                        : operation(
                                Operation.Type.REVERSE,
                                customer,
                                -1,
                                sum,
                                amount,
                                part ? event.amount() : 0,
                                "purchase",
                                event.id(),
                                0,
                                at);
            });
            assertThat(done == null ? null : (Long) done.points()).as(words()).isEqualTo(points);
            return done != null;
        }

        /** Closes some days that are over, when everything in them is done. */
        private boolean close() {
            Dating dating = ledger.dating();
            int through = dating.today() - 1 - random.nextInt(20);
            if (random.nextInt(4) > 0 || through <= ledger.ledger.closedThrough()) {
                return false;
            }
            ledger.post("close", List.of(), ledger.ledger.considered(), through);
            paper.openFrom = ledger.openFrom();
            return true;
        }

        private void check(int step) {
            String words = words() + " step " + step;
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                Account account = ledger.account(customer);
                SlowLedger.Person person = paper.people.get(customer);
                List<String> lots = new ArrayList<>();
                for (int lot = 0; lot < account.lots(); lot++) {
                    SlowLedger.Lot one = new SlowLedger.Lot(
                            account.opened(lot), account.effective(lot), account.from(lot), account.until(lot));
                    one.left = account.left(lot);
                    lots.add(one.toString());
                }
                assertThat(lots)
                        .as(words)
                        .isEqualTo(person.lots.stream().map(Object::toString).toList());
                assertThat(account.debt()).as(words).isEqualTo(person.debt);
                assertThat(account.balance()).as(words).isEqualTo(person.balance());
                always(words, account, ledger.entries.get(customer));
            }
            Differences differences = new Differences();
            Replay.Gifts gifts = new Replay.Gifts(differences);
            new Replay(ledger.vocabulary.zone(), ledger.postings, ledger.numbers, gifts, differences)
                    .range(ledger.all(), ledger.operations);
            gifts.finish();
            assertThat(differences.sorted()).as(words).isEmpty();
        }

        /** At no moment has a lot less than nothing or more than it opened with, and nobody owes less than nothing. */
        private void always(String words, Account account, Entries entries) {
            long moment = clock - random.nextLong(60 * 24 * HOUR);
            Account then = Balance.asOf(entries, 0, entries.size(), moment);
            for (int lot = 0; lot < then.lots(); lot++) {
                assertThat(then.left(lot)).as(words).isBetween(0L, then.opened(lot));
            }
            assertThat(then.debt()).as(words).isNotNegative();
            assertThat(then.lots()).as(words).isLessThanOrEqualTo(account.lots());
        }
    }

    /** Rules with caps, pending lots, multiples, budgets and last days of all sorts. */
    private static final class RandomRules {
        private RandomRules() {}

        static PointsRules of(SplittableRandom random) {
            Expiry expiry = expiry(random);
            List<EarnRule> rules = new ArrayList<>();
            rules.add(rule(
                    "spend",
                    0,
                    new Worth.PerAmount(100, 1 + random.nextInt(2), true),
                    cap(random),
                    null,
                    random,
                    expiry));
            rules.add(rule(
                    "twice",
                    0,
                    new Worth.Multiple(500 + random.nextInt(1500)),
                    cap(random),
                    null,
                    random,
                    expiry(random)));
            rules.add(rule("shared", 2, new Worth.Fixed(1 + random.nextInt(30)), cap(random), null, random, expiry));
            rules.add(rule("first", 2, new Worth.Fixed(7), null, 50 + random.nextLong(300), random, expiry));
            Exchange exchange = random.nextInt(3) == 0 ? null : new Exchange(100, 1 + random.nextInt(1_000));
            PointsRules.Shortage[] shortages = PointsRules.Shortage.values();
            return new PointsRules(
                    exchange,
                    expiry,
                    rules,
                    List.of(new PointsRules.RefundRule(1, 0)),
                    shortages[random.nextInt(shortages.length)]);
        }

        private static EarnRule rule(
                String name,
                int kind,
                Worth worth,
                @Nullable Cap cap,
                @Nullable Long budget,
                SplittableRandom random,
                Expiry expiry) {
            Term pending = new Term(Window.Unit.DAYS, random.nextBoolean() ? 0 : random.nextInt(10));
            return new EarnRule(name, kind, null, null, worth, cap, budget, random.nextBoolean(), pending, expiry);
        }

        private static @Nullable Cap cap(SplittableRandom random) {
            CalendarUnit unit = List.of(CalendarUnit.values()).get(random.nextInt(CalendarUnit.values().length));
            return switch (random.nextInt(3)) {
                case 0 -> null;
                case 1 -> new Cap(1 + random.nextInt(4), true, unit);
                default -> new Cap(20 + random.nextInt(600), false, unit);
            };
        }

        private static Expiry expiry(SplittableRandom random) {
            Window.Unit[] units = {Window.Unit.DAYS, Window.Unit.WEEKS, Window.Unit.MONTHS};
            CalendarUnit[] ends = {
                CalendarUnit.DAY, CalendarUnit.WEEK, CalendarUnit.MONTH, CalendarUnit.QUARTER, CalendarUnit.YEAR
            };
            return random.nextInt(5) == 0
                    ? Expiry.NEVER
                    : new Expiry(
                            new Term(units[random.nextInt(units.length)], 12 + random.nextInt(20) - 2),
                            random.nextBoolean() ? CalendarUnit.DAY : ends[random.nextInt(ends.length)]);
        }
    }
}
