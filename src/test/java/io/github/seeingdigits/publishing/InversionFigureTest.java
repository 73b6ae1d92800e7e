package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.analysis.Inverted;
import io.github.seeingdigits.figure.InversionFigure;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Ten units of which only the sixth has a weight: 1 for the first pixel, which is all of the picture's ink. */
class InversionFigureTest {
    private static final List<String> NETWORKS = List.of("nmn", "no-bias", "positive", "class-means", "linear", "relu");
    private static final List<String> MEASUREMENTS =
            List.of("original", "inputNegated", "weightsNegated", "photographicNegative");

    private static Network network() {
        Network network = new Network("yat 784 10 bias alpha learnable eps 0.25", 1, new PlainOps());
        float[] parameters = new float[7851];
        parameters[6] = 1;
        for (int k = 0; k < 10; k++) {
            parameters[7840 + k] = 0.5f;
        }
        parameters[7850] = 2;
        network.setParameters(parameters);
        return network;
    }

    private static float[] ink() {
        float[] ink = new float[784];
        ink[0] = 1;
        return ink;
    }

    /** Network n has under measurement m the mean 0.9 − 0.1·n − 0.01·m, and 0.05 to either side of it. */
    private static Map<String, Object> record() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int n = 0; n < NETWORKS.size(); n++) {
            Map<String, Object> one = new LinkedHashMap<>();
            for (int m = 0; m < MEASUREMENTS.size(); m++) {
                double mean = 0.9 - 0.1 * n - 0.01 * m;
                Map<String, Object> accuracy = Map.of("mean", mean, "min", mean - 0.05, "max", mean + 0.05);
                one.put(MEASUREMENTS.get(m), Map.of("accuracy", accuracy));
            }
            all.put(NETWORKS.get(n), one);
        }
        return Map.of("findings", Map.of("inversion", all), "baselines", Map.of("chance", 0.1));
    }

    private static SmallExhibit exhibit(Map<String, Object> record) {
        return new SmallExhibit("small", network(), new InversionFigure(), record, null, null);
    }

    private static Element drawn(int change, double width) {
        return SmallExhibit.svg(new Still() {
            @Override
            public double width() {
                return width;
            }

            @Override
            public double height() {
                return InversionFigure.height(width);
            }

            @Override
            public void draw(Surface surface) {
                InversionFigure.draw(
                        surface,
                        width,
                        InversionFigure.fitting(network()),
                        exhibit(record()).facts(),
                        ink(),
                        change);
            }

            @Override
            public String[][] table() {
                return new String[0][];
            }
        });
    }

    private static List<String> texts(Element svg, int unit) {
        return svg.select("[data-unit=" + unit + "] text").eachText();
    }

    @Test
    void everyScoreStandsBesideItsInverseWithBothFactors() {
        // The sixth gives 2·1.5²/¼ = 18 and 2·0.5²/4.25 = 0.1176, the others 2·0.5²/1.25 = 0.4 both times.
        Element svg = drawn(Inverted.INPUT, 640);
        List<Element> bars = svg.select("[data-unit=6] rect");
        double full = Double.parseDouble(bars.get(0).attr("width"));
        assertEquals(640 - 160 - 18 - 2 * 62, full, 0.01, "the largest score fills the column");
        List<Element> other = svg.select("[data-unit=3] rect");
        assertEquals(full * 0.4 / 18, Double.parseDouble(other.get(0).attr("width")), 0.01);
        assertEquals(full * 0.4 / 18, Double.parseDouble(other.get(1).attr("width")), 0.01);
        assertEquals(List.of("6", "0.01", "0.01"), texts(svg, 6));
        assertEquals(List.of("3", "1.00", "1.00"), texts(svg, 3));
        // 2·0.5²/(783 + ¼), and no formula for its factor.
        assertEquals(List.of("3", "–", "0.00"), texts(drawn(Inverted.NEGATIVE, 640), 3));
        assertEquals(
                svg.select("[data-unit]").outerHtml(),
                drawn(Inverted.WEIGHTS, 640).select("[data-unit]").outerHtml());
    }

    @Test
    void theNetworksAreThoseOfTheRecordUnderThisChange() {
        for (int change = 0; change < 4; change++) {
            Element svg = drawn(change, 300);
            List<Element> dots = svg.select("circle.tone-accent");
            List<Element> rings = svg.select("circle.tone-ink");
            assertEquals(6, dots.size());
            for (int n = 0; n < 6; n++) {
                double mean = 0.9 - 0.1 * n;
                assertEquals(
                        6 + 288 * (mean - 0.01 * change),
                        Double.parseDouble(dots.get(n).attr("cx")),
                        0.01);
                assertEquals(6 + 288 * mean, Double.parseDouble(rings.get(n).attr("cx")), 0.01, "as drawn");
            }
            assertEquals(
                    6 + 28.8 - 0.75,
                    Double.parseDouble(svg.expectFirst("rect.tone-warning").attr("x")),
                    0.01,
                    "chance");
        }
    }

    @Test
    void itIsSaidInWordsAndInATable() {
        Inverted inverted = InversionFigure.fitting(network());
        String words = InversionFigure.words(inverted, exhibit(record()).facts(), ink(), Inverted.WEIGHTS);
        assertTrue(
                words.startsWith(
                        "As drawn the answer is 6, with a score of 18.00. With −w that score is 0.12, times 0.01 as the"
                                + " formula says, and the answer 0. Of the test digits, ⵟ, Xavier start reads 88.0"),
                words);
        String[][] table = exhibit(record()).still(Map.of()).table();
        assertEquals("−x", table[0][2]);
        assertEquals("ten ReLU units", table[6][0]);
        assertEquals("39.0\u202f% (34.0–44.0\u202f%)", table[6][2]);
    }

    @Test
    void aModelThatDoesNotFitIsRefused() {
        SmallExhibit linear = new SmallExhibit(
                "linear", new Network("dense 784 10", 1, new PlainOps()), new InversionFigure(), record(), null, null);
        String problem = assertThrows(IllegalArgumentException.class, () -> linear.still(Map.of()))
                .getMessage();
        assertTrue(problem.contains("\"dense 784 10\""), problem);
        problem = assertThrows(
                        IllegalArgumentException.class,
                        () -> SmallExhibit.svg(exhibit(Map.of()).still(Map.of())))
                .getMessage();
        assertTrue(problem.contains("baselines/chance") || problem.contains("findings/inversion"), problem);
    }
}
