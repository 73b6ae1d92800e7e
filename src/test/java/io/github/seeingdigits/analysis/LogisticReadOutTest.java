package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogisticReadOutTest {
    private static final float[][] MIXED = {{0, 1}, {1, 0}, {2, 2}, {3, 1}, {4, 5}, {5, 3}, {1, 4}, {2, 0}};
    private static final int[] LABELS = {0, 0, 1, 0, 1, 1, 0, 1};

    @Test
    void scoresAreThoseOfAnIndependentFit() {
        // numpy: Newton's method on the same penalised loss, 200 steps.
        LogisticReadOut readOut = new LogisticReadOut(MIXED, LABELS);
        float[][] seen = {{0, 0}, {2, 1}, {2.5f, 1}, {3, 2}, {1, 5}, {3, 4}, {2.2f, 3}};
        double[] scores = {-2.720646, -0.171509, 0.465068, 1.104475, -1.433337, 1.110138, 0.088784};
        for (int i = 0; i < seen.length; i++) {
            assertEquals(scores[i], readOut.score(seen[i]), 1e-4);
        }
        assertEquals(3.0 / 8, readOut.error(MIXED, LABELS));
    }

    @Test
    void separableClassesAreSeparatedWhereverTheyAre() {
        float[][] x = new float[40][];
        int[] labels = new int[40];
        for (int i = 0; i < x.length; i++) {
            labels[i] = i % 2;
            // The border is y = 3x; coordinates differ a thousandfold.
            x[i] = new float[] {1000 * i, 3000 * i + (labels[i] == 1 ? 60 : -60)};
        }
        assertEquals(0, new LogisticReadOut(x, labels).error(x, labels));
    }

    @Test
    void whereAllPointsCoincideTheCommonerClassIsRead() {
        float[][] x = {{0, 3}, {0, 3}, {0, 3}};
        assertEquals(1.0 / 3, new LogisticReadOut(x, new int[] {1, 0, 1}).error(x, new int[] {1, 0, 1}));
        assertEquals(1.0 / 3, new LogisticReadOut(x, new int[] {0, 0, 1}).error(x, new int[] {0, 0, 1}));
        assertEquals(0, new LogisticReadOut(x, new int[] {1, 1, 1}).error(x, new int[] {1, 1, 1}));
    }

    @Test
    void anOutputThatDoesNotVaryChangesNothing() {
        float[][] wider = new float[MIXED.length][];
        for (int i = 0; i < MIXED.length; i++) {
            wider[i] = new float[] {MIXED[i][0], 7, MIXED[i][1]};
        }
        LogisticReadOut narrow = new LogisticReadOut(MIXED, LABELS);
        LogisticReadOut wide = new LogisticReadOut(wider, LABELS);
        double[] a = new double[MIXED.length];
        double[] b = new double[MIXED.length];
        for (int i = 0; i < MIXED.length; i++) {
            a[i] = narrow.score(MIXED[i]);
            b[i] = wide.score(wider[i]);
        }
        assertArrayEquals(a, b, 1e-9);
    }
}
