package siyu.level;

import java.time.LocalDate;
import java.util.List;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.points.Term;

/** Decides what a customer gets for the price of a level. Pure. */
public final class Buying {
    private Buying() {}

    /**
     * A membership that begins on a day, or on the day after the one of the same level that he has.
     *
     * @param program with the prices
     * @param inForce the steps in force
     * @param before what he bought before
     * @throws siyu.core.Failure when the level is not there, not for sale, not in force or below what he has by growth
     */
    public static Membership decide(
            Ladder program,
            Ladder inForce,
            int customer,
            String level,
            Standing standing,
            List<Membership> before,
            int day,
            long at,
            String key) {
        Step step = sold(program, level);
        int place = inForce.place(level);
        if (place < 0) {
            throw LevelCode.NOT_IN_FORCE
                    .problem("'" + level + "' is in the program, but not in force yet")
                    .hint("siyu level review")
                    .failure();
        }
        if (standing.place(inForce) > place) {
            throw LevelCode.NOTHING_GAINED
                    .problem("the customer is '" + standing.level() + "' by his growth, which is above '" + level + "'")
                    .failure();
        }
        int first = day;
        for (Membership each : before) {
            first = each.level().equals(level) && each.last() >= first ? each.last() + 1 : first;
        }
        Term term = step.term();
        if (term == null) {
            throw new IllegalStateException("a level with a price has a term");
        }
        LocalDate end = term.after(LocalDate.ofEpochDay(first));
        return new Membership(0, customer, level, key, step.price(), first, Math.toIntExact(end.toEpochDay()) - 1, at);
    }

    private static Step sold(Ladder program, String level) {
        int place = program.place(level);
        if (place < 0) {
            throw Problem.of(LevelCode.NO_LEVEL, "no level '" + level + "'")
                    .hint(Nearest.hint(
                            level, program.steps().stream().map(Step::name).toList()))
                    .failure();
        }
        if (!program.step(place).sold()) {
            throw LevelCode.NOT_SOLD
                    .problem("'" + level + "' has no price: it is reached by growth")
                    .failure();
        }
        return program.step(place);
    }
}
