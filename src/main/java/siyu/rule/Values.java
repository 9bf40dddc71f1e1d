package siyu.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import siyu.fact.Marks;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** The values of the parts of an expression for one customer, for display. */
final class Values {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    final Vocabulary vocabulary;
    private final Compiled compiled;
    private final Work work;
    private final int row;
    private final UnaryOperator<String> personal;
    private final Offsets offsets;

    /** @param personal how a text that says who the customer is is shown */
    Values(Vocabulary vocabulary, Compiled compiled, Work work, int row, UnaryOperator<String> personal) {
        this.vocabulary = vocabulary;
        this.compiled = compiled;
        this.work = work;
        this.row = row;
        this.personal = personal;
        this.offsets = new Offsets(vocabulary.zone());
    }

    String text(Expression expression) {
        return Printer.text(vocabulary, expression);
    }

    /** Boolean, Long, Double or String (text, word); null when unknown. */
    @Nullable
    Object of(Expression expression) {
        Vector vector = vector(expression);
        if (vector.type.kind() == Type.Kind.BOOLEAN) {
            return vector.sure(row) == 0 ? null : (Boolean) (vector.yes(row) == 1);
        }
        if (vector.known[row] == 0) {
            return null;
        }
        return switch (vector.type.kind()) {
            case DECIMAL -> vector.doubles[row];
            case TEXT -> vector.dictionary.get((int) vector.longs[row]);
            case WORD -> vector.type.words().get((int) vector.longs[row]);
            default -> vector.longs[row];
        };
    }

    /** Whether a calculation in it overflowed. */
    boolean overflowed(Expression expression) {
        int[] overflow = vector(expression).overflow;
        return overflow != null && overflow[row] != 0;
    }

    private Vector vector(Expression expression) {
        return work.get(Objects.requireNonNull(compiled.nodeOf(expression), "not a part of the root"));
    }

    String shown(Expression expression) {
        Object value = of(expression);
        if (value instanceof String text && Personal.is(vocabulary, expression)) {
            return shown(expression.type(), personal.apply(text));
        }
        return shown(expression.type(), value);
    }

    String shown(Type type, @Nullable Object value) {
        if (value == null) {
            return "unknown";
        }
        return switch (type.kind()) {
            case MONEY ->
                BigDecimal.valueOf((Long) value, vocabulary.decimals()).toPlainString();
            case DATE -> LocalDate.ofEpochDay((Long) value).toString();
            case TIME -> time((Long) value);
            case DECIMAL -> plain((Double) value);
            case TEXT -> "'" + ((String) value).replace("'", "''") + "'";
            default -> value.toString();
        };
    }

    /** At most six decimals: more say nothing to a reader. */
    private static String plain(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value));
        BigDecimal rounded = exact.scale() > 6 ? exact.setScale(6, java.math.RoundingMode.HALF_UP) : exact;
        BigDecimal readable = rounded.signum() == 0 && value != 0 ? exact : rounded;
        return readable.stripTrailingZeros().toPlainString();
    }

    private String time(long micros) {
        long local = offsets.local(micros);
        return LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1_000_000L), 0, ZoneOffset.UTC)
                .format(TIME);
    }

    /** Whether the customer bears the tag by hand. */
    boolean tagged(String tag) {
        boolean[] flags = work.block.marks.tagged(tag, work.block.first, work.block.size);
        return flags.length > 0 && flags[row];
    }

    /** The customer's pins of a segmentation, in order. */
    List<Marks.Pin> pins(String segmentation) {
        return work.block.marks.pins(segmentation, work.block.first, work.block.size).stream()
                .filter(pin -> pin.customer() == work.block.first + row)
                .toList();
    }
}
