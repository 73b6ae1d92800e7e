package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GrandTourTest {
    private static final int AXES = 10;

    private static GrandTour anywhere(Random random) {
        GrandTour tour = new GrandTour(AXES);
        double[] x = new double[AXES];
        double[] y = new double[AXES];
        for (int i = 0; i < AXES; i++) {
            x[i] = random.nextGaussian();
            y[i] = random.nextGaussian();
        }
        assertTrue(tour.set(x, y));
        return tour;
    }

    /** The first axis to the right and the second upwards, both at full length. */
    private static GrandTour first(int axes) {
        GrandTour tour = new GrandTour(axes);
        double[] x = new double[axes];
        double[] y = new double[axes];
        x[0] = 1;
        y[1] = 1;
        assertTrue(tour.set(x, y));
        return tour;
    }

    /** AᵀA is the unit matrix. */
    private static void assertOrthonormal(GrandTour tour) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < tour.axes(); i++) {
            xx += tour.x(i) * tour.x(i);
            xy += tour.x(i) * tour.y(i);
            yy += tour.y(i) * tour.y(i);
        }
        assertEquals(1, xx, 1e-9);
        assertEquals(0, xy, 1e-9);
        assertEquals(1, yy, 1e-9);
    }

    private static double imageX(GrandTour tour, float[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += tour.x(i) * vector[i];
        }
        return sum;
    }

    private static double imageY(GrandTour tour, float[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += tour.y(i) * vector[i];
        }
        return sum;
    }

    private static float[] axis(int i) {
        float[] axis = new float[AXES];
        axis[i] = 1;
        return axis;
    }

    @Test
    void atFirstAllAxesAreSeenAlike() {
        GrandTour tour = new GrandTour(AXES);
        assertOrthonormal(tour);
        for (int i = 0; i < AXES; i++) {
            assertEquals(Math.sqrt(0.2), Math.hypot(tour.x(i), tour.y(i)), 1e-9);
        }
        assertEquals(Math.sqrt(0.2), tour.x(0), 1e-9);
        assertEquals(Math.sqrt(0.2) * Math.sin(Math.PI / 5), tour.y(1), 1e-9);
    }

    @Test
    void theFrameStaysOrthonormalHoweverLongItTurns() {
        GrandTour tour = new GrandTour(AXES);
        for (int step = 0; step < 20_000; step++) {
            tour.turn(0.01);
        }
        assertOrthonormal(tour);
    }

    @Test
    void aSmallAngleMovesThePlaneALittleAndATimeLaterItIsElsewhere() {
        GrandTour tour = first(AXES);
        tour.turn(0.01);
        for (int i = 0; i < AXES; i++) {
            // Nine pairs at most 0.01 each.
            assertEquals(i == 0 ? 1 : 0, tour.x(i), 0.09);
            assertEquals(i == 1 ? 1 : 0, tour.y(i), 0.09);
        }
        double[] longest = new double[AXES];
        for (int step = 0; step < 5000; step++) {
            tour.turn(0.01);
            for (int i = 0; i < AXES; i++) {
                longest[i] = Math.max(longest[i], Math.hypot(tour.x(i), tour.y(i)));
            }
        }
        for (int i = 0; i < AXES; i++) {
            assertTrue(longest[i] > 0.7, "axis " + i + " is never seen well: " + longest[i]);
        }
    }

    @Test
    void turningInThreeDimensionsRotatesByTheAnglesOfItsPairs() {
        // Pairs (1,0), (2,0), (2,1) turn by 2·frac(k·0.618…) − 1 of the angle.
        double angle = 1e-4;
        double[] speeds = {2 * 0.6180339887 - 1, 2 * 0.2360679775 - 1, 2 * 0.8541019662 - 1};
        GrandTour tour = first(3);
        tour.turn(angle);
        // The rotation in the plane (i, j) takes eⱼ to cos·eⱼ − sin·eᵢ and eᵢ to cos·eᵢ + sin·eⱼ.
        assertEquals(-angle * speeds[0], tour.x(1), 1e-8);
        assertEquals(-angle * speeds[1], tour.x(2), 1e-8);
        assertEquals(angle * speeds[0], tour.y(0), 1e-8);
        assertEquals(-angle * speeds[2], tour.y(2), 1e-8);
    }

    @Test
    void anAxisFollowsThePointerAndTheFrameStaysOrthonormal() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            GrandTour tour = anywhere(random);
            int i = random.nextInt(AXES);
            double radius = 0.97 * random.nextDouble();
            double angle = 2 * Math.PI * random.nextDouble();
            tour.pull(axis(i), radius * Math.cos(angle), radius * Math.sin(angle));
            assertEquals(radius * Math.cos(angle), tour.x(i), 1e-9);
            assertEquals(radius * Math.sin(angle), tour.y(i), 1e-9);
            assertOrthonormal(tour);
        }
    }

    @Test
    void aVectorFollowsThePointerInItsOwnUnits() {
        Random random = new Random(4);
        for (int trial = 0; trial < 200; trial++) {
            GrandTour tour = anywhere(random);
            float[] vector = new float[AXES];
            for (int i = 0; i < AXES; i++) {
                vector[i] = (float) (5 * random.nextGaussian());
            }
            tour.pull(vector, 1.5, -2);
            assertEquals(1.5, imageX(tour, vector), 1e-6);
            assertEquals(-2, imageY(tour, vector), 1e-6);
            assertOrthonormal(tour);
        }
    }

    @Test
    void pulledToWhereItIsNothingMoves() {
        GrandTour tour = anywhere(new Random(5));
        double[] x = new double[AXES];
        double[] y = new double[AXES];
        for (int i = 0; i < AXES; i++) {
            x[i] = tour.x(i);
            y[i] = tour.y(i);
        }
        tour.pull(axis(4), x[4], y[4]);
        for (int i = 0; i < AXES; i++) {
            assertEquals(x[i], tour.x(i), 1e-9);
            assertEquals(y[i], tour.y(i), 1e-9);
        }
    }

    @Test
    void tooFarAwayItGoesAsFarAsItCanAndComesBack() {
        GrandTour tour = new GrandTour(AXES);
        tour.pull(axis(7), 30, 40);
        assertEquals(0.98 * 0.6, tour.x(7), 1e-9);
        assertEquals(0.98 * 0.8, tour.y(7), 1e-9);
        assertOrthonormal(tour);
        tour.pull(axis(7), 0, 0);
        assertEquals(0, tour.x(7), 1e-9);
        assertOrthonormal(tour);
        // Axis 0 lies in the plane at full length: there is no room to be exact, and no frame is lost.
        GrandTour flat = first(AXES);
        flat.pull(axis(0), 0.5, 0.1);
        assertOrthonormal(flat);
        flat.pull(new float[AXES], 1, 1);
        assertOrthonormal(flat);
    }

    @Test
    void columnsThatSpanNoPlaneAreRefused() {
        GrandTour tour = anywhere(new Random(6));
        double before = tour.x(3);
        assertFalse(tour.set(new double[AXES], new double[AXES]));
        double[] same = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertFalse(tour.set(same, same));
        assertEquals(before, tour.x(3));
        assertOrthonormal(tour);
    }
}
