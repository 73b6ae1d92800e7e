package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Window;

/**
 * What a rectifier and max pooling, two by two and side by side, make of a convolution's output while that is still in the cache, and
 * where each number is from. It makes no difference which of the two comes first: max(0, ·) keeps the order.
 *
 * <p>Gives the bits that {@link io.github.seeingdigits.network.Relu} and {@link io.github.seeingdigits.network.MaxPool} give one after
 * the other.
 */
final class Pooling {
    final Window window;
    /** {@code chosen[i][o]} is the position in its channel from which output o of example i is. */
    final char[][] chosen;

    /** For {@code batch} examples; {@code window} is two by two with a stride of two. */
    Pooling(Window window, int batch) {
        this.window = window;
        chosen = new char[batch][window.outputs()];
    }

    /** Whether windows are two by two and side by side, and their positions fit a char. */
    static boolean fits(Window window) {
        return window.kernel == 2 && window.stride == 2 && window.height * window.width <= Character.MAX_VALUE;
    }

    /**
     * Pools channel {@code c} of example {@code i}, which begins in {@code x} at {@code from} and holds finite numbers.
     *
     * <p>Numbers that are not negative have the order of their bits, and those below zero have the sign of a negative integer, so that
     * integers can be compared, which takes a third of the time.
     */
    void pool(int i, int c, float[] x, int from, Matrix y) {
        int first = c * window.outHeight * window.outWidth;
        for (int oy = 0; oy < window.outHeight; oy++) {
            line(x, from, 2 * oy * window.width, y.row[i], chosen[i], first + oy * window.outWidth);
        }
    }

    private void line(float[] x, int from, int top, float[] y, char[] chosen, int at) {
        int upper = from + top;
        int lower = upper + window.width;
        for (int ox = 0; ox < window.outWidth; ox++) {
            int x0 = Math.max(0, Float.floatToRawIntBits(x[upper + 2 * ox]));
            int x1 = Math.max(0, Float.floatToRawIntBits(x[upper + 2 * ox + 1]));
            int x2 = Math.max(0, Float.floatToRawIntBits(x[lower + 2 * ox]));
            int x3 = Math.max(0, Float.floatToRawIntBits(x[lower + 2 * ox + 1]));
            int above = Math.max(x0, x1);
            int below = Math.max(x2, x3);
            // The sign of a difference is all bits set where the second is larger; among equals the first is chosen.
            int aboveAt = top + 2 * ox - (x0 - x1 >> 31);
            int belowAt = top + window.width + 2 * ox - (x2 - x3 >> 31);
            y[at + ox] = Float.intBitsToFloat(Math.max(above, below));
            chosen[at + ox] = (char) (aboveAt + (belowAt - aboveAt & above - below >> 31));
        }
    }

    /** The same for any numbers: what is not a number goes on, so that the loss shows it. Where it comes from is not noted. */
    void poolAny(int i, int c, float[] x, int from, Matrix y) {
        int first = c * window.outHeight * window.outWidth;
        for (int o = 0; o < window.outHeight * window.outWidth; o++) {
            int p = from + o / window.outWidth * 2 * window.width + o % window.outWidth * 2;
            float above = Math.max(x[p], x[p + 1]);
            float below = Math.max(x[p + window.width], x[p + window.width + 1]);
            y.row[i][first + o] = Math.max(0f, Math.max(above, below));
        }
    }
}
