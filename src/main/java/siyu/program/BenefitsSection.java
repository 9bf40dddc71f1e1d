package siyu.program;

import static siyu.config.Shape.keys;
import static siyu.config.Shape.names;
import static siyu.config.Shape.optional;
import static siyu.config.Shape.required;
import static siyu.config.Shape.value;
import static siyu.config.Shape.word;

import siyu.benefit.Benefit;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Mapping;
import siyu.config.Shape;
import siyu.points.Account;

/** {@code benefits:}, and the shape of {@code levels.benefits}; {@link BenefitsReading} takes what is in them. */
final class BenefitsSection implements Section {
    private static final Shape BENEFIT = keys(
            "a benefit",
            required("cost", value("what a unit costs", Form.MONEY)),
            optional("kind", word("what is given (default: service)", "points", "money", "coupon", "service")),
            optional("points", new Shape.Whole("points that a unit brings", 1, Account.MOST_PER_ENTRY)),
            optional("stock", new Shape.Whole("how many units there are (default: always one more)", 1, Benefit.MOST)),
            optional("budget", value("what all units together may cost (default: anything)", Form.MONEY)));

    /** What stands under {@code levels.benefits}. */
    static final Shape OF_LEVELS = names(
            "what each level brings, besides what the levels below it bring",
            new Shape.Items(
                    "its benefits",
                    new Shape.Names(
                            "one benefit by its name",
                            keys(
                                    "how much of it",
                                    required(
                                            "per",
                                            word("the period", "day", "week", "month", "quarter", "year", "ever")),
                                    optional("times", new Shape.Whole("units in a period (1)", 1, Benefit.MOST)),
                                    optional(
                                            "cost",
                                            value(
                                                    "what a unit costs, for a service that is not under benefits:",
                                                    Form.MONEY))),
                            1),
                    1,
                    Shape.MOST_NAMES));

    @Override
    public String name() {
        return "benefits";
    }

    @Override
    public Shape shape() {
        return names("things given to customers, each with a unit cost, a stock and a budget", BENEFIT);
    }

    @Override
    public void read(Node node, Draft draft) {
        if (node instanceof Mapping mapping) {
            draft.later(definitions -> draft.benefits.benefits(mapping));
        }
    }
}
