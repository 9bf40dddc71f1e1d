package siyu.level;

import org.jspecify.annotations.Nullable;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.points.CalendarUnit;
import siyu.points.Term;
import siyu.rule.Definition;
import siyu.rule.Dependencies;
import siyu.rule.Expression;
import siyu.rule.Printer;
import siyu.rule.Source;

/**
 * {@code levels:} of a program.
 *
 * @param growth an integer or money; its aggregates bring their windows
 * @param downgrade null when nobody ever falls
 * @param spend index of the kind of event whose amounts are what members spend, for reports; -1 for none
 */
public record LevelRules(
        Expression growth,
        Source source,
        Ladder ladder,
        @Nullable Downgrade downgrade,
        int spend) {
    /**
     * How customers fall.
     *
     * @param review the period in which a customer falls once at most
     * @param oneDown to the next lower earned step; otherwise to the one that his growth reaches
     * @param grace how long he has to make up for it after he was found below
     */
    public record Downgrade(CalendarUnit review, boolean oneDown, Term grace) {}

    /** Whether growth is money. */
    public boolean money() {
        return growth.type().kind() == Type.Kind.MONEY;
    }

    /** Everything that growth says, as text that is equal when and only when the meaning is. */
    public String text(Vocabulary vocabulary) {
        StringBuilder text = new StringBuilder(Printer.text(vocabulary, growth));
        for (Definition other : Dependencies.of(growth)) {
            text.append('\n').append(other.name()).append(" is ").append(Printer.text(vocabulary, other));
        }
        return text.toString();
    }
}
