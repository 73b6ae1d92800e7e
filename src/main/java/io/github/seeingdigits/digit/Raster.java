package io.github.seeingdigits.digit;

/** A grey picture: one float per pixel, 0 for paper and 1 for full ink, row by row from the top left. */
public final class Raster {
    /** What a sum of steps may be off by, in pixels. */
    private static final double ROUNDING = 1e-9;

    public final int width;
    public final int height;
    public final float[] ink;

    /** A picture without ink. */
    public Raster(int width, int height) {
        this(width, height, new float[width * height]);
    }

    /** Wraps {@code ink}, which has width·height values. */
    public Raster(int width, int height, float[] ink) {
        if (ink.length != width * height) {
            throw new IllegalArgumentException(
                    "a " + width + "×" + height + " picture has " + width * height + " pixels, got " + ink.length);
        }
        this.width = width;
        this.height = height;
        this.ink = ink;
    }

    /**
     * Draws a line of the given width with round ends. Where lines meet, the darker wins, so that a crossing is as dark as a
     * line. All measures are in pixels; the centre of the top left pixel is at (0.5, 0.5).
     */
    public void line(float x1, float y1, float x2, float y2, float penWidth) {
        float radius = penWidth / 2;
        int left = Math.max(0, (int) Math.floor(Math.min(x1, x2) - radius - 1));
        int right = Math.min(width - 1, (int) Math.ceil(Math.max(x1, x2) + radius + 1));
        int top = Math.max(0, (int) Math.floor(Math.min(y1, y2) - radius - 1));
        int bottom = Math.min(height - 1, (int) Math.ceil(Math.max(y1, y2) + radius + 1));
        float dx = x2 - x1;
        float dy = y2 - y1;
        float lengthSquared = dx * dx + dy * dy;
        // What is surely beyond the edge needs no root.
        float far = (radius + 1) * (radius + 1);
        for (int j = top; j <= bottom; j++) {
            float py = j + 0.5f - y1;
            for (int i = left; i <= right; i++) {
                int at = j * width + i;
                // Most of a stroke's pixels are full from the line before.
                if (ink[at] == 1) {
                    continue;
                }
                float px = i + 0.5f - x1;
                float along = lengthSquared == 0 ? 0 : (px * dx + py * dy) / lengthSquared;
                along = along < 0 ? 0 : along > 1 ? 1 : along;
                float ex = px - along * dx;
                float ey = py - along * dy;
                float squared = ex * ex + ey * ey;
                if (squared < far) {
                    // A pixel half a unit inside the edge is full, half a unit outside is empty.
                    float cover = radius + 0.5f - (float) Math.sqrt(squared);
                    if (cover > ink[at]) {
                        ink[at] = Math.min(1, cover);
                    }
                }
            }
        }
    }

    /**
     * This picture at another size, each new pixel the mean of the area it covers in the old picture.
     *
     * @param newWidth may exceed the width: pixels are then repeated
     */
    public Raster scale(int newWidth, int newHeight) {
        Raster scaled = new Raster(newWidth, newHeight);
        double stepX = (double) width / newWidth;
        double stepY = (double) height / newHeight;
        double[][] across = shares(width, newWidth);
        double[][] down = shares(height, newHeight);
        for (int j = 0; j < newHeight; j++) {
            int top = first(j * stepY);
            for (int i = 0; i < newWidth; i++) {
                int left = first(i * stepX);
                double sum = 0;
                for (int y = 0; y < down[j].length; y++) {
                    for (int x = 0; x < across[i].length; x++) {
                        sum += ink[(top + y) * width + left + x] * down[j][y] * across[i][x];
                    }
                }
                scaled.ink[j * newWidth + i] = (float) (sum / (stepX * stepY));
            }
        }
        return scaled;
    }

    /** The first old pixel that a new one covers, when it begins there. */
    private static int first(double begins) {
        return (int) (begins + ROUNDING);
    }

    /** How much of each old pixel, from {@link #first} on, each of so many new ones covers in one direction. */
    private static double[][] shares(int length, int newLength) {
        double step = (double) length / newLength;
        double[][] shares = new double[newLength][];
        for (int i = 0; i < newLength; i++) {
            double begins = i * step;
            double ends = (i + 1) * step;
            int first = first(begins);
            int last = Math.min(length, (int) Math.ceil(ends - ROUNDING));
            shares[i] = new double[last - first];
            for (int k = first; k < last; k++) {
                shares[i][k - first] = Math.min(ends, k + 1) - Math.max(begins, k);
            }
        }
        return shares;
    }

    /** The smallest part that holds all ink, or null if there is none. */
    public Raster crop() {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                if (ink[j * width + i] > 0) {
                    left = Math.min(left, i);
                    right = Math.max(right, i);
                    top = Math.min(top, j);
                    bottom = j;
                }
            }
        }
        if (right < 0) {
            return null;
        }
        Raster part = new Raster(right - left + 1, bottom - top + 1);
        for (int j = 0; j < part.height; j++) {
            System.arraycopy(ink, (top + j) * width + left, part.ink, j * part.width, part.width);
        }
        return part;
    }
}
