package siyu.group;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What groups of a kind are sent, and when: to each newcomer so many days after he joined, and to everybody week by week. */
public record Schedule(List<Welcome> welcome, List<Weekly> weekly) {
    public static final Schedule NONE = new Schedule(List.of(), List.of());

    /** A step of either. */
    public sealed interface Step {
        String name();

        /** The time of day, in the program's zone. */
        LocalTime at();

        /** What is sent. */
        String send();

        /** The name of a benefit of the program that goes with it; null for none. */
        @Nullable
        String benefit();
    }

    /** @param day how many days after he joined, 0 for the day itself */
    public record Welcome(
            String name,
            int day,
            LocalTime at,
            String send,
            @Nullable String benefit) implements Step {}

    /** @param groups external ids of those that are sent it; empty for all of the kind */
    public record Weekly(
            String name,
            DayOfWeek on,
            LocalTime at,
            String send,
            @Nullable String benefit,
            List<String> groups) implements Step {}
}
