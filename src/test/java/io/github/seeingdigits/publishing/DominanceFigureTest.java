package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.figure.DominanceFigure;
import io.github.seeingdigits.figure.DominantUnits;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Two units and two seeds: unit 1 has 6 of 10 images of every digit for the first seed, 8 for the second; the controls differ. */
class DominanceFigureTest {
    private static Object seed(int first, int second, int none) {
        List<Object> digits = new ArrayList<>();
        for (int digit = 0; digit < 10; digit++) {
            digits.add(List.of(first, second, none));
        }
        return Map.of("counts", digits);
    }

    private static Map<String, Object> kind(Object first, Object second, double mean) {
        Map<String, Object> spread = Map.of("mean", mean, "min", mean / 2, "max", 1.0);
        return Map.of("seeds", List.of(first, second), "share", spread, "distinct", spread, "readOut", spread);
    }

    private static SmallExhibit exhibit(String architecture) {
        Map<String, Object> dominance = Map.of(
                "trained",
                kind(seed(3, 6, 1), seed(2, 8, 0), 0.6),
                "untrained",
                kind(seed(5, 4, 1), seed(9, 1, 0), 0.5),
                "shuffledLabels",
                kind(seed(0, 0, 10), seed(1, 1, 8), 0.4));
        return new SmallExhibit(
                "small",
                new Network(architecture, 1, new PlainOps()),
                new DominanceFigure(),
                Map.of("findings", Map.of("dominance", dominance), "published", Map.of("seed", 1)),
                null,
                null);
    }

    private static final SmallExhibit SMALL = exhibit("dense 784 2, relu 2, dense 2 10");

    @Test
    void barsAreSharesAndEverySeedIsADot() {
        Still still = SMALL.still(Map.of());
        Element svg = SmallExhibit.svg(still);
        Element nine = svg.expectFirst("[data-unit=9]");
        List<String> heights = nine.select("rect").eachAttr("height");
        assertEquals(List.of("1", "9.6", "19.2", "3.2"), heights, "32 px are all images");
        assertEquals(2, nine.select("circle").size());
        assertEquals(1, nine.select("rect.tone-accent").size());
        assertEquals("40", "" + (int) (32 * 1.25));
        assertEquals(
                List.of("1", "0", "0", "32"),
                svg.expectFirst("[data-unit=20]").select("rect").eachAttr("height"));
        assertEquals(svg.outerHtml(), SmallExhibit.svg(still).outerHtml());
        assertEquals(
                List.of("4", "unit 1", "60\u202f%", "unit 0", "50\u202f%", "no unit", "100\u202f%"),
                List.of(still.table()[5]));
    }

    @Test
    void aDigitIsToldWithItsControlsAndItsSpread() {
        DominantUnits units = new DominantUnits(SMALL.facts());
        assertEquals(
                "Seed 1, digit 3: trained, unit 1 in 60\u202f% of its images (over seeds 60–80); untrained, unit 0 in 50\u202f% of its"
                        + " images (over seeds 50–90); shuffled labels, no unit in 100\u202f% of its images (over seeds 80–100).",
                DominanceFigure.words(units, 0, 3));
        assertTrue(
                DominanceFigure.summary(units)
                        .startsWith(
                                "A digit’s commonest unit has on average 60\u202f% (30–100) of its images; untrained 50\u202f% (25–100)"));
        assertEquals(
                "For your drawing unit 0 is the most active one, as for 20\u202f% of the test images of 7, which the network reads.",
                DominanceFigure.yours(units, 1, 0, 7));
    }

    @Test
    void rowsAreFoundByTheirHeight() {
        assertEquals(-1, DominanceFigure.at(39));
        assertEquals(0, DominanceFigure.at(41));
        assertEquals(9, DominanceFigure.at(439));
        assertEquals(-1, DominanceFigure.at(441));
    }

    @Test
    void aModelThatDoesNotFitIsRefusedByWhatItLacks() {
        SmallExhibit bare = new SmallExhibit(new Network("dense 784 10", 1, new PlainOps()), new DominanceFigure());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> bare.still(Map.of()))
                .getMessage()
                .contains("findings.dominance with counts by digit"));
        SmallExhibit other = exhibit("dense 784 3, relu 3, dense 3 10");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> other.still(Map.of()))
                .getMessage()
                .endsWith("the units of findings.dominance, 2"));
    }
}
