package io.github.seeingdigits.analysis.manifold;

import io.github.seeingdigits.network.SeededRandom;
import java.util.Arrays;

/**
 * Tells a blob from a manifold from a blob with tentacles: a cloud is measured beside its control, a normally distributed cloud
 * of as many points with the same covariance spectrum, which is a blob whatever it is stretched to. What the two share (the bias
 * of the estimators, the emptiness of many dimensions, the stretch) cancels.
 *
 * <p>The measures and their thresholds are our own, chosen on {@link Synthetic} clouds of known shape; the tests say which. Where
 * they are known to fail:
 *
 * <ul>
 *   <li>Arms hardly longer than the blob's own outskirts (tips within twice its radius) and 0.4 of its standard deviation thick
 *       count as part of the blob.
 *   <li>Arms so thick that hold two fifths of all points stretch the covariance, so that the control has thin ends as well; they
 *       count as blob too.
 *   <li>Below ten dimensions the ways from arm to arm cut corners: a blob with arms in 5 is as often taken for a manifold.
 *   <li>A cube or ball filled evenly up to a sharp edge counts as a manifold, because its density is even.
 *   <li>Several blobs apart count as one: look at the components of their {@link NeighbourGraph}.
 *   <li>Noise wider than the distance between neighbours hides a thin sheet from every measure that looks at neighbours only.
 * </ul>
 */
public final class BlobsAndTentacles {
    /** Neighbours for local dimension and density: the error of a local dimension is about a fifth of it. */
    private static final int NEAR = 20;

    private static final int LEAST = 10;
    private static final int JOINED = 10;
    private static final int TIPS = 8;
    private static final int FEWEST = 200;
    private static final int MEDIAN_TURNS = 30;

    /** Thinner tips than this, against the middle and against the control's, are tentacles; 25 % is beyond noise from 1,500 points. */
    private static final double THIN = 1.25;
    /** Ways between tips that come closer to the middle than this part of all points pass through it. */
    private static final double THROUGH = 0.35;

    private static final double FULL = 0.8;
    private static final double PEAKED = 0.7;

    private BlobsAndTentacles() {}

    /** What a cloud looks most like. */
    public enum Verdict {
        /** It fills the directions in which it varies, and thins out evenly from a dense middle. */
        BLOB,
        /** It is thinner than a blob of its covariance, or as dense at its edges as in its middle. */
        MANIFOLD,
        /** Its far parts are thinner than its middle, and the ways between them lead through the middle. */
        TENTACLES
    }

    /**
     * Four numbers about one cloud. The middle is the spatial median, the point with the least sum of distances to all (found by
     * Weiszfeld's method, 1937), which arms do not pull as they pull the mean; depth is the distance from it.
     *
     * @param dimension intrinsic, by {@link IntrinsicDimension#maximumLikelihood} with k = 10 to 20
     * @param densitySpread standard deviation, over the points, of the logarithm of the density, −dimension·ln(distance to the 20th
     *     neighbour): near 0 if the cloud is even, √(d/2) for a normally distributed one in few dimensions
     * @param taper local dimension of the half of the points that is nearest to the middle over that of the farthest tenth, each
     *     one over the mean of {@link IntrinsicDimension#inverseAt} with k = 20
     * @param passage of 8 tips, each as far as can be along the graph of 10 neighbours from the innermost point and the tips before
     *     it, all pairs are joined by their shortest ways; how close those come to the middle, as the part of all points that is
     *     even closer, on average: 0 if all ways lead through the very middle
     */
    public record Profile(double dimension, double densitySpread, double taper, double passage) {}

    /** A cloud beside its control. */
    public record Comparison(Profile cloud, Profile control) {
        /** The part of the control's dimensions that the cloud fills: 1 for a blob, less for a thin or bent sheet. */
        public double fullness() {
            return cloud.dimension / control.dimension;
        }

        /** The spread of log density against the control's: 1 for a blob, near 0 for an even manifold. */
        public double contrast() {
            return cloud.densitySpread / control.densitySpread;
        }

        /** How much thinner the far parts are than the control's: 1 for blobs and for manifolds of one dimension throughout. */
        public double taper() {
            return cloud.taper / control.taper;
        }

        /**
         * TENTACLES if the far parts are at least 1.25 times as thin as the middle, and as those of the control, and passage is
         * below 0.35; else MANIFOLD if fullness is below 0.8 or contrast below 0.7; else BLOB.
         */
        public Verdict verdict() {
            if (cloud.taper >= THIN && taper() >= THIN && cloud.passage < THROUGH) {
                return Verdict.TENTACLES;
            }
            return fullness() < FULL || contrast() < PEAKED ? Verdict.MANIFOLD : Verdict.BLOB;
        }
    }

