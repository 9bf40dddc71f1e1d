package siyu.task;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import siyu.points.CalendarUnit;
import siyu.rule.Expression;
import siyu.rule.Source;

/**
 * Something that customers are asked to do.
 *
 * @param name unique among the tasks
 * @param goal a condition over the customer; aggregates that name no window count in the task's period
 * @param every the period in which it can be done once; EVER for once in all
 * @param reward points, 0 for none
 */
public record Task(String name, Kind kind, Expression goal, Source source, CalendarUnit every, long reward) {
    /** What a task is about. */
    public enum Kind {
        /** What a customer has with the bank or shop. */
        WEALTH,
        /** What everybody does once: an app, a card, a birthday. */
        BASIC,
        /** What keeps a customer coming. */
        ACTIVITY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a word of the YAML, or null. */
        public static @Nullable Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** What the ledger knows its reward by. */
    public String rule() {
        return "task." + name;
    }
}
