package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrototypesTest {
    private static final Recipe RECIPE = Recipe.of("yat 784 10").seeds(1, 1);

    private static final Study STUDY =
            Studies.of(RECIPE, List.of(new Network("yat 784 10", 1, new PlainOps())), TinyDigits.all());

    private static final Prototypes PROTOTYPES = new Prototypes(STUDY);

    /** Unit c is {@code factor} times the mean image of class c, for even c, and the opposite for odd c. */
    private static Network means(float factor) {
        Network network = new Network("yat 784 10", 1, new PlainOps());
        for (int k = 0; k < 784; k++) {
            for (int c = 0; c < 10; c++) {
                network.parameters().get(0).value.row[k][c] =
                        (c % 2 == 0 ? factor : -factor) * PROTOTYPES.means()[c][k];
            }
        }
        return network;
    }

    @Test
    void classMeansAreRecognisedWithTheirSignAndLength() {
        ObjectNode node = ModelFolder.newObject();
        PROTOTYPES.measure(List.of(means(0.5f)), true, node);
        assertEquals(10, node.path("units").asInt());
        assertEquals(5, node.path("positive").asInt());
        assertEquals(1, node.at("/cosine/byDigit/4").asDouble(), 1e-6);
        assertEquals(-1, node.at("/cosine/byDigit/7").asDouble(), 1e-6);
        assertEquals(0.5, node.at("/distance/byDigit/4").asDouble(), 1e-6);
        assertEquals(1.5, node.at("/distance/byDigit/7").asDouble(), 1e-6);
        assertEquals(0.5, node.at("/leastDistance/max").asDouble(), 1e-6);
        assertEquals(2, node.at("/bestScale/byDigit/4").asDouble(), 1e-6);
        assertEquals(10, node.at("/unitsNearestOwnMean/mean").asDouble());
        assertEquals(10, node.at("/unitsNearestOwnMeanMinusOverallMean/mean").asDouble());
        // Two rows of strong ink, and a tenth of the energy of the faint noise everywhere else.
        assertTrue(node.at("/energyOutsideInk/max").asDouble() < 0.25);
        assertTrue(node.at("/partOfBest/max").asDouble() <= 1 + 1e-6);
        assertTrue(node.at("/partOfBest/min").asDouble() > 0.99);
    }

    @Test
    void aPictureIsTheInkOfTheWeightsTurnedTowardsTheMean() {
        float[] mean = {1, 1, 0};
        assertArrayEquals(new float[] {0.5f, 1, 0}, Prototypes.picture(new float[] {-2, -4, 3}, mean));
        assertArrayEquals(new float[] {0, 1, 0.75f}, Prototypes.picture(new float[] {-2, 4, 3}, mean));
    }

    @Test
    void aJudgeThatKnowsTheDigitsReadsTheirMeans() {
        Network judge = new Network("dense 784 10", 1, new PlainOps());
        for (int k = 0; k < 784; k++) {
            judge.parameters().get(0).value.row[k][Math.min(9, k / 28 / 2)] = k < 560 ? 1 : 0;
        }
        ObjectNode node = ModelFolder.newObject();
        PROTOTYPES.judge(List.of(means(0.1f)), List.of(judge), node);
        assertEquals(10, node.at("/picturesReadRight/min").asDouble());
    }

    @Test
    void unitsWithoutAClassAreComparedWithTheMeanTheyAreMostParallelTo() {
        Network network = new Network("yat 784 2, dense 2 10", 1, new PlainOps());
        for (int k = 0; k < 784; k++) {
            network.parameters().get(0).value.row[k][0] = PROTOTYPES.means()[3][k];
            network.parameters().get(0).value.row[k][1] = -PROTOTYPES.means()[8][k];
        }
        ObjectNode node = ModelFolder.newObject();
        PROTOTYPES.nearest(List.of(network), node);
        assertEquals(1, node.at("/absoluteCosineToNearestMean/min").asDouble(), 1e-6);
        assertEquals(0.5, node.at("/positiveShare/mean").asDouble());
        assertEquals(2, node.at("/distinctNearestDigits/mean").asDouble());
    }
}
