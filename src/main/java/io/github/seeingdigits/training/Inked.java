package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;

/**
 * Images as lists of their inked pixels, compressed sparse rows in blocks of {@link NonZeros#BLOCK} pixels. Found once, because every image is
 * shown many times and looking for its ink would take as long as a third of the arithmetic; 70 MB for the training images of MNIST. Nothing changes, so all threads may share it.
 *
 * @param column for every inked pixel which it is, ascending, image after image
 * @param value what it is, its byte / 255
 * @param start block b of image i has the entries {@code start[i·blocks + b]} to before {@code start[i·blocks + b + 1]}
 */
record Inked(LabelledImages images, int[] column, float[] value, int[] start) {
    /** Entries in 64 bytes. */
    private static final int CACHE_LINE = 16;

    private static final float[] SCALED = new float[256];

    static {
        for (int value = 0; value < SCALED.length; value++) {
            SCALED[value] = value / 255f;
        }
    }

    /** Looks for the ink in all of {@code images}. */
    static Inked of(LabelledImages images) {
        int pixels = images.size() == 0 ? 0 : images.pixels()[0].length;
        int blocks = NonZeros.blocks(pixels);
        int[] start = new int[images.size() * blocks + 1];
        int entries = 0;
        for (int i = 0; i < images.size(); i++) {
            for (int k = 0; k < pixels; k++) {
                entries += images.pixels()[i][k] != 0 ? 1 : 0;
                start[i * blocks + k / NonZeros.BLOCK + 1] = entries;
            }
        }
        int[] column = new int[entries];
        float[] value = new float[entries];
        int at = 0;
        for (byte[] image : images.pixels()) {
            for (int k = 0; k < pixels; k++) {
                if (image[k] != 0) {
                    column[at] = k;
                    value[at++] = scaled(image[k]);
                }
            }
        }
        return new Inked(images, column, value, start);
    }

    /** The number that a network is shown for a pixel: 0 for paper to 1. */
    static float scaled(byte pixel) {
        return SCALED[pixel & 0xFF];
    }

    /** Blocks to an image. */
    int blocks() {
        return (start.length - 1) / Math.max(1, images.size());
    }

    /**
     * Brings the blocks {@code firstBlock} to before {@code endBlock} of the images {@code order[from]} to before {@code order[to]} into the
     * processor's cache. They lie scattered in memory; asked for together they arrive together, which is twice as fast as one after the other.
     *
     * @return a number of no use; whoever keeps it keeps the reading from being optimised away
     */
    float fetch(int[] order, int from, int to, int firstBlock, int endBlock) {
        int blocks = blocks();
        float sum = 0;
        for (int i = from; i < to; i++) {
            int end = start[order[i] * blocks + endBlock];
            for (int e = start[order[i] * blocks + firstBlock]; e < end; e += CACHE_LINE) {
                sum += column[e] + value[e];
            }
        }
        return sum;
    }
}
