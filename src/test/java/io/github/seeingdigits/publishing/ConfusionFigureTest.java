package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.analysis.ConfusionMatrix;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.ConfusionFigure;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A network that misreads 15 of 1015 sevens as 2, 4 of 904 twos as 7, and nothing else. */
class ConfusionFigureTest {
    private static List<List<Integer>> counts(int sevensAsTwo) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int digit = 0; digit < 10; digit++) {
            List<Integer> row = new ArrayList<>();
            for (int answer = 0; answer < 10; answer++) {
                int wrong = digit == 7 && answer == 2 ? sevensAsTwo : digit == 2 && answer == 7 ? 4 : 0;
                row.add(digit != answer ? wrong : digit == 7 ? 1000 : 900);
            }
            rows.add(row);
        }
        return rows;
    }

    private static SmallExhibit exhibit(Object confusion) {
        Map<String, Object> record =
                Map.of("title", "Small", "published", Map.of("test", Map.of("confusion", confusion, "secret", 1)));
        return new SmallExhibit(
                "small", new Network("dense 784 10", 1, new PlainOps()), new ConfusionFigure(), record, null, null);
    }

    private static final SmallExhibit SMALL = exhibit(counts(15));

    private static Still still(SmallExhibit exhibit) {
        return new ConfusionFigure().still(List.of(exhibit), new Drawing(), new Parameters(name -> null));
    }

    @Test
    void theCountsStandInTheirCellsAndMistakesOnAScaleOfTheirOwn() {
        Still still = still(SMALL);
        Element svg = SmallExhibit.svg(still);
        assertTrue(svg.text().contains("Title of small: 19 of 9\u202f119 misread"), svg.text());
        List<String> accents = svg.select("rect.tone-accent").eachAttr("fill-opacity");
        assertTrue(accents.contains("0.65"), "15 is the most: " + accents);
        assertTrue(accents.contains("0.34"), "0.65 · √(4/15): " + accents);
        assertEquals(88, accents.stream().filter("0"::equals).count());
        assertTrue(svg.text().contains("1000") && svg.text().contains("1.5\u202f%"), svg.text());
        assertEquals(svg.outerHtml(), SmallExhibit.svg(still).outerHtml());
    }

    @Test
    void theTableHasARowForEachDigit() {
        String[][] table = still(SMALL).table();
        assertEquals(11, table.length);
        assertEquals(List.of("7", "0", "0", "15", "0", "0", "0", "0", "1000", "0", "0", "15"), List.of(table[8]));
    }

    @Test
    void aCellIsToldWithItsCounterpart() {
        ConfusionMatrix matrix = ConfusionFigure.matrix(SMALL.facts());
        assertEquals(
                "7 read as 2: 15 of 1\u202f015 sevens (1.5\u202f%). The other way round, 2 read as 7: 4 of 904 twos"
                        + " (0.44\u202f%). In all, 15 sevens are misread, and 15 others are read as 2.",
                ConfusionFigure.words(matrix, 72));
        assertEquals(
                "7 read as 7: 1000 of 1\u202f015 sevens (98.5\u202f%). In all, 15 sevens are misread, and 4 others are read as 7.",
                ConfusionFigure.words(matrix, 77));
        ConfusionMatrix other = ConfusionFigure.matrix(exhibit(counts(9)).facts());
        assertEquals("−6 mistakes in all", ConfusionFigure.title(matrix, other));
        assertTrue(ConfusionFigure.words("A", matrix, "B", other, 72)
                .startsWith("A, 7 read as 2: 15 of 1\u202f015 sevens (1.5\u202f%); B, 9."));
    }

    @Test
    void pointsBelongToTheCellsAboveThem() {
        // 640 − 40 − 92 leaves ten cells of 50.8 × 34 from (40, 58).
        assertEquals(0, ConfusionFigure.at(640, 41, 59));
        assertEquals(72, ConfusionFigure.at(640, 40 + 2.5 * 50.8, 58 + 7.5 * 34));
        assertEquals(-1, ConfusionFigure.at(640, 40 + 10.1 * 50.8, 100));
        assertEquals(-1, ConfusionFigure.at(640, 100, 58 + 341));
    }

    @Test
    void whatIsShownOfACellIsSaid() {
        assertEquals(
                "Of the 180 sevens of the test set that this page has, the network reads 20 as 2; these are 12 of them.",
                ConfusionFigure.examples(true, 180, 20, 12, 72));
        assertEquals(
                "This copy of the site has no test images. Of 100 sevens of our own, the network reads 0 as 2.",
                ConfusionFigure.examples(false, 100, 0, 12, 72));
    }

    @Test
    void aRecordWithFewerDigitsIsRefusedByName() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> still(exhibit(List.of(List.of(1, 2), List.of(3, 4)))))
                .getMessage();
        assertTrue(message.contains("\"small\" has no number at published/test/confusion/0/2"), message);
        assertThrows(IllegalArgumentException.class, () -> SMALL.facts().number("published/test/secret"));
    }
}
