package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.seeingdigits.analysis.manifold.Neighbours;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.figure.MapFigure;
import io.github.seeingdigits.figure.MapPoints;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.network.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The published maps of test digits, and what is drawn of them. */
class MapFigureTest {
    private static final ManifoldExhibit EXHIBIT = new ManifoldExhibit(new MapFigure());
    private static final JsonNode RECORD = ManifoldExhibit.FOLDER.record().at("/findings/maps");

    private static Drawing one() {
        return Drawing.decode("500,100,500,900");
    }

    private static MapPoints points(int map) {
        MapPoints points = new MapPoints(EXHIBIT.views(MapFigure.VIEWS), EXHIBIT.facts());
        points.map = map;
        points.before = map;
        return points;
    }

    private static Element drawn(MapPoints points, double width) {
        return ManifoldExhibit.drawn(
                width, MapFigure.height(width), surface -> MapFigure.draw(surface, width, points, points.size()));
    }

    /** A map as the view has it. */
    private static float[][] view(int map) {
        float[] values = ManifoldExhibit.FOLDER.views().get("maps").values();
        float[][] points = new float[2000][2];
        for (int i = 0; i < 4000; i++) {
            points[i / 2][i % 2] = values[map * 4000 + i];
        }
        return points;
    }

    @Test
    void whatEachPointKeepsAddsUpToTheRecordsShare() {
        for (int map = 0; map < 4; map++) {
            MapPoints points = points(map);
            int[][] found = Neighbours.of(view(map), 5).index();
            int kept = 0;
            int expected = 0;
            for (int i = 0; i < 2000; i++) {
                Set<Integer> near = IntStream.of(found[i]).boxed().collect(Collectors.toSet());
                for (int k = 0; k < 5; k++) {
                    kept += points.kept(i)[k] ? 1 : 0;
                    expected += near.contains(points.neighbours(i)[k]) ? 1 : 0;
                }
            }
            // Halves of a view may put equally near points in another order.
            assertEquals(expected, kept, 20, "map " + map);
            assertEquals(RECORD.at("/neighboursKept/" + map).asDouble(), kept / 10_000.0, 0.004, "map " + map);
        }
    }

