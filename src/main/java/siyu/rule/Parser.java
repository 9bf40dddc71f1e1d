package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import siyu.rule.Expression.BinaryOperator;
import siyu.rule.Expression.UnaryOperator;
import siyu.rule.Token.Kind;

/**
 * Reads tokens by the grammar, loosest first: {@code or}, {@code and}, {@code not}, comparison (which does not chain),
 * {@code + -}, {@code * / %}, unary minus. Stops at the first thing that does not fit.
 */
final class Parser {
    /** Deepest nesting of brackets, functions and prefix operators. */
    static final int DEEPEST = 50;

    /** Most operators in one expression. */
    static final int MOST_OPERATORS = 1000;

    /**
     * Greatest height of the tree of an expression, and again of the definitions it leans on: bounds the stack of whoever walks
     * both, which overflows at about 900 in a thread of 1 MB.
     */
    static final int HIGHEST = 300;

    private static final String SHORTER = "use in (…) for long lists, or give parts names of their own under metrics";

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int operators;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The syntax of a whole text, or null when it has none (then there are problems). */
    static @Nullable Syntax parse(Problems problems) {
        List<Token> tokens = new Lexer(problems).tokens();
        if (tokens.size() == 1 && problems.any()) {
            return null;
        }
        boolean misread = problems.any();
        Parser parser = new Parser(tokens);
        try {
            if (tokens.size() == 1) {
                throw parser.wrong("the expression is empty", null);
            }
            Syntax all = parser.or();
            if (parser.peek().kind() != Kind.END) {
                throw parser.trailing();
            }
            if (height(all) > HIGHEST) {
                throw new NoSyntax(
                        RuleCode.TOO_LONG,
                        all.span(),
                        "the expression has more than " + HIGHEST + " operators in a row",
                        SHORTER);
            }
            return all;
        } catch (NoSyntax stop) {
            // A character that was misread is the likely cause of what does not fit afterwards: one problem is enough.
            if (!misread) {
                problems.add(stop.code, stop.span, stop.words, stop.hint);
            }
            return null;
        }
    }

    /** How many levels a tree has. */
    static int height(Syntax syntax) {
        if (syntax instanceof Syntax.Binary binary) {
            return 1 + Math.max(height(binary.left()), height(binary.right()));
        }
        if (syntax instanceof Syntax.Unary unary) {
            return 1 + height(unary.operand());
        }
        if (syntax instanceof Syntax.In in) {
            return 1 + Math.max(height(in.operand()), height(in.options()));
        }
        if (syntax instanceof Syntax.Between between) {
            return 1 + height(List.of(between.operand(), between.low(), between.high()));
        }
        if (syntax instanceof Syntax.Known known) {
            return 1 + height(known.operand());
        }
        if (syntax instanceof Syntax.Call call) {
            return 1 + height(call.arguments());
        }
        return syntax instanceof Syntax.Aggregate aggregate && aggregate.filter() != null
                ? 1 + height(aggregate.filter())
                : 1;
    }

    private static int height(List<Syntax> parts) {
        int highest = 0;
        for (Syntax part : parts) {
            highest = Math.max(highest, height(part));
        }
        return highest;
    }

    private Syntax or() {
        Syntax left = and();
        while (peek().is("or")) {
            Token sign = operator();
            left = binary(BinaryOperator.OR, left, sign, and());
        }
        return left;
    }

    private Syntax and() {
        Syntax left = not();
        while (peek().is("and")) {
            Token sign = operator();
            left = binary(BinaryOperator.AND, left, sign, not());
        }
        return left;
    }

    private Syntax not() {
        if (!peek().is("not")) {
            return comparison();
        }
        Token sign = operator();
        enter(sign);
        Syntax operand = not();
        depth--;
        return new Syntax.Unary(UnaryOperator.NOT, operand, sign.span().to(operand.span()));
    }

    private Syntax comparison() {
        Syntax left = sum();
        Syntax whole = compared(left);
        if (whole != left && startsComparison(peek())) {
            throw wrong(
                    "a second comparison in a row, " + peek().quoted(), "join comparisons with and: a < b and b < c");
        }
        return whole;
    }

