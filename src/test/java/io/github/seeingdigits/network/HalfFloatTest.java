package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HalfFloatTest {
    private static final int HALVES = 1 << 16;

    @Test
    void everyHalfComesBackFromItsFloat() {
        for (int half = 0; half < HALVES; half++) {
            float value = HalfFloat.toFloat(half);
            if (Float.isNaN(value)) {
                assertTrue((half & 0x7FFF) > 0x7C00);
                assertTrue(Float.isNaN(HalfFloat.round(value)));
            } else {
                assertEquals(half, HalfFloat.fromFloat(value), () -> "half of " + value);
            }
        }
    }

    @Test
    void knownValuesAreWhatTheStandardSays() {
        assertEquals(1f, HalfFloat.toFloat(0x3C00));
        assertEquals(-2f, HalfFloat.toFloat(0xC000));
        assertEquals(65504f, HalfFloat.toFloat(0x7BFF));
        assertEquals(0x1p-14f, HalfFloat.toFloat(0x0400));
        assertEquals(0x1p-24f, HalfFloat.toFloat(0x0001));
        assertEquals(0.333251953125f, HalfFloat.toFloat(0x3555));
        assertEquals(Float.POSITIVE_INFINITY, HalfFloat.toFloat(0x7C00));
        assertEquals(Float.floatToRawIntBits(-0f), Float.floatToRawIntBits(HalfFloat.toFloat(0x8000)));
    }

    /** Between each two neighbours: the midpoint goes to the even one, and the next float on either side to the nearer. */
    @Test
    void everyFloatGoesToTheNearestHalfAndTiesToTheEvenOne() {
        for (int half = 0; half < 0x7BFF; half++) {
            float below = HalfFloat.toFloat(half);
            float above = HalfFloat.toFloat(half + 1);
            float middle = (below + above) / 2;
            int even = half % 2 == 0 ? half : half + 1;
            assertEquals(even, HalfFloat.fromFloat(middle));
            assertEquals(even | 0x8000, HalfFloat.fromFloat(-middle));
            assertEquals(half, HalfFloat.fromFloat(Math.nextDown(middle)));
            assertEquals(half + 1, HalfFloat.fromFloat(Math.nextUp(middle)));
        }
    }

    @Test
    void whatIsTooLargeBecomesInfinite() {
        assertEquals(0x7BFF, HalfFloat.fromFloat(Math.nextDown(65520f)));
        assertEquals(0x7C00, HalfFloat.fromFloat(65520f));
        assertEquals(0xFC00, HalfFloat.fromFloat(-Float.MAX_VALUE));
        assertEquals(0x7C00, HalfFloat.fromFloat(Float.POSITIVE_INFINITY));
        assertTrue(Float.isNaN(HalfFloat.round(Float.NaN)));
    }
}
