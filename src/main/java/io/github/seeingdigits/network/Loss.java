package io.github.seeingdigits.network;

/**
 * What training makes small: a number for a batch of outputs and the right answers, with its derivative.
 *
 * <p>Each loss is a class of its own, formula and derivative together. What a network predicts does not depend on the loss
 * but on its last layer, see {@link Network#probabilities}.
 */
public interface Loss {
    /**
     * Loss and gradient for a batch, both averaged over its {@code n} examples.
     *
     * @param outputs what the network gave, n×outputs
     * @param labels the right class of each example, at least n
     * @param gradient receives ∂L/∂outputs, n×outputs
     */
    default double lossAndGradient(Matrix outputs, int[] labels, Matrix gradient, int n) {
        return lossAndGradient(outputs, labels, gradient, n, n);
    }

    /** The same for {@code n} examples of a batch that has more, {@code batch}: what they add to loss and gradient. */
    double lossAndGradient(Matrix outputs, int[] labels, Matrix gradient, int n, int batch);

    /** See {@link CrossEntropy}: outputs are logits. */
    static Loss crossEntropy() {
        return CrossEntropy::lossAndGradient;
    }

    /** See {@link DoubleSoftmax}: outputs are logits. */
    static Loss doubleSoftmax() {
        return DoubleSoftmax::lossAndGradient;
    }

    /** See {@link Likelihood}: outputs are probabilities. */
    static Loss likelihood() {
        return Likelihood::lossAndGradient;
    }

    /** See {@link SquaredError}: outputs are guesses at targets. */
    static Loss squaredError() {
        return SquaredError::lossAndGradient;
    }

    /** See {@link OneVsRest}: outputs are logits, each of a neuron of its own. */
    static Loss oneVsRest() {
        return OneVsRest::lossAndGradient;
    }
}
