package io.github.seeingdigits.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.Yat;
import org.junit.jupiter.api.Test;

class YatUnitTest {
    private static final float[] W = {0.9f, -1.3f, 0.4f, 2.1f};
    private static final double BIAS = -0.7;
    private static final double ALPHA = 1.6;
    private static final double EPSILON = 0.3;
    private static final YatUnit UNIT = new YatUnit(W, BIAS, ALPHA, EPSILON);

    private static float[] times(double factor, float[] x) {
        return Vectors.scaledSum(factor, x, new float[x.length]);
    }

    private static float[] random(SeededRandom random, double size) {
        float[] x = new float[W.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = (float) (size * random.nextGaussian());
        }
        return x;
    }

    @Test
    void aHandWorkedCase() {
        // W = 25: the maximum 25·26/1 is taken at 26/25·w, where (25·1.04)² / (25·0.04² + 1) = 676/1.04 = 650 too.
        YatUnit unit = new YatUnit(new float[] {3, 4}, 0, 1, 1);
        assertEquals(650, unit.maximum(), 1e-12);
        assertEquals(1.04, unit.maximiserScale(), 1e-15);
        assertEquals(650, unit.response(new float[] {3.12f, 4.16f}), 1e-5);
        assertEquals(625, unit.response(new float[] {3, 4}), 1e-12);
        assertEquals(49 / 14.0, unit.response(new float[] {1, 1}), 1e-12, "7²/(2² + 3² + 1)");
        assertEquals(25, unit.largestLimit());
    }

    @Test
    void nothingFoundAtRandomIsAboveTheMaximumWhichTheMaximiserReaches() {
        SeededRandom random = new SeededRandom(1);
        float[] top = times(UNIT.maximiserScale(), W);
        assertEquals(UNIT.maximum(), UNIT.response(top), 1e-5 * UNIT.maximum());
        double found = 0;
        for (int i = 0; i < 20_000; i++) {
            float[] x = Vectors.scaledSum(1, random(random, i % 2 == 0 ? 3 : 0.05), i % 2 == 0 ? new float[4] : top);
            found = Math.max(found, UNIT.response(x));
            assertTrue(UNIT.response(x) <= UNIT.maximum() * (1 + 1e-9));
        }
        assertTrue(found > 0.99 * UNIT.maximum(), "the search came near: " + found + " of " + UNIT.maximum());
    }

    @Test
    void theSlopeAtTheMaximiserIsZeroAndElsewhereIsNot() {
        float[] top = times(UNIT.maximiserScale(), W);
        double step = 1.0 / 64;
        for (int k = 0; k < W.length; k++) {
            assertEquals(0, slope(top, k, step), 0.01 * UNIT.maximum(), "coordinate " + k);
            assertTrue(Math.abs(slope(times(0.8, W), k, step)) > 0.05 * UNIT.maximum(), "coordinate " + k);
        }
    }

    private static double slope(float[] at, int k, double step) {
        float[] right = at.clone();
        float[] left = at.clone();
        right[k] += (float) step;
        left[k] -= (float) step;
        return (UNIT.response(right) - UNIT.response(left)) / (2 * step);
    }

    @Test
    void farAlongARayTheResponseTendsToItsLimit() {
        SeededRandom random = new SeededRandom(2);
        for (int i = 0; i < 100; i++) {
            float[] direction = random(random, 1);
            assertEquals(UNIT.limit(direction), UNIT.response(times(1e6, direction)), 1e-4);
            assertTrue(UNIT.limit(direction) <= UNIT.largestLimit());
        }
        assertEquals(UNIT.largestLimit(), UNIT.limit(W), 1e-6);
        assertEquals(UNIT.largestLimit(), UNIT.limit(times(-3, W)), 1e-6);
        assertEquals(0, UNIT.limit(new float[] {1.3f, 0.9f, 0, 0}), 1e-12);
    }

