package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.View;

/** For each digit its mean picture, the ⵟ unit's weights and the linear filter, and how the last two lie to the first. */
public final class PrototypeRows {
    /** How many digits there are. */
    public static final int DIGITS = 10;

    private static final int KINDS = 9;
    private static final int LINEAR = 1;
    private static final int MEANS = 7;

    private final float[] pictures;
    private float[] seeds;
    private int seed;

    /** Whether the weights that point away from their digit's mean are turned round. */
    public boolean flip;

    /**
     * Pictures of the published network.
     *
     * @param pictures kinds × digits × pixels: ⵟ weights first, then linear filters, the mean pictures eighth
     * @throws IllegalArgumentException if the view has another shape
     */
    public PrototypeRows(View pictures) {
        int[] shape = pictures.shape();
        if (shape.length != 3 || shape[0] != KINDS || shape[1] != DIGITS || shape[2] != Ink.PIXELS) {
            throw new IllegalArgumentException(
                    "the figure needs a model with a view \"pictures\" of 9 × 10 × 784 numbers");
        }
        this.pictures = pictures.values();
    }

    /**
     * From now on the ⵟ weights are those of another network.
     *
     * @param view networks × parameters, the weights first, input by input; null for the published network
     * @param chosen which network, from 0
     */
    public void choose(View view, int chosen) {
        seeds = view == null ? null : view.values();
        seed = view == null ? 0 : chosen * view.shape()[1];
    }

    private float[] picture(int kind, int digit) {
        float[] picture = new float[Ink.PIXELS];
        System.arraycopy(pictures, (kind * DIGITS + digit) * Ink.PIXELS, picture, 0, Ink.PIXELS);
        return picture;
    }

    /** The mean picture of a digit. */
    public float[] mean(int digit) {
        return picture(MEANS, digit);
    }

    /** The published network's weights for a digit, turned round if they point away from its mean. */
    float[] upright(int digit) {
        float[] w = picture(0, digit);
        return turned(w, Vectors.dot(w, mean(digit)) < 0);
    }

    private float[] untouched(boolean linear, int digit) {
        if (linear || seeds == null) {
            return picture(linear ? LINEAR : 0, digit);
        }
        float[] w = new float[Ink.PIXELS];
        for (int i = 0; i < w.length; i++) {
            w[i] = seeds[seed + i * DIGITS + digit];
        }
        return w;
    }

    private static float[] turned(float[] w, boolean turn) {
        for (int i = 0; turn && i < w.length; i++) {
            w[i] = -w[i];
        }
        return w;
    }

    /** Whether the weights of a digit are turned round now. */
    public boolean flipped(boolean linear, int digit) {
        return flip && Vectors.dot(untouched(linear, digit), mean(digit)) < 0;
    }

    /** The weights of a digit as they are shown. */
    public float[] weights(boolean linear, int digit) {
        return turned(untouched(linear, digit), flipped(linear, digit));
    }

    /** Their cosine to the digit's mean picture. */
    public double cosine(boolean linear, int digit) {
        return Vectors.cosine(weights(linear, digit), mean(digit));
    }

    /** Their distance to the digit's mean picture, in lengths of that picture. */
    public double distance(boolean linear, int digit) {
        return Vectors.distance(weights(linear, digit), mean(digit)) / Vectors.norm(mean(digit));
    }
}
