package io.github.seeingdigits.network;

/**
 * {@link Ops} in plain Java: rows as arrays of their own, zero inputs skipped, four weight rows added in one pass so that
 * the sums stay in registers. What slides windows over pictures is in {@link PlainWindows}.
 *
 * <p>The order of additions is fixed, so equal inputs give equal bits. Instances hold scratch memory: one per thread. What
 * a subclass for one machine does not override is done here.
 */
public class PlainOps implements Ops {
    private final PlainWindows windows = new PlainWindows();
    private int[] nonZero = new int[0];

    @Override
    public Matrix matrix(int rows, int cols) {
        return new Matrix(new float[rows][cols], cols);
    }

    @Override
    public void affine(Matrix x, Matrix weights, Matrix bias, Matrix y, int n) {
        float[] b = bias.row[0];
        for (int i = 0; i < n; i++) {
            float[] yi = y.row[i];
            System.arraycopy(b, 0, yi, 0, yi.length);
            addWeightedRows(x.row[i], weights, yi);
        }
    }

    private void addWeightedRows(float[] x, Matrix weights, float[] y) {
        int count = findNonZero(x, weights.rows);
        int at = 0;
        for (; at + 3 < count; at += 4) {
            int k0 = nonZero[at];
            int k1 = nonZero[at + 1];
            int k2 = nonZero[at + 2];
            int k3 = nonZero[at + 3];
            add4(y, x[k0], weights.row[k0], x[k1], weights.row[k1], x[k2], weights.row[k2], x[k3], weights.row[k3]);
        }
        for (; at < count; at++) {
            add(y, x[nonZero[at]], weights.row[nonZero[at]]);
        }
    }

    private int findNonZero(float[] x, int length) {
        if (nonZero.length < length) {
            nonZero = new int[length];
        }
        int count = 0;
        for (int k = 0; k < length; k++) {
            if (x[k] != 0) {
                nonZero[count++] = k;
            }
        }
        return count;
    }

    private static void add4(
            float[] y, float a0, float[] w0, float a1, float[] w1, float a2, float[] w2, float a3, float[] w3) {
        for (int j = 0; j < y.length; j++) {
            y[j] = y[j] + a0 * w0[j] + a1 * w1[j] + a2 * w2[j] + a3 * w3[j];
        }
    }

    private static void add(float[] y, float a, float[] w) {
        for (int j = 0; j < y.length; j++) {
            y[j] += a * w[j];
        }
    }

