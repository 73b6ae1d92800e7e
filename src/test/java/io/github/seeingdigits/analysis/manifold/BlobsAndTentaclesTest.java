package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.analysis.manifold.BlobsAndTentacles.Comparison;
import io.github.seeingdigits.analysis.manifold.BlobsAndTentacles.Profile;
import io.github.seeingdigits.analysis.manifold.BlobsAndTentacles.Verdict;
import io.github.seeingdigits.network.SeededRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BlobsAndTentaclesTest {
    private static final int N = 1500;

    /** The measure must give the known answer for clouds of three seeds that had no part in choosing its thresholds. */
    private static void assertAll(Verdict expected, String family, Function<SeededRandom, float[][]> draw) {
        for (int seed = 101; seed <= 103; seed++) {
            SeededRandom random = new SeededRandom(seed);
            Comparison comparison = BlobsAndTentacles.compare(draw.apply(random), random);
            assertEquals(expected, comparison.verdict(), family + ", seed " + seed + ": " + comparison);
        }
    }

    @Test
    void roundAndStretchedBlobsAreBlobs() {
        for (int d : new int[] {2, 5, 10, 30}) {
            assertAll(Verdict.BLOB, "blob of " + d, random -> Synthetic.blob(N, d, random));
        }
        for (int power : new int[] {1, 2}) {
            double[] spectrum = new double[60];
            for (int j = 0; j < 60; j++) {
                spectrum[j] = Math.pow(j + 1, -power);
            }
            assertAll(Verdict.BLOB, "spectrum " + power, random -> Synthetic.gaussian(N, spectrum, random));
        }
    }

    @Test
    void aBlobWithHeavyTailsIsABlob() {
        assertAll(Verdict.BLOB, "Student's t with 5 degrees of freedom", random -> {
            float[][] points = Synthetic.blob(N, 10, random);
            for (float[] point : points) {
                double squares = 0;
                for (int j = 0; j < 5; j++) {
                    squares += Math.pow(random.nextGaussian(), 2);
                }
                for (int j = 0; j < 10; j++) {
                    point[j] *= (float) Math.sqrt(5 / squares);
                }
            }
            return points;
        });
    }

    @Test
    void flatAndClosedAndRolledSheetsAreManifolds() {
        for (int d : new int[] {2, 10, 20}) {
            assertAll(Verdict.MANIFOLD, "cube of " + d, random -> Synthetic.cube(N, d, random));
            assertAll(Verdict.MANIFOLD, "sphere of " + d, random -> Synthetic.sphere(N, d, random));
        }
        assertAll(Verdict.MANIFOLD, "swiss roll", random -> Synthetic.swissRoll(N, random));
        assertAll(
                Verdict.MANIFOLD,
                "swiss roll with noise",
                random -> Synthetic.embed(Synthetic.swissRoll(N, random), 50, 0.1, random));
    }

    @Test
    void sheetsThatBendThroughManyDimensionsAreManifolds() {
        for (int d : new int[] {2, 5, 10}) {
            for (double waves : new double[] {1, 2}) {
                assertAll(Verdict.MANIFOLD, d + ", " + waves, random -> Synthetic.waves(N, d, 50, waves, random));
            }
        }
    }

    @Test
    void blobsWithThreeToSixArmsHaveTentacles() {
        for (int d : new int[] {10, 30}) {
            for (int arms : new int[] {3, 4, 6}) {
                for (double thickness : new double[] {0.1, 0.3}) {
                    assertAll(
                            Verdict.TENTACLES,
                            arms + " arms of thickness " + thickness + " in " + d,
                            random -> Synthetic.tentacles(N, d, arms, 0.2, 3, thickness, random));
                }
            }
        }
        assertAll(Verdict.TENTACLES, "few points", random -> Synthetic.tentacles(N, 10, 3, 0.1, 3, 0.2, random));
    }

    @Test
    void whatTheDocumentationCallsFailuresFails() {
        assertAll(Verdict.BLOB, "two blobs", random -> {
            float[][] points = Synthetic.blob(N, 10, random);
            for (int i = 0; i < N; i += 2) {
                points[i][0] += 10;
            }
            return points;
        });
        SeededRandom random = new SeededRandom(9);
        float[][] noisy = Synthetic.embed(Synthetic.swissRoll(N, random), 50, 0.3, random);
        assertTrue(BlobsAndTentacles.compare(noisy, random).fullness() > 1, "a sheet of 2 dimensions seems full");
    }

    @Test
    void aBlobsScoresAgainstItsControlAreOne() {
        SeededRandom random = new SeededRandom(104);
        Comparison comparison = BlobsAndTentacles.compare(Synthetic.blob(N, 8, random), random);
        assertEquals(1, comparison.fullness(), 0.05);
        assertEquals(1, comparison.contrast(), 0.1);
        assertEquals(1, comparison.taper(), 0.1);
    }

    @Test
    void theLogDensityOfANormalCloudSpreadsByTheRootOfHalfItsDimension() {
        // ln density is −|x|²/2 + constant, and |x|² has variance 2d.
        for (int d = 1; d <= 2; d++) {
            Profile profile = BlobsAndTentacles.profile(Synthetic.blob(4000, d, new SeededRandom(1)));
            assertEquals(Math.sqrt(d / 2.0), profile.densitySpread(), 0.1);
        }
        assertEquals(
                0,
                BlobsAndTentacles.profile(Synthetic.sphere(4000, 1, new SeededRandom(1)))
                        .densitySpread(),
                0.25);
    }

    @Test
    void taperIsTheDimensionOfTheInnerHalfOverThatOfTheFarTenth() {
        // A blob of 1,100 points in 10 dimensions, and 900 on a line that leads away: the outer half has about 1
        // throughout.
        SeededRandom random = new SeededRandom(2);
        float[][] points = Synthetic.blob(2000, 10, random);
        for (int i = 0; i < 900; i++) {
            points[i] = new float[10];
            points[i][0] = 5 + 100 * random.nextFloat();
        }
        double taper = BlobsAndTentacles.profile(points).taper();
        assertTrue(taper > 4 && taper < 10, "taper " + taper);
    }

    @Test
    void waysBetweenTheTipsOfAStarPassItsMiddleAndThoseOnARollDoNot() {
        float[][] star = new float[900][];
        SeededRandom random = new SeededRandom(3);
        for (int i = 0; i < 900; i++) {
            double angle = 2 * Math.PI * (i % 3) / 3;
            double radius = i / 3 / 300.0;
            star[i] = new float[] {
                (float) (radius * Math.cos(angle) + 1e-4 * random.nextGaussian()),
                (float) (radius * Math.sin(angle) + 1e-4 * random.nextGaussian())
            };
        }
        double through = BlobsAndTentacles.profile(star).passage();
        assertTrue(through < 0.3, "star " + through);
        double around =
                BlobsAndTentacles.profile(Synthetic.swissRoll(900, random)).passage();
        assertTrue(around > 0.35, "roll " + around);
    }

    @Test
    void theVerdictFollowsTheRule() {
        Profile control = new Profile(10, 2, 1, 0.2);
        assertEquals(Verdict.TENTACLES, new Comparison(new Profile(5, 1, 1.25, 0.34), control).verdict());
        assertEquals(Verdict.MANIFOLD, new Comparison(new Profile(5, 2, 1.25, 0.35), control).verdict());
        assertEquals(Verdict.MANIFOLD, new Comparison(new Profile(5, 2, 1.24, 0.1), control).verdict());
        assertEquals(Verdict.MANIFOLD, new Comparison(new Profile(10, 1.3, 1, 0.1), control).verdict());
        assertEquals(Verdict.BLOB, new Comparison(new Profile(8, 1.4, 1, 0.1), control).verdict());
        Profile stretched = new Profile(10, 2, 1.5, 0.2);
        assertEquals(
                Verdict.BLOB,
                new Comparison(new Profile(10, 2, 1.6, 0.1), stretched).verdict(),
                "thin ends that its covariance explains");
        assertEquals(0.8, new Comparison(new Profile(8, 1, 1, 0), control).fullness(), 1e-15);
        assertEquals(0.5, new Comparison(new Profile(8, 1, 1, 0), control).contrast(), 1e-15);
        assertEquals(1.2, new Comparison(new Profile(8, 1, 1.8, 0), stretched).taper(), 1e-12);
    }

    @Test
    void theSpatialMedianIsNotPulledByAnArm() {
        // Of three points on a line it is the one between; of a square's corners the centre.
        assertArrayEquals(
                new float[] {1, 0}, BlobsAndTentacles.spatialMedian(new float[][] {{0, 0}, {1, 0}, {100, 0}}), 1e-2f);
        assertArrayEquals(
                new float[] {1, 1},
                BlobsAndTentacles.spatialMedian(new float[][] {{0, 0}, {2, 0}, {0, 2}, {2, 2}}),
                1e-6f);
        float[][] points = Synthetic.tentacles(2000, 6, 1, 0.3, 5, 0.1, new SeededRandom(4));
        double mean = Neighbours.distance(new float[6], toFloats(Pca.of(points).mean()));
        double median = Neighbours.distance(new float[6], BlobsAndTentacles.spatialMedian(points));
        assertTrue(median < 0.6 * mean, median + " against " + mean);
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int j = 0; j < values.length; j++) {
            floats[j] = (float) values[j];
        }
        return floats;
    }

    @Test
    void aFewPointsHaveNoShape() {
        assertThrows(
                IllegalArgumentException.class,
                () -> BlobsAndTentacles.profile(Synthetic.blob(199, 2, new SeededRandom(1))));
    }
}
