package io.github.seeingdigits.analysis;

import io.github.seeingdigits.digit.Specimens;

/** Pictures with the digit that each shows: what a network learns from, or what it is tested on. */
public final class LabelledPixels {
    /** One row for each picture, numbers from 0 to 1; not to be changed. */
    final float[][] pixels;

    /** The digit of each picture. */
    final int[] labels;

    /**
     * Keeps both arrays as they are.
     *
     * @throws IllegalArgumentException if there is nothing, or not one label for each picture
     */
    public LabelledPixels(float[][] pixels, int[] labels) {
        if (labels.length == 0 || pixels.length != labels.length) {
            throw new IllegalArgumentException(
                    "expected a label for each picture, got " + labels.length + " for " + pixels.length);
        }
        this.pixels = pixels;
        this.labels = labels;
    }

    /** Specimens {@code from} to {@code to} − 1. Where both are tens, there are as many of one digit as of any other. */
    public static LabelledPixels of(Specimens specimens, int from, int to) {
        float[][] pixels = new float[to - from][];
        int[] labels = new int[to - from];
        for (int i = from; i < to; i++) {
            pixels[i - from] = specimens.pixels(i);
            labels[i - from] = specimens.label(i);
        }
        return new LabelledPixels(pixels, labels);
    }

    /**
     * The inverse of {@link #flat}.
     *
     * @param flat all pictures, one after the other, as long as each other
     */
    public static LabelledPixels of(float[] flat, int[] labels) {
        int length = flat.length / labels.length;
        float[][] pixels = new float[labels.length][length];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(flat, i * length, pixels[i], 0, length);
        }
        return new LabelledPixels(pixels, labels);
    }

    /** All pictures, one after the other. */
    public float[] flat() {
        int length = pixels[0].length;
        float[] flat = new float[size() * length];
        for (int i = 0; i < size(); i++) {
            System.arraycopy(pixels[i], 0, flat, i * length, length);
        }
        return flat;
    }

    /** The digit of each picture; not to be changed. */
    public int[] labels() {
        return labels;
    }

    /** How many pictures there are. */
    public int size() {
        return labels.length;
    }
}
