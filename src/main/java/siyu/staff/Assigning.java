package siyu.staff;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the customers of one live code to people, one after the other. What follows depends on nothing but the crew, the code, the
 * credits and the customers in their order. One thread.
 *
 * <p>Cost: that of a turn, see {@link Turns}; the first of a region who cannot be placed costs a look at everybody.
 */
public final class Assigning {
    /** The index of every region when the code does not look at it. */
    private static final int ANY = 0;

    private static final int[] NOBODY = {};

    private final Crew crew;
    private final LiveCode code;
    private final int[] members;
    private final int[] backups;
    private final int[] regionOf;
    private final Map<String, Integer> regions = new HashMap<>();
    private final int[][] teams;
    private final Turns[] turns;

    /** By number of a person: where he stands in the turns of his region, -1 for who is no member. */
    private final int[] seats;

    private final Decision[] assigned;
    private final Decision[] backed;

    /** Why nobody of a region can take anybody: nobody of it, and no backup, gets a customer any more, so it stays as it is. */
    private final @Nullable Decision[] refused;

    /**
     * @param credits by number of a person, from the customers before
     * @throws siyu.core.Failure when the code names somebody who is not on the staff
     */
    public Assigning(Crew crew, LiveCode code, long[] credits) {
        this.crew = crew;
        this.code = code;
        this.members = numbers(code.people());
        this.backups = numbers(code.backup());
        int size = crew.people().size();
        this.regionOf = new int[size];
        int[] team = code.people().isEmpty() ? everybodyBut(backups, size) : members;
        for (int person : team) {
            String region = crew.people().get(person).region();
            regionOf[person] = !code.sameRegion()
                    ? ANY
                    : region == null ? -1 : regions.computeIfAbsent(region, any -> regions.size());
        }
        int count = code.sameRegion() ? regions.size() : 1;
        this.teams = new int[count][];
        this.turns = new Turns[count];
        this.refused = new Decision[count + 1];
        this.seats = new int[size];
        Arrays.fill(seats, -1);
        for (int region = 0; region < count; region++) {
            seat(region, team, credits);
        }
        this.assigned = new Decision[size];
        this.backed = new Decision[size];
        for (int person = 0; person < size; person++) {
            assigned[person] = new Decision(Decision.Outcome.ASSIGNED, person, null, null);
            backed[person] = new Decision(Decision.Outcome.BACKUP, person, null, null);
        }
    }

    private void seat(int region, int[] team, long[] credits) {
        int[] here =
                Arrays.stream(team).filter(person -> regionOf[person] == region).toArray();
        int[] weights = new int[here.length];
        long[] before = new long[here.length];
        for (int seat = 0; seat < here.length; seat++) {
            int person = here[seat];
            seats[person] = seat;
            weights[seat] = crew.people().get(person).weight();
            before[seat] = credits[person];
        }
        teams[region] = here;
        turns[region] = new Turns(weights, before);
        for (int seat = 0; seat < here.length; seat++) {
            if (crew.against(here[seat]) != null) {
                turns[region].leave(seat);
            }
        }
    }

    private static int[] everybodyBut(int[] some, int size) {
        boolean[] out = new boolean[size];
        for (int person : some) {
            out[person] = true;
        }
        return java.util.stream.IntStream.range(0, size)
                .filter(person -> !out[person])
                .toArray();
    }

    private int[] numbers(List<String> ids) {
        int[] numbers = new int[ids.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = crew.number(ids.get(i));
            if (numbers[i] < 0) {
                throw StaffCode.NO_PERSON
                        .problem("live code '" + code.name() + "' names '" + ids.get(i) + "', who is not on the staff")
                        .hint("siyu import staff takes people in")
                        .failure();
            }
        }
        return numbers;
    }

    /** Whether the code looks at regions. */
    public boolean sameRegion() {
        return code.sameRegion();
    }

    /** What {@link #place} knows a region by; any number does when the code does not look at regions. */
    public int region(String name) {
        return code.sameRegion() ? regions.getOrDefault(name, -1) : ANY;
    }

