package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Window;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The part of {@link JvmOps} that slides windows over pictures.
 *
 * <p>Work is cut by picture. The gradient of a convolution's parameters is a sum over pictures, so for it the batch is cut
 * into the same shards whatever the number of threads, and their sums are added in order: unlike a dense layer's weights,
 * filters are few, so that this costs next to nothing.
 */
final class JvmWindows {
    private static final int SHARDS = 8;
    /** One picture in so many is looked at to learn how much of a gradient is zero. */
    private static final int LOOKED_AT = 8;
    /** The part of a gradient that is not zero from which on zeros are not worth skipping; measured. */
    private static final double LEAST_FILLED = 0.35;

    /** Work on pictures {@code from} to before {@code to}. */
    private interface Pictures {
        void part(int part, int from, int to);
    }

    /** Sums something over pictures {@code from} to before {@code to}. */
    private interface Shard {
        void sum(int part, ConvolutionSums shard, int from, int to);
    }

    private final JvmOps ops;
    /** Scratch memory for every part and shard, by the window it was made for: the layers of a network keep theirs. */
    private final Map<Window, ConvolutionPart[]> parts = new IdentityHashMap<>();

    private final Map<Window, ConvolutionSums[]> sums = new IdentityHashMap<>();
    private final Map<Window, Window> transposed = new IdentityHashMap<>();

    /** Shares its work as {@code ops} does. */
    JvmWindows(JvmOps ops) {
        this.ops = ops;
    }

    void convolve(Matrix x, Matrix weights, Matrix bias, Matrix y, Window window, int n) {
        ConvolutionPart[] all = parts(window);
        int positions = window.outHeight * window.outWidth;
        ConvolutionPart.Outputs copy =
                (i, f, sum, first) -> System.arraycopy(sum, first, y.row[i], f * positions, positions);
        share(
                n,
                filtering(window),
                (part, from, to) -> own(all, part, window).convolve(x, weights, bias, copy, from, to));
    }

    /** The same, rectified and pooled. */
    void convolve(Matrix x, Convolution layer, Pooling pooling, Matrix y, int n) {
        Window window = layer.window();
        ConvolutionPart[] all = parts(window);
        Matrix weights = layer.weight().value;
        Matrix bias = layer.bias().value;
        ConvolutionPart.Outputs pool = (i, f, sum, first) -> pooling.pool(i, f, sum, first, y);
        ConvolutionPart.Outputs poolAny = (i, f, sum, first) -> pooling.poolAny(i, f, sum, first, y);
        share(n, filtering(window), (part, from, to) -> {
            ConvolutionPart own = own(all, part, window);
            if (!own.convolve(x, weights, bias, pool, from, to)) {
                own.convolve(x, weights, bias, poolAny, from, to);
            }
        });
    }

