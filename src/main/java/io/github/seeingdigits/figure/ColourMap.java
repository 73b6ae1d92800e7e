package io.github.seeingdigits.figure;

import java.util.Arrays;

/**
 * Colours for numbers. Signed values go from orange (negative) to blue (positive), a pair that readers with any of the
 * common colour deficiencies tell apart. Zero is transparent: it is the page's own background, light or dark.
 */
public final class ColourMap {
    private static final int POSITIVE = 0x2F74D0;
    private static final int NEGATIVE = 0xE07B1A;

    /** Steps from none to full: more than an eye tells apart, and few enough to keep the stills small. */
    private static final int STRENGTHS = 24;

    private ColourMap() {}

    /**
     * Colours of signed values, {@code 0xAARRGGBB}.
     *
     * @param limit the magnitude that gets the full colour; larger ones are cut off
     */
    public static int[] diverging(float[] values, float limit) {
        int[] argb = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            float share = Math.min(1, Math.abs(values[i]) / limit);
            // NaN would fail the comparison and stay transparent.
            int opacity = Math.round(STRENGTHS * share) * 255 / STRENGTHS;
            argb[i] = share > 0 ? opacity << 24 | (values[i] > 0 ? POSITIVE : NEGATIVE) : 0;
        }
        return argb;
    }

    /** Ink as MNIST stores it: white on black, {@code 0xAARRGGBB}. Values from 0 to 1. */
    public static int[] ink(float[] values) {
        int[] argb = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int grey = Math.round(255 * Math.max(0, Math.min(1, values[i])));
            argb[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
        }
        return argb;
    }

    /**
     * A limit for {@link #diverging} at which pictures that share a scale are neither pale nor saturated: the magnitude that
     * only one value in a hundred exceeds. Zeros are left out, because where most of a picture is empty they would decide.
     *
     * @return a positive number, also where all values are zero
     */
    public static float limit(float[]... pictures) {
        int count = 0;
        for (float[] values : pictures) {
            count += values.length;
        }
        float[] magnitudes = new float[count];
        count = 0;
        for (float[] values : pictures) {
            for (float value : values) {
                if (value != 0) {
                    magnitudes[count++] = Math.abs(value);
                }
            }
        }
        Arrays.sort(magnitudes, 0, count);
        return count == 0 ? 1 : magnitudes[(int) (0.99f * (count - 1))];
    }
}
