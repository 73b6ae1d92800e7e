package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What a network reads in images that were changed, by more than a byte per pixel may hold: negated, or scaled a thousand times.
 *
 * @param read the class it answers for each image
 * @param probabilities its probability for each class, images×classes
 */
public record Answers(int[] read, float[][] probabilities) {
    private static final int BATCH = 64;

    /** Asks for every image of {@code set}, each input changed by {@code change}, which may change it in place. */
    public static Answers of(Network network, LabelledImages set, UnaryOperator<float[]> change) {
        JvmOps ops = new JvmOps();
        Network copy = Study.copy(network, BATCH, ops);
        Matrix inputs = ops.matrix(BATCH, network.inputs());
        int[] read = new int[set.size()];
        float[][] probabilities = new float[set.size()][network.outputs()];
        for (int from = 0; from < read.length; from += BATCH) {
            int n = Math.min(BATCH, read.length - from);
            for (int i = 0; i < n; i++) {
                float[] input = change.apply(Study.input(set.pixels()[from + i]));
                System.arraycopy(input, 0, inputs.row[i], 0, input.length);
            }
            Matrix outputs = copy.forward(inputs, n);
            for (int i = 0; i < n; i++) {
                read[from + i] = copy.read(outputs.row[i]);
                copy.probabilities(outputs.row[i], probabilities[from + i]);
            }
        }
        return new Answers(read, probabilities);
    }

    /** Each input times {@code factor}. */
    public static UnaryOperator<float[]> scaled(float factor) {
        return input -> {
            for (int k = 0; k < input.length; k++) {
                input[k] *= factor;
            }
            return input;
        };
    }

    /** The part of the answers that equal {@code others}, which are labels or answers, 0 to 1. */
    public double agreement(int[] others) {
        int same = 0;
        for (int i = 0; i < read.length; i++) {
            same += read[i] == others[i] ? 1 : 0;
        }
        return (double) same / read.length;
    }

    /** How many times each of {@code classes} classes was answered. */
    int[] counts(int classes) {
        int[] counts = new int[classes];
        Arrays.stream(read).forEach(c -> counts[c]++);
        return counts;
    }

    /** Mean probability of the answers. */
    public double confidence() {
        double sum = 0;
        for (int i = 0; i < read.length; i++) {
            sum += probabilities[i][read[i]];
        }
        return sum / read.length;
    }

    /** Mean of the label's probability minus the largest of the others, −1 to 1. */
    public double margin(int[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double largest = 0;
            for (int c = 0; c < probabilities[i].length; c++) {
                largest = c == labels[i] ? largest : Math.max(largest, probabilities[i][c]);
            }
            sum += probabilities[i][labels[i]] - largest;
        }
        return sum / labels.length;
    }
}