    @Test
    void dotsAreWhereTheMapHasThemAndMoveInStraightLines() {
        MapPoints points = points(1);
        List<Element> dots = drawn(points, 640).select("circle[r=2.5]");
        assertEquals(2000, dots.size());
        float[][] map = view(1);
        // Distances are as on the map, in one scale for both directions.
        double scale = across(dots.get(0), dots.get(1)) / Math.hypot(map[0][0] - map[1][0], map[0][1] - map[1][1]);
        for (int i = 2; i < 50; i++) {
            double expected = scale * Math.hypot(map[0][0] - map[i][0], map[0][1] - map[i][1]);
            assertEquals(expected, across(dots.get(0), dots.get(i)), 0.05);
            assertTrue(dots.get(i)
                    .hasClass("tone-digit-" + RECORD.at("/labels/" + i).asInt()));
        }
        List<Element> others = drawn(points(0), 640).select("circle[r=2.5]");
        points.before = 0;
        points.share = 0.25;
        List<Element> moving = drawn(points, 640).select("circle[r=2.5]");
        for (int i = 0; i < 50; i++) {
            double expected = 0.75 * number(others.get(i), "cx") + 0.25 * number(dots.get(i), "cx");
            assertEquals(expected, number(moving.get(i), "cx"), 0.02);
        }
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.attr(name));
    }

    private static double across(Element a, Element b) {
        return Math.hypot(number(a, "cx") - number(b, "cx"), number(a, "cy") - number(b, "cy"));
    }

    @Test
    void linesLeadToTrueNeighboursAndThoseTornAwayAreMarked() {
        MapPoints points = points(1);
        points.picked = points.worst();
        Element svg = drawn(points, 640);
        List<Element> dots = svg.select("circle[r=2.5]");
        List<Element> lines = svg.select("polyline");
        assertEquals(5, lines.size());
        int[] near = points.neighbours(points.picked);
        for (int k = 0; k < 5; k++) {
            Element end = dots.get(near[k]);
            String[] corner = lines.get(k).attr("points").split("[ ,]");
            assertEquals(number(end, "cx"), Double.parseDouble(corner[2]), 0.01);
            assertEquals(number(end, "cy"), Double.parseDouble(corner[3]), 0.01);
            String note = points.label(near[k]) + (points.kept(points.picked)[k] ? " near" : " far");
            assertEquals(
                    points.kept(points.picked)[k], !lines.get(k).outerHtml().contains("warning"));
            assertTrue(svg.select("text").eachText().contains(note), note);
        }
        double longest = 0;
        for (int i = 0; i < 2000; i++) {
            for (int other : points.neighbours(i)) {
                longest = Math.max(longest, across(dots.get(i), dots.get(other)));
            }
        }
        double own = IntStream.of(near)
                .mapToDouble(i -> across(dots.get(points.picked), dots.get(i)))
                .max()
                .orElseThrow();
        assertEquals(longest, own, 0.02);
    }

    @Test
    void aDrawingLiesAmongWhatIsLikeIt() {
        MapPoints points = points(1);
        assertNull(points.ownNear());
        points.see(Ink.of(one()));
        for (int i : points.ownNear()) {
            assertEquals(1, points.label(i), "an upright stroke is near ones");
        }
        Element svg = drawn(points, 640);
        assertEquals(10, svg.select("polyline").size());
        Element own = svg.expectFirst("circle[r=9]");
        List<Element> dots = svg.select("circle[r=2.5]");
        double[] x = IntStream.of(points.ownNear())
                .mapToDouble(i -> number(dots.get(i), "cx"))
                .sorted()
                .toArray();
        assertTrue(x[0] <= number(own, "cx") && number(own, "cx") <= x[4]);
        MapPoints control = points(3);
        control.see(Ink.of(one()));
        assertNull(control.ownNear(), "there are no digits to lie among");
        assertEquals(0, drawn(control, 640).select("image").size());
        assertEquals(2000, drawn(control, 640).select("circle.tone-muted").size());
    }

    @Test
    void pointsAreFoundWithThePointerAndFromPointToPoint() {
        MapPoints points = points(2);
        List<Element> dots = drawn(points, 640).select("circle[r=2.5]");
        int found = MapFigure.at(640, points, number(dots.get(9), "cx"), number(dots.get(9), "cy"));
        assertEquals(9, found);
        points.digit = 3;
        int three = MapFigure.at(640, points, number(dots.get(9), "cx"), number(dots.get(9), "cy"));
        assertTrue(three < 0 || points.label(three) == 3);
        assertTrue(drawn(points, 640).select("circle[r=2.5].tone-rule").size() > 1500, "others stand back");
        MapPoints control = points(3);
        control.digit = 3;
        assertEquals(0, drawn(control, 640).select("circle.tone-rule").size(), "what is no digit is not chosen by one");
        points.digit = -1;
        assertEquals(-1, MapFigure.at(640, points, -30, -30));
        points.picked = 9;
        int right = MapFigure.moved(points, 1, 0);
        assertTrue(number(dots.get(right), "cx") > number(dots.get(9), "cx"));
        int below = MapFigure.moved(points, 0, 1);
        assertTrue(number(dots.get(below), "cy") > number(dots.get(9), "cy"));
        for (int i = 0; i < 2000; i++) {
            double dx = number(dots.get(i), "cx") - number(dots.get(9), "cx");
            double dy = number(dots.get(i), "cy") - number(dots.get(9), "cy");
            boolean nearer = Math.hypot(dx, dy) < across(dots.get(right), dots.get(9)) - 0.05;
            assertTrue(!nearer || dx <= Math.abs(dy) + 0.05, "point " + i + " is nearer to the right");
        }
        for (int i = 0; i < 3000; i++) {
            points.picked = MapFigure.moved(points, -1, 0);
        }
        assertEquals(points.picked, MapFigure.moved(points, -1, 0), "at the edge it stays");
    }

    @Test
    void theWordsAndTheTableAreTheRecords() {
        MapPoints points = points(0);
        points.picked = 12;
        String words = MapFigure.words(points);
        assertTrue(
                words.startsWith("Of each point’s 5 true neighbours this map keeps 5\u202f% among the nearest (chance:"
                        + " <1\u202f%). The nearest point here is the same digit for 36\u202f%, among all pixels for"
                        + " 89\u202f%. Picked: test digit 12, a 9;"),
                words);
        assertTrue(MapFigure.words(points(3)).contains("These points are no digits"));
        String[][] table = EXHIBIT.still(one(), Map.of()).table();
        assertArrayEquals(new String[] {"principal components", "4.8\u202f%", "35.8\u202f%"}, table[1]);
        assertArrayEquals(new String[] {"chance", "0.25\u202f%", ""}, table[6]);
    }

    @Test
    void theStillIsTheSameTwiceAndTakesItsMap() {
        Still still = EXHIBIT.still(one(), Map.of());
        String once = SmallExhibit.svg(still).outerHtml();
        assertEquals(once, SmallExhibit.svg(still).outerHtml());
        assertNotEquals(
                once, SmallExhibit.svg(EXHIBIT.still(one(), Map.of("map", "0"))).outerHtml());
        assertEquals(200, SmallExhibit.svg(still).select("circle[r=2.5]").size());
    }

    @Test
    void othersAreRefusedWithTheReason() {
        assertThrows(IllegalArgumentException.class, () -> EXHIBIT.still(one(), Map.of("map", "4")));
        Map<String, View> wrong = Map.of("neighbours", new View(new int[] {2, 3, 5}, new float[30]));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new ManifoldExhibit(new MapFigure(), wrong).still(one(), Map.of()))
                .getMessage()
                .contains("\"neighbours\" of the same points"));
    }
}
