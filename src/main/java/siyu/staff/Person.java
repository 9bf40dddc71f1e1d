package siyu.staff;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks after customers.
 *
 * @param number dense, in the order of first import; never given to another
 * @param region compared with the region of customers; null when unknown
 * @param weight how many turns he gets beside the others of a live code, 0 to {@link #MOST_WEIGHT}; 0 for none
 * @param dailyCap the most new customers a day, {@link #NO_LIMIT} for any number
 * @param mostLoad the most customers at once, {@link #NO_LIMIT} for any number
 * @param hours null for those of the program
 */
public record Person(
        int number,
        String id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String region,
        int weight,
        long dailyCap,
        long mostLoad,
        @Nullable Hours hours,
        boolean active) {
    public static final int MOST_WEIGHT = 100;
    public static final long NO_LIMIT = Long.MAX_VALUE;

    /** The same with another number. */
    public Person number(int its) {
        return new Person(its, id, name, phone, region, weight, dailyCap, mostLoad, hours, active);
    }
}
