package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;

class PcaTest {
    private static final float[][] SIX = {
        {1, 0, 2, 5}, {3, 1, 0, 4}, {2, 2, 2, 1}, {7, 1, 3, 0}, {4, 5, 1, 2}, {0, 3, 6, 3},
    };

    @Test
    void pointsOnALineHaveOneComponent() {
        // Along (3, 4)/5, at −5, 0 and 5 from the mean: variance 25.
        Pca pca = Pca.of(new float[][] {{1, 2}, {4, 6}, {7, 10}});
        assertArrayEquals(new double[] {4, 6}, pca.mean());
        assertArrayEquals(new double[] {25, 0}, pca.spectrum(), 1e-12);
        assertArrayEquals(new double[] {0.6, 0.8}, pca.components()[0], 1e-12);
        assertArrayEquals(new float[] {-5}, pca.project(new float[][] {{1, 2}}, 1)[0], 1e-6f);
        assertEquals(1, pca.participationRatio(), 1e-12);
        assertEquals(1, pca.count(0.99));
    }

    @Test
    void spectrumAndWhatFollowsFromItAreThoseOfNumpy() {
        Pca pca = Pca.of(SIX);
        assertArrayEquals(
                new double[] {8.550720385186505, 4.99349226643807, 2.91269122687701, 0.67642945483175},
                pca.spectrum(),
                1e-13);
        assertEquals(0.49906928318209165, pca.explained(1), 1e-14);
        assertEquals(0.7905182481492941, pca.explained(2), 1e-14);
        assertEquals(1, pca.explained(4), 1e-14);
        assertEquals(2.7436962572176298, pca.participationRatio(), 1e-13);
        assertEquals(1, pca.count(0.4));
        assertEquals(2, pca.count(pca.explained(2)));
        assertEquals(3, pca.count(0.9));
        assertEquals(4, pca.count(0.99));
    }

    @Test
    void coordinatesVaryAsTheSpectrumSaysAndKeepAllDistances() {
        Pca pca = Pca.of(SIX);
        float[][] projected = pca.project(SIX, 4);
        Pca again = Pca.of(projected);
        assertArrayEquals(pca.spectrum(), again.spectrum(), 1e-5);
        assertArrayEquals(new double[4], again.mean(), 1e-6);
        for (int i = 0; i < 6; i++) {
            assertEquals(Neighbours.distance(SIX[0], SIX[i]), Neighbours.distance(projected[0], projected[i]), 1e-5);
        }
    }

    @Test
    void farFromTheOriginTheSpectrumIsTheSame() {
        float[][] far = new float[6][];
        for (int i = 0; i < 6; i++) {
            far[i] = SIX[i].clone();
            for (int j = 0; j < 4; j++) {
                far[i][j] += 100_000;
            }
        }
        assertArrayEquals(Pca.of(SIX).spectrum(), Pca.of(far).spectrum(), 1e-9);
    }

    @Test
    void moreDimensionsThanPointsLeaveZeros() {
        Pca pca = Pca.of(Synthetic.cube(5, 30, new SeededRandom(1)));
        assertTrue(pca.spectrum()[3] > 0.1);
        for (int i = 4; i < 30; i++) {
            assertEquals(0, pca.spectrum()[i], 1e-14);
        }
        assertEquals(1, pca.explained(4), 1e-14);
    }

    @Test
    void equalPointsVaryNowhere() {
        Pca pca = Pca.of(new float[][] {{1, 2, 3}, {1, 2, 3}});
        assertArrayEquals(new double[3], pca.spectrum());
        assertEquals(0, pca.explained(3));
        assertEquals(0, pca.participationRatio());
    }

    @Test
    void onePointIsTooFew() {
        assertThrows(IllegalArgumentException.class, () -> Pca.of(new float[][] {{1, 2}}));
    }
}
