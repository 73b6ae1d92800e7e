package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import org.junit.jupiter.api.Test;

/** Two units of two inputs: w = (1, −1) with b = ½, and w = (2, 0) with b = 0; α = 2, ε = ¼. */
class InvertedTest {
    private static final float[] X = {1, 0};

    private static Network network() {
        Network network = new Network("yat 2 2 bias alpha learnable eps 0.25", 1, new PlainOps());
        network.setParameters(new float[] {1, 2, -1, 0, 0.5f, 0, 2});
        return network;
    }

    private final Inverted inverted = new Inverted(network());

    @Test
    void scoresAreThoseOfTheFormula() {
        // As it is: 2·1.5²/(1 + ¼) and 2·2²/(1 + ¼).
        assertArrayEquals(new float[] {3.6f, 6.4f}, inverted.scores(X, Inverted.NONE), 1e-5f);
        // −x = (−1, 0): 2·(−0.5)²/(4 + 1 + ¼) and 2·(−2)²/(9 + ¼).
        float[] negated = {0.5f / 5.25f, 8 / 9.25f};
        assertArrayEquals(negated, inverted.scores(X, Inverted.INPUT), 1e-5f);
        assertArrayEquals(negated, inverted.scores(X, Inverted.WEIGHTS), 1e-5f);
        // 1 − x = (0, 1): 2·(−0.5)²/(1 + 4 + ¼) and 0.
        assertArrayEquals(new float[] {0.5f / 5.25f, 0}, inverted.scores(X, Inverted.NEGATIVE), 1e-5f);
        assertArrayEquals(new float[] {3.6f, 6.4f}, inverted.scores(X, Inverted.NONE), 1e-5f, "nothing was changed");
    }

    @Test
    void theRatioIsTheQuotientOfTheScores() {
        assertEquals(0.5 / 5.25 / 3.6, inverted.ratio(X, 0), 1e-9);
        assertEquals(8 / 9.25 / 6.4, inverted.ratio(X, 1), 1e-9);
    }

    @Test
    void weightsAndInputsAreTurnedApart() {
        assertArrayEquals(new float[] {1, -1}, inverted.weights(0, Inverted.INPUT));
        assertArrayEquals(new float[] {-1, 1}, inverted.weights(0, Inverted.WEIGHTS));
        assertArrayEquals(X, Inverted.input(X, Inverted.WEIGHTS));
        assertArrayEquals(new float[] {-1, 0}, Inverted.input(X, Inverted.INPUT), 0);
        assertArrayEquals(new float[] {0, 1}, Inverted.input(X, Inverted.NEGATIVE));
    }

    @Test
    void otherNetworksAreRefused() {
        for (String other : new String[] {"dense 2 2", "yat 2 2, dense 2 2"}) {
            String problem = assertThrows(
                            IllegalArgumentException.class, () -> new Inverted(new Network(other, 1, new PlainOps())))
                    .getMessage();
            assertTrue(problem.contains("\"" + other + "\""), problem);
        }
    }
}
