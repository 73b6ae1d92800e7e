package io.github.seeingdigits.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.seeingdigits.network.Architecture;
import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.MaxPool;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.SeededRandom;
import io.github.seeingdigits.network.Window;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which layers are joined, and what a rectifier and pooling in one give and hand back, against the layers one by one. */
class PooledConvolutionTest {
    private static final float[] NOT_FINITE = {
        Float.NaN, Float.intBitsToFloat(0xFFC00000), Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "conv 1x6x6 2 3, relu 32, maxpool 2x4x4 2; true",
                "conv 1x6x6 2 3, maxpool 2x4x4 2, relu 8; true",
                "conv 1x6x6 2 3, relu 32; false",
                "conv 1x6x6 2 3, maxpool 2x4x4 2, dense 8 3; false",
                "conv 1x6x6 2 3, leaky-relu 32 0.1, maxpool 2x4x4 2; false",
                "conv 1x6x6 2 3, relu 32, maxpool 2x4x4 2 stride 1; false",
                "conv 1x6x6 2 3, relu 32, maxpool 2x4x4 3; false",
                "conv 1x6x6 2 3, relu 32, dense 32 8; false",
                "conv 1x6x6 2 3, relu 32, relu 32; false",
                "relu 32, maxpool 2x4x4 2, relu 8; false",
            })
    void aConvolutionIsJoinedWithARectifierAndPoolingTwoByTwo(String architecture, boolean joins) {
        JvmOps ops = new JvmOps();
        Network network = new Network(architecture, 4, ops);
        Network joined = PooledConvolution.join(network, 4, ops);
        assertEquals(joins ? 1 : network.layers().size(), joined.layers().size());
        assertEquals(network.architecture(), joined.architecture());
        assertEquals(network.parameters(), joined.parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3x8x8", "2x7x9", "1x2x2", "4x24x24"})
    void rectifiedAndPooledInOneItGivesTheSameBits(String shape) {
        String[] sizes = shape.split("x");
        SeededRandom random = new SeededRandom(4);
        float[] x = new float[Integer.parseInt(sizes[0]) * Integer.parseInt(sizes[1]) * Integer.parseInt(sizes[2])];
        for (int round = 0; round < 20; round++) {
            for (int k = 0; k < x.length; k++) {
                // Few different values, so that there are equals to choose from, zeros of both signs among them.
                x[k] = (random.nextInt(5) - 2) * (random.nextInt(3) == 0 ? -0f : Float.MIN_VALUE);
                x[k] = random.nextInt(2) == 0 ? x[k] : random.nextFloat() - 0.5f;
            }
            assertSame(shape, x, random);
        }
    }

    @Test
    void whatIsNotFiniteIsNotLost() {
        JvmOps ops = new JvmOps();
        Network network = new Network("conv 1x4x4 2 1, relu 32, maxpool 2x4x4 2", 1, ops);
        Matrix weight = network.parameters().get(0).value;
        weight.row[0][0] = 1;
        weight.row[1][0] = -1;
        Network joined = PooledConvolution.join(network, 1, ops);
        for (float value : NOT_FINITE) {
            for (int k = 0; k < 16; k++) {
                Matrix x = matrix(new float[16]);
                Arrays.fill(x.row[0], k % 2 == 0 ? 3 : -1);
                x.row[0][k] = value;
                assertArrayEquals(network.forward(x, 1).row[0], joined.forward(x, 1).row[0], value + " at " + k);
            }
        }
    }

    private static void assertSame(String shape, float[] x, SeededRandom random) {
        Pooling pooling = pooling(shape);
        Window window = pooling.window;
        float[] dy = new float[window.outputs()];
        for (int o = 0; o < dy.length; o++) {
            dy[o] = random.nextInt(4) == 0 ? 0 : random.nextFloat() - 0.5f;
        }
        float[][] expected = oneByOne(shape, x, dy);
        float[] y = pool(pooling, x);
        assertArrayEquals(expected[0], y);
        int positions = window.height * window.width;
        PassedBack back = new PassedBack(convolution(shape));
        back.unpool(window, pooling.chosen[1], y, dy);
        PassedBack scanned = new PassedBack(convolution(shape));
        scanned.scan(expected[1]);
        float[] dx = new float[x.length];
        for (int c = 0; c < window.channels; c++) {
            int count = back.count[c];
            assertArrayEquals(Arrays.copyOf(scanned.at[c], scanned.count[c]), Arrays.copyOf(back.at[c], count));
            for (int e = 0; e < count; e++) {
                dx[c * positions + back.at[c][e]] = back.value[c][e];
            }
        }
        assertArrayEquals(expected[1], dx);
    }

    private static Pooling pooling(String shape) {
        return new Pooling(((MaxPool) layer("maxpool " + shape + " 2")).window(), 2);
    }

    /** A convolution whose output has this shape. */
    private static Window convolution(String shape) {
        String[] sizes = shape.split("x");
        return ((Convolution) layer("conv 1x" + sizes[1] + "x" + sizes[2] + " " + sizes[0] + " 1")).window();
    }

    private static float[] pool(Pooling pooling, float[] x) {
        Matrix y = new PlainOps().matrix(2, pooling.window.outputs());
        int positions = pooling.window.height * pooling.window.width;
        float[] behind = new float[x.length + 5];
        System.arraycopy(x, 0, behind, 5, x.length);
        for (int c = 0; c < pooling.window.channels; c++) {
            pooling.pool(1, c, behind, 5 + c * positions, y);
        }
        return y.row[1];
    }

    /** Output and gradient by the layers, one after the other; zeros of the gradient have no sign. */
    private static float[][] oneByOne(String shape, float[] x, float[] dy) {
        Layer relu = layer("relu " + x.length);
        Layer pool = layer("maxpool " + shape + " 2");
        Matrix input = matrix(x);
        Matrix rectified = matrix(new float[x.length]);
        relu.forward(input, rectified, 1);
        Matrix y = matrix(new float[pool.outputs()]);
        pool.forward(rectified, y, 1);
        Matrix dRectified = matrix(new float[x.length]);
        Matrix dx = matrix(new float[x.length]);
        pool.backward(rectified, matrix(dy), dRectified, 1);
        relu.backward(input, dRectified, dx, 1);
        for (int k = 0; k < x.length; k++) {
            dx.row[0][k] += 0f;
        }
        return new float[][] {y.row[0], dx.row[0]};
    }

    private static Matrix matrix(float[] row) {
        return new Matrix(new float[][] {row}, row.length);
    }

    private static Layer layer(String text) {
        return Architecture.layers(text, new PlainOps()).get(0);
    }
}
