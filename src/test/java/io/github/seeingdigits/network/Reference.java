package io.github.seeingdigits.network;

/** Every layer a second time: slow, in double precision, index by index as the textbook writes it. */
final class Reference {
    private Reference() {}

    /** A layer as a function of one input and its parameters, each a matrix. */
    interface Function {
        double[] apply(double[] x, double[][][] parameters);
    }

    static double[] dense(double[] x, double[][] w, double[] b) {
        double[] y = b.clone();
        // Row by row, because published models are run on ten thousand images and columns are not neighbours.
        for (int k = 0; k < x.length; k++) {
            double[] row = w[k];
            for (int j = 0; j < y.length; j++) {
                y[j] += x[k] * row[j];
            }
        }
        return y;
    }

    static double[] rectify(double[] x, double slope) {
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            y[k] = x[k] > 0 ? x[k] : slope * x[k];
        }
        return y;
    }

    /** The sizes of a window that slides over c pictures of h×w pixels. */
    record Sizes(int c, int h, int w, int kernel, int stride, int pad) {
        int outHeight() {
            return (int) Math.floor((h + 2.0 * pad - kernel) / stride) + 1;
        }

        int outWidth() {
            return (int) Math.floor((w + 2.0 * pad - kernel) / stride) + 1;
        }

        /** What lies at (y, x) of channel z, which may be in the padding. */
        double at(double[] picture, int z, int y, int x) {
            return y < 0 || y >= h || x < 0 || x >= w ? 0 : picture[(z * h + y) * w + x];
        }

        /** The numbers under the window that belongs to (oy, ox). */
        double[] patch(double[] picture, int oy, int ox) {
            double[] patch = new double[c * kernel * kernel];
            int t = 0;
            for (int z = 0; z < c; z++) {
                for (int dy = 0; dy < kernel; dy++) {
                    for (int dx = 0; dx < kernel; dx++) {
                        patch[t++] = at(picture, z, oy * stride + dy - pad, ox * stride + dx - pad);
                    }
                }
            }
            return patch;
        }
    }

    /** {@code unit} applied to every patch: all positions of its first output, then of its second … */
    static double[] slide(double[] x, Sizes s, Function unit, double[][][] parameters, int units) {
        double[] y = new double[units * s.outHeight() * s.outWidth()];
        for (int oy = 0; oy < s.outHeight(); oy++) {
            for (int ox = 0; ox < s.outWidth(); ox++) {
                double[] outputs = unit.apply(s.patch(x, oy, ox), parameters);
                for (int f = 0; f < units; f++) {
                    y[(f * s.outHeight() + oy) * s.outWidth() + ox] = outputs[f];
                }
            }
        }
        return y;
    }

    static double[] maxPool(double[] x, Sizes s) {
        Function largest = (patch, none) -> {
            double[] best = new double[s.c];
            for (int z = 0; z < s.c; z++) {
                best[z] = Double.NEGATIVE_INFINITY;
                for (int t = 0; t < s.kernel * s.kernel; t++) {
                    best[z] = Math.max(best[z], patch[z * s.kernel * s.kernel + t]);
                }
            }
            return best;
        };
        return slide(x, s, largest, null, s.c);
    }

    static double[] yat(double[] x, double[][] w, double[] b, double alpha, double epsilon) {
        double[] y = new double[b.length];
        for (int j = 0; j < y.length; j++) {
            double dot = b[j];
            double distance = 0;
            for (int k = 0; k < x.length; k++) {
                dot += w[k][j] * x[k];
                distance += Math.pow(w[k][j] - x[k], 2);
            }
            y[j] = alpha * dot * dot / (distance + epsilon);
        }
        return y;
    }

    static double[][] transposed(double[][] m) {
        double[][] t = new double[m[0].length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                t[j][i] = m[i][j];
            }
        }
        return t;
    }

    static double[] softmax(double[] z) {
        double sum = 0;
        for (double value : z) {
            sum += Math.exp(value);
        }
        double[] p = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            p[i] = Math.exp(z[i]) / sum;
        }
        return p;
    }

    static double[] softermax(double[] x, int power, double epsilon) {
        double sum = epsilon;
        for (double value : x) {
            sum += Math.pow(value, power);
        }
        double[] p = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            p[i] = Math.pow(x[i], power) / sum;
        }
        return p;
    }
}
