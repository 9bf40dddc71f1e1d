package siyu.rule;

import siyu.core.Code;
import siyu.core.Exit;

/** What can be wrong with an expression or a definition. A number never changes its meaning. */
public enum RuleCode implements Code {
    BAD_CHARACTER(
            "E0301",
            "character not allowed",
            "The expression language knows letters, digits, _ and the signs ( ) [ ] , . + - * / % = != < <= > >= and texts in single"
                    + " quotes. Anything else outside of a text is refused, most often double quotes, == or &&, or signs that were"
                    + " typed with an input method for Chinese. Replace it by the sign named in the hint."),
    FULL_WIDTH(
            "E0302",
            "full-width character",
            "Full-width digits and signs, such as １２ or （, look like ordinary ones but are other characters. They are refused"
                    + " rather than guessed at, so that a rule means the same to every reader. Type them with the input method"
                    + " switched to half-width."),
    UNTERMINATED_TEXT(
            "E0303",
            "text without an end",
            "A text starts with a single quote and ends with the next one; a quote inside is written twice: 'it''s'. The closing"
                    + " quote is missing, or a quote inside is not doubled."),
    BAD_NUMBER(
            "E0304",
            "not a number",
            "Numbers are digits with at most one decimal point between digits: 3, 0.25. There are no exponents, no thousands"
                    + " separators and no letters, except the unit of a duration: 90d, 12h, 2w, 6m, 1y."),
    NUMBER_RANGE(
            "E0305",
            "number out of range",
            "Integers and money are kept as 64-bit whole numbers (money in minor units), and durations, digits of round and similar"
                    + " figures have limits of their own, which the message names. Use a smaller number."),
    BAD_DATE(
            "E0306",
            "no such date",
            "A date is written year-month-day with all its digits, 2026-01-31, and must exist in the calendar, from 0001-01-01 to"
                    + " 9999-12-31. To subtract numbers, put spaces around the minus."),
    SYNTAX(
            "E0307",
            "not an expression",
            "The text does not follow the grammar of expressions: something is missing or stands where it cannot. The message says"
                    + " what was expected and what was found."),
    TOO_DEEP(
            "E0308",
            "nested too deep",
            "Brackets, functions and operators may be nested 50 deep, and an expression with all the definitions it"
                    + " leans on 300 deep. Give a part a name of its own under metrics and use the name."),
    TOO_LONG(
            "E0309",
            "expression too long",
            "One expression may have 64,000 characters and 1,000 operators, 300 of them in a row. Give parts names of their own under metrics, or write a list of words as an"
                    + " attribute of the customers."),
    UNKNOWN_NAME(
            "E0310",
            "unknown name",
            "A name must be an attribute of the customers, a metric, a tag, a score or a segmentation; inside the brackets of an"
                    + " aggregate an attribute of the events or of the customers. Declare it, or correct the spelling."),
    UNKNOWN_KIND(
            "E0311",
            "unknown kind of event",
            "An aggregate looks at events of a kind declared under events, or at all of them with any: count(purchase),"
                    + " count(any, 30d). Declare the kind, or correct the spelling."),
    UNKNOWN_ATTRIBUTE(
            "E0312",
            "unknown attribute of an event",
            "The events of this kind have no such attribute. Built in are id, at, amount, channel and ref; others are declared under"
                    + " the kind."),
    UNKNOWN_WORD(
            "E0313",
            "not one of the words",
            "The attribute or segmentation has a list of words, and this text is not one of them, so the comparison could never be"
                    + " true. Correct the spelling, or add the word to the list."),
    UNKNOWN_FUNCTION(
            "E0314",
            "unknown function",
            "There is no function or aggregate of this name. The help topic expressions lists them all."),
    UNKNOWN_TAG(
            "E0315",
            "unknown tag",
            "has_tag names a tag that is declared under tags; one that is only ever pinned by hand is declared with the rule false."),
    UNKNOWN_WINDOW(
            "E0316",
            "not a window of time",
            "The window of an aggregate is a duration such as 90d, 12h, 2w, 6m, 1y, or one of today, this_week, last_week, this_month,"
                    + " last_month, this_quarter, last_quarter, this_year, last_year, ever."),
    WRONG_TYPE(
            "E0317",
            "wrong type",
            "The operator, function or place needs a value of another type. Nothing is converted silently except integer to decimal"
                    + " or money, money to decimal (in major units), and a time to its date."),
    ARGUMENT_COUNT(
            "E0318",
            "wrong number of arguments",
            "The function takes another number of arguments; the message shows how it is called."),
    NOT_HERE(
            "E0319",
            "not allowed in this place",
            "Inside the brackets of an aggregate only the event and the customer's attributes can be named: no aggregates, metrics,"
                    + " tags, scores or segmentations. Put such a condition beside the aggregate with and."),
    NEVER_TRUE(
            "E0320",
            "compared with unknown",
            "Comparing anything with unknown is itself unknown, so it can never be true. Ask with is unknown or is known."),
    MONEY_DECIMALS(
            "E0321",
            "more decimals than the currency has",
            "An amount of money written in a rule is exact. It has more decimals than the program's currency, so it would have to be"
                    + " rounded; write an amount that exists."),
    RESERVED_NAME(
            "E0322",
            "name not free",
            "A metric, tag, score or segmentation needs a name that is no attribute, kind of event, function, aggregate or word of"
                    + " the language, and that consists of letters, digits and _, not starting with a digit."),
    DUPLICATE_NAME(
            "E0323",
            "name used twice",
            "Metrics, tags, scores and segmentations share one set of names, and the segments of one segmentation, with otherwise,"
                    + " another. Rename one of the two."),
    CYCLE(
            "E0324",
            "definitions go in a circle",
            "A definition leans on itself, directly or by way of others, so it has no value. The message shows the way round; break"
                    + " it at one place."),
    UNREACHABLE(
            "E0325",
            "segment that nobody reaches",
            "The first segment whose rule is true takes the customer. This one can never take anybody: its rule is always false, or"
                    + " an earlier segment takes everybody it could take. Put the narrower rule first, or remove the segment."),
    BAD_SCORE(
            "E0326",
            "score that cannot be",
            "A score ranks an integer, decimal, money, date or time either into 2 to 100 quantiles or by ascending cuts, which are"
                    + " literals of the same type."),
    OVERFLOW(
            "E0330",
            "number too large at run time",
            "A calculation left the range of 64-bit integers and money, or of decimals, for some customer. Nothing is wrapped or"
                    + " rounded: the rule has no answer. Look at the customer's figures, or calculate with smaller ones.");

    private final Entry entry;

    RuleCode(String id, String title, String meaning) {
        this.entry = new Entry(id, title, meaning, Exit.PROGRAM);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
