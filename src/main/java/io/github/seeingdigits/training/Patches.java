package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.Window;
import java.util.Arrays;

/**
 * What lies under a {@link Window} at each of its positions, copied out of pictures into rows that are arrays of their own,
 * because those are what the JVM's compiler makes vectors of.
 *
 * <p>There are two layouts. {@link #columns} has a row for each number of the window and in it every position, so that a
 * filter's output is a sum of long rows. {@link #rows} has a row for each position, so that positions with nothing to pass
 * back can be skipped; in it the channels of a pixel are neighbours, so that a line of the window is copied in one piece.
 * Belongs to one thread at a time.
 */
final class Patches {
    /** Rows about as long as this make the loops fast, and four of them still lie in the processor's first cache. */
    private static final int LONG_ROW = 512;

    /** {@code columns[t][slot·positions + p]} is number t under the window at position p of the picture in that slot. */
    final float[][] columns;
    /** {@code rows[p]} holds the numbers under the window at position p, line by line, pixel by pixel, channel by channel. */
    final float[][] rows;
    /** Where window p begins in a channel with its padding. */
    final int[] corner;
    /** Where number t of a filter, counted channel by channel, is in {@link #padded}, seen from a {@link #corner}. */
    final int[] offset;
    /** Pictures that {@link #columns} has room for. */
    final int slots;

    private final Window window;
    /** Of a channel with its padding: height, width and numbers. */
    private final int height;

    private final int width;
    private final int size;
    private final int positions;
    private final float[] padded;
    private final float[] cropped;
    private final float[] interleaved;

    Patches(Window window) {
        this.window = window;
        height = window.height + 2 * window.padding;
        width = window.width + 2 * window.padding;
        size = height * width;
        positions = window.outHeight * window.outWidth;
        slots = Math.max(1, LONG_ROW / positions);
        columns = new float[window.patch()][slots * positions];
        rows = new float[positions][window.patch()];
        corner = new int[positions];
        for (int p = 0; p < positions; p++) {
            corner[p] = p / window.outWidth * window.stride * width + p % window.outWidth * window.stride;
        }
        offset = new int[window.patch()];
        for (int t = 0; t < offset.length; t++) {
            int line = t / window.kernel % window.kernel;
            offset[t] = t / (window.kernel * window.kernel) * size + line * width + t % window.kernel;
        }
        padded = new float[window.channels * size];
        cropped = new float[height * window.outWidth];
        interleaved = new float[window.channels * size];
    }

    /** Where each number of a filter, counted channel by channel, is in a row of {@link #rows}. */
    static int[] order(Window window) {
        int area = window.kernel * window.kernel;
        int[] order = new int[window.patch()];
        for (int t = 0; t < order.length; t++) {
            order[t] = t % area * window.channels + t / area;
        }
        return order;
    }

    /** Filters in the order of {@link #rows}. */
    static float[][] interleaved(Matrix weights, Window window) {
        int[] order = order(window);
        float[][] filters = new float[window.units][order.length];
        for (int unit = 0; unit < window.units; unit++) {
            for (int t = 0; t < order.length; t++) {
                filters[unit][order[t]] = weights.row[unit][t];
            }
        }
        return filters;
    }

    /** Filters for {@link Window#transposed}: one for each channel, over units, with kernels turned by half a turn. */
    static Matrix turned(Matrix weights, Window window, Ops ops) {
        int area = window.kernel * window.kernel;
        Matrix turned = ops.matrix(window.channels, window.units * area);
        for (int unit = 0; unit < window.units; unit++) {
            for (int t = 0; t < window.patch(); t++) {
                turned.row[t / area][unit * area + area - 1 - t % area] = weights.row[unit][t];
            }
        }
        return turned;
    }

    /** The picture {@code x} with its padding, channel by channel; valid until the next call. */
    float[] padded(float[] x) {
        if (window.padding == 0) {
            return x;
        }
        for (int line = 0; line < window.channels * window.height; line++) {
            System.arraycopy(x, line * window.width, padded, inPadded(line), window.width);
        }
        return padded;
    }

    /** Where line {@code line} of a picture, counted through all channels, begins in {@link #padded}. */
    private int inPadded(int line) {
        return line / window.height * size + (line % window.height + window.padding) * width + window.padding;
    }

    /** Fills a slot of {@link #columns} from the picture {@code x}. */
    void fillColumns(float[] x, int slot) {
        float[] picture = padded(x);
        int t = 0;
        for (int c = 0; c < window.channels; c++) {
            for (int kx = 0; kx < window.kernel; kx++) {
                crop(picture, c * size + kx);
                for (int ky = 0; ky < window.kernel; ky++) {
                    copyLines(ky, columns[t + ky * window.kernel + kx], slot * positions);
                }
            }
            t += window.kernel * window.kernel;
        }
    }

    /** Of every line, the numbers that the window's column which begins at {@code from} meets on its way. */
    private void crop(float[] picture, int from) {
        int at = 0;
        for (int line = 0; line < height; line++) {
            if (window.stride == 1) {
                System.arraycopy(picture, from + line * width, cropped, at, window.outWidth);
            } else {
                for (int ox = 0; ox < window.outWidth; ox++) {
                    cropped[at + ox] = picture[from + line * width + ox * window.stride];
                }
            }
            at += window.outWidth;
        }
    }

    /** Of these, the lines that row {@code ky} of the window meets. */
    private void copyLines(int ky, float[] column, int to) {
        if (window.stride == 1) {
            System.arraycopy(cropped, ky * window.outWidth, column, to, positions);
            return;
        }
        for (int oy = 0; oy < window.outHeight; oy++) {
            int from = (oy * window.stride + ky) * window.outWidth;
            System.arraycopy(cropped, from, column, to + oy * window.outWidth, window.outWidth);
        }
    }

    /** Fills {@link #rows} from a {@link #padded} picture. */
    void fillRows(float[] picture) {
        int channels = window.channels;
        for (int c = 0; c < channels; c++) {
            for (int q = 0; q < size; q++) {
                interleaved[q * channels + c] = picture[c * size + q];
            }
        }
        for (int p = 0; p < positions; p++) {
            take(p);
        }
    }

    /** Forgets what {@link #fillRows} or {@link #put} left. */
    void clear() {
        Arrays.fill(interleaved, 0);
    }

    /** Copies what lies under window {@code p} into its row. */
    float[] take(int p) {
        int length = window.kernel * window.channels;
        for (int ky = 0; ky < window.kernel; ky++) {
            int from = (corner[p] + ky * width) * window.channels;
            System.arraycopy(interleaved, from, rows[p], ky * length, length);
        }
        return rows[p];
    }

    /** The reverse of {@link #take}. */
    void put(int p) {
        int length = window.kernel * window.channels;
        for (int ky = 0; ky < window.kernel; ky++) {
            int to = (corner[p] + ky * width) * window.channels;
            System.arraycopy(rows[p], ky * length, interleaved, to, length);
        }
    }

    /** Copies what {@link #put} left into the picture {@code x}, channel by channel, without padding. */
    void separate(float[] x) {
        for (int line = 0; line < window.channels * window.height; line++) {
            int c = line / window.height;
            int from = (inPadded(line) - c * size) * window.channels + c;
            for (int column = 0; column < window.width; column++) {
                x[line * window.width + column] = interleaved[from + column * window.channels];
            }
        }
    }
}
