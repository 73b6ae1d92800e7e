package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VectorsTest {
    private static final float[] A = {3, 4};
    private static final float[] B = {4, 3};

    @Test
    void anglesAndLengthsOfAHandWorkedCase() {
        assertEquals(24, Vectors.dot(A, B));
        assertEquals(5, Vectors.norm(A));
        assertEquals(24.0 / 25, Vectors.cosine(A, B), 1e-15);
        assertEquals(-24.0 / 25, Vectors.cosine(A, new float[] {-4, -3}), 1e-15);
        assertEquals(Math.sqrt(2), Vectors.distance(A, B), 1e-15);
        assertArrayEquals(new float[] {10, 11}, Vectors.scaledSum(2, A, B));
        assertEquals(0, Vectors.cosine(A, new float[2]));
    }

    @Test
    void correlationForgetsBrightnessAndContrast() {
        assertEquals(1, Vectors.correlation(new float[] {1, 2, 4}, new float[] {12, 14, 18}), 1e-6);
        // Deviations (−1, 0, 1) and (−1, 2, −1) are at right angles.
        assertEquals(0, Vectors.correlation(new float[] {1, 2, 3}, new float[] {5, 8, 5}), 1e-6);
        assertEquals(0, Vectors.correlation(new float[] {7, 7, 7}, new float[] {5, 8, 5}));
    }

    @Test
    void noOtherScaleComesNearer() {
        double best = Vectors.bestScale(A, B);
        assertEquals(24.0 / 25, best, 1e-15);
        double left = Vectors.distance(Vectors.scaledSum(best, A, new float[2]), B);
        assertEquals(5 * Math.sqrt(1 - Math.pow(24.0 / 25, 2)), left, 1e-6);
        for (double other : new double[] {best - 0.1, best + 0.1}) {
            assertTrue(Vectors.distance(Vectors.scaledSum(other, A, new float[2]), B) > left);
        }
        assertEquals(0, Vectors.bestScale(new float[2], B));
    }
}
