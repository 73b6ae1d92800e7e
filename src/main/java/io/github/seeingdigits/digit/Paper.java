package io.github.seeingdigits.digit;

/** Tells ink from paper in a photograph, in whatever light the paper lies and whichever of the two is darker. */
final class Paper {
    /** The widest stroke that is still a stroke, as a part of the longer side. */
    private static final double WIDEST_STROKE = 0.2;

    private Paper() {}

    /** How far each pixel stands out from the paper around it: below it for dark ink, above it for light ink. */
    static Raster ink(Raster grey) {
        Raster negative = new Raster(grey.width, grey.height);
        for (int p = 0; p < negative.ink.length; p++) {
            negative.ink[p] = 1 - grey.ink[p];
        }
        Raster dark = standingOut(grey);
        Raster light = standingOut(negative);
        // Between strokes the paper stands out as well, but it is as bright as the paper farther away.
        Raster around = around(grey);
        double forDark = 0;
        double forLight = 0;
        for (int p = 0; p < grey.ink.length; p++) {
            double brighter = grey.ink[p] - around.ink[p];
            forDark += dark.ink[p] * Math.max(0, -brighter);
            forLight += light.ink[p] * Math.max(0, brighter);
        }
        return forDark >= forLight ? dark : light;
    }

    /** How much darker each pixel is than what surrounds it, in things no wider than a stroke. */
    private static Raster standingOut(Raster picture) {
        int radius = (int) Math.round(WIDEST_STROKE / 2 * PhotoInk.SIDE);
        Raster depth = Extremes.closing(picture, radius);
        for (int p = 0; p < depth.ink.length; p++) {
            depth.ink[p] -= picture.ink[p];
        }
        return depth;
    }

    /**
     * The median of a large square around each pixel: the paper's brightness wherever most of the square is paper in one
     * light. Moving along a row, only the columns that enter and leave are counted (Huang, Yang and Tang 1979).
     */
    private static Raster around(Raster picture) {
        int w = picture.width;
        int h = picture.height;
        int reach = PhotoInk.SIDE / 4;
        Raster median = new Raster(w, h);
        for (int j = 0; j < h; j++) {
            int[] count = new int[PhotoInk.BINS];
            int all = 0;
            for (int i = -reach; i < w; i++) {
                all += column(picture, count, i + reach, j, reach, 1)
                        - column(picture, count, i - reach - 1, j, reach, -1);
                if (i >= 0) {
                    int bin = 0;
                    for (int below = count[0]; below <= all / 2; below += count[bin]) {
                        bin++;
                    }
                    median.ink[j * w + i] = (bin + 0.5f) / PhotoInk.BINS;
                }
            }
        }
        return median;
    }

    /** Adds a column's pixels around row {@code j} to the counts, or takes them out; returns how many. */
    private static int column(Raster picture, int[] count, int i, int j, int reach, int times) {
        if (i < 0 || i >= picture.width) {
            return 0;
        }
        int top = Math.max(0, j - reach);
        int bottom = Math.min(picture.height - 1, j + reach);
        for (int y = top; y <= bottom; y++) {
            count[bin(picture.ink[y * picture.width + i])] += times;
        }
        return bottom - top + 1;
    }

    static int bin(float value) {
        return Math.max(0, Math.min(PhotoInk.BINS - 1, (int) (value * PhotoInk.BINS)));
    }
}
