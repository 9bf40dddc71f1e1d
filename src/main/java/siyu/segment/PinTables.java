package siyu.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;

/** Pins as tables. */
public final class PinTables {
    private PinTables() {}

    /** The columns of {@link #pin}. */
    public static final List<String> COLUMNS =
            List.of("customer", "segmentation", "segment", "direction", "from", "until", "reason");

    /** One pin as it was made. */
    public static Table pin(Pins.Entry pin, String customer, AsOf asOf) {
        Long until = pin.untilDay();
        @Nullable
        Object[] row = {
            customer,
            pin.segmentation(),
            pin.segment(),
            pin.direction().name().toLowerCase(Locale.ROOT),
            LocalDate.ofEpochDay(pin.fromDay()),
            until == null ? null : LocalDate.ofEpochDay(until),
            pin.reason()
        };
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.text("segmentation"),
                Heading.text("segment"),
                Heading.text("direction"),
                Heading.of("from", Heading.Kind.DATE),
                Heading.of("until", Heading.Kind.DATE),
                Heading.text("reason"));
        return Table.of("siyu.segment.pin/1", asOf.zone(), headings, Rows.of(List.<@Nullable Object[]>of(row)));
    }
}
