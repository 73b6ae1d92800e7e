package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Window;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/**
 * The loops of a network done by a WebAssembly {@link Kernel} with vectors of four numbers.
 *
 * <p>Matrices are made in the kernel's memory, one behind the other, and stay there as long as the instance does; so a training
 * run or a lesson, which ends, has an instance of its own ({@link Kernels#fresh}). When the memory is full, further matrices are
 * plain arrays. Whatever touches a matrix that is not in this memory is done in plain Java, and so is what networks in pages
 * seldom do: dropout, weight decay, ⵟ convolutions, pooling other than 2×2. Only a layer's input may live anywhere; it is copied.
 *
 * <p>Sums are added in another order than by {@link PlainOps}, so results differ in the last bits.
 */
final class SimdOps extends PlainOps {
    private static final int BLOCK = 64;

    private final Kernel kernel;
    private final JSObject memory;
    private int free = Kernel.FREE;

    private final SimdWindows windows;

    /** Inputs that live elsewhere. */
    private final Scratch input = new Scratch();

    private final Scratch sum = new Scratch();

    /** Memory that is used again and again, and grows. */
    static final class Scratch {
        int at;
        int bytes;
    }

    SimdOps(Kernel kernel) {
        this.kernel = kernel;
        memory = floats(kernel);
        windows = new SimdWindows(this, kernel);
    }

    @JSBody(params = "kernel", script = "return new Float32Array(kernel.memory.buffer);")
    private static native JSObject floats(Kernel kernel);

    @JSBody(
            params = {"memory", "at", "length"},
            script = "return new Float32Array(memory.buffer, at, length);")
    @JSByRef
    private static native float[] view(JSObject memory, int at, int length);

    @JSBody(
            params = {"memory", "values", "at"},
            script = "memory.set(values, at >> 2);")
    private static native void write(JSObject memory, @JSByRef float[] values, int at);

    /** Bytes in a row of {@code cols} numbers with its filling. */
    static int size(int cols) {
        return (cols + 15) / 16 * BLOCK;
    }

    /** Zeros for {@code bytes} bytes; 0 where the memory is full. */
    private int reserve(int bytes) {
        if (bytes > Kernel.BYTES - free) {
            return 0;
        }
        int at = free;
        free += (bytes + BLOCK - 1) / BLOCK * BLOCK;
        return at;
    }

    /** Makes {@code scratch} at least so long, and says where it is; 0 where the memory is full. */
    int reserve(Scratch scratch, int bytes) {
        if (scratch.bytes < bytes) {
            scratch.at = reserve(bytes);
            scratch.bytes = scratch.at == 0 ? 0 : bytes;
        }
        return scratch.at;
    }

    @Override
    public Matrix matrix(int rows, int cols) {
        int at = reserve(rows * size(cols));
        if (at == 0) {
            return super.matrix(rows, cols);
        }
        float[][] row = new float[rows][];
        for (int i = 0; i < rows; i++) {
            row[i] = view(memory, at + i * size(cols), cols);
        }
        return new SimdMatrix(row, cols, this, at);
    }

    void zero(SimdMatrix matrix) {
        kernel.zero(matrix.at, bytes(matrix));
    }

    private static int bytes(Matrix matrix) {
        return matrix.rows * size(matrix.cols);
    }

    /** Where a matrix of this memory begins, or 0. */
    int at(Matrix matrix) {
        return matrix instanceof SimdMatrix && ((SimdMatrix) matrix).owner == this ? ((SimdMatrix) matrix).at : 0;
    }

    boolean here(Matrix a, Matrix b) {
        return at(a) != 0 && at(b) != 0;
    }

    /** Where {@code n} rows of a layer's input can be read, copied here if they live elsewhere; 0 if that cannot be. */
    int input(Matrix x, int n) {
        if (n == 0 || x.cols > Kernel.MOST_LISTED) {
            return 0;
        }
        int at = at(x);
        if (at == 0) {
            at = reserve(input, n * size(x.cols));
            for (int i = 0; i < n && at != 0; i++) {
                write(memory, x.row[i], at + i * size(x.cols));
            }
        }
        return at;
    }

    @Override
    public void affine(Matrix x, Matrix weights, Matrix bias, Matrix y, int n) {
        int from = input(x, n);
        if (from != 0 && here(weights, bias) && at(y) != 0) {
            kernel.affine(from, size(x.cols), weights.rows, at(weights), at(bias), 0, at(y), n, size(y.cols));
        } else {
            super.affine(x, weights, bias, y, n);
        }
    }

