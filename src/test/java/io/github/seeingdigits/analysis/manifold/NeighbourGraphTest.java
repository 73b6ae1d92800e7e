package io.github.seeingdigits.analysis.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NeighbourGraphTest {
    /** Two points 4 apart, and a detour in steps of 2: over (0, 2), (2, 2), (4, 2). Then two points far away. */
    private static final float[][] DETOUR = {{0, 0}, {4, 0}, {0, 2}, {2, 2}, {4, 2}, {50, 0}, {51, 0}};

    private static NeighbourGraph detour() {
        int[][] index = {{2, 1}, {4, 0}, {0, 3}, {2, 4}, {3, 1}, {6, 6}, {5, 5}};
        double[][] distance = {{2, 4}, {2, 4}, {2, 2}, {2, 2}, {2, 2}, {1, 1}, {1, 1}};
        return NeighbourGraph.of(new Neighbours(index, distance), 2);
    }

    @Test
    void theShortestWayJumpsAndTheBottleneckWayGoesAround() {
        NeighbourGraph.Way shortest = detour().shortest(0, 1);
        assertArrayEquals(new int[] {0, 1}, shortest.nodes());
        assertEquals(4, shortest.length());
        assertEquals(4, shortest.largestHop());
        NeighbourGraph.Way around = detour().bottleneck(0, 1);
        assertArrayEquals(new int[] {0, 2, 3, 4, 1}, around.nodes());
        assertEquals(8, around.length());
        assertEquals(2, around.largestHop());
    }

    @Test
    void amongWaysOfTheSameLargestHopTheBottleneckWayIsTheShortest() {
        // All ways from 0 to 3 start with a hop of 5; then 2 hops of 1 and 1 hop of 1.5 compete.
        int[][] index = {{1}, {2}, {3}, {1}};
        double[][] distance = {{5}, {1}, {1}, {1.5}};
        NeighbourGraph.Way way =
                NeighbourGraph.of(new Neighbours(index, distance), 1).bottleneck(0, 3);
        assertArrayEquals(new int[] {0, 1, 3}, way.nodes());
        assertEquals(6.5, way.length());
        assertEquals(5, way.largestHop());
    }

    @Test
    void componentsAreNumberedByTheirFirstPoints() {
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 1, 1}, detour().components());
        String message = assertThrows(IllegalArgumentException.class, () -> detour().shortest(0, 6))
                .getMessage();
        assertTrue(message.contains("from point 0 to point 6"), message);
        assertThrows(IllegalArgumentException.class, () -> detour().bottleneck(5, 1));
    }

    @Test
    void twoPointsAreJoinedIfEitherChoseTheOther() {
        // On a line at 0, 1, 3, 7 with one neighbour each: 3 chooses 1 and 7 chooses 3, not the other way round.
        float[][] line = {{0}, {1}, {3}, {7}};
        NeighbourGraph graph = NeighbourGraph.of(Neighbours.of(line, 2), 1);
        assertArrayEquals(new int[] {1}, graph.joined(0));
        assertArrayEquals(new int[] {0, 2}, graph.joined(1));
        assertArrayEquals(new int[] {1, 3}, graph.joined(2));
        assertEquals(7, graph.shortest(3, 0).length());
        assertEquals(4, graph.size());
    }

    @Test
    void theWayToItselfIsEmpty() {
        NeighbourGraph.Way way = detour().shortest(3, 3);
        assertArrayEquals(new int[] {3}, way.nodes());
        assertEquals(0, way.length());
        assertEquals(0, way.largestHop());
    }

    @Test
    void allWaysAreThoseOfFloydAndWarshall() {
        float[][] points = Synthetic.blob(150, 3, new SeededRandom(4));
        int n = points.length;
        NeighbourGraph graph = NeighbourGraph.of(Neighbours.of(points, 4), 4);
        double[][] sum = new double[n][n];
        double[][] largest = new double[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(sum[i], Double.POSITIVE_INFINITY);
            Arrays.fill(largest[i], Double.POSITIVE_INFINITY);
            sum[i][i] = 0;
            largest[i][i] = 0;
            for (int j : graph.joined(i)) {
                sum[i][j] = Neighbours.distance(points[i], points[j]);
                largest[i][j] = sum[i][j];
            }
        }
        for (int via = 0; via < n; via++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum[i][j] = Math.min(sum[i][j], sum[i][via] + sum[via][j]);
                    largest[i][j] = Math.min(largest[i][j], Math.max(largest[i][via], largest[via][j]));
                }
            }
        }
        int[] component = graph.components();
        for (int i = 0; i < n; i += 10) {
            NeighbourGraph.Ways ways = graph.shortestFrom(i);
            for (int j = 0; j < n; j++) {
                assertEquals(sum[i][j] < Double.POSITIVE_INFINITY, component[i] == component[j]);
                if (component[i] == component[j]) {
                    assertEquals(sum[i][j], ways.distance()[j], 1e-12);
                    assertEquals(largest[i][j], graph.bottleneck(i, j).largestHop());
                    assertWalkable(graph, points, graph.way(ways, i, j), i, j);
                    assertWalkable(graph, points, graph.bottleneck(i, j), i, j);
                }
            }
        }
    }

    private static void assertWalkable(NeighbourGraph graph, float[][] points, NeighbourGraph.Way way, int i, int j) {
        int[] nodes = way.nodes();
        assertEquals(i, nodes[0]);
        assertEquals(j, nodes[nodes.length - 1]);
        double sum = 0;
        double largest = 0;
        for (int h = 1; h < nodes.length; h++) {
            assertTrue(Arrays.binarySearch(graph.joined(nodes[h - 1]), nodes[h]) >= 0);
            double hop = Neighbours.distance(points[nodes[h - 1]], points[nodes[h]]);
            sum += hop;
            largest = Math.max(largest, hop);
        }
        assertEquals(sum, way.length(), 1e-12);
        assertEquals(largest, way.largestHop());
    }

    @Test
    void onARolledSheetTheGraphIsLongerThanTheStraightLine() {
        // Half a circle of radius 1: length π against a distance of 2.
        float[][] arc = new float[201][];
        for (int i = 0; i <= 200; i++) {
            double angle = Math.PI * i / 200;
            arc[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }
        double length =
                NeighbourGraph.of(Neighbours.of(arc, 2), 2).shortest(0, 200).length();
        assertEquals(Math.PI / 2, length / Neighbours.distance(arc[0], arc[200]), 1e-3);
    }

    @Test
    void noMoreNeighboursThanFoundCanBeJoined() {
        Neighbours neighbours = Neighbours.of(DETOUR, 2);
        assertThrows(IllegalArgumentException.class, () -> NeighbourGraph.of(neighbours, 3));
        assertThrows(IllegalArgumentException.class, () -> NeighbourGraph.of(neighbours, 0));
    }
}
