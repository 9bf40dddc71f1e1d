package siyu.program;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.points.Account;
import siyu.points.CalendarUnit;
import siyu.points.Term;
import siyu.referral.Award;
import siyu.referral.Cause;
import siyu.referral.Flag;
import siyu.referral.ReferralCode;
import siyu.referral.ReferralRules;
import siyu.referral.Tiers;
import siyu.rule.Definition;
import siyu.rule.Definitions;
import siyu.rule.Dependencies;
import siyu.rule.Expression;
import siyu.rule.Function;
import siyu.rule.Source;
import siyu.rule.Window;

/** What stands under {@code referral:}, with everything about it that does not make sense. */
final class ReferralReading {
    private static final Term AT_ONCE = new Term(Window.Unit.DAYS, 0);
    private static final long HOUR = 3_600_000_000L;
    private static final long FLAG_HOURS = 366L * 24;

    /** Functions whose value changes with the day, or is about marks. */
    private static final Set<Function> OF_THE_DAY =
            EnumSet.of(Function.AGE, Function.BIRTHDAY_WITHIN, Function.IN_GROUP);

    private final Mapping referral;
    private final Definitions definitions;
    private final Draft draft;
    private boolean good = true;

    ReferralReading(Mapping referral, Definitions definitions, Draft draft) {
        this.referral = referral;
        this.definitions = definitions;
        this.draft = draft;
    }

    /** The rules, or null when they cannot be told. */
    @Nullable
    ReferralRules read() {
        Scalar qualifies = referral.scalar("qualifies");
        Expression condition = condition(qualifies);
        Scalar leaves = referral.scalar("leaves");
        Expression left = condition(leaves);
        Term within = ScalarValues.term(referral.scalar("within"), draft);
        Term delay = referral.scalar("delay") == null ? AT_ONCE : ScalarValues.term(referral.scalar("delay"), draft);
        List<Award> rewards = new ArrayList<>();
        Tiers tiers = tiers(rewards);
        Award referee = reward(referral.scalar("referee_reward"));
        Award second = second();
        Award budget = reward(referral.scalar("budget"));
        Set<Cause> blocks = blocks();
        List<Flag> flags = flags();
        if (tiers == null || rewards.isEmpty()) {
            return null;
        }
        Award unit = rewards.get(0);
        ReferralRules.Limit limit = limit(unit);
        boolean counted = unit.sameUnit(budget == null ? unit : budget)
                || referee != null && budget != null && referee.sameUnit(budget)
                || second != null && budget != null && second.sameUnit(budget);
        if (!counted) {
            bad(referral.scalar("budget"), "the budget is in a unit that no reward is in", null);
        }
        if (!good || condition == null || qualifies == null || within == null || delay == null) {
            return null;
        }
        return new ReferralRules(
                definitions.vocabulary().kind(ReferralRules.KIND),
                condition,
                new NodeSource(qualifies),
                within,
                delay,
                tiers,
                unit,
                referee,
                second,
                blocks,
                flags,
                deadline(),
                budget,
                limit,
                !"reject".equals(referral.text("over")),
                left,
                leaves == null ? null : new NodeSource(leaves),
                List.of());
    }

    private @Nullable Expression condition(@Nullable Scalar scalar) {
        if (scalar == null) {
            return null;
        }
        Source source = new NodeSource(scalar);
        Expression condition = definitions.condition(source, draft.ruleProblems);
        String why = condition == null ? null : ofTheDay(condition);
        if (why != null) {
            bad(
                    scalar,
                    "the condition depends on more than what the customer is and did: " + why,
                    "count(purchase, ever) >= 1 becomes true by an event and stays so");
        }
        good &= condition != null;
        return condition;
    }

