package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.figure.ErrorPoints;
import io.github.seeingdigits.figure.Exhibit;
import io.github.seeingdigits.figure.Facts;
import io.github.seeingdigits.figure.Parameters;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.figure.TimelineFigure;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Three errors that were published, 8 %, 1 % and then 2 %, and a network of ours with 4 %. */
class TimelineFigureTest {
    private static Map<String, Object> paper(int year, double error, String method) {
        return Map.of(
                "year",
                year,
                "error",
                error,
                "method",
                method,
                "authors",
                "Someone",
                "title",
                "On " + method,
                "link",
                "https://example.org/" + year);
    }

    private static SmallExhibit exhibit(String id, List<Object> literature) {
        Map<String, Object> record = Map.of(
                "title",
                "Our " + id,
                "test",
                Map.of("error", Map.of("mean", 0.04, "min", 0.02, "max", 0.08)),
                "recipe",
                Map.of("seeds", List.of(1, 2, 3), "secret", 1),
                "literature",
                literature);
        return new SmallExhibit(
                id, new Network("dense 784 10", 1, new PlainOps()), new TimelineFigure(), record, null, null);
    }

    private static final List<Exhibit> SHOWN = List.of(
            exhibit("a", List.of(paper(2000, 8, "Slow, by hand"), paper(2004, 1, "Quick"), paper(2008, 2, "Late"))),
            exhibit("b", List.of()));

    private static ErrorPoints points() {
        return new ErrorPoints(SHOWN.stream().map(Exhibit::facts).toList());
    }

    private static Still still() {
        return new TimelineFigure().still(SHOWN, new Drawing(), new Parameters(name -> null));
    }

    @Test
    void everyErrorIsADotOnALogarithmicScale() {
        Still still = still();
        Element svg = SmallExhibit.svg(still);
        assertEquals(5, svg.select("circle").size());
        List<String> ys = svg.select("circle").eachAttr("cy");
        double eight = Double.parseDouble(ys.get(0));
        double one = Double.parseDouble(ys.get(1));
        double two = Double.parseDouble(ys.get(2));
        double four = Double.parseDouble(ys.get(3));
        assertEquals(eight - four, four - two, 0.02);
        assertEquals(two - one, four - two, 0.02);
        // From 0.62 · 1 % to 1.25 · 8 % over 330 px, from below 30 px.
        assertEquals(30 + 330 * Math.log(10 / 8.0) / Math.log(10 / 0.62), eight, 0.02);
        assertEquals(2, svg.select("circle.tone-ink").size(), "the two lowest so far");
        assertEquals(1, svg.select("circle.tone-muted").size(), "a later and higher one");
        assertTrue(svg.text().contains("Slow") && !svg.text().contains("by hand"), svg.text());
        assertEquals(svg.outerHtml(), SmallExhibit.svg(still).outerHtml());
    }

    @Test
    void theTableHasEverySource() {
        String[][] table = still().table();
        assertEquals(6, table.length);
        assertEquals(
                List.of("Quick", "1.0\u202f%", "2004", "Someone 2004, “On Quick”", "https://example.org/2004"),
                List.of(table[2]));
        assertEquals("measured here", table[4][2]);
    }

    @Test
    void aPointIsToldAndFound() {
        ErrorPoints points = points();
        assertEquals("Quick: 1.0\u202f% of the test digits misread.", points.words(1));
        assertEquals(
                "Our b, measured here: 4.00\u202f% of the test digits misread, mean of 3 seeds, from 2.00 to 8.00.",
                points.words(4));
        assertEquals("", points.source(3));
        Element dot = SmallExhibit.svg(still()).select("circle").get(2);
        double x = Double.parseDouble(dot.attr("cx"));
        double y = Double.parseDouble(dot.attr("cy"));
        assertEquals(2, TimelineFigure.at(640, points, x + 5, y - 6));
        assertEquals(-1, TimelineFigure.at(640, points, x + 15, y - 15));
    }

    @Test
    void withoutPublishedErrorsThereIsNothingToShow() {
        List<Facts> none = List.of(SHOWN.get(1).facts());
        assertEquals(
                "content/published-errors.json has nothing to show; write it",
                assertThrows(IllegalArgumentException.class, () -> new ErrorPoints(none))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> SHOWN.get(0).facts().number("recipe/secret"));
    }
}
