package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Window;
import java.util.Arrays;

/**
 * What one thread does for a convolution, with the scratch memory it needs.
 *
 * <p>Forward, outputs are sums of long rows ({@link Patches#columns}), two filters and four terms a pass. Backward,
 * sums run over positions ({@link Patches#rows}), and behind max pooling most of what comes in is zero, so that positions that
 * have nothing to pass back are skipped.
 */
final class ConvolutionPart {
    /** Rows shorter than this keep the processor outside the vector loop most of the time. */
    private static final int SHORTEST_ROW = 64;

    /** Times these, four sums are zero, or NaN if one of them is not finite. */
    private static final float[] NOTHING = new float[4];

    private static final int[] FOUR = {0, 1, 2, 3};

    private final Window window;
    private final int positions;
    private final Patches patches;
    private final int[] order;
    private final float[][] sums;
    private final float[][] filters = new float[4][];
    private final float[][] four = new float[4][];
    private final float[][] gradient;
    private final float[][] spare;
    private final PassedBack back;
    /** Where the windows of a list begin. */
    private final int[] corners;

    private final int[][] unit;
    private final float[][] unitValue;
    private final int[] units;
    /** Zero as long as everything that {@link #convolve} gave is finite. */
    private final float[] finite;
    /** Sums of a pass that stay in registers. */
    private final float[] few = new float[10];

    ConvolutionPart(Window window) {
        this.window = window;
        positions = window.outHeight * window.outWidth;
        patches = new Patches(window);
        order = Patches.order(window);
        sums = new float[4][patches.slots * positions];
        gradient = new float[four.length][positions];
        spare = new float[four.length][window.patch()];
        finite = new float[patches.slots * positions];
        back = new PassedBack(window);
        corners = new int[positions];
        unit = new int[positions][window.units];
        unitValue = new float[positions][window.units];
        units = new int[positions];
    }

    /** Takes what filter {@code f} gives for picture {@code i}: a number for each position, in {@code sum} from {@code first} on. */
    interface Outputs {
        void take(int i, int f, float[] sum, int first);
    }

    /**
     * Output of pictures {@code from} to before {@code to}. See {@link io.github.seeingdigits.network.Ops#convolve}.
     *
     * @return whether all of it is finite
     */
    boolean convolve(Matrix x, Matrix weights, Matrix bias, Outputs receiver, int from, int to) {
        Arrays.fill(finite, 0);
        for (int first = from; first < to; first += patches.slots) {
            int count = Math.min(patches.slots, to - first);
            for (int slot = 0; slot < count; slot++) {
                patches.fillColumns(x.row[first + slot], slot);
            }
            for (int f = 0; f < window.units; f += sums.length) {
                for (int k = 0; k < sums.length; k++) {
                    // Where there are fewer filters, the last is done again.
                    int g = Math.min(f + k, window.units - 1);
                    filters[k] = weights.row[g];
                    Arrays.fill(sums[k], 0, count * positions, bias.row[0][g]);
                }
                RowSums.addToFour(sums, filters, patches.columns, count * positions);
                RowSums.add(finite, NOTHING, FOUR, 0, FOUR.length, sums);
                for (int k = 0; k < sums.length && f + k < window.units; k++) {
                    for (int slot = 0; slot < count; slot++) {
                        receiver.take(first + slot, f + k, sums[k], slot * positions);
                    }
                }
            }
        }
        return onlyZeros(finite);
    }

    private static boolean onlyZeros(float[] x) {
        boolean all = true;
        for (float value : x) {
            all &= value == 0;
        }
        return all;
    }

    /**
     * {@code sums} becomes the gradient of the parameters, summed over pictures {@code from} to before {@code to}. With {@code
     * dense}, zeros in {@code dy} are not worth skipping.
     */
    void parameterGradient(Matrix x, Matrix dy, ConvolutionSums sums, boolean dense, int from, int to) {
        sums.clear();
        for (int i = from; i < to; i++) {
            if (dense && longRows()) {
                patches.fillRows(patches.padded(x.row[i]));
                add(sums.outputs, dy.row[i]);
                addAll(sums.weights, dy.row[i]);
            } else {
                back.scan(dy.row[i]);
                addBack(x.row[i], sums);
            }
        }
    }

