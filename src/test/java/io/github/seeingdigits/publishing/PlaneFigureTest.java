package io.github.seeingdigits.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.figure.Chart;
import io.github.seeingdigits.figure.PlaneFigure;
import io.github.seeingdigits.figure.Planes;
import io.github.seeingdigits.figure.Still;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.View;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Planes of a network of two units that reads 1 where the first unit's rectified output is below one half. */
class PlaneFigureTest {
    /** Output 0 is the first unit after its rectifier, output 1 is always one half. */
    static Network network() {
        Network network = new Network("dense 784 2, relu 2, dense 2 2", 1, new PlainOps());
        ((Dense) network.layers().get(0)).bias().value.row[0][0] = 3;
        ((Dense) network.layers().get(0)).bias().value.row[0][1] = -1;
        Dense last = (Dense) network.layers().get(2);
        last.weight().value.row[0][0] = 1;
        last.bias().value.row[0][1] = 0.5f;
        return network;
    }

    /**
     * Two moments, four images: two of 0, two of 1. Each has the two units of the first layer and the two of the last. In the
     * end one image of a 0 lies where the network reads 1.
     */
    static View view() {
        float[] start = {0, 0, 0, 0.5f, 0, 0, 0, 0.5f, 0, 0, 0, 0.5f, 0, 0, 0, 0.5f};
        float[] end = {2, 1, 2, 0.5f, -1, 1, 0, 0.5f, -2, -3, 0, 0.5f, 0.25f, -1, 0.25f, 0.5f};
        float[] all = new float[32];
        System.arraycopy(start, 0, all, 0, 16);
        System.arraycopy(end, 0, all, 16, 16);
        return new View(new int[] {2, 4, 4}, all);
    }

    private static SmallExhibit exhibit() {
        return new SmallExhibit("small", network(), new PlaneFigure(), Map.of(), view(), null);
    }

    @Test
    void everyLayerOfTwoUnitsIsAPlaneAndARectifiersFollowsFromTheOneBefore() {
        Planes planes = new Planes(network(), view());
        assertEquals(3, planes.size());
        assertEquals("Layer 1 ReLU 1 Layer 2", planes.name(0) + ' ' + planes.name(1) + ' ' + planes.name(2));
        assertArrayEquals(new int[] {0}, planes.folded());
        assertArrayEquals(new float[] {-1, 1}, planes.points(1, 0).row[1]);
        assertArrayEquals(new float[] {0, 1}, planes.points(1, 1).row[1]);
        assertArrayEquals(new float[] {0.25f, 0.5f}, planes.points(1, 2).row[3]);
        assertArrayEquals(new float[] {0, 0}, planes.points(0, 0).row[1]);
        assertEquals(0, planes.label(1));
        assertEquals(1, planes.label(2));
        assertArrayEquals(new float[] {3, -1}, planes.point(new float[784], 0));
        assertArrayEquals(new float[] {3, 0}, planes.point(new float[784], 1));
    }

    @Test
    void aPlaceHasTheAnswerOfTheRestOfTheNetwork() {
        Planes planes = new Planes(network(), view());
        Matrix places = new Matrix(new float[][] {{0.6f, -5}, {0.4f, 0.1f}, {-0.6f, 1}}, 2);
        assertArrayEquals(new int[] {0, 1, 1}, planes.classes(places, 0));
        assertArrayEquals(new int[] {0, 0, 1}, planes.classes(places, 2), "scores: the larger wins");
    }

    @Test
    void theStillShowsPointsOverRegionsThatMeetAtTheBoundary() {
        Still still = exhibit().still(Map.of());
        Element svg = SmallExhibit.svg(still);
        assertEquals(4 + 2, svg.select("circle").size(), "four images and two labels; nothing is drawn on the pad");
        // From −2 to 2 and a sixteenth of that on each side: 0.5 lies at (0.5 + 2.25)/4.5 of 300 px.
        double boundary = Chart.LEFT + 300 * 2.75 / 4.5;
        List<Element> ones = svg.select("rect.tone-digit-1");
        List<Element> zeros = svg.select("rect.tone-digit-0");
        assertEquals(50, ones.size(), "one strip for each row");
        assertEquals(50, zeros.size());
        assertEquals(boundary, Double.parseDouble(zeros.get(9).attr("x")), 6);
        assertEquals(Chart.LEFT, Double.parseDouble(ones.get(9).attr("x")), 0.1);
        assertEquals(
                List.of("0", "0.50", "1.00", "2", "1"), List.of(still.table()[1]), "the second 0 is on the wrong side");
        assertEquals(List.of("1", "−0.88", "−2.00", "2", "2"), List.of(still.table()[2]));
        assertTrue(PlaneFigure.words(new Planes(network(), view()), 1, 0, null).startsWith("3 of 4 "), "words");
        assertEquals(svg.outerHtml(), SmallExhibit.svg(still).outerHtml());
    }

    @Test
    void modelsAndViewsThatDoNotFitAreRefused() {
        Network wide = new Network("dense 784 3, relu 3, dense 3 2", 1, new PlainOps());
        String problem = assertThrows(IllegalArgumentException.class, () -> new Planes(wide, view()))
                .getMessage();
        assertTrue(problem.contains("\"dense 784 3, relu 3, dense 3 2\""), problem);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Planes(network(), new View(new int[] {2, 4, 1}, new float[8])));
        assertThrows(
                IllegalArgumentException.class, () -> new Planes(network(), new View(new int[] {4}, new float[4])));
        assertThrows(
                IllegalArgumentException.class, () -> exhibit().still(Map.of("layer", "3")), "there are three planes");
    }
}
