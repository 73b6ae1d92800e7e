package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;

class TsneTest {
    private static double[][] affinities() {
        double[][] p = {{0, 3, 1, 2}, {3, 0, 4, 1}, {1, 4, 0, 2}, {2, 1, 2, 0}};
        for (double[] row : p) {
            for (int j = 0; j < 4; j++) {
                row[j] /= 26;
            }
        }
        return p;
    }

    /** Axis by point. */
    private static double[][] positions() {
        return new double[][] {{0, 1, -0.7, 3}, {0, 0.5, 2, -1}};
    }

    @Test
    void divergenceAndGradientAreThoseOfNumpy() {
        Tsne tsne = new Tsne(affinities(), positions());
        assertEquals(0.27191956499597375, tsne.divergence(), 1e-14);
        double[][] gradient = tsne.gradient(1);
        assertArrayEquals(
                new double[] {0.10604953866404375, -0.052731429317218484, -0.09678281340819897, 0.0434647040613737},
                gradient[0],
                1e-14);
        assertArrayEquals(
                new double[] {0.16517702224511063, -0.18098616991307612, 0.03509116719654087, -0.019282019528575382},
                gradient[1],
                1e-14);
        assertArrayEquals(
                new double[] {-0.43280686904482296, 0.6134110694659632, -0.5728949667043055, 0.3922907662831653},
                tsne.gradient(3)[0],
                1e-14,
                "with p three times as large");
    }

    @Test
    void theGradientIsTheSlopeOfTheDivergence() {
        double[][] squared = new double[30][30];
        float[][] points = Synthetic.blob(30, 5, new SeededRandom(1));
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 30; j++) {
                squared[i][j] = Math.pow(Neighbours.distance(points[i], points[j]), 2);
            }
        }
        double[][] p = Tsne.affinities(squared, 8);
        double[][] y = new double[2][30];
        SeededRandom random = new SeededRandom(2);
        for (int i = 0; i < 30; i++) {
            y[0][i] = random.nextGaussian();
            y[1][i] = random.nextGaussian();
        }
        Tsne tsne = new Tsne(p, y);
        double[][] gradient = tsne.gradient(1);
        double h = 1e-5;
        for (int axis = 0; axis < 2; axis++) {
            for (int i = 0; i < 30; i++) {
                double at = y[axis][i];
                y[axis][i] = at + h;
                double above = tsne.divergence();
                y[axis][i] = at - h;
                double below = tsne.divergence();
                y[axis][i] = at;
                assertEquals((above - below) / (2 * h), gradient[axis][i], 1e-9, "axis " + axis + ", point " + i);
            }
        }
    }

    @Test
    void eachRowHasTheEntropyOfThePerplexity() {
        SeededRandom random = new SeededRandom(3);
        for (double perplexity : new double[] {1.5, 5, 30, 90}) {
            for (double unit : new double[] {1e-6, 1, 1e6}) {
                double[] squared = new double[101];
                for (int j = 0; j < 101; j++) {
                    squared[j] = unit * (50 + 10 * random.nextFloat());
                }
                double[] row = Tsne.conditional(squared, 40, perplexity);
                double entropy = 0;
                double sum = 0;
                for (int j = 0; j < 101; j++) {
                    entropy -= row[j] > 0 ? row[j] * Math.log(row[j]) : 0;
                    sum += row[j];
                }
                assertEquals(0, row[40]);
                assertEquals(1, sum, 1e-12);
                assertEquals(perplexity, Math.exp(entropy), perplexity * 1e-6);
            }
        }
    }

    @Test
    void conditionalsFallAsAGaussianOfTheDistance() {
        double[] row = Tsne.conditional(new double[] {0, 1, 2, 3, 7}, 0, 2.5);
        double slope = Math.log(row[1] / row[2]);
        assertTrue(slope > 0);
        assertEquals(slope, Math.log(row[2] / row[3]), 1e-12);
        assertEquals(4 * slope, Math.log(row[3] / row[4]), 1e-12);
    }

    @Test
    void affinitiesAreSymmetricAndSumToOne() {
        double[][] p = Tsne.affinities(new double[][] {{0, 1, 4, 9}, {1, 0, 2, 5}, {4, 2, 0, 3}, {9, 5, 3, 0}}, 2);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                sum += p[i][j];
                assertEquals(p[i][j], p[j][i]);
            }
            assertEquals(0, p[i][i]);
        }
        assertEquals(1, sum, 1e-12);
    }

    /** Three blobs of 40 points in 10 dimensions, far apart. */
    private static float[][] threeBlobs() {
        float[][] points = Synthetic.blob(120, 10, new SeededRandom(5));
        for (int i = 0; i < 120; i++) {
            points[i][i % 3] += 20;
        }
        return points;
    }

    @Test
    void blobsStayApartAndTheDivergenceFalls() {
        Tsne tsne = new Tsne(threeBlobs(), 10);
        double start = tsne.divergence();
        tsne.run(200);
        double middle = tsne.divergence();
        tsne.run(200);
        assertTrue(middle < start / 2 && tsne.divergence() <= middle, start + " " + middle + " " + tsne.divergence());
        Neighbours neighbours = Neighbours.of(tsne.map(), 10);
        for (int i = 0; i < 120; i++) {
            for (int j : neighbours.index()[i]) {
                assertEquals(i % 3, j % 3, "neighbour " + j + " of " + i);
            }
        }
    }

    @Test
    void theSameCloudGivesTheSameMapHoweverItsStepsAreCounted() {
        Tsne once = new Tsne(threeBlobs(), 10);
        once.run(150);
        Tsne twice = new Tsne(threeBlobs(), 10);
        twice.run(60);
        twice.run(90);
        for (int i = 0; i < 120; i++) {
            assertArrayEquals(once.map()[i], twice.map()[i]);
        }
    }

    @Test
    void aPerplexityThatCannotBeHadIsNamed() {
        float[][] points = threeBlobs();
        for (double perplexity : new double[] {1, 119, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new Tsne(points, perplexity));
        }
    }
}
