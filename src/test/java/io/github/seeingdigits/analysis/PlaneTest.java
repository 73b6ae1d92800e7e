package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlaneTest {
    private static Plane of(float... coordinates) {
        float[][] points = new float[coordinates.length / 2][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new float[] {coordinates[2 * i], coordinates[2 * i + 1]};
        }
        return new Plane(points);
    }

    @Test
    void varianceAndPrincipalAxisAreThoseOfTheCovarianceMatrix() {
        // numpy.cov and numpy.linalg.eigh
        Plane plane = of(1, 2, 3, 5, -1, 0, 2, -2);
        assertEquals(8.875, plane.variance(), 1e-12);
        assertEquals(0.8169014084507042, plane.principalShare(), 1e-12);
        assertEquals(71.56505117707799, plane.axis(), 1e-9);
    }

    @Test
    void pointsOnALineHaveNothingBesideIt() {
        assertEquals(1, of(0, 1, 1, 3, 2, 5).principalShare(), 1e-12);
        assertEquals(1, of(4, 5, 4, 5).principalShare());
        assertEquals(0.5, of(1, 0, 0, 1, -1, 0, 0, -1).principalShare());
        assertEquals(135, of(1, -1, -1, 1).axis(), 1e-12);
        assertEquals(90, of(1, -1, 1, 1).axis(), 1e-12);
    }

    @Test
    void theOriginIsOnePlaceWhateverItsSign() {
        assertEquals(3, of(0, 0, -0f, 0, 0, 1, 1, 0, 1, 0).places());
    }

    @Test
    void aPointOnABorderIsNotAboveIt() {
        assertArrayEquals(
                new double[] {0.1, 0.3, 0.2, 0.4},
                of(1, 1, 1, 0, 2, -1, 3, 0, -1, 5, 0, 6, 0, 0, -1, -1, -2, 0, 0, -3)
                        .quadrants());
        assertArrayEquals(new double[] {0, 0, 0, 1}, of(-1, -1).quadrants());
    }

    @Test
    void anglesAreMeasuredFromTheFirstAxis() {
        assertEquals(135, of(1, 0).angleTo(of(0, 1)), 1e-12);
        assertEquals(-90, of(2, 2, 0, 2).angleTo(of(1, 0)), 1e-12);
    }
}
