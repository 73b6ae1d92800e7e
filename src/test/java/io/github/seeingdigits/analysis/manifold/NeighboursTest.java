package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.SeededRandom;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    /** Sorting everything, by distance and then by index. */
    private static void assertSameAsSorting(float[][] points, int k) {
        Neighbours neighbours = Neighbours.of(points, k);
        for (int p = 0; p < points.length; p++) {
            int i = p;
            int[] expected = IntStream.range(0, points.length)
                    .filter(j -> j != i)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer j) -> Neighbours.distance(points[i], points[j]))
                            .thenComparing(j -> j))
                    .limit(k)
                    .mapToInt(j -> j)
                    .toArray();
            assertArrayEquals(expected, neighbours.index()[i], "neighbours of " + i);
            for (int j = 0; j < k; j++) {
                assertEquals(
                        Neighbours.distance(points[i], points[expected[j]]),
                        neighbours.distance()[i][j]);
            }
        }
        assertEquals(k, neighbours.k());
    }

    @Test
    void theyAreThoseThatSortingFinds() {
        SeededRandom random = new SeededRandom(1);
        // Around the size of a block, and with every remainder of four in the dimensions.
        for (int n : new int[] {2, 191, 192, 193, 500}) {
            assertSameAsSorting(Synthetic.blob(n, n % 4 + 3, random), Math.min(n - 1, 7));
        }
        assertSameAsSorting(Synthetic.blob(40, 5, random), 39);
    }

    @Test
    void zerosAreSkippedRightly() {
        float[][] points = Synthetic.cube(300, 30, new SeededRandom(2));
        for (float[] point : points) {
            for (int j = 0; j < 30; j++) {
                point[j] = Math.max(0, point[j] - 0.7f);
            }
        }
        points[7] = new float[30];
        assertSameAsSorting(points, 5);
    }

    @Test
    void amongEquallyNearOnesTheLowerIndexComesFirst() {
        float[][] grid = new float[400][];
        for (int i = 0; i < 400; i++) {
            grid[i] = new float[] {i % 20, i / 20};
        }
        assertSameAsSorting(grid, 6);
        assertArrayEquals(new int[] {1, 20, 21}, Neighbours.of(grid, 3).index()[0]);
    }

    @Test
    void aCopyIsANeighbourAtDistanceZeroAndThePointItselfIsNone() {
        Neighbours neighbours = Neighbours.of(new float[][] {{1, 0.1f}, {5, 5}, {1, 0.1f}, {1, 0.1f}}, 2);
        assertArrayEquals(new int[] {2, 3}, neighbours.index()[0]);
        assertArrayEquals(new int[] {0, 2}, neighbours.index()[3]);
        assertArrayEquals(new double[] {0, 0}, neighbours.distance()[3]);
    }

    @Test
    void farFromTheOriginDistancesKeepTheirDigits() {
        float[][] points = {{30_000, 0.5f}, {30_000, 0.25f}, {30_001, 0.5f}};
        assertArrayEquals(new double[] {0.25, 1}, Neighbours.of(points, 2).distance()[0]);
    }

    @Test
    void kMustLeaveThePointItselfOut() {
        float[][] points = Synthetic.cube(3, 2, new SeededRandom(1));
        for (int k : new int[] {0, 3}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Neighbours.of(points, k))
                    .getMessage();
            assertTrue(message.contains("1 to 2, got " + k), message);
        }
    }
}
