package siyu.customer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.importing.Reject;

/** Tells of the events that came with another body than they have. */
final class Conflicts {
    private Conflicts() {}

    /** @param kinds the name of a kind by its number in the rows */
    static void report(Tally tally, Intake intake, List<String> kinds, Facts.Listener listener) {
        for (Tally.Conflict each : tally.sorted()) {
            String id = new String(each.id(), StandardCharsets.UTF_8);
            String kind = kinds.get(each.kind());
            Place place = intake.place(each.sequence());
            Problem problem = CustomerCode.CONFLICT
                    .problem("event '" + id + "' of kind " + kind + " is known with another body")
                    .at(place);
            listener.reject(new Reject(problem, "id", ""));
        }
    }
}
