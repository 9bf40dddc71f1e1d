package siyu.chart;

/**
 * From figures to pixels, with round marks; finite figures only.
 *
 * @param low the figure of the first mark
 * @param step from mark to mark
 * @param marks how many there are besides the first
 */
record Scale(double low, double step, int marks, double from, double to) {
    /** @param zero whether zero must be on it, as it must where lengths are compared */
    static Scale of(double least, double most, boolean zero, double from, double to) {
        double low = zero ? Math.min(0, least) : least;
        double high = zero ? Math.max(0, most) : most;
        if (!(high > low)) {
            high = low + (low == 0 ? 1 : Math.abs(low) / 10);
        }
        double rough = (high - low) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        double step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
        double first = Math.floor(low / step) * step;
        int marks = (int) Math.ceil((high - first) / step - 1e-9);
        return new Scale(first, step, Math.max(1, marks), from, to);
    }

    double at(double value) {
        return from + (to - from) * (value - low) / (step * marks);
    }

    double mark(int index) {
        return low + step * index;
    }
}
