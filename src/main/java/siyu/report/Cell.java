package siyu.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import siyu.fact.Column;
import siyu.fact.Vocabulary;

/** Known values of columns as cells, each comparable with those of its column. */
final class Cell {
    private Cell() {}

    static Object of(Column column, int row, Vocabulary vocabulary) {
        return switch (column.type.kind()) {
            case MONEY -> BigDecimal.valueOf(column.longs[row], vocabulary.decimals());
            case DATE -> LocalDate.ofEpochDay(column.longs[row]);
            case TIME -> Instant.EPOCH.plus(column.longs[row], ChronoUnit.MICROS);
            case BOOLEAN, INTEGER, DECIMAL, TEXT, WORD -> Objects.requireNonNull(column.get(row));
        };
    }
}
