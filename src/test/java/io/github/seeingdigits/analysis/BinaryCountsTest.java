package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BinaryCountsTest {
    private static BinaryCounts counts(int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {
        BinaryCounts counts = new BinaryCounts();
        int[] each = {truePositives, falsePositives, trueNegatives, falseNegatives};
        boolean[] actual = {true, false, false, true};
        boolean[] answered = {true, true, false, false};
        for (int kind = 0; kind < 4; kind++) {
            for (int i = 0; i < each[kind]; i++) {
                counts.add(actual[kind], answered[kind]);
            }
        }
        return counts;
    }

    @Test
    void ratesAreThoseOfTheTextbook() {
        BinaryCounts counts = counts(6, 3, 87, 4);
        assertEquals(0.93, counts.accuracy(), 1e-15);
        assertEquals(0.9, counts.alwaysNo(), 1e-15);
        assertEquals(0.6, counts.recall(), 1e-15);
        assertEquals(87 / 90.0, counts.specificity(), 1e-15);
        assertEquals(6 / 9.0, counts.precision(), 1e-15);
        assertEquals((0.6 + 87 / 90.0) / 2, counts.balancedAccuracy(), 1e-15);
    }

    @Test
    void alwaysNoIsAccurateOnARareClassButNotBalanced() {
        BinaryCounts no = counts(0, 0, 90, 10);
        assertEquals(0.9, no.accuracy());
        assertEquals(0.9, no.alwaysNo());
        assertEquals(0.5, no.balancedAccuracy());
        assertEquals(0, no.precision());
        assertEquals(0, new BinaryCounts().balancedAccuracy());
    }
}
