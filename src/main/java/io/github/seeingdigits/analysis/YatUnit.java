package io.github.seeingdigits.analysis;

import io.github.seeingdigits.network.Yat;

/**
 * One ⵟ unit as a function of its input: f(x) = α·(w·x + b)² / (‖w − x‖² + ε), with α and ε above zero. Short: W = ‖w‖², and
 * S = W + b, the weighted sum at x = w.
 *
 * <p><b>Where it is largest.</b> Write x = (1 + u)·w + v with v at right angles to w. Then w·x + b = S + W·u, which v does not
 * change, and ‖w − x‖² = W·u² + ‖v‖²; so v = 0 is best. What is left is a quotient of a square and a sum of two squares, and
 * by Cauchy and Schwarz
 *
 * <p>(S + W·u)² = (S/√ε · √ε + √W · √W·u)² ≤ (S²/ε + W)·(ε + W·u²),
 *
 * <p>with equality only for (√ε, √W·u) parallel to (S/√ε, √W), that is for u = ε/S. So the maximum is α·(S²/ε + W), taken at
 * x = (1 + ε/S)·w and nowhere else. Without a bias that is α·W·(W + ε)/ε, at (1 + ε/W)·w. For S = 0 the bound αW is approached
 * far away on the line through w and never reached. The minimum 0 is taken on the whole hyperplane w·x = −b.
 *
 * <p><b>Far away.</b> Along a ray x = t·d with ‖d‖ = 1, numerator and denominator both grow like t², and f tends to α·(w·d)²:
 * at most αW, on the line through w, and 0 only at right angles to it.
 *
 * <p><b>Level sets.</b> f(x) = t means t·‖x − w‖² − α·(w·x + b)² + t·ε = 0, a quadric whose matrix t·I − α·w·wᵀ has the
 * eigenvalue t at right angles to w, and t − αW along it. Only levels above αW are closed surfaces (ellipsoids of revolution
 * around the line through w); αW itself is a paraboloid, and every level below it goes to infinity.
 *
 * <p><b>Inverted inputs.</b> f(−x) = α·(b − w·x)² / (‖w + x‖² + ε), which is what −w gives for x, whatever the bias. Divided
 * by f(x) it is {@link #inversionRatio}.
 *
 * <p>The formula is Bouhsine's (2024, arXiv:2411.08085).
 */
public final class YatUnit {
    private final float[] weight;
    private final double bias;
    private final double alpha;
    private final double epsilon;
    /** W. */
    private final double square;

    /** A unit with these numbers; {@code alpha} and {@code epsilon} above zero. */
    public YatUnit(float[] weight, double bias, double alpha, double epsilon) {
        if (!(alpha > 0 && epsilon > 0)) {
            // Without the numbers: printing a double would make the page's script many kilobytes larger.
            throw new IllegalArgumentException("alpha and epsilon of a ⵟ unit must both be > 0");
        }
        this.weight = weight.clone();
        this.bias = bias;
        this.alpha = alpha;
        this.epsilon = epsilon;
        this.square = Vectors.dot(weight, weight);
    }

    /** Unit {@code j} of a layer. */
    public static YatUnit of(Yat layer, int j) {
        float[] weight = new float[layer.inputs()];
        for (int k = 0; k < weight.length; k++) {
            weight[k] = layer.weight().value.row[k][j];
        }
        return new YatUnit(weight, layer.bias(j), layer.alpha(), layer.epsilon());
    }

    /** f(x). */
    public double response(float[] x) {
        double sum = Vectors.dot(weight, x) + bias;
        return alpha * sum * sum / (squaredDistance(x, 1) + epsilon);
    }

    /** ‖w − sign·x‖². */
    private double squaredDistance(float[] x, int sign) {
        double distance = 0;
        for (int k = 0; k < x.length; k++) {
            double difference = (double) weight[k] - sign * x[k];
            distance += difference * difference;
        }
        return distance;
    }

    /** The largest response there is, α·(S²/ε + W). */
    public double maximum() {
        double sum = square + bias;
        return alpha * (sum * sum / epsilon + square);
    }

    /** The c for which c·w has the {@link #maximum}, 1 + ε/S; infinite if S = 0, where nothing has it. */
    public double maximiserScale() {
        return 1 + epsilon / (square + bias);
    }

    /** What f tends to along the ray in {@code direction}, which is not zero: α·cos²·W. */
    public double limit(float[] direction) {
        double cosine = Vectors.cosine(weight, direction);
        return alpha * cosine * cosine * square;
    }

    /** αW: the largest {@link #limit}, and the level above which responses come from a bounded region only. */
    public double largestLimit() {
        return alpha * square;
    }

    /**
     * Half the length of the region in which f is at least {@code level}, along w, and its radius at right angles to w. With
     * r² = αS²/(t − αW) − ε they are √(t/(t − αW))·r and r.
     *
     * @param level t, above {@link #largestLimit} and at most {@link #maximum}
     * @throws IllegalArgumentException if the region is unbounded or empty
     */
    public double[] semiAxes(double level) {
        double above = level - largestLimit();
        if (!(above > 0 && level <= maximum())) {
            throw new IllegalArgumentException(
                    "level must be above " + largestLimit() + " and at most " + maximum() + ", got " + level);
        }
        double sum = square + bias;
        double radius = Math.sqrt(Math.max(0, alpha * sum * sum / above - epsilon));
        return new double[] {Math.sqrt(level / above) * radius, radius};
    }

    /**
     * f(−x)/f(x) = ((w·x − b)/(w·x + b))² · (‖w − x‖² + ε)/(‖w + x‖² + ε).
     *
     * <p>Without a bias only the distances are left, and it is (1 − q)/(1 + q) with q = 2w·x/(W + ‖x‖² + ε): 1 where x is at
     * right angles to w, or much shorter or longer; near 0 where x is near w; the inverse of that near −w. As 2‖w‖‖x‖ is at
     * most W + ‖x‖², |q| is below |cos(w, x)|, so the ratio lies between (1 − |cos|)/(1 + |cos|) and its inverse. Where f(x) = 0 it is
     * infinite, or not a number if f(−x) = 0 too.
     */
    public double inversionRatio(float[] x) {
        double dot = Vectors.dot(weight, x);
        double sums = (dot - bias) / (dot + bias);
        return sums * sums * (squaredDistance(x, 1) + epsilon) / (squaredDistance(x, -1) + epsilon);
    }
}
