package io.github.seeingdigits.analysis.manifold;

import java.util.Arrays;

/**
 * The k nearest neighbours of each of n points, exactly: every pair is compared. A point is not its own neighbour, a copy of it
 * is.
 *
 * @param index {@code index[i]}: the k points nearest to point i, the nearest first, equally near ones by index (which of
 *     several that differ by less than a double's rounding comes in as the last is left to the rounding)
 * @param distance {@code distance[i][j]}: how far {@code index[i][j]} is from i
 */
public record Neighbours(int[][] index, double[][] distance) {
    /** Points compared with at once: their numbers, 784 each, stay in a second-level cache of a megabyte or two. */
    private static final int BLOCK = 192;

    /**
     * Searches all pairs. Time grows with n²·d, but a zero in a point costs nothing, and four fifths of MNIST are zeros.
     *
     * @param points n rows of d finite numbers
     * @param k 1 to n−1
     */
    public static Neighbours of(float[][] points, int k) {
        int n = points.length;
        if (k < 1 || k >= n) {
            throw new IllegalArgumentException("among " + n + " points, k must be 1 to " + (n - 1) + ", got " + k);
        }
        int[][] index = new int[n][k];
        double[][] distance = new double[n][k];
        for (double[] row : distance) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        Block block = new Block(points[0].length);
        for (int first = 0; first < n; first += BLOCK) {
            block.load(points, first);
            for (int i = 0; i < n; i++) {
                block.compare(points[i]);
                for (int b = 0; b < block.size; b++) {
                    double squared = block.squared[b];
                    if (squared < distance[i][k - 1] && first + b != i) {
                        insert(index[i], distance[i], first + b, squared);
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            measure(points, i, index[i], distance[i]);
        }
        return new Neighbours(index, distance);
    }

    /** How many neighbours each point has. */
    public int k() {
        return index.length == 0 ? 0 : index[0].length;
    }

    /** The straight distance between two points of the same dimension: √Σ(a−b)², the same both ways to the last bit. */
    public static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = (double) a[j] - b[j];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static void insert(int[] index, double[] distance, int candidate, double value) {
        int at = index.length - 1;
        while (at > 0 && (distance[at - 1] > value || distance[at - 1] == value && index[at - 1] > candidate)) {
            distance[at] = distance[at - 1];
            index[at] = index[at - 1];
            at--;
        }
        distance[at] = value;
        index[at] = candidate;
    }

    /** Puts true distances in place of |a|²+|b|²−2ab, whose rounding grows with |a|, and the order that follows from them. */
    private static void measure(float[][] points, int i, int[] index, double[] distance) {
        int[] found = index.clone();
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(index, Integer.MAX_VALUE);
        for (int other : found) {
            insert(index, distance, other, distance(points[i], points[other]));
        }
    }

    /** Some points, turned so that one number of all of them lies together: the shape in which the JVM's compiler vectorises. */
    private static final class Block {
        private final double[][] column;
        private final double[] norm = new double[BLOCK];
        private final int[] inked;
        /** What {@link #compare} found. */
        private final double[] squared = new double[BLOCK];

        private int size;

        Block(int dimensions) {
            column = new double[dimensions][BLOCK];
            inked = new int[dimensions];
        }

        void load(float[][] points, int first) {
            size = Math.min(BLOCK, points.length - first);
            for (int b = 0; b < size; b++) {
                float[] point = points[first + b];
                norm[b] = 0;
                for (int j = 0; j < column.length; j++) {
                    column[j][b] = point[j];
                    norm[b] += (double) point[j] * point[j];
                }
            }
        }

        /** Fills {@link #squared}: |a|²+|b|²−2ab for {@code point} and each point b here. */
        void compare(float[] point) {
            int count = 0;
            double own = 0;
            for (int j = 0; j < point.length; j++) {
                if (point[j] != 0) {
                    inked[count++] = j;
                    own += (double) point[j] * point[j];
                }
            }
            for (int b = 0; b < BLOCK; b++) {
                squared[b] = own + norm[b];
            }
            int at = 0;
            for (; at + 3 < count; at += 4) {
                int j0 = inked[at];
                int j1 = inked[at + 1];
                int j2 = inked[at + 2];
                int j3 = inked[at + 3];
                subtract(
                        squared,
                        column[j0],
                        2.0 * point[j0],
                        column[j1],
                        2.0 * point[j1],
                        column[j2],
                        2.0 * point[j2],
                        column[j3],
                        2.0 * point[j3]);
            }
            for (; at < count; at++) {
                double[] x = column[inked[at]];
                double factor = 2.0 * point[inked[at]];
                for (int b = 0; b < BLOCK; b++) {
                    squared[b] -= factor * x[b];
                }
            }
        }

        private static void subtract(
                double[] y,
                double[] x0,
                double a0,
                double[] x1,
                double a1,
                double[] x2,
                double a2,
                double[] x3,
                double a3) {
            for (int b = 0; b < BLOCK; b++) {
                y[b] -= a0 * x0[b] + a1 * x1[b] + a2 * x2[b] + a3 * x3[b];
            }
        }
    }
}