    /** What of an expression can change without anything happening to the customer, or null. */
    private static @Nullable String ofTheDay(Expression expression) {
        if (expression instanceof Expression.Today) {
            return "today";
        }
        if (expression instanceof Expression.Call call && OF_THE_DAY.contains(call.function())) {
            return call.function().name().toLowerCase(java.util.Locale.ROOT);
        }
        if (expression instanceof Expression.Aggregate aggregate) {
            if (aggregate.function() == Expression.AggregateFunction.DAYS_SINCE) {
                return "days_since";
            }
            if (aggregate.window().unit() != Window.Unit.EVER) {
                return "a window other than ever";
            }
        }
        if (expression instanceof Expression.Reference reference) {
            if (reference.definition() instanceof Definition.Score score) {
                return "the rank '" + score.name() + "'";
            }
            return first(Dependencies.expressions(reference.definition()));
        }
        return first(Dependencies.operands(expression));
    }

    private static @Nullable String first(List<Expression> expressions) {
        for (Expression each : expressions) {
            String why = ofTheDay(each);
            if (why != null) {
                return why;
            }
        }
        return null;
    }

    private @Nullable Tiers tiers(List<Award> rewards) {
        if (!(referral.get("tiers") instanceof Mapping tiers)
                || !(tiers.get("steps") instanceof Sequence items)
                || tiers.text("mode") == null) {
            return null;
        }
        Tiers.Mode mode = Tiers.Mode.of(java.util.Objects.requireNonNull(tiers.text("mode")));
        List<Tiers.Step> steps = new ArrayList<>();
        for (Node item : items.items()) {
            if (!(item instanceof Mapping one)) {
                return null;
            }
            Long from = ScalarValues.whole(one.scalar("from"));
            Award reward = reward(one.scalar("reward"));
            if (from == null || reward == null) {
                return null;
            }
            if (steps.isEmpty() && from != 1) {
                bad(one.scalar("from"), "the first step is from 1, so that every referral is in one", null);
            }
            if (!steps.isEmpty() && from <= steps.get(steps.size() - 1).from()) {
                bad(one.scalar("from"), "steps ascend, and this one is not above the one before", null);
            }
            if (!rewards.isEmpty() && !reward.sameUnit(rewards.get(0))) {
                bad(one.scalar("reward"), "all steps are in one unit", null);
            }
            rewards.add(reward);
            steps.add(new Tiers.Step(from, reward.amount()));
        }
        if (mode == null || steps.isEmpty()) {
            return null;
        }
        Tiers all = new Tiers(mode, steps);
        for (Tiers.Step step : steps) {
            if (good && step.from() > 1 && all.next(step.from() - 1) < 0) {
                bad(
                        items,
                        "with " + step.from() + " referrals there is less than with " + (step.from() - 1) + ": "
                                + all.total(step.from()) + " after " + all.total(step.from() - 1),
                        "rewards do not fall from step to step in mode per_unit");
            }
        }
        return all;
    }

    private @Nullable Award second() {
        Award second = reward(referral.scalar("second_reward"));
        Long depth = ScalarValues.whole(referral.scalar("depth"));
        if ((depth != null && depth == 2) != (second != null)) {
            Scalar place = second != null ? referral.scalar("second_reward") : referral.scalar("depth");
            bad(place, "depth: 2 and second_reward go together", "who brought the referrer gets the second reward");
        }
        return second;
    }

    /** A reward such as {@code 50 points}; null for none, or for one that makes no sense, which is told. */
    private @Nullable Award reward(@Nullable Scalar scalar) {
        if (scalar == null) {
            return null;
        }
        String text = scalar.value().trim();
        // A bare number is so many points.
        String[] words = (text.matches("[0-9]+") ? text + " points" : text).split(" +");
        BigDecimal number = null;
        try {
            number = words.length == 2 && words[0].length() < 20 && words[0].matches("[0-9]+(\\.[0-9]+)?")
                    ? new BigDecimal(words[0])
                    : null;
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        if (number != null && words[1].equals(draft.currency)) {
            number = number.movePointRight(draft.decimals);
        }
        boolean whole = number != null
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(Account.MOST_PER_BALANCE)) <= 0;
        if (number == null || !whole || !Form.isName(words[1])) {
            bad(
                    scalar,
                    scalar.described() + " is not a reward",
                    "write 50 points, 20.00 " + draft.currency + ", or 1 NAME for a coupon");
            return null;
        }
        long amount = number.longValueExact();
        if (words[1].equals("points")) {
            return new Award(Award.Unit.POINTS, "", amount);
        }
        return words[1].equals(draft.currency)
                ? new Award(Award.Unit.MONEY, "", amount)
                : new Award(Award.Unit.COUPON, words[1], amount);
    }

