package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.analysis.FeatureMaps;
import io.github.seeingdigits.figure.CellChoice;
import io.github.seeingdigits.figure.CnnFigure;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Surface;
import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Two filters: the first gives what lies under its window's upper left corner, less 0.25; the second always 1. One pixel of ink, 0.75,
 * in row 10 and column 12, so that the first filter's map is 0.5 there and −0.25 elsewhere.
 */
class CnnFigureTest {
    private static Network network() {
        Network network = new Network(
                "conv 1x28x28 2 5, relu 1152, maxpool 2x24x24 2, conv 2x12x12 2 5, relu 128, dense 128 10",
                1,
                new PlainOps());
        Convolution first = (Convolution) network.layers().get(0);
        first.weight().value.row[0][0] = 1;
        first.parameters().get(1).value.row[0][0] = -0.25f;
        first.parameters().get(1).value.row[0][1] = 1;
        Convolution second = (Convolution) network.layers().get(3);
        second.weight().value.row[1][0] = 2;
        second.weight().value.row[1][25 + 24] = -3;
        ((Dense) network.layers().get(5)).bias().value.row[0][4] = 1.5f;
        ((Dense) network.layers().get(5)).weight().value.row[64][7] = -2;
        return network;
    }

    private static FeatureMaps maps() {
        FeatureMaps maps = new FeatureMaps(network());
        float[] ink = new float[784];
        ink[28 * 10 + 12] = 0.75f;
        maps.see(ink);
        return maps;
    }

    private static Element drawn(double width, CellChoice choice) {
        FeatureMaps maps = maps();
        return SmallExhibit.svg(new Still() {
            @Override
            public double width() {
                return width;
            }

            @Override
            public double height() {
                return CnnFigure.height(maps, width);
            }

            @Override
            public void draw(Surface surface) {
                CnnFigure.draw(surface, width, maps, choice);
            }

            @Override
            public String[][] table() {
                return new String[0][];
            }
        });
    }

    @Test
    void everyKindOfCellSaysHowItsNumberComesAbout() {
        FeatureMaps maps = maps();
        int cell = 24 * 10 + 12;
        assertEquals(
                "conv 1, map 0, row 10, column 12: sum 0.750 + bias −0.250 = 0.500.",
                CnnFigure.words(maps, new CellChoice(1, 0, -1, -1)));
        assertEquals(
                "conv 1, map 0, row 10, column 11: sum 0.000 + bias −0.250 = −0.250.",
                CnnFigure.words(maps, new CellChoice(1, 0, cell - 1, -1)));
        assertEquals(
                "ReLU 1, map 0, row 10, column 11: max(0, −0.250) = 0.000.",
                CnnFigure.words(maps, new CellChoice(2, 0, cell - 1, -1)));
        assertEquals(
                "pool 1, map 0, row 5, column 6: the largest is 0.500.",
                CnnFigure.words(maps, new CellChoice(3, 0, -1, -1)));
        // 2 · 0.5 through map 0, and −3 · 1 through map 1.
        assertEquals(
                "conv 2, map 1, row 5, column 6: sum −2.000 + bias 0.000 = −2.000.",
                CnnFigure.words(maps, new CellChoice(4, 1, 8 * 5 + 6, -1)));
        assertEquals(
                "scores, unit 4: sum 0.000 + bias 1.500 = 1.500.", CnnFigure.words(maps, new CellChoice(6, 0, -1, -1)));
        assertEquals(
                "ink, map 0, row 10, column 12: 0.750 of full ink.",
                CnnFigure.words(maps, new CellChoice(0, 0, -1, -1)));
    }

    @Test
    void windowKernelAndProductsAreWrittenOut() {
        List<String> texts =
                drawn(700, new CellChoice(1, 0, -1, -1)).select("text").eachText();
        assertTrue(texts.containsAll(List.of("window", "× kernel", "= products", ".75", "1.0")), texts.toString());
        assertTrue(texts.contains("sum 0.750 + bias −0.250 = 0.500"), texts.toString());
        assertEquals(25 * 3 - 3, texts.stream().filter("0"::equals).count() - 1, "one is the score's digit");
        List<String> narrow =
                drawn(280, new CellChoice(1, 0, -1, -1)).select("text").eachText();
        assertFalse(narrow.contains(".75"), "no room");
    }

    @Test
    void theChannelThatGivesMostIsShownUnlessAnotherIsChosen() {
        int cell = 8 * 5 + 6;
        FeatureMaps maps = maps();
        assertEquals(1, new CellChoice(4, 1, cell, -1).channel(maps));
        assertTrue(drawn(700, new CellChoice(4, 1, cell, -1)).text().contains("in map 1"));
        Element other = drawn(700, new CellChoice(4, 1, cell, -1).through(0));
        assertTrue(other.text().contains("in map 0"), other.text());
        assertTrue(other.select("text").eachText().containsAll(List.of("1.00", "−3.00")), "both maps' sums");
    }

