package io.github.seeingdigits.network;

import java.util.List;

/**
 * One step of a network: a function from {@link #inputs()} numbers to {@link #outputs()} numbers, with its derivative.
 *
 * <p>Both directions work on batches: one example per row, {@code n} rows in use. {@link Network} holds the activations and
 * hands them back. A layer keeps only what cannot be read from its input, such as which units were dropped, and only for
 * the last batch.
 */
public interface Layer {
    int inputs();

    int outputs();

    /** How this layer is written in an architecture, for example {@code dense 784 10}. See {@link Architecture}. */
    String describe();

    /** What training adjusts, in the order in which model files store it. Empty for a layer without parameters. */
    List<Parameter> parameters();

    /** Computes {@code y} (n×outputs) from {@code x} (n×inputs). */
    void forward(Matrix x, Matrix y, int n);

    /**
     * {@link #forward} as it is while training: the same, but for layers that are random then.
     *
     * @param random where such a layer draws from, always the same number of times for the same {@code n}
     */
    default void forwardTraining(Matrix x, Matrix y, int n, SeededRandom random) {
        forward(x, y, n);
    }

    /**
     * The chain rule: adds to the gradient of each parameter and, unless {@code dx} is null, writes the gradient with
     * respect to the input.
     *
     * @param x the input of the last {@link #forward} or {@link #forwardTraining}, n×inputs
     * @param dy gradient of the loss with respect to the output, n×outputs
     * @param dx receives the gradient with respect to the input, n×inputs, or null where nobody needs it
     */
    void backward(Matrix x, Matrix dy, Matrix dx, int n);

    /**
     * Whether examples pass through on their own, in both directions: it keeps nothing of a batch, draws nothing, and gives the same
     * bits however a batch is cut. Then several threads can each take a part, see {@link Network#part}.
     */
    default boolean separable() {
        return false;
    }

    /**
     * The half of {@link #backward} that goes on to the layer before. Only for layers that are {@link #separable}; one with
     * parameters overrides it.
     */
    default void backwardInput(Matrix x, Matrix dy, Matrix dx, int n) {
        backward(x, dy, dx, n);
    }
}