    private Set<Cause> blocks() {
        Set<Cause> blocks = EnumSet.noneOf(Cause.class);
        if (!(referral.get("block") instanceof Sequence items)) {
            blocks.addAll(Cause.BLOCKS);
            return blocks;
        }
        for (Node item : items.items()) {
            Cause block = item instanceof Scalar scalar ? Cause.block(scalar.value()) : null;
            if (block != null) {
                blocks.add(block);
            }
        }
        if (blocks.contains(Cause.CYCLE) && !blocks.contains(Cause.ALREADY_REFERRED)) {
            bad(
                    items,
                    "cycle needs already_referred: only where everybody has one referrer there is a way round",
                    "add already_referred");
        }
        return blocks;
    }

    private List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        if (referral.get("flag") instanceof Sequence items) {
            for (Node item : items.items()) {
                if (item instanceof Mapping one) {
                    Flag flag = flag(one);
                    if (flag != null) {
                        flags.add(flag);
                    }
                }
            }
        }
        return List.copyOf(flags);
    }

    private @Nullable Flag flag(Mapping one) {
        Long velocity = ScalarValues.whole(one.scalar("velocity"));
        Long phones = ScalarValues.whole(one.scalar("same_phone_prefix"));
        Scalar within = one.scalar("within");
        if ((velocity == null) == (phones == null)) {
            bad(one, "a flag is either velocity or same_phone_prefix", null);
            return null;
        }
        long hours = within == null ? 0 : hours(within.value());
        if (within == null || hours < 1) {
            bad(
                    within == null ? one : within,
                    "a flag is within hours, days or weeks, a year at most",
                    "write 1h or 1d");
            return null;
        }
        return new Flag(
                velocity != null ? Flag.Kind.VELOCITY : Flag.Kind.SAME_PHONE_PREFIX,
                Math.toIntExact(velocity != null ? velocity : phones == null ? 0 : phones),
                hours * HOUR,
                within.value());
    }

    private static long hours(String text) {
        long unit = text.endsWith("h") ? 1 : text.endsWith("d") ? 24 : text.endsWith("w") ? 168 : 0;
        long number = text.length() > 6 ? 0 : Long.parseLong("0" + text.substring(0, text.length() - 1));
        return number * unit <= FLAG_HOURS ? number * unit : 0;
    }

    private ReferralRules.Deadline deadline() {
        String word = referral.text("on_flag_deadline");
        return "pay".equals(word)
                ? ReferralRules.Deadline.PAY
                : "reject".equals(word) ? ReferralRules.Deadline.REJECT : ReferralRules.Deadline.HOLD;
    }

    private ReferralRules.@Nullable Limit limit(Award unit) {
        if (!(referral.get("limit") instanceof Mapping limit)) {
            return null;
        }
        Long times = ScalarValues.whole(limit.scalar("times"));
        Award most = reward(limit.scalar("reward"));
        String per = limit.text("per");
        CalendarUnit period = per == null ? null : CalendarUnit.of(per);
        if (times == null && most == null) {
            bad(limit, "a limit says times, reward or both", null);
            return null;
        }
        if (most != null && !most.sameUnit(unit)) {
            bad(limit.scalar("reward"), "the limit is in the unit of the steps", null);
        }
        return period == null ? null : new ReferralRules.Limit(times, most == null ? null : most.amount(), period);
    }

    private void bad(@Nullable Node node, String message, @Nullable String hint) {
        good = false;
        draft.diagnostics.add(ReferralCode.BAD_RULES
                .problem(message)
                .at((node == null ? referral : node).place())
                .hint(hint));
    }
}
