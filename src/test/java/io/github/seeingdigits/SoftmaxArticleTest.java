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

/** What {@code content/softmax.md} tells readers to try does happen on the committed network. */
class SoftmaxArticleTest {
    private static final String HEART = "500,800,200,450,230,250,380,200,500,330,620,200,770,250,800,450,500,800";
    private static final String SMILE = "300,300;700,300;250,600,400,780,600,780,750,600";

    private final Network network =
            ModelFolder.read(Path.of("models/softmax-10")).network(1);

    private float[] probabilities(String strokes) {
        return network.predict(Ink.of(Drawing.decode(strokes))).clone();
    }

    @Test
    void theSitesOwnDigitsAreAllRead() throws IOException {
        for (int label = 0; label <= 9; label++) {
            for (String strokes : OwnStrokes.of(label)) {
                assertEquals(label, Network.argmax(probabilities(strokes)), strokes);
            }
        }
    }

    @Test
    void aBarJoiningTheTipsTurnsEveryFourIntoANine() throws IOException {
        for (String strokes : OwnStrokes.of(4)) {
            assertEquals(9, Network.argmax(probabilities(strokes + ";370,170,650,180")), strokes);
        }
    }

    @Test
    void aShortStrokeInTheMiddleOfAZeroEndsIt() throws IOException {
        for (String strokes : OwnStrokes.of(0)) {
            float[] before = probabilities(strokes);
            float[] after = probabilities(strokes + ";490,440,510,560");
            assertTrue(before[0] > 0.98, "before: " + before[0]);
            assertTrue(after[0] < 0.1, "after: " + after[0]);
        }
    }

    @Test
    void aBarCostsASevenPointsAndItStaysASeven() throws IOException {
        for (String strokes : OwnStrokes.of(7)) {
            float before = network.logits(Ink.of(Drawing.decode(strokes)))[7];
            String barred = strokes + ";380,500,640,500";
            assertEquals(7, Network.argmax(probabilities(barred)), strokes);
            assertTrue(network.logits(Ink.of(Drawing.decode(barred)))[7] < before, strokes);
        }
    }

    @Test
    void oneNeuronReachesNinetyPercentAndSoDoesAlwaysNo() throws IOException {
        JsonNode record = new ObjectMapper()
                .readTree(Path.of("models/one-vs-rest/record.json").toFile());
        double worst = 1;
        double noes = 0;
        for (JsonNode neuron : record.at("/findings/neurons")) {
            assertTrue(neuron.at("/accuracy/min").asDouble() > 0.9);
            assertTrue(neuron.at("/balancedAccuracy/min").asDouble() > 0.8);
            worst = Math.min(worst, neuron.at("/balancedAccuracy/mean").asDouble());
            noes += neuron.get("alwaysNo").asDouble() / 10;
        }
        assertEquals(0.9, noes, 1e-9);
        assertEquals(record.at("/findings/neurons/8/balancedAccuracy/mean").asDouble(), worst);
    }

    @Test
    void halvedLeadsHaveTheRootOfTheOdds() {
        assertEquals(148, Math.exp(5), 0.5);
        assertEquals(12, Math.exp(5 / 2.0), 0.5);
    }

    @Test
    void aHeartAndASmileAreTakenForDigitsWithConfidence() {
        for (String strokes : List.of(HEART, SMILE)) {
            float[] probabilities = probabilities(strokes);
            assertTrue(probabilities[Network.argmax(probabilities)] > 0.95, strokes);
        }
    }
}
