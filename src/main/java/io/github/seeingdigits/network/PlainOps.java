package io.github.seeingdigits.network;

/**
 * {@link Ops} in plain Java: rows as arrays of their own, zero inputs skipped, four weight rows added in one pass so that
 * the sums stay in registers.
 *
 * <p>The order of additions is fixed, so equal inputs give equal bits. Instances hold scratch memory: one per thread. What
 * a subclass for one machine does not override is done here.
 */
public class PlainOps implements Ops {
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
}