    @Override
    public void affineParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, int n) {
        int from = input(x, n);
        if (from != 0 && here(dWeights, dBias) && at(dy) != 0) {
            int size = size(dy.cols);
            kernel.outer(Kernel.ONE, 0, 1, at(dBias), at(dy), n, size, 1);
            kernel.outer(from, size(x.cols), dWeights.rows, at(dWeights), at(dy), n, size, 1);
        } else {
            super.affineParameterGradient(x, dy, dWeights, dBias, n);
        }
    }

    @Override
    public void affineInputGradient(Matrix dy, Matrix weights, Matrix dx, int n) {
        if (n > 0 && here(weights, dy) && at(dx) != 0) {
            kernel.dots(at(dy), at(weights), at(dx), size(dx.cols), weights.rows, n, size(dy.cols), 0, 0);
        } else {
            super.affineInputGradient(dy, weights, dx, n);
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
        if (here(value, gradient) && here(mean, variance)) {
            kernel.adam(at(value), at(gradient), at(mean), at(variance), bytes(value), step, beta1, beta2, epsilon);
        } else {
            super.adam(value, gradient, mean, variance, step, beta1, beta2, epsilon);
        }
    }

    @Override
    public void sgd(Matrix value, Matrix gradient, Matrix velocity, float rate, float momentum, float weightDecay) {
        if (here(value, gradient) && at(velocity) != 0) {
            kernel.sgd(at(value), at(gradient), at(velocity), bytes(value), rate, momentum, weightDecay);
        } else {
            super.sgd(value, gradient, velocity, rate, momentum, weightDecay);
        }
    }

    @Override
    public void rectify(Matrix x, float slope, Matrix y, int n) {
        if (n > 0 && here(x, y)) {
            kernel.rectify(at(x), at(x), at(y), n * size(x.cols), slope);
        } else {
            super.rectify(x, slope, y, n);
        }
    }

    @Override
    public void rectifyGradient(Matrix x, float slope, Matrix dy, Matrix dx, int n) {
        if (n > 0 && here(x, dy) && at(dx) != 0) {
            kernel.rectify(at(x), at(dy), at(dx), n * size(x.cols), slope);
        } else {
            super.rectifyGradient(x, slope, dy, dx, n);
        }
    }

    @Override
    public void sumsAndSquaredDistances(Matrix x, Matrix weights, Matrix bias, Matrix sums, Matrix distances, int n) {
        int from = input(x, n);
        if (from != 0 && here(weights, bias) && here(sums, distances)) {
            kernel.distances(
                    from,
                    size(x.cols),
                    weights.rows,
                    at(weights),
                    at(bias),
                    at(sums),
                    at(distances),
                    n,
                    size(sums.cols),
                    sums.cols * Float.BYTES);
        } else {
            super.sumsAndSquaredDistances(x, weights, bias, sums, distances, n);
        }
    }

    @Override
    public void squaredDistancesParameterGradient(Matrix x, Matrix weights, Matrix dy, Matrix dWeights, int n) {
        int size = size(dy.cols);
        int from = input(x, n);
        int sums = reserve(sum, size);
        if (from != 0 && sums != 0 && here(weights, dWeights) && at(dy) != 0) {
            kernel.zero(sums, size);
            kernel.outer(Kernel.ONE, 0, 1, sums, at(dy), n, size, 2);
            kernel.outer(from, size(x.cols), weights.rows, at(dWeights), at(dy), n, size, -2);
            kernel.addProducts(at(weights), sums, at(dWeights), weights.rows, size);
        } else {
            super.squaredDistancesParameterGradient(x, weights, dy, dWeights, n);
        }
    }

    @Override
    public void squaredDistancesInputGradient(Matrix x, Matrix weights, Matrix dy, Matrix dx, int n) {
        int from = input(x, n);
        if (from != 0 && here(weights, dy) && at(dx) != 0) {
            kernel.dots(at(dy), at(weights), at(dx), size(dx.cols), weights.rows, n, size(dy.cols), from, 1);
        } else {
            super.squaredDistancesInputGradient(x, weights, dy, dx, n);
        }
    }

    @Override
    public void convolve(Matrix x, Matrix weights, Matrix bias, Matrix y, Window window, int n) {
        if (!windows.convolve(x, weights, bias, y, window, n)) {
            super.convolve(x, weights, bias, y, window, n);
        }
    }

    @Override
    public void convolveParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, Window window, int n) {
        if (!windows.convolveParameterGradient(x, dy, dWeights, dBias, window, n)) {
            super.convolveParameterGradient(x, dy, dWeights, dBias, window, n);
        }
    }

    @Override
    public void convolveInputGradient(Matrix dy, Matrix weights, Matrix dx, Window window, int n) {
        if (!windows.convolveInputGradient(dy, weights, dx, window, n)) {
            super.convolveInputGradient(dy, weights, dx, window, n);
        }
    }

    @Override
    public void maxPool(Matrix x, Matrix y, Window window, int n) {
        if (!windows.maxPool(x, y, window, n)) {
            super.maxPool(x, y, window, n);
        }
    }

    @Override
    public void maxPoolGradient(Matrix x, Matrix dy, Matrix dx, Window window, int n) {
        if (!windows.maxPoolGradient(x, dy, dx, window, n)) {
            super.maxPoolGradient(x, dy, dx, window, n);
        }
    }
}