    private Syntax compared(Syntax left) {
        Token sign = peek();
        BinaryOperator operator = comparison(sign.kind());
        if (operator != null) {
            operator();
            return binary(operator, left, sign, sum());
        }
        if (sign.is("is")) {
            operator();
            return is(left);
        }
        if (sign.is("between")) {
            operator();
            Syntax low = sum();
            if (!peek().is("and")) {
                throw wrong("expected 'and' but found " + peek().quoted(), "write x between low and high");
            }
            next();
            Syntax high = sum();
            return new Syntax.Between(left, low, high, left.span().to(high.span()));
        }
        boolean negated = sign.is("not");
        if (negated && ahead(1).is("between")) {
            throw wrong("'not between' is not an operator", "write not x between low and high");
        }
        if (sign.is("in") || negated && ahead(1).is("in")) {
            operator();
            if (negated) {
                next();
            }
            return in(left, negated);
        }
        return left;
    }

    private Syntax is(Syntax left) {
        Token word = peek();
        if (word.is("known") || word.is("unknown")) {
            next();
            return new Syntax.Known(left, word.is("known"), left.span().to(word.span()));
        }
        String hint = "write is known or is unknown";
        if (word.is("not") && (ahead(1).is("known") || ahead(1).is("unknown"))) {
            hint = ahead(1).is("known") ? "write is unknown" : "write is known";
        }
        throw wrong("expected 'known' or 'unknown' but found " + word.quoted(), hint);
    }

    private Syntax in(Syntax left, boolean negated) {
        Token open = peek();
        if (open.kind() != Kind.OPEN) {
            throw wrong("expected '(' but found " + open.quoted(), "write the options in brackets: x in ('a', 'b')");
        }
        next();
        enter(open);
        List<Syntax> options = new ArrayList<>();
        do {
            options.add(or());
        } while (skip(Kind.COMMA));
        Token close = expect(Kind.CLOSE, "expected ',' or ')'");
        depth--;
        return new Syntax.In(left, options, negated, left.span().to(close.span()));
    }

    private Syntax sum() {
        Syntax left = product();
        while (true) {
            Token sign = peek();
            if (sign.kind() != Kind.PLUS && sign.kind() != Kind.MINUS) {
                return left;
            }
            operator();
            left = binary(
                    sign.kind() == Kind.PLUS ? BinaryOperator.ADD : BinaryOperator.SUBTRACT, left, sign, product());
        }
    }

    private Syntax product() {
        Syntax left = negation();
        while (true) {
            Token sign = peek();
            BinaryOperator operator = switch (sign.kind()) {
                case TIMES -> BinaryOperator.MULTIPLY;
                case OVER -> BinaryOperator.DIVIDE;
                case PERCENT -> BinaryOperator.REMAINDER;
                default -> null;
            };
            if (operator == null) {
                return left;
            }
            operator();
            left = binary(operator, left, sign, negation());
        }
    }

    private Syntax negation() {
        Token sign = peek();
        if (sign.kind() != Kind.MINUS) {
            return primary();
        }
        operator();
        enter(sign);
        Syntax operand = negation();
        depth--;
        return new Syntax.Unary(UnaryOperator.NEGATE, operand, sign.span().to(operand.span()));
    }

    private Syntax primary() {
        Token token = peek();
        switch (token.kind()) {
            case NUMBER, TEXT, DATE, DURATION, OPEN, NAME -> next();
            default -> throw wrong("expected a value but found " + token.quoted(), null);
        }
        return switch (token.kind()) {
            case NUMBER -> new Syntax.Numeral(token.text(), token.span());
            case TEXT -> new Syntax.Text(token.text(), token.span());
            case DATE -> new Syntax.Date(token.text(), token.span());
            case DURATION -> new Syntax.Duration(token.text(), token.span());
            case OPEN -> {
                enter(token);
                Syntax inner = or();
                expect(Kind.CLOSE, "expected ')'");
                depth--;
                yield inner;
            }
            default -> name(token);
        };
    }

    private Syntax name(Token token) {
        Syntax.Name name = new Syntax.Name(token.text(), token.span());
        if (peek().kind() == Kind.OPEN) {
            Token open = next();
            enter(open);
            Syntax call = Words.AGGREGATES.contains(token.text()) ? aggregate(name) : call(name);
            depth--;
            return call;
        }
        if (Words.KEYWORDS.contains(token.text())) {
            switch (token.text()) {
                case "true", "false", "unknown", "today" -> {}
                default -> {
                    at--;
                    throw wrong("expected a value but found " + token.quoted(), null);
                }
            }
        }
        return name;
    }

    private Syntax call(Syntax.Name name) {
        List<Syntax> arguments = new ArrayList<>();
        if (peek().kind() != Kind.CLOSE) {
            do {
                arguments.add(or());
            } while (skip(Kind.COMMA));
        }
        Token close = expect(Kind.CLOSE, "expected ',' or ')'");
        return new Syntax.Call(name, arguments, name.span().to(close.span()));
    }

