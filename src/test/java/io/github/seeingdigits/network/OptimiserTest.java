package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Each optimiser against its published formula, written here a second time in double precision. */
class OptimiserTest {
    private static final int STEPS = 50;
    private static final double RATE = 0.01;

    private final Network network = new Network("dense 2 1", 1, new PlainOps());

    @Test
    void adamTakesThePublishedSteps() {
        takesThePublishedSteps(new Adam(network.parameters(), new PlainOps()), 0, OptimiserTest::gradient, 1e-5);
    }

    /** Where gradients are as small as ε, it is ε that keeps steps small: each is half of the rate. */
    @Test
    void adamTakesThePublishedStepsWhereGradientsAreTiny() {
        takesThePublishedSteps(new Adam(network.parameters(), new PlainOps()), 0, t -> 1e-8f, 1e-3);
        assertEquals(-RATE / 2 * STEPS, weight(), 1e-3 * RATE * STEPS);
    }

    /** The published algorithm beside {@code adam}, from the weight that is there. */
    private void takesThePublishedSteps(Adam adam, double decay, IntToDoubleFunction gradient, double tolerance) {
        double p = weight();
        double m = 0;
        double v = 0;
        for (int t = 1; t <= STEPS; t++) {
            double g = gradient.applyAsDouble(t);
            weightGradient((float) g);
            adam.step(RATE);
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            p -= RATE * decay * p;
            p -= RATE * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
            assertEquals(p, weight(), tolerance * RATE * t, "step " + t);
        }
    }

    @Test
    void adamDoesNotDivideByZeroWhereNothingIsLearnt() {
        new Adam(network.parameters(), new PlainOps()).step(RATE);
        assertEquals(0, weight());
    }

    @Test
    void adamWShrinksTheWeightBesideTheGradient() {
        network.parameters().get(0).value.row[0][0] = 0.5f;
        network.parameters().get(1).value.fill(0.5f);
        takesThePublishedSteps(new Adam(network.parameters(), 0.1, new PlainOps()), 0.1, OptimiserTest::gradient, 1e-5);
        assertEquals(0.5f, network.parameters().get(1).value.row[0][0]);
    }

    @Test
    void sgdTakesThePublishedSteps() {
        Sgd sgd = new Sgd(network.parameters(), 0.9, 0.01, new PlainOps());
        double p = 0.5;
        double v = 0;
        network.parameters().get(0).value.row[0][0] = 0.5f;
        for (int t = 1; t <= STEPS; t++) {
            double g = gradient(t);
            weightGradient((float) g);
            sgd.step(RATE);
            v = 0.9 * v + g + 0.01 * p;
            p -= RATE * v;
            assertEquals(p, weight(), 1e-6, "step " + t);
        }
    }

    @Test
    void weightDecayShrinksWeightsAndLeavesBiases() {
        network.parameters().get(0).value.fill(1);
        network.parameters().get(1).value.fill(1);
        new Sgd(network.parameters(), 0, 0.5, new PlainOps()).step(0.5);
        new Sgd(network.parameters(), 0, 0, new PlainOps()).step(0);
        assertEquals(0.75f, weight());
        assertEquals(1, network.parameters().get(1).value.row[0][0]);
    }

    @Test
    void constantsOutOfRangeAreRefused() {
        assertEquals("momentum must be at least 0 and below 1", message(1, 0));
        assertEquals("momentum must be at least 0 and below 1", message(Double.NaN, 0));
        assertEquals("weight decay must be at least 0", message(0, -0.1));
        assertEquals("weight decay must be at least 0", message(0, Double.NaN));
        assertEquals(
                "weight decay must be at least 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Adam(network.parameters(), Double.NaN, new PlainOps()))
                        .getMessage());
    }

    private String message(double momentum, double decay) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> new Sgd(network.parameters(), momentum, decay, new PlainOps()))
                .getMessage();
    }

    private static double gradient(int t) {
        return (float) (Math.sin(t) + 0.3);
    }

    private void weightGradient(float g) {
        network.parameters().get(0).gradient().row[0][0] = g;
    }

    private float weight() {
        return network.parameters().get(0).value.row[0][0];
    }
}
