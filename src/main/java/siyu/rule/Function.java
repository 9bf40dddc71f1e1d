package siyu.rule;

/**
 * The functions of the language, each with the arguments of its {@link Expression.Call} as the typer hands them over: complete,
 * converted, in this order. The table of what may be written is {@code Functions}. All are unknown when an argument is unknown,
 * except COALESCE.
 */
public enum Function {
    /** One or more of one type: the first that is known. */
    COALESCE,
    /** integer, decimal or money; the result is of the same type; overflow is an error. */
    ABS,
    /** decimal → integer (overflow is an error), money → money in whole major units, integer → itself. */
    FLOOR,
    /** As FLOOR, upward. */
    CEIL,
    /** As FLOOR, half away from zero; or (decimal, integer literal 0 to 9) → decimal. */
    ROUND,
    /** Two or more of one type: integer, decimal, money, date, time or text. */
    LEAST,
    /** As LEAST. */
    GREATEST,
    /** text */
    LOWER,
    /** text */
    UPPER,
    /** text, text: whether the first starts with the second. */
    STARTS_WITH,
    /** text, text: whether the first contains the second. */
    CONTAINS,
    /** date */
    YEAR,
    /** date; 1 to 12 */
    MONTH,
    /** date; 1 to 31 */
    DAY,
    /** date; ISO, 1 is Monday */
    WEEKDAY,
    /** date; {@code age()} arrives as age of the customer's birthday. */
    AGE,
    /** date, date: second minus first. */
    DAYS_BETWEEN,
    /** decimal × 4: latitude, longitude as written, then the customer's latitude, longitude. */
    DISTANCE_KM,
    /** Never in a typed tree: {@code has_tag('x')} arrives as a {@link Expression.Reference} to the tag. */
    HAS_TAG,
    /** text literal; in customer scope only. */
    IN_GROUP,
    /** date (the customer's birthday), integer literal (days). */
    BIRTHDAY_WITHIN
}
