package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.analysis.manifold.PrincipalPictures;
import io.github.seeingdigits.analysis.manifold.Reconstruction;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.SpectrumFigure;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.network.View;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The mean and the components of MNIST's training digits, as they are published, and what is drawn of them. */
class SpectrumFigureTest {
    private static final ManifoldExhibit EXHIBIT = new ManifoldExhibit(new SpectrumFigure());
    private static final float[] SHARES =
            ManifoldExhibit.FOLDER.views().get("spectrum").values();

    private static Drawing digit() {
        return Drawing.decode("300,100,700,100,500,900");
    }

    private static Reconstruction sum(Map<String, String> parameters) {
        Reconstruction sum = SpectrumFigure.reconstruction(
                ManifoldExhibit.FOLDER.views().get("components"), new Parameters(parameters::get));
        sum.see(Ink.of(digit()));
        return sum;
    }

    private static Element drawn(Reconstruction sum, double width, int chosen) {
        return ManifoldExhibit.drawn(
                width,
                SpectrumFigure.height(width),
                surface -> SpectrumFigure.draw(surface, width, sum, SHARES, EXHIBIT.facts(), chosen));
    }

    @Test
    void thePublishedComponentsAreAtRightAnglesAndOfLengthOne() {
        PrincipalPictures pictures = sum(Map.of()).pictures;
        assertEquals(100, pictures.size());
        for (int a = 0; a < pictures.size(); a++) {
            for (int b = a; b < pictures.size(); b++) {
                // Bytes are 127 steps either way: an error of a thousandth of the length or two.
                double dot = Vectors.dot(pictures.component(a), pictures.component(b));
                assertEquals(a == b ? 1 : 0, dot, 0.01, a + "·" + b);
            }
        }
    }

    @Test
    void testDigitsVaryAlongThemAsTheSpectrumSays() {
        View places = ManifoldExhibit.FOLDER.views().get("places");
        int count = places.shape()[1];
        double[] variance = new double[count];
        for (int i = 0; i < places.values().length; i++) {
            variance[i % count] += Math.pow(places.values()[i], 2);
        }
        // 2,000 other digits: within a fifth of the share that training digits have.
        for (int c = 1; c < 10; c++) {
            double expected = (SHARES[c] - SHARES[c - 1]) / SHARES[0];
            assertEquals(expected, variance[c] / variance[0], 0.2 * expected, "component " + c);
        }
    }

    @Test
    void moreComponentsMissLess() {
        Reconstruction sum = sum(Map.of("components", "0"));
        assertEquals(0, sum.count);
        double before = sum.left();
        assertEquals(1, before, 1e-9);
        for (sum.count = 1; sum.count <= 100; sum.count++) {
            assertTrue(sum.left() < before + 1e-3, "with " + sum.count);
            before = sum.left();
        }
        assertTrue(before < 0.3, "a hundred hold most of a seven: " + before);
    }

    @Test
    void theBarsAreTheCoefficientsAndTheDotIsWhereTheSliderIs() {
        Reconstruction sum = sum(Map.of("components", "7"));
        Element svg = drawn(sum, 640, 2);
        for (int c : new int[] {0, 6, 7}) {
            Element unit = svg.expectFirst("[data-unit=" + c + "]");
            String expected =
                    c == 7 ? "·" : String.format("%.1f", sum.coefficient(c)).replace('-', '−');
            assertEquals(
                    List.of(Integer.toString(c + 1), expected),
                    unit.select("text").eachText());
        }
        assertEquals(
                2,
                svg.select("[data-unit=2] rect.tone-line-accent, [data-unit=2] rect.tone-accent")
                        .size());
        Element dot = svg.expectFirst("circle.tone-accent[r=6]");
        // The second of two charts side by side, from 0 to 1.2 times the components that hold 99 %.
        Chart chart = new Chart(326 + Chart.LEFT, 0, 314 - Chart.LEFT - 14, 180)
                .x(0, (int) (1.2 * EXHIBIT.facts().number("findings/spectrum/for99")))
                .y(0, 1);
        assertEquals(chart.atX(7), Double.parseDouble(dot.attr("cx")), 0.01);
        double top = SpectrumFigure.height(640) - Chart.BELOW - 180;
        assertEquals(top + chart.atY(SHARES[6]), Double.parseDouble(dot.attr("cy")), 0.01);
        assertTrue(svg.text().contains("by 87")
                && svg.text().contains("by 154")
                && svg.text().contains("by 331"));
    }

