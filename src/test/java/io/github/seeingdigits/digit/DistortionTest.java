package io.github.seeingdigits.digit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;

class DistortionTest {
    private static float[] dotAt(int x, int y) {
        float[] ink = new float[Ink.PIXELS];
        ink[y * Ink.SIZE + x] = 1;
        return ink;
    }

    private static float[] scribble() {
        return Ink.of(Drawing.decode("300,200,700,300,350,800,600,760;500,500,520,540"));
    }

    private static double mass(float[] ink) {
        double mass = 0;
        for (float value : ink) {
            mass += value;
        }
        return mass;
    }

    @Test
    void nothingChangesNothing() {
        float[] ink = scribble();
        assertArrayEquals(ink, Distortion.shift(ink, 0, 0));
        assertArrayEquals(ink, Distortion.rotate(ink, 0));
        assertArrayEquals(ink, Distortion.scale(ink, 1));
        assertArrayEquals(ink, Distortion.slant(ink, 0));
        assertArrayEquals(ink, Distortion.thicken(ink, 0));
        assertArrayEquals(ink, Distortion.noise(ink, 0, new SeededRandom(1)));
    }

    @Test
    void wholePixelsAreMovedExactlyAndHalvesAreShared() {
        assertArrayEquals(dotAt(17, 9), Distortion.shift(dotAt(14, 14), 3, -5));
        float[] half = Distortion.shift(dotAt(14, 14), 0.5, 0);
        assertEquals(0.5, half[14 * Ink.SIZE + 14]);
        assertEquals(0.5, half[14 * Ink.SIZE + 15]);
        assertEquals(0, mass(Distortion.shift(dotAt(14, 14), 14, 0)), "what leaves the picture is lost");
    }

    @Test
    void aQuarterTurnGoesClockwiseAboutTheMiddle() {
        assertArrayEquals(dotAt(14, 17), Distortion.rotate(dotAt(17, 14), 90), 1e-6f);
        assertArrayEquals(dotAt(11, 14), Distortion.rotate(dotAt(14, 17), 90), 1e-6f);
        float[] ink = scribble();
        float[] turned = ink;
        for (int i = 0; i < 4; i++) {
            turned = Distortion.rotate(turned, 90);
        }
        assertArrayEquals(ink, turned, 1e-5f);
    }

    @Test
    void doublingTheSizeDoublesDistancesFromTheMiddle() {
        float[] twice = Distortion.scale(dotAt(16, 11), 2);
        assertEquals(1, twice[8 * Ink.SIZE + 18], 1e-6);
        assertEquals(mass(scribble()) / 4, mass(Distortion.scale(scribble(), 0.5)), 2);
    }

    @Test
    void slantingMovesTheTopRightAndTheBottomLeft() {
        assertArrayEquals(dotAt(17, 8), Distortion.slant(dotAt(14, 8), 0.5), 1e-6f);
        assertArrayEquals(dotAt(12, 18), Distortion.slant(dotAt(14, 18), 0.5), 1e-6f);
    }

    @Test
    void anAffineMapFollowsItsMatrix() {
        // (2, 1) goes to (2·2 + 1·1 − 3, −1·2 + 1·1), and the dot, enlarged, is still darkest there.
        float[] mapped = Distortion.affine(dotAt(16, 15), 2, 1, -1, 1, -3, 0);
        assertEquals(1, mapped[(14 - 1) * Ink.SIZE + 14 + 2], 1e-6);
        assertEquals(3, mass(mapped), 0.5, "areas grow by the determinant");
        assertThrows(IllegalArgumentException.class, () -> Distortion.affine(dotAt(1, 1), 1, 2, 2, 4, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Distortion.affine(dotAt(1, 1), Double.NaN, 0, 0, 1, 0, 0));
    }

    @Test
    void aWiderPenAddsTheNeighboursAndAThinnerOneTakesThemAway() {
        float[] cross = Distortion.thicken(dotAt(14, 14), 1);
        assertEquals(5, mass(cross));
        assertEquals(1, cross[13 * Ink.SIZE + 14]);
        assertArrayEquals(dotAt(14, 14), Distortion.thicken(cross, -1));
        assertEquals(3, mass(Distortion.thicken(dotAt(14, 14), 0.5)), 1e-6);
        assertEquals(13, mass(Distortion.thicken(dotAt(14, 14), 2)), 1e-6);
    }

    @Test
    void noiseStaysBetweenPaperAndInkAndIsSeeded() {
        float[] noisy = Distortion.noise(scribble(), 0.4, new SeededRandom(9));
        assertArrayEquals(noisy, Distortion.noise(scribble(), 0.4, new SeededRandom(9)));
        double moved = 0;
        for (int i = 0; i < noisy.length; i++) {
            assertTrue(noisy[i] >= 0 && noisy[i] <= 1);
            moved = Math.max(moved, Math.abs(noisy[i] - scribble()[i]));
        }
        assertTrue(moved > 0.3 && moved <= 0.4001, "moved by " + moved);
    }

    @Test
    void theNegativeOfTheNegativeIsThePicture() {
        assertEquals(Ink.PIXELS - mass(scribble()), mass(Distortion.invert(scribble())), 1e-3);
        assertArrayEquals(scribble(), Distortion.invert(Distortion.invert(scribble())), 1e-6f);
    }
}
