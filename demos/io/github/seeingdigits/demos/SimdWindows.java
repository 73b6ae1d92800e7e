package io.github.seeingdigits.demos;

import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Window;

/**
 * The part of {@link SimdOps} that slides windows over pictures. Its methods do what those of the same name do there, or nothing
 * and return false: if a matrix is not in the kernel's memory, if that is full, or if the kernel has no loop for the window.
 */
final class SimdWindows {
    private final SimdOps ops;
    private final Kernel kernel;

    /** A picture with its padding. */
    private final SimdOps.Scratch planes = new SimdOps.Scratch();

    /** A row for each position of the window: what lies under it. */
    private final SimdOps.Scratch patches = new SimdOps.Scratch();

    /** The window that {@link #patches} was used for last: for another, the filling of its rows is not zero. */
    private Window patched;

    SimdWindows(SimdOps ops, Kernel kernel) {
        this.ops = ops;
        this.kernel = kernel;
    }

    boolean convolve(Matrix x, Matrix weights, Matrix bias, Matrix y, Window window, int n) {
        int from = ops.input(x, n);
        boolean blocks = window.stride == 1 && window.units >= 4 && window.outHeight >= 2 && window.outWidth >= 4;
        if (from == 0 || !ops.here(weights, bias) || ops.at(y) == 0 || !roomFor(window, !blocks)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            int picture = padded(from + i * SimdOps.size(x.cols), window);
            int to = ops.at(y) + i * SimdOps.size(y.cols);
            if (blocks) {
                kernel.convolve(
                        picture,
                        window.channels,
                        high(window),
                        wide(window),
                        ops.at(weights),
                        SimdOps.size(weights.cols),
                        ops.at(bias),
                        to,
                        window.units,
                        window.kernel,
                        window.outHeight,
                        window.outWidth);
            } else {
                // For each position the product of a filter with what lies under it: another matrix product.
                int positions = window.outHeight * window.outWidth;
                copyPatches(picture, window, 0);
                kernel.dots(
                        ops.at(weights),
                        patches.at,
                        to,
                        positions * Float.BYTES,
                        positions,
                        window.units,
                        SimdOps.size(weights.cols),
                        0,
                        0);
                for (int k = 0; k < y.cols; k++) {
                    y.row[i][k] += bias.row[0][k / positions];
                }
            }
        }
        return true;
    }

    /** A row of {@link #patches} is what lies under the window at one position, so dW is dy·patches. */
    boolean convolveParameterGradient(Matrix x, Matrix dy, Matrix dWeights, Matrix dBias, Window window, int n) {
        int from = ops.input(x, n);
        int positions = window.outHeight * window.outWidth;
        if (from == 0 || !ops.here(dWeights, dBias) || ops.at(dy) == 0 || !roomFor(window, true)) {
            return false;
        }
        int size = SimdOps.size(dWeights.cols);
        for (int i = 0; i < n; i++) {
            int gradient = ops.at(dy) + i * SimdOps.size(dy.cols);
            copyPatches(padded(from + i * SimdOps.size(x.cols), window), window, 0);
            kernel.affine(
                    gradient,
                    positions * Float.BYTES,
                    positions,
                    patches.at,
                    ops.at(dWeights),
                    size,
                    ops.at(dWeights),
                    window.units,
                    size);
            kernel.sums(gradient, positions, ops.at(dBias), window.units);
        }
        return true;
    }

    /** The gradient with respect to all patches is dyᵀ·W; an input adds up its parts of it. */
    boolean convolveInputGradient(Matrix dy, Matrix weights, Matrix dx, Window window, int n) {
        int positions = window.outHeight * window.outWidth;
        if (!ops.here(dy, weights) || ops.at(dx) == 0 || !roomFor(window, true)) {
            return false;
        }
        int size = SimdOps.size(weights.cols);
        for (int i = 0; i < n; i++) {
            kernel.zero(patches.at, positions * size);
            kernel.outer(
                    ops.at(dy) + i * SimdOps.size(dy.cols),
                    positions * Float.BYTES,
                    positions,
                    patches.at,
                    ops.at(weights),
                    window.units,
                    size,
                    1);
            int to = ops.at(dx) + i * SimdOps.size(dx.cols);
            kernel.zero(to, SimdOps.size(dx.cols));
            if (window.padding == 0) {
                copyPatches(to, window, 1);
            } else {
                kernel.zero(planes.at, planes.bytes);
                copyPatches(planes.at, window, 1);
                copyPlanes(to, window, true);
            }
        }
        return true;
    }

    boolean maxPool(Matrix x, Matrix y, Window window, int n) {
        if (!ops.here(x, y) || !pairs(window)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            int to = ops.at(y) + i * SimdOps.size(y.cols);
            kernel.pool(ops.at(x) + i * SimdOps.size(x.cols), window.channels, window.height, window.width, to, 0, 0);
        }
        return true;
    }

    boolean maxPoolGradient(Matrix x, Matrix dy, Matrix dx, Window window, int n) {
        if (!ops.here(x, dy) || ops.at(dx) == 0 || !pairs(window)) {
            return false;
        }
        kernel.zero(ops.at(dx), n * SimdOps.size(dx.cols));
        for (int i = 0; i < n; i++) {
            int row = i * SimdOps.size(x.cols);
            int from = ops.at(dy) + i * SimdOps.size(dy.cols);
            kernel.pool(ops.at(dx) + row, window.channels, window.height, window.width, from, ops.at(x) + row, 1);
        }
        return true;
    }

    private static boolean pairs(Window window) {
        return window.kernel == 2 && window.stride == 2 && window.outWidth >= 4;
    }

    private static int high(Window window) {
        return window.height + 2 * window.padding;
    }

    private static int wide(Window window) {
        return window.width + 2 * window.padding;
    }

    /** Whether there is memory for a padded picture, if the window has padding, and for its patches, if they are needed. */
    private boolean roomFor(Window window, boolean withPatches) {
        if (window.padding > 0
                && ops.reserve(planes, window.channels * high(window) * wide(window) * Float.BYTES) == 0) {
            return false;
        }
        if (!withPatches) {
            return true;
        }
        int positions = window.outHeight * window.outWidth;
        int at = ops.reserve(patches, positions * SimdOps.size(window.patch()));
        if (at != 0 && patched != window) {
            kernel.zero(at, patches.bytes);
            patched = window;
        }
        return at != 0 && positions <= Kernel.MOST_LISTED;
    }

    /** The picture at {@code at} with its padding. */
    private int padded(int at, Window window) {
        if (window.padding == 0) {
            return at;
        }
        kernel.zero(planes.at, planes.bytes);
        copyPlanes(at, window, false);
        return planes.at;
    }

    /** Copies a picture into {@link #planes} inside their padding, or {@code back} from there. */
    private void copyPlanes(int picture, Window window, boolean back) {
        int width = window.width * Float.BYTES;
        int wide = wide(window) * Float.BYTES;
        for (int c = 0; c < window.channels; c++) {
            int outside = picture + c * window.height * width;
            int inside = planes.at + (c * high(window) + window.padding) * wide + window.padding * Float.BYTES;
            if (back) {
                kernel.copy(inside, wide, outside, width, window.width, window.height);
            } else {
                kernel.copy(outside, width, inside, wide, window.width, window.height);
            }
        }
    }

    private void copyPatches(int picture, Window window, int back) {
        kernel.patches(
                picture,
                window.channels,
                high(window),
                wide(window),
                patches.at,
                SimdOps.size(window.patch()),
                window.kernel,
                window.stride,
                window.outHeight,
                window.outWidth,
                back);
    }
}
