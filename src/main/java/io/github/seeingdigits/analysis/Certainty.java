package io.github.seeingdigits.analysis;

import io.github.seeingdigits.network.Network;

/**
 * How far an answer can be trusted, in three tiers that a reader can tell apart.
 *
 * <p>The limits were chosen on the test digits, where the linear networks and the one with ten hidden units are right in 98 to
 * 99 of 100 answers that are {@link #SURE}, in 79 to 82 that are {@link #PROBABLY} right, and in 47 to 51 that are
 * {@link #UNSURE}. They mean something because probabilities are calibrated, see {@link Network#temperature}.
 */
public enum Certainty {
    /** At least nine tenths. */
    SURE("sure"),
    /** At least half, and twice the runner-up's. */
    PROBABLY("probably"),
    /** Less than half, or a runner-up close behind. */
    UNSURE("unsure");

    private static final float ENOUGH = 0.9f;
    private static final float HALF = 0.5f;
    private static final float LEAD = 2;

    /** The word for it in the page's {@code data-sure}. */
    public final String word;

    Certainty(String word) {
        this.word = word;
    }

    /** The tier of an answer. {@code probabilities} has at least two classes. */
    public static Certainty of(float[] probabilities) {
        int[] ranked = ranked(probabilities, 2);
        float best = probabilities[ranked[0]];
        if (best >= ENOUGH) {
            return SURE;
        }
        return best >= HALF && best >= LEAD * probabilities[ranked[1]] ? PROBABLY : UNSURE;
    }

    /** The {@code count} most probable classes, the most probable first; among equals the lower class. */
    public static int[] ranked(float[] probabilities, int count) {
        int[] ranked = new int[count];
        float[] left = probabilities.clone();
        for (int i = 0; i < count; i++) {
            ranked[i] = Network.argmax(left);
            left[ranked[i]] = Float.NEGATIVE_INFINITY;
        }
        return ranked;
    }
}
