package siyu.staff;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody on the staff at a moment, with what they have and get today; both grow while customers are placed. */
public final class Crew {
    private final List<Person> people;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final LocalDateTime at;
    private final boolean[] open;
    private final @Nullable Hours[] hours;
    private final long[] load;
    private final long[] today;

    /**
     * @param people by number
     * @param usual the hours of those who have none of their own; null for round the clock
     * @param at in the program's zone
     * @param load customers by number of the person, those on their way to him included
     * @param today new customers of the day of {@code at}, likewise
     */
    public Crew(List<Person> people, @Nullable Hours usual, LocalDateTime at, long[] load, long[] today) {
        this.people = List.copyOf(people);
        this.at = at;
        this.load = load.clone();
        this.today = today.clone();
        this.open = new boolean[people.size()];
        this.hours = new Hours[people.size()];
        for (Person person : people) {
            Hours own = person.hours() == null ? usual : person.hours();
            hours[person.number()] = own;
            open[person.number()] = own == null || own.open(at);
            numbers.put(person.id(), person.number());
        }
    }

    public List<Person> people() {
        return people;
    }

    public LocalDateTime at() {
        return at;
    }

    /** The number of an id, or -1. */
    public int number(String id) {
        return numbers.getOrDefault(id, -1);
    }

    public long load(int person) {
        return load[person];
    }

    public long today(int person) {
        return today[person];
    }

    /** The hours that count for somebody; null for round the clock. */
    public @Nullable Hours hours(int person) {
        return hours[person];
    }

    /** What keeps somebody from taking any customer now, or null. */
    public @Nullable Rule against(int person) {
        Person one = people.get(person);
        if (!one.active()) {
            return Rule.INACTIVE;
        }
        if (load[person] >= one.mostLoad()) {
            return Rule.FULL;
        }
        if (today[person] >= one.dailyCap()) {
            return Rule.DAILY_CAP;
        }
        return open[person] ? null : Rule.CLOSED;
    }

    /** When somebody may get a customer again whom a rule keeps from it; null when time alone changes nothing. */
    @Nullable
    LocalDateTime again(int person, Rule rule) {
        Hours own = hours[person];
        return switch (rule) {
            case CLOSED -> own == null ? null : own.next(at);
            case DAILY_CAP -> {
                LocalDateTime tomorrow = at.toLocalDate().plusDays(1).atStartOfDay();
                yield own == null ? tomorrow : own.next(tomorrow);
            }
            case INACTIVE, OTHER_REGION, NO_WEIGHT, PARTED, FULL -> null;
        };
    }

    /** Somebody gets a customer. */
    void take(int person) {
        load[person]++;
        today[person]++;
    }
}
