package io.github.seeingdigits.analysis;

import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.digit.Specimens;

/** Pictures with the digit that each shows: what a network learns from, or what it is tested on. */
public final class LabelledPixels {
    /** All pictures, one after the other, {@link Ink#PIXELS} numbers from 0 to 1 each; not to be changed. */
    public final float[] pixels;

    /** The digit of each picture; not to be changed. */
    public final int[] labels;

    /**
     * Keeps both arrays as they are.
     *
     * @throws IllegalArgumentException if there is no picture, or not one label for each
     */
    public LabelledPixels(float[] pixels, int[] labels) {
        if (labels.length == 0 || pixels.length != labels.length * Ink.PIXELS) {
            // Without the numbers, whose text would weigh on the page: only a mistake of ours leads here.
            throw new IllegalArgumentException("expected 784 pixels for each label");
        }
        this.pixels = pixels;
        this.labels = labels;
    }

    /** Specimens {@code from} to {@code to} − 1. Where both are tens, there are as many of one digit as of any other. */
    public static LabelledPixels of(Specimens specimens, int from, int to) {
        float[] pixels = new float[(to - from) * Ink.PIXELS];
        int[] labels = new int[to - from];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(specimens.pixels(from + i), 0, pixels, i * Ink.PIXELS, Ink.PIXELS);
            labels[i] = specimens.label(from + i);
        }
        return new LabelledPixels(pixels, labels);
    }
}
