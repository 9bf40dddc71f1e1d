package siyu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random handovers: what must never happen, that nobody waits longer than he must, and a slow second computation. */
class HandoverPlanTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final Platform.Cited CITED = new Platform.Cited("a paper", START);

    /** A random handover. */
    private static final class Case {
        final List<Person> people = new ArrayList<>();
        final long[] load;
        final long[] today;
        final int[] to;
        final Platform platform;
        final boolean leaving;
        final int horizon;
        final Map<LocalDate, long[]> taken = new HashMap<>();
        final List<HandoverPlan.Mover> movers = new ArrayList<>();
        final Crew crew;
        final List<HandoverPlan.Move> moves;

        Case(long seed) {
            Random random = new Random(seed);
            int size = 2 + random.nextInt(5);
            for (int i = 0; i < size; i++) {
                long cap = random.nextBoolean() ? Person.NO_LIMIT : random.nextInt(5);
                long most = random.nextBoolean() ? Person.NO_LIMIT : random.nextInt(30);
                people.add(new Person(i, "s" + i, null, null, null, random.nextInt(4), cap, most, null, true));
            }
            load = random.longs(size, 0, 10).toArray();
            to = random.ints(0, size).distinct().limit(1 + random.nextInt(size)).toArray();
            platform = new Platform(
                    random.nextInt(4) == 0
                            ? null
                            : new Platform.Transfers(
                                    1 + random.nextInt(3), 1 + random.nextInt(40), random.nextBoolean(), CITED),
                    random.nextInt(4) == 0 ? null : new Platform.Count(1 + random.nextInt(4), CITED),
                    random.nextInt(3) != 0 ? null : new Platform.Count(1 + random.nextInt(6), CITED),
                    null);
            leaving = random.nextBoolean();
            horizon = 1 + random.nextInt(60);
            for (int i = random.nextInt(4); i > 0; i--) {
                long[] counts = taken.computeIfAbsent(START.plusDays(random.nextInt(5)), any -> new long[size + 1]);
                counts[random.nextInt(size)]++;
                counts[size]++;
            }
            today = taken.getOrDefault(START, new long[size + 1]).clone();
            for (int i = 0; i < size; i++) {
                today[i] += random.nextInt(3);
            }
            int customers = random.nextInt(40);
            for (int i = 0; i < customers; i++) {
                List<LocalDate> days = new ArrayList<>();
                for (int n = random.nextInt(4); n > 0; n--) {
                    days.add(START.minusDays(random.nextInt(50)));
                }
                days.sort(null);
                movers.add(new HandoverPlan.Mover(
                        i,
                        days,
                        random.nextInt(10) == 0,
                        random.nextInt(6) == 0 ? START.plusDays(random.nextInt(40) - 10) : null,
                        random.nextInt(6) == 0 ? new int[] {random.nextInt(size)} : new int[0]));
            }
            crew = new Crew(people, null, START.atTime(9, 0), load, Arrays.copyOf(today, size));
            moves = HandoverPlan.of(crew, to, platform, leaving, START, horizon, taken, movers);
        }

        boolean limited() {
            Platform.Transfers limit = platform.transfers();
            return limit != null && (limit.leaving() || !leaving);
        }

        /** Whether the platform lets a customer be asked on a day, counted out. */
        boolean allowed(HandoverPlan.Mover mover, LocalDate day) {
            LocalDate refused = mover.refused();
            if (refused != null && day.isBefore(refused)) {
                return false;
            }
            Platform.Transfers limit = platform.transfers();
            if (!limited() || limit == null) {
                return true;
            }
            long within = mover.days().stream()
                    .filter(before -> before.isAfter(day.minusDays(limit.days())))
                    .count();
            return within < limit.most();
        }

        /** What somebody got on a day before the plan. */
        long before(int person, LocalDate day) {
            return day.equals(START) ? today[person] : taken.getOrDefault(day, new long[people.size() + 1])[person];
        }

        int daySize() {
            Platform.Count day = platform.day();
            return day == null ? Integer.MAX_VALUE : day.most();
        }

        int batchSize() {
            Platform.Count batch = platform.batch();
            return batch == null ? Integer.MAX_VALUE : batch.most();
        }

        boolean parted(HandoverPlan.Mover mover, int person) {
            return Arrays.stream(mover.parted()).anyMatch(one -> one == person);
        }
    }

    @Test
    void noLimitIsEverBroken() {
        int moved = 0;
        int later = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Case one = new Case(seed);
            assertThat(one.moves).hasSameSizeAs(one.movers);
            Map<LocalDate, long[]> counts = new TreeMap<>();
            Map<String, Long> batches = new HashMap<>();
            for (HandoverPlan.Move move : one.moves) {
                HandoverPlan.Mover mover = one.movers.get(move.customer());
                LocalDate day = move.day();
                if (day == null) {
                    continue;
                }
                moved++;
                later += day.equals(START) ? 0 : 1;
                assertThat(mover.pending()).as("seed %d", seed).isFalse();
                assertThat(one.allowed(mover, day)).as("seed %d", seed).isTrue();
                assertThat(one.parted(mover, move.to())).as("seed %d", seed).isFalse();
                assertThat(one.to).as("seed %d", seed).contains(move.to());
                assertThat(day).isBetween(START, START.plusDays(one.horizon - 1));
                long[] got = counts.computeIfAbsent(day, any -> new long[one.people.size() + 1]);
                got[move.to()]++;
                got[one.people.size()]++;
                batches.merge(day + " " + move.to() + " " + move.batch(), 1L, Long::sum);
            }
            long[] load = one.load.clone();
            counts.forEach((day, got) -> {
                long[] taken = one.taken.getOrDefault(day, new long[one.people.size() + 1]);
                assertThat(got[one.people.size()] + taken[one.people.size()]).isLessThanOrEqualTo(one.daySize());
                for (Person person : one.people) {
                    int number = person.number();
                    load[number] += got[number];
                    assertThat(got[number] == 0 || got[number] + one.before(number, day) <= person.dailyCap())
                            .isTrue();
                    assertThat(got[number] == 0 || load[number] <= person.mostLoad())
                            .isTrue();
                }
            });
            long fullest =
                    batches.values().stream().mapToLong(Long::longValue).max().orElse(0);
            assertThat(fullest).as("seed %d", seed).isLessThanOrEqualTo(one.batchSize());
        }
        assertThat(moved).isGreaterThan(20_000);
        assertThat(later).isGreaterThan(3_000);
    }

    /** On every day on which somebody could have moved earlier, everybody who could have got him had got enough. */
    @Test
    void nobodyWaitsLongerThanHeMust() {
        for (long seed = 0; seed < 3000; seed++) {
            Case one = new Case(seed);
            for (HandoverPlan.Move move : one.moves) {
                HandoverPlan.Mover mover = one.movers.get(move.customer());
                LocalDate last = move.day() == null ? START.plusDays(one.horizon) : move.day();
                for (LocalDate day = START; day.isBefore(last) && !mover.pending(); day = day.plusDays(1)) {
                    if (one.allowed(mover, day)) {
                        assertThat(somebodyCould(one, mover, day))
                                .as("seed %d, %s", seed, move)
                                .isFalse();
                    }
                }
            }
        }
    }

    /** At the end of a day. */
    private static boolean somebodyCould(Case one, HandoverPlan.Mover mover, LocalDate day) {
        long[] taken = one.taken.getOrDefault(day, new long[one.people.size() + 1]);
        long all = taken[one.people.size()];
        long[] got = new long[one.people.size()];
        long[] load = one.load.clone();
        for (HandoverPlan.Move move : one.moves) {
            LocalDate its = move.day();
            if (its != null && !its.isAfter(day)) {
                load[move.to()]++;
                got[move.to()] += its.equals(day) ? 1 : 0;
                all += its.equals(day) ? 1 : 0;
            }
        }
        if (all >= one.daySize()) {
            return false;
        }
        for (int person : one.to) {
            Person who = one.people.get(person);
            if (!one.parted(mover, person)
                    && got[person] + one.before(person, day) < who.dailyCap()
                    && load[person] < who.mostLoad()) {
                return true;
            }
        }
        return false;
    }

    /** Everybody is told the first day that the platform lets him move, and why he does not when he does not. */
    @Test
    void everybodyIsToldFromWhenOn() {
        for (long seed = 0; seed < 1000; seed++) {
            Case one = new Case(seed);
            for (HandoverPlan.Move move : one.moves) {
                HandoverPlan.Mover mover = one.movers.get(move.customer());
                if (mover.pending()) {
                    assertThat(move.delay()).isEqualTo(HandoverPlan.Delay.PENDING);
                    assertThat(move.earliest()).isNull();
                } else {
                    assertThat(move.earliest()).as("seed %d", seed).isEqualTo(first(one, mover));
                    assertThat(move.delay() == null).isEqualTo(START.equals(move.day()));
                }
            }
        }
    }

    /** Day by day, customer by customer, with turns written out. */
    @Test
    void asASlowPlannerDoes() {
        for (long seed = 0; seed < 1500; seed++) {
            Case one = new Case(seed);
            long[] credits = new long[one.to.length];
            long[] load = one.load.clone();
            Map<Integer, String> placed = new HashMap<>();
            List<HandoverPlan.Mover> order = new ArrayList<>(one.movers);
            order.sort(java.util.Comparator.comparing((HandoverPlan.Mover mover) -> first(one, mover))
                    .thenComparingInt(HandoverPlan.Mover::customer));
            for (LocalDate day = START; day.isBefore(START.plusDays(one.horizon)); day = day.plusDays(1)) {
                long[] got = new long[one.people.size()];
                long all = one.taken.getOrDefault(day, new long[one.people.size() + 1])[one.people.size()];
                for (HandoverPlan.Mover mover : order) {
                    if (mover.pending() || placed.containsKey(mover.customer()) || !one.allowed(mover, day)) {
                        continue;
                    }
                    int best = -1;
                    long total = 0;
                    for (int i = 0; i < one.to.length && all < one.daySize(); i++) {
                        Person person = one.people.get(one.to[i]);
                        if (!one.parted(mover, one.to[i])
                                && load[one.to[i]] < person.mostLoad()
                                && got[one.to[i]] + one.before(one.to[i], day) < person.dailyCap()) {
                            credits[i] += Math.max(1, person.weight());
                            total += Math.max(1, person.weight());
                            best = best < 0 || credits[i] > credits[best] ? i : best;
                        }
                    }
                    if (best >= 0) {
                        credits[best] -= total;
                        load[one.to[best]]++;
                        got[one.to[best]]++;
                        all++;
                        placed.put(mover.customer(), one.to[best] + " " + day);
                    }
                }
            }
            for (HandoverPlan.Move move : one.moves) {
                @Nullable LocalDate day = move.day();
                assertThat(day == null ? null : move.to() + " " + day)
                        .as("seed %d, customer %d", seed, move.customer())
                        .isEqualTo(placed.get(move.customer()));
            }
        }
    }

    private static LocalDate first(Case one, HandoverPlan.Mover mover) {
        LocalDate day = START;
        while (!one.allowed(mover, day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The platform's own words: in 90 days a customer moves twice; who moved on days 0 and 30 may move again on day 90. */
    @Test
    void twiceInNinetyDays() {
        Platform.Transfers limit = new Platform.Transfers(2, 90, false, CITED);
        List<LocalDate> before = List.of(START, START.plusDays(30));
        assertThat(limit.from(before, START.plusDays(40))).isEqualTo(START.plusDays(90));
        assertThat(limit.from(before, START.plusDays(100))).isEqualTo(START.plusDays(100));
        assertThat(limit.from(List.of(START), START.plusDays(1))).isEqualTo(START.plusDays(1));
    }

    /** What is asked for on a day stays within the day's limits, however many days were missed. */
    @Test
    void requestsStayWithinTheDay() {
        int asked = 0;
        for (long seed = 0; seed < 1000; seed++) {
            Case one = new Case(seed);
            Random random = new Random(seed);
            LocalDate today = START.plusDays(random.nextInt(10));
            List<Transfer> due = new ArrayList<>();
            for (HandoverPlan.Move move : one.moves) {
                LocalDate day = move.day();
                if (day != null && !day.isAfter(today)) {
                    due.add(new Transfer(
                            1, move.customer(), 0, move.to(), one.leaving, day, 1, Transfer.State.PLANNED, null, null));
                }
            }
            LocalDateTime at = today.atTime(9, 0);
            long[] fresh = random.longs(one.people.size(), 0, 3).toArray();
            int[] owners = new int[40];
            Crew crew = new Crew(one.people, null, at, new long[one.people.size()], fresh);
            Requesting.Answer answer =
                    Requesting.of(due, crew, one.platform, owners, Map.of(), fresh, new long[one.people.size()], 7);
            assertThat(answer.stale()).isEmpty();
            assertThat(answer.asked().size() + answer.late().size()).isEqualTo(due.size());
            assertThat(answer.asked().size()).isLessThanOrEqualTo(one.daySize());
            Map<String, Long> batches = new HashMap<>();
            for (Transfer transfer : answer.asked()) {
                fresh[transfer.to()]++;
                assertThat(fresh[transfer.to()])
                        .isLessThanOrEqualTo(one.people.get(transfer.to()).dailyCap());
                batches.merge(transfer.to() + " " + transfer.batch(), 1L, Long::sum);
                asked++;
            }
            assertThat(batches.values()).allMatch(size -> size <= one.batchSize());
        }
        assertThat(asked).isGreaterThan(2_000);
    }
}
