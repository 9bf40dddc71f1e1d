package siyu.program;

import static siyu.config.Shape.keys;
import static siyu.config.Shape.names;
import static siyu.config.Shape.optional;
import static siyu.config.Shape.required;
import static siyu.config.Shape.value;
import static siyu.config.Shape.word;

import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Shape;
import siyu.lottery.Prize;
import siyu.points.Account;

/** {@code lotteries:}; {@link LotteriesReading} takes what is in it. */
final class LotteriesSection implements Section {
    private static final Shape PRIZE = keys(
            "a prize",
            required("name", value("what it is called in draws", Form.NAME)),
            required("weight", new Shape.Whole("its chance in proportion to the other weights", 1, Prize.MOST)),
            optional("stock", new Shape.Whole("how many there are (default: always one more)", 1, Prize.MOST)),
            optional("cost", value("what one costs", Form.MONEY)),
            optional("points", new Shape.Whole("points given to who wins it", 1, Account.MOST_PER_ENTRY)));

    private static final Shape LOTTERY = keys(
            "prizes, and who may draw for them how often",
            optional("when", value("a condition: who may draw", Form.EXPRESSION)),
            optional("tickets", value("an expression: how many draws a customer has in all", Form.EXPRESSION)),
            optional(
                    "limit",
                    keys(
                            "the most draws of a customer in a period",
                            required("times", new Shape.Whole("how often", 1, Prize.MOST)),
                            required("per", word("the period", "day", "week", "month", "quarter", "year", "ever")))),
            optional("from", value("the first day", Form.DATE)),
            optional("until", value("the last day", Form.DATE)),
            optional(
                    "customers",
                    word("how customers are published: by salted hashes (the default) or by ids", "hashed", "ids")),
            optional("budget", value("what the prizes should not cost more than, all together", Form.MONEY)),
            required("prizes", new Shape.Items("what can be won", PRIZE, 1, Prize.MOST_PRIZES)));

    @Override
    public String name() {
        return "lotteries";
    }

    @Override
    public Shape shape() {
        return names("lotteries that anybody can check, by name", LOTTERY);
    }

    @Override
    public void read(Node node, Draft draft) {
        if (node instanceof Node.Mapping mapping) {
            draft.later(definitions -> draft.lotteries = LotteriesReading.read(mapping, definitions, draft));
        }
    }
}
