package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlantCurveTest {
    private final SlantCurve curve = new SlantCurve(
            new float[] {
                0, 1, 10, //
                0.25f, 2, 20, //
                0.5f, 6, 70, //
                -0.0625f, 4, 40
            },
            3);

    @Test
    void onlyImagesThatLeanAboutSoCount() {
        assertEquals(2, curve.count(0));
        assertEquals(1, curve.count(0.3));
        assertEquals(1, curve.count(0.16));
        assertEquals(0, curve.count(0.8));
    }

    @Test
    void everyColumnHasItsMean() {
        assertEquals(2.5, curve.mean(1, 0));
        assertEquals(25, curve.mean(2, 0));
        assertEquals(70, curve.mean(2, 0.45));
        assertTrue(Double.isNaN(curve.mean(1, 0.8)), "there are none");
    }
}