    @Test
    void aLevelAboveTheLargestLimitIsAnEllipsoidWithTheGivenAxes() {
        double level = 0.3 * UNIT.maximum();
        double square = Vectors.dot(W, W);
        // The middle is where the derivative of t·‖x − w‖² − α·(w·x + b)² along w vanishes.
        float[] middle = times(1 + ALPHA * (square + BIAS) / (level - ALPHA * square), W);
        double[] axes = UNIT.semiAxes(level);
        float[] along = times(1 / Math.sqrt(square), W);
        float[] across = times(1 / Math.sqrt(1.3 * 1.3 + 0.9 * 0.9), new float[] {1.3f, 0.9f, 0, 0});
        for (int sign = -1; sign <= 1; sign += 2) {
            assertEquals(level, UNIT.response(Vectors.scaledSum(sign * axes[0], along, middle)), 1e-5 * level);
            assertEquals(level, UNIT.response(Vectors.scaledSum(sign * axes[1], across, middle)), 1e-5 * level);
        }
        assertEquals(0, UNIT.semiAxes(UNIT.maximum())[1], 1e-6);
        assertThrows(IllegalArgumentException.class, () -> UNIT.semiAxes(UNIT.largestLimit()));
        assertThrows(IllegalArgumentException.class, () -> UNIT.semiAxes(1.01 * UNIT.maximum()));
    }

    @Test
    void negatingTheInputIsNegatingTheWeightsWhateverTheBias() {
        SeededRandom random = new SeededRandom(4);
        YatUnit negated = new YatUnit(times(-1, W), BIAS, ALPHA, EPSILON);
        for (int i = 0; i < 100; i++) {
            float[] x = random(random, 2);
            assertEquals(negated.response(x), UNIT.response(times(-1, x)));
            assertEquals(
                    UNIT.response(times(-1, x)) / UNIT.response(x),
                    UNIT.inversionRatio(x),
                    1e-9 * UNIT.inversionRatio(x));
        }
    }

    @Test
    void withoutABiasTheAngleBoundsTheInversionRatio() {
        SeededRandom random = new SeededRandom(5);
        YatUnit unit = new YatUnit(W, 0, ALPHA, EPSILON);
        for (int i = 0; i < 1000; i++) {
            float[] x = random(random, 0.2 + i % 5);
            double q = 2 * Vectors.dot(W, x) / (Vectors.dot(W, W) + Vectors.dot(x, x) + EPSILON);
            assertEquals((1 - q) / (1 + q), unit.inversionRatio(x), 1e-9 * unit.inversionRatio(x));
            double cosine = Math.abs(Vectors.cosine(W, x));
            assertTrue(unit.inversionRatio(x) >= (1 - cosine) / (1 + cosine));
            assertTrue(unit.inversionRatio(x) <= (1 + cosine) / (1 - cosine));
        }
        assertEquals(1, unit.inversionRatio(new float[] {1.3f, 0.9f, 1e-4f, 0}), 1e-4, "at right angles, nearly");
        assertTrue(unit.inversionRatio(W) < 0.02);
    }

    @Test
    void aUnitOfALayerRespondsAsTheLayerDoes() {
        Network network = new Network("yat 4 2 bias alpha learnable eps 0.25", 1, new PlainOps());
        SeededRandom random = new SeededRandom(6);
        network.parameters().forEach(p -> {
            for (float[] row : p.value.row) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = 0.1f + random.nextFloat();
                }
            }
        });
        float[] x = {0.3f, -0.5f, 2, 1};
        float[] outputs = network.logits(x);
        for (int j = 0; j < 2; j++) {
            assertEquals(
                    outputs[j], YatUnit.of((Yat) network.layers().get(0), j).response(x), 1e-5);
        }
    }

    @Test
    void alphaAndEpsilonMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> new YatUnit(W, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new YatUnit(W, 0, -1, 1));
    }
}
