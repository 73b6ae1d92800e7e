package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
    /** Two images of one pixel each, and a unit of weight 2 on the pixel of its class. */
    private static final LabelledImages SET = images();

    private static LabelledImages images() {
        byte[][] pixels = new byte[2][784];
        pixels[0][0] = (byte) 255;
        pixels[1][1] = (byte) 255;
        return new LabelledImages(pixels, new int[] {0, 1}, "", "");
    }

    private static Network network(String architecture) {
        Network network = new Network(architecture, 1, new PlainOps());
        network.parameters().get(0).value.row[0][0] = 2;
        network.parameters().get(0).value.row[1][1] = 2;
        return network;
    }

    private static double confidence(ObjectNode node, double factor) {
        for (int i = 0; i < node.path("scaled").size(); i++) {
            if (node.at("/scaled/" + i + "/factor").asDouble() == factor) {
                return node.at("/scaled/" + i + "/confidence/mean").asDouble();
            }
        }
        throw new AssertionError("no factor " + factor);
    }

    @Test
    void farAwayALinearLayerIsCertainAndAYatLayerTendsToItsLimit() {
        ObjectNode linear = ModelFolder.newObject();
        Reach.confidence(List.of(network("dense 784 2")), SET, linear);
        assertEquals(1 / (1 + Math.exp(-2)), confidence(linear, 1), 1e-6);
        assertEquals(1, confidence(linear, 1000), 1e-6);
        assertEquals(2 / (1 + Math.exp(-2)) - 1, linear.at("/margin/mean").asDouble(), 1e-6);
        ObjectNode yat = ModelFolder.newObject();
        Reach.confidence(List.of(network("yat 784 2 alpha 0.25 eps 1")), SET, yat);
        // α·W = 1 on the line through w, and 0 at right angles to it.
        assertEquals(1 / (1 + Math.exp(-1)), confidence(yat, 1000), 1e-3);
        // 0.25·(2·2)²/(0 + 1) = 4 at w itself.
        assertEquals(1 / (1 + Math.exp(-4)), confidence(yat, 2), 1e-6);
    }

    @Test
    void theLandscapeHoldsMaximumLimitAndTheImagesInIt() {
        ObjectNode node = ModelFolder.newObject();
        Reach.landscape(List.of(network("yat 784 2 eps 1")), SET, node);
        assertEquals(4 * 5, node.at("/maximum/byDigit/0").asDouble(), 1e-12, "W·(W + ε)/ε");
        assertEquals(0.25, node.at("/maximiserScaleMinusOne/mean").asDouble(), 1e-12);
        assertEquals(4, node.at("/largestLimit/mean").asDouble());
        assertEquals(1, node.at("/nearestImage/mean").asDouble(), 1e-6);
        assertEquals(0.5, node.at("/nearestImageByNorm/mean").asDouble(), 1e-6);
        assertEquals(2, node.at("/largestResponse/mean").asDouble(), 1e-6, "2²/(1 + 1)");
        assertEquals(0.1, node.at("/largestResponseByMaximum/mean").asDouble(), 1e-6);
        assertEquals(0, node.at("/ownResponseInClosedRegion/mean").asDouble());
        // r² = S²/(10 − 4) − 1 = 16/6 − 1.
        assertEquals(Math.sqrt(16 / 6.0 - 1), node.at("/halfMaximumRadius/mean").asDouble(), 1e-9);
    }
}
