package io.github.seeingdigits.analysis.manifold;

import java.util.Arrays;

/**
 * A map of a cloud on the plane in which neighbours stay neighbours: t-distributed stochastic neighbour embedding (van der Maaten
 * and Hinton 2008, "Visualizing data using t-SNE"), with the exact gradient over all pairs, for up to a few thousand points.
 *
 * <p>Sizes of groups and distances between them mean little in such a map. It starts from the first two principal components,
 * made small, instead of from noise: that keeps more of the large shape, and needs no random numbers (Kobak and Berens 2019,
 * "The art of using t-SNE for single-cell transcriptomics").
 */
public final class Tsne {
    /** All p are this many times as large in the first steps, so that groups form early and can still pass one another. */
    private static final double EXAGGERATION = 12;

    private static final int EXAGGERATED_STEPS = 100;
    private static final double RATE = 200;
    private static final double START = 1e-4;
    private static final double LEAST_GAIN = 0.01;

    private final double[][] p;
    private final double[][] position;
    private final double[][] velocity;
    private final double[][] gain;
    private int steps;

    /**
     * Prepares a map.
     *
     * @param points n rows; up to 100 principal components of them serve as well as all pixels, and are faster
     * @param perplexity about how many neighbours each point should mind, above 1 and below n−1; 30 is usual
     * @throws IllegalArgumentException if the perplexity cannot be had
     */
    public Tsne(float[][] points, double perplexity) {
        this(affinities(squaredDistances(points), perplexity), start(points));
    }

    /** A map with the given joint affinities, at the given positions, {@code position[axis][point]}. */
    Tsne(double[][] p, double[][] position) {
        this.p = p;
        this.position = position;
        this.velocity = new double[2][p.length];
        this.gain = new double[2][p.length];
        for (double[] row : gain) {
            Arrays.fill(row, 1);
        }
    }

    /** The first two components, the first with a standard deviation of 10⁻⁴. */
    private static double[][] start(float[][] points) {
        Pca pca = Pca.of(points);
        float[][] projected = pca.project(points, 2);
        double scale = START / Math.sqrt(pca.spectrum()[0]);
        double[][] position = new double[2][points.length];
        for (int i = 0; i < points.length; i++) {
            position[0][i] = projected[i][0] * scale;
            position[1][i] = projected[i][1] * scale;
        }
        return position;
    }

