package siyu.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import siyu.core.Code;
import siyu.core.Failure;
import siyu.level.Held;
import siyu.level.Ladder;
import siyu.level.Standing;
import siyu.level.Step;
import siyu.points.CalendarUnit;
import siyu.points.Period;

/** Random uses and grants of one benefit beside a list of everything that was given, which is added up anew each time. */
class GivingTest {
    private static final long SEED = Long.getLong("siyu.seed", 20260301);
    private static final int HISTORIES = Integer.getInteger("siyu.histories", 3000);
    private static final int CUSTOMERS = 7;
    private static final Ladder LADDER = new Ladder(List.of(
            new Step("a", 0, Step.NOT_SOLD, null),
            new Step("b", 10, Step.NOT_SOLD, null),
            new Step("c", 20, Step.NOT_SOLD, null)));

    /** What was given. */
    private record Given(int customer, LocalDate date, long units) {}

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, Integer> seen = new HashMap<>();

    // One history.
    private List<Given> given = new ArrayList<>();
    private Benefit benefit = new Benefit("x", Benefit.Kind.SERVICE, 0, 0, 0, 0);
    private BenefitRules rules = BenefitRules.NONE;
    private int[] places = {};

    @Test
    void everyDecisionAgrees() {
        for (int history = 0; history < HISTORIES; history++) {
            start();
            LocalDate date = LocalDate.of(2024, 12, 1);
            for (int step = 0; step < 25; step++) {
                date = date.plusDays(random.nextInt(random.nextBoolean() ? 3 : 60));
                places[random.nextInt(CUSTOMERS)] = random.nextInt(3);
                String where = "seed " + SEED + ", history " + history + ", step " + step;
                if (random.nextInt(4) == 0) {
                    grant(date, where);
                } else {
                    use(date, where);
                }
            }
        }
        assertThat(seen).containsOnlyKeys("given", "granted", "short", "E0854", "E0855", "E0856", "E0857");
        assertThat(seen.values()).allMatch(count -> count > HISTORIES / 3);
    }

    private void start() {
        given = new ArrayList<>();
        benefit = new Benefit(
                "x",
                Benefit.Kind.POINTS,
                random.nextInt(4) == 0 ? 0 : random.nextInt(1, 50),
                random.nextInt(1, 100),
                random.nextInt(3) == 0 ? Benefit.UNLIMITED : random.nextInt(1, 40),
                random.nextInt(3) == 0 ? Benefit.UNLIMITED : random.nextInt(1, 800));
        List<Allowance> allowances = new ArrayList<>();
        for (Step step : LADDER.steps()) {
            if (random.nextInt(3) > 0) {
                CalendarUnit[] units = CalendarUnit.values();
                allowances.add(
                        new Allowance(step.name(), benefit, random.nextInt(1, 4), units[random.nextInt(units.length)]));
            }
        }
        rules = new BenefitRules(List.of(benefit), allowances);
        places = new int[CUSTOMERS];
    }

    private Held held(int customer) {
        return new Held(places[customer], false, Standing.NONE);
    }

    /** The allowance of a place, looked for from below. */
    private List<Allowance> brought(int place) {
        List<Allowance> found = new ArrayList<>();
        for (int level = 0; level <= place; level++) {
            String name = LADDER.name(level);
            List<Allowance> here = rules.allowances().stream()
                    .filter(each -> each.level().equals(name))
                    .toList();
            found = here.isEmpty() ? found : new ArrayList<>(here);
        }
        return found;
    }

    private static boolean together(CalendarUnit unit, LocalDate one, LocalDate other) {
        return switch (unit) {
            case DAY -> one.equals(other);
            case WEEK ->
                one.get(IsoFields.WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_BASED_YEAR)
                        && one.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> one.getYear() == other.getYear() && one.getMonth() == other.getMonth();
            case QUARTER ->
                one.getYear() == other.getYear()
                        && one.get(IsoFields.QUARTER_OF_YEAR) == other.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> one.getYear() == other.getYear();
            case EVER -> true;
        };
    }

