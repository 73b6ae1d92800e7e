package io.github.seeingdigits.publishing;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * A picture of pixels that shapes are filled on, with smooth edges. It counts exactly which part of a pixel a shape covers, with nothing but
 * sums and products, so that the same shapes give the same bytes on every machine.
 */
final class Canvas {
    private static final double FLATNESS = 0.1;

    private final int width;
    private final int height;
    private final double shades;
    private final int background;
    private final int[] pixels;
    /** For each pixel of a shape's rows, how much more of it is covered than of its left neighbour. */
    private final float[] cover;

    /**
     * An even picture.
     *
     * @param shades in how many steps an edge goes from one colour to the other; few of them make small files in little time
     */
    Canvas(int width, int height, int background, int shades) {
        this.width = width;
        this.height = height;
        this.shades = shades;
        this.background = background;
        pixels = new int[width * height];
        cover = new float[width * height + 2];
        clear();
    }

    /** Makes the picture even again. */
    void clear() {
        Arrays.fill(pixels, background);
    }

    /** Row by row, {@code 0xAARRGGBB}. */
    int[] pixels() {
        return pixels;
    }

    /** Fills a shape; what it covers twice in the same sense counts once. */
    void fill(Shape shape, int rgb, double opacity) {
        Rectangle2D box = shape.getBounds2D();
        int top = Math.max(0, (int) Math.floor(box.getMinY()));
        int bottom = Math.min(height, (int) Math.ceil(box.getMaxY()));
        int left = Math.max(0, (int) Math.floor(box.getMinX()));
        int right = Math.min(width, (int) Math.ceil(box.getMaxX()) + 1);
        if (top >= bottom || left >= right) {
            return;
        }
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (PathIterator path = shape.getPathIterator(null, FLATNESS); !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            if (kind == PathIterator.SEG_MOVETO) {
                edge(x, y, startX, startY);
                startX = point[0];
                startY = point[1];
            } else if (kind == PathIterator.SEG_LINETO) {
                edge(x, y, point[0], point[1]);
            } else {
                edge(x, y, startX, startY);
                point[0] = startX;
                point[1] = startY;
            }
            x = point[0];
            y = point[1];
        }
        edge(x, y, startX, startY);
        for (int row = top; row < bottom; row++) {
            float sum = 0;
            double seen = 0;
            // What begins left of the picture was counted in its first column.
            for (int at = row * width + left; at < row * width + right; at++) {
                if (cover[at] != 0) {
                    sum += cover[at];
                    seen = Math.rint(Math.min(1, Math.abs(sum)) * shades) / shades * opacity;
                }
                blend(at, rgb, seen);
            }
            Arrays.fill(cover, row * width + left, Math.min((row + 1) * width, row * width + right + 1), 0);
        }
    }

    /** Adds the part of each pixel that lies to the right of an edge, with a sign for its direction. */
    private void edge(double x0, double y0, double x1, double y1) {
        if (y0 == y1) {
            return;
        }
        double sign = y0 < y1 ? 1 : -1;
        double topX = y0 < y1 ? x0 : x1;
        double topY = Math.min(y0, y1);
        double bottomY = Math.max(y0, y1);
        double slope = (x1 - x0) / (y1 - y0);
        for (int row = Math.max(0, (int) Math.floor(topY)); row < Math.min(height, bottomY); row++) {
            double from = Math.max(row, topY);
            double to = Math.min(row + 1, bottomY);
            double a = topX + (from - topY) * slope;
            double b = topX + (to - topY) * slope;
            span(row, Math.min(a, b), Math.max(a, b), sign * (to - from));
        }
    }

    /** An edge within one row, from {@code a} to {@code b}, that is as high as {@code tall}. */
    private void span(int row, double a, double b, double tall) {
        if (a >= width) {
            return;
        }
        int first = (int) Math.floor(Math.max(0, a));
        int last = Math.min(width - 1, (int) Math.floor(Math.max(0, b)));
        double before = 0;
        for (int column = first; column <= last; column++) {
            double covered = b <= column ? 1 : a >= column + 1 ? 0 : area(column, a, b);
            add(row, column, tall * (covered - before));
            before = covered;
        }
        if (last + 1 < width) {
            add(row, last + 1, tall * (1 - before));
        }
    }

    /** The part of the pixel from {@code column} on that lies to the right of an edge which is spread evenly from a to b. */
    private static double area(int column, double a, double b) {
        if (b - a < 1e-9) {
            return Math.max(0, Math.min(1, column + 1 - a));
        }
        // The mean over the edge of max(0, min(1, column + 1 - x)).
        double full = Math.max(0, Math.min(b, column) - a);
        double low = Math.max(a, column);
        double high = Math.min(b, column + 1);
        double partial = high > low ? (high - low) * (column + 1 - (low + high) / 2) : 0;
        return (full + partial) / (b - a);
    }

    private void add(int row, int column, double value) {
        cover[row * width + column] += (float) value;
    }

    private void blend(int at, int rgb, double opacity) {
        if (opacity < 1.0 / 512) {
            return;
        }
        if (opacity == 1) {
            pixels[at] = 0xFF000000 | rgb;
            return;
        }
        int below = pixels[at];
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double old = below >> shift & 0xFF;
            mixed = mixed << 8 | (int) (old + ((rgb >> shift & 0xFF) - old) * opacity + 0.5);
        }
        pixels[at] = mixed;
    }
}
