package io.github.seeingdigits.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A feed-forward network: layers applied one after the other, ending in logits or, after a {@link Softermax}, in
 * probabilities.
 *
 * <p>{@link #predict} is all a figure needs. Training calls {@link #forwardTraining}, puts the gradient of a {@link Loss} into
 * {@link #logitGradient}, and calls {@link #backward}. A network holds the activations of its last batch, so it belongs to
 * one thread.
 */
public final class Network {
    private static final float ONE_HALF = 0.5f;

    private final Ops ops;
    private final List<Layer> layers;
    private final List<Parameter> parameters = new ArrayList<>();
    private final int batch;
    private Matrix input;
    /** {@code outputs[i]} is what layer i gave for the last batch. */
    private final Matrix[] outputs;
    /** {@code gradients[i]} is the gradient with respect to {@code outputs[i]}; allocated when first training. */
    private final Matrix[] gradients;

    private final float[] probabilities;
    private float temperature = 1;

    /**
     * Builds a network with all weights and biases zero.
     *
     * @param architecture see {@link Architecture}
     * @param batch the largest number of examples that one {@link #forward} will be given
     */
    public Network(String architecture, int batch, Ops ops) {
        this(Architecture.layers(architecture, ops), batch, ops);
    }

    /**
     * Puts a network together from layers that may be another's too: then both have the same parameters and gradients.
     *
     * @param layers made with {@code ops}; each takes as many numbers as the one before gives
     */
    public Network(List<Layer> layers, int batch, Ops ops) {
        this.ops = ops;
        this.batch = batch;
        this.layers = layers;
        this.outputs = new Matrix[layers.size()];
        this.gradients = new Matrix[layers.size()];
        for (int i = 0; i < layers.size(); i++) {
            parameters.addAll(layers.get(i).parameters());
            outputs[i] = ops.matrix(batch, layers.get(i).outputs());
        }
        this.probabilities = new float[outputs()];
    }

    public int inputs() {
        return layers.get(0).inputs();
    }

    public int outputs() {
        return layers.get(layers.size() - 1).outputs();
    }

    public List<Layer> layers() {
        return layers;
    }

    /** All parameters, layer by layer, in the order in which model files store them. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** How many numbers training adjusts. */
    public int parameterCount() {
        int count = 0;
        for (Parameter p : parameters) {
            count += p.size();
        }
        return count;
    }

    /** See {@link Architecture}. */
    public String architecture() {
        return Architecture.describe(layers);
    }

    /** Fills every layer's parameters. */
    public void initialise(Initialiser initialiser, SeededRandom random) {
        for (Layer layer : layers) {
            initialiser.initialise(layer, random);
        }
    }

    /** Copies all parameters and the temperature from a network of the same architecture. */
    public void copyParameters(Network other) {
        temperature = other.temperature;
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).value.set(other.parameters.get(i).value);
        }
    }

    /**
     * Sets all parameters, for example to those of a {@link Replay#snapshot}.
     *
     * @param values {@link #parameterCount} numbers in the order of {@link #parameters}, row by row
     * @throws ModelFormatException if there are more or fewer
     */
    public void setParameters(float[] values) {
        if (values.length != parameterCount()) {
            throw new ModelFormatException(
                    "the network has " + parameterCount() + " parameters, found " + values.length);
        }
        int at = 0;
        for (Parameter p : parameters) {
            for (float[] row : p.value.row) {
                System.arraycopy(values, at, row, 0, p.value.cols);
                at += p.value.cols;
            }
        }
    }

    /**
     * Runs the first {@code n} rows of {@code x} through all layers, to predict: nothing is random.
     *
     * @return the last layer's outputs, n×outputs, valid until the next call
     */
    public Matrix forward(Matrix x, int n) {
        check(x, n);
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(i == 0 ? x : outputs[i - 1], outputs[i], n);
        }
        return outputs[layers.size() - 1];
    }

    /**
     * {@link #forward} as it is while training. The two differ only where a layer, such as {@link Dropout}, says so; a
     * network without such a layer draws nothing.
     *
     * @param random decides what is dropped; the same state gives the same bits
     */
    public Matrix forwardTraining(Matrix x, int n, SeededRandom random) {
        check(x, n);
        layers.get(0).forwardTraining(x, outputs[0], n, random);
        return forwardTraining(1, n, random);
    }

    /** The same from layer {@code first} on, at least 1, when the {@link #output} of the one before is there. */
    public Matrix forwardTraining(int first, int n, SeededRandom random) {
        for (int i = first; i < layers.size(); i++) {
            layers.get(i).forwardTraining(outputs[i - 1], outputs[i], n, random);
        }
        return outputs[layers.size() - 1];
    }

    private void check(Matrix x, int n) {
        if (n > batch || x.cols != inputs()) {
            throw new IllegalArgumentException(
                    "expected at most " + batch + " examples of " + inputs() + " numbers, got " + n + " of " + x.cols);
        }
        input = x;
    }

    /** What layer {@code i} gave for the last batch, batch×outputs; valid until the next one. */
    public Matrix output(int i) {
        return outputs[i];
    }

    /** Where to put ∂L/∂outputs before {@link #backward}: batch×outputs. */
    public Matrix logitGradient() {
        int last = layers.size() - 1;
        if (gradients[last] == null) {
            for (int i = 0; i <= last; i++) {
                gradients[i] = ops.matrix(batch, layers.get(i).outputs());
            }
        }
        return gradients[last];
    }

    /** Whether a batch can be cut in {@link #part}s: all layers are {@link Layer#separable}. */
    public boolean separable() {
        for (Layer layer : layers) {
            if (!layer.separable()) {
                return false;
            }
        }
        return true;
    }

    /**
     * This network for some examples of its batch, so that another thread can take them: it shares parameters, outputs and
     * gradients. Call {@link #forwardTraining} and {@link #backwardInputs} on parts that cover the batch, then {@link
     * #backwardParameters} on the whole; this gives the same bits as working on the whole alone.
     *
     * @param from its first example
     * @param to the example behind its last
     * @param own the part's thread's
     * @throws IllegalStateException if this is not {@link #separable}
     */
    public Network part(int from, int to, Ops own) {
        if (!separable()) {
            throw new IllegalStateException("\"" + architecture() + "\" cannot be cut in parts");
        }
        Network part = new Network(architecture(), to - from, own);
        logitGradient();
        for (int i = 0; i < layers.size(); i++) {
            part.outputs[i] = outputs[i].part(from, to);
            part.gradients[i] = gradients[i].part(from, to);
        }
        for (int i = 0; i < parameters.size(); i++) {
            Matrix shared = parameters.get(i).value;
            System.arraycopy(shared.row, 0, part.parameters.get(i).value.row, 0, shared.rows);
        }
        return part;
    }

    /** The first half of {@link #backward} for a network that is {@link #separable}: what goes back from layer to layer. */
    public void backwardInputs(int n) {
        for (int i = layers.size() - 1; i > 0; i--) {
            layers.get(i).backwardInput(outputs[i - 1], gradients[i], gradients[i - 1], n);
        }
    }

    /**
     * The second half, when the first is done for all {@code n} examples, here or in parts: replaces every parameter's gradient.
     *
     * @param x the batch that {@link #forwardTraining} was given
     */
    public void backwardParameters(Matrix x, int n) {
        check(x, n);
        clearGradients();
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).backward(i == 0 ? x : outputs[i - 1], gradients[i], null, n);
        }
    }

    private void clearGradients() {
        for (Parameter p : parameters) {
            ops.clear(p.gradient());
        }
    }

    /** Replaces every parameter's gradient by that of the last {@link #forwardTraining}'s {@code n} examples. */
    public void backward(int n) {
        clearGradients();
        for (int i = layers.size() - 1; i >= 0; i--) {
            Matrix x = i == 0 ? input : outputs[i - 1];
            layers.get(i).backward(x, gradients[i], i == 0 ? null : gradients[i - 1], n);
        }
    }

    /**
     * The probability of each class for one example.
     *
     * @param x {@link #inputs()} numbers
     * @return {@link #outputs()} probabilities, valid until the next call
     */
    public float[] predict(float[] x) {
        if (x.length != inputs()) {
            throw new IllegalArgumentException("expected " + inputs() + " numbers, got " + x.length);
        }
        probabilities(forward(one(x), 1).row[0], probabilities);
        return probabilities;
    }

    /**
     * What logits are divided by before they become probabilities: above 1 a network is less sure of itself, and its answers
     * stay what they are. Fitted after training, so that it is right as often as it says (Guo, Pleiss, Sun and Weinberger 2017,
     * arXiv:1706.04599); 1 in a network that was not calibrated.
     */
    public float temperature() {
        return temperature;
    }

    /**
     * Sets the {@link #temperature}.
     *
     * @throws ModelFormatException unless it is above zero and finite
     */
    public void setTemperature(float changed) {
        if (!(changed > 0 && changed < Float.POSITIVE_INFINITY)) {
            throw new ModelFormatException("a temperature must be a number above zero");
        }
        temperature = changed;
    }

    /**
     * Turns one row of {@link #forward}'s result into probabilities. It is the last layer that decides how: a page has no
     * other word from training than the architecture. After a {@link Softermax} they are there already, and a single output is
     * left as it is, see {@link #classes}; everything else is taken as logits of a {@link Softmax}.
     *
     * @param outputs {@link #outputs()} numbers
     * @param receiver receives the probabilities, same length
     */
    public void probabilities(float[] outputs, float[] receiver) {
        if (endsInProbabilities() || outputs.length == 1) {
            System.arraycopy(outputs, 0, receiver, 0, outputs.length);
        } else {
            Softmax.apply(outputs, temperature, receiver);
        }
    }

    /** Whether the last layer gives probabilities rather than logits. */
    public boolean endsInProbabilities() {
        return layers.get(layers.size() - 1) instanceof Softermax;
    }

    /**
     * How many classes the network tells apart: as many as it has outputs, but a single output tells two, by being above one
     * half or not.
     */
    public int classes() {
        return Math.max(2, outputs());
    }

    /** The class that one row of {@link #forward}'s result stands for: the largest output's; see {@link #classes}. */
    public int read(float[] outputs) {
        return outputs.length == 1 ? (outputs[0] > ONE_HALF ? 1 : 0) : argmax(outputs);
    }

    /** The scores of one example before anything turns them into probabilities; valid until the next call. */
    public float[] logits(float[] x) {
        Matrix last = forward(one(x), 1);
        boolean before = endsInProbabilities() && layers.size() > 1;
        return (before ? outputs[layers.size() - 2] : last).row[0];
    }

    private static Matrix one(float[] x) {
        return new Matrix(new float[][] {x}, x.length);
    }

    /** The index of the largest value, the first one among equals. */
    public static int argmax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
