package io.github.seeingdigits.analysis.manifold;

import io.github.seeingdigits.network.SeededRandom;
import java.util.Arrays;

/**
 * How many numbers it takes to say where on its manifold a point is, estimated from distances to near neighbours.
 *
 * <p>Both estimators assume that points are spread evenly over the reach of the neighbours used. In ten and more dimensions a
 * few thousand points are too few for that and both read low; bends tighter than that reach, and noise wider than the distance
 * between neighbours, make them read high. So compare with {@link Synthetic} clouds of known dimension and of the same size, and
 * with a Gaussian of the same covariance, before believing a number.
 */
public final class IntrinsicDimension {
    /** Of TwoNN's ratios, the largest tenth is left out, as its authors advise: these are the farthest from even density. */
    private static final double LEFT_OUT = 0.1;

    private static final int RESAMPLES = 200;

    /**
     * An estimate.
     *
     * @param dimension how many numbers a point takes
     * @param standardError of {@code dimension}, as if what each point says were independent of what the others say, though
     *     neighbours share neighbours: right to within a factor of two, and it knows nothing of the bias
     */
    public record Estimate(double dimension, double standardError) {}

    private IntrinsicDimension() {}

    /**
     * TwoNN: with μ the ratio of the distances to the second and the first neighbour, −ln(1−F(μ)) = d·ln μ; d is the slope of
     * the line through the origin that fits the sorted ratios best (Facco, d'Errico, Rodriguez and Laio 2017, "Estimating the
     * intrinsic dimension of datasets by a minimal neighborhood information"). The standard error is that of 200 bootstrap
     * resamples of the ratios. Points with a copy among the others say nothing and are left out.
     *
     * @param neighbours at least two of each point
     * @param random draws the resamples
     * @throws IllegalArgumentException if there are fewer than two neighbours, or fewer than three ratios above 1
     */
    public static Estimate twoNearest(Neighbours neighbours, SeededRandom random) {
        requireNeighbours(neighbours, 2, "TwoNN");
        double[] logs = new double[neighbours.index().length];
        int count = 0;
        for (double[] distance : neighbours.distance()) {
            if (distance[0] > 0) {
                logs[count++] = StrictMath.log(distance[1] / distance[0]);
            }
        }
        logs = Arrays.copyOf(logs, count);
        double dimension = slope(logs.clone());
        if (count < 3 || !(dimension < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "TwoNN needs at least 3 points whose first two neighbours are at different"
                            + " distances, neither zero; of " + neighbours.index().length + " points, " + count
                            + " have no copy. Remove copies");
        }
        double[] resample = new double[count];
        double[] slopes = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            for (int i = 0; i < count; i++) {
                resample[i] = logs[random.nextInt(count)];
            }
            slopes[r] = slope(resample);
        }
        return new Estimate(dimension, deviation(slopes));
    }

    /** Σxy/Σx² for x = ln μ in order and y = −ln(1−F), F = rank/n, without the largest. Sorts {@code logs}. */
    private static double slope(double[] logs) {
        Arrays.sort(logs);
        int used = (int) (logs.length * (1 - LEFT_OUT));
        double products = 0;
        double squares = 0;
        for (int i = 0; i < used; i++) {
            double survival = 1 - (i + 1.0) / logs.length;
            products -= logs[i] * StrictMath.log(survival);
            squares += logs[i] * logs[i];
        }
        return products / squares;
    }

    /**
     * The inverse of a point's local dimension by maximum likelihood: 1/(k−1)·Σ_{j&lt;k} ln(T_k/T_j), T_j being the distance to
     * the j-th neighbour (Levina and Bickel 2004, "Maximum likelihood estimation of intrinsic dimension"). Inverses are what
     * may be averaged over points (MacKay and Ghahramani 2005, comments on that paper).
     *
     * @param distance to a point's neighbours, ascending
     * @param k how many of them to use, at least 2
     * @return 0 if all k are equally far, NaN if a copy of the point is among them
     */
    public static double inverseAt(double[] distance, int k) {
        if (distance[0] == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int j = 0; j < k - 1; j++) {
            sum += StrictMath.log(distance[k - 1] / distance[j]);
        }
        return sum / (k - 1);
    }

    /**
     * Maximum likelihood over all points: one over the mean of {@link #inverseAt}, averaged over k from {@code least} to
     * {@code most} as Levina and Bickel do. The standard error is asymptotic: that of a mean, carried through the inverse.
     * Points with a copy among their neighbours are left out.
     *
     * @param neighbours at least {@code most} of each point
     * @param least at least 2; 10 or more keeps noise down
     * @param most 20 or so: farther neighbours see the manifold's bends and the density's slopes
     * @throws IllegalArgumentException if there are too few neighbours, or none at different distances
     */
    public static Estimate maximumLikelihood(Neighbours neighbours, int least, int most) {
        if (least < 2 || most < least) {
            throw new IllegalArgumentException("k must run from at least 2 upwards, got " + least + " to " + most);
        }
        requireNeighbours(neighbours, most, "maximum likelihood up to k = " + most);
        int n = neighbours.index().length;
        double[] influence = new double[n];
        double dimension = 0;
        int used = 0;
        for (int k = least; k <= most; k++) {
            double[] inverse = new double[n];
            double mean = 0;
            used = 0;
            for (int i = 0; i < n; i++) {
                inverse[i] = inverseAt(neighbours.distance()[i], k);
                if (inverse[i] >= 0) {
                    mean += inverse[i];
                    used++;
                }
            }
            if (used < 2 || mean == 0) {
                throw new IllegalArgumentException(
                        "no dimension can be told from points that are all copies of one another,"
                                + " or all equally far; " + used + " of " + n + " have no copy");
            }
            mean /= used;
            dimension += 1 / mean / (most - least + 1);
            for (int i = 0; i < n; i++) {
                influence[i] += inverse[i] >= 0 ? (mean - inverse[i]) / (mean * mean) / (most - least + 1) : 0;
            }
        }
        double squares = 0;
        for (double value : influence) {
            squares += value * value;
        }
        return new Estimate(dimension, Math.sqrt(squares / (used - 1.0) / used));
    }

    private static void requireNeighbours(Neighbours neighbours, int k, String estimator) {
        if (neighbours.k() < k) {
            throw new IllegalArgumentException(estimator + " needs " + k + " neighbours of each point, got "
                    + neighbours.k() + "; search for more");
        }
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
