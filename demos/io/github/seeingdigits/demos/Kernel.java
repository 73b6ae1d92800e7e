package io.github.seeingdigits.demos;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The functions of {@code kernels.wat} and {@code kernels-windows.wat}, where each is described, and their memory. What is an
 * address or a size in bytes there is one here.
 */
interface Kernel extends JSObject {
    /** Where the kernel keeps a 1. */
    int ONE = 16;
    /** Where memory begins that the kernel leaves to others. */
    int FREE = 65536;
    /** How long its memory is. */
    int BYTES = 512 * 65536;
    /** The most numbers of which it can list those that are not zero. */
    int MOST_LISTED = 8000;

    @JSProperty
    JSObject getMemory();

    void affine(int x, int xs, int count, int w, int b, int bs, int y, int n, int size);

    void outer(int x, int xs, int count, int w, int y, int n, int size, float scale);

    void dots(int y, int w, int x, int xs, int count, int n, int size, int z, int difference);

    void distances(int x, int xs, int count, int w, int b, int y, int z, int n, int size, int used);

    void addProducts(int x, int f, int y, int n, int size);

    void sums(int x, int count, int y, int n);

    void adam(int p, int g, int m, int v, int bytes, float step, float beta1, float beta2, float epsilon);

    void sgd(int p, int g, int v, int bytes, float rate, float momentum, float decay);

    void rectify(int x, int v, int y, int bytes, float slope);

    void zero(int p, int bytes);

    void copy(int x, int xs, int y, int ys, int count, int rows);

    void convolve(
            int x,
            int channels,
            int high,
            int wide,
            int w,
            int size,
            int b,
            int y,
            int units,
            int kernel,
            int outHigh,
            int outWide);

    void patches(
            int x,
            int channels,
            int high,
            int wide,
            int y,
            int size,
            int kernel,
            int stride,
            int outHigh,
            int outWide,
            int back);

    void pool(int x, int planes, int high, int wide, int y, int z, int back);
}
