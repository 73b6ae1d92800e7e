package io.github.seeingdigits.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/** Every loss and its derivative against a formula in double precision and its central differences. */
class LossTest {
    private static final int EXAMPLES = 4;
    private static final int[] LABELS = {2, 0, 1, 1};
    private static final double H = 1e-5;

    private final Ops ops = new PlainOps();

    @Test
    void crossEntropy() {
        check(Loss.crossEntropy(), -3, 3, (z, t) -> -Math.log(Reference.softmax(z)[t]));
    }

    @Test
    void doubleSoftmax() {
        check(Loss.doubleSoftmax(), -3, 3, (z, t) -> -Math.log(Reference.softmax(Reference.softmax(z))[t]));
    }

    @Test
    void likelihood() {
        check(Loss.likelihood(), 0.1f, 0.9f, (p, t) -> -Math.log(p[t] + 1e-7));
    }

    @Test
    void oneVsRestIsTheSumOfBinaryCrossEntropies() {
        check(Loss.oneVsRest(), -3, 3, (z, t) -> {
            double sum = 0;
            for (int j = 0; j < z.length; j++) {
                double yes = 1 / (1 + Math.exp(-z[j]));
                sum -= Math.log(j == t ? yes : 1 - yes);
            }
            return sum;
        });
    }

    @Test
    void oneVsRestSurvivesLargeLogits() {
        Matrix z = new Matrix(new float[][] {{2000, -3000}}, 2);
        Matrix gradient = ops.matrix(1, 2);
        assertEquals(5000, Loss.oneVsRest().lossAndGradient(z, new int[] {1}, gradient, 1));
        assertArrayEquals(new float[] {1, -1}, gradient.row[0]);
    }

    @Test
    void squaredErrorOfSeveralOutputs() {
        check(Loss.squaredError(), -1, 2, (y, t) -> {
            double sum = 0;
            for (int j = 0; j < y.length; j++) {
                sum += Math.pow(y[j] - (j == t ? 1 : 0), 2) / y.length;
            }
            return sum;
        });
    }

    @Test
    void squaredErrorOfOneOutputAimsAtTheLabelItself() {
        Matrix y = new Matrix(new float[][] {{0.5f}, {0.75f}}, 1);
        Matrix gradient = ops.matrix(2, 1);
        double loss = Loss.squaredError().lossAndGradient(y, new int[] {0, 1}, gradient, 2);
        assertEquals((0.25 + 0.0625) / 2, loss);
        assertArrayEquals(new float[][] {{0.5f}, {-0.25f}}, gradient.row);
    }

    @Test
    void twoSoftmaxesNeverGetTheLossNearZero() {
        // A certain and right answer: q = e/(e + 9) for ten classes.
        Matrix z = ops.matrix(1, 10);
        z.row[0][3] = 1000;
        Matrix gradient = ops.matrix(1, 10);
        double loss = Loss.doubleSoftmax().lossAndGradient(z, new int[] {3}, gradient, 1);
        assertEquals(Math.log(Math.E + 9) - 1, loss, 1e-7);
        assertArrayEquals(new float[10], gradient.row[0]);
    }

    @Test
    void aProbabilityOfZeroCostsMuchButNotEverything() {
        Matrix p = new Matrix(new float[][] {{0, 1}}, 2);
        Matrix gradient = ops.matrix(1, 2);
        assertEquals(7 * Math.log(10), Loss.likelihood().lossAndGradient(p, new int[] {0}, gradient, 1), 1e-9);
        assertArrayEquals(new float[] {-1e7f, 0}, gradient.row[0]);
    }

    private void check(Loss loss, float from, float to, ToDoubleBiFunction<double[], Integer> reference) {
        SeededRandom random = new SeededRandom(31);
        Matrix outputs = ops.matrix(EXAMPLES, 3);
        for (float[] row : outputs.row) {
            for (int j = 0; j < row.length; j++) {
                row[j] = from + (to - from) * random.nextFloat();
            }
        }
        // What was there before must not matter.
        Matrix gradient = ops.matrix(EXAMPLES, 3);
        gradient.fill(99);
        double found = loss.lossAndGradient(outputs, LABELS, gradient, EXAMPLES);
        double expected = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            double[] y = new double[3];
            for (int j = 0; j < 3; j++) {
                y[j] = outputs.row[i][j];
            }
            expected += reference.applyAsDouble(y, LABELS[i]) / EXAMPLES;
            for (int j = 0; j < 3; j++) {
                double value = y[j];
                y[j] = value + H;
                double up = reference.applyAsDouble(y, LABELS[i]);
                y[j] = value - H;
                double down = reference.applyAsDouble(y, LABELS[i]);
                y[j] = value;
                double slope = (up - down) / (2 * H) / EXAMPLES;
                assertEquals(slope, gradient.row[i][j], 1e-5 * Math.max(0.01, Math.abs(slope)), i + ", " + j);
            }
        }
        assertEquals(expected, found, 1e-6 * expected);
    }
}
