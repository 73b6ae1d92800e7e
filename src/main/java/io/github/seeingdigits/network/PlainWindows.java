package io.github.seeingdigits.network;

/**
 * The part of {@link PlainOps} that slides windows over pictures.
 *
 * <p>Every channel is first copied into an array of its own with its padding. A filter's output at stride 1 is then a sum of
 * arrays, one for each of its weights: the channel from where that weight meets it first. Each of these is a copy, because the
 * JVM's compiler vectorises loops over arrays that begin alike, and not over one array from several places. Columns where the
 * window would run over the edge are computed too and left out afterwards. A larger stride picks from the same sums; networks
 * for small pictures hardly use one.
 *
 * <p>Gradients go the other way round, window by window, and skip every window whose gradient is zero: behind max pooling
 * and a rectifier that is most of them.
 */
final class PlainWindows {
    /** The padded channels, one array each. */
    private float[][] planes = new float[0][];
    /** Gradients with respect to {@link #planes}. */
    private float[][] dPlanes = new float[0][];
    /** At t, what the t-th number of a filter meets at each place, as far as {@link #sums} go; there may be more of both. */
    private float[][] met = new float[1][0];
    /** Output of one filter at stride 1, as wide as a padded row. */
    private float[] sums = new float[0];

    void convolve(Matrix x, Matrix weights, Matrix bias, Matrix y, Window window, int n) {
        int patch = window.patch();
        for (int i = 0; i < n; i++) {
            meet(x.row[i], window);
            for (int unit = 0; unit < window.units; unit++) {
                fill(sums, bias.row[0][unit]);
                float[] w = weights.row[unit];
                int t = 0;
                for (; t + 3 < patch; t += 4) {
                    add4(met[t], met[t + 1], met[t + 2], met[t + 3], w[t], w[t + 1], w[t + 2], w[t + 3], sums);
                }
                for (; t < patch; t++) {
                    add(met[t], w[t], sums);
                }
                pick(y.row[i], unit, window);
            }
        }
    }

    private static void add4(
            float[] a, float[] b, float[] c, float[] d, float wa, float wb, float wc, float wd, float[] y) {
        for (int p = 0; p < y.length; p++) {
            y[p] = y[p] + wa * a[p] + wb * b[p] + wc * c[p] + wd * d[p];
        }
    }

    private static void add(float[] a, float w, float[] y) {
        for (int p = 0; p < y.length; p++) {
            y[p] += w * a[p];
        }
    }

    void squaredDistances(Matrix x, Matrix weights, Matrix y, Window window, int n) {
        for (int i = 0; i < n; i++) {
            meet(x.row[i], window);
            for (int unit = 0; unit < window.units; unit++) {
                fill(sums, 0);
                float[] w = weights.row[unit];
                for (int t = 0; t < w.length; t++) {
                    addSquares(met[t], w[t], sums);
                }
                pick(y.row[i], unit, window);
            }
        }
    }

    private static void addSquares(float[] a, float w, float[] y) {
        for (int p = 0; p < y.length; p++) {
            float d = a[p] - w;
            y[p] += d * d;
        }
    }

