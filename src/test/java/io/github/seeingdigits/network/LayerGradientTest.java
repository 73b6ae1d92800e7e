package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Every layer's outputs and derivatives against {@link Reference} and its central differences in double precision. */
class LayerGradientTest {
    private static final int EXAMPLES = 3;
    private static final double H = 1e-5;

    private static final double[] NO_BIAS = new double[16];

    private final Ops ops = new PlainOps();
    private final SeededRandom random = new SeededRandom(17);

    @Test
    void dense() {
        check("dense 7 4", (x, p) -> Reference.dense(x, p[0], p[1][0]));
        check("dense 1 1", (x, p) -> Reference.dense(x, p[0], p[1][0]));
    }

    @Test
    void reluAndLeakyRelu() {
        check("relu 9", (x, p) -> Reference.rectify(x, 0));
        check("leaky-relu 9 0.01", (x, p) -> Reference.rectify(x, 0.01));
        check("leaky-relu 9 0.3", (x, p) -> Reference.rectify(x, 0.3));
    }

    @Test
    void scaling() {
        check("scale 9 2 -1", (x, p) -> Arrays.stream(x).map(v -> 2 * v - 1).toArray());
        check(
                "scale 9 0.3 0.7",
                (x, p) -> Arrays.stream(x).map(v -> 0.3 * v + 0.7).toArray());
    }

    @Test
    void convolutionOfEveryKindOfWindow() {
        convolution("1x6x6 1 3", new Reference.Sizes(1, 6, 6, 3, 1, 0), 1);
        convolution("2x7x5 3 3", new Reference.Sizes(2, 7, 5, 3, 1, 0), 3);
        convolution("1x9x10 2 5", new Reference.Sizes(1, 9, 10, 5, 1, 0), 2);
        convolution("3x4x6 2 3 pad 1", new Reference.Sizes(3, 4, 6, 3, 1, 1), 2);
        convolution("1x5x5 2 4 pad 3", new Reference.Sizes(1, 5, 5, 4, 1, 3), 2);
        convolution("2x7x8 2 3 stride 2", new Reference.Sizes(2, 7, 8, 3, 2, 0), 2);
        convolution("2x6x7 2 2 stride 3 pad 1", new Reference.Sizes(2, 6, 7, 2, 3, 1), 2);
        // A window as large as the picture, of one pixel, and one that only fits with padding.
        convolution("2x3x3 4 3", new Reference.Sizes(2, 3, 3, 3, 1, 0), 4);
        convolution("3x4x4 2 1", new Reference.Sizes(3, 4, 4, 1, 1, 0), 2);
        convolution("1x2x2 2 4 pad 1", new Reference.Sizes(1, 2, 2, 4, 1, 1), 2);
    }

    private void convolution(String window, Reference.Sizes sizes, int units) {
        Reference.Function unit = (patch, p) -> Reference.dense(patch, Reference.transposed(p[0]), p[1][0]);
        check("conv " + window, (x, p) -> Reference.slide(x, sizes, unit, p, units));
    }

    @Test
    void maxPoolingOfEveryKindOfWindow() {
        pooling("2x6x4 2", new Reference.Sizes(2, 6, 4, 2, 2, 0));
        pooling("1x7x5 2", new Reference.Sizes(1, 7, 5, 2, 2, 0));
        pooling("2x6x6 3 stride 2", new Reference.Sizes(2, 6, 6, 3, 2, 0));
        pooling("1x5x6 3 stride 1", new Reference.Sizes(1, 5, 6, 3, 1, 0));
        pooling("3x5x7 1 stride 3", new Reference.Sizes(3, 5, 7, 1, 3, 0));
        pooling("2x3x3 3", new Reference.Sizes(2, 3, 3, 3, 3, 0));
    }

    private void pooling(String window, Reference.Sizes sizes) {
        check("maxpool " + window, (x, p) -> Reference.maxPool(x, sizes));
    }

    @Test
    void yatWithEveryOption() {
        check("yat 6 3", (x, p) -> Reference.yat(x, p[0], new double[3], 1, 1e-5));
        check("yat 9 4 bias", (x, p) -> Reference.yat(x, p[0], p[1][0], 1, 1e-5));
        check("yat 5 3 alpha learnable", (x, p) -> Reference.yat(x, p[0], new double[3], p[1][0][0], 1e-5));
        check("yat 5 3 bias alpha learnable eps 0.5", (x, p) -> Reference.yat(x, p[0], p[1][0], p[2][0][0], 0.5));
        check("yat 4 2 alpha 1.41421356 eps 1", (x, p) -> Reference.yat(x, p[0], new double[2], Math.sqrt(2), 1));
    }

    @Test
    void yatConvolutionWithEveryKindOfWindowAndOption() {
        yatConvolution("2x5x6 3 3", new Reference.Sizes(2, 5, 6, 3, 1, 0), 3, false, false);
        yatConvolution("1x6x6 2 5 bias", new Reference.Sizes(1, 6, 6, 5, 1, 0), 2, true, false);
        yatConvolution("2x4x5 2 3 pad 1 bias alpha learnable", new Reference.Sizes(2, 4, 5, 3, 1, 1), 2, true, true);
        yatConvolution("1x7x6 2 3 stride 2 alpha learnable", new Reference.Sizes(1, 7, 6, 3, 2, 0), 2, false, true);
        yatConvolution("1x5x7 2 2 stride 3 pad 1", new Reference.Sizes(1, 5, 7, 2, 3, 1), 2, false, false);
    }

