package siyu.group;

import org.jspecify.annotations.Nullable;

/**
 * A community of customers.
 *
 * @param number dense, in order of arrival
 * @param id external
 * @param latitude WGS-84 degrees; null, like the longitude, when the place is not known
 * @param capacity how many members it holds, at least 0
 * @param owner external id of somebody on the staff
 * @param code the live code that fills it, or null
 * @param place in the order in which its code fills groups; null comes last
 * @param closed whether nobody is put into it any more
 */
public record Group(
        int number,
        String id,
        @Nullable String name,
        String kind,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String region,
        int capacity,
        @Nullable String owner,
        @Nullable String code,
        @Nullable Long place,
        boolean closed) {
    /** The most members of a group. */
    public static final int MOST = 1_000_000;

    Group numbered(int its) {
        return new Group(its, id, name, kind, latitude, longitude, region, capacity, owner, code, place, closed);
    }
}
