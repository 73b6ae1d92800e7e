package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.FoldFigure;
import io.github.seeingdigits.figure.Planes;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.View;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The plane of {@link PlaneFigureTest}: in the end its points are (2, 1), (−1, 1), (−2, −3) and (¼, −1). */
class FoldFigureTest {
    private static Element drawn(double t, float[] own) {
        Planes planes = new Planes(PlaneFigureTest.network(), PlaneFigureTest.view());
        Chart chart = FoldFigure.chart(planes, 0, 400);
        return SmallExhibit.svg(new Still() {
            @Override
            public double width() {
                return 400;
            }

            @Override
            public double height() {
                return FoldFigure.HEIGHT;
            }

            @Override
            public void draw(Surface surface) {
                FoldFigure.draw(surface, planes, chart, 0, t, own);
            }

            @Override
            public String[][] table() {
                return new String[0][];
            }
        });
    }

    private static double[] at(Element svg, int circle) {
        Element dot = svg.select("circle[r=3]").get(circle);
        return new double[] {Double.parseDouble(dot.attr("cx")), Double.parseDouble(dot.attr("cy"))};
    }

    @Test
    void negativeCoordinatesMoveToTheAxisAndPositiveOnesStay() {
        Chart chart = FoldFigure.chart(new Planes(PlaneFigureTest.network(), PlaneFigureTest.view()), 0, 400);
        double[][] points = {{2, 1}, {-1, 1}, {-2, -3}, {0.25, -1}};
        double[][] half = {{2, 1}, {-0.5, 1}, {-1, -1.5}, {0.25, -0.5}};
        double[][] after = {{2, 1}, {0, 1}, {0, 0}, {0.25, 0}};
        double[][][] expected = {points, half, after};
        for (int step = 0; step < 3; step++) {
            Element svg = drawn(step / 2.0, null);
            assertEquals(4, svg.select("circle[r=3]").size());
            assertEquals(step == 0 ? 0 : 4, svg.select("circle[r=2]").size(), "where they came from");
            for (int i = 0; i < 4; i++) {
                assertEquals(chart.atX(expected[step][i][0]), at(svg, i)[0], 0.1, step + "/" + i);
                assertEquals(chart.atY(expected[step][i][1]), at(svg, i)[1], 0.1, step + "/" + i);
            }
        }
    }

    @Test
    void theDrawingsDotFoldsToo() {
        Chart chart = FoldFigure.chart(new Planes(PlaneFigureTest.network(), PlaneFigureTest.view()), 0, 400);
        Element dot = drawn(1, new float[] {1, -2}).expectFirst("circle[r=9]");
        assertEquals(chart.atX(1), Double.parseDouble(dot.attr("cx")), 0.1);
        assertEquals(chart.atY(0), Double.parseDouble(dot.attr("cy")), 0.1);
    }

    @Test
    void everyQuadrantIsCounted() {
        SmallExhibit exhibit = new SmallExhibit(
                "small", PlaneFigureTest.network(), new FoldFigure(), Map.of(), PlaneFigureTest.view(), null);
        String[][] table = exhibit.still(Map.of()).table();
        assertEquals(List.of("Signs before the ReLU", "Digit 0", "Digit 1", "All"), List.of(table[0]));
        assertEquals(List.of("+ +: stay", "1", "0", "1"), List.of(table[1]));
        assertEquals(List.of("+ −: to the first axis", "0", "1", "1"), List.of(table[2]));
        assertEquals(List.of("− +: to the second axis", "1", "0", "1"), List.of(table[3]));
        assertEquals(List.of("− −: to the origin", "0", "1", "1"), List.of(table[4]));
        assertEquals(
                "Of the sample, 1 stay, 1 to the first axis, 1 to the second axis, and 1 to the origin (1 × 1), where nothing"
                        + " tells them apart.",
                FoldFigure.words(new Planes(PlaneFigureTest.network(), PlaneFigureTest.view()), 0));
    }

    @Test
    void aModelWithoutAFoldIsRefused() {
        SmallExhibit flat = new SmallExhibit(
                "flat",
                new Network("dense 784 2", 1, new PlainOps()),
                new FoldFigure(),
                Map.of(),
                new View(new int[] {1, 2, 2}, new float[4]),
                null);
        String problem = assertThrows(IllegalArgumentException.class, () -> flat.still(Map.of()))
                .getMessage();
        assertTrue(problem.contains("ReLU") && problem.contains("\"dense 784 2\""), problem);
    }
}
