package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.network.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NearestTest {
    /** Distances from the origin: 3, 1, 5, 1, 2. */
    private static final float[][] POINTS = {{3, 0}, {0, 1}, {3, 4}, {-1, 0}, {0, -2}};

    private static final float[] ORIGIN = {0, 0};

    @Test
    void theNearestComeFirstAndOfEquallyNearOnesTheFirst() {
        assertArrayEquals(new int[] {1, 3, 4}, Nearest.of(POINTS, ORIGIN, 3, -1));
        assertArrayEquals(new int[] {3, 4, 0, 2}, Nearest.of(POINTS, ORIGIN, 4, 1));
    }

    @Test
    void itFindsWhatTheSearchOfAllPairsFinds() {
        SeededRandom random = new SeededRandom(7);
        float[][] cloud = Synthetic.blob(300, 6, random);
        int[][] all = Neighbours.of(cloud, 5).index();
        for (int i = 0; i < cloud.length; i++) {
            assertArrayEquals(all[i], Nearest.of(cloud, cloud[i], 5, i), "point " + i);
        }
    }

    @Test
    void betweenPointsTheNearerWeighsMore() {
        float[][] values = {{8}, {6}, {0}, {0}, {12}};
        // Weights 1, 1/2 and 1/3 over 11/6: (6 + 12/2 + 8/3) · 6/11.
        assertEquals(8, Nearest.between(POINTS, ORIGIN, values, new int[] {1, 4, 0})[0], 1e-5);
        assertEquals(
                12, Nearest.between(POINTS, POINTS[4], values, new int[] {1, 4, 0})[0], 1e-5, "at the point itself");
        assertEquals("[3.0]", Arrays.toString(Nearest.between(POINTS, ORIGIN, values, new int[] {1, 3})));
    }
}
