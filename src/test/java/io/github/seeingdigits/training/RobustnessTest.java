package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.data.ModelFolder;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import org.junit.jupiter.api.Test;

class RobustnessTest {
    /** Says 1 if pixel (14, 20) holds more than half its ink, else 0. */
    private static Network watchingOnePixel() {
        Network network = new Network("dense 784 2", 1, new PlainOps());
        network.parameters().get(0).value.row[14 * 28 + 20][1] = 1;
        network.parameters().get(1).value.row[0][0] = 0.5f;
        return network;
    }

    private static ObjectNode measured() {
        // One blot of 3 × 3 pixels around (14, 17), labelled 0: right as long as the blot stays away from (14, 20).
        byte[][] pixels = new byte[1][784];
        for (int y = 13; y <= 15; y++) {
            for (int x = 16; x <= 18; x++) {
                pixels[0][y * 28 + x] = (byte) 255;
            }
        }
        ObjectNode node = ModelFolder.newObject();
        Robustness.measure(watchingOnePixel(), new LabelledImages(pixels, new int[1], "", ""), node);
        return node;
    }

    private static double accuracy(JsonNode curve, double amount) {
        for (JsonNode point : curve) {
            if (point.path("amount").asDouble() == amount) {
                return point.path("accuracy").asDouble();
            }
        }
        throw new AssertionError("no amount " + amount + " in " + curve);
    }

    @Test
    void eachChangeDoesWhatItsNameSays() {
        ObjectNode node = measured();
        JsonNode shift = node.path("shift");
        assertEquals(1, accuracy(shift, 1));
        assertEquals(0, accuracy(shift, 2));
        assertEquals(0, accuracy(shift, 4));
        assertEquals(1, accuracy(shift, 5));
        assertEquals(1, accuracy(node.path("strokeWidth"), 1));
        assertEquals(0, accuracy(node.path("strokeWidth"), 2));
        assertEquals(1, accuracy(node.path("strokeWidth"), -1.5));
        // The blot's right edge at 18.5 is 4.5 from the middle; at 1.5 times it is at 20.75.
        assertEquals(0, accuracy(node.path("scale"), 1.5));
        assertEquals(1, accuracy(node.path("scale"), 0.5));
        assertEquals(0, accuracy(node.path("inversion"), 1));
        assertEquals(1, accuracy(node.path("rotation"), 15));
        assertEquals(1, accuracy(node.path("noise"), 0.4));
        assertTrue(node.path("noise").size() == 6 && node.path("rotation").size() == 8);
    }
}
