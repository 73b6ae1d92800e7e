package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SoftmaxTest {
    @Test
    void aTemperatureDividesTheLogits() {
        float[] z = {1, 3, -2};
        float[] divided = {0.5f, 1.5f, -1};
        float[] p = new float[3];
        float[] expected = new float[3];
        Softmax.apply(z, 2, p);
        Softmax.apply(divided, expected);
        assertArrayEquals(expected, p, 1e-7f);
    }

    @Test
    void logarithmsOfCountsBecomeTheirShares() {
        float[] p = softmax((float) Math.log(1), (float) Math.log(2), (float) Math.log(5));
        assertArrayEquals(new float[] {0.125f, 0.25f, 0.625f}, p, 1e-7f);
    }

    @Test
    void equalLogitsShareEqually() {
        assertArrayEquals(new float[] {0.25f, 0.25f, 0.25f, 0.25f}, softmax(3, 3, 3, 3));
    }

    @Test
    void addingAConstantChangesNothing() {
        // Halves and quarters, so that the shifted logits are exact.
        assertArrayEquals(softmax(0.5f, -1.25f, 2), softmax(64.5f, 62.75f, 66));
    }

    @Test
    void probabilitiesAddUpToOne() {
        SeededRandom random = new SeededRandom(1);
        for (int trial = 0; trial < 1000; trial++) {
            float[] z = new float[10];
            for (int i = 0; i < z.length; i++) {
                z[i] = 40 * random.nextFloat() - 20;
            }
            double sum = 0;
            for (float p : softmax(z)) {
                sum += p;
            }
            assertEquals(1, sum, 1e-6);
        }
    }

    @Test
    void largeLogitsNeitherOverflowNorVanish() {
        assertArrayEquals(new float[] {1, 0}, softmax(3e38f, -3e38f));
        assertArrayEquals(new float[] {0.5f, 0.5f}, softmax(-3e38f, -3e38f));
        assertEquals(6e38, CrossEntropy.loss(new float[] {3e38f, -3e38f}, 1), 1e32);
        assertEquals(0, CrossEntropy.loss(new float[] {3e38f, -3e38f}, 0));
    }

    @Test
    void theArrayOfLogitsMayReceiveTheProbabilities() {
        float[] z = {0, 0};
        Softmax.apply(z, z);
        assertArrayEquals(new float[] {0.5f, 0.5f}, z);
    }

    @Test
    void theLossOfACertainGuessIsTheLogarithmOfTheClasses() {
        assertEquals(Math.log(10), CrossEntropy.loss(new float[10], 4), 1e-15);
    }

    private static float[] softmax(float... z) {
        float[] p = new float[z.length];
        Softmax.apply(z, p);
        return p;
    }
}
