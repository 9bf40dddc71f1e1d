package siyu.out;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as people read them: rounded, masked, in local time, harmless to a terminal. */
public final class Human {
    /** What stands for an unknown value; an empty text stays empty. */
    static final String UNKNOWN = "-";

    private final Data data;
    private final boolean unmask;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Utf8Out out = new Utf8Out(bytes);

    /**
     * @param zone times are told in
     * @param unmask whether personal cells are shown as they are
     */
    public Human(ZoneId zone, boolean unmask) {
        this.data = new Data(zone);
        this.unmask = unmask;
    }

    /** A cell of a column of that kind. */
    public String cell(Heading.Kind kind, @Nullable Object value) {
        if (value == null) {
            return UNKNOWN;
        }
        if (value instanceof String text) {
            return Scrub.text(kind == Heading.Kind.PERSONAL && !unmask ? Mask.of(text) : text);
        }
        if (kind == Heading.Kind.PERSONAL && !unmask) {
            return Mask.of(Scrub.text(plain(value)));
        }
        if (kind == Heading.Kind.SHARE && value instanceof Number share) {
            return Numbers.percent(share.doubleValue());
        }
        return plain(value);
    }

    /** Any value, also nested: lists as {@code a, b}, maps as {@code key=value, …}. */
    public String plain(@Nullable Object value) {
        if (value == null) {
            return UNKNOWN;
        }
        if (value instanceof String text) {
            return Scrub.text(text);
        }
        if (value instanceof Long || value instanceof Integer) {
            return value.toString();
        }
        if (value instanceof Double decimal) {
            return Numbers.rounded(decimal);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof Iterable<?> list) {
            return list(list);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        bytes.reset();
        if (value instanceof Instant time) {
            data.local(time, ' ', true, out);
        } else {
            data.bare(value, out);
        }
        out.flush();
        return Scrub.text(bytes.toString(StandardCharsets.UTF_8));
    }

    private String list(Iterable<?> list) {
        StringBuilder text = new StringBuilder();
        for (Object item : list) {
            text.append(text.length() == 0 ? "" : ", ").append(inner(item));
        }
        return text.toString();
    }

    private String map(Map<?, ?> map) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(Scrub.text(String.valueOf(entry.getKey())))
                    .append('=')
                    .append(inner(entry.getValue()));
        }
        return text.toString();
    }

    private String inner(@Nullable Object value) {
        boolean nested = value instanceof Iterable || value instanceof Map;
        return nested ? "(" + plain(value) + ")" : plain(value);
    }
}
