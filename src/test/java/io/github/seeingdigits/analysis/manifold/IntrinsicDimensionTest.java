package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.analysis.manifold.IntrinsicDimension.Estimate;
import io.github.seeingdigits.network.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntrinsicDimensionTest {
    /** Twelve scattered points, without copies. */
    private static float[][] twelve() {
        float[][] points = new float[12][];
        for (int i = 1; i <= 12; i++) {
            points[i - 1] = new float[] {
                (float) (i * 37 % 23 / 7.0), (float) (i * i * 11 % 29 / 5.0), (float) (i * i * i * 5 % 31 / 3.0),
            };
        }
        return points;
    }

    private static Estimate twoNearest(float[][] points) {
        return IntrinsicDimension.twoNearest(Neighbours.of(points, 2), new SeededRandom(1));
    }

    private static Estimate maximumLikelihood(float[][] points) {
        return IntrinsicDimension.maximumLikelihood(Neighbours.of(points, 20), 10, 20);
    }

    @Test
    void bothEstimatesAreWhatTheirFormulasGiveInNumpy() {
        assertEquals(5.615606921555969, twoNearest(twelve()).dimension(), 1e-9);
        Estimate likely = IntrinsicDimension.maximumLikelihood(Neighbours.of(twelve(), 5), 3, 5);
        assertEquals(2.7860922705659843, likely.dimension(), 1e-9);
        assertEquals(0.46028148102368327, likely.standardError(), 1e-9);
    }

    @Test
    void thePointsOwnEstimateIsTheMeanLogarithmOfRatios() {
        double[] distance = {1, 2, 4, 100};
        assertEquals((Math.log(4) + Math.log(2)) / 2, IntrinsicDimension.inverseAt(distance, 3), 1e-15);
        assertEquals(Math.log(2), IntrinsicDimension.inverseAt(distance, 2), 1e-15);
        assertEquals(0, IntrinsicDimension.inverseAt(new double[] {3, 3, 3}, 3));
        assertTrue(Double.isNaN(IntrinsicDimension.inverseAt(new double[] {0, 3, 3}, 3)));
    }

    @Test
    void lowDimensionsAreReadRight() {
        for (int d : new int[] {1, 2, 3}) {
            SeededRandom random = new SeededRandom(d);
            float[][][] clouds = {
                Synthetic.cube(2000, d, random),
                Synthetic.sphere(2000, d, random),
                Synthetic.embed(Synthetic.cube(2000, d, random), 60, 0, random),
            };
            for (float[][] cloud : clouds) {
                assertEquals(d, twoNearest(cloud).dimension(), 0.12 * d);
                assertEquals(d, maximumLikelihood(cloud).dimension(), 0.08 * d);
            }
        }
        float[][] roll = Synthetic.swissRoll(2000, new SeededRandom(1));
        assertEquals(2, twoNearest(roll).dimension(), 0.15);
        assertEquals(2, maximumLikelihood(roll).dimension(), 0.15);
    }

    @Test
    void highDimensionsAreReadLowButInOrder() {
        double before = 0;
        for (int d : new int[] {5, 10, 20}) {
            float[][] cube = Synthetic.cube(2000, d, new SeededRandom(d));
            double two = twoNearest(cube).dimension();
            double likely = maximumLikelihood(cube).dimension();
            assertTrue(two < d && likely < two, "of " + d + ": " + two + " and " + likely);
            assertTrue(likely > before + 2, likely + " after " + before);
            before = likely;
        }
        assertTrue(before < 16, "20 dimensions read as " + before);
    }

    @Test
    void theUnitOfDistanceDoesNotMatter() {
        float[][] cube = Synthetic.cube(500, 4, new SeededRandom(3));
        double two = twoNearest(cube).dimension();
        double likely = maximumLikelihood(cube).dimension();
        for (float[] point : cube) {
            for (int j = 0; j < 4; j++) {
                point[j] *= 256;
            }
        }
        assertEquals(two, twoNearest(cube).dimension(), 1e-9);
        assertEquals(likely, maximumLikelihood(cube).dimension(), 1e-9);
    }

    /** The spread of estimates over 40 clouds against the error that each states for itself. */
    @Test
    void standardErrorsAreNearTheSpreadOverNewClouds() {
        int clouds = 40;
        double[][] dimension = new double[2][clouds];
        double[] stated = new double[2];
        for (int c = 0; c < clouds; c++) {
            float[][] cube = Synthetic.cube(600, 5, new SeededRandom(100 + c));
            Estimate[] both = {twoNearest(cube), maximumLikelihood(cube)};
            for (int e = 0; e < 2; e++) {
                dimension[e][c] = both[e].dimension();
                stated[e] += both[e].standardError() / clouds;
            }
        }
        for (int e = 0; e < 2; e++) {
            double mean = Arrays.stream(dimension[e]).average().orElseThrow();
            double variance = 0;
            for (double x : dimension[e]) {
                variance += (x - mean) * (x - mean) / (clouds - 1);
            }
            double ratio = stated[e] / Math.sqrt(variance);
            assertTrue(ratio > 0.5 && ratio < 1.7, "estimator " + e + " states " + ratio + " of its true error");
        }
    }

    @Test
    void copiesSayNothing() {
        float[][] cube = Synthetic.cube(400, 3, new SeededRandom(5));
        float[][] withCopies = Arrays.copyOf(cube, 402);
        withCopies[400] = cube[17];
        withCopies[401] = cube[200];
        assertEquals(twoNearest(cube).dimension(), twoNearest(withCopies).dimension(), 0.1);
        Neighbours all = Neighbours.of(withCopies, 2);
        int[] single =
                IntStream.range(0, 402).filter(i -> all.distance()[i][0] > 0).toArray();
        assertEquals(398, single.length);
        Neighbours without = new Neighbours(
                Arrays.stream(single).mapToObj(i -> all.index()[i]).toArray(int[][]::new),
                Arrays.stream(single).mapToObj(i -> all.distance()[i]).toArray(double[][]::new));
        assertEquals(
                IntrinsicDimension.twoNearest(without, new SeededRandom(1)),
                IntrinsicDimension.twoNearest(all, new SeededRandom(1)));
        double clean = maximumLikelihood(cube).dimension();
        assertEquals(clean, maximumLikelihood(withCopies).dimension(), 0.05 * clean);
    }

    @Test
    void tooFewNeighboursOrNothingButCopiesAreNamed() {
        Neighbours one = Neighbours.of(twelve(), 1);
        assertThrows(IllegalArgumentException.class, () -> IntrinsicDimension.twoNearest(one, new SeededRandom(1)));
        assertThrows(IllegalArgumentException.class, () -> IntrinsicDimension.maximumLikelihood(one, 2, 2));
        Neighbours five = Neighbours.of(twelve(), 5);
        assertThrows(IllegalArgumentException.class, () -> IntrinsicDimension.maximumLikelihood(five, 1, 4));
        assertThrows(IllegalArgumentException.class, () -> IntrinsicDimension.maximumLikelihood(five, 5, 4));
        Neighbours copies = Neighbours.of(new float[9][2], 3);
        assertThrows(IllegalArgumentException.class, () -> IntrinsicDimension.twoNearest(copies, new SeededRandom(1)));
        assertThrows(IllegalArgumentException.class, () -> IntrinsicDimension.maximumLikelihood(copies, 2, 3));
    }
}