    @Test
    void aComponentIsFoundWhereItsPictureIs() {
        for (double width : new double[] {640, 300}) {
            Element svg = drawn(sum(Map.of()), width, -1);
            for (int c = 0; c < SpectrumFigure.TILES; c++) {
                Element image = svg.expectFirst("[data-unit=" + c + "] image");
                double side = Double.parseDouble(image.attr("width"));
                double x = Double.parseDouble(image.attr("x")) + side / 2;
                double y = Double.parseDouble(image.attr("y")) + side / 2;
                assertEquals(c, SpectrumFigure.at(width, x, y));
            }
            assertEquals(-1, SpectrumFigure.at(width, 5, 5));
            assertEquals(-1, SpectrumFigure.at(width, 5, SpectrumFigure.height(width) - 5));
        }
        assertEquals(0, SpectrumFigure.moved(640, -1, 1, 0));
        assertEquals(13, SpectrumFigure.moved(640, 3, 0, 1));
        assertEquals(8, SpectrumFigure.moved(300, 3, 0, 1));
        assertEquals(3, SpectrumFigure.moved(640, 3, 0, -1), "there is nothing above");
        assertEquals(19, SpectrumFigure.moved(640, 19, 1, 0));
    }

    @Test
    void theWordsSayWhatIsMissingAndWhatTheChosenOneHolds() {
        Reconstruction sum = sum(Map.of());
        sum.see(sum.pictures.picture(new float[] {3, 0, 4}));
        sum.count = 2;
        String words = SpectrumFigure.words(sum, SHARES, 2);
        // 3² of 3² + 4² is there, 4² are missing.
        assertTrue(words.startsWith("2 of 784 components restore 36\u202f% of what sets this digit apart"), words);
        assertTrue(words.contains("; 64\u202f% is missing."), words);
        assertTrue(
                words.contains(" Component 3: 4.00 times, 64\u202f% of what sets this digit apart, 6\u202f%"), words);
        sum.count = 3;
        sum.leaveOut(0, true);
        String left = SpectrumFigure.words(sum, SHARES, -1);
        assertTrue(left.contains("; 36\u202f% is missing."), left);
        assertTrue(drawn(sum, 640, -1).select("[data-unit=0] text").eachText().contains("left out"));
    }

    @Test
    void theTableIsTheRecords() {
        String[][] table = EXHIBIT.still(digit(), Map.of()).table();
        JsonNode record = ManifoldExhibit.FOLDER.record().at("/findings/spectrum");
        assertEquals(12, table.length);
        assertEquals(List.of("all", "87", "154", "331", "30.7"), List.of(table[1]));
        assertEquals(record.at("/digits/4/for95").asText(), table[6][2]);
    }

    @Test
    void theStillIsTheSameTwiceAndFollowsTheDrawing() {
        Still still = EXHIBIT.still(digit(), Map.of());
        String once = SmallExhibit.svg(still).outerHtml();
        assertEquals(once, SmallExhibit.svg(still).outerHtml());
        Still other = EXHIBIT.still(Drawing.decode("500,100,500,900"), Map.of());
        assertNotEquals(once, SmallExhibit.svg(other).outerHtml());
    }

    @Test
    void othersAreRefusedWithTheReason() {
        View few = new View(new int[] {3, 784}, new float[3 * 784]);
        ManifoldExhibit other = new ManifoldExhibit(new SpectrumFigure(), Map.of("components", few));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> other.still(digit(), Map.of()))
                .getMessage()
                .contains("at least 21 × 784 numbers"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> EXHIBIT.still(digit(), Map.of("components", "101")))
                .getMessage()
                .contains("from 0 to 100"));
    }
}
