package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.StressFigure;
import io.github.seeingdigits.figure.StressRow;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Two networks. The first reads a 6 where there is ink in the left half of the picture, else a 2; the other always a 4. Measured were
 * shifts by 1 and 2, and scales of one half and three halves.
 */
class StressFigureTest {
    private static final Drawing LEFT = picture(10);

    private static Drawing picture(int column) {
        float[] ink = new float[784];
        for (int row = 5; row < 24; row++) {
            ink[28 * row + column] = 1;
        }
        Drawing drawing = new Drawing();
        drawing.setPicture(ink);
        return drawing;
    }

    private static Network network(boolean looks) {
        Network network = new Network("dense 784 10", 1, new PlainOps());
        Dense layer = (Dense) network.layers().get(0);
        layer.bias().value.row[0][looks ? 2 : 4] = 3;
        for (int i = 0; looks && i < 784; i++) {
            layer.weight().value.row[i][6] = i % 28 < 14 ? 1 : 0;
        }
        return network;
    }

    private static List<Object> curve(double... numbers) {
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(Map.of("amount", numbers[i], "accuracy", numbers[i + 1]));
        }
        return points;
    }

    private static SmallExhibit exhibit(String id, boolean looks, double accuracy, double worst) {
        Map<String, Object> robustness = Map.of(
                "shift", curve(1, 0.75, 2, worst),
                "scale", curve(0.5, 0.25, 1.5, 0.45),
                "inversion", curve(1, 0.05));
        return new SmallExhibit(
                id,
                network(looks),
                new StressFigure(),
                Map.of("published", Map.of("test", Map.of("accuracy", accuracy), "robustness", robustness)),
                null,
                null);
    }

    private static final List<SmallExhibit> BOTH =
            List.of(exhibit("looks", true, 0.95, 0.15), exhibit("constant", false, 0.85, 0.14));

    private static Still still(Map<String, String> parameters) {
        return new StressFigure().still(List.copyOf(BOTH), LEFT, new Parameters(parameters::get));
    }

    private static List<StressRow> rows(float[] ink, float[] changed) {
        List<StressRow> rows = new ArrayList<>();
        for (SmallExhibit exhibit : BOTH) {
            StressRow row = new StressRow(exhibit.id(), exhibit.title(), exhibit.facts());
            row.ask(exhibit.network(), ink, changed);
            rows.add(row);
        }
        return rows;
    }

    @Test
    void anAnswerThatChangesShowsBoth() {
        // Shifted by three pixels the stroke is still in the left half.
        Element kept = SmallExhibit.svg(still(Map.of()));
        assertEquals("6, >99\u202f%", kept.select("[data-unit=0] text").last().wholeText());
        assertEquals(0, kept.select("[data-unit] .tone-warning").size());
        float[] left = LEFT.picture();
        float[] right = picture(20).picture();
        List<StressRow> rows = rows(left, right);
        String words = StressFigure.words(rows, 0, 1, 0);
        assertTrue(words.startsWith("Shift, 1.00 pixels to the right: 1 of 2 networks keep their answer."), words);
        assertTrue(words.contains("Title of looks: 6 → 2, "), words);
        rows.get(0).ask(null, left, right);
        assertTrue(StressFigure.words(rows, 0, 1, 0).contains("1 of 1 networks keep their answer. Title of looks: –"));
    }

    @Test
    void accuracyIsThatMeasuredOrBetweenTwoOfThem() {
        List<StressRow> rows = rows(LEFT.picture(), LEFT.picture());
        assertTrue(
                StressFigure.words(rows, 0, 0, 0).contains(", and 95.0\u202f% of test digits right, unchanged 95.0"));
        assertTrue(StressFigure.words(rows, 0, 1, 0).contains(", and 75.0\u202f% of"));
        assertTrue(StressFigure.words(rows, 0, 0.25, 0).contains(", and, between amounts measured, about 90.0\u202f%"));
        assertTrue(StressFigure.words(rows, 2, 0.75, 1).contains("about 55.0\u202f%"), "half way from 25 to 85");
        assertTrue(StressFigure.words(rows, 2, 1.25, 0).contains("about 70.0\u202f%"), "half way from 95 to 45");
        assertTrue(
                StressFigure.words(rows, 0, 6, 0).contains("about 15.0\u202f%"), "beyond what was measured, its last");
        assertTrue(StressFigure.words(rows, 1, 30, 0).contains("about 95.0\u202f%"), "nothing measured but itself");
    }

    @Test
    void linesPassThroughWhatWasMeasuredAndTheReaderStandsWhereTheSliderIs() {
        Still still = still(Map.of("change", "scale"));
        Element svg = SmallExhibit.svg(still);
        // 0.5, 1 and 1.5 times as large on a chart from 0.5 to 1.5, 640 wide.
        double width = 640 - Chart.LEFT - 24;
        double bottom = still.height() - Chart.BELOW;
        String points = svg.select("polyline.tone-accent").attr("points");
        double[][] expected = {{0, 0.25}, {0.5, 0.95}, {1, 0.45}};
        String[] pairs = points.split(" ");
        assertEquals(3, pairs.length);
        for (int i = 0; i < 3; i++) {
            String[] xy = pairs[i].split(",");
            assertEquals(Chart.LEFT + expected[i][0] * width, Double.parseDouble(xy[0]), 0.1);
            assertEquals(bottom - 250 * expected[i][1], Double.parseDouble(xy[1]), 0.1);
        }
        // At 0.75, where the first network's line has 0.6: half way from 0.25 to 0.95.
        Element here = svg.select("circle.tone-accent[r=5]").first();
        assertEquals(Chart.LEFT + 0.25 * width, Double.parseDouble(here.attr("cx")), 0.1);
        assertEquals(bottom - 250 * 0.6, Double.parseDouble(here.attr("cy")), 0.1);
        assertTrue(svg.text().contains("you are here") && svg.text().contains("guessing"), svg.text());
        assertEquals(svg.outerHtml(), SmallExhibit.svg(still).outerHtml());
    }

    @Test
    void lettersThatWouldCoverOneAnotherMoveApartAndKeepTheirOrder() {
        Element svg = SmallExhibit.svg(still(Map.of()));
        List<Element> letters = svg.select("text").stream()
                .filter(text ->
                        text.attr("font-size").equals("13") && List.of("A", "B").contains(text.text()))
                .toList();
        assertEquals(2, letters.size());
        double a = Double.parseDouble(letters.get(0).attr("y"));
        double b = Double.parseDouble(letters.get(1).attr("y"));
        assertEquals(14, b - a, 0.1, "0.15 stands above 0.14");
    }

    @Test
    void theTableHasWhatWasMeasuredAndAnUnknownChangeIsRefused() {
        String[][] table = still(Map.of()).table();
        assertEquals(
                List.of("Network", "Reads the drawing as", "Right at 0.00", "Right at 1.00", "Right at 2.00"),
                List.of(table[0]));
        assertEquals(
                List.of("B, Title of constant", "4, 69\u202f%", "85.0\u202f%", "75.0\u202f%", "14.0\u202f%"),
                List.of(table[2]));
        assertThrows(IllegalArgumentException.class, () -> still(Map.of("change", "melting")));
    }
}
