package io.github.seeingdigits.digit;

import java.util.Arrays;

/**
 * Example digits with their labels, on one sheet: a grey picture of tiles, 28×28 pixels each, filled row by row. Any beginning of
 * the sheet has as many of one digit as of any other, give or take one.
 */
public final class Specimens {
    private static final float WHITE = 255;

    private final byte[] sheet;
    private final int columns;
    private final String labels;
    private final int[] indices;
    private final boolean mnist;

    /**
     * Wraps a sheet.
     *
     * @param sheet unsigned bytes, row by row, 0 for paper and 255 for ink
     * @param columns tiles in a row
     * @param labels a character 0 to 9 for each specimen
     * @param indices the place of each in its source
     * @param mnist whether that source is MNIST's test set, rather than drawings of our own
     * @throws IllegalArgumentException if the sheet has no room for that many specimens, or a label is no digit
     */
    public Specimens(byte[] sheet, int columns, String labels, int[] indices, boolean mnist) {
        int rows = columns < 1 ? 0 : (labels.length() + columns - 1) / columns;
        if (labels.isEmpty() || indices.length != labels.length() || sheet.length != rows * columns * Ink.PIXELS) {
            throw new IllegalArgumentException("a sheet of " + labels.length() + " digits in " + columns
                    + " columns cannot have " + sheet.length + " pixels and " + indices.length + " places");
        }
        for (int i = 0; i < labels.length(); i++) {
            if (labels.charAt(i) < '0' || labels.charAt(i) > '9') {
                throw new IllegalArgumentException("label " + i + " is '" + labels.charAt(i) + "', expected 0 to 9");
            }
        }
        this.sheet = sheet;
        this.columns = columns;
        this.labels = labels;
        this.indices = indices;
        this.mnist = mnist;
    }

    /** Whether these are MNIST's test images; otherwise they are drawings of our own. */
    public boolean areMnist() {
        return mnist;
    }

    /** The place of specimen {@code i} in its source: for MNIST's, which test image it is, from 0. */
    public int index(int i) {
        return indices[i];
    }

    /** How many there are. */
    public int size() {
        return labels.length();
    }

    /** Tiles in a row of the sheet. */
    public int columns() {
        return columns;
    }

    /** The digit that specimen {@code i} shows. */
    public int label(int i) {
        return labels.charAt(i) - '0';
    }

    /** What a network reads of specimen {@code i}: {@link Ink#PIXELS} values from 0 to 1, a new array. */
    public float[] pixels(int i) {
        float[] pixels = new float[Ink.PIXELS];
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = pixel(i, k);
        }
        return pixels;
    }

    private float pixel(int i, int k) {
        int row = i / columns * Ink.SIZE + k / Ink.SIZE;
        return (sheet[(row * columns + i % columns) * Ink.SIZE + k % Ink.SIZE] & 0xFF) / WHITE;
    }

    /**
     * These and then those of another sheet.
     *
     * @throws IllegalArgumentException if the last row here is not full, or the other sheet has rows of another length
     */
    public Specimens and(Specimens more) {
        byte[] both = Arrays.copyOf(sheet, sheet.length + more.sheet.length);
        System.arraycopy(more.sheet, 0, both, sheet.length, more.sheet.length);
        int[] places = Arrays.copyOf(indices, size() + more.size());
        System.arraycopy(more.indices, 0, places, size(), more.size());
        if (size() % columns != 0 || columns != more.columns) {
            throw new IllegalArgumentException("the sheets do not fit together");
        }
        return new Specimens(both, columns, labels + more.labels, places, mnist);
    }

    /** Which specimen looks exactly like this; −1 for none. */
    public int find(float[] ink) {
        for (int i = 0; i < size(); i++) {
            int k = 0;
            while (k < Ink.PIXELS && Math.abs(pixel(i, k) - ink[k]) < 0.5f / WHITE) {
                k++;
            }
            if (k == Ink.PIXELS) {
                return i;
            }
        }
        return -1;
    }

    /** Which specimen is at this place of its source; −1 for none. */
    public int at(int index) {
        int i = size() - 1;
        while (i >= 0 && indices[i] != index) {
            i--;
        }
        return i;
    }
}
