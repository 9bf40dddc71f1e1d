package siyu.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.config.Shape;
import siyu.fact.Type;

/** How the type of an attribute is written: {@code money}, or {@code [conservative, balanced, aggressive]}. */
final class AttributeShapes {
    /** Words of one attribute, at most: they are compared one by one. */
    private static final int MOST_WORDS = 1000;

    /** The words an attribute may not be called by, because an expression would read them as something else. */
    private static final Set<String> LANGUAGE =
            Set.of("and", "or", "not", "in", "between", "is", "unknown", "known", "true", "false", "today", "any");

    static final Shape TYPE = new Shape.Either(
            "the type of the attribute",
            List.of(
                    Shape.word(
                            "boolean, integer, decimal, money, text, date or time",
                            "boolean",
                            "integer",
                            "decimal",
                            "money",
                            "text",
                            "date",
                            "time"),
                    new Shape.Items(
                            "a list of words: the value is one of them",
                            Shape.value("a word", Form.TEXT),
                            1,
                            MOST_WORDS)));

    private AttributeShapes() {}

    static boolean isLanguage(String name) {
        return LANGUAGE.contains(name);
    }

    /** The type that is written there, or null when none is. */
    static @Nullable Type type(Node node, Draft draft) {
        if (node instanceof Sequence sequence) {
            return words(sequence, draft);
        }
        if (!(node instanceof Scalar scalar)) {
            return null;
        }
        return switch (scalar.value()) {
            case "boolean" -> Type.BOOLEAN;
            case "integer" -> Type.INTEGER;
            case "decimal" -> Type.DECIMAL;
            case "money" -> Type.MONEY;
            case "text" -> Type.TEXT;
            case "date" -> Type.DATE;
            case "time" -> Type.TIME;
            default -> null;
        };
    }

    private static @Nullable Type words(Sequence sequence, Draft draft) {
        List<String> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node item : sequence.items()) {
            if (!(item instanceof Scalar word) || word.isNull()) {
                return null;
            }
            if (!seen.add(word.value())) {
                draft.report(
                        ProgramCode.DUPLICATE_WORD,
                        "the word " + word.described() + " is given twice",
                        word.place(),
                        "keep one of the two");
            } else {
                words.add(word.value());
            }
        }
        return words.isEmpty() ? null : Type.word(words);
    }
}
