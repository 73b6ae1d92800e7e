package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.analysis.SlantCurve;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.PrototypeRows;
import io.github.seeingdigits.figure.PrototypesFigure;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.network.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Digit k's mean picture is 2 at pixel k. Its ⵟ weights are 3 there and 4 elsewhere, hence at a cosine of 3/5; those of odd digits are
 * the negative. Its linear filter is 5 there and 12 elsewhere: 5/13.
 */
class PrototypesFigureTest {
    private static final Path MODEL = Path.of("models", "nmn-10");

    private static View pictures() {
        float[] values = new float[9 * 10 * 784];
        for (int k = 0; k < 10; k++) {
            int sign = k % 2 == 0 ? 1 : -1;
            values[k * 784 + k] = 3 * sign;
            values[k * 784 + 50] = 4 * sign;
            values[(10 + k) * 784 + k] = 5;
            values[(10 + k) * 784 + 60] = 12;
            values[(70 + k) * 784 + k] = 2;
        }
        return new View(new int[] {9, 10, 784}, values);
    }

    /** Of two networks the second: minus the mean pictures. */
    private static View seeds() {
        float[] values = new float[2 * 7851];
        for (int k = 0; k < 10; k++) {
            values[7851 + k * 10 + k] = -2;
        }
        return new View(new int[] {2, 7851}, values);
    }

    private static View view(String name) throws IOException {
        return View.decode(Files.readAllBytes(MODEL.resolve("view-" + name + ".bin")));
    }

    private static Element slants(double slant) throws IOException {
        PrototypeRows rows = new PrototypeRows(view("pictures"));
        SlantCurve curve = PrototypesFigure.curve(view("slants"));
        return SmallExhibit.svg(new Still() {
            @Override
            public double width() {
                return 640;
            }

            @Override
            public double height() {
                return PrototypesFigure.slantHeight(640);
            }

            @Override
            public void draw(Surface surface) {
                PrototypesFigure.drawSlant(surface, 0, 640, rows, curve, slant);
            }

            @Override
            public String[][] table() {
                return new String[0][];
            }
        });
    }

    private static Element drawn(PrototypeRows rows) {
        return SmallExhibit.svg(new Still() {
            @Override
            public double width() {
                return 300;
            }

            @Override
            public double height() {
                return PrototypesFigure.height(300);
            }

            @Override
            public void draw(Surface surface) {
                PrototypesFigure.draw(surface, 300, rows);
            }

            @Override
            public String[][] table() {
                return new String[0][];
            }
        });
    }

    private static List<String> texts(Element svg, int unit) {
        return svg.select("[data-unit=" + unit + "] text[text-anchor=middle]").eachText();
    }

    @Test
    void cosinesAndDistancesAreThoseOfTheVectors() {
        PrototypeRows rows = new PrototypeRows(pictures());
        assertEquals(0.6, rows.cosine(false, 4), 1e-6);
        assertEquals(-0.6, rows.cosine(false, 7), 1e-6);
        assertEquals(5.0 / 13, rows.cosine(true, 7), 1e-6);
        assertEquals(Math.sqrt(1 + 16) / 2, rows.distance(false, 4), 1e-6);
        assertEquals(Math.sqrt(25 + 16) / 2, rows.distance(false, 7), 1e-6);
        assertEquals(Math.sqrt(9 + 144) / 2, rows.distance(true, 7), 1e-6);
        assertTrue(PrototypesFigure.words(rows, 1)
                .startsWith(
                        "Seed 1: 5 of 10 prototypes point towards their digit’s mean, 5 away from it. Apart from the sign"
                                + " their cosine is 0.60 to 0.60, that of linear filters 0.38 to 0.38."));
        assertEquals(List.of("−0.60", "3.20", "0.38", "6.18"), texts(drawn(rows), 7));
    }

