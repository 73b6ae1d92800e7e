package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CorrelationTest {
    private static final float[] RISING = {1, 2, 3, 5, 8};

    @Test
    void strengthAndOffsetMakeNoDifference() {
        assertEquals(1, Correlation.pearson(RISING, new float[] {11, 12, 13, 15, 18}), 1e-12);
        assertEquals(-1, Correlation.pearson(RISING, new float[] {-2, -4, -6, -10, -16}), 1e-12);
    }

    @Test
    void itIsPearsonsCoefficient() {
        // numpy.corrcoef
        assertEquals(0.24330354978123978, Correlation.pearson(RISING, new float[] {2, -1, 4, 0, 3}), 1e-12);
    }

    @Test
    void whatDoesNotVaryCorrelatesWithNothing() {
        assertEquals(0, Correlation.pearson(RISING, new float[] {4, 4, 4, 4, 4}));
        assertThrows(IllegalArgumentException.class, () -> Correlation.pearson(RISING, new float[4]));
    }

    @Test
    void aChainOfCorrelatedFiltersIsOneGroupAndOppositesAreTwo() {
        float[] up = {0, 1, 2};
        float[] bent = {0, 2, 2}; // 0.866 with up, 0.5 with hill
        float[] hill = {0, 1, 0.5f}; // 0.5 with up, 0.866 with bent
        float[] down = {2, 1, 0};
        float[][] filters = {up, down, hill, bent, up};
        assertArrayEquals(new int[] {0, 1, 0, 0, 0}, Correlation.groups(filters, 0.8));
        assertArrayEquals(new int[] {0, 1, 2, 3, 0}, Correlation.groups(filters, 0.9));
        assertArrayEquals(new int[0], Correlation.groups(new float[0][], 0.9));
    }
}