    /** Both gradients behind {@code pooling}, see {@link #parameterGradient} and {@link #inputGradient}; {@code dx} may be null. */
    void pooledGradients(
            Matrix x,
            Pooling pooling,
            Matrix y,
            Matrix dy,
            ConvolutionSums sums,
            float[][] filters,
            Matrix dx,
            int from,
            int to) {
        sums.clear();
        for (int i = from; i < to; i++) {
            back.unpool(pooling.window, pooling.chosen[i], y.row[i], dy.row[i]);
            addBack(x.row[i], sums);
            if (dx != null) {
                passBack(filters, dx.row[i]);
            }
        }
    }

    private boolean longRows() {
        return window.patch() >= SHORTEST_ROW;
    }

    /** Adds to {@code sums} what {@link #back} brings to the picture {@code x}. */
    private void addBack(float[] x, ConvolutionSums sums) {
        float[] picture = patches.padded(x);
        if (longRows()) {
            patches.fillRows(picture);
        }
        for (int f = 0; f < window.units; f++) {
            int count = back.count[f];
            int[] at = back.at[f];
            float[] value = back.value[f];
            for (int e = 0; e < count; e++) {
                sums.outputs[f * positions + at[e]] += value[e];
            }
            if (longRows()) {
                RowSums.add(sums.weights[f], value, at, 0, count, patches.rows);
            } else {
                addWindows(sums.weights[f], picture, at, value, count);
            }
        }
    }

    /** dw += dy·rows, zeros included: four filters share each row. */
    private void addAll(float[][] dw, float[] dy) {
        for (int f = 0; f < window.units; f += four.length) {
            for (int k = 0; k < four.length; k++) {
                boolean there = f + k < window.units;
                // Where there are fewer filters, the rest is done for nothing.
                four[k] = there ? dw[f + k] : spare[k];
                System.arraycopy(dy, Math.min(f + k, window.units - 1) * positions, gradient[k], 0, positions);
            }
            RowSums.addToFour(four, gradient, patches.rows, window.patch());
        }
    }

