package io.github.seeingdigits.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChartTest {
    private final Chart chart = new Chart(50, 10, 200, 100).x(-1, 3).y(0.5, 1);

    @Test
    void valuesLieWhereTheirScalesSay() {
        assertEquals(50, chart.atX(-1));
        assertEquals(100, chart.atX(0));
        assertEquals(250, chart.atX(3));
        assertEquals(110, chart.atY(0.5));
        assertEquals(60, chart.atY(0.75));
        assertEquals(10, chart.atY(1));
    }

    @Test
    void placesAreReadBackAsValues() {
        for (double value : new double[] {-1, 0.25, 2.9}) {
            assertEquals(value, chart.valueX(chart.atX(value)), 1e-12);
        }
        for (double value : new double[] {0.5, 0.6, 1.2}) {
            assertEquals(value, chart.valueY(chart.atY(value)), 1e-12);
        }
    }

    @Test
    void aScaleMayRunBackwards() {
        Chart backwards = new Chart(0, 0, 10, 10).x(1, 0);
        assertEquals(0, backwards.atX(1));
        assertEquals(10, backwards.atX(0));
    }

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(0.2, Chart.step(1, 5), 1e-12);
        assertEquals(0.5, Chart.step(1, 3), 1e-12);
        assertEquals(20, Chart.step(100, 5), 1e-12);
        assertEquals(1000, Chart.step(9000, 9), 1e-9);
        assertEquals(0.01, Chart.step(0.05, 5), 1e-12);
        assertEquals(0.5, Chart.step(-1, 3), 1e-12);
        assertEquals(2, Chart.step(2, 0), 1e-12);
    }

    @Test
    void theNearestPointWithinReachIsFound() {
        double[] places = {0, 0, 10, 0, 10, 8};
        assertEquals(1, Chart.nearest(places, 10, 3, 5));
        assertEquals(2, Chart.nearest(places, 13, 8, 5));
        assertEquals(-1, Chart.nearest(places, 13, 4, 5), "both are exactly at the limit");
        assertEquals(0, Chart.nearest(places, -1, -1, 2));
    }
}