    /**
     * Measures a cloud and its control.
     *
     * @param points n rows of d numbers, n at least 200; from 1,500 on the verdict is to be relied on
     * @param random draws the control
     */
    public static Comparison compare(float[][] points, SeededRandom random) {
        Profile cloud = profile(points);
        float[][] control = Synthetic.gaussian(points.length, Pca.of(points).spectrum(), random);
        return new Comparison(cloud, profile(control));
    }

    /**
     * Measures one cloud.
     *
     * @throws IllegalArgumentException if there are fewer than 200 points
     */
    public static Profile profile(float[][] points) {
        int n = points.length;
        if (n < FEWEST) {
            throw new IllegalArgumentException("a cloud's shape needs at least " + FEWEST + " points, got " + n);
        }
        Neighbours neighbours = Neighbours.of(points, NEAR);
        double dimension =
                IntrinsicDimension.maximumLikelihood(neighbours, LEAST, NEAR).dimension();
        int[] outwards = outwards(points);
        return new Profile(
                dimension,
                dimension * spreadOfLogDistance(neighbours),
                localDimension(neighbours, outwards, 0, n / 2) / localDimension(neighbours, outwards, n - n / 10, n),
                passage(NeighbourGraph.of(neighbours, JOINED), outwards));
    }

    /** All points in the order of their depth. */
    private static int[] outwards(float[][] points) {
        int n = points.length;
        float[] median = spatialMedian(points);
        double[] depth = new double[n];
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            depth[i] = Neighbours.distance(points[i], median);
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(depth[a], depth[b]));
        int[] outwards = new int[n];
        for (int i = 0; i < n; i++) {
            outwards[i] = order[i];
        }
        return outwards;
    }

    /** Means over and over, each point weighing one over its distance from the last mean. */
    static float[] spatialMedian(float[][] points) {
        int d = points[0].length;
        float[] median = new float[d];
        for (int turn = 0; turn <= MEDIAN_TURNS; turn++) {
            double[] sum = new double[d];
            double weights = 0;
            for (float[] point : points) {
                // The first turn gives the mean. A point that the median sits on must not weigh infinitely much.
                double weight = turn == 0 ? 1 : 1 / Math.max(1e-9, Neighbours.distance(point, median));
                weights += weight;
                for (int j = 0; j < d; j++) {
                    sum[j] += weight * point[j];
                }
            }
            for (int j = 0; j < d; j++) {
                median[j] = (float) (sum[j] / weights);
            }
        }
        return median;
    }

    private static double spreadOfLogDistance(Neighbours neighbours) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (double[] distance : neighbours.distance()) {
            if (distance[NEAR - 1] > 0) {
                double log = StrictMath.log(distance[NEAR - 1]);
                sum += log;
                squares += log * log;
                count++;
            }
        }
        double mean = sum / count;
        return Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    private static double localDimension(Neighbours neighbours, int[] outwards, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            double inverse = IntrinsicDimension.inverseAt(neighbours.distance()[outwards[i]], NEAR);
            if (inverse >= 0) {
                sum += inverse;
                count++;
            }
        }
        return count / sum;
    }

    private static double passage(NeighbourGraph graph, int[] outwards) {
        int n = outwards.length;
        double[] rank = new double[n];
        for (int i = 0; i < n; i++) {
            rank[outwards[i]] = (double) i / n;
        }
        // Points in other components are infinitely far and cannot be tips.
        double[] away = graph.shortestFrom(outwards[0]).distance().clone();
        int[] tips = new int[TIPS];
        double sum = 0;
        for (int t = 0; t < TIPS; t++) {
            tips[t] = farthest(away);
            NeighbourGraph.Ways ways = graph.shortestFrom(tips[t]);
            for (int other = 0; other < t; other++) {
                double innermost = 1;
                for (int node : graph.way(ways, tips[t], tips[other]).nodes()) {
                    innermost = Math.min(innermost, rank[node]);
                }
                sum += innermost;
            }
            for (int i = 0; i < n; i++) {
                away[i] = Math.min(away[i], ways.distance()[i]);
            }
        }
        return sum / (TIPS * (TIPS - 1) / 2);
    }

    /** The first point of the largest finite distance. */
    private static int farthest(double[] distance) {
        int farthest = -1;
        for (int i = 0; i < distance.length; i++) {
            if (distance[i] < Double.POSITIVE_INFINITY && (farthest < 0 || distance[i] > distance[farthest])) {
                farthest = i;
            }
        }
        return farthest;
    }
}
