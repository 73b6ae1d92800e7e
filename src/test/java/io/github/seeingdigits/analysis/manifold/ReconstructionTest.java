package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.View;
import org.junit.jupiter.api.Test;

/** Pictures of three pixels by hand: mean (1, 1, 1), components (0.6, 0.8, 0) and (−0.8, 0.6, 0), the picture (2, 3, 4). */
class ReconstructionTest {
    /** Halves near 0.6 are 1/2048 apart. */
    private static final float ROUNDING = 2e-3f;

    private static Reconstruction sum() {
        View view = new View(new int[] {3, 3}, new float[] {1, 1, 1, 0.6f, 0.8f, 0, -0.8f, 0.6f, 0});
        Reconstruction sum = new Reconstruction(new PrincipalPictures(view));
        sum.see(new float[] {2, 3, 4});
        return sum;
    }

    @Test
    void coefficientsAreProductsWithTheDifferenceFromTheMean() {
        // (1, 2, 3)·(0.6, 0.8, 0) and (1, 2, 3)·(−0.8, 0.6, 0).
        assertEquals(2.2, sum().coefficient(0), ROUNDING);
        assertEquals(0.4, sum().coefficient(1), ROUNDING);
    }

    @Test
    void theMeanAndEveryComponentUsedAddUp() {
        Reconstruction sum = sum();
        assertArrayEquals(new float[] {1, 1, 1}, sum.result(), 0);
        sum.count = 1;
        assertArrayEquals(new float[] {1 + 1.32f, 1 + 1.76f, 1}, sum.result(), ROUNDING);
        sum.count = 2;
        assertArrayEquals(new float[] {2, 3, 1}, sum.result(), ROUNDING);
        assertArrayEquals(new float[] {0, 0, 3}, sum.missing(), ROUNDING);
        assertArrayEquals(new float[] {1, 1, 1}, sum.pictures.mean(), 0, "the mean itself stays");
    }

    @Test
    void sharesAreOfTheSquaredDistanceFromTheMean() {
        Reconstruction sum = sum();
        assertEquals(1, sum.left(), 1e-9);
        sum.count = 2;
        assertEquals(9 / 14.0, sum.left(), ROUNDING);
        assertEquals(4.84 / 14, sum.share(0), ROUNDING);
        assertEquals(0.16 / 14, sum.share(1), ROUNDING);
        sum.see(new float[] {1, 1, 1});
        assertEquals(0, sum.left());
        assertEquals(0, sum.share(0));
    }

    @Test
    void whatIsLeftOutStaysOut() {
        Reconstruction sum = sum();
        sum.count = 2;
        sum.leaveOut(0, true);
        assertFalse(sum.isUsed(0));
        assertTrue(sum.isUsed(1));
        assertArrayEquals(new float[] {1 - 0.32f, 1 + 0.24f, 1}, sum.result(), ROUNDING);
        assertEquals((4.84 + 9) / 14, sum.left(), ROUNDING);
        sum.leaveOut(0, false);
        assertArrayEquals(new float[] {2, 3, 1}, sum.result(), ROUNDING);
        sum.count = 1;
        assertFalse(sum.isUsed(1));
    }

    @Test
    void aViewOfAnotherShapeIsRefused() {
        View flat = new View(new int[] {4}, new float[4]);
        View mean = new View(new int[] {1, 4}, new float[4]);
        for (View view : new View[] {flat, mean}) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> new PrincipalPictures(view))
                    .getMessage()
                    .contains("\"components\""));
        }
    }
}
