package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CentresTest {
    /** Two of each of two classes; the last lies with the others. */
    private static final float[][] POINTS = {{0, 0}, {2, 4}, {10, 0}, {1, 1}};

    @Test
    void aCentreIsTheMeanOfItsClass() {
        float[][] centres = Centres.of(POINTS, 2);
        assertArrayEquals(new float[] {1, 2}, centres[0], 1e-6f);
        assertArrayEquals(new float[] {5.5f, 0.5f}, centres[1], 1e-6f);
    }

    @Test
    void aPointCountsIfItsOwnCentreIsNearest() {
        assertEquals(0.75, Centres.nearest(POINTS, Centres.of(POINTS, 2)));
        assertEquals(1, Centres.label(2, 4, 2));
        assertEquals(9, Centres.label(1999, 2000, 10));
    }
}
