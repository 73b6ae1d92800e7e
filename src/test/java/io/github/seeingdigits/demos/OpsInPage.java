package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.Architecture;
import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.MaxPool;
import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.Window;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Compares {@link SimdOps} with {@link PlainOps}, in the browser, where alone it runs. {@code KernelIT} compiles this with TeaVM
 * and calls {@code opsInPage(operation, seed)}, which gives the largest difference as a fraction of 10 plus the right result, or
 * throws.
 */
public final class OpsInPage {
    private static final String[] CONVOLUTIONS = {
        "conv 1x28x28 8 5",
        "conv 8x12x12 16 5",
        "conv 16x12x12 24 3 pad 1",
        "conv 32x5x5 48 3",
        "conv 24x12x12 32 3",
        "conv 1x5x5 1 5",
        "conv 2x6x7 3 1",
        "conv 2x7x5 5 2",
        "conv 3x9x7 5 3 stride 2",
        "conv 3x9x8 6 3 pad 1",
        "conv 9x8x11 7 3 stride 3 pad 2",
        "conv 5x7x6 2 4 stride 2 pad 3",
        "conv 1x6x9 4 1"
    };
    private static final String[] POOLINGS = {
        "maxpool 8x24x24 2",
        "maxpool 16x8x8 2",
        "maxpool 3x11x13 2",
        "maxpool 2x10x10 2",
        "maxpool 1x2x8 2",
        "maxpool 3x6x6 2",
        "maxpool 3x9x7 3",
        "maxpool 2x7x9 2 stride 1"
    };

    private static Instantiate kernels;
    /** That of the comparison under way. */
    private static Kernel kernel;

    private static SimdOps simd;
    /** How many matrices it had no room for. */
    private static int unplaced;

    private OpsInPage() {}

    @JSFunctor
    interface Compare extends JSObject {
        double apply(String operation, int seed);
    }

    /** A kernel with a memory of its own. */
    @JSFunctor
    interface Instantiate extends JSObject {
        Kernel apply();
    }

    @JSFunctor
    interface Start extends JSObject {
        void apply(Instantiate kernels);
    }

    public static void main(String[] args) {
        offer(instantiate -> kernels = instantiate, OpsInPage::compare);
    }

    @JSBody(
            params = {"start", "compare"},
            script = "self.startOps = start; self.opsInPage = compare;")
    private static native void offer(Start start, Compare compare);

    @JSBody(
            params = {"kernel", "at", "cols", "size"},
            script = "return new Float32Array(kernel.memory.buffer, at, size / 4).subarray(cols).some("
                    + "function(v) { return v !== 0; });")
    private static native boolean filled(Kernel kernel, int at, int cols, int size);

