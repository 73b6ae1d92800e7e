package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.analysis.ActivationMaximisation.Limit;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Initialiser;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import org.junit.jupiter.api.Test;

class ActivationMaximisationTest {
    private static final int INPUTS = 9;
    private static final String DEEP = "scale 9 2 -1, dense 9 8, relu 8, dense 8 4";

    private static Network network(String architecture) {
        Network network = new Network(architecture, 1, new PlainOps());
        network.initialise(Initialiser.fanInUniform(), new SeededRandom(11));
        return network;
    }

    /** Weights into unit 1 of the first layer. */
    private static float[] weights(Network network) {
        float[] weights = new float[INPUTS];
        for (int k = 0; k < INPUTS; k++) {
            weights[k] = ((Dense) network.layers().get(0)).weight().value.row[k][1];
        }
        return weights;
    }

    private static ActivationMaximisation begun(Network network, int layer, int unit, Limit limit) {
        ActivationMaximisation ascent = new ActivationMaximisation(network, layer, unit, limit);
        SeededRandom random = new SeededRandom(4);
        for (int k = 0; k < INPUTS; k++) {
            ascent.input()[k] = random.nextFloat();
        }
        return ascent;
    }

    @Test
    void theGradientIsTheSlopeOfTheObjective() {
        for (Limit limit : new Limit[] {Limit.NONE, Limit.PENALTY}) {
            for (int layer = 1; layer <= 3; layer += 2) {
                ActivationMaximisation ascent = begun(network(DEEP), layer, 2, limit);
                float[] gradient = ascent.gradient().clone();
                double largest = 0;
                for (int k = 0; k < INPUTS; k++) {
                    float at = ascent.input()[k];
                    float h = 1f / 1024;
                    ascent.input()[k] = at + h;
                    double above = ascent.objective();
                    ascent.input()[k] = at - h;
                    double below = ascent.objective();
                    ascent.input()[k] = at;
                    assertEquals((above - below) / (2 * h), gradient[k], 2e-4, limit + ", layer " + layer + ", " + k);
                    largest = Math.max(largest, Math.abs(gradient[k]));
                }
                assertTrue(largest > 0.05, "a gradient that could be wrong");
            }
        }
    }

    @Test
    void withAPenaltyALinearUnitEndsAtItsWeightsDividedByLambda() {
        Network network = network("dense 9 3");
        ActivationMaximisation ascent = begun(network, 0, 1, Limit.PENALTY);
        for (int i = 0; i < 400; i++) {
            ascent.step(1);
        }
        float[] weights = weights(network);
        for (int k = 0; k < INPUTS; k++) {
            assertEquals(weights[k] / ActivationMaximisation.PENALTY, ascent.input()[k], 1e-4);
        }
        assertEquals(1, Vectors.correlation(weights, ascent.input()), 1e-9);
    }

    @Test
    void atUnitNormALinearUnitEndsAtItsWeightsDividedByTheirNorm() {
        Network network = network("dense 9 3");
        ActivationMaximisation ascent = begun(network, 0, 1, Limit.UNIT_NORM);
        for (int i = 0; i < 400; i++) {
            ascent.step(1);
        }
        float[] weights = weights(network);
        double norm = Vectors.norm(weights);
        for (int k = 0; k < INPUTS; k++) {
            assertEquals(weights[k] / norm, ascent.input()[k], 1e-5);
        }
        double bias = ((Dense) network.layers().get(0)).bias().value.row[0][1];
        assertEquals(norm + bias, ascent.value(), 1e-5, "w·w/‖w‖ + b");
    }

    @Test
    void inTheBoxALinearUnitEndsAtTheSignsOfItsWeights() {
        Network network = network("dense 9 3");
        ActivationMaximisation ascent = begun(network, 0, 1, Limit.BOX);
        for (int i = 0; i < 5000; i++) {
            ascent.step(1);
        }
        float[] weights = weights(network);
        for (int k = 0; k < INPUTS; k++) {
            assertEquals(weights[k] > 0 ? 1 : 0, ascent.input()[k], 1e-6, "weight " + weights[k]);
        }
        assertTrue(Vectors.correlation(weights, ascent.input()) < 0.99, "the picture is not the weights");
    }

    @Test
    void everySmallStepClimbsAlsoBehindARectifier() {
        ActivationMaximisation ascent = begun(network(DEEP), 3, 0, Limit.NONE);
        double value = ascent.value();
        for (int i = 0; i < 50; i++) {
            ascent.step(0.01);
            assertTrue(ascent.value() > value, "step " + i);
            value = ascent.value();
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        Network network = network(DEEP);
        assertEquals(
                "layer should be from 0 to 3, but is 4",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ActivationMaximisation(network, 4, 0, Limit.NONE))
                        .getMessage());
        assertEquals(
                "unit should be from 0 to 7, but is 8",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ActivationMaximisation(network, 2, 8, Limit.NONE))
                        .getMessage());
    }
}
