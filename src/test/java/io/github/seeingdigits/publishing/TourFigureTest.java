package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.analysis.GrandTour;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.figure.TourFigure;
import io.github.seeingdigits.figure.TourPoints;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.View;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Twenty images, two of each digit, after two layers at three epochs. After the second layer, the scores, image i of digit k lies at
 * epoch · 4 along axis k; after the first all images are at (0, 0, 3, 0, …).
 */
class TourFigureTest {
    private static final int WIDTH = 500;

    private static View view() {
        float[] values = new float[3 * 2 * 20 * 10];
        for (int epoch = 0; epoch < 3; epoch++) {
            for (int i = 0; i < 20; i++) {
                values[((epoch * 2) * 20 + i) * 10 + 2] = 3;
                values[((epoch * 2 + 1) * 20 + i) * 10 + i / 2] = 4 * epoch;
            }
        }
        return new View(new int[] {3, 2, 20, 10}, values);
    }

    private static Network network() {
        Network network = new Network("dense 784 64, relu 64, dense 64 10", 1, new PlainOps());
        ((Dense) network.layers().get(2)).bias().value.row[0][6] = 8;
        return network;
    }

    private static SmallExhibit exhibit(View view) {
        return new SmallExhibit(
                "small",
                network(),
                new TourFigure(),
                Map.of("findings", Map.of("tour", Map.of("layers", List.of(1, 2), "explained", List.of(0.5, 1.0)))),
                view,
                null);
    }

    private static TourPoints points() {
        return new TourPoints(network(), view(), exhibit(view()).facts());
    }

    private static Element drawn(TourPoints points, GrandTour tour, float[] own, int chosen) {
        points.look(tour);
        return SmallExhibit.svg(new Still() {
            @Override
            public double width() {
                return WIDTH;
            }

            @Override
            public double height() {
                return TourFigure.height(WIDTH);
            }

            @Override
            public void draw(Surface surface) {
                TourFigure.draw(surface, WIDTH, points, tour, own, chosen);
            }

            @Override
            public String[][] table() {
                return new String[0][];
            }
        });
    }

    /** Half of the height of 460 but for a margin of 16. */
    private static final double SCALE = 214;

    private static double[] at(Element circle) {
        return new double[] {
            (Double.parseDouble(circle.attr("cx")) - 250) / SCALE, (230 - Double.parseDouble(circle.attr("cy"))) / SCALE
        };
    }

    @Test
    void pointsAndAxesAreDrawnWhereThePlaneHasThem() {
        TourPoints points = points();
        GrandTour tour = new GrandTour(10);
        Element svg = drawn(points, tour, null, -1);
        List<Element> dots = svg.select("circle[r=2.5]");
        assertEquals(20, dots.size());
        for (int i = 0; i < 20; i++) {
            // The farthest point is 8 away; points are drawn one and a half times as large as axes.
            double angle = 2 * Math.PI * (i / 2) / 10;
            assertEquals(1.5 * Math.sqrt(0.2) * Math.cos(angle), at(dots.get(i))[0], 0.001);
            assertEquals(1.5 * Math.sqrt(0.2) * Math.sin(angle), at(dots.get(i))[1], 0.001);
            assertTrue(dots.get(i).hasClass("tone-digit-" + i / 2));
        }
        List<Element> handles = svg.select("circle[r=11]");
        assertEquals(20, handles.size());
        assertEquals(Math.sqrt(0.2) * Math.cos(0.2 * Math.PI * 3), at(handles.get(3))[0], 0.001);
        assertEquals(1.5 * Math.sqrt(0.2) * Math.sin(0.2 * Math.PI * 3), at(handles.get(13))[1], 0.001);
    }

    @Test
    void betweenEpochsPointsMoveInStraightLines() {
        TourPoints points = points();
        assertEquals(20, points.last());
        double[] distances = {0, 1.2, 4, 6.8, 8};
        int[] moments = {0, 3, 10, 17, 20};
        for (int m = 0; m < moments.length; m++) {
            points.go(1, moments[m]);
            for (int k = 0; k < 10; k++) {
                assertEquals(k == 7 ? distances[m] : 0, points.held(17)[k], 1e-5, "digit 7 at " + moments[m]);
            }
        }
        points.go(0, 5);
        assertArrayEquals(new float[] {0, 0, 3, 0, 0, 0, 0, 0, 0, 0}, points.held(10), 1e-5f);
        assertArrayEquals(new float[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 0}, points.held(3), 1e-6f);
    }