    @Override
    public void affineParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, int n) {
        float[] db = dBias.row[0];
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] dyi = dy.row[i];
            add(db, 1, dyi);
            int count = findNonZero(xi, dWeights.rows);
            for (int at = 0; at < count; at++) {
                int k = nonZero[at];
                add(dWeights.row[k], xi[k], dyi);
            }
        }
    }

    @Override
    public void affineInputGradient(Matrix dy, Matrix weights, Matrix dx, int n) {
        for (int i = 0; i < n; i++) {
            float[] dyi = dy.row[i];
            float[] dxi = dx.row[i];
            for (int k = 0; k < weights.rows; k++) {
                float[] w = weights.row[k];
                float sum = 0;
                for (int j = 0; j < dyi.length; j++) {
                    sum += dyi[j] * w[j];
                }
                dxi[k] = sum;
            }
        }
    }

    @Override
    public void adam(
            Matrix value,
            Matrix gradient,
            Matrix mean,
            Matrix variance,
            float step,
            float beta1,
            float beta2,
            float epsilon) {
        for (int i = 0; i < value.rows; i++) {
            float[] p = value.row[i];
            float[] g = gradient.row[i];
            float[] m = mean.row[i];
            float[] v = variance.row[i];
            for (int j = 0; j < p.length; j++) {
                m[j] = beta1 * m[j] + (1 - beta1) * g[j];
                v[j] = beta2 * v[j] + (1 - beta2) * g[j] * g[j];
                p[j] -= step * m[j] / ((float) Math.sqrt(v[j]) + epsilon);
            }
        }
    }

    @Override
    public void sgd(Matrix value, Matrix gradient, Matrix velocity, float rate, float momentum, float weightDecay) {
        for (int i = 0; i < value.rows; i++) {
            float[] p = value.row[i];
            float[] g = gradient.row[i];
            float[] v = velocity.row[i];
            for (int j = 0; j < p.length; j++) {
                v[j] = momentum * v[j] + g[j] + weightDecay * p[j];
                p[j] -= rate * v[j];
            }
        }
    }

    @Override
    public void clear(Matrix value) {
        value.fill(0);
    }

    @Override
    public void shrink(Matrix value, float fraction) {
        for (float[] row : value.row) {
            for (int j = 0; j < row.length; j++) {
                row[j] -= fraction * row[j];
            }
        }
    }

    @Override
    public void multiply(Matrix x, Matrix factors, Matrix y, int n) {
        for (int i = 0; i < n; i++) {
            float[] a = x.row[i];
            float[] b = factors.row[i];
            float[] c = y.row[i];
            for (int k = 0; k < c.length; k++) {
                c[k] = a[k] * b[k];
            }
        }
    }

    @Override
    public void rectify(Matrix x, float slope, Matrix y, int n) {
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] yi = y.row[i];
            for (int k = 0; k < yi.length; k++) {
                // Adding 0 turns −0, which a slope of 0 gives, into 0: figures print these numbers.
                yi[k] = xi[k] > 0 ? xi[k] : 0f + slope * xi[k];
            }
        }
    }

    @Override
    public void rectifyGradient(Matrix x, float slope, Matrix dy, Matrix dx, int n) {
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] dyi = dy.row[i];
            float[] dxi = dx.row[i];
            for (int k = 0; k < dxi.length; k++) {
                dxi[k] = xi[k] > 0 ? dyi[k] : slope * dyi[k];
            }
        }
    }

    /**
     * Differences first, squares after: ‖w‖² − 2w·x + ‖x‖² could skip zeros, but where x meets w it loses every digit to
     * cancellation, and that is where a {@link Yat} unit responds.
     */
    @Override
    public void sumsAndSquaredDistances(Matrix x, Matrix weights, Matrix bias, Matrix sums, Matrix distances, int n) {
        affine(x, weights, bias, sums, n);
        squaredDistances(x, weights, distances, n);
    }

    private static void squaredDistances(Matrix x, Matrix weights, Matrix y, int n) {
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] yi = y.row[i];
            for (int j = 0; j < yi.length; j++) {
                yi[j] = 0;
            }
            int k = 0;
            for (; k + 3 < weights.rows; k += 4) {
                addSquares4(
                        yi,
                        xi[k],
                        weights.row[k],
                        xi[k + 1],
                        weights.row[k + 1],
                        xi[k + 2],
                        weights.row[k + 2],
                        xi[k + 3],
                        weights.row[k + 3]);
            }
            for (; k < weights.rows; k++) {
                addSquares(yi, xi[k], weights.row[k]);
            }
        }
    }

    private static void addSquares4(
            float[] y, float a0, float[] w0, float a1, float[] w1, float a2, float[] w2, float a3, float[] w3) {
        for (int j = 0; j < y.length; j++) {
            float d0 = a0 - w0[j];
            float d1 = a1 - w1[j];
            float d2 = a2 - w2[j];
            float d3 = a3 - w3[j];
            y[j] = y[j] + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
        }
    }

    private static void addSquares(float[] y, float a, float[] w) {
        for (int j = 0; j < y.length; j++) {
            float d = a - w[j];
            y[j] += d * d;
        }
    }

    @Override
    public void squaredDistancesParameterGradient(Matrix x, Matrix weights, Matrix dy, Matrix dWeights, int n) {
        float[] sum = new float[dy.cols];
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] dyi = dy.row[i];
            add(sum, 2, dyi);
            int count = findNonZero(xi, weights.rows);
            for (int at = 0; at < count; at++) {
                int k = nonZero[at];
                add(dWeights.row[k], -2 * xi[k], dyi);
            }
        }
        for (int k = 0; k < weights.rows; k++) {
            float[] w = weights.row[k];
            float[] dw = dWeights.row[k];
            for (int j = 0; j < dw.length; j++) {
                dw[j] += w[j] * sum[j];
            }
        }
    }

    @Override
    public void squaredDistancesInputGradient(Matrix x, Matrix weights, Matrix dy, Matrix dx, int n) {
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] dyi = dy.row[i];
            float[] dxi = dx.row[i];
            for (int k = 0; k < weights.rows; k++) {
                float[] w = weights.row[k];
                float a = xi[k];
                float sum = 0;
                for (int j = 0; j < dyi.length; j++) {
                    sum += dyi[j] * (a - w[j]);
                }
                dxi[k] += 2 * sum;
            }
        }
    }

    @Override
    public void convolve(Matrix x, Matrix weights, Matrix bias, Matrix y, Window window, int n) {
        windows.convolve(x, weights, bias, y, window, n);
    }

    @Override
    public void convolveParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, Window window, int n) {
        windows.convolveParameterGradient(x, dy, dWeights, dBias, window, n);
    }

    @Override
    public void convolveInputGradient(Matrix dy, Matrix weights, Matrix dx, Window window, int n) {
        windows.convolveInputGradient(dy, weights, dx, window, n);
    }

    @Override
    public void squaredPatchDistances(Matrix x, Matrix weights, Matrix y, Window window, int n) {
        windows.squaredDistances(x, weights, y, window, n);
    }

    @Override
    public void squaredPatchDistancesParameterGradient(
            Matrix x, Matrix weights, Matrix dy, Matrix dWeights, Window window, int n) {
        windows.squaredDistancesParameterGradient(x, weights, dy, dWeights, window, n);
    }

    @Override
    public void squaredPatchDistancesInputGradient(
            Matrix x, Matrix weights, Matrix dy, Matrix dx, Window window, int n) {
        windows.squaredDistancesInputGradient(x, weights, dy, dx, window, n);
    }

    @Override
    public void maxPool(Matrix x, Matrix y, Window window, int n) {
        windows.maxPool(x, y, window, n);
    }

    @Override
    public void maxPoolGradient(Matrix x, Matrix dy, Matrix dx, Window window, int n) {
        windows.maxPoolGradient(x, dy, dx, window, n);
    }
}
