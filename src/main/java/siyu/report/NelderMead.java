package siyu.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The least value of a function without derivatives: the simplex of Nelder and Mead (1965), begun anew around the best point until
 * that brings nothing more. Deterministic.
 */
final class NelderMead {
    private static final int STEPS = 2_000;
    private static final int BEGINNINGS = 6;
    private static final double PRECISE = 1e-10;

    private NelderMead() {}

    /** A point where no better one was found nearby; where the function is NaN or infinite is no place to go. */
    static double[] minimum(ToDoubleFunction<double[]> function, double[] start) {
        double[] best = start.clone();
        double value = value(function, best);
        for (int i = 0; i < BEGINNINGS; i++) {
            double[] found = descend(function, best);
            double now = value(function, found);
            boolean better = now < value - PRECISE * (Math.abs(value) + 1);
            if (now < value) {
                best = found;
                value = now;
            }
            if (!better) {
                break;
            }
        }
        return best;
    }

    private static double value(ToDoubleFunction<double[]> function, double[] point) {
        double value = function.applyAsDouble(point);
        return Double.isFinite(value) ? value : Double.MAX_VALUE;
    }

    private record Vertex(double[] point, double value) {}

    private static double[] descend(ToDoubleFunction<double[]> function, double[] start) {
        int n = start.length;
        Vertex[] simplex = new Vertex[n + 1];
        for (int i = 0; i <= n; i++) {
            double[] point = start.clone();
            if (i < n) {
                point[i] += 0.5;
            }
            simplex[i] = new Vertex(point, value(function, point));
        }
        Comparator<Vertex> order = Comparator.comparingDouble(Vertex::value);
        for (int step = 0; step < STEPS; step++) {
            Arrays.sort(simplex, order);
            double spread = simplex[n].value - simplex[0].value;
            if (spread <= 1e-14 * (Math.abs(simplex[0].value) + 1e-14)) {
                break;
            }
            double[] middle = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    middle[j] += simplex[i].point[j] / n;
                }
            }
            Vertex reflected = along(function, middle, simplex[n].point, -1);
            if (reflected.value < simplex[0].value) {
                Vertex expanded = along(function, middle, simplex[n].point, -2);
                simplex[n] = expanded.value < reflected.value ? expanded : reflected;
            } else if (reflected.value < simplex[n - 1].value) {
                simplex[n] = reflected;
            } else {
                boolean outside = reflected.value < simplex[n].value;
                Vertex contracted = along(function, middle, simplex[n].point, outside ? -0.5 : 0.5);
                if (contracted.value < Math.min(reflected.value, simplex[n].value)) {
                    simplex[n] = contracted;
                } else {
                    for (int i = 1; i <= n; i++) {
                        simplex[i] = along(function, simplex[0].point, simplex[i].point, 0.5);
                    }
                }
            }
        }
        Arrays.sort(simplex, order);
        return simplex[0].point;
    }

    /** The point at {@code part} of the way from one point to another. */
    private static Vertex along(ToDoubleFunction<double[]> function, double[] from, double[] to, double part) {
        double[] point = new double[from.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = from[i] + part * (to[i] - from[i]);
        }
        return new Vertex(point, value(function, point));
    }
}
