package siyu.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Place;
import siyu.core.Problem;

/** Problems as plain text, for whole-message comparison. */
public final class Shown {
    private Shown() {}

    /** Each problem as {@code place: code message}, its excerpt with carets, and its hint. */
    public static String problems(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        for (Problem problem : problems) {
            Place place = problem.place();
            text.append(place == null ? "-" : place).append(": ");
            text.append(problem.code().id())
                    .append(' ')
                    .append(problem.message())
                    .append('\n');
            excerpt(place, text);
            if (problem.hint() != null) {
                text.append("  hint: ").append(problem.hint()).append('\n');
            }
        }
        return text.toString();
    }

    private static void excerpt(@Nullable Place place, StringBuilder text) {
        if (place != null && place.excerpt() != null) {
            text.append("  | ").append(place.excerpt()).append('\n');
            text.append("  | ")
                    .append(" ".repeat(place.column() - 1))
                    .append("^".repeat(place.length()))
                    .append('\n');
        }
    }
}
