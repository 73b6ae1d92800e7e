package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class InitialiserTest {
    private static final String DENSE = "dense 300 200";
    /** Fan-in 3·5·5 = 75, fan-out 40·5·5 = 1000. */
    private static final String CONVOLUTION = "conv 3x5x5 40 5";

    @Test
    void pyTorchsDefaultIsUniformWithinOneOverTheRootOfTheFanIn() {
        uniform(values(DENSE, Initialiser.fanInUniform(), "weight"), 1 / Math.sqrt(300));
        uniform(values(DENSE, Initialiser.fanInUniform(), "bias"), 1 / Math.sqrt(300));
        uniform(values(CONVOLUTION, Initialiser.fanInUniform(), "weight"), 1 / Math.sqrt(75));
    }

    @Test
    void xavierCountsInputsAndOutputs() {
        uniform(values(DENSE, Initialiser.xavierUniform(), "weight"), Math.sqrt(6.0 / 500));
        uniform(values(CONVOLUTION, Initialiser.xavierUniform(), "weight"), Math.sqrt(6.0 / 1075));
        normal(values(DENSE, Initialiser.xavierNormal(), "weight"), 2.0 / 500);
        normal(values(CONVOLUTION, Initialiser.xavierNormal(), "weight"), 2.0 / 1075);
        assertArrayEquals(new float[200], values(DENSE, Initialiser.xavierNormal(), "bias"));
        assertArrayEquals(new float[200], values(DENSE, Initialiser.xavierUniform(), "bias"));
    }

    @Test
    void heCountsInputsAlone() {
        normal(values(DENSE, Initialiser.he(), "weight"), 2.0 / 300);
        normal(values(CONVOLUTION, Initialiser.he(), "weight"), 2.0 / 75);
        assertArrayEquals(new float[200], values(DENSE, Initialiser.he(), "bias"));
    }

    @Test
    void positiveWeightsAreXaviersWithoutTheirSigns() {
        float[] signed = values(DENSE, Initialiser.xavierNormal(), "weight");
        float[] positive = values(DENSE, Initialiser.positive(), "weight");
        for (int i = 0; i < signed.length; i++) {
            assertEquals(Math.abs(signed[i]), positive[i]);
        }
    }

    @Test
    void thePublishedStartOfYatIsXavierWithUniformBiasesAndAlphaOne() {
        String yat = "yat 300 200 bias alpha learnable";
        normal(values(yat, Initialiser.yatDefault(), "weight"), 2.0 / 500);
        uniform(values(yat, Initialiser.yatDefault(), "bias"), 1 / Math.sqrt(300));
        assertArrayEquals(new float[] {1}, values(yat, Initialiser.yatDefault(), "alpha"));
        assertArrayEquals(new float[] {1}, values(yat, Initialiser.fanInUniform(), "alpha"));
    }

    @Test
    void orthogonalColumnsOrRowsAreOrthonormal() {
        orthonormal("dense 30 12", 12, true);
        orthonormal("dense 12 30", 12, false);
        orthonormal("dense 20 20", 20, true);
        orthonormal("dense 20 20", 20, false);
        orthonormal("conv 2x3x3 5 3", 5, false);
        orthonormal("dense 1 1", 1, true);
    }

    private static void orthonormal(String text, int count, boolean byColumn) {
        Matrix m = layer(text, Initialiser.orthogonal()).parameters().get(0).value;
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double dot = 0;
                for (int k = 0; k < (byColumn ? m.rows : m.cols); k++) {
                    dot += (double) (byColumn ? m.row[k][a] : m.row[a][k]) * (byColumn ? m.row[k][b] : m.row[b][k]);
                }
                assertEquals(a == b ? 1 : 0, dot, 1e-6, text + ": " + a + ", " + b);
            }
        }
    }

    @Test
    void identityPassesInputsOn() {
        assertArrayEquals(new float[] {1, 0, 0, 1, 0, 0}, values("dense 3 2", Initialiser.identity(), "weight"));
        assertArrayEquals(new float[] {1, 0, 0, 0, 1, 0}, values("dense 2 3", Initialiser.identity(), "weight"));
        assertEquals(
                "layer \"conv 1x4x4 2 3\" cannot start as identity: its weights do not lead from every input to every output",
                assertThrows(IllegalArgumentException.class, () -> layer("conv 1x4x4 2 3", Initialiser.identity()))
                        .getMessage());
    }

    @Test
    void squareIdentityLeavesLayersThatAreNotSquareToAnother() {
        Initialiser initialiser = Initialiser.squareIdentity(Initialiser.constantBias(Initialiser.he(), 7));
        assertArrayEquals(new float[] {1, 0, 0, 1}, values("dense 2 2", initialiser, "weight"));
        assertArrayEquals(new float[] {0, 0}, values("dense 2 2", initialiser, "bias"));
        assertArrayEquals(values("dense 3 2", Initialiser.he(), "weight"), values("dense 3 2", initialiser, "weight"));
        assertArrayEquals(new float[] {7, 7}, values("dense 3 2", initialiser, "bias"));
    }

    @Test
    void classMeansFillTheFirstLayerAndLeaveTheOthers() {
        float[][] means = {{1, 2, 3}, {4, 5, 6}};
        Initialiser initialiser = Initialiser.classMeans(means, Initialiser.constantBias(Initialiser.identity(), 7));
        Network network = new Network("yat 3 3 bias, relu 3, dense 3 2, dense 2 2", 1, new PlainOps());
        network.initialise(initialiser, new SeededRandom(1));
        assertArrayEquals(
                new float[][] {{1, 4, 1}, {2, 5, 2}, {3, 6, 3}},
                network.parameters().get(0).value.row);
        assertArrayEquals(new float[] {0, 0, 0}, network.parameters().get(1).value.row[0]);
        assertArrayEquals(new float[][] {{1, 0}, {0, 1}}, network.parameters().get(4).value.row);
        assertArrayEquals(new float[] {7, 7}, network.parameters().get(5).value.row[0]);
    }

    @Test
    void aSecondStartLeavesNothingOfTheFirst() {
        for (Initialiser initialiser : List.of(
                Initialiser.xavierUniform(),
                Initialiser.xavierNormal(),
                Initialiser.he(),
                Initialiser.orthogonal(),
                Initialiser.identity(),
                Initialiser.classMeans(new float[][] {{1, 2, 3}}, Initialiser.he()))) {
            Network used = new Network("dense 3 2", 1, new PlainOps());
            used.parameters().forEach(p -> p.value.fill(7));
            used.initialise(initialiser, new SeededRandom(1));
            Network fresh = new Network("dense 3 2", 1, new PlainOps());
            fresh.initialise(initialiser, new SeededRandom(1));
            assertArrayEquals(
                    fresh.parameters().get(0).value.row, used.parameters().get(0).value.row);
            assertArrayEquals(new float[] {0, 0}, used.parameters().get(1).value.row[0]);
        }
    }

    @Test
    void aConstantBiasLeavesTheWeightsAsTheyAre() {
        Initialiser biased = Initialiser.constantBias(Initialiser.he(), 0.25f);
        assertArrayEquals(values(DENSE, Initialiser.he(), "weight"), values(DENSE, biased, "weight"));
        for (float bias : values(DENSE, biased, "bias")) {
            assertEquals(0.25f, bias);
        }
    }

    private static void uniform(float[] values, double bound) {
        double largest = 0;
        double squares = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
            squares += (double) value * value;
        }
        assertTrue(largest <= bound * (1 + 1e-6), largest + " is beyond " + bound);
        // The variance of the square of such numbers is 4/45 of the bound's fourth power.
        double deviation = Math.sqrt(4 / 45.0 / values.length) * bound * bound;
        assertEquals(bound * bound / 3, squares / values.length, 4 * deviation);
    }

    private static void normal(float[] values, double variance) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        assertEquals(0, sum / values.length, 4 * Math.sqrt(variance / values.length));
        assertEquals(variance, squares / values.length, 4 * variance * Math.sqrt(2.0 / values.length));
    }

    private static Layer layer(String text, Initialiser initialiser) {
        Layer layer = Architecture.layers(text, new PlainOps()).get(0);
        initialiser.initialise(layer, new SeededRandom(8));
        return layer;
    }

    private static float[] values(String text, Initialiser initialiser, String name) {
        for (Parameter p : layer(text, initialiser).parameters()) {
            if (p.name.equals(name)) {
                float[] values = new float[p.size()];
                for (int i = 0; i < p.value.rows; i++) {
                    System.arraycopy(p.value.row[i], 0, values, i * p.value.cols, p.value.cols);
                }
                return values;
            }
        }
        throw new AssertionError(text + " has no " + name);
    }
}
