package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.figure.YatFigure;
import io.github.seeingdigits.figure.YatNumbers;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The unit w = (1, −1), b = ½, α = 2, ε = ¼: W = 2 and S = 5/2, so its maximum is 2·(25 + 2) = 54, at 1.1·w. */
class YatFigureTest {
    private static final double[] NUMBERS = {1, -1, 0.25, 0.5, 2, 0};

    private static Network with(String architecture, float... parameters) {
        Network network = new Network(architecture, 1, new PlainOps());
        network.setParameters(parameters);
        return network;
    }

    private static Still still() {
        return new SmallExhibit(with("yat 2 1 bias alpha learnable eps 0.25", 1, -1, 0.5f, 2), new YatFigure())
                .still(Map.of());
    }

    private static Element ray(double... numbers) {
        return SmallExhibit.svg(new Still() {
            @Override
            public double width() {
                return 300;
            }

            @Override
            public double height() {
                return 300;
            }

            @Override
            public void draw(Surface surface) {
                YatFigure.drawRay(surface, 0, 300, 300, numbers);
            }

            @Override
            public String[][] table() {
                return new String[0][];
            }
        });
    }

    /** The value of the place in a field of 60 × 60 that is nearest to (x, y). */
    private static float at(int part, double x, double y) {
        int column = (int) ((x + 3) * 10);
        int row = (int) ((3 - y) * 10);
        return YatFigure.field(NUMBERS, part, 60)[60 * row + column];
    }

    /** The two ends of a polyline. */
    private static double[] ends(Element line) {
        String[] points = line.attr("points").split("[ ,]");
        return new double[] {
            Double.parseDouble(points[0]),
            Double.parseDouble(points[1]),
            Double.parseDouble(points[points.length - 2]),
            Double.parseDouble(points[points.length - 1])
        };
    }

    @Test
    void theNumbersAreTheTrainedOnes() {
        double[] numbers = YatNumbers.of(with("yat 2 1 bias alpha learnable eps 0.25", 1, -1, 0.5f, 2));
        assertEquals(6, numbers.length);
        for (int k = 0; k < 5; k++) {
            assertEquals(NUMBERS[k], numbers[k], YatNumbers.NAMES[k]);
        }
        String[][] table = still().table();
        // (0, 0): 2·0.5²/2.25, (0, 1): 2·0.5²/5.25, (1, 0): 2·1.5²/1.25, (1, 1): 2·0.5²/4.25
        assertEquals(List.of("(0, 0)", "0.222", "0.500", "0.000", "−1.414"), List.of(table[1]));
        assertEquals(List.of("(0, 1)", "0.095", "−0.500", "−0.707", "−2.236"), List.of(table[2]));
        assertEquals(List.of("(1, 0)", "3.600", "1.500", "0.707", "−1.000"), List.of(table[3]));
        assertEquals(List.of("(1, 1)", "0.118", "0.500", "0.000", "−2.000"), List.of(table[4]));
        assertEquals(List.of("(1.10, −1.10)", "54.00, the largest", "2.700", "1.000", "−0.141"), List.of(table[5]));
        assertEquals("4.000", table[7][1], "αW");
    }

    @Test
    void whatThePictureSaysInWords() {
        assertEquals(
                "Largest: 54.00 at (1.10, −1.10); zero where w·x + b = 0. Far away only the direction counts: along the ray the"
                        + " value tends to 2.00, and nowhere to more than 4.00. The four examples of exclusive or give 0.22, 0.10,"
                        + " 3.60 and 0.12.",
                YatNumbers.words(NUMBERS));
        assertTrue(
                YatNumbers.words(new double[] {1, -1, 0.25, -2, 2, 0}).startsWith("No largest value; zero where"),
                "where the sum at w is zero, the largest value is only approached");
    }

    @Test
    void theFieldsAreWhatTheirFormulasSay() {
        assertEquals(5 / 8f, at(0, 1.05, -1.05), "2·2.6²/0.255 is from 16 to 64");
        assertEquals(0, at(0, 0.05, 0.55), "on the line");
        assertEquals(3 / 8f, at(0, 1.05, 0.05), "3.3 is from 1 to 4");
        assertEquals(6.4 / 6.5, at(1, 2.95, -2.95), 1e-5);
        assertEquals(-5.4 / 6.5, at(1, -2.95, 2.95), 1e-5);
        assertEquals(1, at(2, 2.05, -2.05), 1e-5);
        assertEquals(-1, at(2, -0.05, 0.05), 1e-5);
        assertEquals(-0.05 / 4, at(3, 1.05, -1.05), 1e-5);
        assertEquals(-3.95 / 4, at(3, -2.95, 2.95), 1e-5);
    }

