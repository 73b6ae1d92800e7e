package io.github.seeingdigits.network;

import java.util.List;

/**
 * One step of a network: a function from {@link #inputs()} numbers to {@link #outputs()} numbers, with its derivative.
 *
 * <p>Both directions work on batches: one example per row, {@code n} rows in use. A layer keeps no activations of its own;
 * {@link Network} holds them and hands them back.
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
     * The chain rule: adds to the gradient of each parameter and, unless {@code dx} is null, writes the gradient with
     * respect to the input.
     *
     * @param x the input of the last {@link #forward}, n×inputs
     * @param dy gradient of the loss with respect to the output, n×outputs
     * @param dx receives the gradient with respect to the input, n×inputs, or null where nobody needs it
     */
    void backward(Matrix x, Matrix dy, Matrix dx, int n);
}
