package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.Runs;
import io.github.seeingdigits.figure.SeedsFigure;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Runs of two models: four and two of their own recipes, two with a leaky rectifier. */
class SeedsFigureTest {
    private static List<Object> seeds(double... accuracies) {
        List<Object> seeds = new ArrayList<>();
        for (int i = 0; i < accuracies.length; i++) {
            seeds.add(Map.of(
                    "seed",
                    i + 1,
                    "train",
                    Map.of("accuracy", accuracies[i] - 0.01),
                    "test",
                    Map.of("accuracy", accuracies[i]),
                    "testAccuracyByEpoch",
                    List.of(0.5, accuracies[i])));
        }
        return seeds;
    }

    private static SmallExhibit exhibit(String id, Map<String, Object> record) {
        return new SmallExhibit(
                id, new Network("dense 784 2", 1, new PlainOps()), new SeedsFigure(), record, null, null);
    }

    private static final SmallExhibit DEEP = exhibit(
            "deep",
            Map.of(
                    "title",
                    "Deep",
                    "seeds",
                    seeds(0.999, 0.54, 0.999, 0.903),
                    "variants",
                    Map.of("leaky", Map.of("seeds", seeds(0.999, 1)))));
    private static final SmallExhibit FLAT = exhibit("flat", Map.of("title", "Flat", "seeds", seeds(1, 0.97)));

    private static Still still(Map<String, String> parameters) {
        return new SeedsFigure().still(List.of(DEEP, FLAT), new Drawing(), new Parameters(parameters::get));
    }

    @Test
    void everyRecipeHasARowWithItsFailures() {
        String[][] table = still(Map.of()).table();
        assertEquals(4, table.length);
        assertEquals(List.of("Deep", "4", "1", "0.10\u202f%", "4.9\u202f%", "46.0\u202f%"), List.of(table[1]));
        assertEquals(
                List.of("Deep, leaky ReLU", "2", "0", "0.00\u202f%", "0.05\u202f%", "0.10\u202f%"), List.of(table[2]));
        assertEquals("Flat", table[3][0]);
        assertEquals(3, still(Map.of("recipes", "own")).table().length);
        assertEquals(2, still(Map.of("recipes", "leaky he")).table().length);
        assertThrows(IllegalArgumentException.class, () -> still(Map.of("recipes", "nonsense")));
    }

    @Test
    void everyRunIsADotAtItsErrorAndNoneCoversAnother() {
        Still still = still(Map.of());
        Element svg = SmallExhibit.svg(still);
        assertEquals(8, svg.select("circle").size());
        assertEquals(1, svg.select("circle.tone-warning").size());
        List<Runs> rows = Runs.of(List.of(DEEP.facts(), FLAT.facts()), "");
        double[] at = SeedsFigure.places(640, rows);
        // log(1 + 2000 · 0.46) / log(1001) = 6.8255 / 6.9088 of 590 px.
        assertEquals(8 + 590 * 0.98795, at[2], 0.1);
        assertEquals(at[0], at[4], 1e-9, "the same error");
        assertNotEquals(at[1], at[5], "so one is moved");
        assertEquals(8, at[2 * 5], 1e-9, "no error at all");
        assertTrue(svg.expectFirst("[data-unit=0]").text().contains("1 of 4 failed"), svg.text());
        assertTrue(svg.expectFirst("[data-unit=1]").text().contains("none of 2 failed"), svg.text());
        assertEquals(svg.outerHtml(), SmallExhibit.svg(still).outerHtml());
    }

    @Test
    void manyEqualRunsFillColumns() {
        double[] same = new double[30];
        java.util.Arrays.fill(same, 0.999);
        SmallExhibit many = exhibit("many", Map.of("title", "Many", "seeds", seeds(same)));
        double[] at = SeedsFigure.places(300, Runs.of(List.of(many.facts()), ""));
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(Math.hypot(at[2 * i] - at[2 * j], at[2 * i + 1] - at[2 * j + 1]) > 6.9, i + " and " + j);
            }
            assertTrue(at[2 * i + 1] > 15 && at[2 * i + 1] < 56, "within its row");
        }
    }

    @Test
    void aRunIsToldInWords() {
        Runs runs = Runs.of(List.of(DEEP.facts()), "leaky").get(0);
        assertEquals(
                "Deep, leaky ReLU, seed 1: 0.10\u202f% of test digits misread, 1.1\u202f% of training digits."
                        + " Test error after each epoch: 50.0\u202f%, 0.10\u202f%.",
                runs.words(0));
    }
}
