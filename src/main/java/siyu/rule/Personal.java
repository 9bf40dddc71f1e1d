package siyu.rule;

import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Tells which values give away who a customer is, whatever was made of the name or the phone number on the way. */
public final class Personal {
    private Personal() {}

    /** Whether the value is a text that leans on a personal attribute; a yes or a number tells too little to be masked. */
    public static boolean is(Vocabulary vocabulary, Expression expression) {
        if (expression.type().kind() != Type.Kind.TEXT) {
            return false;
        }
        for (Definition definition : Dependencies.of(expression)) {
            if (Dependencies.expressions(definition).stream().anyMatch(part -> names(vocabulary, part))) {
                return true;
            }
        }
        return names(vocabulary, expression);
    }

    private static boolean names(Vocabulary vocabulary, Expression expression) {
        if (expression instanceof Expression.CustomerAttribute attribute) {
            return vocabulary.customer().get(attribute.index()).personal();
        }
        return Dependencies.operands(expression).stream().anyMatch(operand -> names(vocabulary, operand));
    }
}
