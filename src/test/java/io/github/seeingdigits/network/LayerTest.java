package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Layers on inputs small enough to be worked by hand. */
class LayerTest {
    private final Ops ops = new PlainOps();

    @Test
    void aRectifierLetsNothingThroughAtOrBelowZero() {
        Layer relu = layer("relu 4");
        assertArrayEquals(new float[] {0, 0, 0, 2}, forward(relu, -3, -0f, 0, 2));
        assertArrayEquals(new float[] {0, 0, 0, 5}, backward(relu, new float[] {-3, -0f, 0, 2}, 5, 5, 5, 5));
    }

    @Test
    void aLeakyRectifierLetsALittleThrough() {
        Layer leaky = layer("leaky-relu 3 0.25");
        assertArrayEquals(new float[] {-1, 0, 2}, forward(leaky, -4, 0, 2));
        assertArrayEquals(new float[] {2, 2, 8}, backward(leaky, new float[] {-4, 0, 2}, 8, 8, 8));
    }

    @Test
    void aConvolutionIsNotMirrored() {
        Layer conv = layer("conv 1x3x4 1 2");
        // Looks one step to the right and takes away the pixel below the corner.
        System.arraycopy(new float[] {0, 1, -1, 0}, 0, conv.parameters().get(0).value.row[0], 0, 4);
        conv.parameters().get(1).value.fill(10);
        assertArrayEquals(
                new float[] {10 + 2 - 5, 10 + 3 - 6, 10 + 4 - 7, 10 + 6 - 9, 10 + 7 - 10, 10 + 8 - 11},
                forward(conv, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    }

    @Test
    void paddingIsZeros() {
        Layer conv = layer("conv 1x2x2 1 3 pad 1");
        conv.parameters().get(0).value.fill(1);
        assertArrayEquals(new float[] {10, 10, 10, 10}, forward(conv, 1, 2, 3, 4));
        conv.parameters().get(0).value.row[0][4] = 0;
        assertArrayEquals(new float[] {9, 8, 7, 6}, forward(conv, 1, 2, 3, 4));
    }

    @Test
    void pictureAfterPictureNothingIsLeftOfTheOneBefore() {
        Layer conv = layer("conv 1x2x2 1 3 pad 1");
        conv.parameters().get(0).value.fill(1);
        Layer other = new Convolution(new Window(1, 4, 4, 1, 2, 1, 0), ops);
        forward(other, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
        assertArrayEquals(new float[] {10, 10, 10, 10}, forward(conv, 1, 2, 3, 4));
    }

    @Test
    void theLargestOfEachWindowGoesOnAndGetsTheGradient() {
        Layer pool = layer("maxpool 1x2x4 2");
        float[] x = {1, 5, -3, -1, 2, 4, -2, -4};
        assertArrayEquals(new float[] {5, -1}, forward(pool, x));
        assertArrayEquals(new float[] {0, 7, 0, 9, 0, 0, 0, 0}, backward(pool, x, 7, 9));
    }

    @Test
    void ofEqualNumbersTheFirstGetsTheGradient() {
        assertArrayEquals(new float[] {3, 0, 0, 0}, backward(layer("maxpool 1x2x2 2"), new float[] {2, 2, 2, 2}, 3));
    }

    @Test
    void whereWindowsOverlapGradientsAddUp() {
        assertArrayEquals(
                new float[] {0, 11, 0}, backward(layer("maxpool 1x1x3 1 stride 1"), new float[] {0, 9, 0}, 0, 11, 0));
        assertArrayEquals(
                new float[] {0, 0, 0, 0, 26, 0, 0, 0, 0},
                backward(layer("maxpool 1x3x3 2 stride 1"), new float[] {0, 0, 0, 0, 9, 0, 0, 0, 0}, 5, 6, 7, 8));
    }

    @Test
    void oneYatUnitSolvesXor() {
        // w = (1, −1): w·x = 0, 1, −1, 0 and ‖w − x‖² = 2, 1, 5, 4 for the four points.
        Layer yat = layer("yat 2 1 eps 1e-5");
        yat.parameters().get(0).value.row[0][0] = 1;
        yat.parameters().get(0).value.row[1][0] = -1;
        assertEquals(0, forward(yat, 0, 0)[0]);
        assertEquals(1 / (0 + 1 + 1e-5), forward(yat, 1, 0)[0], 1e-6);
        assertEquals(1 / (1 + 4 + 1e-5), forward(yat, 0, 1)[0], 1e-7);
        assertEquals(0, forward(yat, 1, 1)[0]);
    }

    @Test
    void aYatUnitRespondsMostNearItsPrototype() {
        // At x = w = (3, 4) the response is ‖w‖⁴/ε, and nothing of it may be lost to cancellation.
        Layer yat = layer("yat 2 1 eps 1e-5");
        yat.parameters().get(0).value.row[0][0] = 3;
        yat.parameters().get(0).value.row[1][0] = 4;
        assertEquals(625 / 1e-5, forward(yat, 3, 4)[0], 10);
        assertEquals(Math.pow(25.003, 2) / (1e-6 + 1e-5), forward(yat, 3.001f, 4)[0], 1e4);
    }

    @Test
    void biasAndScaleOfAYatUnitAreThoseOfTheFormula() {
        // (1·2 + 1·3 + 1)² / ((1 − 2)² + (1 − 3)² + 4) = 36 / 9.
        Layer yat = layer("yat 2 1 bias alpha learnable eps 4");
        assertEquals(1, yat.parameters().get(2).value.row[0][0]);
        yat.parameters().get(0).value.fill(1);
        yat.parameters().get(1).value.fill(1);
        assertEquals(4, forward(yat, 2, 3)[0]);
        yat.parameters().get(2).value.fill(0.5f);
        assertEquals(2, forward(yat, 2, 3)[0]);
        Layer constant = layer("yat 2 1 alpha 1.5 eps 4");
        constant.parameters().get(0).value.fill(1);
        assertEquals(1.5 * 25 / 9, forward(constant, 2, 3)[0], 1e-6);
        assertEquals(1, constant.parameters().size());
    }

    @Test
    void aBiasThatWasNotAskedForStaysZeroHoweverLongOneTrains() {
        Network network = new Network("yat 2 1", 1, ops);
        network.parameters().get(0).value.fill(1);
        Adam adam = new Adam(network.parameters(), ops);
        Matrix x = ops.matrix(1, 2);
        x.fill(2);
        for (int step = 0; step < 5; step++) {
            network.forwardTraining(x, 1, new SeededRandom(1));
            network.logitGradient().fill(1);
            network.backward(1);
            adam.step(0.1);
        }
        float w = network.parameters().get(0).value.row[0][0];
        float v = network.parameters().get(0).value.row[1][0];
        double expected = Math.pow(2 * w + 2 * v, 2) / (Math.pow(2 - w, 2) + Math.pow(2 - v, 2) + 1e-5);
        assertEquals(expected, network.forward(x, 1).row[0][0], 1e-5 * expected);
    }

    @Test
    void softermaxSharesInProportionToPowers() {
        assertArrayEquals(new float[] {0.125f, 0.25f, 0.625f}, forward(layer("softermax 3"), 1, 2, 5), 1e-7f);
        assertArrayEquals(new float[] {0.1f, 0.9f}, forward(layer("softermax 2 power 2"), 2, 6), 1e-7f);
        assertArrayEquals(new float[] {0, 0}, forward(layer("softermax 2"), 0, 0));
    }

    @Test
    void whatEndsInSoftermaxPredictsItsOutputsAndStillHasScores() {
        Network network = new Network("dense 2 3, softermax 3", 1, ops);
        for (int j = 0; j < 3; j++) {
            network.parameters().get(0).value.row[0][j] = j + 1;
        }
        assertTrue(network.endsInProbabilities());
        assertArrayEquals(new float[] {1 / 6f, 2 / 6f, 3 / 6f}, network.predict(new float[] {1, 0}), 1e-7f);
        assertArrayEquals(new float[] {1, 2, 3}, network.logits(new float[] {1, 0}));
        assertFalse(new Network("dense 2 3, relu 3", 1, ops).endsInProbabilities());
        assertEquals(1, new Network("softermax 1", 1, ops).logits(new float[] {2})[0]);
    }

    @Test
    void dropoutKeepsTheMeanAndDropsTheFractionAskedFor() {
        Layer dropout = layer("dropout 1000 0.25");
        Matrix x = ops.matrix(20, 1000);
        x.fill(3);
        Matrix y = ops.matrix(20, 1000);
        dropout.forwardTraining(x, y, 20, new SeededRandom(5));
        double sum = 0;
        int dropped = 0;
        for (float[] row : y.row) {
            for (float value : row) {
                sum += value;
                dropped += value == 0 ? 1 : 0;
                assertTrue(value == 0 || value == 4, "got " + value);
            }
        }
        // Four standard deviations of 20 000 draws.
        assertEquals(0.25, dropped / 20_000.0, 4 * Math.sqrt(0.25 * 0.75 / 20_000));
        assertEquals(3, sum / 20_000, 0.05);
    }

    @Test
    void theGradientOfDropoutGoesWhereTheNumbersWent() {
        Layer dropout = layer("dropout 50 0.5");
        Matrix x = ops.matrix(2, 50);
        x.fill(1);
        Matrix y = ops.matrix(2, 50);
        dropout.forwardTraining(x, y, 2, new SeededRandom(6));
        Matrix dx = ops.matrix(2, 50);
        dropout.backward(x, x, dx, 2);
        assertArrayEquals(y.row, dx.row);
        dropout.forward(x, y, 2);
        dropout.backward(x, x, dx, 2);
        assertArrayEquals(x.row, dx.row);
    }

    @Test
    void aNetworkThatPredictsDropsNothingAndOneThatTrainsIsSeeded() {
        Network network = new Network("dropout 40 0.5, dense 40 2", 1, ops);
        network.initialise(Initialiser.he(), new SeededRandom(1));
        Matrix x = ops.matrix(1, 40);
        x.fill(1);
        float[] predicted = network.forward(x, 1).row[0].clone();
        float[] once = network.forwardTraining(x, 1, new SeededRandom(2)).row[0].clone();
        assertArrayEquals(once, network.forwardTraining(x, 1, new SeededRandom(2)).row[0]);
        assertFalse(once[0] == network.forwardTraining(x, 1, new SeededRandom(3)).row[0][0]);
        assertArrayEquals(predicted, network.forward(x, 1).row[0]);
        assertFalse(once[0] == predicted[0]);
    }

    private Layer layer(String text) {
        return Architecture.layers(text, ops).get(0);
    }

    private float[] forward(Layer layer, float... x) {
        Matrix y = ops.matrix(1, layer.outputs());
        layer.forward(new Matrix(new float[][] {x}, x.length), y, 1);
        return y.row[0];
    }

    private float[] backward(Layer layer, float[] x, float... dy) {
        forward(layer, x);
        Matrix dx = ops.matrix(1, layer.inputs());
        layer.backward(new Matrix(new float[][] {x}, x.length), new Matrix(new float[][] {dy}, dy.length), dx, 1);
        return dx.row[0];
    }
}
