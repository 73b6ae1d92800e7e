package io.github.seeingdigits.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import org.junit.jupiter.api.Test;

class FirstLayerTest {
    /** Every parameter is different, and its place can be told from it. */
    private static Network network(String architecture) {
        Network network = new Network(architecture, 1, new PlainOps());
        float[] values = new float[network.parameterCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 97 - 40) / 64f;
        }
        network.setParameters(values);
        return network;
    }

    private static float[] ink() {
        float[] ink = new float[784];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = i % 5 / 4f;
        }
        return ink;
    }

    @Test
    void whatADenseUnitSawAddsUpToItsScore() {
        FirstLayer layer = new FirstLayer(network("dense 784 10"));
        float[] ink = ink();
        layer.read(ink);
        assertTrue(layer.answers());
        assertNull(layer.outgoing(0));
        for (int k = 0; k < 10; k++) {
            double sum = layer.bias(k);
            float[] seen = layer.seen(k, ink);
            for (int i = 0; i < 784; i++) {
                assertEquals(((i * 10 + k) % 97 - 40) / 64f * ink[i], seen[i]);
                sum += seen[i];
            }
            assertEquals(sum, layer.score(k), 1e-3);
            assertEquals(layer.score(k), layer.use(k));
        }
    }

    @Test
    void aScalingInFrontIsPartOfWhatIsSeen() {
        FirstLayer layer = new FirstLayer(network("scale 784 2 -1, dense 784 6, relu 6, dense 6 10"));
        float[] ink = ink();
        layer.read(ink);
        assertFalse(layer.answers());
        double sum = layer.bias(2);
        for (float part : layer.seen(2, ink)) {
            sum += part;
        }
        assertEquals(sum, layer.score(2), 1e-3);
        assertEquals(-layer.weights(2)[0], layer.seen(2, ink)[0], "paper counts as −1");
    }

    @Test
    void useIsWhatTheRectifierPassesTimesTheLengthOfTheOutgoingWeights() {
        FirstLayer layer = new FirstLayer(network("dense 784 6, relu 6, dense 6 10"));
        layer.read(ink());
        for (int k = 0; k < 6; k++) {
            double squares = 0;
            for (int o = 0; o < 10; o++) {
                float weight = ((784 * 6 + 6 + k * 10 + o) % 97 - 40) / 64f;
                assertEquals(weight, layer.outgoing(k)[o]);
                squares += weight * weight;
            }
            assertEquals(Math.max(0, layer.score(k)) * Math.sqrt(squares), layer.use(k), 1e-3);
        }
    }

    @Test
    void aFilterThatSlidesSeesAMap() {
        Network network = network("conv 1x28x28 2 5, relu 1152, maxpool 2x24x24 2, dense 288 10");
        FirstLayer layer = new FirstLayer(network);
        float[] ink = ink();
        layer.read(ink);
        assertTrue(layer.slides());
        assertEquals(5, layer.side());
        assertEquals(24, layer.seenSide());
        assertEquals(2, layer.units());
        float[] expected = new float[25];
        for (int i = 0; i < 25; i++) {
            expected[i] = ((25 + i) % 97 - 40) / 64f;
        }
        assertArrayEquals(expected, layer.weights(1));
        double atSecondRowThirdColumn = layer.bias(1);
        for (int r = 0; r < 5; r++) {
            for (int c = 0; c < 5; c++) {
                atSecondRowThirdColumn += expected[r * 5 + c] * ink[(1 + r) * 28 + 2 + c];
            }
        }
        assertEquals(atSecondRowThirdColumn, layer.seen(1, ink)[24 + 2], 1e-4);
        assertNull(layer.outgoing(0));
    }

    @Test
    void aNeuralMatterUnitShowsItsPrototype() {
        FirstLayer layer = new FirstLayer(network("yat 784 10 bias alpha learnable, dense 10 10"));
        assertEquals((3 % 97 - 40) / 64f, layer.weights(3)[0]);
        assertEquals((7840 % 97 + 4 - 40) / 64f, layer.bias(4), 1e-6);
        assertEquals(10, layer.outgoing(9).length);
    }

    @Test
    void whatHasNoPicturesIsRefusedWithWhatItHas() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new FirstLayer(network("dense 2 4, dense 4 1")))
                .getMessage()
                .endsWith("but the model has \"dense 2 4\""));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new FirstLayer(network("dense 784 65")))
                .getMessage()
                .endsWith("but the model's first layer has 65"));
    }
}
