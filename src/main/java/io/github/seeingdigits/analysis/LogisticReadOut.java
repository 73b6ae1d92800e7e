package io.github.seeingdigits.analysis;

/**
 * The best that one straight cut can do with a layer's outputs: logistic regression between two classes (Cox 1958, <i>The
 * regression analysis of binary sequences</i>), by Newton's method (Bishop 2006, <i>Pattern Recognition and Machine
 * Learning</i>, §4.3.3).
 *
 * <p>Outputs are standardised to mean 0 and standard deviation 1; one that does not vary is ignored. Minimised is the mean of
 * ln(1 + e^{−s·z}), s = ±1 for the two classes and z = b + Σₖ wₖ·xₖ, plus 10⁻⁶·‖w‖²/2. Without that small penalty the weights of
 * classes that a straight cut separates would grow without end.
 */
public final class LogisticReadOut {
    private static final double PENALTY = 1e-6;
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    /** A step that gains less, in nats, is the last. */
    private static final double ENOUGH = 1e-9;

    private static final double TINY = 1e-12;

    private final double[] mean;
    private final double[] deviation;
    /** The bias comes last. */
    private double[] w;

    /**
     * Fits a cut.
     *
     * @param x examples × outputs, at least one
     * @param labels the class of each, 0 or 1
     */
    public LogisticReadOut(float[][] x, int[] labels) {
        int d = x[0].length;
        mean = new double[d];
        deviation = new double[d];
        for (int k = 0; k < d; k++) {
            for (float[] row : x) {
                mean[k] += row[k] / (double) x.length;
            }
            double variance = 0;
            for (float[] row : x) {
                variance += (row[k] - mean[k]) * (row[k] - mean[k]) / x.length;
            }
            deviation[k] = Math.sqrt(variance);
        }
        w = new double[d + 1];
        double loss = loss(w, x, labels);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = newton(x, labels);
            double scale = 1;
            double[] next = moved(direction, scale);
            double nextLoss = loss(next, x, labels);
            for (int i = 0; i < MOST_HALVINGS && nextLoss > loss; i++) {
                scale /= 2;
                next = moved(direction, scale);
                nextLoss = loss(next, x, labels);
            }
            if (nextLoss > loss) {
                break;
            }
            double gain = loss - nextLoss;
            w = next;
            loss = nextLoss;
            if (gain < ENOUGH) {
                break;
            }
        }
    }

    private double[] moved(double[] direction, double scale) {
        double[] moved = new double[w.length];
        for (int k = 0; k < w.length; k++) {
            moved[k] = w[k] - scale * direction[k];
        }
        return moved;
    }

    /** Output {@code k} of an example, standardised; the last one is the bias's constant 1. */
    private double feature(float[] x, int k) {
        if (k == mean.length) {
            return 1;
        }
        return deviation[k] == 0 ? 0 : (x[k] - mean[k]) / deviation[k];
    }

    private double score(double[] weights, float[] x) {
        double z = 0;
        for (int k = 0; k < weights.length; k++) {
            z += weights[k] * feature(x, k);
        }
        return z;
    }

    private double loss(double[] weights, float[][] x, int[] labels) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double z = score(weights, x[i]);
            double against = labels[i] == 1 ? -z : z;
            loss += Math.max(0, against) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
        }
        loss /= x.length;
        for (int k = 0; k < mean.length; k++) {
            loss += PENALTY / 2 * weights[k] * weights[k];
        }
        return loss;
    }

    /** The inverse Hessian times the gradient. */
    private double[] newton(float[][] x, int[] labels) {
        int size = w.length;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        for (int k = 0; k < mean.length; k++) {
            gradient[k] = PENALTY * w[k];
            hessian[k][k] = PENALTY;
        }
        // Where every example is certain the bias's curvature vanishes in double precision.
        hessian[size - 1][size - 1] = TINY;
        for (int i = 0; i < x.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-score(w, x[i])));
            for (int k = 0; k < size; k++) {
                double feature = feature(x[i], k);
                gradient[k] += (p - labels[i]) * feature / x.length;
                for (int j = 0; j <= k; j++) {
                    hessian[k][j] += p * (1 - p) * feature * feature(x[i], j) / x.length;
                }
            }
        }
        return solve(hessian, gradient);
    }

    /** Solves for a symmetric positive definite matrix, of which the lower triangle is given, by Cholesky's method. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int k = 0; k < size; k++) {
            for (int j = 0; j <= k; j++) {
                double sum = matrix[k][j];
                for (int i = 0; i < j; i++) {
                    sum -= matrix[k][i] * matrix[j][i];
                }
                matrix[k][j] = k == j ? Math.sqrt(Math.max(sum, TINY * TINY)) : sum / matrix[j][j];
            }
        }
        double[] x = right.clone();
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < k; i++) {
                x[k] -= matrix[k][i] * x[i];
            }
            x[k] /= matrix[k][k];
        }
        for (int k = size - 1; k >= 0; k--) {
            for (int i = k + 1; i < size; i++) {
                x[k] -= matrix[i][k] * x[i];
            }
            x[k] /= matrix[k][k];
        }
        return x;
    }

    /** The logarithm of the odds for class 1 of one example. */
    public double score(float[] x) {
        return score(w, x);
    }

    /** The class of one example, 0 or 1. */
    public int read(float[] x) {
        return score(x) > 0 ? 1 : 0;
    }

    /** The part of the examples that is read wrongly, 0 to 1. */
    public double error(float[][] x, int[] labels) {
        int wrong = 0;
        for (int i = 0; i < x.length; i++) {
            wrong += read(x[i]) == labels[i] ? 0 : 1;
        }
        return (double) wrong / x.length;
    }
}
