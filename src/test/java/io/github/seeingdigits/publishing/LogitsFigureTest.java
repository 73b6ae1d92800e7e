package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.figure.LogitsFigure;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** From scores to probabilities, on scores 1, 2 and 3, whose softmax is 9.00 %, 24.47 % and 66.52 %. */
class LogitsFigureTest {
    private static Network network(float temperature) {
        Network network = new Network("dense 784 3", 1, new PlainOps());
        float[] biases = ((Dense) network.layers().get(0)).bias().value.row[0];
        for (int k = 0; k < 3; k++) {
            biases[k] = k + 1;
        }
        network.setTemperature(temperature);
        return network;
    }

    private static Element drawn(float[] scores, double shift, double temperature) {
        return SmallExhibit.svg(new Still() {
            @Override
            public double width() {
                return 300;
            }

            @Override
            public double height() {
                return LogitsFigure.height(scores.length);
            }

            @Override
            public void draw(Surface surface) {
                LogitsFigure.draw(surface, 0, 300, scores, shift, temperature);
            }

            @Override
            public String[][] table() {
                return new String[0][];
            }
        });
    }

    private static double share(Element svg, int k) {
        List<Element> bars = svg.select("[data-unit=" + k + "] rect");
        return Double.parseDouble(bars.get(1).attr("width"))
                / Double.parseDouble(bars.get(0).attr("width"));
    }

    @Test
    void everyStepIsInTheTable() {
        String[][] table =
                new SmallExhibit(network(1), new LogitsFigure()).still(Map.of()).table();
        assertEquals(List.of("0", "1.00", "1.00", "2.72", "9.00\u202f%"), List.of(table[1]));
        assertEquals(List.of("1", "2.00", "2.00", "7.39", "24.47\u202f%"), List.of(table[2]));
        assertEquals(List.of("2", "3.00", "3.00", "20.09", "66.52\u202f%"), List.of(table[3]));
        assertEquals(List.of("Sum", "", "", "30.19", "100\u202f%"), List.of(table[4]));
    }

    @Test
    void theNetworksTemperatureDividesTheScores() {
        String[][] table =
                new SmallExhibit(network(2), new LogitsFigure()).still(Map.of()).table();
        assertEquals(List.of("0", "1.00", "0.50", "1.65", "18.63\u202f%"), List.of(table[1]));
        assertEquals(List.of("2", "3.00", "1.50", "4.48", "50.65\u202f%"), List.of(table[3]));
        assertEquals(
                List.of("2", "3.0", "1.50", "4.48", "51\u202f%"),
                drawn(new float[] {1, 2, 3}, 0, 2).select("[data-unit=2] text").eachText());
    }

    @Test
    void addingTheSameToAllScoresChangesThePowersAndNoBar() {
        float[] scores = {1, 2, 3};
        Element plain = drawn(scores, 0, 1);
        Element shifted = drawn(scores, 5, 1);
        double[] shares = {0.0900, 0.2447, 0.6652};
        for (int k = 0; k < 3; k++) {
            assertEquals(shares[k], share(plain, k), 0.001);
            assertEquals(shares[k], share(shifted, k), 0.001);
        }
        assertEquals(
                List.of("0", "6.0", "6.00", "403", "9\u202f%"),
                shifted.select("[data-unit=0] text").eachText());
        assertTrue(shifted.text().contains("sum4481"), "e⁵ · 30.193: " + shifted.text());
    }

    @Test
    void theWordsSayWhatALeadIsWorth() {
        assertEquals(
                "2 leads 1 by 1.0 points. At T = 1.00 that is 2.72 to 1.",
                LogitsFigure.words(new float[] {1, 2, 3}, 0, 1));
        assertEquals(
                "0 leads 2 by 5.0 points. At T = 0.50 that is 2.2·10⁴ to 1. Adding −10.0 to every score multiplies every power,"
                        + " and their sum, by 2.1·10⁻⁹: no probability moves.",
                LogitsFigure.words(new float[] {5, -1, 0}, -10, 0.5));
    }

    @Test
    void theStillDrawsSlidersAtTheScoresAndIsTheSameTwice() {
        Still still = new SmallExhibit(network(1), new LogitsFigure()).still(Map.of());
        Element svg = SmallExhibit.svg(still);
        assertEquals(3, svg.select("circle").size());
        double one = Double.parseDouble(svg.select("circle").get(0).attr("cx"));
        double three = Double.parseDouble(svg.select("circle").get(2).attr("cx"));
        assertEquals(2 / 30.0 * (95 - 22), three - one, 0.2);
        assertEquals(svg.outerHtml(), SmallExhibit.svg(still).outerHtml());
        assertFalse(svg.outerHtml().contains("NaN"));
    }

    @Test
    void aNetworkWithoutScoresIsRefused() {
        Network soft = new Network("dense 784 3, softermax 3", 1, new PlainOps());
        String problem = assertThrows(IllegalArgumentException.class, () -> LogitsFigure.fitting(soft))
                .getMessage();
        assertTrue(problem.contains("softermax"), problem);
        Network one = new Network("dense 784 1", 1, new PlainOps());
        assertThrows(IllegalArgumentException.class, () -> LogitsFigure.fitting(one));
    }
}
