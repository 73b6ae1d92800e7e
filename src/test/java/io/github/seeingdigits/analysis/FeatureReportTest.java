package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FeatureReportTest {
    /** Three classes, two examples each; unit 0 likes class 1, unit 1 is dead, unit 2 treats all alike. */
    private static FeatureReport report() {
        FeatureReport report = new FeatureReport(3, 3);
        report.add(new float[] {0, 0, 2}, 0);
        report.add(new float[] {2, 0, 2}, 0);
        report.add(new float[] {5, 0, 2}, 1);
        report.add(new float[] {9, 0, 2}, 1);
        report.add(new float[] {0, 0, 2}, 2);
        report.add(new float[] {0, 0, 2}, 2);
        return report;
    }

    @Test
    void meansAndDeviationsAreThoseOfTheClass() {
        FeatureReport report = report();
        assertEquals(1, report.mean(0, 0));
        assertEquals(1, report.deviation(0, 0));
        assertEquals(7, report.mean(0, 1));
        assertEquals(2, report.deviation(0, 1));
        assertEquals(0, report.deviation(2, 2));
    }

    @Test
    void aUnitIsActiveWhereItIsAboveZero() {
        FeatureReport report = report();
        assertEquals(0.5, report.shareActive(0, 0));
        assertEquals(1, report.shareActive(0, 1));
        assertEquals(0, report.shareActive(0, 2));
        assertTrue(report.dead(1));
        assertFalse(report.dead(0));
        assertEquals(2, report.living());
    }

    @Test
    void selectivityComparesTheFavouriteWithTheRest() {
        FeatureReport report = report();
        assertEquals(1, report.favourite(0));
        // (7 − 0.5)/(7 + 0.5), the rest being the mean of 1 and 0.
        assertEquals(6.5 / 7.5, report.selectivity(0), 1e-15);
        assertEquals(0, report.selectivity(1));
        assertEquals(0, report.selectivity(2));
    }
}