    @Test
    void lineRayAndWeightsLieWhereTheyShould() {
        Element svg = SmallExhibit.svg(still());
        Chart chart = YatFigure.chart(310);
        double[] zero = ends(svg.select("polyline").get(0));
        assertArrayEquals(
                new double[] {chart.atX(2.5), chart.atY(3), chart.atX(-3), chart.atY(-2.5)},
                zero[0] > zero[2] ? zero : new double[] {zero[2], zero[3], zero[0], zero[1]},
                0.01);
        double angle = Math.toRadians(100);
        assertArrayEquals(
                new double[] {chart.atX(0), chart.atY(0), chart.atX(3 / Math.tan(angle)), chart.atY(3)},
                ends(svg.select("polyline").get(1)),
                0.01);
        Element w = svg.selectFirst("circle[r=6].tone-accent");
        assertEquals(chart.atX(1), Double.parseDouble(w.attr("cx")), 0.01);
        assertEquals(chart.atY(-1), Double.parseDouble(w.attr("cy")), 0.01);
        assertEquals(
                chart.atX(1.1),
                Double.parseDouble(svg.selectFirst("circle[r=13]").attr("cx")),
                0.01);
        assertEquals(4, svg.select("image").size() - 1, "four fields and the key");
        assertEquals(SmallExhibit.svg(still()).outerHtml(), svg.outerHtml());
    }

    @Test
    void alongTheRayTheValueTendsToItsLimit() {
        Element svg = ray(NUMBERS);
        Chart chart = new Chart(Chart.LEFT, 24, 300 - Chart.LEFT - 8, 300 - 24 - Chart.BELOW).y(0, 6);
        assertEquals(
                chart.atY(2) - 1,
                Double.parseDouble(svg.selectFirst("rect.tone-accent").attr("y")),
                0.01);
        double[] ends = ends(svg.selectFirst("polyline"));
        assertEquals(chart.atY(2 * 0.6 * 0.6 / (0.81 + 1 + 0.25)), ends[1], 0.01, "at a distance of 0.1");
        assertEquals(chart.atY(2 * 1000.5 * 1000.5 / (999 * 999.0 + 1 + 0.25)), ends[3], 0.01, "at 1000");
        assertTrue(svg.text().contains("tends to 2.00"), svg.text());
        assertTrue(svg.select("text").eachText().containsAll(List.of("1", "100")), "powers of ten along the axis");
        // Towards w the value leaves the picture at its top and comes back.
        assertEquals(2, ray(1, -1, 0.25, 0.5, 2, 315).select("polyline").size());
        assertTrue(ray(1, -1, 0.25, 0.5, 2, 315).text().contains("tends to 4.00"));
        assertTrue(ray(1, -1, 0.25, 0.5, 2, 45).text().contains("tends to 0.000"));
    }

    @Test
    void aSlidersPlaceIsReadAsItWasWritten() {
        double[] numbers = {-2.15, 1.41, 1e-5, -0.5, 2.5, 359};
        int[] places = {-215, 141, -500, -50, 40, 359};
        for (int k = 0; k < numbers.length; k++) {
            assertEquals(places[k], YatNumbers.position(k, numbers[k]));
            assertEquals(numbers[k], YatNumbers.value(k, places[k]), 0.005 * Math.abs(numbers[k]));
        }
        assertEquals("ε = 1.0·10⁻⁵", YatNumbers.said(2, 1e-5));
    }

    @Test
    void thePublishedUnitDoesWhatItsRecordSays() {
        ModelFolder model = ModelFolder.read(Path.of("models", "xor-yat"));
        String[][] table = new SmallExhibit(model.network(1), new YatFigure())
                .still(Map.of())
                .table();
        int seed = model.record().at("/published/seed").asInt();
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    model.record()
                            .at("/findings/published/seeds/" + (seed - 1) + "/outputs/" + i)
                            .asDouble(),
                    Double.parseDouble(table[i + 1][1]),
                    0.0006);
        }
    }

    @Test
    void aModelOfAnotherShapeIsRefused() {
        for (String other : new String[] {"dense 2 1", "yat 3 1", "yat 2 2"}) {
            SmallExhibit exhibit = new SmallExhibit(new Network(other, 1, new PlainOps()), new YatFigure());
            String problem = assertThrows(IllegalArgumentException.class, () -> exhibit.still(Map.of()))
                    .getMessage();
            assertTrue(problem.contains("\"" + other + "\""), problem);
        }
    }
}
