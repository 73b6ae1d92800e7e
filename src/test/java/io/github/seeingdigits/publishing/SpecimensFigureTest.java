package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.figure.Facts;
import io.github.seeingdigits.figure.MisreadTable;
import io.github.seeingdigits.figure.SpecimensFigure;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.View;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Two networks: image 2654, a 6, is misread by both, image 41, a 7, by one. */
class SpecimensFigureTest {
    private static final Map<String, Object> FINDINGS = Map.of(
            "misread",
            Map.of(
                    "networks",
                    List.of(Map.of("id", "a"), Map.of("id", "b")),
                    "imagesByNetworks",
                    List.of(100, 9, 1),
                    "hardest",
                    List.of(2654, 41),
                    "suspectAccuracy",
                    0.98,
                    "suspects",
                    List.of(Map.of("image", 2654, "label", 6, "read", 1))),
            "alike",
            Map.of("pairs", List.of(Map.of("first", 41, "second", 2654, "distance", 3.04)), "medianToSameLabel", 4.77));

    private static SmallExhibit exhibit(View view) {
        return new SmallExhibit(
                "small",
                new Network("dense 784 10", 1, new PlainOps()),
                new SpecimensFigure(),
                Map.of("findings", FINDINGS),
                view,
                null);
    }

    private static final SmallExhibit SMALL =
            exhibit(new View(new int[] {2, 5}, new float[] {0, 41, 7, 7, 2, 26, 54, 6, 1, 1}));
    private static final Facts FACTS = SMALL.facts();
    private static final MisreadTable TABLE = new MisreadTable(FACTS, SMALL.view("misread"));

    @Test
    void anImageIsToldWithWhatEachNetworkReads() {
        assertEquals("Test image 2654, a 6: 2 of 2 networks misread it. Read as 1 by a, b.", TABLE.words(2654, 6));
        assertEquals(
                "Test image 41, a 7: 1 of 2 networks misread it. Read as 2 by b. Read as 7 by a.", TABLE.words(41, 7));
        assertEquals("Test image 8, an 8: all 2 networks read it rightly.", TABLE.words(8, 8));
        assertEquals(2, TABLE.count(2654));
        assertEquals(0, TABLE.count(8));
        assertEquals(6, TABLE.label(2654));
        assertEquals(-1, TABLE.label(8));
    }

    @Test
    void everyTabHasItsImagesInTheRecordsOrder() {
        assertArrayEquals(new int[] {2654, 41}, SpecimensFigure.images(FACTS, 1));
        assertArrayEquals(new int[] {41, 2654}, SpecimensFigure.images(FACTS, 2));
        assertArrayEquals(new int[] {2654}, SpecimensFigure.images(FACTS, 3));
        assertEquals("6, 2/2", SpecimensFigure.note(FACTS, TABLE, 1, 0, 2654, 6));
        assertEquals("6, 3.0", SpecimensFigure.note(FACTS, TABLE, 2, 1, 2654, 6));
        assertEquals("6 → 1", SpecimensFigure.note(FACTS, TABLE, 3, 0, 2654, 6));
        assertTrue(SpecimensFigure.about(FACTS, TABLE, 1)
                .startsWith("Misread by most: 1 of the test images by all 2 networks"));
        assertTrue(SpecimensFigure.about(FACTS, TABLE, 2).endsWith("nearer than 4.8."));
        assertTrue(SpecimensFigure.places(FACTS, 2).endsWith("in the test set: 41 and 2654."));
    }

    @Test
    void theStillCountsImagesByTheNetworksThatMisreadThem() {
        Still still = SMALL.still(Map.of("tab", "alike"));
        Element svg = SmallExhibit.svg(still);
        List<String> heights = svg.select("rect.tone-muted").eachAttr("height");
        assertEquals(List.of("96", "28.8", "9.6", "1"), heights, "roots of 100, 9 and 1, and the axis");
        assertEquals(svg.outerHtml(), SmallExhibit.svg(still).outerHtml());
        assertEquals(List.of("2654", "6", "2", TABLE.words(2654, 6)), List.of(still.table()[1]));
        assertEquals(3, still.table().length);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertEquals(
                "parameter tab=\"best\" should be one of: class, hardest, alike, suspects",
                assertThrows(IllegalArgumentException.class, () -> SMALL.still(Map.of("tab", "best")))
                        .getMessage());
        SmallExhibit other = exhibit(new View(new int[] {1, 4}, new float[4]));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> other.still(Map.of()))
                .getMessage()
                .contains("view \"misread\""));
    }
}