    private void yatConvolution(String text, Reference.Sizes sizes, int units, boolean bias, boolean learnable) {
        Reference.Function unit = (patch, p) -> {
            double alpha = learnable ? p[bias ? 2 : 1][0][0] : 1;
            double[] b = bias ? p[1][0] : Arrays.copyOf(NO_BIAS, units);
            return Reference.yat(patch, Reference.transposed(p[0]), b, alpha, 0.1);
        };
        check("yat-conv " + text + " eps 0.1", (x, p) -> Reference.slide(x, sizes, unit, p, units));
    }

    @Test
    void softermaxOfScores() {
        checkPositive("softermax 5", (x, p) -> Reference.softermax(x, 1, 1e-12));
        checkPositive("softermax 5 power 2", (x, p) -> Reference.softermax(x, 2, 1e-12));
        checkPositive("softermax 4 power 3 eps 0.5", (x, p) -> Reference.softermax(x, 3, 0.5));
    }

    @Test
    void dropoutThatPredicts() {
        check("dropout 6 0.5", (x, p) -> x.clone());
    }

    private void check(String architecture, Reference.Function reference) {
        check(architecture, reference, -1);
    }

    private void checkPositive(String architecture, Reference.Function reference) {
        check(architecture, reference, 0.2);
    }

    private void check(String architecture, Reference.Function reference, double least) {
        Layer layer = Architecture.layers(architecture, ops).get(0);
        for (Parameter p : layer.parameters()) {
            randomise(p.value, -1);
        }
        Matrix x = randomise(ops.matrix(EXAMPLES, layer.inputs()), least);
        double[][] input = doubles(x);
        double[][][] parameters = new double[layer.parameters().size()][][];
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] = doubles(layer.parameters().get(p).value);
        }
        Matrix y = ops.matrix(EXAMPLES, layer.outputs());
        layer.forward(x, y, EXAMPLES);
        for (int i = 0; i < EXAMPLES; i++) {
            assertClose(new double[][] {reference.apply(input[i], parameters)}, new float[][] {y.row[i]}, architecture);
        }

        // The loss is a weighted sum of all outputs; some weights are zero, as gradients are behind max pooling.
        Matrix dy = randomise(ops.matrix(EXAMPLES, layer.outputs()), -1);
        double[][] weights = doubles(dy);
        DoubleSupplier loss = () -> {
            double sum = 0;
            for (int i = 0; i < EXAMPLES; i++) {
                double[] outputs = reference.apply(input[i], parameters);
                for (int j = 0; j < outputs.length; j++) {
                    sum += weights[i][j] * outputs[j];
                }
            }
            return sum;
        };
        Matrix dx = randomise(ops.matrix(EXAMPLES, layer.inputs()), -1);
        layer.backward(x, dy, dx, EXAMPLES);
        assertClose(slopes(input, loss), dx.row, architecture + ", input");
        for (int p = 0; p < parameters.length; p++) {
            Parameter parameter = layer.parameters().get(p);
            String where = architecture + ", " + parameter.name;
            assertClose(slopes(parameters[p], loss), parameter.gradient().row, where);
        }

        // Gradients of parameters add up; that of the input is not asked for.
        List<Parameter> all = layer.parameters();
        layer.backward(x, dy, null, EXAMPLES);
        for (int p = 0; p < all.size(); p++) {
            double[][] twice = slopes(parameters[p], loss);
            for (double[] row : twice) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= 2;
                }
            }
            assertClose(twice, all.get(p).gradient().row, architecture + ", " + all.get(p).name + " twice");
        }
    }

    private static double[][] slopes(double[][] at, DoubleSupplier loss) {
        double[][] slopes = new double[at.length][at[0].length];
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at[i].length; j++) {
                double value = at[i][j];
                at[i][j] = value + H;
                double up = loss.getAsDouble();
                at[i][j] = value - H;
                double down = loss.getAsDouble();
                at[i][j] = value;
                slopes[i][j] = (up - down) / (2 * H);
            }
        }
        return slopes;
    }

    /** Within 1e-5 of the value, or of a tenth of the largest one around where it is smaller than that. */
    private static void assertClose(double[][] expected, float[][] found, String where) {
        double largest = 1e-3;
        for (double[] row : expected) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        assertEquals(expected.length, found.length, where);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i].length, found[i].length, where);
            for (int j = 0; j < expected[i].length; j++) {
                double tolerance = 1e-5 * Math.max(0.1 * largest, Math.abs(expected[i][j]));
                assertEquals(expected[i][j], found[i][j], tolerance, where + " at " + i + ", " + j);
            }
        }
        assertTrue(largest > 1e-3, where + " is all zero");
    }

    /**
     * Numbers from {@code least} to 1, far enough from zero for a slope; if negative ones are wanted, every seventh is exactly
     * zero. A rectifier's input and the gradient at its output are then zero in the same places, so that the slope it lacks
     * at zero does not count.
     */
    private Matrix randomise(Matrix m, double least) {
        int at = 0;
        for (float[] row : m.row) {
            for (int j = 0; j < row.length; j++) {
                float value = (float) (least + (1 - least) * random.nextFloat());
                boolean zero = least < 0 && m.cols * m.rows > 6 && at % 7 == 3;
                row[j] = zero ? 0 : Math.abs(value) < 0.01f ? 0.01f : value;
                at++;
            }
        }
        return m;
    }

    private static double[][] doubles(Matrix m) {
        double[][] copy = new double[m.rows][m.cols];
        for (int i = 0; i < m.rows; i++) {
            for (int j = 0; j < m.cols; j++) {
                copy[i][j] = m.row[i][j];
            }
        }
        return copy;
    }
}
