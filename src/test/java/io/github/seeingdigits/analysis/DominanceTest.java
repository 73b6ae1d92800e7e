package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DominanceTest {
    /** Two labels, three units; label 0 is dominated by unit 1 twice and by unit 2 once, label 1 by unit 1 and by none. */
    private static Dominance sample() {
        Dominance dominance = new Dominance(2, 3);
        dominance.add(new float[] {0, 5, 4}, 0);
        dominance.add(new float[] {1, 2, 0}, 0);
        dominance.add(new float[] {0, 1, 3}, 0);
        dominance.add(new float[] {0, 9, 0}, 1);
        dominance.add(new float[] {0, 0, 0}, 1);
        dominance.add(new float[] {-1, 0, -2}, 1);
        return dominance;
    }

    @Test
    void theLargestActivationDominatesAndZeroNever() {
        assertArrayEquals(new int[][] {{0, 2, 1, 0}, {0, 1, 0, 2}}, sample().counts());
        assertEquals(0, Dominance.dominant(new float[] {2, 2}), "the first among equals");
        assertEquals(2, Dominance.dominant(new float[] {Float.NaN, 0}));
    }

    @Test
    void theCommonestUnitOfALabelAndItsShare() {
        assertEquals(1, sample().commonest(0));
        assertEquals(2.0 / 3, sample().share(0), 1e-12);
        assertEquals(3, sample().commonest(1), "most examples of label 1 have none");
        assertEquals(0, new Dominance(2, 3).share(1));
    }

    @Test
    void onlyRealUnitsAreCountedAsDistinct() {
        assertEquals(1, sample().distinct());
        Dominance perfect = new Dominance(3, 3);
        for (int label = 0; label < 3; label++) {
            float[] activations = new float[3];
            activations[2 - label] = 1;
            perfect.add(activations, label);
        }
        assertEquals(3, perfect.distinct());
        assertEquals(1, perfect.readOut(perfect));
    }

    @Test
    void theReadOutIsLearntHereAndTriedThere() {
        // Unit 1 stands for label 0 (2 against 1), unit 2 for label 0, none for label 1, unit 0 for label 0 by default.
        Dominance other = new Dominance(2, 3);
        other.add(new float[] {0, 1, 0}, 0);
        other.add(new float[] {0, 1, 0}, 1);
        other.add(new float[] {0, 0, 1}, 1);
        other.add(new float[] {0, 0, 0}, 1);
        assertEquals(2.0 / 4, sample().readOut(other), 1e-12);
        assertEquals(0, sample().readOut(new Dominance(2, 3)));
    }
}
