package io.github.seeingdigits.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ColourMapTest {
    @Test
    void zeroIsThePageItself() {
        assertArrayEquals(new int[] {0, 0}, ColourMap.diverging(new float[] {0, Float.NaN}, 1));
    }

    @Test
    void signGivesTheHueAndMagnitudeTheStrength() {
        int[] argb = ColourMap.diverging(new float[] {1, -1, 0.5f, -2}, 1);
        assertEquals(0xFF, argb[0] >>> 24);
        assertEquals(0x7F, argb[2] >>> 24);
        assertEquals(argb[0] & 0xFFFFFF, argb[2] & 0xFFFFFF);
        assertEquals(argb[1], argb[3]);
        int positive = argb[0];
        int negative = argb[1];
        assertTrue((positive & 0xFF) > (positive >> 16 & 0xFF), "positive is blue");
        assertTrue((negative >> 16 & 0xFF) > (negative & 0xFF), "negative is orange");
    }

    @Test
    void inkIsWhiteOnBlack() {
        assertArrayEquals(new int[] {0xFF000000, 0xFFFFFFFF, 0xFF808080}, ColourMap.ink(new float[] {0, 1, 0.5f}));
    }

    @Test
    void theLimitIgnoresTheLargestHundredth() {
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 2 == 0 ? 1 : -1) * i;
        }
        assertEquals(989, ColourMap.limit(values), 1);
        assertEquals(1, ColourMap.limit(new float[5]), "an empty picture still has a scale");
    }

    @Test
    void theLimitOfMostlyEmptyPicturesIsThatOfWhatTheyShow() {
        float[] empty = new float[1000];
        float[] shown = new float[1000];
        for (int i = 0; i < 200; i++) {
            shown[i] = i + 1;
        }
        assertEquals(198, ColourMap.limit(empty, shown), 1);
    }
}
