package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CertaintyTest {
    @Test
    void nineTenthsAreSure() {
        assertEquals(Certainty.SURE, Certainty.of(new float[] {0.05f, 0.9f, 0.05f}));
        assertEquals(Certainty.PROBABLY, Certainty.of(new float[] {0.06f, 0.89f, 0.05f}));
    }

    @Test
    void halfIsProbablyRightUnlessTheRunnerUpIsClose() {
        assertEquals(Certainty.PROBABLY, Certainty.of(new float[] {0.25f, 0.5f, 0.25f}));
        assertEquals(Certainty.UNSURE, Certainty.of(new float[] {0.3f, 0.55f, 0.15f}));
    }

    @Test
    void lessThanHalfIsNotSureHoweverFarTheOthersAre() {
        assertEquals(Certainty.UNSURE, Certainty.of(new float[] {0.49f, 0.1f, 0.1f, 0.1f, 0.1f, 0.11f}));
    }

    @Test
    void theMostProbableComeFirstAndAmongEqualsTheLower() {
        assertArrayEquals(new int[] {3, 0, 2}, Certainty.ranked(new float[] {0.2f, 0.1f, 0.2f, 0.5f}, 3));
    }
}
