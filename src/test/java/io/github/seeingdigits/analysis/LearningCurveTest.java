package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LearningCurveTest {
    private static LearningCurve after(int steps) {
        LearningCurve curve = new LearningCurve();
        for (int step = 0; step <= steps; step++) {
            if (curve.keeps(step) || step == steps) {
                curve.add(step, step + 0.25, 0.5, 2 * step, 1);
            }
        }
        return curve;
    }

    @Test
    void aShortRunIsKeptWhole() {
        LearningCurve curve = after(256);
        assertEquals(257, curve.size());
        for (int i = 0; i < 257; i++) {
            assertEquals(i, curve.get(i, LearningCurve.STEP));
            assertEquals(i + 0.25f, curve.get(i, LearningCurve.LOSS));
            assertEquals(0.5f, curve.get(i, LearningCurve.RIGHT));
            assertEquals(2 * i, curve.get(i, LearningCurve.HELD_LOSS));
            assertEquals(1, curve.get(i, LearningCurve.HELD_RIGHT));
        }
    }

    @Test
    void aLongRunKeepsMultiplesOfAPowerOfTwoAndItsLastStep() {
        LearningCurve curve = after(5001);
        assertTrue(
                curve.size() <= LearningCurve.MOST && curve.size() > LearningCurve.MOST / 2, curve.size() + " moments");
        for (int i = 0; i + 1 < curve.size(); i++) {
            assertEquals(32 * i, curve.get(i, LearningCurve.STEP));
            assertEquals(32 * i + 0.25f, curve.get(i, LearningCurve.LOSS));
        }
        assertEquals(5001, curve.last(LearningCurve.STEP));
    }

    @Test
    void aLastStepThatIsNotToBeKeptMakesRoomForTheNext() {
        LearningCurve curve = after(300);
        int size = curve.size();
        curve.add(301, 1, 1, 1, 1);
        assertEquals(size + 1, curve.size(), "300 is even, and kept");
        curve.add(302, 1, 1, 1, 1);
        assertEquals(size + 1, curve.size(), "301 is not");
        assertEquals(302, curve.last(LearningCurve.STEP));
    }

    @Test
    void aCurveMayBeginWithALongStride() {
        LearningCurve curve = LearningCurve.every(8);
        for (int step = 0; step <= 20; step++) {
            curve.add(step, step, 0, 0, 0);
        }
        assertEquals(4, curve.size());
        assertEquals(8, curve.get(1, LearningCurve.STEP));
        assertEquals(16, curve.get(2, LearningCurve.STEP));
        assertEquals(20, curve.last(LearningCurve.STEP));
    }

    @Test
    void anArrayBringsItBack() {
        LearningCurve curve = after(9);
        LearningCurve back = new LearningCurve(curve.toArray());
        assertEquals(10, back.size());
        assertArrayEquals(curve.toArray(), back.toArray());
        assertEquals(0, new LearningCurve(new float[0]).last(LearningCurve.LOSS));
    }
}
