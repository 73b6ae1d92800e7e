package io.github.seeingdigits.figure;

import io.github.seeingdigits.digit.Ink;
import io.github.seeingdigits.network.Convolution;
import io.github.seeingdigits.network.Dense;
import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.Scaling;
import io.github.seeingdigits.network.Yat;

/**
 * The layer of a network that looks at the pixels, unit by unit: a dense or a ⵟ layer has a weight for each pixel, a convolution
 * a small filter that slides. A scaling of the pixels may stand before it.
 */
public final class FirstLayer {
    private static final int MOST_UNITS = 64;

    private final Network network;
    private final int index;
    private final Layer layer;
    private final Matrix weight;
    /** The dense layer that the units lead to, each by one row of weights; null if another layer comes between. */
    private final Dense next;

    /**
     * The first layer of {@code network}, which stays in use: {@link #read} runs it.
     *
     * @throws IllegalArgumentException if the network does not begin with a layer whose weights are a picture
     */
    public FirstLayer(Network network) {
        this.network = network;
        index = network.layers().get(0) instanceof Scaling ? 1 : 0;
        layer = index < network.layers().size()
                ? network.layers().get(index)
                : network.layers().get(0);
        if (layer instanceof Dense dense && dense.inputs() == Ink.PIXELS) {
            weight = dense.weight().value;
        } else if (layer instanceof Yat yat && yat.inputs() == Ink.PIXELS) {
            weight = yat.weight().value;
        } else if (layer instanceof Convolution convolution
                && convolution.window().channels == 1
                && convolution.inputs() == Ink.PIXELS) {
            weight = convolution.weight().value;
        } else {
            throw new IllegalArgumentException(
                    "filters need a first layer \"dense 784 …\", \"yat 784 …\" or \"conv 1x28x28 …\", but the model has \""
                            + layer.describe() + "\"");
        }
        if (units() > MOST_UNITS) {
            throw new IllegalArgumentException("filters can be told apart up to " + MOST_UNITS
                    + " of them, but the model's first layer has " + units());
        }
        next = next();
    }

    private Dense next() {
        for (int i = index + 1; i < network.layers().size(); i++) {
            Layer after = network.layers().get(i);
            if (after instanceof Dense dense && dense.inputs() == units()) {
                return dense;
            }
            if (!after.parameters().isEmpty() || after.outputs() != layer.outputs()) {
                return null;
            }
        }
        return null;
    }

    /** Whether the units are filters that slide over the picture. */
    public boolean slides() {
        return layer instanceof Convolution;
    }

    /** How many units or filters there are. */
    public int units() {
        return slides() ? weight.rows : weight.cols;
    }

    /** The weights' picture has this many rows and columns. */
    public int side() {
        return slides() ? ((Convolution) layer).window().kernel : Ink.SIZE;
    }

    /** The picture of {@link #seen} has this many rows and columns. */
    public int seenSide() {
        return slides() ? ((Convolution) layer).window().outWidth : Ink.SIZE;
    }

    /** The weights of unit {@code k}, {@link #side} × {@link #side}. */
    public float[] weights(int k) {
        if (slides()) {
            return weight.row[k].clone();
        }
        return weights(weight, k);
    }

    /** Column {@code k} of an inputs×outputs matrix: the weights into one unit. */
    static float[] weights(Matrix weight, int k) {
        float[] weights = new float[weight.rows];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight.row[i][k];
        }
        return weights;
    }

    /** The weights of all units, for a {@link ColourMap#limit} that they share. */
    public float[][] allWeights() {
        float[][] all = new float[units()][];
        for (int k = 0; k < all.length; k++) {
            all[k] = weights(k);
        }
        return all;
    }

    /** The bias of unit {@code k}. */
    public float bias(int k) {
        return layer instanceof Yat yat ? yat.bias(k) : layer.parameters().get(1).value.row[0][k];
    }

    /** Runs the network on 784 pixels, so that {@link #seen}, {@link #score} and {@link #use} speak of them. */
    public void read(float[] ink) {
        network.logits(ink);
    }

    /**
     * What unit {@code k} saw in the last picture {@link #read}: weight × input for every pixel or, of a filter that slides, what
     * it gave at each place.
     *
     * @param ink the picture
     */
    public float[] seen(int k, float[] ink) {
        if (slides()) {
            int size = seenSide() * seenSide();
            float[] map = new float[size];
            System.arraycopy(network.output(index).row[0], k * size, map, 0, size);
            return map;
        }
        float[] input = index == 0 ? ink : network.output(0).row[0];
        float[] seen = new float[Ink.PIXELS];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = weight.row[i][k] * input[i];
        }
        return seen;
    }

    /** What unit {@code k} gave for the last picture read, before any rectifier; of a filter that slides, its largest answer. */
    public float score(int k) {
        float[] output = network.output(index).row[0];
        if (!slides()) {
            return output[k];
        }
        int size = output.length / units();
        float largest = output[k * size];
        for (int i = 1; i < size; i++) {
            largest = Math.max(largest, output[k * size + i]);
        }
        return largest;
    }

    /** Whether each unit is an answer of the network by itself. */
    public boolean answers() {
        return index == network.layers().size() - 1 && !slides();
    }

    /** The weights that lead from unit {@code k} to the units of the next layer, or null where it is not a dense layer. */
    public float[] outgoing(int k) {
        return next == null ? null : next.weight().value.row[k];
    }

    /**
     * How much unit {@code k} had to do with the answer to the last picture read: its score where units are answers, otherwise
     * what it passed on, times the length of its outgoing weights where there are any.
     */
    public float use(int k) {
        if (answers()) {
            return score(k);
        }
        float passed = slides() ? Math.max(0, score(k)) : Math.abs(network.output(lastBeforeNext()).row[0][k]);
        float[] out = outgoing(k);
        if (out == null) {
            return passed;
        }
        double squares = 0;
        for (float w : out) {
            squares += w * w;
        }
        return passed * (float) Math.sqrt(squares);
    }

    /** The layer whose outputs the next dense layer reads: the rectifier's, where there is one. */
    private int lastBeforeNext() {
        return next == null ? index : network.layers().indexOf(next) - 1;
    }
}
