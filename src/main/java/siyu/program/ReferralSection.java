package siyu.program;

import static siyu.config.Shape.keys;
import static siyu.config.Shape.optional;
import static siyu.config.Shape.required;
import static siyu.config.Shape.value;
import static siyu.config.Shape.word;

import java.util.List;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Shape;
import siyu.points.Account;
import siyu.referral.Cause;
import siyu.referral.ReferralRules;
import siyu.referral.Tiers;

/** {@code referral:}; {@link ReferralReading} takes what is in it. Declares the kind of event that invitations are. */
final class ReferralSection implements Section {
    private static final int MOST_STEPS = 100;

    private static final Shape REWARD =
            value("so many points, so much money or so many coupons: 50 points, 20.00 CNY, 1 tea_voucher", Form.TEXT);

    private static final Shape TERM = value("a length of time such as 7d, 2w or 1m", Form.DURATION);

    @Override
    public String name() {
        return "referral";
    }

    @Override
    public Shape shape() {
        return keys(
                "what it brings to bring a customer",
                required(
                        "qualifies",
                        value(
                                "a condition of who was invited; it depends on his events, not on the day",
                                Form.EXPRESSION)),
                required("within", TERM),
                optional("delay", TERM),
                required(
                        "tiers",
                        keys(
                                "what the referrer gets by how many of his referrals stand",
                                required(
                                        "mode",
                                        word(
                                                "all at the rate reached (per_unit), once for each step (threshold), or each at"
                                                        + " the rate of its own step (cumulative_bracket)",
                                                words(Tiers.Mode.values()))),
                                required(
                                        "steps",
                                        new Shape.Items(
                                                "ascending, the first from 1",
                                                keys(
                                                        "a step",
                                                        required(
                                                                "from",
                                                                new Shape.Whole(
                                                                        "the first referral it is about",
                                                                        1,
                                                                        1_000_000)),
                                                        required("reward", REWARD)),
                                                1,
                                                MOST_STEPS)))),
                optional("referee_reward", REWARD),
                optional("second_reward", REWARD),
                optional(
                        "block",
                        new Shape.Items(
                                "what rejects an invitation (default: all four)",
                                word(
                                        "a reason",
                                        Cause.BLOCKS.stream().map(Cause::word).toArray(String[]::new)),
                                0,
                                Cause.BLOCKS.size())),
                optional(
                        "flag",
                        new Shape.Items(
                                "what holds an invitation back until a person decides",
                                keys(
                                        "one of velocity and same_phone_prefix, within a time",
                                        optional(
                                                "velocity",
                                                new Shape.Whole("so many invitations of one referrer", 2, 1_000_000)),
                                        optional(
                                                "same_phone_prefix",
                                                new Shape.Whole(
                                                        "so many whose phones differ in the last four digits only",
                                                        2,
                                                        1_000_000)),
                                        required("within", value("a duration such as 1h or 1d", Form.DURATION))),
                                0,
                                MOST_STEPS)),
                optional(
                        "on_flag_deadline",
                        word(
                                "what becomes of a flagged one when its reward is due (default: hold)",
                                "hold",
                                "pay",
                                "reject")),
                optional("budget", REWARD),
                optional(
                        "limit",
                        keys(
                                "the most that one referrer gets in a period",
                                optional("times", new Shape.Whole("how many rewards", 1, Account.MOST_PER_ENTRY)),
                                optional("reward", REWARD),
                                required(
                                        "per", word("the period", "day", "week", "month", "quarter", "year", "ever")))),
                optional(
                        "over",
                        word(
                                "what passes the budget or the limit is cut down to it (partial, the default) or refused whole",
                                "partial",
                                "reject")),
                optional(
                        "leaves",
                        value("a condition of who was invited: from then on he counts as gone", Form.EXPRESSION)),
                optional("depth", new Shape.Whole("1, or 2 with second_reward", 1, 2)));
    }

    private static String[] words(Tiers.Mode[] modes) {
        return List.of(modes).stream().map(Tiers.Mode::word).toArray(String[]::new);
    }

    @Override
    public void read(Node node, Draft draft) {
        draft.events.putIfAbsent(ReferralRules.KIND, List.of());
        if (node instanceof Node.Mapping mapping) {
            draft.later(definitions -> draft.referral = new ReferralReading(mapping, definitions, draft).read());
        }
    }
}
