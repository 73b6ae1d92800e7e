package io.github.seeingdigits.analysis;

import io.github.seeingdigits.network.Network;
import io.github.seeingdigits.network.PlainOps;
import io.github.seeingdigits.network.Yat;

/**
 * A network of one ⵟ layer, asked about a picture and about what is called its inverse: every input negated, every weight negated,
 * or the photographic negative. The first two are one and the same, whatever the biases, see {@link YatUnit}.
 */
public final class Inverted {
    /** x as it is. */
    public static final int NONE = 0;

    /** −x: every input negated. */
    public static final int INPUT = 1;

    /** −w: every weight negated, biases kept. */
    public static final int WEIGHTS = 2;

    /** 1 − x: the photographic negative. */
    public static final int NEGATIVE = 3;

    private final Network network;
    private final Network negated;
    private final YatUnit[] units;

    /**
     * Makes a copy of the network with negated weights; the network itself stays in use.
     *
     * @throws IllegalArgumentException unless it is one ⵟ layer
     */
    public Inverted(Network network) {
        if (network.layers().size() != 1 || !(network.layers().get(0) instanceof Yat yat)) {
            throw new IllegalArgumentException(
                    "the figure needs a model of one ⵟ layer, such as \"yat 784 10 bias\", but this one is \""
                            + network.architecture() + "\"");
        }
        this.network = network;
        negated = new Network(network.architecture(), 1, new PlainOps());
        negated.copyParameters(network);
        for (float[] row : negated.parameters().get(0).value.row) {
            for (int j = 0; j < row.length; j++) {
                row[j] = -row[j];
            }
        }
        units = new YatUnit[yat.outputs()];
        for (int j = 0; j < units.length; j++) {
            units[j] = YatUnit.of(yat, j);
        }
    }

    /** What the network gets to see under {@code change}, a new picture. */
    public static float[] input(float[] x, int change) {
        float[] input = new float[x.length];
        for (int i = 0; i < input.length; i++) {
            input[i] = change == INPUT ? -x[i] : change == NEGATIVE ? 1 - x[i] : x[i];
        }
        return input;
    }

    /** The scores under {@code change}, one for each unit, a new array. */
    public float[] scores(float[] x, int change) {
        return (change == WEIGHTS ? negated : network).logits(input(x, change)).clone();
    }

    /** The weights of unit {@code j} under {@code change}, a new array. */
    public float[] weights(int j, int change) {
        float[][] rows = (change == WEIGHTS ? negated : network).parameters().get(0).value.row;
        float[] weights = new float[rows.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = rows[k][j];
        }
        return weights;
    }

    /** By what factor {@link #INPUT} and {@link #WEIGHTS} multiply the score of unit {@code j}, by {@link YatUnit#inversionRatio}. */
    public double ratio(float[] x, int j) {
        return units[j].inversionRatio(x);
    }
}
