package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.network.Architecture;
import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.MaxPool;
import io.github.seeingdigits.network.Ops;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.Window;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows of every kind: the fast loops against the plain ones, and with helpers against without. */
class JvmWindowsTest {
    private static final int BATCH = 40;
    /** Parts of a gradient that are not zero: one for each way of passing it back. */
    private static final float[] FILLED = {0.1f, 0.9f};

    private final Team team = new Team();

    @AfterEach
    void sendHelpersAway() {
        team.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv 1x28x28 8 5",
                "conv 8x12x12 16 5",
                "conv 24x10x10 32 3",
                "conv 1x5x5 1 5",
                "conv 2x6x7 3 1",
                "conv 3x9x7 5 3 stride 2",
                "conv 3x9x8 6 3 pad 1",
                "conv 9x8x11 7 3 stride 3 pad 2",
                "conv 5x7x6 2 4 stride 2 pad 3"
            })
    void everyConvolutionGivesWhatThePlainOneGives(String layer) {
        for (float filled : FILLED) {
            assertClose(convolution(new PlainOps(), layer, filled), convolution(new JvmOps(), layer, filled));
        }
    }

    @Test
    void layersMayTakeTurns() {
        JvmOps ops = new JvmOps();
        Layer wide = layer("conv 1x28x28 8 5", ops);
        Layer deep = layer("conv 12x6x6 5 3 pad 1", ops);
        for (int turn = 0; turn < 3; turn++) {
            for (float filled : FILLED) {
                assertClose(
                        convolution(new PlainOps(), "conv 1x28x28 8 5", filled),
                        convolution(ops, ((Convolution) wide).window(), filled));
                assertClose(
                        convolution(new PlainOps(), "conv 12x6x6 5 3 pad 1", filled),
                        convolution(ops, ((Convolution) deep).window(), filled));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maxpool 8x24x24 2", "maxpool 3x9x7 3", "maxpool 2x7x9 2 stride 1", "maxpool 2x9x9 3 stride 2"})
    void poolingGivesTheSameBitsAsThePlainOne(String layer) {
        assertSame(pooling(new PlainOps(), layer), pooling(new JvmOps(), layer));
    }

    @Test
    void theFirstAmongEqualsIsPooledWhateverTheSignOfZero() {
        JvmOps ops = new JvmOps();
        Window window = ((MaxPool) layer("maxpool 1x2x2 2", ops)).window();
        float tiny = Float.MIN_VALUE;
        float[][] pictures = {
            {-0f, 0f, 0f, -0f}, {0f, -0f, 0f, 0f}, {-1, -1, -2, -1}, {-tiny, -0f, 0f, -1}, {-3e38f, 3e38f, 3e38f, 0f}
        };
        int[] first = {0, 0, 0, 1, 1};
        for (int i = 0; i < pictures.length; i++) {
            Matrix x = ops.matrix(1, 4);
            System.arraycopy(pictures[i], 0, x.row[0], 0, 4);
            Matrix dy = ops.matrix(1, 1);
            dy.fill(7);
            Matrix dx = ops.matrix(1, 4);
            ops.maxPoolGradient(x, dy, dx, window, 1);
            for (int p = 0; p < 4; p++) {
                assertEquals(p == first[i] ? 7 : 0, dx.row[0][p], "picture " + i + ", pixel " + p);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"conv 1x28x28 8 5", "conv 8x12x12 16 5 pad 1", "conv 9x20x20 5 3 stride 2"})
    void helpersDoNotChangeABitOfAConvolution(String layer) {
        Helpers.join(team, 3);
        for (float filled : FILLED) {
            assertSame(convolution(new JvmOps(), layer, filled), convolution(new JvmOps(team), layer, filled));
        }
    }

    @Test
    void helpersDoNotChangeABitOfPooling() {
        Helpers.join(team, 3);
        assertSame(pooling(new JvmOps(), "maxpool 16x24x24 2"), pooling(new JvmOps(team), "maxpool 16x24x24 2"));
    }

    private static Layer layer(String text, Ops ops) {
        return Architecture.layers(text, ops).get(0);
    }

    private static List<Matrix> convolution(Ops ops, String layer, float filled) {
        return convolution(ops, ((Convolution) layer(layer, ops)).window(), filled);
    }

    /** Output and gradients, those of the parameters added to what is there; {@code filled} of what comes back is not zero. */
    private static List<Matrix> convolution(Ops ops, Window window, float filled) {
        SeededRandom random = new SeededRandom(window.inputs());
        int n = BATCH - 3;
        Matrix x = filled(ops, BATCH, window.inputs(), random, 0.7f);
        Matrix weights = filled(ops, window.units, window.patch(), random, 1);
        Matrix bias = filled(ops, 1, window.units, random, 1);
        Matrix y = filled(ops, BATCH, window.outputs(), random, 1);
        Matrix dy = filled(ops, BATCH, window.outputs(), random, filled);
        Matrix dx = filled(ops, BATCH, window.inputs(), random, 1);
        Matrix dWeights = filled(ops, window.units, window.patch(), random, 1);
        Matrix dBias = filled(ops, 1, window.units, random, 1);
        ops.convolve(x, weights, bias, y, window, n);
        ops.convolveParameterGradient(x, dy, dWeights, dBias, window, n);
        ops.convolveInputGradient(dy, weights, dx, window, n);
        return List.of(y, dWeights, dBias, dx);
    }

    private static List<Matrix> pooling(Ops ops, String layer) {
        Window window = ((MaxPool) layer(layer, ops)).window();
        SeededRandom random = new SeededRandom(3);
        // Half of the numbers are zero, as behind a rectifier, so that there are equals to choose from.
        Matrix x = filled(ops, BATCH, window.inputs(), random, 0.5f);
        Matrix dy = filled(ops, BATCH, window.outputs(), random, 0.9f);
        Matrix y = filled(ops, BATCH, window.outputs(), random, 1);
        Matrix dx = filled(ops, BATCH, window.inputs(), random, 1);
        ops.maxPool(x, y, window, BATCH - 1);
        ops.maxPoolGradient(x, dy, dx, window, BATCH - 1);
        return List.of(y, dx);
    }

    private static Matrix filled(Ops ops, int rows, int cols, SeededRandom random, float density) {
        Matrix m = ops.matrix(rows, cols);
        for (float[] row : m.row) {
            for (int j = 0; j < cols; j++) {
                row[j] = random.nextFloat() < density ? 2 * random.nextFloat() - 1 : 0;
            }
        }
        return m;
    }

    private static void assertClose(List<Matrix> expected, List<Matrix> found) {
        for (int m = 0; m < expected.size(); m++) {
            for (int i = 0; i < expected.get(m).rows; i++) {
                float[] row = expected.get(m).row[i];
                for (int j = 0; j < row.length; j++) {
                    float tolerance = 1e-5f * (10 + Math.abs(row[j]));
                    assertEquals(
                            row[j], found.get(m).row[i][j], tolerance, "result " + m + ", row " + i + ", column " + j);
                }
            }
        }
    }

    private static void assertSame(List<Matrix> expected, List<Matrix> found) {
        for (int m = 0; m < expected.size(); m++) {
            for (int i = 0; i < expected.get(m).rows; i++) {
                assertArrayEquals(expected.get(m).row[i], found.get(m).row[i], "result " + m + ", row " + i);
            }
        }
    }
}