    void convolveParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, Window window, int n) {
        for (int i = 0; i < n; i++) {
            load(x.row[i], window);
            int at = 0;
            for (int unit = 0; unit < window.units; unit++) {
                for (int oy = 0; oy < window.outHeight; oy++) {
                    for (int ox = 0; ox < window.outWidth; ox++) {
                        float g = dy.row[i][at++];
                        if (g != 0) {
                            dBias.row[0][unit] += g;
                            addPatch(g, corner(oy, ox, window), dWeights.row[unit], window);
                        }
                    }
                }
            }
        }
    }

    /** dw += g·patch. */
    private void addPatch(float g, int corner, float[] dw, Window window) {
        int t = 0;
        for (int c = 0; c < window.channels; c++) {
            float[] plane = planes[c];
            for (int ky = 0; ky < window.kernel; ky++) {
                int p = corner + ky * paddedWidth(window);
                for (int kx = 0; kx < window.kernel; kx++) {
                    dw[t++] += g * plane[p + kx];
                }
            }
        }
    }

    void convolveInputGradient(Matrix dy, Matrix weights, Matrix dx, Window window, int n) {
        for (int i = 0; i < n; i++) {
            clear(window);
            int at = 0;
            for (int unit = 0; unit < window.units; unit++) {
                for (int oy = 0; oy < window.outHeight; oy++) {
                    for (int ox = 0; ox < window.outWidth; ox++) {
                        float g = dy.row[i][at++];
                        if (g != 0) {
                            addFilter(g, corner(oy, ox, window), weights.row[unit], window);
                        }
                    }
                }
            }
            fill(dx.row[i], 0);
            addWithoutPadding(dx.row[i], window);
        }
    }

    /** dPatch += g·w. */
    private void addFilter(float g, int corner, float[] w, Window window) {
        int t = 0;
        for (int c = 0; c < window.channels; c++) {
            float[] dPlane = dPlanes[c];
            for (int ky = 0; ky < window.kernel; ky++) {
                int p = corner + ky * paddedWidth(window);
                for (int kx = 0; kx < window.kernel; kx++) {
                    dPlane[p + kx] += g * w[t++];
                }
            }
        }
    }

    void squaredDistancesParameterGradient(Matrix x, Matrix weights, Matrix dy, Matrix dWeights, Window window, int n) {
        for (int i = 0; i < n; i++) {
            load(x.row[i], window);
            int at = 0;
            for (int unit = 0; unit < window.units; unit++) {
                float sum = 0;
                for (int oy = 0; oy < window.outHeight; oy++) {
                    for (int ox = 0; ox < window.outWidth; ox++) {
                        float g = dy.row[i][at++];
                        if (g != 0) {
                            sum += 2 * g;
                            addPatch(-2 * g, corner(oy, ox, window), dWeights.row[unit], window);
                        }
                    }
                }
                float[] w = weights.row[unit];
                float[] dw = dWeights.row[unit];
                for (int t = 0; t < dw.length; t++) {
                    dw[t] += sum * w[t];
                }
            }
        }
    }

    void squaredDistancesInputGradient(Matrix x, Matrix weights, Matrix dy, Matrix dx, Window window, int n) {
        for (int i = 0; i < n; i++) {
            load(x.row[i], window);
            clear(window);
            int at = 0;
            for (int unit = 0; unit < window.units; unit++) {
                for (int oy = 0; oy < window.outHeight; oy++) {
                    for (int ox = 0; ox < window.outWidth; ox++) {
                        float g = dy.row[i][at++];
                        if (g != 0) {
                            addDifference(2 * g, corner(oy, ox, window), weights.row[unit], window);
                        }
                    }
                }
            }
            addWithoutPadding(dx.row[i], window);
        }
    }

    /** dPatch += g·(patch − w). */
    private void addDifference(float g, int corner, float[] w, Window window) {
        int t = 0;
        for (int c = 0; c < window.channels; c++) {
            float[] plane = planes[c];
            float[] dPlane = dPlanes[c];
            for (int ky = 0; ky < window.kernel; ky++) {
                int p = corner + ky * paddedWidth(window);
                for (int kx = 0; kx < window.kernel; kx++) {
                    dPlane[p + kx] += g * (plane[p + kx] - w[t++]);
                }
            }
        }
    }

    void maxPool(Matrix x, Matrix y, Window window, int n) {
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] yi = y.row[i];
            for (int at = 0; at < yi.length; at++) {
                yi[at] = xi[largest(xi, at, window)];
            }
        }
    }

    void maxPoolGradient(Matrix x, Matrix dy, Matrix dx, Window window, int n) {
        for (int i = 0; i < n; i++) {
            float[] xi = x.row[i];
            float[] dyi = dy.row[i];
            float[] dxi = dx.row[i];
            fill(dxi, 0);
            for (int at = 0; at < dyi.length; at++) {
                dxi[largest(xi, at, window)] += dyi[at];
            }
        }
    }

    /** Where in {@code x} the largest number under the window of output {@code at} is. */
    private static int largest(float[] x, int at, Window window) {
        int column = at % window.outWidth;
        int line = at / window.outWidth % window.outHeight;
        int channel = at / window.outWidth / window.outHeight;
        int corner = (channel * window.height + line * window.stride) * window.width + column * window.stride;
        int best = corner;
        for (int ky = 0; ky < window.kernel; ky++) {
            for (int kx = 0; kx < window.kernel; kx++) {
                int p = corner + ky * window.width + kx;
                best = x[p] > x[best] ? p : best;
            }
        }
        return best;
    }

    private static int paddedWidth(Window window) {
        return window.width + 2 * window.padding;
    }

    /** Where in a padded channel a window begins. */
    private static int corner(int oy, int ox, Window window) {
        return oy * window.stride * paddedWidth(window) + ox * window.stride;
    }

    /** Copies the channels of {@code x} into {@link #planes} and makes {@link #sums} as long as all windows reach. */
    private void load(float[] x, Window window) {
        planes = sized(planes, window);
        int width = paddedWidth(window);
        for (int c = 0; c < window.channels; c++) {
            // Layers of one network take turns, so the padding may hold another's numbers.
            fill(planes[c], 0);
            for (int row = 0; row < window.height; row++) {
                int from = (c * window.height + row) * window.width;
                int to = (row + window.padding) * width + window.padding;
                System.arraycopy(x, from, planes[c], to, window.width);
            }
        }
        int rows = window.height + 2 * window.padding - window.kernel + 1;
        int length = rows * width - window.kernel + 1;
        if (sums.length != length) {
            sums = new float[length];
        }
    }

    /** Fills {@link #met} for a picture. */
    private void meet(float[] x, Window window) {
        load(x, window);
        if (met.length < window.patch() || met[0].length < sums.length) {
            // Layers of one network take turns.
            met = new float[Math.max(met.length, window.patch())][Math.max(met[0].length, sums.length)];
        }
        int t = 0;
        for (int c = 0; c < window.channels; c++) {
            for (int ky = 0; ky < window.kernel; ky++) {
                for (int kx = 0; kx < window.kernel; kx++) {
                    System.arraycopy(planes[c], ky * paddedWidth(window) + kx, met[t++], 0, sums.length);
                }
            }
        }
    }

    private void clear(Window window) {
        dPlanes = sized(dPlanes, window);
        for (float[] dPlane : dPlanes) {
            fill(dPlane, 0);
        }
    }

    private static float[][] sized(float[][] planes, Window window) {
        int size = (window.height + 2 * window.padding) * paddedWidth(window);
        boolean fits = planes.length == window.channels && planes[0].length == size;
        return fits ? planes : new float[window.channels][size];
    }

    /** Takes the outputs of one unit out of {@link #sums}. */
    private void pick(float[] y, int unit, Window window) {
        int at = unit * window.outHeight * window.outWidth;
        for (int oy = 0; oy < window.outHeight; oy++) {
            for (int ox = 0; ox < window.outWidth; ox++) {
                y[at++] = sums[corner(oy, ox, window)];
            }
        }
    }

    /** Adds {@link #dPlanes}, but for their padding, to {@code dx}. */
    private void addWithoutPadding(float[] dx, Window window) {
        int at = 0;
        for (int c = 0; c < window.channels; c++) {
            for (int row = 0; row < window.height; row++) {
                int from = (row + window.padding) * paddedWidth(window) + window.padding;
                for (int column = 0; column < window.width; column++) {
                    dx[at++] += dPlanes[c][from + column];
                }
            }
        }
    }

    private static void fill(float[] values, float value) {
        for (int p = 0; p < values.length; p++) {
            values[p] = value;
        }
    }
}
