package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;

class SecondMomentTest {
    private static final float[][] SAMPLES = {{1, 2, 2}, {2, 1, 2}, {0, 3, 4}, {4, 0, 3}, {0, 0, 0}};

    private static SecondMoment sample() {
        SecondMoment moment = new SecondMoment(3);
        for (float[] x : SAMPLES) {
            moment.add(x);
        }
        return moment;
    }

    @Test
    void theBestDirectionIsTheLargestEigenvectorAndItsMeanSquaredCosineTheEigenvalue() {
        // numpy.linalg.eigh of the mean of x·xᵀ/‖x‖² over the four vectors that have a direction.
        float[] principal = sample().principal();
        assertArrayEquals(new float[] {0.49377083f, 0.44542556f, 0.74685101f}, principal, 1e-7f);
        assertEquals(0.83271755, sample().meanSquaredCosine(principal), 1e-8);
    }

    @Test
    void lengthsPlayNoPart() {
        SecondMoment moment = new SecondMoment(2);
        moment.add(new float[] {5, 0});
        moment.add(new float[] {0.1f, 0});
        moment.add(new float[] {0, -100});
        assertEquals(2.0 / 3, moment.meanSquaredCosine(new float[] {-7, 0}), 1e-7);
        assertEquals(1.0 / 2, moment.meanSquaredCosine(new float[] {1, 1}), 1e-7);
        assertArrayEquals(new float[] {1, 0}, moment.principal(), 1e-6f);
    }

    @Test
    void noDirectionAtRandomDoesBetter() {
        SeededRandom random = new SeededRandom(3);
        SecondMoment moment = sample();
        double best = moment.meanSquaredCosine(moment.principal());
        for (int i = 0; i < 1000; i++) {
            float[] w = {(float) random.nextGaussian(), (float) random.nextGaussian(), (float) random.nextGaussian()};
            double direct = 0;
            for (int s = 0; s < 4; s++) {
                direct += Math.pow(Vectors.cosine(w, SAMPLES[s]), 2) / 4;
            }
            assertEquals(direct, moment.meanSquaredCosine(w), 1e-6);
            assertTrue(direct <= best + 1e-6);
        }
    }

    @Test
    void withoutVectorsThereIsNoDirection() {
        assertEquals(0, new SecondMoment(2).meanSquaredCosine(new float[] {1, 0}));
        assertEquals(0, sample().meanSquaredCosine(new float[3]));
        assertThrows(IllegalStateException.class, () -> new SecondMoment(2).principal());
    }
}
