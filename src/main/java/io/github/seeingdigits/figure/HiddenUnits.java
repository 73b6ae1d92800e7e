package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Relu;
import java.util.ArrayList;
import java.util.List;

/**
 * The hidden units of a network that ends in {@code dense, relu, dense}: what each gives for a drawing, before and after the
 * rectifier, and its share in each output's score.
 *
 * <p>The score of output j is bⱼ + Σₖ wₖⱼ aₖ, with aₖ = max(0, zₖ) the activation of unit k: a sum of one share per unit and
 * the bias, so a unit that is off adds exactly 0.
 */
public final class HiddenUnits {
    /** As many units as a picture with one row for each can hold. */
    static final int MOST = 12;

    /** How many units there are. */
    public final int units;

    /** How many outputs the last layer has. */
    public final int outputs;

    private final Network network;
    private final Dense incoming;
    private final Dense outgoing;
    private final int rectifier;

    /** Activations of the last {@link #see}, [unit]. */
    private float[] before;

    private float[] after;

    /**
     * The units of {@code network}.
     *
     * @throws IllegalArgumentException if its last three layers are not dense, relu, dense, or there are too many units
     */
    public HiddenUnits(Network network) {
        List<Layer> layers = network.layers();
        rectifier = layers.size() - 2;
        if (rectifier < 1
                || !(layers.get(rectifier - 1) instanceof Dense first)
                || !(layers.get(rectifier) instanceof Relu)
                || !(layers.get(rectifier + 1) instanceof Dense last)
                || last.inputs() > MOST) {
            throw new IllegalArgumentException(
                    "the figure needs a model that ends in \"dense, relu, dense\" with at most " + MOST
                            + " hidden units, but this one is \"" + network.architecture() + "\"");
        }
        this.network = network;
        incoming = first;
        outgoing = last;
        units = last.inputs();
        outputs = last.outputs();
        before = new float[units];
        after = new float[units];
    }

    /** Runs the network on {@code ink}, 784 values from 0 to 1; what the other methods say is about this drawing. */
    public void see(float[] ink) {
        network.predict(ink);
        before = network.output(rectifier - 1).row[0];
        after = network.output(rectifier).row[0];
    }

    /** zₖ, what unit k gives before the rectifier. */
    public double before(int k) {
        return before[k];
    }

    /** aₖ = max(0, zₖ), the activation of unit k. */
    public double after(int k) {
        return after[k];
    }

    /** bⱼ, where the score of output j starts. */
    public double bias(int j) {
        return outgoing.bias().value.row[0][j];
    }

    /** wₖⱼ aₖ, what unit k adds to the score of output j. */
    public double share(int k, int j) {
        return (double) outgoing.weight().value.row[k][j] * after[k];
    }

    /**
     * The score of output j with some units switched off.
     *
     * @param off bit k is set where unit k is off
     */
    public double score(int j, int off) {
        double sum = bias(j);
        for (int k = 0; k < units; k++) {
            sum += (off >> k & 1) == 0 ? share(k, j) : 0;
        }
        return sum;
    }

    /** The network's probabilities for the drawing with some units switched off; see {@link #score}. */
    public float[] probabilities(int off) {
        float[] scores = new float[outputs];
        for (int j = 0; j < outputs; j++) {
            scores[j] = (float) score(j, off);
        }
        network.probabilities(scores, scores);
        return scores;
    }

    /**
     * The weights into unit k as a picture, one per pixel.
     *
     * @throws IllegalArgumentException unless the units are connected to the 784 pixels
     */
    public float[] weights(int k) {
        if (incoming.inputs() != Ink.PIXELS) {
            throw new IllegalArgumentException(
                    "the figure shows weights as pictures, so the hidden units must be connected to " + Ink.PIXELS
                            + " pixels, not to " + incoming.inputs() + " numbers");
        }
        return FirstLayer.weights(incoming.weight().value, k);
    }

    /** The parts of a record that {@link #dead} reads. */
    static List<String> facts() {
        List<String> facts = new ArrayList<>();
        for (int k = 0; k < MOST; k++) {
            facts.add(mean(k));
        }
        return facts;
    }

    /** Which units were silent for every test digit, [unit]; none where the record does not say. */
    public boolean[] dead(Facts facts) {
        boolean[] dead = new boolean[units];
        for (int k = 0; k < units; k++) {
            double sum = 0;
            double[] means = facts.numbers(mean(k));
            for (double mean : means) {
                sum += mean;
            }
            dead[k] = means.length > 0 && sum == 0;
        }
        return dead;
    }

    private static String mean(int k) {
        return "findings/units/" + k + "/mean";
    }
}