    private Syntax aggregate(Syntax.Name name) {
        String usage = Aggregates.usage(name.text());
        Token kind = peek();
        if (kind.kind() != Kind.NAME || Words.KEYWORDS.contains(kind.text()) && !kind.is("any")) {
            throw wrong("expected a kind of event but found " + kind.quoted(), usage);
        }
        next();
        Syntax filter = null;
        if (peek().kind() == Kind.OPEN_BRACKET) {
            enter(next());
            filter = or();
            expect(Kind.CLOSE_BRACKET, "expected ']'");
            depth--;
        }
        Syntax.Name attribute = null;
        if (skip(Kind.DOT)) {
            Token word = expect(Kind.NAME, "expected an attribute of the event");
            attribute = new Syntax.Name(word.text(), word.span());
        }
        Syntax window = null;
        if (skip(Kind.COMMA)) {
            window = window();
        }
        if (peek().kind() != Kind.CLOSE) {
            throw wrong("expected ')' but found " + peek().quoted(), usage);
        }
        Span span = name.span().to(next().span());
        return new Syntax.Aggregate(name, new Syntax.Name(kind.text(), kind.span()), filter, attribute, window, span);
    }

    private Syntax window() {
        Token token = peek();
        if (token.kind() != Kind.NAME && token.kind() != Kind.DURATION && token.kind() != Kind.NUMBER) {
            throw wrong(
                    "expected a window but found " + token.quoted(), "windows are 90d, 12h, 2w, 6m, 1y, this_month, …");
        }
        next();
        return switch (token.kind()) {
            case NAME -> new Syntax.Name(token.text(), token.span());
            case DURATION -> new Syntax.Duration(token.text(), token.span());
            default -> new Syntax.Numeral(token.text(), token.span());
        };
    }

    private Syntax binary(BinaryOperator operator, Syntax left, Token sign, Syntax right) {
        return new Syntax.Binary(operator, left, right, sign.span(), left.span().to(right.span()));
    }

    private static @Nullable BinaryOperator comparison(Kind kind) {
        return switch (kind) {
            case EQUAL -> BinaryOperator.EQUAL;
            case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case LESS -> BinaryOperator.LESS;
            case LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            case GREATER -> BinaryOperator.GREATER;
            case GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            default -> null;
        };
    }

    private static boolean startsComparison(Token token) {
        return comparison(token.kind()) != null || token.is("is") || token.is("in") || token.is("between");
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token ahead(int count) {
        return tokens.get(Math.min(at + count, tokens.size() - 1));
    }

    private Token next() {
        return tokens.get(at++);
    }

    private boolean skip(Kind kind) {
        if (peek().kind() != kind) {
            return false;
        }
        at++;
        return true;
    }

    private Token expect(Kind kind, String words) {
        if (peek().kind() != kind) {
            throw wrong(words + " but found " + peek().quoted(), null);
        }
        return next();
    }

    private Token operator() {
        if (++operators > MOST_OPERATORS) {
            throw new NoSyntax(
                    RuleCode.TOO_LONG,
                    peek().span(),
                    "the expression has more than " + MOST_OPERATORS + " operators",
                    SHORTER);
        }
        return next();
    }

    private void enter(Token token) {
        if (++depth > DEEPEST) {
            throw new NoSyntax(
                    RuleCode.TOO_DEEP,
                    token.span(),
                    "the expression is nested more than " + DEEPEST + " deep",
                    "give a part a name of its own under metrics");
        }
    }

    private NoSyntax trailing() {
        Token token = peek();
        return wrong(
                "expected an operator or the end but found " + token.quoted(),
                token.kind() == Kind.CLOSE ? "there is no '(' for it" : null);
    }

    /** A problem at the current token; a word of the language in capital letters is the likeliest cause. */
    private NoSyntax wrong(String message, @Nullable String hint) {
        Token token = peek();
        String lower = token.text().toLowerCase(Locale.ROOT);
        boolean shouted = token.kind() == Kind.NAME && !lower.equals(token.text()) && Words.KEYWORDS.contains(lower);
        return new NoSyntax(
                RuleCode.SYNTAX, token.span(), message, shouted ? "words of the language are small: " + lower : hint);
    }

    /** Leaves the recursion at the first thing that does not fit. */
    private static final class NoSyntax extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient RuleCode code;
        private final transient Span span;
        private final transient String words;
        private final transient @Nullable String hint;

        NoSyntax(RuleCode code, Span span, String message, @Nullable String hint) {
            super(message, null, false, false);
            this.code = code;
            this.span = span;
            this.words = message;
            this.hint = hint;
        }
    }
}
