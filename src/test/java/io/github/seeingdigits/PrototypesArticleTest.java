package io.github.seeingdigits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.digit.Drawing;
import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code content/prototypes.md} says of its network and in words about its record is so. */
class PrototypesArticleTest {
    private static JsonNode findings() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("models/nmn-10/record.json").toFile())
                .get("findings");
    }

    @Test
    void sixesAreReadByTheOppositeOfASix() throws IOException {
        Network network = ModelFolder.read(Path.of("models/nmn-10")).network(1);
        for (String strokes : OwnStrokes.of(6)) {
            assertEquals(6, Network.argmax(network.predict(Ink.of(Drawing.decode(strokes)))), strokes);
        }
        // Run, then digit: the first run is the one that is published.
        assertTrue(findings().at("/prototypes/nmn/cosines/0/6").asDouble() < -0.5);
    }

    @Test
    void aNegatedSixIsSurerAndAFourLosesHalfItsValue() throws IOException {
        Network network = ModelFolder.read(Path.of("models/nmn-10")).network(1);
        for (String strokes : OwnStrokes.of(6)) {
            float[] ink = Ink.of(Drawing.decode(strokes));
            float before = network.predict(ink)[6];
            float[] negated = network.predict(negated(ink));
            assertEquals(6, Network.argmax(negated));
            assertTrue(negated[6] >= before, before + ", negated " + negated[6]);
        }
        for (String strokes : OwnStrokes.of(4)) {
            float[] ink = Ink.of(Drawing.decode(strokes));
            float before = network.logits(ink)[4];
            assertTrue(network.logits(negated(ink))[4] < before / 2, strokes);
        }
    }

    /** The section "In numbers": which of the published adjectives hold. */
    @Test
    void theWeightsAreMoreLikePicturesAndSurviveASignButAreNotBetterSeparatedAndLoseInDarkInk() throws IOException {
        JsonNode found = findings();
        assertTrue(
                mean(found, "/prototypes/nmn/absoluteCosine") > 2 * mean(found, "/prototypes/linear/absoluteCosine"));
        String after = "/inputNegated/accuracy";
        assertTrue(mean(found, "/inversion/nmn" + after) > mean(found, "/inversion/relu" + after) + 0.3);
        assertTrue(mean(found, "/inversion/nmn" + after) > mean(found, "/inversion/linear" + after) + 0.3);
        assertTrue(mean(found, "/confidence/nmn/margin") < mean(found, "/confidence/relu/margin") + 0.005);
        assertEquals(2, found.at("/confidence/nmn/scaled/2/factor").asDouble());
        for (String other : new String[] {"linear", "relu"}) {
            assertEquals(
                    mean(found, "/confidence/" + other + "/scaled/1/accuracy"),
                    mean(found, "/confidence/" + other + "/scaled/2/accuracy"),
                    0.01);
        }
        assertTrue(mean(found, "/confidence/nmn/scaled/1/accuracy")
                > mean(found, "/confidence/nmn/scaled/2/accuracy") + 0.1);
    }

    private static double mean(JsonNode found, String path) {
        JsonNode mean = found.at(path + "/mean");
        assertTrue(mean.isNumber(), path);
        return mean.asDouble();
    }

    private static float[] negated(float[] ink) {
        float[] negated = new float[ink.length];
        for (int i = 0; i < ink.length; i++) {
            negated[i] = -ink[i];
        }
        return negated;
    }

    @Test
    void everyUnitIsMostLikeItsOwnDigitAndItsSignIsACoinToss() throws IOException {
        JsonNode nmn = findings().at("/prototypes/nmn");
        assertEquals(10, nmn.at("/unitsNearestOwnMean/min").asDouble());
        double share = nmn.at("/positive").asDouble() / nmn.at("/units").asDouble();
        // Within two standard deviations of a fair coin thrown a hundred times.
        assertEquals(0.5, share, 0.1);
        assertEquals(
                findings().at("/prototypes/positive/units").asInt(),
                findings().at("/prototypes/positive/positive").asInt());
    }

    @Test
    void noNetworkReadsNegativesBetterThanGuessing() throws IOException {
        for (String kind : List.of("linear", "relu", "nmn", "positive", "class-means")) {
            JsonNode inverted = findings().at("/inversion/" + kind);
            assertTrue(inverted.at("/photographicNegative/accuracy/max").asDouble() < 0.1, kind);
            // Negating the weights instead of the picture answers the same, digit by digit.
            assertEquals(
                    inverted.at("/weightsNegated/accuracy/mean").asDouble(),
                    inverted.at("/inputNegated/accuracy/mean").asDouble(),
                    kind);
        }
    }

    @Test
    void theUnitForOneIsNearestToTheMeanOfAllOnes() throws IOException {
        for (String kind : List.of("nmn", "linear")) {
            JsonNode slant = findings().at("/slant/" + kind);
            assertEquals(
                    slant.at("/units").asInt(),
                    slant.at("/nearerToMeanImageThanToAnyFifths").asInt(),
                    kind);
        }
    }
}
