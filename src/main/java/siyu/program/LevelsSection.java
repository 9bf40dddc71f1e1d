package siyu.program;

import static siyu.config.Shape.keys;
import static siyu.config.Shape.optional;
import static siyu.config.Shape.required;
import static siyu.config.Shape.value;
import static siyu.config.Shape.word;

import java.util.List;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Mapping;
import siyu.config.Shape;
import siyu.level.Ladder;

/** {@code levels:}; {@link LevelsReading} takes what is in it. */
final class LevelsSection implements Section {
    private static final Shape STEP = new Shape.Names(
            "one step by its name",
            new Shape.Either(
                    "what it takes",
                    List.of(
                            value("the growth it needs", Form.DECIMAL),
                            keys(
                                    "a step that is sold",
                                    optional("growth", value("the growth it needs, if it can be earned", Form.DECIMAL)),
                                    required("price", value("of a membership", Form.MONEY)),
                                    required("term", value("how long it lasts: 30d, 2w, 6m or 1y", Form.DURATION))))),
            1);

    @Override
    public String name() {
        return "levels";
    }

    @Override
    public Shape shape() {
        return keys(
                "levels by growth, which spending points never lowers, and by paid membership",
                required(
                        "growth",
                        keys(
                                "what counts",
                                required(
                                        "of",
                                        value(
                                                "an expression over the customer: a whole number or money",
                                                Form.EXPRESSION)),
                                optional(
                                        "window",
                                        value(
                                                "how far back aggregates that name no window reach (default: for ever)",
                                                Form.DURATION)))),
                required("steps", new Shape.Items("from the lowest to the highest", STEP, 1, Ladder.MOST)),
                optional(
                        "downgrade",
                        keys(
                                "how customers fall (default: nobody does)",
                                required(
                                        "review",
                                        word(
                                                "how often reviews are; in each period a customer falls once at most",
                                                "daily",
                                                "weekly",
                                                "monthly",
                                                "quarterly",
                                                "yearly")),
                                required(
                                        "policy",
                                        word(
                                                "how far: to the next lower step, or to what his growth reaches",
                                                "one_down",
                                                "to_growth")),
                                optional(
                                        "grace",
                                        value(
                                                "how long he has to make up for it (default: not at all)",
                                                Form.DURATION)))),
                optional("benefits", BenefitsSection.OF_LEVELS),
                optional(
                        "spend",
                        value("the kind of event whose amounts are what members spend, for reports", Form.NAME)));
    }

    @Override
    public void read(Node node, Draft draft) {
        if (node instanceof Mapping mapping) {
            draft.later(definitions -> draft.levels = new LevelsReading(mapping, definitions, draft).read());
        }
    }
}
