package io.github.seeingdigits.analysis.manifold;

/**
 * Principal component analysis: the directions in which a cloud of points varies most, by its covariance Σ(x−m)(x−m)ᵀ/(n−1)
 * (Hotelling 1933, "Analysis of a complex of statistical variables into principal components").
 */
public final class Pca {
    private final double[] mean;
    private final SymmetricEigen eigen;

    private Pca(double[] mean, SymmetricEigen eigen) {
        this.mean = mean;
        this.eigen = eigen;
    }

    /**
     * Analyses a cloud.
     *
     * @param points n rows of d numbers, n at least 2
     * @throws IllegalArgumentException if there are too few points or one is not finite
     */
    public static Pca of(float[][] points) {
        if (points.length < 2) {
            throw new IllegalArgumentException("a covariance needs at least 2 points, got " + points.length);
        }
        int d = points[0].length;
        double[] mean = new double[d];
        for (float[] point : points) {
            for (int j = 0; j < d; j++) {
                mean[j] += point[j];
            }
        }
        for (int j = 0; j < d; j++) {
            mean[j] /= points.length;
        }
        return new Pca(mean, SymmetricEigen.of(covariance(points, mean)));
    }

    /** The part on and above the diagonal; below it are zeros. Four points a pass, so that each sum is stored a quarter as often. */
    private static double[][] covariance(float[][] points, double[] mean) {
        int n = points.length;
        int d = mean.length;
        double[][] sums = new double[d][d];
        double[][] x = new double[4][d];
        for (int first = 0; first < n; first += 4) {
            for (int k = 0; k < 4; k++) {
                for (int j = 0; j < d; j++) {
                    x[k][j] = first + k < n ? points[first + k][j] - mean[j] : 0;
                }
            }
            for (int i = 0; i < d; i++) {
                // A pixel that is paper in all images stays out of it.
                if (x[0][i] != 0 || x[1][i] != 0 || x[2][i] != 0 || x[3][i] != 0) {
                    addProducts(sums[i], x, i);
                }
            }
        }
        for (double[] row : sums) {
            for (int j = 0; j < d; j++) {
                row[j] /= n - 1;
            }
        }
        return sums;
    }

    private static void addProducts(double[] sums, double[][] x, int i) {
        double[] a = x[0];
        double[] b = x[1];
        double[] c = x[2];
        double[] d = x[3];
        double ai = a[i];
        double bi = b[i];
        double ci = c[i];
        double di = d[i];
        for (int j = i; j < sums.length; j++) {
            sums[j] += ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
        }
    }

    /** The mean point, d numbers. */
    public double[] mean() {
        return mean;
    }

    /** The variances along the components, d numbers, the largest first; those that should be zero may be tiny of either sign. */
    public double[] spectrum() {
        return eigen.values();
    }

    /** d directions of unit length, that of the largest variance first, the entry of largest magnitude positive in each. */
    public double[][] components() {
        return eigen.vectors();
    }

    /**
     * Coordinates along the first {@code k} components, measured from the mean.
     *
     * @param points any number of rows of d numbers
     * @return as many rows of {@code k}
     */
    public float[][] project(float[][] points, int k) {
        float[][] projected = new float[points.length][k];
        double[] centred = new double[mean.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                centred[j] = points[i][j] - mean[j];
            }
            for (int c = 0; c < k; c++) {
                double[] component = eigen.vectors()[c];
                double dot = 0;
                for (int j = 0; j < mean.length; j++) {
                    dot += centred[j] * component[j];
                }
                projected[i][c] = (float) dot;
            }
        }
        return projected;
    }

    /** The share of the variance along the first {@code k} components, 0 to 1; 0 if nothing varies. */
    public double explained(int k) {
        double all = 0;
        double first = 0;
        for (int i = 0; i < mean.length; i++) {
            double value = Math.max(0, eigen.values()[i]);
            all += value;
            first += i < k ? value : 0;
        }
        return all == 0 ? 0 : first / all;
    }

    /** The fewest components that together have at least this share of the variance, or all. */
    public int count(double share) {
        int k = 0;
        while (k < mean.length && explained(k) < share) {
            k++;
        }
        return k;
    }

    /** (Σλ)² / Σλ² over the spectrum: d if all directions vary alike, 1 if only one does; 0 if none. */
    public double participationRatio() {
        double sum = 0;
        double squares = 0;
        for (double value : eigen.values()) {
            sum += Math.max(0, value);
            squares += value * value;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }
}
