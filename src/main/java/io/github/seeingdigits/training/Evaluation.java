package io.github.seeingdigits.training;

import io.github.seeingdigits.data.LabelledImages;
import io.github.seeingdigits.network.CrossEntropy;
import io.github.seeingdigits.network.Likelihood;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;

/**
 * How a network does on a set of images: everything the record says about it, counted in one pass in the images' order.
 */
final class Evaluation {
    private static final int BATCH = 64;
    /** Guo, Pleiss, Sun and Weinberger 2017, arXiv:1706.04599, use 15 bins of equal width. */
    private static final int BINS = 15;

    private int images;
    private double loss;
    private final int[][] confusion;
    private double confidenceRight;
    private double confidenceWrong;
    private final int[] binImages = new int[BINS];
    private final int[] binRight = new int[BINS];
    private final double[] binConfidence = new double[BINS];

    private Evaluation(int classes) {
        this.confusion = new int[classes][classes];
    }

    /** Measures {@code network} on all of {@code set}. */
    static Evaluation of(Network network, LabelledImages set) {
        return of(network, Inked.of(set));
    }

    /** Measures {@code network} on all of {@code set}. */
    static Evaluation of(Network network, Inked set) {
        Evaluation result = new Evaluation(network.classes());
        JvmOps ops = new JvmOps();
        Network copy = new Network(network.architecture(), BATCH, ops);
        copy.copyParameters(network);
        Pixels pixels = new Pixels(set, BATCH, ops);
        int[] order = Pixels.inOrder(set.images().size());
        float[] probabilities = new float[network.outputs()];
        for (int from = 0; from < order.length; from += BATCH) {
            int n = Math.min(BATCH, order.length - from);
            pixels.load(order, from, 0, n);
            Matrix outputs = copy.forward(pixels.inputs(), n);
            for (int i = 0; i < n; i++) {
                int label = pixels.labels()[i];
                copy.probabilities(outputs.row[i], probabilities);
                result.count(label, copy.read(outputs.row[i]), probabilities);
                result.loss += loss(copy, outputs.row[i], label);
            }
        }
        return result;
    }

    private static double loss(Network network, float[] outputs, int label) {
        if (outputs.length == 1) {
            return (outputs[0] - label) * (outputs[0] - label);
        }
        return network.endsInProbabilities() ? Likelihood.loss(outputs, label) : CrossEntropy.loss(outputs, label);
    }

    private void count(int label, int read, float[] probabilities) {
        // A single output is a guess at the label and comes without a probability.
        double confidence = probabilities.length == 1 ? 1 : probabilities[read];
        boolean right = read == label;
        images++;
        confusion[label][read]++;
        if (right) {
            confidenceRight += confidence;
        } else {
            confidenceWrong += confidence;
        }
        // Bin m holds the confidences in (m/15, (m+1)/15], as in the paper.
        int bin = Math.max(0, (int) Math.ceil(confidence * BINS) - 1);
        binImages[bin]++;
        binRight[bin] += right ? 1 : 0;
        binConfidence[bin] += confidence;
    }

    int images() {
        return images;
    }

    int correct() {
        int correct = 0;
        for (int c = 0; c < confusion.length; c++) {
            correct += confusion[c][c];
        }
        return correct;
    }

    /** Fraction of images read correctly. */
    double accuracy() {
        return (double) correct() / images;
    }

    /** Fraction of images read wrongly. */
    double error() {
        return (double) (images - correct()) / images;
    }

    /**
     * Mean of −ln of the probability that the label was given, in nats, whatever loss the network was trained with; for a
     * network with a single output its mean squared error.
     */
    double loss() {
        return loss / images;
    }

    /** {@code confusion()[label][read]} counts the images of {@code label} that were read as {@code read}. */
    int[][] confusion() {
        return confusion;
    }

    /** Mean probability of the digit that was read, over the images read correctly; 0 if there are none. */
    double confidenceWhenRight() {
        return mean(confidenceRight, correct());
    }

    /** Mean probability of the digit that was read, over the images read wrongly; 0 if there are none. */
    double confidenceWhenWrong() {
        return mean(confidenceWrong, images - correct());
    }

    /**
     * The expected calibration error: the gap between confidence and accuracy in each of 15 bins, weighted by the images in
     * it (Guo et al. 2017, arXiv:1706.04599, equation 3).
     */
    double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(binRight[bin] - binConfidence[bin]) / images;
        }
        return error;
    }

    private static double mean(double sum, int count) {
        return count == 0 ? 0 : sum / count;
    }
}
