package siyu.lottery;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.rule.Expression;
import siyu.rule.Source;

/**
 * One entry of {@code lotteries:} of a program.
 *
 * @param when who may draw; null for everybody
 * @param tickets how many draws a customer has in all; null when only the limit says
 * @param limit the most in a period; null for none
 * @param from the first day, null for none
 * @param until the last day, inclusive, null for none
 * @param hashed whether customers are published as hashes and not by their ids
 * @param budget minor units that the prizes should not cost more than; null when the program does not say
 * @param prizes at least one
 */
public record Lottery(
        String name,
        @Nullable Asked when,
        @Nullable Asked tickets,
        @Nullable Limit limit,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean hashed,
        @Nullable Long budget,
        List<Prize> prizes) {
    /** An expression and where it stands. */
    public record Asked(Expression expression, Source source) {}
}
