package siyu.rule;

/** The functions of the language; the table of their signatures and null behaviour is {@code Functions}. */
public enum Function {
    COALESCE,
    ABS,
    FLOOR,
    CEIL,
    ROUND,
    LEAST,
    GREATEST,
    LOWER,
    UPPER,
    STARTS_WITH,
    CONTAINS,
    YEAR,
    MONTH,
    DAY,
    WEEKDAY,
    AGE,
    DAYS_BETWEEN,
    DISTANCE_KM,
    HAS_TAG,
    IN_GROUP,
    BIRTHDAY_WITHIN
}
