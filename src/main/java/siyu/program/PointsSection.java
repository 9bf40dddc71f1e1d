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

/** {@code points:}; {@link PointsReading} takes what is in it. */
final class PointsSection implements Section {
    private static final int MOST_RULES = 500;

    private static final Shape TERM = value("a length of time such as 14d, 2w, 6m or 1y", Form.DURATION);

    static final Shape EXPIRY = new Shape.Either(
            "when points end: never, a length of time, or that with more",
            List.of(
                    value("never, or a length of time after the event, such as 1y", Form.TEXT),
                    keys(
                            "a length of time after the event",
                            required("after", TERM),
                            optional(
                                    "round_up",
                                    word("then on to the last day of", "day", "week", "month", "quarter", "year")))));

    private static final Shape CAP = keys(
            "the most that one customer earns by the rule in a period: points, or times",
            optional("points", new Shape.Whole("points", 1, Account.MOST_PER_ENTRY)),
            optional("times", new Shape.Whole("how often", 1, Account.MOST_PER_ENTRY)),
            required("per", word("the period", "day", "week", "month", "quarter", "year", "ever")));

    static final Shape EARN = keys(
            "a way to earn points: per with points, points alone, or times",
            required("name", value("what the ledger knows the rule by, for ever", Form.NAME)),
            required("on", value("the kind of event that earns", Form.NAME)),
            optional("per", value("for each so much of the event's amount", Form.MONEY)),
            optional("points", value("how many, or an expression over the event", Form.EXPRESSION)),
            optional("times", value("a multiple of what the other rules bring for the event, such as 2", Form.DECIMAL)),
            optional("when", value("a condition over the event and its customer", Form.EXPRESSION)),
            optional("base", word("with per: the whole amount, or without what was paid by points", "gross", "net")),
            optional("cap", CAP),
            optional("budget", new Shape.Whole("points over all customers, for ever", 1, Account.MOST_PER_BALANCE)),
            optional(
                    "over",
                    word(
                            "what passes the cap or the budget is cut down to it (partial, the default) or refused whole",
                            "partial",
                            "reject")),
            optional("pending", TERM),
            optional("expiry", EXPIRY));

    @Override
    public String name() {
        return "points";
    }

    @Override
    public Shape shape() {
        return keys(
                "how points are earned, spent and lost",
                optional(
                        "redeem",
                        keys(
                                "what points are worth when spent",
                                required("points", new Shape.Whole("so many", 1, Account.MOST_PER_ENTRY)),
                                required("for", value("for so much money", Form.MONEY)))),
                optional("expiry", EXPIRY),
                optional("pending", TERM),
                optional(
                        "shortage",
                        word(
                                "what becomes of points to be taken back that are spent: owed (debt, the default), let go, or"
                                        + " nothing is taken back",
                                "debt",
                                "write_off",
                                "reject")),
                optional("earn", new Shape.Items("ways to earn points", EARN, 0, MOST_RULES)),
                optional(
                        "refunds",
                        new Shape.Items(
                                "events that take back what another event earned, which their ref names",
                                keys(
                                        "one kind of refund",
                                        required("on", value("the kind of event that is a refund", Form.NAME)),
                                        required("of", value("the kind of event that it refunds", Form.NAME))),
                                0,
                                MOST_RULES)));
    }

    @Override
    public void read(Node node, Draft draft) {
        if (node instanceof Node.Mapping mapping) {
            draft.later(definitions -> draft.points = new PointsReading(mapping, definitions, draft).read());
        }
    }
}
