package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;

class SyntheticTest {
    private static double norm(float[] point) {
        return Neighbours.distance(point, new float[point.length]);
    }

    @Test
    void theCubesPointsAreUniform() {
        Pca pca = Pca.of(Synthetic.cube(4000, 3, new SeededRandom(1)));
        for (int j = 0; j < 3; j++) {
            assertEquals(0.5, pca.mean()[j], 0.02);
            assertEquals(1 / 12.0, pca.spectrum()[j], 0.006);
        }
    }

    @Test
    void theSpheresPointsAreOneFromItsCentreOnAllSides() {
        float[][] sphere = Synthetic.sphere(4000, 4, new SeededRandom(2));
        for (float[] point : sphere) {
            assertEquals(5, point.length);
            assertEquals(1, norm(point), 1e-6);
        }
        Pca pca = Pca.of(sphere);
        assertEquals(0.2, pca.spectrum()[0], 0.02);
        assertEquals(0.2, pca.spectrum()[4], 0.02);
        assertEquals(0, pca.mean()[0], 0.03);
    }

    @Test
    void aGaussianHasItsSpectrumAndNoMoreDimensionsThanVary() {
        float[][] points = Synthetic.gaussian(5000, new double[] {9, 4, 0.25, 0, -1e-17}, new SeededRandom(3));
        assertEquals(3, points[0].length);
        double[] spectrum = Pca.of(points).spectrum();
        assertEquals(9, spectrum[0], 0.5);
        assertEquals(4, spectrum[1], 0.25);
        assertEquals(0.25, spectrum[2], 0.015);
        assertEquals(1, Pca.of(Synthetic.blob(5000, 2, new SeededRandom(3))).spectrum()[0], 0.06);
    }

    @Test
    void armsReachOutThinlyAtRightAngles() {
        int n = 3000;
        float[][] points = Synthetic.tentacles(n, 10, 3, 0.3, 4, 0.05, new SeededRandom(4));
        int beyond = 0;
        for (int i = 0; i < n; i++) {
            double reach = norm(points[i]) / Math.sqrt(10);
            assertTrue(reach < 4.2, "point " + i + " at " + reach);
            if (reach > 2.5) {
                beyond++;
                assertTrue(i < 900, "only arms are out here");
                assertEquals(Math.cos(0.5 * reach / 4), points[i][i % 3] / norm(points[i]), 0.05);
            }
        }
        // Of 900 points evenly from 0.5 to 4, those beyond 2.5.
        assertEquals(900 * 1.5 / 3.5, beyond, 60);
        assertThrows(
                IllegalArgumentException.class, () -> Synthetic.tentacles(10, 3, 3, 0.3, 4, 0.05, new SeededRandom(4)));
    }

    @Test
    void theRollIsEvenAlongItsLength() {
        int[] counts = new int[3];
        for (float[] point : Synthetic.swissRoll(6000, new SeededRandom(5))) {
            double t = Math.hypot(point[0], point[2]);
            assertEquals(point[0], t * Math.cos(t), 1e-4);
            assertTrue(t >= 1.5 * Math.PI - 1e-4 && t <= 4.5 * Math.PI && point[1] >= 0 && point[1] < 20);
            // Length from the start, ∫√(1+t²), is t²/2 but for a few parts in a hundred.
            double along = (t * t / (Math.PI * Math.PI) - 2.25) / 18;
            counts[Math.min(2, (int) (3 * along))]++;
        }
        assertEquals(2000, counts[0], 130);
        assertEquals(2000, counts[2], 130);
    }

    @Test
    void wavesAreSheetsOfTheirDimensionThatSpanMany() {
        float[][] points = Synthetic.waves(2000, 2, 40, 2, new SeededRandom(6));
        Pca pca = Pca.of(points);
        assertTrue(pca.count(0.99) > 4, "flat: " + pca.count(0.99));
        assertEquals(
                2,
                IntrinsicDimension.maximumLikelihood(Neighbours.of(points, 20), 10, 20)
                        .dimension(),
                0.15);
    }

    @Test
    void embeddingKeepsDistancesAndNoiseAddsItsOwn() {
        SeededRandom random = new SeededRandom(7);
        float[][] points = Synthetic.blob(30, 4, random);
        float[][] embedded = Synthetic.embed(points, 200, 0, random);
        for (int i = 1; i < 30; i++) {
            assertEquals(
                    Neighbours.distance(points[0], points[i]), Neighbours.distance(embedded[0], embedded[i]), 1e-5);
        }
        float[][] noisy = Synthetic.embed(new float[500][4], 200, 0.1, random);
        double squares = 0;
        for (float[] point : noisy) {
            squares += norm(point) * norm(point) / 500;
        }
        assertEquals(200 * 0.01, squares, 0.05);
        assertThrows(IllegalArgumentException.class, () -> Synthetic.embed(points, 3, 0, random));
    }

    @Test
    void theSameSeedGivesTheSameCloud() {
        for (int i = 0; i < 50; i++) {
            assertArrayEquals(
                    Synthetic.tentacles(50, 8, 3, 0.4, 3, 0.1, new SeededRandom(8))[i],
                    Synthetic.tentacles(50, 8, 3, 0.4, 3, 0.1, new SeededRandom(8))[i]);
        }
    }
}
