package siyu.chart;

import java.util.Arrays;

/**
 * Figures of one name.
 *
 * @param values in order; NaN for what is not known
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a picture takes them as they are.
public record Series(String name, double[] values) {
    double least() {
        return Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    }

    double most() {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    }
}
