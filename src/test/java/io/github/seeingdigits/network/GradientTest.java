package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Backward against central differences of a forward pass that is written here a second time, in double precision. */
class GradientTest {
    private static final int EXAMPLES = 5;
    private static final int[] LABELS = {2, 0, 1, 2, 1};
    private static final double H = 1e-5;

    private final Network network = new Network("dense 7 4, dense 4 3", EXAMPLES, new PlainOps());
    private final Matrix x = new PlainOps().matrix(EXAMPLES, 7);

    GradientTest() {
        SeededRandom random = new SeededRandom(7);
        network.initialise(Initialiser.fanInUniform(), random);
        for (float[] row : x.row) {
            for (int k = 0; k < row.length; k++) {
                row[k] = k % 3 == 1 ? 0 : 4 * random.nextFloat() - 2;
            }
        }
    }

    @Test
    void everyParameterGradientIsTheSlopeOfTheMeanLoss() {
        train();
        for (int p = 0; p < network.parameters().size(); p++) {
            Parameter parameter = network.parameters().get(p);
            double[][][] copy = doubles();
            for (int i = 0; i < parameter.value.rows; i++) {
                for (int j = 0; j < parameter.value.cols; j++) {
                    double slope = slope(copy[p][i], j, () -> loss(copy, inputs()));
                    assertClose(slope, parameter.gradient().row[i][j], "parameter " + p + " at " + i + ", " + j);
                }
            }
        }
    }

    @Test
    void theInputGradientOfALayerIsTheSlopeOfTheMeanLoss() {
        Matrix logitGradient = train();
        Layer last = network.layers().get(1);
        Matrix hidden = new PlainOps().matrix(EXAMPLES, 4);
        network.layers().get(0).forward(x, hidden, EXAMPLES);
        Matrix dHidden = new PlainOps().matrix(EXAMPLES, 4);
        last.backward(hidden, logitGradient, dHidden, EXAMPLES);
        network.layers().get(0).backward(x, dHidden, null, EXAMPLES);
        Matrix dx = new PlainOps().matrix(EXAMPLES, 7);
        network.layers().get(0).backward(x, dHidden, dx, EXAMPLES);
        double[][] input = inputs();
        for (int i = 0; i < EXAMPLES; i++) {
            for (int k = 0; k < 7; k++) {
                double slope = slope(input[i], k, () -> loss(doubles(), input));
                assertClose(slope, dx.row[i][k], "input " + k + " of example " + i);
            }
        }
    }

    @Test
    void theLossIsThatOfTheIndependentCalculation() {
        Matrix logits = network.forward(x, EXAMPLES);
        double loss = Loss.crossEntropy().lossAndGradient(logits, LABELS, network.logitGradient(), EXAMPLES);
        assertEquals(loss(doubles(), inputs()), loss, 1e-6);
    }

    @Test
    void rowsBeyondTheOnesInUseDoNotCount() {
        network.forward(x, 2);
        Loss.crossEntropy().lossAndGradient(network.forward(x, 2), LABELS, network.logitGradient(), 2);
        network.backward(2);
        float before = network.parameters().get(0).gradient().row[0][0];
        x.row[3][0] = 1e6f;
        Loss.crossEntropy().lossAndGradient(network.forward(x, 2), LABELS, network.logitGradient(), 2);
        network.backward(2);
        assertEquals(before, network.parameters().get(0).gradient().row[0][0]);
    }

    private Matrix train() {
        Matrix logits = network.forward(x, EXAMPLES);
        Loss.crossEntropy().lossAndGradient(logits, LABELS, network.logitGradient(), EXAMPLES);
        network.backward(EXAMPLES);
        return network.logitGradient();
    }

    private static double slope(double[] at, int index, DoubleSupplier loss) {
        double value = at[index];
        at[index] = value + H;
        double up = loss.getAsDouble();
        at[index] = value - H;
        double down = loss.getAsDouble();
        at[index] = value;
        return (up - down) / (2 * H);
    }

    private static void assertClose(double expected, double found, String where) {
        assertEquals(expected, found, 1e-5 * Math.max(0.01, Math.abs(expected)), where);
    }

    private double[][][] doubles() {
        double[][][] all = new double[network.parameters().size()][][];
        for (int p = 0; p < all.length; p++) {
            all[p] = doubles(network.parameters().get(p).value);
        }
        return all;
    }

    private double[][] inputs() {
        return doubles(x);
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

    /** Mean of −ln softmax(…)[label], exactly as the textbook writes it. */
    private static double loss(double[][][] p, double[][] inputs) {
        double total = 0;
        for (int i = 0; i < inputs.length; i++) {
            double[] z = affine(affine(inputs[i], p[0], p[1][0]), p[2], p[3][0]);
            double sum = 0;
            for (double value : z) {
                sum += Math.exp(value);
            }
            total -= Math.log(Math.exp(z[LABELS[i]]) / sum);
        }
        return total / inputs.length;
    }

    private static double[] affine(double[] x, double[][] w, double[] b) {
        double[] y = b.clone();
        for (int j = 0; j < y.length; j++) {
            for (int k = 0; k < x.length; k++) {
                y[j] += x[k] * w[k][j];
            }
        }
        return y;
    }
}
