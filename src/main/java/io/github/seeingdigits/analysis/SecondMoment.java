package io.github.seeingdigits.analysis;

/**
 * How far one direction can be parallel to many vectors at once. Their second-moment matrix, each vector scaled to length
 * one, is M = mean of x·xᵀ/‖x‖²; then wᵀMw/‖w‖² is the mean of cos²(w, x), so no direction does better than the eigenvector
 * of M's largest eigenvalue, and that eigenvalue is the best there is (Rayleigh's quotient).
 */
public final class SecondMoment {
    private static final int MOST_STEPS = 10_000;
    /** The power method stops when no coordinate of the unit vector moves more than this in a step. */
    private static final double STILL = 1e-10;

    private final double[][] sum;
    private int count;

    /** Of nothing yet. */
    public SecondMoment(int dimensions) {
        sum = new double[dimensions][dimensions];
    }

    /** Adds a vector; one of length zero has no direction and is left out. */
    public void add(float[] x) {
        double square = Vectors.dot(x, x);
        if (square == 0) {
            return;
        }
        int[] inked = new int[x.length];
        int n = 0;
        for (int k = 0; k < x.length; k++) {
            inked[n] = k;
            n += x[k] != 0 ? 1 : 0;
        }
        for (int i = 0; i < n; i++) {
            double[] row = sum[inked[i]];
            double xi = x[inked[i]] / square;
            for (int j = 0; j < n; j++) {
                row[inked[j]] += xi * x[inked[j]];
            }
        }
        count++;
    }

    /** Mean of cos²(w, x) over the vectors added, 0 to 1; 0 if there are none, or w is zero. */
    public double meanSquaredCosine(float[] w) {
        double square = Vectors.dot(w, w);
        if (square == 0 || count == 0) {
            return 0;
        }
        double form = 0;
        for (int i = 0; i < w.length; i++) {
            double row = 0;
            for (int j = 0; j < w.length; j++) {
                row += sum[i][j] * w[j];
            }
            form += w[i] * row;
        }
        return form / square / count;
    }

    /**
     * The direction for which {@link #meanSquaredCosine} is largest, as a unit vector whose elements sum to no less than 0:
     * the power method, started from the column with the largest diagonal element.
     *
     * @throws IllegalStateException if nothing was added
     */
    public float[] principal() {
        if (count == 0) {
            throw new IllegalStateException("no vectors were added, so there is no principal direction");
        }
        int start = 0;
        for (int k = 1; k < sum.length; k++) {
            start = sum[k][k] > sum[start][start] ? k : start;
        }
        double[] v = unit(sum[start].clone());
        double moved = 1;
        for (int step = 0; step < MOST_STEPS && moved > STILL; step++) {
            double[] next = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                for (int j = 0; j < v.length; j++) {
                    next[i] += sum[i][j] * v[j];
                }
            }
            unit(next);
            moved = 0;
            for (int i = 0; i < v.length; i++) {
                moved = Math.max(moved, Math.abs(next[i] - v[i]));
            }
            v = next;
        }
        double total = 0;
        for (double value : v) {
            total += value;
        }
        float[] principal = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            principal[i] = (float) (total < 0 ? -v[i] : v[i]);
        }
        return principal;
    }

    private static double[] unit(double[] v) {
        double square = 0;
        for (double value : v) {
            square += value * value;
        }
        double norm = Math.sqrt(square);
        for (int i = 0; i < v.length; i++) {
            v[i] /= norm;
        }
        return v;
    }
}
