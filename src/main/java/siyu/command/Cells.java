package siyu.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.out.Heading;

/** Values of columns as cells of tables. */
final class Cells {
    private Cells() {}

    static Heading.Kind kind(Type type) {
        return switch (type.kind()) {
            case BOOLEAN -> Heading.Kind.BOOLEAN;
            case INTEGER -> Heading.Kind.INTEGER;
            case DECIMAL -> Heading.Kind.DECIMAL;
            case MONEY -> Heading.Kind.MONEY;
            case TEXT, WORD -> Heading.Kind.TEXT;
            case DATE -> Heading.Kind.DATE;
            case TIME -> Heading.Kind.TIME;
        };
    }

    static @Nullable Object value(Column column, int row, Vocabulary vocabulary) {
        if (column.known[row] == 0) {
            return null;
        }
        return switch (column.type.kind()) {
            case MONEY -> BigDecimal.valueOf(column.longs[row], vocabulary.decimals());
            case DATE -> LocalDate.ofEpochDay(column.longs[row]);
            case TIME -> Instant.EPOCH.plus(column.longs[row], ChronoUnit.MICROS);
            case BOOLEAN, INTEGER, DECIMAL, TEXT, WORD -> column.get(row);
        };
    }
}
