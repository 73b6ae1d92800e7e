package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.analysis.Vectors;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.PathsFigure;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.Ways;
import io.github.seeingdigits.network.View;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The published ways between digits, and what is drawn of them. */
class PathsFigureTest {
    private static final ManifoldExhibit EXHIBIT = new ManifoldExhibit(new PathsFigure());
    private static final JsonNode RECORD = ManifoldExhibit.FOLDER.record().at("/findings/paths");

    private static Ways ways(int from, int to) {
        Ways ways = new Ways(EXHIBIT.views(PathsFigure.VIEWS), EXHIBIT.facts());
        ways.choose(from, to);
        return ways;
    }

    private static Element drawn(Ways ways, double at) {
        return ManifoldExhibit.drawn(640, PathsFigure.height(640), surface -> PathsFigure.draw(surface, 640, ways, at));
    }

    @Test
    void everyWayIsAsSureAsTheRecordSays() {
        Ways ways = ways(0, 0);
        assertEquals(55, RECORD.at("/ways").size());
        for (JsonNode way : RECORD.at("/ways")) {
            ways.choose(way.at("/from").asInt(), way.at("/to").asInt());
            for (boolean path : new boolean[] {false, true}) {
                String on = path ? "/onPath" : "/onLine";
                assertEquals(
                        way.at(on + "/leastConfidence").asDouble(), ways.confidence(path, ways.weakest(path)), 5e-4);
                double step = ways.length(path) / ways.count(path);
                double unsure = (1 - way.at(on + "/sure").asDouble()) * ways.length(path);
                assertEquals(unsure, ways.unsure(path), 1.01 * step);
                int sure = 0;
                for (int p = 0; p < ways.count(path); p++) {
                    sure += ways.confidence(path, p) > 0.9 ? 1 : 0;
                }
                // Halves of a view may put one that is just sure on the other side.
                assertEquals(way.at(on + "/sure").asDouble() * ways.count(path), sure, 1);
            }
            assertEquals(way.at("/labels").size(), ways.images());
            assertEquals(way.at("/from").asInt(), ways.label(0));
            assertEquals(way.at("/to").asInt(), ways.label(ways.images() - 1));
        }
    }

    @Test
    void theImagesOfAPathAreAsFarApartAsItsLengthSays() {
        Ways ways = ways(0, 0);
        for (JsonNode way : RECORD.at("/ways")) {
            ways.choose(way.at("/from").asInt(), way.at("/to").asInt());
            double length = 0;
            double largest = 0;
            int hops = ways.images() - 1;
            for (int h = 0; h < hops; h++) {
                double hop =
                        Vectors.distance(ways.picture(true, (double) h / hops), ways.picture(true, (h + 1.0) / hops));
                length += hop;
                largest = Math.max(largest, hop);
            }
            double straight = Vectors.distance(ways.picture(false, 0), ways.picture(false, 1));
            // A hundred components hold nine tenths of the variance; neighbours differ more in the rest.
            assertTrue(
                    length < way.at("/path").asDouble()
                            && length > 0.6 * way.at("/path").asDouble(),
                    way + "");
            assertTrue(largest < 1.02 * way.at("/largestHop").asDouble(), way + "");
            assertTrue(
                    straight < 1.02 * way.at("/straight").asDouble()
                            && straight > 0.75 * way.at("/straight").asDouble(),
                    straight + " " + way);
        }
    }

    @Test
    void pointsAndPlacesBelongTogether() {
        Ways ways = ways(1, 3);
        // 51 points on the line; six hops of nine points each, both ends included.
        assertEquals(51, ways.count(false));
        assertEquals(54, ways.count(true));
        assertEquals(0.5, ways.at(false, 25), 1e-9);
        assertEquals(0.02, ways.at(false, 1), 1e-9);
        assertEquals((1 + 3 / 8.0) / 6, ways.at(true, 9 + 3), 1e-9);
        for (boolean path : new boolean[] {false, true}) {
            for (int p = 0; p < ways.count(path); p++) {
                int found = ways.point(path, ways.at(path, p));
                assertEquals(ways.at(path, p), ways.at(path, found), 1e-9);
            }
        }
    }

    @Test
    void theWayBackIsTheSameWay() {
        Ways there = ways(1, 3);
        Ways back = ways(3, 1);
        assertEquals(3, back.from());
        for (boolean path : new boolean[] {false, true}) {
            int last = there.count(path) - 1;
            for (int p = 0; p <= last; p++) {
                assertEquals(there.confidence(path, p), back.confidence(path, last - p));
                assertEquals(there.read(path, p), back.read(path, last - p));
                assertEquals(there.at(path, p), 1 - back.at(path, last - p), 1e-9);
                assertEquals(back.at(path, p), back.at(path, back.point(path, back.at(path, p))), 1e-9);
            }
            assertArrayEquals(there.picture(path, 0.3), back.picture(path, 0.7), 1e-5f);
        }
        assertEquals(3, back.label(0));
        assertEquals(1, back.label(back.images() - 1));
    }