    @Test
    void aHandleIsFoundWhereItIsAndPulledToThePointer() {
        TourPoints points = points();
        GrandTour tour = new GrandTour(10);
        points.look(tour);
        double axisX = 250 + SCALE * tour.x(3);
        double axisY = 230 - SCALE * tour.y(3);
        assertEquals(3, TourFigure.handle(WIDTH, points, tour, axisX + 5, axisY - 5));
        assertEquals(-1, TourFigure.handle(WIDTH, points, tour, 250, 230));
        TourFigure.pull(WIDTH, points, tour, 3, 250 + SCALE * 0.5, 230 - SCALE * -0.25);
        assertEquals(0.5, tour.x(3), 1e-6);
        assertEquals(-0.25, tour.y(3), 1e-6);
        // Digit 7's middle is at 8 on axis 7: pulled to 30 pixels right of the middle and 60 above, it is seen there.
        TourFigure.pull(WIDTH, points, tour, 17, 280, 170);
        assertEquals(30 / SCALE / 1.5, tour.x(7), 1e-6);
        assertEquals(60 / SCALE / 1.5, tour.y(7), 1e-6);
        points.look(tour);
        assertEquals(17, TourFigure.handle(WIDTH, points, tour, 280, 170));
        TourFigure.nudge(WIDTH, points, tour, 17, 1, -1);
        points.look(tour);
        assertEquals(17, TourFigure.handle(WIDTH, points, tour, 280 + SCALE / 20, 170 - SCALE / 20));
        assertEquals((30 + SCALE / 20) / SCALE / 1.5, tour.x(7), 1e-6);
    }

    @Test
    void theDrawingIsSeenOnlyAmongTheTrainedNetworksScores() {
        TourPoints points = points();
        GrandTour tour = new GrandTour(10);
        float[] own = points.own(tour, new float[784], 20);
        assertNotNull(own);
        assertEquals(8 * tour.x(6), own[0], 1e-5);
        assertEquals(8 * tour.y(6), own[1], 1e-5);
        assertEquals(1, drawn(points, tour, own, -1).select("circle[r=8]").size());
        assertNull(points.own(tour, new float[784], 19), "an earlier network is not here to be asked");
        points.go(0, 20);
        assertNull(points.own(tour, new float[784], 20), "its axes were not kept");
    }

    @Test
    void whatIsHeldStandsOutAndOnlyScoresHaveTheColoursOfDigits() {
        TourPoints points = points();
        assertEquals(List.of("64 units", "10 scores"), List.of(points.names()));
        Element scores = drawn(points, new GrandTour(10), null, 4);
        assertEquals(1, scores.select("circle.tone-accent[r=14]").size());
        assertEquals(5, scores.select("circle.tone-digit-0").size(), "two images, the axis and the digit's ring");
        points.go(0, 20);
        Element other = drawn(points, new GrandTour(10), null, -1);
        assertEquals(3, other.select("circle.tone-digit-0").size(), "two images and the ring");
    }

    @Test
    void theWordsAndTheTableSayHowManyLieNearestTheirOwnCentre() {
        TourPoints points = points();
        points.look(new GrandTour(10));
        assertEquals(
                "Nearest their own digit's centre: 100\u202f% of the test digits as seen here, 100\u202f% in all 10 dimensions, which"
                        + " hold 100\u202f% of the layer's variance.",
                TourFigure.words(points));
        points.go(0, 20);
        points.look(new GrandTour(10));
        assertTrue(
                TourFigure.words(points).contains(": 10\u202f% of the test digits as seen here, 10\u202f% in all 10"));
        assertTrue(TourFigure.words(points).endsWith("hold 50\u202f% of the layer's variance."));
        String[][] table = exhibit(view()).still(Map.of()).table();
        assertEquals(List.of("0", "10.0\u202f%", "10.0\u202f%"), List.of(table[1]));
        assertEquals(List.of("2", "10.0\u202f%", "100.0\u202f%"), List.of(table[3]));
    }

    @Test
    void theStillIsTheSameTwiceAndAnotherViewIsRefused() {
        Still still = exhibit(view()).still(Map.of("layer", "0"));
        assertEquals(
                SmallExhibit.svg(still).outerHtml(), SmallExhibit.svg(still).outerHtml());
        assertThrows(IllegalArgumentException.class, () -> exhibit(view()).still(Map.of("layer", "2")));
        View flat = new View(new int[] {2, 2, 10}, new float[40]);
        assertThrows(IllegalArgumentException.class, () -> exhibit(flat).still(Map.of()));
    }
}
