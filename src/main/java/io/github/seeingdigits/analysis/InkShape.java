package io.github.seeingdigits.analysis;

import io.github.seeingdigits.digit.Ink;

/**
 * Whether a 28×28 picture could be a digit at all, by what all digits have in common. No network is asked: a softmax gives some
 * digit a high probability whatever it is shown, a dot and a scribble included.
 *
 * <p>The limits are those of MNIST's 60,000 training digits. It is a coarse test: letters and hearts pass it. The sum of the
 * networks' exponentiated scores, often proposed for this, was tried on 33 drawings that are no digits and did no better: among the
 * 5 % of the test digits with the lowest sum fell 2 (softmax regression), 5 (ten hidden units) and 11 (one neuron each) of them;
 * 10 of them fail here, where fewer than one digit in ten thousand does.
 */
public enum InkShape {
    /** No ink. */
    EMPTY,
    /** A dot or two: the faintest training digit has ink worth 19.9 black pixels. */
    TOO_LITTLE,
    /** A scribble: one training digit in ten thousand has more. */
    TOO_MUCH,
    /** A dash: all training digits are taller. */
    TOO_FLAT,
    /** Nothing speaks against its being a digit. */
    POSSIBLE;

    private static final float LEAST = 19;
    private static final float MOST = 267;
    private static final int LOWEST = 8;
    /** What counts as ink when height is measured: half of black. */
    private static final float INKED = 0.5f;

    /** What can be said of {@code ink}, {@link Ink#PIXELS} values from 0 to 1. */
    public static InkShape of(float[] ink) {
        float sum = 0;
        int top = Ink.SIZE;
        int bottom = -1;
        for (int i = 0; i < ink.length; i++) {
            sum += ink[i];
            if (ink[i] >= INKED) {
                top = Math.min(top, i / Ink.SIZE);
                bottom = i / Ink.SIZE;
            }
        }
        if (sum == 0) {
            return EMPTY;
        }
        if (sum < LEAST) {
            return TOO_LITTLE;
        }
        if (sum > MOST) {
            return TOO_MUCH;
        }
        return bottom - top + 1 < LOWEST ? TOO_FLAT : POSSIBLE;
    }
}