    @Test
    void onlyNegativesAreFlippedAndMarked() {
        PrototypeRows rows = new PrototypeRows(pictures());
        String words = PrototypesFigure.words(rows, 1);
        rows.flip = true;
        assertFalse(rows.flipped(false, 4));
        assertTrue(rows.flipped(false, 7));
        assertFalse(rows.flipped(true, 7));
        assertEquals(0.6, rows.cosine(false, 7), 1e-6);
        assertEquals(Math.sqrt(17) / 2, rows.distance(false, 7), 1e-6);
        assertEquals(3, rows.weights(false, 7)[7]);
        assertEquals(words, PrototypesFigure.words(rows, 1), "how many point away does not change by looking");
        assertEquals(List.of("−w: 0.60", "2.06", "0.38", "6.18"), texts(drawn(rows), 7));
        assertEquals(List.of("0.60", "2.06", "0.38", "6.18"), texts(drawn(rows), 4));
    }

    @Test
    void anotherSeedsWeightsTakeThePlaceOfThePublished() {
        PrototypeRows rows = new PrototypeRows(pictures());
        rows.choose(seeds(), 1);
        for (int k = 0; k < 10; k++) {
            assertEquals(-1, rows.cosine(false, k), 1e-6);
            assertEquals(2, rows.distance(false, k), 1e-6);
            assertEquals(5.0 / 13, rows.cosine(true, k), 1e-6, "linear filters stay");
        }
        rows.choose(null, 0);
        assertEquals(0.6, rows.cosine(false, 4), 1e-6);
    }

    @Test
    void publishedPicturesAreWhatTheRecordSays() throws IOException {
        JsonNode record = ModelFolder.read(MODEL).record().at("/findings/prototypes");
        PrototypeRows rows = new PrototypeRows(view("pictures"));
        double[] distance = new double[10];
        double[] expected = new double[10];
        for (int seed = 0; seed < 10; seed++) {
            for (int k = 0; k < 10; k++) {
                String at = "/cosines/" + seed + "/" + k;
                rows.choose(seed == 0 ? null : view("seeds"), seed);
                assertEquals(record.at("/nmn" + at).asDouble(), rows.cosine(false, k), 1e-3, at);
                distance[k] += rows.distance(false, k) / 10;
                expected[k] = record.at("/nmn/distance/byDigit/" + k).asDouble();
                if (seed == 0) {
                    assertEquals(record.at("/linear" + at).asDouble(), rows.cosine(true, k), 1e-3, at);
                }
            }
        }
        assertArrayEquals(expected, distance, 1e-3);
    }

    @Test
    void theCurvesAreThoseOfTheTestOnes() throws IOException {
        JsonNode record = ModelFolder.read(MODEL).record().at("/findings/slant");
        SlantCurve curve = PrototypesFigure.curve(view("slants"));
        // The middle fifth of the ones has nearly the same slants as those within the reach of its mean slant.
        double slant = record.at("/fifths/meanSlant/2").asDouble();
        double mean = record.at("/meanImage/cosineByFifth/2").asDouble();
        assertEquals(mean, curve.mean(4, slant), 0.005);
        Element svg = slants(slant);
        Chart chart = new Chart(118 + Chart.LEFT, 22, 640 - 118 - Chart.LEFT - 14, 186)
                .x(-0.3, 0.8)
                .y(0, 1);
        Element dot = svg.expectFirst("circle.tone-ink");
        assertEquals(chart.atX(slant), Double.parseDouble(dot.attr("cx")), 0.01);
        assertEquals(chart.atY(curve.mean(4, slant)), Double.parseDouble(dot.attr("cy")), 0.01);
        assertEquals(3, svg.select("polyline").size());
        assertEquals(svg.outerHtml(), slants(slant).outerHtml());
        assertFalse(
                svg.select("image")
                        .outerHtml()
                        .equals(slants(0.7).select("image").outerHtml()),
                "it leans");
    }

    @Test
    void viewsOfAnotherShapeAreRefused() {
        View other = new View(new int[] {2, 2}, new float[4]);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new PrototypeRows(other))
                .getMessage()
                .contains("\"pictures\""));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> PrototypesFigure.curve(other))
                .getMessage()
                .contains("\"slants\""));
    }
}