    private static double[][] squaredDistances(float[][] points) {
        double[][] squared = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                double distance = Neighbours.distance(points[i], points[j]);
                squared[i][j] = distance * distance;
                squared[j][i] = squared[i][j];
            }
        }
        return squared;
    }

    /** p_ij = (p_j|i + p_i|j) / 2n: symmetric, zero on the diagonal, sum 1. Works in the rows of {@code squared}. */
    static double[][] affinities(double[][] squared, double perplexity) {
        int n = squared.length;
        if (!(perplexity > 1 && perplexity < n - 1)) {
            throw new IllegalArgumentException("among " + n + " points, perplexity must be above 1 and below " + (n - 1)
                    + "; 5 to 50 is usual, with at least three times as many points");
        }
        for (int i = 0; i < n; i++) {
            squared[i] = conditional(squared[i], i, perplexity);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double joint = (squared[i][j] + squared[j][i]) / (2.0 * n);
                squared[i][j] = joint;
                squared[j][i] = joint;
            }
        }
        return squared;
    }

    /**
     * p_j|i = exp(−β·d²_ij) / Σ_k≠i exp(−β·d²_ik), with β found by bisection so that the entropy of the row is ln perplexity.
     *
     * @param squared distances from point {@code i}
     */
    static double[] conditional(double[] squared, int i, double perplexity) {
        double nearest = Double.POSITIVE_INFINITY;
        double mean = 0;
        for (int j = 0; j < squared.length; j++) {
            if (j != i) {
                nearest = Math.min(nearest, squared[j]);
                mean += squared[j] / (squared.length - 1);
            }
        }
        double[] row = new double[squared.length];
        double target = StrictMath.log(perplexity);
        // Measured from the nearest, in units of the mean, so that nothing underflows and the first guess is near.
        double unit = mean > nearest ? mean - nearest : 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double beta = 1;
        for (int turn = 0; turn < 100; turn++) {
            double sum = 0;
            double weighted = 0;
            for (int j = 0; j < row.length; j++) {
                if (j != i) {
                    double excess = (squared[j] - nearest) / unit;
                    row[j] = StrictMath.exp(-beta * excess);
                    sum += row[j];
                    weighted += row[j] * excess;
                }
            }
            for (int j = 0; j < row.length; j++) {
                row[j] /= sum;
            }
            double entropy = StrictMath.log(sum) + beta * weighted / sum;
            if (Math.abs(entropy - target) < 1e-7) {
                break;
            }
            if (entropy > target) {
                low = beta;
                beta = high == Double.POSITIVE_INFINITY ? 2 * beta : (low + high) / 2;
            } else {
                high = beta;
                beta = (low + high) / 2;
            }
        }
        return row;
    }

    /** Goes on by some steps. The authors take 1,000; the map changes little after 500. */
    public void run(int count) {
        for (int s = 0; s < count; s++) {
            step();
        }
    }

    /** One step of gradient descent with momentum and a gain for each coordinate (Jacobs 1988). */
    private void step() {
        double[][] gradient = gradient(steps < EXAGGERATED_STEPS ? EXAGGERATION : 1);
        double momentum = steps < 250 ? 0.5 : 0.8;
        for (int axis = 0; axis < 2; axis++) {
            double mean = 0;
            for (int i = 0; i < p.length; i++) {
                double slope = gradient[axis][i];
                // Grows while the coordinate keeps moving downhill, shrinks when it has gone past the bottom.
                boolean past = slope > 0 == velocity[axis][i] > 0;
                gain[axis][i] = Math.max(LEAST_GAIN, past ? 0.8 * gain[axis][i] : gain[axis][i] + 0.2);
                velocity[axis][i] = momentum * velocity[axis][i] - RATE * gain[axis][i] * slope;
                position[axis][i] += velocity[axis][i];
                mean += position[axis][i] / p.length;
            }
            for (int i = 0; i < p.length; i++) {
                position[axis][i] -= mean;
            }
        }
        steps++;
    }

    /**
     * ∂C/∂y_i = 4·Σ_j (p_ij − q_ij)(y_i − y_j)/(1 + |y_i − y_j|²), where q_ij is 1/(1 + |y_i − y_j|²) over its sum: pull and
     * push are summed apart in one pass, as the sum is known only at the end.
     *
     * @param exaggeration factor on p
     * @return {@code [axis][point]}
     */
    double[][] gradient(double exaggeration) {
        int n = p.length;
        double[] x = position[0];
        double[] y = position[1];
        double[] pullX = new double[n];
        double[] pullY = new double[n];
        double[] pushX = new double[n];
        double[] pushY = new double[n];
        double sum = 0;
        for (int i = 1; i < n; i++) {
            double[] row = p[i];
            double ownPullX = 0;
            double ownPullY = 0;
            double ownPushX = 0;
            double ownPushY = 0;
            for (int j = 0; j < i; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double near = 1 / (1 + dx * dx + dy * dy);
                sum += near;
                double pull = row[j] * near;
                double push = near * near;
                ownPullX += pull * dx;
                ownPullY += pull * dy;
                ownPushX += push * dx;
                ownPushY += push * dy;
                pullX[j] -= pull * dx;
                pullY[j] -= pull * dy;
                pushX[j] -= push * dx;
                pushY[j] -= push * dy;
            }
            pullX[i] += ownPullX;
            pullY[i] += ownPullY;
            pushX[i] += ownPushX;
            pushY[i] += ownPushY;
        }
        for (int i = 0; i < n; i++) {
            // Each pair was met once, and counts twice in the sum.
            pullX[i] = 4 * (exaggeration * pullX[i] - pushX[i] / (2 * sum));
            pullY[i] = 4 * (exaggeration * pullY[i] - pushY[i] / (2 * sum));
        }
        return new double[][] {pullX, pullY};
    }

    /** What the map lowers: C = Σ p·ln(p/q) over ordered pairs, in nats. 0 if all neighbourhoods are kept. */
    public double divergence() {
        int n = p.length;
        double sum = 0;
        double cost = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double dx = position[0][i] - position[0][j];
                double dy = position[1][i] - position[1][j];
                double spread = 1 + dx * dx + dy * dy;
                sum += 2 / spread;
                if (p[i][j] > 0) {
                    cost += 2 * p[i][j] * StrictMath.log(p[i][j] * spread);
                }
            }
        }
        return cost + StrictMath.log(sum);
    }

    /** Where the points are now: n rows of two. */
    public float[][] map() {
        float[][] map = new float[p.length][2];
        for (int i = 0; i < p.length; i++) {
            map[i][0] = (float) position[0][i];
            map[i][1] = (float) position[1][i];
        }
        return map;
    }
}
