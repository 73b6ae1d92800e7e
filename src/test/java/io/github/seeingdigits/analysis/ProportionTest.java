package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProportionTest {
    private static void assertProportion(double low, double share, double high, Proportion p) {
        assertEquals(low, p.low(), 1e-9);
        assertEquals(share, p.share());
        assertEquals(high, p.high(), 1e-9);
    }

    @Test
    void theIntervalIsWilsons() {
        // Computed from Wilson's formula in Python; the ends of 0 and 10 in 10 are in many tables as 0.278 and 0.722.
        assertProportion(0.33154125640533766, 0.5, 0.6684587435946623, new Proportion(15, 30));
        assertProportion(0, 0, 0.2775327998628892, new Proportion(0, 10));
        assertProportion(0.7224672001371107, 1, 1, new Proportion(10, 10));
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(-1, 2));
    }
}
