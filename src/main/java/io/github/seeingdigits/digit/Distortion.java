package io.github.seeingdigits.digit;

import io.github.seeingdigits.network.SeededRandom;

/**
 * Changes to a 28×28 picture that leave a reader in no doubt about its digit. They show how firmly a network holds its answer,
 * and they make training pictures that no scanner delivered.
 *
 * <p>Every method returns a new picture of {@link Ink#PIXELS} values from 0 to 1. Lengths are in pixels. What leaves the
 * picture is lost, and paper comes in. Turning, scaling and slanting leave pixel (14, 14) in its place, where MNIST's centres
 * of mass are.
 */
public final class Distortion {
    private static final int SIZE = Ink.SIZE;
    private static final double CENTRE = 14;

    private static final float[] STILL = new float[Ink.PIXELS];

    private Distortion() {}

    /** Moved right by {@code dx} and down by {@code dy}; fractions of a pixel are shared between neighbours. */
    public static float[] shift(float[] ink, double dx, double dy) {
        return affine(ink, 1, 0, 0, 1, dx, dy);
    }

    /** Turned clockwise, as seen on the screen. */
    public static float[] rotate(float[] ink, double degrees) {
        double angle = degrees * Math.PI / 180;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return affine(ink, cos, -sin, sin, cos, 0, 0);
    }

    /** Enlarged {@code factor} times in both directions; shrunk if less than one. */
    public static float[] scale(float[] ink, double factor) {
        return affine(ink, factor, 0, 0, factor, 0, 0);
    }

    /** Slanted: what is a pixel above the middle moves right by {@code slope} pixels. */
    public static float[] slant(float[] ink, double slope) {
        return affine(ink, 1, -slope, 0, 1, 0, 0);
    }

    /**
     * Any of these together. A point at (x, y) from the middle goes to (a·x + b·y + dx, c·x + d·y + dy); values between pixels
     * are interpolated linearly in both directions.
     *
     * @throws IllegalArgumentException if the map is not invertible, because then there is no picture
     */
    public static float[] affine(float[] ink, double a, double b, double c, double d, double dx, double dy) {
        return warp(ink, a, b, c, d, dx, dy, STILL, STILL);
    }

    /**
     * As {@link #affine}, and each pixel (of the new picture, row by row) takes its value from a place that lies {@code
     * fieldX} to the right and {@code fieldY} below.
     */
    static float[] warp(
            float[] ink, double a, double b, double c, double d, double dx, double dy, float[] fieldX, float[] fieldY) {
        double determinant = a * d - b * c;
        if (!(Math.abs(determinant) > 1e-9)) {
            throw new IllegalArgumentException("an affine map needs a determinant other than zero");
        }
        float[] changed = new float[Ink.PIXELS];
        for (int j = 0; j < SIZE; j++) {
            for (int i = 0; i < SIZE; i++) {
                int p = j * SIZE + i;
                double x = i - CENTRE - dx;
                double y = j - CENTRE - dy;
                changed[p] = at(
                        ink,
                        CENTRE + (d * x - b * y) / determinant + fieldX[p],
                        CENTRE + (a * y - c * x) / determinant + fieldY[p]);
            }
        }
        return changed;
    }

    private static float at(float[] ink, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double fx = x - left;
        double fy = y - top;
        double upper = (1 - fx) * pixel(ink, left, top) + fx * pixel(ink, left + 1, top);
        double lower = (1 - fx) * pixel(ink, left, top + 1) + fx * pixel(ink, left + 1, top + 1);
        return (float) ((1 - fy) * upper + fy * lower);
    }

    private static float pixel(float[] ink, int x, int y) {
        return x < 0 || y < 0 || x >= SIZE || y >= SIZE ? 0 : ink[y * SIZE + x];
    }

    /**
     * Drawn with a wider pen: strokes gain up to {@code pixels} on either side. Negative values make them thinner. Each whole
     * pixel is one grey dilation (or erosion) by the four neighbours, and a fraction mixes two of them (Serra 1982, <i>Image
     * Analysis and Mathematical Morphology</i>).
     */
    public static float[] thicken(float[] ink, double pixels) {
        float[] thick = ink.clone();
        for (double left = Math.abs(pixels); left > 0; left--) {
            float[] more = extreme(thick, pixels > 0);
            float share = (float) Math.min(1, left);
            for (int i = 0; i < thick.length; i++) {
                thick[i] += share * (more[i] - thick[i]);
            }
        }
        return thick;
    }

    /** The largest, or smallest, of each pixel and its four neighbours. */
    private static float[] extreme(float[] ink, boolean largest) {
        float[] result = new float[Ink.PIXELS];
        for (int j = 0; j < SIZE; j++) {
            for (int i = 0; i < SIZE; i++) {
                float here = pixel(ink, i, j);
                float north = pixel(ink, i, j - 1);
                float south = pixel(ink, i, j + 1);
                float west = pixel(ink, i - 1, j);
                float east = pixel(ink, i + 1, j);
                result[j * SIZE + i] = largest
                        ? Math.max(here, Math.max(Math.max(north, south), Math.max(west, east)))
                        : Math.min(here, Math.min(Math.min(north, south), Math.min(west, east)));
            }
        }
        return result;
    }

    /** Each pixel moved by a uniform random amount of at most {@code amount}, then kept between 0 and 1. */
    public static float[] noise(float[] ink, double amount, SeededRandom random) {
        float[] noisy = new float[Ink.PIXELS];
        for (int i = 0; i < noisy.length; i++) {
            double value = ink[i] + amount * (2 * random.nextFloat() - 1);
            noisy[i] = (float) Math.max(0, Math.min(1, value));
        }
        return noisy;
    }

    /** The photographic negative: 1 − x. */
    public static float[] invert(float[] ink) {
        float[] negative = new float[Ink.PIXELS];
        for (int i = 0; i < negative.length; i++) {
            negative[i] = 1 - ink[i];
        }
        return negative;
    }
}
