package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Window;

/**
 * What comes back to a convolution from one picture: for every filter, the positions where the gradient of its output is not zero, in
 * order, and what it is there. Behind max pooling that is a quarter of them at most. Belongs to one thread at a time.
 */
final class PassedBack {
    /** {@code at[f]} lists positions of filter f; the first {@code count[f]} are meant. */
    final int[][] at;
    /** {@code value[f][e]} is the gradient at position {@code at[f][e]}. */
    final float[][] value;

    final int[] count;

    private final int positions;
    /** The lower halves of windows two by two, which come after all upper ones. */
    private final int[] lowerAt;

    private final float[] lowerValue;

    PassedBack(Window window) {
        positions = window.outHeight * window.outWidth;
        // One more than can be, because a number is written before it is known whether to keep it.
        at = new int[window.units][positions + 1];
        value = new float[window.units][positions + 1];
        count = new int[window.units];
        lowerAt = new int[window.outWidth + 1];
        lowerValue = new float[window.outWidth + 1];
    }

    /** Lists what is not zero in {@code dy}, filters×positions. */
    void scan(float[] dy) {
        for (int f = 0; f < count.length; f++) {
            int first = f * positions;
            int[] mine = at[f];
            int found = 0;
            for (int p = 0; p < positions; p++) {
                mine[found] = p;
                found += one(dy[first + p]);
            }
            for (int e = 0; e < found; e++) {
                value[f][e] = dy[first + mine[e]];
            }
            count[f] = found;
        }
    }

    /**
     * Lists what max pooling and a rectifier hand on.
     *
     * @param window that of the pooling, two by two
     * @param chosen for every output of the pooling, the position its number is from
     * @param y what the pooling and the rectifier gave: where it is zero nothing goes back
     * @param dy the gradient with respect to {@code y}
     */
    void unpool(Window window, char[] chosen, float[] y, float[] dy) {
        int first = 0;
        for (int f = 0; f < count.length; f++) {
            int found = 0;
            for (int oy = 0; oy < window.outHeight; oy++) {
                found = unpoolLine(f, found, first, window.outWidth, (2 * oy + 1) * window.width, chosen, y, dy);
                first += window.outWidth;
            }
            count[f] = found;
        }
    }

    /** One line of windows, whose lower halves begin at position {@code lower}; returns how many are listed now. */
    private int unpoolLine(int f, int listed, int first, int length, int lower, char[] chosen, float[] y, float[] dy) {
        int[] upperAt = at[f];
        float[] upperValue = value[f];
        int uppers = listed;
        int lowers = 0;
        for (int ox = first; ox < first + length; ox++) {
            int p = chosen[ox];
            float g = dy[ox];
            int keep = one(y[ox]) & one(g);
            int isLower = lower - 1 - p >>> 31;
            upperAt[uppers] = p;
            upperValue[uppers] = g;
            uppers += keep & 1 - isLower;
            lowerAt[lowers] = p;
            lowerValue[lowers] = g;
            lowers += keep & isLower;
        }
        System.arraycopy(lowerAt, 0, upperAt, uppers, lowers);
        System.arraycopy(lowerValue, 0, upperValue, uppers, lowers);
        return uppers + lowers;
    }

    /** 1 for a number that is not zero, else 0, without a branch: most would be mispredicted. */
    private static int one(float g) {
        int withoutSign = Float.floatToRawIntBits(g) << 1;
        return (withoutSign | -withoutSign) >>> 31;
    }
}