    private static double compare(String operation, int seed) {
        kernel = kernels.apply();
        simd = new SimdOps(kernel);
        unplaced = 0;
        return switch (operation) {
            case "dense" -> largest(dense(new PlainOps(), new PlainOps(), seed, 60), dense(simd, simd, seed, 60));
            case "denseOfForeignInput" ->
                largest(dense(new PlainOps(), new PlainOps(), seed, 60), dense(simd, new PlainOps(), seed, 60));
            case "denseOfAnotherKernelsInput" ->
                largest(
                        dense(new PlainOps(), new PlainOps(), seed, 60),
                        dense(simd, new SimdOps(kernels.apply()), seed, 60));
            case "denseWhenFull" -> {
                int before = next();
                dense(simd, simd, seed, 60);
                int needed = next() - before;
                simd = new SimdOps(kernels.apply());
                // Room for some matrices and not for others: none of a tenth, or one tenth, and so on to nine.
                simd.matrix((Kernel.BYTES - Kernel.FREE - needed / 10 * (seed % 10)) / 64, 1);
                List<Matrix> found = dense(simd, simd, seed, 60);
                if (unplaced == 0) {
                    throw new IllegalStateException("the memory is not full");
                }
                yield largest(dense(new PlainOps(), new PlainOps(), seed, 60), found);
            }
            case "convolution" -> windows(CONVOLUTIONS, seed);
            case "pooling" -> windows(POOLINGS, seed);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** Where the next matrix will be. */
    private static int next() {
        return ((SimdMatrix) simd.matrix(1, 1)).at;
    }

    private static double windows(String[] layers, int seed) {
        double largest = 0;
        for (String text : layers) {
            Layer layer = Architecture.layers(text, new PlainOps()).get(0);
            List<Matrix> expected;
            List<Matrix> found;
            if (layer instanceof Convolution) {
                Window window = ((Convolution) layer).window();
                expected = convolution(new PlainOps(), new PlainOps(), window, seed);
                found = convolution(simd, seed % 2 == 0 ? simd : new PlainOps(), window, seed);
            } else {
                Window window = ((MaxPool) layer).window();
                expected = pooling(new PlainOps(), window, seed);
                found = pooling(simd, window, seed);
            }
            double difference = largest(expected, found);
            if (!(difference < 1e-5)) {
                throw new IllegalStateException(text + " differs by a fraction of " + (int) (1e6 * difference) + "e-6");
            }
            largest = Math.max(largest, difference);
        }
        return largest;
    }

    /** What every operation of layers without windows gives, for inputs of which many are zero. */
    private static List<Matrix> dense(Ops ops, Ops inputs, int seed, int most) {
        SeededRandom random = new SeededRandom(seed);
        int batch = 1 + random.nextInt(most);
        int in = 1 + random.nextInt(most);
        int out = 1 + random.nextInt(most);
        int n = 1 + random.nextInt(batch);
        Matrix x = random(inputs, batch, in, random, random.nextFloat());
        Matrix weights = random(ops, in, out, random, 1);
        Matrix bias = random(ops, 1, out, random, 1);
        Matrix y = random(ops, batch, out, random, 1);
        Matrix sums = random(ops, batch, out, random, 1);
        Matrix distances = random(ops, batch, out, random, 1);
        Matrix rectified = random(ops, batch, out, random, 1);
        Matrix dRectified = random(ops, batch, out, random, 1);
        Matrix dy = random(ops, batch, out, random, 0.6f);
        Matrix dx = random(ops, batch, in, random, 1);
        Matrix dWeights = random(ops, in, out, random, 1);
        Matrix dBias = random(ops, 1, out, random, 1);
        ops.affine(x, weights, bias, y, n);
        ops.affineParameterGradient(x, dy, dWeights, dBias, n);
        ops.affineInputGradient(dy, weights, dx, n);
        Matrix dDistances = random(ops, batch, in, random, 1);
        Matrix dPrototypes = random(ops, in, out, random, 1);
        ops.sumsAndSquaredDistances(x, weights, bias, sums, distances, n);
        ops.squaredDistancesParameterGradient(x, weights, dy, dPrototypes, n);
        ops.squaredDistancesInputGradient(x, weights, dy, dDistances, n);
        float slope = random.nextInt(2) * 0.01f;
        ops.rectify(dy, slope, rectified, n);
        ops.rectifyGradient(dy, slope, y, dRectified, n);
        Matrix dropped = random(ops, batch, out, random, 1);
        ops.multiply(dy, y, dropped, n);
        List<Matrix> results = new ArrayList<>(List.of(
                y, dWeights, dBias, dx, sums, distances, dPrototypes, dDistances, rectified, dRectified, dropped));
        for (float momentum : new float[] {0, 0.9f}) {
            Matrix value = random(ops, in, out, random, 1);
            Matrix velocity = ops.matrix(in, out);
            ops.sgd(value, dWeights, velocity, 0.1f, momentum, 0.01f);
            ops.sgd(value, dWeights, velocity, 0.1f, momentum, 0.01f);
            ops.shrink(value, 0.01f);
            results.add(value);
        }
        Matrix value = random(ops, in, out, random, 1);
        Matrix mean = ops.matrix(in, out);
        Matrix variance = ops.matrix(in, out);
        ops.adam(value, dWeights, mean, variance, 0.01f, 0.9f, 0.999f, 1e-8f);
        ops.adam(value, dPrototypes, mean, variance, 0.01f, 0.9f, 0.999f, 1e-8f);
        results.addAll(List.of(value, mean, variance));
        Matrix cleared = random(ops, in, out, random, 1);
        cleared.fill(0);
        results.add(cleared);
        return results;
    }

    /** Output and gradients, those of the parameters added to what is there, for gradients of which most are zero. */
    private static List<Matrix> convolution(Ops ops, Ops inputs, Window window, int seed) {
        SeededRandom random = new SeededRandom(seed + window.inputs());
        int batch = 3;
        int n = 2;
        Matrix x = random(inputs, batch, window.inputs(), random, 0.7f);
        Matrix weights = random(ops, window.units, window.patch(), random, 1);
        Matrix bias = random(ops, 1, window.units, random, 1);
        Matrix y = random(ops, batch, window.outputs(), random, 1);
        Matrix dy = random(ops, batch, window.outputs(), random, 0.3f);
        Matrix dx = random(ops, batch, window.inputs(), random, 1);
        Matrix dWeights = random(ops, window.units, window.patch(), random, 1);
        Matrix dBias = random(ops, 1, window.units, random, 1);
        ops.convolve(x, weights, bias, y, window, n);
        ops.convolveParameterGradient(x, dy, dWeights, dBias, window, n);
        ops.convolveInputGradient(dy, weights, dx, window, n);
        Matrix again = random(ops, batch, window.outputs(), random, 1);
        ops.convolve(x, weights, bias, again, window, n);
        return List.of(y, dWeights, dBias, dx, again);
    }

    private static List<Matrix> pooling(Ops ops, Window window, int seed) {
        SeededRandom random = new SeededRandom(seed + window.inputs());
        int batch = 3;
        // Half of the numbers are zero, as behind a rectifier, so that there are equals to choose from.
        Matrix x = random(ops, batch, window.inputs(), random, 0.5f);
        Matrix dy = random(ops, batch, window.outputs(), random, 0.9f);
        Matrix y = random(ops, batch, window.outputs(), random, 1);
        Matrix dx = random(ops, batch, window.inputs(), random, 1);
        ops.maxPool(x, y, window, 2);
        ops.maxPoolGradient(x, dy, dx, window, 2);
        return List.of(y, dx);
    }

    private static Matrix random(Ops ops, int rows, int cols, SeededRandom random, float density) {
        Matrix m = ops.matrix(rows, cols);
        unplaced += ops == simd && !(m instanceof SimdMatrix) ? 1 : 0;
        for (float[] row : m.row) {
            for (int j = 0; j < cols; j++) {
                row[j] = random.nextFloat() < density ? 2 * random.nextFloat() - 1 : 0;
            }
        }
        return m;
    }

    private static double largest(List<Matrix> expected, List<Matrix> found) {
        double largest = 0;
        for (int m = 0; m < expected.size(); m++) {
            Matrix matrix = found.get(m);
            for (int i = 0; i < matrix.rows; i++) {
                float[] row = expected.get(m).row[i];
                for (int j = 0; j < row.length; j++) {
                    double difference = Math.abs(row[j] - matrix.row[i][j]) / (10 + Math.abs(row[j]));
                    if (!(difference < 1e-5)) {
                        throw new IllegalStateException("result " + m + ", row " + i + ", column " + j
                                + " differs, shape " + matrix.rows + "×" + matrix.cols);
                    }
                    largest = Math.max(largest, difference);
                }
            }
            if (matrix instanceof SimdMatrix) {
                SimdMatrix here = (SimdMatrix) matrix;
                for (int i = 0; i < matrix.rows; i++) {
                    int size = SimdOps.size(matrix.cols);
                    if (here.owner == simd && filled(kernel, here.at + i * size, matrix.cols, size)) {
                        throw new IllegalStateException("the filling of result " + m + " is not zero");
                    }
                }
            }
        }
        return largest;
    }
}
