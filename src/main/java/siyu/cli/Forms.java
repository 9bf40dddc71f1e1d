package siyu.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import siyu.out.Format;

/**
 * The forms that values of options have. Classes rather than lambdas: every command meets them at its start, where the first
 * lambda costs a short command several milliseconds. Each throws {@link IllegalArgumentException} with the end of a sentence.
 */
public final class Forms {
    private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);

    private Forms() {}

    /** The text, unless it has digits of another script, which Java would take. */
    private static String ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                throw new NumberFormatException(text);
            }
        }
        return text;
    }

    /** As it is. */
    public static final class Text implements Function<String, String> {
        @Override
        public String apply(String text) {
            return text;
        }
    }

    /** A word of {@link Format#WORDS}. */
    static final class OutputFormat implements Function<String, Format> {
        @Override
        public Format apply(String text) {
            return Format.of(text);
        }
    }

    /** A whole number from 0 on. */
    public static final class Count implements Function<String, Long> {
        @Override
        public Long apply(String text) {
            try {
                long count = Long.parseLong(ascii(text));
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new IllegalArgumentException("is not a whole number from 0 on");
        }
    }

    /** A whole number of 32 bits, from the least to the most, both inclusive. */
    public record Whole(int least, int most) implements Function<String, Integer> {
        @Override
        public Integer apply(String text) {
            try {
                int number = Integer.parseInt(ascii(text));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new IllegalArgumentException("is not a whole number from " + least + " to " + most);
        }
    }

    /** Any whole number of 64 bits. */
    public static final class Seed implements Function<String, Long> {
        @Override
        public Long apply(String text) {
            try {
                return Long.valueOf(ascii(text));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("is not a whole number of 64 bits", e);
            }
        }
    }

    /** A number from 0 to the most, both inclusive. */
    public record Amount(double most) implements Function<String, Double> {
        @Override
        public Double apply(String text) {
            try {
                double number = new BigDecimal(ascii(text)).doubleValue();
                if (number >= 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new IllegalArgumentException("is not a number from 0 to "
                    + BigDecimal.valueOf(most).stripTrailingZeros().toPlainString());
        }
    }

    /** A date, {@code 2026-01-31}. */
    public static final class Date implements Function<String, LocalDate> {
        @Override
        public LocalDate apply(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("is not a date such as 2026-01-31", e);
            }
        }
    }

    /** A time with its offset. */
    public static final class Moment implements Function<String, Instant> {
        @Override
        public Instant apply(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("is not a time with an offset such as 2026-01-31T09:00:00+08:00", e);
            }
        }
    }

    /** Seconds, at most a day, to the millisecond. */
    static final class Seconds implements Function<String, Duration> {
        @Override
        public Duration apply(String text) {
            try {
                BigDecimal seconds = new BigDecimal(ascii(text));
                if (seconds.signum() >= 0 && seconds.compareTo(DAY_SECONDS) <= 0) {
                    return Duration.ofMillis(seconds.movePointRight(3).longValue());
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new IllegalArgumentException("is not a number of seconds from 0 to 86400");
        }
    }

    /** A switch that was given. */
    static final class Given implements Parameter.Reader<Boolean> {
        @Override
        public Boolean read(List<String> given) {
            return true;
        }
    }

    /** One value of some form. */
    record One<T>(Function<String, T> form) implements Parameter.Reader<T> {
        @Override
        public T read(List<String> given) {
            return form.apply(given.get(0));
        }
    }

    /** All values as they are. */
    static final class Many implements Parameter.Reader<List<String>> {
        @Override
        public List<String> read(List<String> given) {
            return given;
        }
    }

    /** Names with commas between them, in one value or several. */
    static final class Names implements Parameter.Reader<List<String>> {
        @Override
        public List<String> read(List<String> given) {
            List<String> names = new ArrayList<>();
            for (String text : given) {
                for (String name : text.split(",")) {
                    if (!name.isBlank()) {
                        names.add(name.strip());
                    }
                }
            }
            return names;
        }
    }
}
