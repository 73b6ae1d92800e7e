package io.github.seeingdigits.analysis;

import io.github.seeingdigits.network.Layer;
import io.github.seeingdigits.network.Matrix;
import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;

/**
 * The input that one unit of a network answers to most, found by gradient ascent on the input (Erhan, Bengio, Courville and
 * Vincent 2009, <i>Visualizing Higher-Layer Features of a Deep Network</i>, Université de Montréal, technical report 1341).
 *
 * <p>What comes out depends on what keeps the input from growing without end. For a unit that is linear in its input, s = w·x + b,
 * two of the limits give the weight image itself: with the penalty λ‖x‖²/2 the maximum is x = w/λ, where the gradient
 * w − λx is zero, and among all x with ‖x‖ = 1 it is w/‖w‖, by the inequality of Cauchy and Schwarz. Within the box 0…1 it is 1
 * where w is positive and 0 elsewhere: the sign of the weights, and nothing of their size.
 */
public final class ActivationMaximisation {
    /** What keeps the input from growing. */
    public enum Limit {
        /** Nothing: a unit that is linear in its input grows for ever. */
        NONE,
        /** λ‖x‖²/2 is taken from the unit's value, with λ = {@link #PENALTY}. */
        PENALTY,
        /** After each step x is scaled to ‖x‖ = 1. */
        UNIT_NORM,
        /** After each step every pixel is cut to 0…1, as ink is. */
        BOX
    }

    /** λ of {@link Limit#PENALTY}. */
    public static final double PENALTY = 0.1;

    private final Network network;
    private final int layer;
    private final int unit;
    private final Limit limit;
    private final Matrix input;
    /** {@code gradients[i]} is the gradient with respect to the input of layer i, the last one with respect to the output. */
    private final Matrix[] gradients;

    /**
     * An ascent that begins at an input of zeros.
     *
     * @param network its activations and parameter gradients are overwritten, its parameters are not
     * @param layer the index of the layer whose output is looked at
     * @param unit which of that layer's outputs
     * @throws IllegalArgumentException if there is no such layer or unit
     */
    public ActivationMaximisation(Network network, int layer, int unit, Limit limit) {
        if (layer < 0 || layer >= network.layers().size()) {
            throw new IllegalArgumentException(
                    "layer should be from 0 to " + (network.layers().size() - 1) + ", but is " + layer);
        }
        int units = network.layers().get(layer).outputs();
        if (unit < 0 || unit >= units) {
            throw new IllegalArgumentException("unit should be from 0 to " + (units - 1) + ", but is " + unit);
        }
        this.network = network;
        this.layer = layer;
        this.unit = unit;
        this.limit = limit;
        PlainOps ops = new PlainOps();
        input = ops.matrix(1, network.inputs());
        gradients = new Matrix[layer + 2];
        for (int i = 0; i <= layer; i++) {
            gradients[i] = ops.matrix(1, network.layers().get(i).inputs());
        }
        gradients[layer + 1] = ops.matrix(1, units);
        gradients[layer + 1].row[0][unit] = 1;
    }

    /** The input as it is now; may be changed, to begin elsewhere. */
    public float[] input() {
        return input.row[0];
    }

    /** The unit's value for the present input, without penalty. */
    public double value() {
        network.forward(input, 1);
        return network.output(layer).row[0][unit];
    }

    /** What the ascent climbs: {@link #value} less the penalty, if there is one. */
    public double objective() {
        double square = Vectors.dot(input(), input());
        return value() - (limit == Limit.PENALTY ? PENALTY / 2 * square : 0);
    }

    /** The gradient of {@link #value} with respect to the input, for a linear unit its weights; valid until the next call. */
    public float[] slope() {
        network.forward(input, 1);
        for (int i = layer; i >= 0; i--) {
            Layer each = network.layers().get(i);
            each.backward(i == 0 ? input : network.output(i - 1), gradients[i + 1], gradients[i], 1);
        }
        return gradients[0].row[0];
    }

    /** The gradient of {@link #objective} with respect to the input; valid until the next call. */
    public float[] gradient() {
        float[] gradient = slope();
        if (limit == Limit.PENALTY) {
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] -= (float) (PENALTY * input()[k]);
            }
        }
        return gradient;
    }

    /** Goes {@code rate} times the gradient uphill and back within the limit. */
    public void step(double rate) {
        float[] gradient = gradient();
        float[] x = input();
        for (int k = 0; k < x.length; k++) {
            x[k] += (float) (rate * gradient[k]);
            if (limit == Limit.BOX) {
                x[k] = Math.max(0, Math.min(1, x[k]));
            }
        }
        double norm = limit == Limit.UNIT_NORM ? Vectors.norm(x) : 0;
        if (norm > 0) {
            for (int k = 0; k < x.length; k++) {
                x[k] /= (float) norm;
            }
        }
    }
}
