package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AnswersTest {
    /** Class 0 has its ink in pixel 0, class 1 in pixel 1; the fourth image shows both, pixel 1 more. */
    private static final LabelledImages SET = new LabelledImages(
            new byte[][] {image(255, 0), image(0, 255), image(51, 0), image(51, 255)}, new int[] {0, 1, 0, 0}, "", "");

    private static byte[] image(int first, int second) {
        byte[] image = new byte[784];
        image[0] = (byte) first;
        image[1] = (byte) second;
        return image;
    }

    /** One unit for each class, with weight {@code ln 3} on its pixel. */
    private static Network network(String architecture) {
        Network network = new Network(architecture, 1, new PlainOps());
        network.parameters().get(0).value.row[0][0] = (float) Math.log(3);
        network.parameters().get(0).value.row[1][1] = (float) Math.log(3);
        return network;
    }

    @Test
    void answersAndTheirProbabilitiesAreCountedOverTheImages() {
        Answers answers = Answers.of(network("dense 784 2"), SET, UnaryOperator.identity());
        assertArrayEquals(new int[] {0, 1, 0, 1}, answers.read());
        assertEquals(3.0 / 4, answers.agreement(SET.labels()));
        assertEquals(0.75, answers.probabilities()[0][0], 1e-6, "3/(3 + 1)");
        double weak = 1 / (1 + Math.pow(3, -0.2));
        double both = 1 / (1 + Math.pow(3, -0.8));
        assertEquals((0.75 + 0.75 + weak + both) / 4, answers.confidence(), 1e-6);
        assertEquals((0.5 + 0.5 + 2 * weak - 1 + 1 - 2 * both) / 4, answers.margin(SET.labels()), 1e-6);
    }

    @Test
    void aScaledInputMakesALinearLayerSurer() {
        Answers answers = Answers.of(network("dense 784 2"), SET, Answers.scaled(2));
        assertEquals(0.9, answers.probabilities()[0][0], 1e-6, "9/(9 + 1)");
    }

    @Test
    void invertedInputsTurnALinearAnswerRound() {
        ObjectNode node = ModelFolder.newObject();
        Inversion.measure(List.of(network("dense 784 2")), SET, node);
        assertEquals(0.75, node.at("/original/accuracy/mean").asDouble());
        for (String kind : new String[] {"inputNegated", "weightsNegated", "photographicNegative"}) {
            assertEquals(0.25, node.at("/" + kind + "/accuracy/mean").asDouble(), kind);
            assertEquals(0, node.at("/" + kind + "/agreement/mean").asDouble(), kind);
            assertEquals(
                    0.5, node.at("/" + kind + "/shareOfCommonestAnswer/mean").asDouble(), kind);
        }
    }

    @Test
    void theFactorOfAnInvertedInputIsCountedForTheOwnUnit() {
        ObjectNode node = ModelFolder.newObject();
        float[][] means = {Study.input(SET.pixels()[0]), Study.input(SET.pixels()[1])};
        LabelledImages first = new LabelledImages(new byte[][] {SET.pixels()[0]}, new int[] {0}, "", "");
        Inversion.ratios(List.of(network("yat 784 2 eps 0.5")), first, means, node);
        // w is ln 3 long in the direction of x, which is 1 long.
        double expected = (Math.pow(Math.log(3) - 1, 2) + 0.5) / (Math.pow(Math.log(3) + 1, 2) + 0.5);
        assertEquals(expected, node.at("/ownUnit/quantiles/3/ratio").asDouble(), 1e-6);
        assertEquals(1, node.at("/ownUnitTowardsItsMean/count").asInt());
        assertEquals(0, node.at("/ownUnitAwayFromItsMean/count").asInt());
        assertEquals(1, node.at("/ownUnit/belowOneHalf").asDouble());
        assertEquals(0, node.at("/ownUnit/within10Percent").asDouble());
    }
}
