package siyu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.points.Term;
import siyu.rule.Window;

/** Customers of random live codes against a slow second computation, and what must never happen. */
class AssigningTest {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 10, 30);
    private static final String[] REGIONS = {"north", "south", "east"};
    private static final Term COOL_DOWN = new Term(Window.Unit.DAYS, 30);

    /** A random staff, live code and queue of customers. */
    private static final class Case {
        final List<Person> people = new ArrayList<>();
        final long[] load;
        final long[] today;
        final long[] credits;
        final LiveCode code;
        final @Nullable Hours usual;
        final int customers;
        final @Nullable String[] regions;
        final int[] owners;
        final @Nullable Boolean[] fits;
        final Partings partings = new Partings(COOL_DOWN);
        final Map<Integer, List<Integer>> parted = new HashMap<>();
        final Map<Integer, LocalDate> lately = new HashMap<>();

        Case(long seed) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(12);
            load = random.longs(size, 0, 5).toArray();
            today = random.longs(size, 0, 3).toArray();
            credits = random.longs(size, -9, 9).toArray();
            boolean limited = random.nextBoolean();
            for (int i = 0; i < size; i++) {
                people.add(new Person(
                        i,
                        "s" + i,
                        null,
                        null,
                        random.nextInt(6) == 0 ? null : REGIONS[random.nextInt(REGIONS.length)],
                        random.nextInt(5),
                        limited && random.nextBoolean() ? random.nextInt(8) : Person.NO_LIMIT,
                        limited && random.nextBoolean() ? random.nextInt(15) : Person.NO_LIMIT,
                        random.nextInt(4) == 0
                                ? Hours.of(random.nextBoolean() ? "6,7 09:00-18:00" : "08:00-11:00")
                                : null,
                        random.nextInt(6) != 0));
            }
            usual = random.nextInt(4) == 0 ? Hours.of("1-5 14:00-18:00") : null;
            List<String> members = new ArrayList<>();
            List<String> backup = new ArrayList<>();
            for (Person person : people) {
                int where = random.nextInt(4);
                if (where == 0 && backup.size() < 3) {
                    backup.add(person.id());
                } else if (where != 1) {
                    members.add(person.id());
                }
            }
            boolean everybody = random.nextInt(3) == 0 || members.isEmpty();
            code = new LiveCode("c", null, everybody ? List.of() : members, random.nextBoolean(), backup);
            customers = random.nextInt(60);
            regions = new String[customers];
            owners = new int[customers];
            fits = new Boolean[customers];
            for (int i = 0; i < customers; i++) {
                int region = random.nextInt(REGIONS.length + 2);
                regions[i] = region < REGIONS.length ? REGIONS[region] : region == REGIONS.length ? null : "nowhere";
                owners[i] = random.nextInt(8) == 0 ? random.nextInt(size) : -1;
                fits[i] = random.nextInt(8) == 0 ? null : (Boolean) (random.nextInt(8) != 0);
                for (int times = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0; times > 0; times--) {
                    LocalDate day = MONDAY.toLocalDate().minusDays(random.nextInt(50));
                    int person = random.nextInt(size);
                    partings.add(i, person, day);
                    parted.computeIfAbsent(i, any -> new ArrayList<>()).add(person);
                    lately.merge(i, day, (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }

        boolean open(Person person) {
            Hours hours = person.hours() == null ? usual : person.hours();
            return hours == null || hours.open(MONDAY);
        }

        AssignPlan plan() {
            AssignPlan plan = new AssignPlan(new Crew(people, usual, MONDAY, load, today), code, credits, partings);
            for (int i = 0; i < customers; i++) {
                String region = regions[i];
                int number = region == null
                        ? code.sameRegion() ? -1 : 0
                        : plan.assigning().region(region);
                plan.add(i, owners[i], fits[i], region != null, number);
            }
            return plan;
        }
    }

    /** The rules once more, person by person. */
    private static List<String> slow(Case one, long[] credits) {
        List<String> said = new ArrayList<>();
        long[] load = one.load.clone();
        long[] today = one.today.clone();
        for (int customer = 0; customer < one.customers; customer++) {
            if (one.owners[customer] >= 0) {
                said.add("kept " + one.owners[customer]);
                continue;
            }
            Boolean fits = one.fits[customer];
            if (fits == null || !fits) {
                said.add(fits == null ? "undecided -1" : "not_for -1");
                continue;
            }
            LocalDate lately = one.lately.get(customer);
            if (lately != null && MONDAY.toLocalDate().isBefore(lately.plusDays(30))) {
                said.add("cool_down -1");
                continue;
            }
            if (one.code.sameRegion() && one.regions[customer] == null) {
                said.add("no_region -1");
                continue;
            }
            int best = -1;
            long total = 0;
            for (Person person : one.people) {
                int number = person.number();
                boolean member = one.code.people().isEmpty()
                        ? !one.code.backup().contains(person.id())
                        : one.code.people().contains(person.id());
                boolean here = !one.code.sameRegion()
                        || person.region() != null && person.region().equals(one.regions[customer]);
                if (member && here && person.weight() > 0 && can(one, person, load, today, customer)) {
                    credits[number] += person.weight();
                    total += person.weight();
                    best = best < 0 || first(one, credits, number, best) ? number : best;
                }
            }
            String outcome = "assigned ";
            if (best >= 0) {
                credits[best] -= total;
            }
            for (String id : one.code.backup()) {
                int number = Integer.parseInt(id.substring(1));
                if (best < 0 && can(one, one.people.get(number), load, today, customer)) {
                    best = number;
                    outcome = "backup ";
                }
            }
            if (best >= 0) {
                load[best]++;
                today[best]++;
            }
            said.add(best < 0 ? "nobody -1" : outcome + best);
        }
        return said;
    }

    /** Of equal credits the one who stands first in the code. */
    private static boolean first(Case one, long[] credits, int number, int best) {
        List<String> people = one.code.people();
        boolean before = people.isEmpty() ? number < best : people.indexOf("s" + number) < people.indexOf("s" + best);
        return credits[number] > credits[best] || credits[number] == credits[best] && before;
    }

    private static boolean can(Case one, Person person, long[] load, long[] today, int customer) {
        return person.active()
                && one.open(person)
                && load[person.number()] < person.mostLoad()
                && today[person.number()] < person.dailyCap()
                && !one.parted.getOrDefault(customer, List.of()).contains(person.number());
    }

    @Test
    void asTheRulesSay() {
        int placed = 0;
        int backed = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Case one = new Case(seed);
            long[] credits = one.credits.clone();
            List<String> expected = slow(one, credits);
            AssignPlan plan = one.plan();
            List<String> said = new ArrayList<>();
            for (int i = 0; i < plan.size(); i++) {
                Decision decision = plan.decision(i);
                said.add(decision.outcome().word() + " " + decision.person());
            }
            assertThat(said).as("seed %d", seed).isEqualTo(expected);
            assertThat(plan.done()).as("seed %d", seed).isEqualTo(credits);
            placed += (int) plan.placed();
            backed += (int) plan.count(Decision.Outcome.BACKUP);
        }
        assertThat(placed).isGreaterThan(10_000);
        assertThat(backed).isGreaterThan(500);
    }

    /** No cap, load or hours are ever broken, an owner is kept, who waits is told why, and the same again is the same. */
    @Test
    void whatMustNeverHappen() {
        for (long seed = 0; seed < 3000; seed++) {
            Case one = new Case(seed);
            AssignPlan plan = one.plan();
            long[] got = new long[one.people.size()];
            for (int i = 0; i < plan.size(); i++) {
                Decision decision = plan.decision(i);
                if (one.owners[i] >= 0) {
                    assertThat(decision.outcome()).isEqualTo(Decision.Outcome.KEPT);
                    assertThat(decision.person()).isEqualTo(one.owners[i]);
                } else if (decision.placed()) {
                    Person person = one.people.get(decision.person());
                    got[decision.person()]++;
                    assertThat(person.active() && one.open(person))
                            .as("seed %d", seed)
                            .isTrue();
                    assertThat(one.parted.getOrDefault(i, List.of())).doesNotContain(decision.person());
                } else if (decision.outcome() == Decision.Outcome.NOBODY) {
                    nobodyCould(one, plan, i, seed);
                }
            }
            for (Person person : one.people) {
                int number = person.number();
                assertThat(got[number] == 0 || one.load[number] + got[number] <= person.mostLoad())
                        .as("seed %d", seed)
                        .isTrue();
                assertThat(got[number] == 0 || one.today[number] + got[number] <= person.dailyCap())
                        .as("seed %d", seed)
                        .isTrue();
            }
            AssignPlan again = one.plan();
            for (int i = 0; i < plan.size(); i++) {
                assertThat(again.decision(i)).isEqualTo(plan.decision(i));
            }
            assertThat(again.done()).isEqualTo(plan.done());
        }
    }

    /** At the end nobody can take him either, since people only fill up; and the rule told is the furthest one. */
    private static void nobodyCould(Case one, AssignPlan plan, int customer, long seed) {
        List<Assigning.Candidate> candidates =
                plan.assigning().candidates(plan.region(customer), one.partings.from(customer));
        assertThat(candidates).as("seed %d", seed).allMatch(candidate -> candidate.rule() != null);
        Rule told = plan.decision(customer).rule();
        assertThat(told == null).isEqualTo(candidates.isEmpty());
    }

    /** What explain calls the next one is the one that is taken. */
    @Test
    void explainSaysWhoIsNext() {
        int asked = 0;
        for (long seed = 0; seed < 1000; seed++) {
            Case one = new Case(seed);
            Assigning assigning =
                    new Assigning(new Crew(one.people, one.usual, MONDAY, one.load, one.today), one.code, one.credits);
            for (String region : REGIONS) {
                int number = assigning.region(region);
                List<Assigning.Candidate> before = assigning.candidates(number, new int[0]);
                Decision decision = assigning.place(number, new int[0]);
                boolean some = before.stream().anyMatch(candidate -> candidate.rule() == null);
                assertThat(decision.placed()).as("seed %d", seed).isEqualTo(some);
                if (decision.placed()) {
                    asked++;
                    assertThat(before)
                            .as("seed %d", seed)
                            .anyMatch(candidate ->
                                    candidate.person().number() == decision.person() && candidate.rule() == null);
                }
            }
        }
        assertThat(asked).isGreaterThan(500);
    }

    /** Who waits is told from when on it is worth trying again. */
    @Test
    void again() {
        Person capped = new Person(0, "a", null, null, null, 1, 1, Person.NO_LIMIT, Hours.of("1-5 09:00-18:00"), true);
        Person closed = new Person(
                1, "b", null, null, null, 1, Person.NO_LIMIT, Person.NO_LIMIT, Hours.of("1 15:00-16:00"), true);
        LiveCode code = new LiveCode("c", null, List.of(), false, List.of());
        LocalDateTime friday = LocalDateTime.of(2026, 3, 6, 10, 0);
        Assigning first =
                new Assigning(new Crew(List.of(capped), null, friday, new long[1], new long[] {1}), code, new long[1]);
        assertThat(first.place(0, new int[0]))
                .isEqualTo(
                        new Decision(Decision.Outcome.NOBODY, -1, Rule.DAILY_CAP, LocalDateTime.of(2026, 3, 9, 9, 0)));
        Assigning both = new Assigning(
                new Crew(List.of(capped, closed), null, friday, new long[2], new long[] {1, 0}), code, new long[2]);
        assertThat(both.place(0, new int[0]))
                .isEqualTo(new Decision(Decision.Outcome.NOBODY, -1, Rule.CLOSED, LocalDateTime.of(2026, 3, 9, 15, 0)));
    }
}