    private long used(int customer, CalendarUnit unit, LocalDate date) {
        return given.stream()
                .filter(each -> each.customer() == customer && together(unit, each.date(), date))
                .mapToLong(Given::units)
                .sum();
    }

    private long all() {
        return given.stream().mapToLong(Given::units).sum();
    }

    /** What is there for one more, by stock and budget. */
    private boolean another(long more) {
        long after = all() + more;
        return (benefit.stock() == Benefit.UNLIMITED || after <= benefit.stock())
                && (benefit.budget() == Benefit.UNLIMITED || after * benefit.cost() <= benefit.budget());
    }

    private Benefit.Gone gone() {
        return new Benefit.Gone(all(), all() * benefit.cost());
    }

    private void use(LocalDate date, String where) {
        int customer = random.nextInt(CUSTOMERS);
        long units = random.nextInt(1, 3);
        List<Allowance> brought = brought(places[customer]);
        String expected = "given";
        if (brought.isEmpty()) {
            expected = "E0854";
        } else if (used(customer, brought.get(0).per(), date) + units
                > brought.get(0).times()) {
            expected = "E0855";
        } else if (benefit.stock() != Benefit.UNLIMITED && all() + units > benefit.stock()) {
            expected = "E0856";
        } else if (!another(units)) {
            expected = "E0857";
        }
        CalendarUnit per = brought.isEmpty() ? CalendarUnit.DAY : brought.get(0).per();
        String got = "given";
        try {
            BenefitUse use = new Using(
                            benefit,
                            LADDER.name(places[customer]),
                            held(customer),
                            rules.at(LADDER, places[customer], benefit),
                            used(customer, per, date),
                            gone())
                    .decide("c", customer, 1, Period.of(per, date), units, (int) date.toEpochDay(), 0, "");
            assertThat(use.cost()).as(where).isEqualTo(units * benefit.cost());
            assertThat(use.points()).as(where).isEqualTo(units * benefit.points());
            given.add(new Given(customer, date, units));
        } catch (Failure failure) {
            Code code = failure.problems().get(0).code();
            got = code.id();
        }
        assertThat(got).as(where).isEqualTo(expected);
        seen.merge(got, 1, Integer::sum);
    }

    private void grant(LocalDate date, String where) {
        List<Entitled.Customer> entitled = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            if (!brought(places[customer]).isEmpty()) {
                entitled.add(new Entitled.Customer(customer, held(customer)));
            }
        }
        GrantPlan plan =
                GrantPlan.of(rules, benefit, LADDER, entitled, period -> inPeriod(period), gone(), 10, date, 0);
        Map<Integer, Long> got = new TreeMap<>();
        plan.uses().forEach(use -> got.put(use.customer(), use.units()));
        Map<Integer, Long> expected = new TreeMap<>();
        long missing = 0;
        for (Entitled.Customer each : entitled) {
            Allowance allowance = brought(places[each.number()]).get(0);
            long left = allowance.times() - used(each.number(), allowance.per(), date);
            long units = 0;
            while (units < left && another(1)) {
                given.add(new Given(each.number(), date, 1));
                units++;
            }
            missing += Math.max(0, left - units);
            if (units > 0) {
                expected.put(each.number(), units);
                seen.merge("granted", 1, Integer::sum);
            }
        }
        assertThat(got).as(where).isEqualTo(expected);
        assertThat(plan.missing()).as(where).isEqualTo(missing);
        assertThat(plan.entitled()).as(where).isEqualTo(entitled.size());
        seen.merge("short", missing > 0 ? 1 : 0, Integer::sum);
    }

    /** As the data file adds it up: by the first and last day of the period. */
    private Map<Integer, Long> inPeriod(Period period) {
        Map<Integer, Long> found = new HashMap<>();
        for (Given each : given) {
            if (!each.date().isBefore(period.first()) && !each.date().isAfter(period.last())) {
                found.merge(each.customer(), each.units(), Long::sum);
            }
        }
        return found;
    }
}
