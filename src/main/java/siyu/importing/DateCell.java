package siyu.importing;

import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** Dates to epoch days. */
final class DateCell extends Cell {
    private final Moments moments;

    DateCell(Moments moments) {
        super(Type.DATE);
        this.moments = moments;
    }

    @Override
    @Nullable
    ImportCode read(byte[] bytes, int from, int to, Column into, int row) {
        if (!moments.read(bytes, from, to) || moments.timed && !moments.dropsTime()) {
            return ImportCode.NOT_DATE;
        }
        into.longs[row] = moments.day;
        into.known[row] = 1;
        return null;
    }

    @Override
    Problem problem(ImportCode code, String text) {
        String hint = fullWidth(text);
        return problem(
                code,
                quote(text) + " is not a date",
                hint != null ? hint : "dates are written as " + form() + "; --date-format tells another form");
    }

    private String form() {
        return moments.dropsTime() ? moments.form() : "2026-01-31";
    }
}