    private static void add(float[] sum, float[] x) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += x[j];
        }
    }

    /** dw += Σ valueₑ·(window atₑ) for a window of few numbers: the sums of one or two of its lines at a time stay in registers. */
    private void addWindows(float[] dw, float[] picture, int[] at, float[] value, int count) {
        int[] offset = patches.offset;
        for (int e = 0; e < count; e++) {
            corners[e] = patches.corner[at[e]];
        }
        for (int t = 0; t < offset.length; ) {
            int done =
                    window.kernel == 5 ? addFives(picture, value, count, t) : addNine(picture, value, count, offset, t);
            for (int k = 0; k < done; k++) {
                dw[order[t + k]] += few[k];
            }
            t += done;
        }
    }

    /**
     * The next one or two lines of a window five wide. That numbers of a line are neighbours spares most checks of bounds.
     *
     * @return how many sums are in {@link #few}
     */
    private int addFives(float[] picture, float[] value, int count, int t) {
        int[] offset = patches.offset;
        if (t % 25 == 20) {
            addFive(picture, value, count, offset[t]);
            return 5;
        }
        addTwoFives(picture, value, count, offset[t], offset[t + 5]);
        return 10;
    }

    private void addTwoFives(float[] picture, float[] value, int count, int o, int u) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        float s8 = 0;
        float s9 = 0;
        for (int e = 0; e < count; e++) {
            int p = corners[e] + o;
            int q = corners[e] + u;
            float g = value[e];
            s0 = Math.fma(g, picture[p], s0);
            s1 = Math.fma(g, picture[p + 1], s1);
            s2 = Math.fma(g, picture[p + 2], s2);
            s3 = Math.fma(g, picture[p + 3], s3);
            s4 = Math.fma(g, picture[p + 4], s4);
            s5 = Math.fma(g, picture[q], s5);
            s6 = Math.fma(g, picture[q + 1], s6);
            s7 = Math.fma(g, picture[q + 2], s7);
            s8 = Math.fma(g, picture[q + 3], s8);
            s9 = Math.fma(g, picture[q + 4], s9);
        }
        few[0] = s0;
        few[1] = s1;
        few[2] = s2;
        few[3] = s3;
        few[4] = s4;
        few[5] = s5;
        few[6] = s6;
        few[7] = s7;
        few[8] = s8;
        few[9] = s9;
    }

    private void addFive(float[] picture, float[] value, int count, int o) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        for (int e = 0; e < count; e++) {
            int p = corners[e] + o;
            float g = value[e];
            s0 = Math.fma(g, picture[p], s0);
            s1 = Math.fma(g, picture[p + 1], s1);
            s2 = Math.fma(g, picture[p + 2], s2);
            s3 = Math.fma(g, picture[p + 3], s3);
            s4 = Math.fma(g, picture[p + 4], s4);
        }
        few[0] = s0;
        few[1] = s1;
        few[2] = s2;
        few[3] = s3;
        few[4] = s4;
    }

    /**
     * As many sums as there are to the end of {@code offset}; the last is repeated where there are fewer than nine.
     *
     * @return how many sums are in {@link #few}
     */
    private int addNine(float[] picture, float[] value, int count, int[] offset, int t) {
        int last = offset.length - 1;
        int o0 = offset[t];
        int o1 = offset[Math.min(last, t + 1)];
        int o2 = offset[Math.min(last, t + 2)];
        int o3 = offset[Math.min(last, t + 3)];
        int o4 = offset[Math.min(last, t + 4)];
        int o5 = offset[Math.min(last, t + 5)];
        int o6 = offset[Math.min(last, t + 6)];
        int o7 = offset[Math.min(last, t + 7)];
        int o8 = offset[Math.min(last, t + 8)];
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        float s8 = 0;
        for (int e = 0; e < count; e++) {
            int p = corners[e];
            float g = value[e];
            s0 = Math.fma(g, picture[p + o0], s0);
            s1 = Math.fma(g, picture[p + o1], s1);
            s2 = Math.fma(g, picture[p + o2], s2);
            s3 = Math.fma(g, picture[p + o3], s3);
            s4 = Math.fma(g, picture[p + o4], s4);
            s5 = Math.fma(g, picture[p + o5], s5);
            s6 = Math.fma(g, picture[p + o6], s6);
            s7 = Math.fma(g, picture[p + o7], s7);
            s8 = Math.fma(g, picture[p + o8], s8);
        }
        few[0] = s0;
        few[1] = s1;
        few[2] = s2;
        few[3] = s3;
        few[4] = s4;
        few[5] = s5;
        few[6] = s6;
        few[7] = s7;
        few[8] = s8;
        return Math.min(9, offset.length - t);
    }

    /** dx of pictures {@code from} to before {@code to}; {@code filters} in the order of {@link Patches#rows}. */
    void inputGradient(Matrix dy, float[][] filters, Matrix dx, int from, int to) {
        for (int i = from; i < to; i++) {
            back.scan(dy.row[i]);
            passBack(filters, dx.row[i]);
        }
    }

    /** {@code dx} becomes what {@link #back} brings to one picture. */
    private void passBack(float[][] filters, float[] dx) {
        sortByPosition();
        patches.clear();
        for (int p = 0; p < positions; p++) {
            if (units[p] > 0) {
                // The sum so far is taken out and put back: copies are vectors, and sums of shifted rows are not.
                float[] row = patches.take(p);
                RowSums.add(row, unitValue[p], unit[p], 0, units[p], filters);
                patches.put(p);
            }
        }
        patches.separate(dx);
    }

    /** Lists for every position the filters that have something to pass back there. */
    private void sortByPosition() {
        Arrays.fill(units, 0);
        for (int f = 0; f < window.units; f++) {
            int[] at = back.at[f];
            float[] value = back.value[f];
            for (int e = 0; e < back.count[f]; e++) {
                int p = at[e];
                int listed = units[p]++;
                unit[p][listed] = f;
                unitValue[p][listed] = value[e];
            }
        }
    }
}
