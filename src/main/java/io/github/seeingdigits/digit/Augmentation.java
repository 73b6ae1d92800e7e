package io.github.seeingdigits.digit;

import io.github.seeingdigits.network.SeededRandom;

/**
 * Random changes to training pictures, so that a network never sees the same one twice and learns what a digit may look like
 * rather than what 60,000 of them did look like (Simard, Steinkraus and Platt 2003, <i>Best practices for convolutional
 * neural networks applied to visual document analysis</i>, ICDAR).
 *
 * <p>Each picture is slanted, scaled, turned, bent and moved in one resampling, and then drawn with a wider or thinner pen.
 * Every amount is uniform within its range, and ranges are on both sides: a shift of 2 means −2 … 2. All ranges zero leave a
 * picture as it is.
 *
 * <p>Bending moves each pixel by a smooth random field: a cubic B-spline surface over a grid of {@value #KNOTS}×{@value
 * #KNOTS} random displacements (Rueckert et al. 1999, <i>Nonrigid registration using free-form deformations</i>, IEEE
 * Transactions on Medical Imaging). It costs a tenth of the Gaussian filter over all pixels that Simard et al. used, to the
 * same end.
 *
 * @param shift largest move right or left, and up or down, in pixels
 * @param rotation largest turn, in degrees
 * @param slant largest sideways move of the row one pixel above the middle, in pixels: see {@link Distortion#slant}
 * @param scale largest change of the width, and of the height, as a part of it; less than one
 * @param bend largest displacement of a grid point right or left, and up or down, in pixels; neighbours average it, so that
 *     pixels move about a third as far
 * @param pen largest change on either side of a stroke, in pixels: see {@link Distortion#thicken}
 */
public record Augmentation(double shift, double rotation, double slant, double scale, double bend, double pen) {
    private static final int SIZE = Ink.SIZE;

    /** Grid points in each direction. The outer ones lie outside the picture, as a cubic B-spline needs them. */
    private static final int KNOTS = 6;

    /** {@code BASIS[k·SIZE + i]} is the share that grid line k has in the displacement of pixel i. */
    private static final float[] BASIS = basis();

    /** @throws IllegalArgumentException if a range is negative or no number, or {@code scale} is not less than one */
    public Augmentation {
        check("shift", shift, Double.MAX_VALUE);
        check("rotation", rotation, Double.MAX_VALUE);
        check("slant", slant, Double.MAX_VALUE);
        check("scale", scale, Math.nextDown(1));
        check("bend", bend, Double.MAX_VALUE);
        check("pen", pen, Double.MAX_VALUE);
    }

    private static void check(String name, double range, double largest) {
        if (!(range >= 0 && range <= largest)) {
            throw new IllegalArgumentException("the " + name + " of an augmentation must be "
                    + (largest < 1 ? "at least 0 and less than 1" : "a number of at least 0") + ", got "
                    + Double.toString(range));
        }
    }

    /** No change at all. */
    public static Augmentation none() {
        return new Augmentation(0, 0, 0, 0, 0, 0);
    }

    /**
     * A changed copy of {@code ink}, {@link Ink#PIXELS} values from 0 to 1. It takes the same number of draws from {@code
     * random}, whatever the ranges and the picture.
     */
    public float[] apply(float[] ink, SeededRandom random) {
        double angle = rotation * within(random) * Math.PI / 180;
        double slope = slant * within(random);
        double wide = 1 + scale * within(random);
        double tall = 1 + scale * within(random);
        double dx = shift * within(random);
        double dy = shift * within(random);
        double wider = pen * within(random);
        float[] bentX = field(random);
        float[] bentY = field(random);
        // StrictMath, because these decide which model a seed gives.
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        // Rotation · slant · scale; its determinant is wide · tall.
        double a = cos * wide;
        double b = (-slope * cos - sin) * tall;
        double c = sin * wide;
        double d = (-slope * sin + cos) * tall;
        return Distortion.thicken(Distortion.warp(ink, a, b, c, d, dx, dy, bentX, bentY), wider);
    }

    /** How many numbers {@link #apply} takes from its random generator. */
    static int draws() {
        return 7 + 2 * KNOTS * KNOTS;
    }

    /** Uniform in −1 … 1. */
    private static double within(SeededRandom random) {
        return 2 * random.nextFloat() - 1;
    }

    /** How far each pixel moves in one direction: 28×28 numbers, smooth from pixel to pixel. */
    private float[] field(SeededRandom random) {
        // Along the grid lines first, then across them: 4·(6 + 28) instead of 16·28 multiplications a column.
        float[] lines = new float[KNOTS * SIZE];
        for (int k = 0; k < KNOTS; k++) {
            for (int m = 0; m < KNOTS; m++) {
                float moved = (float) (bend * within(random));
                for (int i = 0; i < SIZE; i++) {
                    lines[k * SIZE + i] += moved * BASIS[m * SIZE + i];
                }
            }
        }
        float[] field = new float[Ink.PIXELS];
        if (bend > 0) {
            for (int j = 0; j < SIZE; j++) {
                for (int k = 0; k < KNOTS; k++) {
                    float share = BASIS[k * SIZE + j];
                    for (int i = 0; share > 0 && i < SIZE; i++) {
                        field[j * SIZE + i] += share * lines[k * SIZE + i];
                    }
                }
            }
        }
        return field;
    }

    /** Cubic B-splines on equal intervals: four of the grid lines share each pixel, and their shares add up to one. */
    private static float[] basis() {
        float[] basis = new float[KNOTS * SIZE];
        for (int i = 0; i < SIZE; i++) {
            double at = (double) i / (SIZE - 1) * (KNOTS - 3);
            int first = Math.min(KNOTS - 4, (int) at);
            double t = at - first;
            double s = 1 - t;
            basis[first * SIZE + i] = (float) (s * s * s / 6);
            basis[(first + 1) * SIZE + i] = (float) ((3 * t * t * t - 6 * t * t + 4) / 6);
            basis[(first + 2) * SIZE + i] = (float) ((3 * s * s * s - 6 * s * s + 4) / 6);
            basis[(first + 3) * SIZE + i] = (float) (t * t * t / 6);
        }
        return basis;
    }

    /** The ranges in words, for the record of a training run; no page needs it. */
    public String describe() {
        return "shift ±" + shift + " px, rotation ±" + rotation + "°, slant ±" + slant + ", scale ±" + scale
                + ", bend ±" + bend + " px, pen ±" + pen + " px";
    }
}