    /** Frames are drawn half a pixel inside; these are the middles of all accent frames of this size. */
    private static List<double[]> frames(Element svg, double side) {
        List<double[]> found = new ArrayList<>();
        for (Element rect : svg.select("rect.tone-accent")) {
            double w = Double.parseDouble(rect.attr("width"));
            if (Math.abs(w - side) < 0.06) {
                found.add(new double[] {
                    Double.parseDouble(rect.attr("x")) + w / 2,
                    Double.parseDouble(rect.attr("y")) + Double.parseDouble(rect.attr("height")) / 2
                });
            }
        }
        return found;
    }

    @Test
    void theWindowIsOutlinedWhereItLies() {
        for (double width : new double[] {280, 700}) {
            FeatureMaps maps = maps();
            CellChoice choice = new CellChoice(1, 0, 24 * 10 + 12, -1);
            Element svg = drawn(width, choice);
            Element ink = svg.selectFirst("image");
            double side = Double.parseDouble(ink.attr("width"));
            List<double[]> windows = frames(svg, 5 * side / 28 + 1);
            assertEquals(1, windows.size(), "at " + width);
            double x = Double.parseDouble(ink.attr("x")) + 14.5 * side / 28;
            double y = Double.parseDouble(ink.attr("y")) + 12.5 * side / 28;
            assertEquals(x, windows.get(0)[0], 0.1);
            assertEquals(y, windows.get(0)[1], 0.1);
            // And pointing there finds the pixel in the window's middle: row 12, column 14.
            CellChoice found = CnnFigure.at(maps, width, choice, x, y);
            assertEquals("0,0," + (28 * 12 + 14) + ",-1", found.encode());
        }
    }

    @Test
    void aSecondConvolutionHasAWindowInEveryMapBefore() {
        Element svg = drawn(700, new CellChoice(4, 1, 0, -1));
        double side = Double.parseDouble(svg.selectFirst("image").attr("width"));
        assertEquals(2, frames(svg, 5 * side / 12 + 1).size());
        assertEquals(2, svg.select("polyline").size());
        assertEquals(
                6, drawn(700, new CellChoice(6, 0, 7, -1)).select("polyline").size(), "the largest shares");
        assertEquals(
                0, drawn(700, new CellChoice(0, 0, 7, -1)).select("polyline").size());
    }

    @Test
    void pointingAtTheLargeMapOrAtASumChoosesThem() {
        FeatureMaps maps = maps();
        double width = 700;
        CellChoice now = new CellChoice(4, 1, 46, -1);
        double top = CnnFigure.height(maps, width) - 226;
        assertEquals(
                "4,1,9,-1",
                CnnFigure.at(maps, width, now, 1.5 * 190 / 8, top + 1.5 * 190 / 8)
                        .encode());
        CellChoice through = CnnFigure.at(maps, width, now, 224 + 10, top + 20 + 132 + 12 + 8);
        assertNotNull(through);
        assertEquals("4,1,46,0", through.encode());
        assertNull(CnnFigure.at(maps, width, now, 205, top + 100));
        assertNull(CnnFigure.at(maps, width, now.moved(maps, 0, 0), -3, -3));
    }

    @Test
    void arrowsStopAtTheEdgesAndDamagedNumbersAreNoCell() {
        FeatureMaps maps = maps();
        CellChoice corner = new CellChoice(4, 1, 7, -1);
        assertEquals("4,1,7,-1", corner.moved(maps, 1, -1).encode());
        assertEquals("4,1,14,-1", corner.moved(maps, -1, 1).encode());
        assertEquals("4,1,14,1", CellChoice.of(new int[] {4, 1, 14, 1}, maps).encode());
        int[][] damaged = {null, {-1, 0, 0, 0}, {7, 0, 0, 0}, {4, 2, 0, 0}, {4, 0, 64, 0}, {4, 0, -2, 0}, {4, 0, 0, 2}};
        for (int[] numbers : damaged) {
            assertNull(CellChoice.of(numbers, maps));
        }
    }

    @Test
    void theStillIsTheSameTwiceAndItsTableHasARowForEachStage() {
        Network network = network();
        Still still = new SmallExhibit(network, new CnnFigure()).still(Map.of("stage", "4", "map", "1"));
        String svg = SmallExhibit.svg(still).outerHtml();
        assertEquals(svg, SmallExhibit.svg(still).outerHtml());
        assertFalse(svg.contains("NaN"), "all maps are empty or even");
        assertEquals(8, still.table().length);
        assertEquals(List.of("pool 1", "2", "144", "0.00", "1.00", "50\u202f%"), List.of(still.table()[4]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SmallExhibit(network, new CnnFigure()).still(Map.of("stage", "7")));
    }
}