    @Test
    void halfwayStraightIsTheMeanOfBothEnds() {
        Ways ways = ways(4, 9);
        float[] a = ways.picture(false, 0);
        float[] b = ways.picture(false, 1);
        float[] mean = Vectors.scaledSum(0.5, a, Vectors.scaledSum(-0.5, b, b));
        assertArrayEquals(mean, ways.picture(false, 0.5), 1e-5f);
        assertArrayEquals(a, ways.picture(true, 0), 1e-6f, "both begin with the same picture");
        assertArrayEquals(b, ways.picture(true, 1), 1e-6f);
    }

    @Test
    void curvesAndPicturesAreDrawnWhereTheyBelong() {
        Ways ways = ways(1, 3);
        Element svg = drawn(ways, 0.5);
        // Two large pictures, seven mixes and the seven digits of the path.
        assertEquals(2 + 7 + 7, svg.select("image").size());
        List<Element> curves = svg.select("polyline");
        assertEquals(2, curves.size());
        Chart chart = new Chart(Chart.LEFT, PathsFigure.height(640) - 40 - 150, 640 - Chart.LEFT - 23, 150);
        String[] corner = curves.get(0).attr("points").split("[ ,]");
        assertEquals(102, corner.length);
        assertEquals(chart.atX(0.5), Double.parseDouble(corner[50]), 0.01);
        assertEquals(chart.atY(ways.confidence(false, 25)), Double.parseDouble(corner[51]), 0.01);
        assertEquals(0.5, PathsFigure.at(640, chart.atX(0.5)), 1e-9);
        assertEquals(0, PathsFigure.at(640, 3));
        assertEquals(1, PathsFigure.at(640, 639));
        String reads = "reads " + ways.read(false, 25) + ", ";
        assertTrue(svg.select("text").eachText().stream().anyMatch(text -> text.startsWith(reads)), reads);
    }

    @Test
    void theWordsAndTheTableAreTheRecords() {
        JsonNode way = null;
        for (JsonNode one : RECORD.at("/ways")) {
            way = one.at("/from").asInt() == 1 && one.at("/to").asInt() == 3 ? one : way;
        }
        String words = PathsFigure.words(ways(1, 3), 0.25);
        double ratio = way.at("/path").asDouble() / way.at("/straight").asDouble();
        assertTrue(words.startsWith("25\u202f% of the way from 1 to 3. Straight the network reads "), words);
        String unsure = "; it is less than 90\u202f%% sure for %.1f of %.1f.";
        double onLine = way.at("/straight").asDouble();
        double onPath = way.at("/path").asDouble();
        onLine *= 1 - way.at("/onLine/sure").asDouble();
        onPath *= 1 - way.at("/onPath/sure").asDouble();
        String straight = String.format(unsure, onLine, way.at("/straight").asDouble());
        assertTrue(words.contains(straight + " Along real digits the network reads "), words);
        assertTrue(words.contains(String.format(unsure, onPath, way.at("/path").asDouble()) + " That way is "), words);
        assertTrue(words.contains(String.format("That way is %.1f times as long, its largest hop", ratio)), words);
        assertTrue(words.endsWith("All pairs on average: 3.2 times."), words);
        assertTrue(PathsFigure.words(ways(8, 8), 0).contains("from a typical 8 to the least typical 8."));
        Still still = EXHIBIT.still(new Drawing(), Map.of());
        assertEquals(List.of("3", "8.6", "1.3", "26.8", "1.0", "7"), List.of(still.table()[4]));
    }

    @Test
    void theStillIsTheSameTwiceAndTakesItsDigits() {
        Still still = EXHIBIT.still(new Drawing(), Map.of("from", "4", "to", "9"));
        String once = SmallExhibit.svg(still).outerHtml();
        still.table();
        assertEquals(once, SmallExhibit.svg(still).outerHtml(), "the table leaves the way as it is");
        assertNotEquals(
                once,
                SmallExhibit.svg(EXHIBIT.still(new Drawing(), Map.of("from", "4", "to", "8")))
                        .outerHtml());
    }

    @Test
    void othersAreRefusedWithTheReason() {
        assertThrows(IllegalArgumentException.class, () -> EXHIBIT.still(new Drawing(), Map.of("to", "10")));
        Map<String, View> wrong = Map.of("ways", new View(new int[] {3, 2}, new float[6]));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new ManifoldExhibit(new PathsFigure(), wrong).still(new Drawing(), Map.of()))
                .getMessage()
                .contains("\"stations\" of 369 images"));
        SmallExhibit other =
                new SmallExhibit("small", null, new PathsFigure(), Map.of(), EXHIBIT.view("components"), null);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> other.still(Map.of()))
                .getMessage()
                .contains("a way for each of 55 pairs"));
    }
}
