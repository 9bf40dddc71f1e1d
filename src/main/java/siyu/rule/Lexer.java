package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.rule.Token.Kind;

/**
 * Cuts an expression's text into tokens. Everything wrong is reported and then read as what was probably meant, so that the
 * rest of the expression can be checked too.
 */
final class Lexer {
    /** Longest text of one expression, in UTF-16 units. */
    static final int LONGEST = 64_000;

    private static final String DURATIONS = "durations are written 90d, 12h, 2w, 6m, 1y";

    private final Problems problems;

    /** The text, full-width characters outside of texts made ordinary; offsets stay the same. */
    private final char[] text;

    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(Problems problems) {
        this.problems = problems;
        this.text = problems.text().toCharArray();
    }

    /** All tokens, the last one being the end. */
    List<Token> tokens() {
        if (text.length > LONGEST) {
            problems.add(
                    RuleCode.TOO_LONG,
                    new Span(0, 1),
                    "the expression has " + text.length + " characters, at most " + LONGEST + " are allowed",
                    "give parts names of their own under metrics");
            return List.of(new Token(Kind.END, "", 0, 0));
        }
        narrow();
        while (at < text.length) {
            char c = text[at];
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                at++;
            } else {
                next(c);
            }
        }
        int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
        tokens.add(new Token(Kind.END, "", end, end));
        return tokens;
    }

    /** Reports runs of full-width characters outside of texts and makes them ordinary. */
    private void narrow() {
        boolean inText = false;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\'') {
                inText = !inText;
            } else if (text[i] == '\n') {
                inText = false;
            } else if (!inText && Words.fullWidth(text[i])) {
                int start = i;
                while (i < text.length && Words.fullWidth(text[i])) {
                    text[i] = text[i] == 0x3000 ? ' ' : (char) (text[i] - 0xFF01 + '!');
                    i++;
                }
                String meant = new String(text, start, i - start);
                problems.add(
                        RuleCode.FULL_WIDTH,
                        new Span(start, i),
                        "'" + problems.text().substring(start, i) + "' is full-width",
                        meant.isBlank() ? "use ordinary spaces" : "write '" + meant + "'");
                i--;
            }
        }
    }

    private void next(char c) {
        int point = Character.codePointAt(text, at);
        if (Words.startsName(point)) {
            name();
        } else if (c >= '0' && c <= '9') {
            number();
        } else if (c == '\'') {
            text('\'', null);
        } else {
            sign(c, point);
        }
    }

    private void name() {
        int start = at;
        while (at < text.length && Words.continuesName(Character.codePointAt(text, at))) {
            at += Character.charCount(Character.codePointAt(text, at));
        }
        tokens.add(new Token(Kind.NAME, slice(start), start, at));
    }

    private void number() {
        int start = at;
        digits();
        if (date(start)) {
            return;
        }
        if (peek(0) == '.' && digit(peek(1))) {
            at++;
            digits();
        }
        if (peek(0) == '.') {
            malformed(start, "a number has at most one decimal point, between digits");
            return;
        }
        int end = at;
        while (at < text.length && Words.continuesName(Character.codePointAt(text, at))) {
            at += Character.charCount(Character.codePointAt(text, at));
        }
        if (at == end) {
            tokens.add(new Token(Kind.NUMBER, slice(start), start, at));
        } else if (at == end + 1
                && Words.unit(text[end]) != null
                && slice(start).indexOf('.') < 0) {
            tokens.add(new Token(Kind.DURATION, slice(start), start, at));
        } else {
            at = end;
            malformed(
                    start,
                    switch (text[end]) {
                        case '_' -> "write the digits without _";
                        case 'e', 'E' -> "write all digits, without an exponent";
                        default -> DURATIONS;
                    });
        }
    }

    /** Reports what starts like a number and reads all of it as 1, which takes the place of any number. */
    private void malformed(int start, String hint) {
        while (at < text.length && (text[at] == '.' || Words.continuesName(Character.codePointAt(text, at)))) {
            at += Character.charCount(Character.codePointAt(text, at));
        }
        problems.add(RuleCode.BAD_NUMBER, new Span(start, at), "'" + slice(start) + "' is not a number", hint);
        tokens.add(new Token(Kind.NUMBER, "1", start, at));
    }

    /** Four digits were read: is this a date, {@code 2026-01-31}? One with too few digits is taken for a date, too. */
    private boolean date(int start) {
        if (at - start != 4 || peek(0) != '-' || !digit(peek(1))) {
            return false;
        }
        int month = digit(peek(2)) ? 2 : 1;
        if (peek(1 + month) != '-' || !digit(peek(2 + month))) {
            return false;
        }
        int day = digit(peek(3 + month)) ? 2 : 1;
        int end = at + 2 + month + day;
        if (end < text.length && Words.continuesName(text[end])) {
            return false;
        }
        at = end;
        tokens.add(new Token(Kind.DATE, slice(start), start, at));
        return true;
    }

    /** A text up to the closing quote, which is doubled inside; not over the end of a line. */
    private void text(char quote, @Nullable String hint) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = peek(0);
            if (at >= text.length || c == '\n') {
                problems.add(
                        RuleCode.UNTERMINATED_TEXT,
                        new Span(start, at),
                        "the text that starts here has no closing quote",
                        "a quote inside of a text is written twice: ''");
                break;
            }
            at++;
            if (c == quote) {
                if (peek(0) != quote) {
                    break;
                }
                at++;
            }
            value.append(c);
        }
        if (hint != null) {
            problems.add(RuleCode.BAD_CHARACTER, new Span(start, at), "'" + slice(start) + "' is not a text", hint);
        }
        tokens.add(new Token(Kind.TEXT, value.toString(), start, at));
    }

    private void sign(char c, int point) {
        switch (c) {
            case '(' -> add(Kind.OPEN, 1);
            case ')' -> add(Kind.CLOSE, 1);
            case '[' -> add(Kind.OPEN_BRACKET, 1);
            case ']' -> add(Kind.CLOSE_BRACKET, 1);
            case ',' -> add(Kind.COMMA, 1);
            case '.' -> dot();
            case '+' -> add(Kind.PLUS, 1);
            case '-' -> add(Kind.MINUS, 1);
            case '*' -> add(Kind.TIMES, 1);
            case '/' -> add(Kind.OVER, 1);
            case '%' -> add(Kind.PERCENT, 1);
            case '=' -> {
                if (peek(1) == '=') {
                    instead(2, Kind.EQUAL);
                } else {
                    add(Kind.EQUAL, 1);
                }
            }
            case '<' -> {
                if (peek(1) == '>') {
                    instead(2, Kind.NOT_EQUAL);
                } else {
                    add(peek(1) == '=' ? Kind.LESS_OR_EQUAL : Kind.LESS, peek(1) == '=' ? 2 : 1);
                }
            }
            case '>' -> add(peek(1) == '=' ? Kind.GREATER_OR_EQUAL : Kind.GREATER, peek(1) == '=' ? 2 : 1);
            default -> other(c, point);
        }
    }

    private void other(char c, int point) {
        switch (c) {
            case '!' -> {
                if (peek(1) == '=') {
                    add(Kind.NOT_EQUAL, 2);
                } else {
                    word(1, "not");
                }
            }
            case '&' -> word(peek(1) == '&' ? 2 : 1, "and");
            case '|' -> word(peek(1) == '|' ? 2 : 1, "or");
            case '≠' -> instead(1, Kind.NOT_EQUAL);
            case '≤' -> instead(1, Kind.LESS_OR_EQUAL);
            case '≥' -> instead(1, Kind.GREATER_OR_EQUAL);
            case '×' -> instead(1, Kind.TIMES);
            case '÷' -> instead(1, Kind.OVER);
            case '−', '–' -> instead(1, Kind.MINUS);
            case '、' -> instead(1, Kind.COMMA);
            case '"' -> text('"', "texts stand in single quotes: 'x'");
            case '“', '”' -> text('”', "texts stand in single quotes: 'x'");
            case '‘', '’' -> text('’', "texts stand in straight single quotes: 'x'");
            default -> {
                int start = at;
                at += Character.charCount(point);
                String shown = Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? String.format("U+%04X", point)
                        : "'" + slice(start) + "'";
                problems.add(
                        RuleCode.BAD_CHARACTER, new Span(start, at), "the character " + shown + " is not allowed here");
            }
        }
    }

    private void dot() {
        if (digit(peek(1)) && (tokens.isEmpty() || tokens.get(tokens.size() - 1).end() != at)) {
            int start = at++;
            digits();
            problems.add(
                    RuleCode.BAD_NUMBER,
                    new Span(start, at),
                    "'" + slice(start) + "' is not a number",
                    "write 0" + slice(start));
            tokens.add(new Token(Kind.NUMBER, "0" + slice(start), start, at));
        } else {
            add(Kind.DOT, 1);
        }
    }

    private void add(Kind kind, int length) {
        tokens.add(new Token(kind, "", at, at + length));
        at += length;
    }

    private void instead(int length, Kind kind) {
        report(length, kind.words);
        add(kind, length);
    }

    private void word(int length, String word) {
        report(length, word);
        tokens.add(new Token(Kind.NAME, word, at, at + length));
        at += length;
    }

    private void report(int length, String meant) {
        problems.add(
                RuleCode.BAD_CHARACTER,
                new Span(at, at + length),
                "'" + new String(text, at, length) + "' is no sign of the language",
                "write " + meant);
    }

    private void digits() {
        while (digit(peek(0))) {
            at++;
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private String slice(int start) {
        return new String(text, start, at - start);
    }
}
