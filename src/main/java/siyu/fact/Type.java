package siyu.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of an attribute or an expression.
 *
 * @param words for {@link Kind#WORD} the allowed words in declared order, otherwise empty
 */
public record Type(Kind kind, List<String> words) {
    /** How the values of each kind are held in a {@link Column}. */
    public enum Kind {
        /** 0 or 1 in {@code longs}. */
        BOOLEAN,
        /** A 64-bit integer in {@code longs}. */
        INTEGER,
        /** A 64-bit floating number in {@code doubles}; never NaN or infinite. */
        DECIMAL,
        /** Minor units of the program's currency in {@code longs}. */
        MONEY,
        /** An index into the column's dictionary, in {@code longs}. */
        TEXT,
        /** Days since 1970-01-01, in {@code longs}. */
        DATE,
        /** Microseconds since 1970-01-01T00:00Z, in {@code longs}. */
        TIME,
        /** An index into {@link Type#words()}, in {@code longs}. */
        WORD
    }

    public static final Type BOOLEAN = new Type(Kind.BOOLEAN, List.of());
    public static final Type INTEGER = new Type(Kind.INTEGER, List.of());
    public static final Type DECIMAL = new Type(Kind.DECIMAL, List.of());
    public static final Type MONEY = new Type(Kind.MONEY, List.of());
    public static final Type TEXT = new Type(Kind.TEXT, List.of());
    public static final Type DATE = new Type(Kind.DATE, List.of());
    public static final Type TIME = new Type(Kind.TIME, List.of());

    public Type {
        words = List.copyOf(words);
    }

    // Written out, because a record's own equals is linked at its first call, which costs a cold start some
    // milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Type type && type.kind == kind && type.words.equals(words);
    }

    @Override
    public int hashCode() {
        return 31 * kind.name().hashCode() + words.hashCode();
    }

    public static Type word(List<String> words) {
        return new Type(Kind.WORD, words);
    }

    /** The word of the YAML: {@code integer}, {@code money}, …, or {@code one of a, b, c}. */
    @Override
    public String toString() {
        return kind == Kind.WORD
                ? "one of " + String.join(", ", words)
                : kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