    void convolveParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, Window window, int n) {
        ConvolutionPart[] all = parts(window);
        boolean dense = mostlyFilled(dy, window, n);
        sumShards(
                window,
                dWeights,
                dBias,
                n,
                (part, shard, from, to) -> own(all, part, window).parameterGradient(x, dy, shard, dense, from, to));
    }

    /** All gradients of a convolution behind {@code pooling}, see {@link PooledConvolution}. */
    void gradients(Matrix x, Convolution layer, Pooling pooling, Matrix y, Matrix dy, Matrix dx, int n) {
        Window window = layer.window();
        ConvolutionPart[] all = parts(window);
        float[][] filters = dx == null ? null : Patches.interleaved(layer.weight().value, window);
        sumShards(
                window,
                layer.weight().gradient(),
                layer.bias().gradient(),
                n,
                (part, shard, from, to) ->
                        own(all, part, window).pooledGradients(x, pooling, y, dy, shard, filters, dx, from, to));
    }

    /** Adds to the gradients of the parameters what {@code work} finds for each shard. */
    private void sumShards(Window window, Matrix dWeights, Matrix dBias, int n, Shard work) {
        ConvolutionSums[] shards = sums.computeIfAbsent(window, JvmWindows::newSums);
        ops.sharing().share(work(n, filtering(window)), (part, parts) -> {
            int end = Sharing.end(SHARDS, part, parts);
            for (int shard = Sharing.begin(SHARDS, part, parts); shard < end; shard++) {
                int from = Sharing.begin(n, shard, SHARDS);
                work.sum(part, shards[shard], from, Sharing.end(n, shard, SHARDS));
            }
        });
        for (ConvolutionSums shard : shards) {
            shard.addTo(dWeights, dBias);
        }
    }

    /**
     * Position by position where most of {@code dy} is zero, else as a convolution of {@code dy} with the kernels turned round,
     * which does more multiply-adds, but on long rows.
     */
    void convolveInputGradient(Matrix dy, Matrix weights, Matrix dx, Window window, int n) {
        if (window.stride == 1 && window.padding < window.kernel && mostlyFilled(dy, window, n)) {
            Window back = transposed.computeIfAbsent(window, Window::transposed);
            Matrix noBias = ops.matrix(1, window.channels);
            convolve(dy, Patches.turned(weights, window, ops), noBias, dx, back, n);
            return;
        }
        ConvolutionPart[] all = parts(window);
        float[][] filters = Patches.interleaved(weights, window);
        share(
                n,
                filtering(window),
                (part, from, to) -> own(all, part, window).inputGradient(dy, filters, dx, from, to));
    }

    /**
     * Whether so much of {@code dy} is not zero that a convolution that passes back zeros too takes less time. What some
     * pictures tell holds for all, whoever works on them.
     */
    private static boolean mostlyFilled(Matrix dy, Window window, int n) {
        long filled = 0;
        long all = 0;
        for (int i = 0; i < n; i += LOOKED_AT) {
            for (float g : dy.row[i]) {
                filled += g != 0 ? 1 : 0;
            }
            // A convolution goes over the input's positions.
            all += (long) window.units * window.height * window.width;
        }
        return filled > LEAST_FILLED * all;
    }

    private ConvolutionPart[] parts(Window window) {
        return parts.computeIfAbsent(window, w -> new ConvolutionPart[Team.MOST_PARTS]);
    }

    private static ConvolutionPart own(ConvolutionPart[] all, int part, Window window) {
        if (all[part] == null) {
            all[part] = new ConvolutionPart(window);
        }
        return all[part];
    }

    private static ConvolutionSums[] newSums(Window window) {
        ConvolutionSums[] shards = new ConvolutionSums[SHARDS];
        Arrays.setAll(shards, shard -> new ConvolutionSums(window));
        return shards;
    }

    void maxPool(Matrix x, Matrix y, Window window, int n) {
        share(n, window.outputs() * window.kernel * window.kernel, (part, from, to) -> {
            for (int i = from; i < to; i++) {
                if (halves(window)) {
                    maxPoolOfFour(x.row[i], y.row[i], window);
                } else {
                    maxPool(x.row[i], y.row[i], window);
                }
            }
        });
    }

    private static void maxPool(float[] x, float[] y, Window window) {
        int at = 0;
        for (int c = 0; c < window.channels; c++) {
            for (int oy = 0; oy < window.outHeight; oy++) {
                int corner = (c * window.height + oy * window.stride) * window.width;
                for (int ox = 0; ox < window.outWidth; ox++) {
                    y[at++] = x[largest(x, corner + ox * window.stride, window)];
                }
            }
        }
    }

    void maxPoolGradient(Matrix x, Matrix dy, Matrix dx, Window window, int n) {
        share(n, window.outputs() * window.kernel * window.kernel, (part, from, to) -> {
            for (int i = from; i < to; i++) {
                Arrays.fill(dx.row[i], 0);
                if (halves(window)) {
                    maxPoolOfFourGradient(x.row[i], dy.row[i], dx.row[i], window);
                } else {
                    maxPoolGradient(x.row[i], dy.row[i], dx.row[i], window);
                }
            }
        });
    }

    private static void maxPoolGradient(float[] x, float[] dy, float[] dx, Window window) {
        int at = 0;
        for (int c = 0; c < window.channels; c++) {
            for (int oy = 0; oy < window.outHeight; oy++) {
                int corner = (c * window.height + oy * window.stride) * window.width;
                for (int ox = 0; ox < window.outWidth; ox++) {
                    dx[largest(x, corner + ox * window.stride, window)] += dy[at++];
                }
            }
        }
    }

    /** Where in {@code x} the largest number under the window at {@code corner} is, the first among equals. */
    private static int largest(float[] x, int corner, Window window) {
        int best = corner;
        for (int ky = 0; ky < window.kernel; ky++) {
            for (int kx = 0; kx < window.kernel; kx++) {
                best = first(x, best, corner + ky * window.width + kx);
            }
        }
        return best;
    }

    private static int first(float[] x, int p, int q) {
        return p + (q - p & less(x[p], x[q]));
    }

    /**
     * −1, all bits set, where a < b, else 0. A condition would be a branch that is mispredicted all the time; this is the
     * sign of the difference, and that of −0 + 0 is 0.
     */
    private static int less(float a, float b) {
        return Float.floatToRawIntBits(a - b + 0f) >> 31;
    }

    /**
     * Windows of two by two side by side are all that most networks have. Then there is no loop inside, every number is read
     * once, and the compiler knows the distance of neighbours, which spares it most checks of bounds.
     */
    private static boolean halves(Window window) {
        return window.kernel == 2 && window.stride == 2;
    }

    private static void maxPoolOfFour(float[] x, float[] y, Window window) {
        int at = 0;
        for (int c = 0; c < window.channels; c++) {
            for (int oy = 0; oy < window.outHeight; oy++) {
                int top = (c * window.height + 2 * oy) * window.width;
                int bottom = top + window.width;
                for (int ox = 0; ox < window.outWidth; ox++) {
                    int p = 2 * ox;
                    float upper = Math.max(x[top + p], x[top + p + 1]);
                    y[at + ox] = Math.max(upper, Math.max(x[bottom + p], x[bottom + p + 1]));
                }
                at += window.outWidth;
            }
        }
    }

    private static void maxPoolOfFourGradient(float[] x, float[] dy, float[] dx, Window window) {
        int at = 0;
        for (int c = 0; c < window.channels; c++) {
            for (int oy = 0; oy < window.outHeight; oy++) {
                int top = (c * window.height + 2 * oy) * window.width;
                int bottom = top + window.width;
                for (int ox = 0; ox < window.outWidth; ox++) {
                    int p = 2 * ox;
                    float a = x[top + p];
                    float b = x[top + p + 1];
                    float d = x[bottom + p];
                    float e = x[bottom + p + 1];
                    int upper = top + p - less(a, b);
                    int lower = bottom + p - less(d, e);
                    int lowerIsLarger = less(Math.max(a, b), Math.max(d, e));
                    dx[upper + (lower - upper & lowerIsLarger)] += dy[at + ox];
                }
                at += window.outWidth;
            }
        }
    }

    private void share(int n, int multiplyAdds, Pictures pictures) {
        ops.sharing()
                .share(
                        work(n, multiplyAdds),
                        (part, parts) ->
                                pictures.part(part, Sharing.begin(n, part, parts), Sharing.end(n, part, parts)));
    }

    private static int work(int n, int multiplyAdds) {
        return (int) Math.min(Integer.MAX_VALUE, (long) n * multiplyAdds);
    }

    /** Multiply-adds for one picture. */
    private static int filtering(Window window) {
        return window.outputs() * window.patch();
    }
}