    /**
     * Places the next customer.
     *
     * @param region as {@link #region} says
     * @param parted numbers of people he has parted from
     */
    public Decision place(int region, int[] parted) {
        int next = region < 0 ? -1 : turn(region, parted);
        if (next >= 0) {
            take(next);
            return assigned[next];
        }
        for (int backup : backups) {
            if (crew.against(backup) == null && !contains(parted, backup)) {
                take(backup);
                return backed[backup];
            }
        }
        return parted.length == 0 ? refused(region) : why(region, parted);
    }

    private int turn(int region, int[] parted) {
        Turns here = turns[region];
        int[] out = parted.length == 0 ? NOBODY : Arrays.copyOf(parted, parted.length);
        int left = 0;
        for (int person : out) {
            // Of another region, or no member, or out of turns anyway: not to be brought back either.
            if (person < seats.length && seats[person] >= 0 && regionOf[person] == region && here.in(seats[person])) {
                here.leave(seats[person]);
                out[left++] = person;
            }
        }
        int next = here.next();
        for (int i = 0; i < left; i++) {
            here.enter(seats[out[i]]);
        }
        return next < 0 ? -1 : teams[region][next];
    }

    private void take(int person) {
        crew.take(person);
        if (seats[person] >= 0 && crew.against(person) != null) {
            turns[regionOf[person]].leave(seats[person]);
        }
    }

    private Decision refused(int region) {
        Decision known = refused[region + 1];
        if (known == null) {
            known = why(region, NOBODY);
            refused[region + 1] = known;
        }
        return known;
    }

    private Decision why(int region, int[] parted) {
        Rule nearest = null;
        LocalDateTime again = null;
        for (Candidate candidate : candidates(region, parted)) {
            Rule rule = candidate.rule();
            if (rule == null) {
                throw new IllegalStateException("somebody could have taken the customer");
            }
            LocalDateTime when = crew.again(candidate.person().number(), rule);
            if (Rule.further(rule, nearest)) {
                nearest = rule;
                again = when;
            } else if (rule == nearest && when != null && (again == null || when.isBefore(again))) {
                again = when;
            }
        }
        return new Decision(Decision.Outcome.NOBODY, -1, nearest, again);
    }

    /**
     * Somebody who could take a customer, or the rule that keeps him from it.
     *
     * @param credit the greatest among those without a rule is next; 0 for a backup
     */
    public record Candidate(
            Person person,
            boolean backup,
            long credit,
            long load,
            long today,
            @Nullable Rule rule) {}

    /** Everybody behind the code as things stand, backups last. */
    public List<Candidate> candidates(int region, int[] parted) {
        List<Candidate> all = new ArrayList<>();
        for (Person person : crew.people()) {
            int number = person.number();
            int seat = seats[number];
            if (seat >= 0) {
                Turns his = turns[regionOf[number]];
                all.add(candidate(person, false, his.credit(seat), rule(person, region, parted)));
            } else if (code.people().isEmpty() && !contains(backups, number) || contains(members, number)) {
                // His own region is unknown, and the code asks for it.
                all.add(candidate(person, false, 0, person.active() ? Rule.OTHER_REGION : Rule.INACTIVE));
            }
        }
        for (int backup : backups) {
            Rule rule = crew.against(backup);
            Rule out = rule != Rule.INACTIVE && contains(parted, backup) ? Rule.PARTED : rule;
            all.add(candidate(crew.people().get(backup), true, 0, out));
        }
        return all;
    }

    private Candidate candidate(Person person, boolean backup, long credit, @Nullable Rule rule) {
        int number = person.number();
        return new Candidate(person, backup, credit, crew.load(number), crew.today(number), rule);
    }

    private @Nullable Rule rule(Person person, int region, int[] parted) {
        if (!person.active()) {
            return Rule.INACTIVE;
        }
        if (regionOf[person.number()] != region) {
            return Rule.OTHER_REGION;
        }
        if (person.weight() == 0) {
            return Rule.NO_WEIGHT;
        }
        return contains(parted, person.number()) ? Rule.PARTED : crew.against(person.number());
    }

    private static boolean contains(int[] numbers, int number) {
        for (int one : numbers) {
            if (one == number) {
                return true;
            }
        }
        return false;
    }

    /** By number of a person: the credits for the customers that follow, into an array that holds those of before. */
    public void credits(long[] into) {
        for (int person = 0; person < seats.length; person++) {
            if (seats[person] >= 0) {
                into[person] = turns[regionOf[person]].credit(seats[person]);
            }
        }
    }
}
