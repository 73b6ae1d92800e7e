package io.github.seeingdigits.training;

import io.github.seeingdigits.network.Loss;

/** A {@link Loss} with the words that a record uses for it. */
public enum Objective {
    /** See {@link io.github.seeingdigits.network.CrossEntropy}. */
    CROSS_ENTROPY("cross-entropy of the softmax, in nats", Loss.crossEntropy(), false),
    /** See {@link io.github.seeingdigits.network.DoubleSoftmax}. */
    DOUBLE_SOFTMAX("cross-entropy of the softmax of the softmax, in nats", Loss.doubleSoftmax(), false),
    /** See {@link io.github.seeingdigits.network.Likelihood}; for networks that end in a softermax. */
    LIKELIHOOD("negative logarithm of the label's probability, in nats", Loss.likelihood(), true),
    /** See {@link io.github.seeingdigits.network.OneVsRest}. */
    ONE_VS_REST("sum of each output's binary cross-entropy, in nats", Loss.oneVsRest(), false),
    /** See {@link io.github.seeingdigits.network.SquaredError}. */
    SQUARED_ERROR("mean squared error of the outputs", Loss.squaredError(), false);

    private final String description;
    private final Loss loss;
    private final boolean ofProbabilities;

    Objective(String description, Loss loss, boolean ofProbabilities) {
        this.description = description;
        this.loss = loss;
        this.ofProbabilities = ofProbabilities;
    }

    Loss loss() {
        return loss;
    }

    /** Whether it is made for networks whose outputs are probabilities rather than logits. */
    boolean ofProbabilities() {
        return ofProbabilities;
    }

    @Override
    public String toString() {
        return description;
    }
}
