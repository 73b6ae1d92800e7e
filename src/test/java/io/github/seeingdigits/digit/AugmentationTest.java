package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final int TIMES = 400;

    private static float[] scribble() {
        return Ink.of(Drawing.decode("300,200,700,300,350,800,600,760;500,500,520,540"));
    }

    private static float[] dotAt(int x, int y) {
        float[] ink = new float[Ink.PIXELS];
        ink[y * Ink.SIZE + x] = 1;
        return ink;
    }

    private static double mass(float[] ink) {
        double mass = 0;
        for (float value : ink) {
            mass += value;
        }
        return mass;
    }

    /** Centre of mass relative to pixel (14, 14): x, then y. */
    private static double[] centre(float[] ink) {
        double x = 0;
        double y = 0;
        for (int p = 0; p < ink.length; p++) {
            x += ink[p] * (p % Ink.SIZE - 14);
            y += ink[p] * (p / Ink.SIZE - 14);
        }
        return new double[] {x / mass(ink), y / mass(ink)};
    }

    /** Smallest and largest x, then smallest and largest y, of where a dot goes. */
    private static double[] reach(Augmentation augmentation, int x, int y) {
        double[] reach = {99, -99, 99, -99};
        SeededRandom random = new SeededRandom(1);
        for (int i = 0; i < TIMES; i++) {
            double[] centre = centre(augmentation.apply(dotAt(x, y), random));
            reach[0] = Math.min(reach[0], centre[0]);
            reach[1] = Math.max(reach[1], centre[0]);
            reach[2] = Math.min(reach[2], centre[1]);
            reach[3] = Math.max(reach[3], centre[1]);
        }
        return reach;
    }

    @Test
    void withoutRangesThePictureStaysAsItIs() {
        assertArrayEquals(scribble(), Augmentation.none().apply(scribble(), new SeededRandom(1)));
    }

    @Test
    void theGivenPictureIsNotTouched() {
        float[] ink = scribble();
        new Augmentation(2, 10, 0.2, 0.2, 2, 1).apply(ink, new SeededRandom(1));
        assertArrayEquals(scribble(), ink);
    }

    @Test
    void theSameNumbersAreDrawnWhateverTheRangesAndThePicture() {
        SeededRandom expected = new SeededRandom(5);
        for (int i = 0; i < Augmentation.draws(); i++) {
            expected.nextInt();
        }
        for (Augmentation each : new Augmentation[] {Augmentation.none(), new Augmentation(2, 10, 0.2, 0.2, 2, 1)}) {
            for (float[] ink : new float[][] {scribble(), new float[Ink.PIXELS]}) {
                SeededRandom random = new SeededRandom(5);
                each.apply(ink, random);
                assertArrayEquals(expected.state(), random.state());
            }
        }
    }

    @Test
    void theSameSeedGivesTheSamePicturesAndTheNextOnesDiffer() {
        Augmentation augmentation = new Augmentation(1, 10, 0.2, 0.1, 2, 0.5);
        SeededRandom random = new SeededRandom(3);
        float[] first = augmentation.apply(scribble(), random);
        assertArrayEquals(first, augmentation.apply(scribble(), new SeededRandom(3)));
        assertFalse(Arrays.equals(first, augmentation.apply(scribble(), random)));
    }

    @Test
    void shiftsFillTheirRangeInFourDirections() {
        double[] reach = reach(new Augmentation(2.5, 0, 0, 0, 0, 0), 14, 14);
        assertArrayEquals(new double[] {-2.5, 2.5, -2.5, 2.5}, reach, 0.05);
        for (double end : reach) {
            assertTrue(Math.abs(end) <= 2.5 + 1e-6, "moved by " + end);
        }
    }

    @Test
    void turnsFillTheirRangeBothWays() {
        double[] reach = reach(new Augmentation(0, 15, 0, 0, 0, 0), 24, 14);
        double furthest = 10 * Math.sin(Math.toRadians(15));
        assertArrayEquals(new double[] {10 * Math.cos(Math.toRadians(15)), 10, -furthest, furthest}, reach, 0.1);
    }

    @Test
    void slantMovesRowsSidewaysOnly() {
        assertArrayEquals(new double[] {-3, 3, -10, -10}, reach(new Augmentation(0, 0, 0.3, 0, 0, 0), 14, 4), 0.05);
    }

    @Test
    void widthAndHeightChangeApart() {
        double[] reach = reach(new Augmentation(0, 0, 0, 0.2, 0, 0), 22, 19);
        assertArrayEquals(new double[] {6.4, 9.6, 4, 6}, reach, 0.1);
        SeededRandom random = new SeededRandom(2);
        double different = 0;
        for (int i = 0; i < TIMES; i++) {
            double[] centre = centre(new Augmentation(0, 0, 0, 0.2, 0, 0).apply(dotAt(22, 19), random));
            different = Math.max(different, Math.abs(centre[0] / 8 - centre[1] / 5));
        }
        assertTrue(different > 0.3, "width and height differ by at most " + different);
    }

    @Test
    void thePensWidthStaysInItsRange() {
        Augmentation augmentation = new Augmentation(0, 0, 0, 0, 0, 0.7);
        SeededRandom random = new SeededRandom(1);
        double thinnest = mass(Distortion.thicken(scribble(), -0.7));
        double thickest = mass(Distortion.thicken(scribble(), 0.7));
        double least = thickest;
        double most = thinnest;
        for (int i = 0; i < TIMES; i++) {
            double ink = mass(augmentation.apply(scribble(), random));
            assertTrue(ink >= thinnest && ink <= thickest);
            least = Math.min(least, ink);
            most = Math.max(most, ink);
        }
        assertEquals(thinnest, least, 0.02 * thinnest);
        assertEquals(thickest, most, 0.02 * thickest);
    }

    @Test
    void bendingMovesDotsByLessThanItsRangeAndKeepsSurfacesWhole() {
        Augmentation augmentation = new Augmentation(0, 0, 0, 0, 4, 0);
        for (int x : new int[] {6, 14, 22}) {
            double[] reach = reach(augmentation, x, 14);
            assertTrue(reach[0] > x - 14 - 4 && reach[1] < x - 14 + 4, Arrays.toString(reach));
            assertTrue(reach[1] - reach[0] > 2 && reach[3] - reach[2] > 2, Arrays.toString(reach));
        }
        float[] full = new float[Ink.PIXELS];
        Arrays.fill(full, 1);
        float[] bent = augmentation.apply(full, new SeededRandom(1));
        for (int y = 4; y < 24; y++) {
            for (int x = 4; x < 24; x++) {
                assertEquals(1, bent[y * Ink.SIZE + x], 1e-6);
            }
        }
    }

    /** The cubic B-spline with its middle at 0, in the closed form of Unser, Aldroubi and Eden 1993. */
    private static double spline(double t) {
        double far = Math.abs(t);
        if (far < 1) {
            return 2.0 / 3 - far * far + far * far * far / 2;
        }
        return far < 2 ? (2 - far) * (2 - far) * (2 - far) / 6 : 0;
    }

    @Test
    void pixelsMoveByASplineSurfaceOverTheDrawnGridWithOneForEachDirection() {
        // A ramp of ink that is bent shows the field itself: value = (x + displacement) / 27.
        float[] rightwards = new float[Ink.PIXELS];
        float[] downwards = new float[Ink.PIXELS];
        for (int p = 0; p < Ink.PIXELS; p++) {
            rightwards[p] = p % Ink.SIZE / 27f;
            downwards[p] = p / Ink.SIZE / 27f;
        }
        Augmentation augmentation = new Augmentation(0, 0, 0, 0, 3, 0);
        SeededRandom draws = new SeededRandom(4);
        for (int i = 0; i < 7; i++) {
            draws.nextFloat();
        }
        for (float[] ramp : new float[][] {rightwards, downwards}) {
            double[] grid = new double[6 * 6];
            for (int k = 0; k < grid.length; k++) {
                grid[k] = 3 * (2 * draws.nextFloat() - 1);
            }
            float[] bent = augmentation.apply(ramp, new SeededRandom(4));
            for (int y = 4; y < 24; y++) {
                for (int x = 4; x < 24; x++) {
                    double moved = 0;
                    for (int k = 0; k < grid.length; k++) {
                        // Three intervals span the picture, and the grid begins one before it.
                        moved += grid[k] * spline(y / 9.0 - (k / 6 - 1)) * spline(x / 9.0 - (k % 6 - 1));
                    }
                    int p = y * Ink.SIZE + x;
                    assertEquals(moved, 27 * (bent[p] - ramp[p]), 1e-4);
                }
            }
        }
    }

    @Test
    void turningAndSlantingKeepTheAmountOfInk() {
        SeededRandom random = new SeededRandom(1);
        double before = mass(scribble());
        for (int i = 0; i < TIMES; i++) {
            assertEquals(before, mass(new Augmentation(1, 12, 0.2, 0, 0, 0).apply(scribble(), random)), 0.02 * before);
        }
    }

    @Test
    void aPictureIsScaledThenSlantedThenTurnedThenMoved() {
        Augmentation augmentation = new Augmentation(2, 20, 0.3, 0.2, 0, 0);
        for (int seed = 0; seed < 20; seed++) {
            SeededRandom draws = new SeededRandom(seed);
            double angle = Math.toRadians(20 * (2 * draws.nextFloat() - 1));
            double slant = 0.3 * (2 * draws.nextFloat() - 1);
            double x = 6 * (1 + 0.2 * (2 * draws.nextFloat() - 1));
            double y = -7 * (1 + 0.2 * (2 * draws.nextFloat() - 1));
            double dx = 2 * (2 * draws.nextFloat() - 1);
            double dy = 2 * (2 * draws.nextFloat() - 1);
            double slanted = x - slant * y;
            double[] expected = {
                Math.cos(angle) * slanted - Math.sin(angle) * y + dx,
                Math.sin(angle) * slanted + Math.cos(angle) * y + dy
            };
            assertArrayEquals(expected, centre(augmentation.apply(dotAt(20, 7), new SeededRandom(seed))), 0.15);
        }
    }

    @Test
    void rangesThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(-1, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, Double.NaN, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, 0, Double.POSITIVE_INFINITY, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, 0, 0, 0, -0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, 0, 0, 0, 0, -0.1));
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, 0, 0, 1, 0, 0));
        assertEquals("the scale of an augmentation must be at least 0 and less than 1, got 1.0", refused.getMessage());
    }

    @Test
    void theRangesAreDescribedInWords() {
        assertEquals(
                "shift ±1.5 px, rotation ±12.0°, slant ±0.25, scale ±0.15, bend ±2.5 px, pen ±0.6 px",
                new Augmentation(1.5, 12, 0.25, 0.15, 2.5, 0.6).describe());
    }
}
