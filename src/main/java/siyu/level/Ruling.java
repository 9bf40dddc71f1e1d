package siyu.level;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.points.CalendarUnit;

/**
 * Decides for one customer: up at once, down only at a review. Pure; safe for many threads.
 *
 * <p>At a review a customer below the threshold of his level is first warned and given the grace; he falls at the first review
 * after the last day of it, unless he made up for it in between, and never twice in one review period.
 */
public final class Ruling {
    private final Ladder ladder;
    private final LevelRules.@Nullable Downgrade downgrade;
    private final boolean review;
    private final LocalDate date;
    private final int today;

    /** The last day that is over. */
    private final int over;

    /**
     * @param ladder in force
     * @param review whether customers may fall
     */
    public Ruling(Ladder ladder, LevelRules.@Nullable Downgrade downgrade, boolean review, AsOf asOf) {
        this.ladder = ladder;
        this.downgrade = downgrade;
        this.review = review;
        this.date = asOf.today();
        this.today = Math.toIntExact(date.toEpochDay());
        boolean whole = !date.plusDays(1).atStartOfDay(asOf.zone()).toInstant().isAfter(asOf.end());
        this.over = whole ? today : today - 1;
    }

    /** What happens to a customer with this growth, or null when nothing does. */
    public @Nullable Move of(int customer, Standing before, long growth) {
        int held = before.place(ladder);
        int reached = ladder.reached(growth);
        if (held < 0 || held > 0 && !ladder.step(held).earned()) {
            return move(customer, Move.Kind.MOVED, before, reached, growth, needed(reached), Standing.NONE);
        }
        if (reached > held) {
            return move(customer, Move.Kind.RISE, before, reached, growth, needed(reached), Standing.NONE);
        }
        boolean warned = before.deadline() != Standing.NONE;
        if (reached == held) {
            return warned ? move(customer, Move.Kind.KEPT, before, held, growth, needed(held), Standing.NONE) : null;
        }
        return review && downgrade != null ? below(customer, before, held, reached, growth, downgrade) : null;
    }

    private Move below(int customer, Standing before, int held, int reached, long growth, LevelRules.Downgrade rule) {
        boolean fellNow = before.fell() != Standing.NONE && period(rule, before.fell()) == period(rule, today);
        boolean warned = before.deadline() != Standing.NONE;
        int grace =
                rule.grace().amount() == 0 ? Standing.NONE : day(rule.grace().after(date));
        if (!warned && grace != Standing.NONE) {
            return move(customer, Move.Kind.WARNING, before, held, growth, needed(held), grace);
        }
        if (fellNow || warned && before.deadline() > over) {
            return move(customer, Move.Kind.AT_RISK, before, held, growth, needed(held), before.deadline());
        }
        int to = rule.oneDown() ? ladder.below(held) : reached;
        return move(customer, Move.Kind.FALL, before, to, growth, needed(held), to > reached ? grace : Standing.NONE);
    }

    private Move move(int customer, Move.Kind kind, Standing before, int to, long growth, long needed, int deadline) {
        return new Move(
                customer, before.moves() + 1, kind, before.level(), ladder.name(to), today, growth, needed, deadline);
    }

    /** What it takes to be there; the lowest step takes nothing. */
    private long needed(int place) {
        return place == 0 ? 0 : ladder.step(place).growth();
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private static long period(LevelRules.Downgrade rule, int day) {
        CalendarUnit unit = rule.review();
        return unit.period(day);
    }
}
