package io.github.seeingdigits.analysis;

import io.github.seeingdigits.digit.Distortion;
import io.github.seeingdigits.network.SeededRandom;

/** The kinds of change under which networks were tested, numbered from 0, each with its amounts in equal steps. */
public final class Stress {
    /** What records call them. */
    public static final String[] KINDS = {"shift", "rotation", "scale", "noise", "strokeWidth", "inversion"};

    private static final double[] FIRST = {0, -60, 0.5, 0, -1.5, 0};
    private static final double[] STEP = {0.25, 5, 0.05, 0.05, 0.25, 1};
    private static final int[] STEPS = {24, 24, 20, 20, 18, 1};
    /** Any number will do, as long as a picture does not flicker. */
    private static final int SEED = 1;

    private Stress() {}

    /** The number of the last step; the first is 0. */
    public static int steps(int kind) {
        return STEPS[kind];
    }

    /**
     * The amount at a step: pixels to the right, degrees clockwise, a factor, the largest change of a pixel, pixels gained on either
     * side of a stroke, or for the negative 0 and 1.
     */
    public static double amount(int kind, int step) {
        return FIRST[kind] + step * STEP[kind];
    }

    /** The step whose amount is {@code amount}, the nearest if there is none. */
    public static int step(int kind, double amount) {
        return (int) Math.round((amount - FIRST[kind]) / STEP[kind]);
    }

    /** The amount that changes nothing. */
    public static double none(int kind) {
        return kind == 2 ? 1 : 0;
    }

    /** The picture changed; 28×28 numbers from 0 to 1, as are those given. */
    public static float[] apply(int kind, double amount, float[] ink) {
        return switch (kind) {
            case 0 -> Distortion.shift(ink, amount, 0);
            case 1 -> Distortion.rotate(ink, amount);
            case 2 -> Distortion.scale(ink, amount);
            case 3 -> Distortion.noise(ink, amount, new SeededRandom(SEED));
            case 4 -> Distortion.thicken(ink, amount);
            default -> amount == 0 ? ink : Distortion.invert(ink);
        };
    }
}
