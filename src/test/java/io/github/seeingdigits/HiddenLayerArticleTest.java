package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Relu;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code content/hidden-layer.md} says of its networks, and tells readers to try, is so. */
class HiddenLayerArticleTest {
    private static final String SLASH = ";650,250,350,750";
    private static final String LEFT_SIDE = ";300,250,420,480;300,550,300,700";
    private static final String STROKE_IN_THE_MIDDLE = ";490,440,510,560";

    private final Network network =
            ModelFolder.read(Path.of("models/hidden-10")).network(1);

    private float[] probabilities(String strokes) {
        return network.predict(Ink.of(Drawing.decode(strokes))).clone();
    }

    /** The activations of the ten hidden units. */
    private float[] hidden(String strokes) {
        probabilities(strokes);
        return network.output(1).row[0].clone();
    }

    private static JsonNode findings(String id) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("models", id, "record.json").toFile())
                .get("findings");
    }

    @Test
    void aZeroStruckThroughIsTakenForAnEight() throws IOException {
        for (String strokes : OwnStrokes.of(0)) {
            assertEquals(0, Network.argmax(probabilities(strokes)), strokes);
            float[] struck = probabilities(strokes + SLASH);
            assertTrue(struck[8] > 0.9, "8: " + struck[8]);
        }
    }

    @Test
    void aScoreIsItsBiasPlusWeightTimesHiddenValue() throws IOException {
        assertTrue(network.layers().get(1) instanceof Relu);
        Dense last = (Dense) network.layers().get(2);
        float[] ink = Ink.of(Drawing.decode(OwnStrokes.of(7).get(0)));
        float[] scores = network.logits(ink).clone();
        float[] values = network.output(1).row[0];
        float[] sums = last.bias().value.row[0].clone();
        for (int k = 0; k < values.length; k++) {
            assertTrue(values[k] >= 0);
            for (int j = 0; j < sums.length; j++) {
                sums[j] += values[k] * last.weight().value.row[k][j];
            }
        }
        assertArrayEquals(scores, sums, 1e-4f);
    }

    @Test
    void theLeadingUnitStaysWhileTheAnswerChanges() throws IOException {
        for (String strokes : OwnStrokes.of(3)) {
            assertEquals(3, Network.argmax(probabilities(strokes)));
            assertEquals(8, Network.argmax(probabilities(strokes + LEFT_SIDE)));
            assertEquals(8, Network.argmax(hidden(strokes)));
            assertEquals(8, Network.argmax(hidden(strokes + LEFT_SIDE)));
        }
        for (String strokes : OwnStrokes.of(0)) {
            assertEquals(0, Network.argmax(probabilities(strokes)));
            assertEquals(8, Network.argmax(probabilities(strokes + STROKE_IN_THE_MIDDLE)));
            assertEquals(7, Network.argmax(hidden(strokes)));
            assertEquals(7, Network.argmax(hidden(strokes + STROKE_IN_THE_MIDDLE)));
        }
    }

    @Test
    void ofSixUnitsTwoAreDeadAndTheMostSelectiveIsMissedLeast() throws IOException {
        JsonNode units = findings("hidden-6").get("units");
        int dead = 0;
        int selective = 0;
        int spared = -1;
        for (JsonNode unit : units) {
            int k = unit.get("unit").asInt();
            if (unit.get("dead").asBoolean()) {
                dead++;
            } else if (spared < 0 || without(unit) > without(units.get(spared))) {
                spared = k;
            }
            selective = unit.get("selectivity").asDouble()
                            > units.get(selective).get("selectivity").asDouble()
                    ? k
                    : selective;
        }
        assertEquals(2, dead);
        assertEquals(selective, spared);
    }

    private static double without(JsonNode unit) {
        return unit.get("accuracyWithout").asDouble();
    }

    @Test
    void whereFiveOfSixAreDeadTheSurvivorIsLargestForAnotherDigitThanZero() throws IOException {
        int alive = 0;
        for (JsonNode unit : findings("hidden-6-dead").get("units")) {
            if (!unit.get("dead").asBoolean()) {
                alive++;
                assertEquals(1, unit.get("unit").asInt());
                assertEquals(1, unit.get("favourite").asInt());
            }
        }
        assertEquals(1, alive);
    }

    @Test
    void theOutgoingWeightsOfEveryLivingUnitAgreeWithItsPicture() throws IOException {
        JsonNode recipe = findings("zero-or-one-10").get("recipe");
        assertEquals(
                recipe.at("/living/units").asInt(),
                recipe.at("/outgoingWeights/agree").asInt());
    }
}
