package siyu.report;

import java.time.LocalDate;
import java.util.List;

/** One report. It has no state. */
public interface Report {
    /** The name it is asked by. */
    String name();

    /** One paragraph for its page of help. */
    String text();

    /** A command line that works on the example workspaces, without {@code siyu report}, and what it does. */
    List<String> example();

    /** Which options it takes. */
    default List<Option> options() {
        return List.of();
    }

    /** The window when none is given: the last thirty days, unless the report is about others or about one moment. */
    default Dates window(LocalDate today, Asked asked) {
        return Dates.of("30d", today);
    }

    /** What each figure is, one line each: name and formula. */
    List<String[]> definition(Asked asked);

    Figures run(Asked asked);

    /** Its figures beside those of other dates. */
    default Figures compare(Asked asked, Asked before) {
        return Compared.of(run(asked), run(before));
    }

    /** How its rows are drawn; the first one also on a terminal. */
    default List<Drawing> drawings() {
        return List.of();
    }

    /** Whether {@link #compare} answers with other columns than {@link #run}, under another schema. */
    default boolean splits() {
        return false;
    }
}
