package io.github.seeingdigits.digit;

/**
 * Grey morphology with squares (Serra 1982, <i>Image Analysis and Mathematical Morphology</i>): what is darker than its
 * surroundings and narrower than the square can be told from the surroundings, however unevenly these are lit.
 */
final class Extremes {
    private Extremes() {}

    /**
     * The closing of a picture by a square of 2·{@code radius} + 1 pixels: dark things that are narrower than the square
     * take the brightness of what is around them; everything else, the edge of a shadow too, stays.
     */
    static Raster closing(Raster picture, int radius) {
        return square(square(picture, radius, 1), radius, -1);
    }

    /** Each pixel the largest (sign 1) or smallest (sign −1) within a square; beyond the edge there is nothing. */
    private static Raster square(Raster picture, int radius, int sign) {
        int w = picture.width;
        int h = picture.height;
        float[][] scratch = new float[2][Math.max(w, h) + 2 * radius];
        Raster across = new Raster(w, h);
        for (int j = 0; j < h; j++) {
            line(picture.ink, across.ink, j * w, 1, w, radius, sign, scratch);
        }
        Raster both = new Raster(w, h);
        for (int i = 0; i < w; i++) {
            line(across.ink, both.ink, i, w, h, radius, sign, scratch);
        }
        return both;
    }

    /**
     * The largest in a window of 2·radius + 1 pixels around each pixel of a line, with three comparisons a pixel however wide the
     * window (van Herk 1992, doi:10.1016/0167-8655(92)90069-C): a window spans at most two blocks of its own width, so that it is
     * the end of one, whose largest is known from the right, and the beginning of the next, known from the left.
     *
     * @param scratch two rows of at least the line's length and 2·radius
     */
    private static void line(
            float[] from, float[] to, int start, int step, int length, int radius, int sign, float[][] scratch) {
        int block = 2 * radius + 1;
        int padded = length + 2 * radius;
        float[] fromLeft = scratch[0];
        float[] fromRight = scratch[1];
        for (int i = 0; i < padded; i++) {
            boolean beyond = i < radius || i >= radius + length;
            fromRight[i] = beyond ? Float.NEGATIVE_INFINITY : sign * from[start + (i - radius) * step];
            fromLeft[i] = i % block == 0 ? fromRight[i] : Math.max(fromLeft[i - 1], fromRight[i]);
        }
        for (int i = padded - 2; i >= 0; i--) {
            if ((i + 1) % block != 0) {
                fromRight[i] = Math.max(fromRight[i], fromRight[i + 1]);
            }
        }
        for (int i = 0; i < length; i++) {
            to[start + i * step] = sign * Math.max(fromRight[i], fromLeft[i + 2 * radius]);
        }
    }

    /**
     * Each pixel the largest (or, with a negative radius, the smallest) within a disc: strokes gain {@code radius} pixels on
     * either side. Fractions of a pixel count at the disc's edge.
     */
    static Raster thicken(Raster picture, double radius) {
        int w = picture.width;
        int h = picture.height;
        int sign = radius < 0 ? -1 : 1;
        double size = Math.abs(radius);
        int reach = (int) Math.ceil(size);
        Raster thick = new Raster(w, h, picture.ink.clone());
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                // 1 inside the disc, 0 one pixel beyond.
                float share = (float) Math.min(1, size + 1 - Math.sqrt(dx * dx + dy * dy));
                if (share <= 0) {
                    continue;
                }
                for (int j = 0; j < h; j++) {
                    for (int i = 0; i < w; i++) {
                        int x = i + dx;
                        int y = j + dy;
                        float other = x < 0 || y < 0 || x >= w || y >= h ? 0 : picture.ink[y * w + x];
                        float here = picture.ink[j * w + i];
                        float changed = here + share * (other - here);
                        int at = j * w + i;
                        thick.ink[at] = sign * Math.max(sign * thick.ink[at], sign * changed);
                    }
                }
            }
        }
        return thick;
    }
}
